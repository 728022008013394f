"""The store keeps what it is given, on SQLite and PostgreSQL alike, and says clearly what it cannot open."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from parley.errors import NotFound, StoreError
from parley.model.findings import Findings
from parley.model.items import (
    About,
    Disagreement,
    Event,
    Figure,
    Form,
    Name,
    Reading,
    Story,
    StoryItems,
    Support,
    Turn,
)
from parley.model.passages import Span, Witness
from parley.model.reports import Reader, Report, report_id
from parley.model.times import Published, Time
from parley.record import compare, open_store


def a_report(
    file: str = "one.txt", outlet: str | None = "The Lantern", text: str = "The ferry sailed at noon."
) -> Report:
    return Report(
        id=report_id(text, outlet, None),
        file=file,
        sha256=text,
        outlet=outlet,
        url=None,
        title="A ferry",
        authors=("A. Writer",),
        language="en",
        published=Published("2025-03-15", "2025-03-15", "stated", "front matter"),
        text=text,
        body=(Span(0, len(text)),),
        reader=Reader("plain", "1"),
    )


def a_story(report: Report, *, status: str = "scheduled", start: int = 4) -> StoryItems:
    witness = Witness(report.id, start, 16, report.text[start:16])
    day = Time("2025-03-17", "2025-03-17", "day", None, "Monday", False, "Monday, from the report's date")
    event = Event(
        f"e{start}", "s1", "departure", None, False, status, day, None, (), ("noon",), None, None, (),
        "The ferry sails",
        (Turn(status, "2025-03-15", witness),), (witness,), Support(1, 1),
    )  # fmt: skip
    figure = Figure(
        "f1", "s1", (1.0, 2.0), "range", "hours", None, "hours at sea", None, None, (), (witness,), Support(1, 1)
    )
    name = Name("n1", "other", "The ferry", (), (Form("ferry", (report.id,), False),), (), ())
    story = Story("s1", "A ferry", (report.id,), "2025-03-15", "2025-03-17")
    return StoryItems(story, (report,), (name,), (), (event,), (figure,), (), (), ())


def test_a_record_comes_back_as_it_was_kept(place: str) -> None:
    report = a_report()
    with open_store(place) as store:
        assert store.keep(report).outcome == "new"
        store.replace_stories([(a_story(report), "made of this")], ["s1"])
    with open_store(place, create=False) as store:
        record = store.record()
        assert record.stories == (a_story(report),)
        assert record.reports == (report,)
        assert store.fingerprints() == {"s1": "made of this"}


def test_the_same_report_is_kept_once_under_the_least_path(place: str) -> None:
    with open_store(place) as store:
        assert store.keep(a_report("b.txt")).outcome == "new"
        assert store.keep(a_report("c.txt")).outcome == "known"
        assert store.keep(a_report("a.txt")).outcome == "known"
        assert [r.file for r in store.reports()] == ["a.txt"]


def test_the_same_bytes_from_two_outlets_are_two_reports(place: str) -> None:
    with open_store(place) as store:
        assert store.keep(a_report("one.txt", outlet="The Lantern")).outcome == "new"
        assert store.keep(a_report("two.txt", outlet="Delta Post")).outcome == "new"
        assert len(list(store.reports())) == 2


def test_findings_are_replaced_by_those_of_a_newer_annotator(place: str) -> None:
    report = a_report()
    with open_store(place) as store:
        store.keep(report)
        assert store.unread("v1") == [report.id]
        store.keep_findings([Findings(report.id, "v1", Published())])
        assert store.unread("v1") == []
        assert store.unread("v2") == [report.id]
        store.keep_findings([Findings(report.id, "v2", Published())])
        assert store.findings()[report.id].annotator == "v2"


def test_an_item_whose_id_changed_is_found_under_the_old_one(place: str) -> None:
    report = a_report()
    before = a_story(report)
    again = replace(before.events[0], id="e-new")
    after = replace(before, events=(again,))
    with open_store(place) as store:
        store.keep(report)
        store.replace_stories([(before, "1")], ["s1"])
        store.replace_stories([(after, "2")], ["s1"])
        assert store.current_id(before.events[0].id) == "e-new"
        assert store.current_id("e-new") == "e-new"
        with pytest.raises(NotFound):
            store.current_id("never-was")


def test_the_beginning_of_an_old_id_leads_to_the_new_one(place: str) -> None:
    report = a_report()
    before = a_story(report)
    old = [replace(before.events[0], id=one) for one in ("e1234567890", "e1299999999")]
    after = replace(before, events=(replace(before.events[0], id="e7777abcdef"),))
    with open_store(place) as store:
        store.keep(report)
        store.replace_stories([(replace(before, events=tuple(old)), "1")], ["s1"])
        store.replace_stories([(after, "2")], ["s1"])
        assert store.current_id("e1234567") == "e7777abcdef"
        assert store.current_id("e7777") == "e7777abcdef"
        assert store.current_id("e12345") == store.current_id("e12999") == "e7777abcdef"
        for unknown in ("e12", "e1234568", "e%345", "e_234"):
            with pytest.raises(NotFound, match="nothing in this record"):
                store.current_id(unknown)


def test_a_beginning_of_several_ids_is_told_as_such(place: str) -> None:
    report = a_report()
    story = a_story(report)
    events = tuple(replace(story.events[0], id=one) for one in ("e1234567890", "e1234999999"))
    with open_store(place) as store:
        store.keep(report)
        store.replace_stories([(replace(story, events=events), "1")], ["s1"])
        with pytest.raises(NotFound, match=r"2 ids begin with 'e1234'.*e1234567890"):
            store.current_id("e1234")


def test_a_change_of_status_is_told(place: str) -> None:
    report = a_report()
    with open_store(place) as store:
        store.keep(report)
        store.replace_stories([(a_story(report), "1")], ["s1"])
        before = store.record()
        store.replace_stories([(a_story(report, status="held"), "2")], ["s1"])
        changes = compare(before, store.record())
    assert changes.lines == ("The ferry sails: scheduled → held",)
    assert changes.added == {}


def test_text_of_any_script_comes_back(place: str) -> None:
    text = "“Ї” \u202eabc\u202c \u200b 🚢 ' \" \\ %s :name"
    with open_store(place) as store:
        store.keep(a_report(text=text))
        assert next(store.reports()).text == text


def test_raw_bytes_are_kept_apart(tmp_path: Path) -> None:
    place = tmp_path / "r.db"
    with open_store(str(place)) as store:
        store.keep(replace(a_report(), raw=b"<html>"))
        assert next(store.reports()).raw is None
    assert sqlite3.connect(place).execute("select raw from reports").fetchone() == (b"<html>",)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not a database at all, but long enough to look at", "not a database"), (None, "another program's")],
)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "theirs.db"
    if content is None:
        with sqlite3.connect(path) as theirs:
            theirs.execute("create table songs (title text)")
        theirs.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=said):
        open_store(str(path))
    assert path.read_bytes() == before


def test_what_is_not_there_is_said_with_advice(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="parley add"):
        open_store(str(tmp_path / "none.db"), create=False)
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path / "no" / "such.db"))
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path))


def test_a_record_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as changed:
        changed.execute("update parley_about set value = 'parley-store/99'")
    changed.close()
    with pytest.raises(StoreError, match="parley-store/99"):
        open_store(str(path))


def test_a_new_disagreement_is_told_shortly(place: str) -> None:
    report = a_report()
    story = a_story(report)
    witness = story.figures[0].witnesses[0:1]
    sides = tuple(Reading(value, (report.id,), (), witness) for value in ("the tide " * 40, "a tide"))
    dispute = Disagreement("d1", "s1", About("event", "e4"), "wording", "wording", "told otherwise", sides)
    with open_store(place) as store:
        store.keep(report)
        store.replace_stories([(story, "1")], ["s1"])
        before = store.record()
        store.replace_stories([(replace(story, disagreements=(dispute,)), "2")], ["s1"])
        (line,) = compare(before, store.record()).lines
    one, other = line.removeprefix("new disagreement (wording): ").split(" / ")
    assert one.startswith("the tide")
    assert one.endswith(" …")
    assert len(one) <= 100
    assert other == "a tide"


def test_a_full_disk_is_one_clear_line_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_store(str(path)) as store:
        store.keep(a_report())
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        from sqlalchemy import event

        event.listen(store._engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count={pages}"))
        store._engine.dispose()
        with pytest.raises(StoreError, match="full"):
            store.keep(a_report("big.txt", text="The tide came in. " * 100_000))
        assert [r.file for r in store.reports()] == ["one.txt"]


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as fault:
        open_store("postgresql://ana:secret@127.0.0.1:1/none?connect_timeout=1")
    assert "secret" not in str(fault.value)
    assert "ana:***@" in str(fault.value)
