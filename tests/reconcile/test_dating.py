"""Narrowing the reports' dates by each other."""

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from parley.model.findings import Direction, Findings, TimeFinding
from parley.model.items import Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.dating import narrow
from parley.reconcile.draft import Draft, begin
from parley.text.times import base_of, read, scan, type_of
from parley.text.times.anchoring import place_all
from parley.text.times.values import open_value

UNKNOWN = Published()


def stated(day: str) -> Published:
    return Published(day, day, "stated", "given")


def told(text: str, ways: dict[str, Direction], published: Published, name: str) -> tuple[Report, Findings]:
    """A report with the times that the grammar finds in its text, on the sides that `ways` gives by their words."""
    times = []
    for found in scan(text):
        exact = text[found.start : found.end]
        lean = base_of(found.node)
        times.append(
            TimeFinding(
                found.start, found.end, exact, type_of(found.node), open_value(found.node), None,
                ways.get(exact, "none"), "published" if lean == "focus" else lean,
            )
        )  # fmt: skip
    report = Report(
        name, name, "", None, None, None, (), "en", published, text, (Span(0, len(text)),), Reader("test", "1")
    )
    return report, Findings(name, "1", published, tuple(place_all(times, published)))


def drafted(*pairs: tuple[Report, Findings]) -> Draft:
    draft = begin(Story("s", "", (), None, None), [r for r, _ in pairs], {r.id: f for r, f in pairs})
    narrow(draft)
    return draft


ANNOUNCED = told(
    "The two kings will talk by phone on Monday. They last met on Friday, and aides spoke on Saturday.",
    {"Monday": "future", "Friday": "past", "Saturday": "past"}, UNKNOWN, "announced",
)  # fmt: skip
HELD = told(
    "The kings talked by phone on Monday, said a court in a statement.",
    {"Monday": "past"},
    stated("2031-06-09"),
    "held",
)
POSTED = told(
    "The elder king wrote on June 7 that he would call.", {"June 7": "past"}, UNKNOWN, "posted"
)  # fmt: skip


def test_weekdays_are_placed_by_a_dated_report() -> None:
    draft = drafted(ANNOUNCED, HELD)
    published = draft.published["announced"]
    assert (published.earliest, published.latest, published.basis) == ("2031-06-07", "2031-06-09", "inferred")
    days = {t.exact: t.time and (t.time.earliest, t.time.latest) for t in draft.findings["announced"].times}
    assert days["Monday"] == ("2031-06-09", "2031-06-09")
    assert days["Friday"] == ("2031-06-06", "2031-06-06")


def test_a_day_of_the_month_is_placed() -> None:
    draft = drafted(POSTED, HELD)
    assert draft.published["posted"].earliest == "2031-06-07"
    assert draft.findings["posted"].times[0].value == "2031-06-07"


def test_nothing_known_stays_unknown() -> None:
    draft = drafted(ANNOUNCED, POSTED)
    assert all(p.basis == "unknown" and p.earliest is None for p in draft.published.values())
    assert all(t.time is None for f in draft.findings.values() for t in f.times)


def test_order_plays_no_part() -> None:
    results = set()
    for order in permutations((ANNOUNCED, HELD, POSTED)):
        draft = drafted(*order)
        results.add((tuple(sorted(draft.published.items())), tuple(sorted(draft.findings.items()))).__repr__())
    assert len(results) == 1


@given(st.dates(date(2031, 1, 1), date(2031, 12, 31)), st.dates(date(2031, 1, 1), date(2031, 12, 31)))
def test_a_stated_date_is_never_contradicted(one: date, other: date) -> None:
    first = told("They met on Friday.", {"Friday": "past"}, stated(one.isoformat()), "first")
    second = told("They will meet on Monday.", {"Monday": "future"}, stated(other.isoformat()), "second")
    draft = drafted(first, second)
    for name, day in (("first", one), ("second", other)):
        published = draft.published[name]
        assert published.basis == "stated"
        assert (published.earliest or "") <= day.isoformat() <= (published.latest or "")


def test_a_crawl_date_keeps_the_newest_date_of_the_text_open() -> None:
    others = [told("Divers searched the wreck.", {}, stated(f"2030-12-{d}"), f"o{d}") for d in (28, 29, 30)]
    late = told(
        "A post of 28 December 2030 showed the wreck. It was raised on Friday.",
        {"Friday": "past"},
        stated("2031-01-12"),
        "late",
    )
    draft = drafted(*others, late)
    published = draft.published["late"]
    assert (published.earliest, published.latest, published.basis) == ("2030-12-28", "2031-01-12", "stated")
    friday = next(t for t in draft.findings["late"].times if t.exact == "Friday")
    assert friday.time is not None
    assert friday.time.latest < "2031-01-01"


def test_a_running_story_leaves_open_which_of_its_weeks() -> None:
    others = [told("Divers searched the wreck.", {}, stated(f"2031-06-{d:02d}"), f"o{d}") for d in (6, 7, 14, 15)]
    draft = drafted(*others, told("The owner spoke on Thursday.", {"Thursday": "past"}, UNKNOWN, "open"))
    published = draft.published["open"]
    assert (published.earliest, published.latest) == ("2031-06-05", "2031-06-14")


def test_what_was_said_on_a_day_of_the_month_need_not_be_new() -> None:
    others = [told("Divers searched the wreck.", {}, stated(f"2031-06-{d:02d}"), f"o{d}") for d in (17, 18, 19)]
    words = "The owner spoke on Tuesday. He wrote on June 10 that he would pay."
    draft = drafted(*others, told(words, {"Tuesday": "past", "June 10": "past"}, UNKNOWN, "open"))
    published = draft.published["open"]
    assert (published.earliest or "") <= "2031-06-17" <= (published.latest or "")


def test_narrowing_twice_changes_nothing() -> None:
    draft = drafted(ANNOUNCED, HELD, POSTED)
    again = begin(draft.story, draft.reports, draft.findings)
    narrow(again)
    assert again.published == draft.published
    assert again.findings == draft.findings


def seconds(count: int) -> float:
    """The least time of three that narrowing so many reports of one story takes, a third of them undated."""
    days = [date(2031, 6, 2) + timedelta(days=n % 90) for n in range(count)]
    pairs = [
        told(f"They met on Friday, report {n} said. They had met on June 7.", {"Friday": "past", "June 7": "past"},
             stated(day.isoformat()) if n % 3 else UNKNOWN, f"r{n:04d}")
        for n, day in enumerate(days)
    ]  # fmt: skip
    taken = []
    for _ in range(3):
        began = time.process_time()
        drafted(*pairs)
        taken.append(time.process_time() - began)
    return min(taken)


def test_time_grows_with_the_number_of_reports_not_its_square() -> None:
    few, many = seconds(150), seconds(1200)
    assert many < 20 * few


def test_helpers_read_what_they_build() -> None:
    assert all(read(t.exact) is not None for _, f in (ANNOUNCED, HELD, POSTED) for t in f.times)
