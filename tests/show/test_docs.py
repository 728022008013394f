"""The documents say what the program does: every option is told, every command line shown parses, examples run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from parley import settings
from parley.show.cli import COMMANDS, Commands
from parley.show.cli import parley as program
from tests.conftest import ROOT

README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "guide.md"
PARTS = re.compile(r"^## (?=\w)", re.M)


def subcommand(name: str) -> click.Command:
    assert isinstance(program, Commands)
    found = program.get_command(click.Context(program), name)
    assert found is not None
    return found


def shown(document: Path) -> Iterator[str]:
    """The `parley` command lines that the document shows, without what the shell does around them."""
    for line in document.read_text(encoding="utf-8").splitlines():
        for part in line.removeprefix("$ ").split("|") if line.startswith("$ ") else ():
            told = re.split(r"\s[<>]\s|\s#", part)[0].strip()
            if told.startswith("parley "):
                yield told


LINES = sorted({line for document in (README, GUIDE) for line in shown(document)})


def test_command_lines_are_found() -> None:
    assert len(LINES) >= 12
    assert {shlex.split(line)[1] for line in LINES} == set(COMMANDS)


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_shown_parses(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    subcommand(name).make_context(name, arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_under_its_subcommand(name: str) -> None:
    part = next(p for p in PARTS.split(GUIDE.read_text(encoding="utf-8")) if p.startswith(f"{name}:"))
    for parameter in subcommand(name).params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"`{option}" in part, option
        if isinstance(parameter, click.Option) and isinstance(parameter.type, click.Choice):
            for choice in parameter.type.choices:
                assert f"`{choice}`" in part, choice


def test_every_setting_is_documented() -> None:
    named = set(re.findall(r"PARLEY_[A-Z]+", Path(settings.__file__).read_text(encoding="utf-8")))
    assert named
    told = GUIDE.read_text(encoding="utf-8")
    assert all(f"`{name}`" in told for name in named)


def test_every_exit_code_in_the_program_is_documented() -> None:
    codes = {
        code
        for file in (ROOT / "src/parley/show/cli").glob("*.py")
        for code in re.findall(r"sys\.exit\((\d+)\)", file.read_text(encoding="utf-8"))
    }
    told = GUIDE.read_text(encoding="utf-8")
    assert codes
    assert all(f"| {code} |" in told for code in codes)


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    monkeypatch.chdir(ROOT)
    exec(code.replace('"example.db"', repr(str(tmp_path / "example.db"))), {})


def test_links_between_documents_lead_somewhere() -> None:
    for document in (README, GUIDE):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
