"""`parley show ITEM` prints any kind of item; a record whose `add` was stopped is shown too, as are several stories."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

import parley
from parley.record import opening
from parley.show.brief import compose, html, terminal
from tests.show.running import run


def passages(told: str) -> list[str]:
    return re.findall(r"\d+–\d+", told)


@pytest.mark.parametrize("kind", ["statements", "events", "figures", "positions", "disagreements"])
def test_every_witness_of_an_item_is_printed_with_its_offsets(example: str, kind: str) -> None:
    (story,) = parley.load(example).stories
    item = max(getattr(story, kind), key=lambda one: len(str(one)))
    if kind == "statements":
        told = [v.witness for v in item.witnesses]
    elif kind == "disagreements":
        told = [w for side in item.readings for w in side.witnesses]
    else:
        told = list(item.witnesses)
    done = run("show", "--store", example, item.id)
    assert done.returncode == 0
    text = " ".join(done.stdout.decode().split())
    assert told
    for w in told:
        assert f"{w.start}–{w.end}" in text
        assert " ".join(w.exact.split()) in text


def test_a_name_is_printed_with_passages_of_its_forms(example: str) -> None:
    (story,) = parley.load(example).stories
    name = max(story.names, key=lambda n: len(n.forms))
    told = run("show", "--store", example, name.id).stdout.decode()
    assert name.name in told
    assert passages(told)


def test_a_report_is_printed_with_what_it_tells(example: str) -> None:
    report = parley.load(example).reports[0]
    told = run("show", "--store", example, report.id).stdout.decode()
    assert report.file in told.replace("\n", "")
    assert len(passages(told)) > 5


def test_a_story_is_printed_as_its_brief(example: str) -> None:
    (story,) = parley.load(example).stories
    assert b"In one look" in run("show", "--store", example, story.story.id).stdout


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(example: str) -> None:
    (story,) = parley.load(example).stories
    item = story.events[0].id
    assert run("show", "--store", example, item[:8]).stdout == run("show", "--store", example, item).stdout
    assert run("show", "--store", example, item[:2]).returncode == 1


def test_an_item_has_no_html_of_its_own(example: str) -> None:
    (story,) = parley.load(example).stories
    done = run("show", "--store", example, "--format", "html", story.events[0].id)
    assert done.returncode == 2
    assert not done.stdout


def stopped(example: str, folder: Path, *, unread: int = 0) -> str:
    """A copy of the example's record as an `add` leaves it that was stopped before its stories were made."""
    place = str(folder / "stopped.db")
    with sqlite3.connect(example) as source, sqlite3.connect(place) as copy:
        source.backup(copy)
    with sqlite3.connect(place) as connection:
        for table in ("items", "stories"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute(
            "DELETE FROM findings WHERE report IN (SELECT report FROM findings ORDER BY report LIMIT ?)", (unread,)
        )
    return place


def test_a_stopped_add_is_finished_by_whatever_reads_the_record(example: str, tmp_path: Path) -> None:
    place = stopped(example, tmp_path)
    second = str(tmp_path / "second.db")
    shutil.copy(place, second)
    done = run("export", "--store", place)
    assert b"was stopped" in done.stderr
    assert done.stdout == run("export", "--store", example).stdout
    assert run("show", "--store", second).stdout == run("show", "--store", example).stdout


def test_reports_that_were_not_read_yet_are_told(example: str, tmp_path: Path) -> None:
    done = run("show", "--store", stopped(example, tmp_path, unread=2))
    assert done.returncode == 0
    assert b"2 of 6 reports are kept but not read yet" in done.stderr
    assert b"4 reports" in done.stdout


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record may only be read (whoever runs the tests may write everywhere, perhaps)."""
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)


@pytest.mark.usefixtures("sealed")
def test_a_record_that_may_only_be_read_is_shown_and_left_alone(example: str, tmp_path: Path) -> None:
    place = tmp_path / "sealed.db"
    with sqlite3.connect(example) as source, sqlite3.connect(place) as copy:
        source.backup(copy)
    before = place.read_bytes()
    assert b"In one look" in run("show", "--store", str(place)).stdout
    assert run("export", "--store", str(place)).returncode == 0
    assert place.read_bytes() == before


@pytest.mark.usefixtures("sealed")
def test_a_stopped_add_that_cannot_be_finished_is_one_clear_line(example: str, tmp_path: Path) -> None:
    done = run("show", "--store", stopped(example, tmp_path))
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_several_stories_stand_on_one_page_without_clashing(example: str) -> None:
    from dataclasses import replace

    (story,) = parley.load(example).stories
    other = replace(
        story,
        story=replace(story.story, id="s0ther"),
        reports=tuple(replace(r, id=f"{r.id}x") for r in story.reports),
        statements=(), events=(), figures=(), positions=(), disagreements=(), lineage=(),
    )  # fmt: skip
    page = html.render_all([(compose(s), s.reports) for s in (story, other)])
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert page.count("<!doctype html>") == 1
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("width", [50, 80, 100])
def test_the_brief_keeps_to_the_width(example: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    told = run("show", "--store", example).stdout.decode()
    assert max(map(len, told.splitlines())) <= width
    assert terminal.TIED not in told


def test_ids_stand_in_tables_only_where_asked_for(example: str) -> None:
    (story,) = parley.load(example).stories
    plain, asked = (run("show", "--store", example, *more).stdout.decode() for more in ((), ("--ids",)))
    shown = [p.id[:8] for p in story.positions]
    assert not any(one in plain for one in shown)
    assert any(one in asked for one in shown)
