"""A corrected file takes the place of the report it holds; nothing is lost, and every such change can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.errors import NotFound
from parley.record import Store, open_store
from tests.record.test_store import a_report, a_story

OLD = "The ferry sank off Port Brava late on Friday, and the harbour master said that two people had died."
NEW = OLD.replace("two", "three")
OTHER = "Voters in the northern valleys chose a new council on Sunday, as the count in Lower Brava began."


def current(store: Store) -> dict[str, int]:
    """The texts that stand in the record, each with its number."""
    return {r.text: r.number for r in store.reports()}


def test_reports_are_numbered_in_the_order_of_first_adding(place: str) -> None:
    with open_store(place) as store:
        for file, text in (("z.txt", OLD), ("a.txt", OTHER), ("m.txt", "Nothing else happened on the coast.")):
            store.keep(replace(a_report(file, text=text), title=None))
        assert {r.file: r.number for r in store.reports()} == {"z.txt": 1, "a.txt": 2, "m.txt": 3}


def test_a_corrected_file_takes_the_place_and_the_number_of_what_it_held(place: str) -> None:
    old, new = a_report(text=OLD), a_report(text=NEW)
    with open_store(place) as store:
        store.keep(old)
        store.keep(a_report("two.txt", text=OTHER))
        kept = store.keep(new)
        assert (kept.outcome, kept.other) == ("version", old.id)
        assert current(store) == {NEW: 1, OTHER: 2}
        assert store.keep(new).outcome == "known"
        assert [(a.report.id, a.by) for a in store.record().aside] == [(old.id, new.id)]
        assert store.undo().report == old
        assert current(store) == {OLD: 1, OTHER: 2, NEW: 3}
        assert store.keep(new).outcome == "known"
        assert len(current(store)) == 3


def test_a_file_that_holds_its_earlier_words_again_goes_back_to_them(place: str) -> None:
    old, new = a_report(text=OLD), a_report(text=NEW)
    with open_store(place) as store:
        store.keep(old)
        store.keep(new)
        assert store.keep(old).outcome == "back"
        assert current(store) == {OLD: 1}
        assert store.keep(new).outcome == "back"
        assert current(store) == {NEW: 1}


def test_a_file_that_holds_another_report_replaces_nothing(place: str) -> None:
    old = replace(a_report(text=OLD), title=None)
    with open_store(place) as store:
        store.keep(old)
        kept = store.keep(replace(a_report(text=OTHER), title=None))
        assert (kept.outcome, kept.other) == ("new", old.id)
        assert current(store) == {OLD: 1, OTHER: 2}


@pytest.mark.parametrize("file", ["-", "all.jsonl#3"])
def test_what_comes_through_a_stream_replaces_nothing(place: str, file: str) -> None:
    with open_store(place) as store:
        store.keep(a_report(file, text=OLD))
        assert store.keep(a_report(file, text=NEW)).outcome == "new"
        assert len(current(store)) == 2


def test_what_a_person_removed_stays_out_until_it_is_brought_back(place: str) -> None:
    report = a_report(text=OLD)
    with open_store(place) as store:
        store.keep(report)
        store.keep(a_report("two.txt", text=OTHER))
        store.remove([store.report("1")])
        assert current(store) == {OTHER: 2}
        assert store.keep(report).outcome == "removed"
        assert store.unread("v1") == [a_report("two.txt", text=OTHER).id]
        with pytest.raises(NotFound):
            store.report("1")
        assert store.report(report.id[:6], aside=True) == report.id
        store.undo(report.id)
        assert current(store) == {OLD: 1, OTHER: 2}
        with pytest.raises(NotFound):
            store.undo()


def test_an_item_of_the_earlier_version_leads_to_the_same_words_in_the_newer_one(place: str) -> None:
    old, new = a_report(text=OLD), a_report(text="Corrected. " + OLD)
    before, after = a_story(old), a_story(new, start=15)
    with open_store(place) as store:
        store.keep(old)
        store.replace_stories([(before, "1")], ["s1"])
        store.keep(new)
        moved = replace(after.events[0].witnesses[0], end=27, exact=before.events[0].witnesses[0].exact)
        event = replace(after.events[0], witnesses=(moved,), history=())
        store.replace_stories([(replace(after, events=(event,)), "2")], ["s1"])
        assert store.current_id(before.events[0].id) == event.id
