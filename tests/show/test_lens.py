"""A lens with a slip in it is refused by name; `add` says through what positions are seen, and what nobody said."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.errors import SettingError
from parley.text.issues import read_lens
from tests.show.running import run


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[[isue]]\nname = "fares"\n', r"\[\[isue\]\]"),
        ('[[issue]]\nname = "fares"\nalos = ["tickets"]\n', r"'alos' in \[\[issue\]\]"),
        ('[[party]]\nname = "Drevin"\nalso = "Tolmark"\n', r"list of strings"),
    ],
)
def test_a_slip_in_a_lens_is_named(text: str, named: str) -> None:
    with pytest.raises(SettingError, match=named):
        read_lens(text, "desk.toml")


def test_a_lens_that_is_not_there(tmp_path: Path) -> None:
    done = run("add", "--store", str(tmp_path / "r.db"), "--lens", str(tmp_path / "none.toml"))
    assert done.returncode == 1
    assert b"none.toml: no such file" in done.stderr


def test_add_says_through_what_positions_are_seen(tmp_path: Path) -> None:
    lens, post = tmp_path / "desk.toml", tmp_path / "post.txt"
    lens.write_text('[[issue]]\nname = "fares"\nalso = ["tickets"]\n')
    post.write_text("We shall not raise the fares before the winter, and the night boats will sail as they do now.\n")
    done = run("add", "--store", str(tmp_path / "r.db"), "--lens", str(lens), "--original", str(post))
    assert done.returncode == 0
    assert f"positions are now seen through {lens}" in done.stdout.decode()
    assert done.stderr.decode().count("no speaker is given") == 1
