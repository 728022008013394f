"""Corrected and removed reports, as a desk meets them: at the command, in the brief, in the export and from Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import parley
from tests.show.running import run

TEXTS = {
    "b.txt": "PORT BRAVA — A ferry sank off Port Brava on Friday and two people died, harbour master Ana Reyes said.\n",
    "c.txt": "“We are looking for the crew,” Ana Reyes, the harbour master of Port Brava, said of the sunken ferry.\n",
}
CORRECTED = TEXTS["b.txt"].replace("two people", "three people")


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Path, str]:
    """A folder of two reports, and the record they were added to."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    place = str(tmp_path / "r.db")
    done = run("add", "--store", place, str(folder))
    assert done.returncode == 0
    assert b"2 reports added" in done.stdout
    return folder, place


def texts(place: str) -> set[str]:
    return {r["text"] for r in json.loads(parley.export(place))["reports"]}


def test_a_corrected_file_is_said_told_and_undone(desk: tuple[Path, str]) -> None:
    folder, place = desk
    before = json.loads(parley.export(place))
    (folder / "b.txt").write_text(CORRECTED, "utf-8")
    done = run("add", "--store", place, str(folder))
    old = next(r["id"] for r in before["reports"] if r["text"] == TEXTS["b.txt"])
    assert f"b.txt: a new version of {old}".encode() in done.stderr
    assert b"0 reports added, 1 new version (1 there already)" in done.stdout
    assert b"two people \xe2\x86\x92 three people" in done.stdout
    assert b"the record now: 2 reports, " in done.stdout
    record = json.loads(parley.export(place))
    assert [(r["id"], r["taken_by"] in {x["id"] for x in record["reports"]}) for r in record["set_aside"]] == [
        (old, True)
    ]
    assert b"corrected: 1 earlier version set aside" in run("show", "--store", place).stdout
    assert b"is its newer version" in run("show", "--store", place, old).stdout
    assert f"earlier version {old}".encode() in run("show", "--store", place, "1").stdout
    assert run("undo", "--store", place).returncode == 0
    assert texts(place) == {*TEXTS.values(), CORRECTED}
    assert run("undo", "--store", place).returncode == 1


def test_a_removed_report_is_out_until_it_is_brought_back(desk: tuple[Path, str]) -> None:
    folder, place = desk
    before = parley.export(place)
    done = run("remove", "--store", place, "2")
    assert done.returncode == 0
    assert b"gone: " in done.stdout
    assert texts(place) == {TEXTS["b.txt"]}
    again = run("add", "--store", place, str(folder))
    assert b"was removed from this record and stays out" in again.stderr
    assert texts(place) == {TEXTS["b.txt"]}
    assert run("undo", "--store", place, str(folder / "c.txt")).returncode == 0
    assert parley.export(place) == before


def test_a_record_of_which_every_report_was_removed_is_empty(desk: tuple[Path, str]) -> None:
    _, place = desk
    assert run("remove", "--store", place, "1", "2").returncode == 0
    assert json.loads(parley.export(place))["stories"] == []
    assert b"no story yet" in run("show", "--store", place).stderr
    assert run("remove", "--store", place, "1").returncode == 1


def test_numbers_in_the_brief_stay_when_a_report_is_added_before_the_others(desk: tuple[Path, str]) -> None:
    folder, place = desk
    (folder / "a.txt").write_text(
        "“We found the crew of the ferry,” Ana Reyes said in Port Brava on Saturday.\n", "utf-8"
    )
    run("add", "--store", place, str(folder))
    numbers = {Path(r.file).name: r.number for r in parley.load(place).reports}
    assert numbers == {"b.txt": 1, "c.txt": 2, "a.txt": 3}
    page = "".join(parley.brief(place, form="html"))
    assert page.index("[1] b.txt") < page.index("[2] c.txt") < page.index("[3] a.txt")


def test_python_removes_and_undoes(desk: tuple[Path, str]) -> None:
    _, place = desk
    before = parley.export(place)
    assert parley.remove(["1"], store=place).totals["reports"] == 1
    assert parley.undo(store=place).totals["reports"] == 2
    assert parley.export(place) == before
    with pytest.raises(parley.NotFound):
        parley.undo(store=place)
