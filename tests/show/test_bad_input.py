"""A folder of everything that goes wrong, and one good report: one clear line each, and the good one is kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.show.test_command import run

GOOD = "“The bridge is open again,” the mayor of Lower Brava, Jonas Pell, told reporters on Friday.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reports")
    (place / "good.txt").write_text(GOOD, "utf-8")
    (place / "empty.txt").write_bytes(b"")
    (place / "blank.txt").write_text(" \n\t\n")
    (place / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (place / "encoding.txt").write_bytes(b"The ferry \x81\x8d\x8f\x90\x9d sailed at noon. " * 20)
    (place / "long.txt").write_bytes(b"The ferry sailed at noon. " * 2_000_000)
    (place / "matter.md").write_text("---\ntitle: [unclosed\n---\n\n" + GOOD, "utf-8")
    menu = "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(40))
    (place / "menu.html").write_text(f"<!doctype html><html><body><nav><ul>{menu}</ul></nav></body></html>")
    (place / "lines.jsonl").write_text('{"id": "1", "text": "The ferry sailed at noon on Friday."}\n{"id": broken\n')
    (place / "gone.txt").symlink_to(place / "never.txt")
    return place


BROKEN = ("empty", "blank", "binary", "encoding", "long", "matter", "menu", "lines", "gone")


def test_each_fault_is_one_clear_line_and_the_good_report_is_kept(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "r.db")
    done = run("add", "--store", store, str(folder))
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr.decode()
    for name in BROKEN:
        about = [line for line in told if f"{name}." in line]
        assert len(about) == 1, (name, told)
        assert len(about[0]) < 300
    files = {Path(r["file"]).name for r in json.loads(run("export", "--store", store).stdout)["reports"]}
    assert "good.txt" in files
    assert "lines.jsonl#1" in files


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run("add", "--store", str(tmp_path / "r.db"), str(tmp_path / "none"))
    assert done.returncode == 1
    assert b"none" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = run("add", "--store", str(tmp_path / "locked" / "r.db"), str(tmp_path))
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "“" * 5_000 + " the mayor said on Friday.",
        "He said “" + "“a ‘b " * 3_000 + "” c’ d” " * 1_500 + ".",
        "\"'" * 5_000 + " she said.",
        ("“We go,” he said. " * 5 + "\n\n“We stay\n\n") * 200,
        "\u202e“\u200b\u200f” said \u0661\u0662 \ud7a3 “שלום” «да» „nein“ " * 300,
    ],
    ids=["opening", "nested", "straight", "unclosed", "scripts"],
)
def test_quotation_marks_by_the_thousand_are_survived(text: str) -> None:
    done = run("annotate", stdin=json.dumps({"id": "1", "text": text}).encode())
    assert done.returncode == 0, done.stderr[-500:]
    (found,) = map(json.loads, done.stdout.splitlines())
    for statement in found["statements"]:
        for start, end in statement["content"]:
            assert 0 <= start < end <= len(text)
