"""The grammar of time expressions and their placing."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.times import Anchor, interpret, read, scan
from parley.text.times.calendar import easter, feast, month_days, shift_months
from parley.text.times.tokens import vocabulary

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
RELATIVE = (
    "today", "yesterday", "tomorrow", "Monday", "last Friday", "next Tuesday", "Sunday morning", "last week",
    "this week", "next week", "the weekend", "overnight into Thursday", "two weeks ago", "10 a.m. GMT on Monday",
    "the day before yesterday", "last night", "a week from Tuesday", "late Wednesday", "the past three days",
)  # fmt: skip


def anchor(day: date) -> Anchor:
    return Anchor(day, day, f"the report's date {day}")


@pytest.mark.parametrize(
    "written",
    [
        "{month} {d}, {y}", "{month} {d}{suffix}, {y}", "{d} {month} {y}", "the {d}{suffix} of {month} {y}",
        "{weekday}, {month} {d}, {y}", "{weekday}, {d} {month} {y}", "{iso}", "{short} {d}, {y}", "{month} {d} {y}",
    ],
)  # fmt: skip
@given(day=DAYS)
def test_full_dates_are_read_back(written: str, day: date) -> None:
    suffix = "th" if 10 <= day.day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month = MONTHS[day.month - 1]
    named = {"month": month, "short": month[:3] + "." * (month != "May"), "weekday": WEEKDAYS[day.weekday()]}
    text = written.format(d=day.day, y=day.year, iso=day.isoformat(), suffix=suffix, **named)
    meaning = interpret(text, None)
    assert meaning is not None
    assert meaning.value == day.isoformat()
    assert meaning.time is not None
    assert (meaning.time.earliest, meaning.time.latest, meaning.time.guess) == (day.isoformat(), day.isoformat(), False)


@given(day=DAYS, written=st.sampled_from(RELATIVE), way=st.sampled_from(("past", "future", "none")))
def test_a_week_later_every_relative_time_is_a_week_later(day: date, written: str, way: str) -> None:
    one = interpret(written, anchor(day), way)  # type: ignore[arg-type]
    other = interpret(written, anchor(day + timedelta(days=7)), way)  # type: ignore[arg-type]
    assert one is not None
    assert one.time is not None
    assert other is not None
    assert other.time is not None
    for a, b in ((one.time.earliest, other.time.earliest), (one.time.latest, other.time.latest)):
        assert date.fromisoformat(b[:10]) - date.fromisoformat(a[:10]) == timedelta(days=7)


@given(day=DAYS, weekday=st.integers(0, 6))
def test_weekday_rule(day: date, weekday: int) -> None:
    """The publication day itself; else the next one when ahead; else the last one."""
    for way, low, high in (("past", -6, 0), ("future", 0, 6)):
        meaning = interpret(WEEKDAYS[weekday], anchor(day), way)  # type: ignore[arg-type]
        assert meaning is not None
        found = date.fromisoformat(meaning.value)
        assert found.weekday() == weekday
        assert low <= (found - day).days <= high


@given(day=DAYS, width=st.integers(0, 40), written=st.sampled_from(RELATIVE))
def test_a_wider_anchor_never_excludes_what_a_day_of_it_gives(day: date, width: int, written: str) -> None:
    wide = interpret(written, Anchor(day, day + timedelta(days=width), "x"), "past")
    inside = interpret(written, anchor(day + timedelta(days=width // 2)), "past")
    assert wide is not None
    assert wide.time is not None
    assert inside is not None
    assert inside.time is not None
    assert wide.time.earliest[:10] <= inside.time.earliest[:10]
    assert inside.time.latest[:10] <= wide.time.latest[:10]


WORDS = sorted(
    {w for table in vocabulary().values() for w in table}
    | {"the", "of", "on", "in", "at", "to", "from", "ago", "later", "earlier", "last", "next", "this", "Monday", "May"}
    | {"10", "2025", "17", "30", "-", ",", ".", ":", "(", ")", "'s", "a.m.", "p.m.", "ET", "GMT", "time", "local", "–"}
)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from((" ", " ", "", "\n")))
def test_what_was_scanned_reads_the_same_alone(words: list[str], between: str) -> None:
    text = between.join(w.title() if n % 2 else w for n, w in enumerate(words))
    end = 0
    for found in scan(text):
        assert end <= found.start < found.end
        end = found.end
        assert read(text[found.start : found.end]) == found.node, text[found.start : found.end]
        interpret(text[found.start : found.end], anchor(date(2031, 6, 7)), "past")


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    for found in scan(text):
        interpret(text[found.start : found.end], anchor(date(2031, 6, 7)))


@pytest.mark.parametrize(
    "unit", ["Monday ", "the the ", "1 2 ", "10 a.m. ", "two and ", "last ", "May 8-", '"', "the end of "]
)
def test_cost_is_linear(unit: str) -> None:
    started = time.perf_counter()
    sum(1 for _ in scan(unit * (100_000 // len(unit))))
    assert time.perf_counter() - started < 8


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar(year: int) -> None:
    for written in (*RELATIVE, "three years ago", "30 years from now", "the last century", "Easter", "200 decades ago"):
        for day in (date(year, 1, 1), date(year, 12, 31)):
            assert interpret(written, anchor(day)) is not None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("three years", "P3Y"), ("an hour and a half", "PT1H30M"), ("two and a half years", "P2Y6M"),
        ("one hour and 40 minutes", "PT1H40M"), ("several months", "PXM"), ("a couple of weeks", "P2W"),
        ("a fortnight", "P2W"), ("two decades", "P20Y"), ("at least 72 hours", "PT72H"), ("30-day", "P30D"),
        ("twenty-four hours", "PT24H"), ("half an hour", "PT30M"), ("every other week", "P2W"), ("each May", "XXXX-05"),
        ("every Friday night", "XXXX-WXX-5TNI"), ("twice a week", "P1W"), ("2 1/2 years", "P2Y6M"),
    ],
)  # fmt: skip
def test_lengths_and_sets(written: str, value: str) -> None:
    meaning = interpret(written, None)
    assert meaning is not None
    assert (meaning.value, meaning.time) == (value, None)


@pytest.mark.parametrize(
    ("written", "way", "value"),
    [
        ("March", "past", "2031-03"), ("March", "future", "2032-03"), ("October", "past", "2030-10"),
        ("the third quarter", "past", "2030-Q3"), ("Q1 2029", "none", "2029-Q1"), ("last year", "none", "2030"),
        ("the 1990s", "none", "199"), ("the '80s", "none", "198"), ("the 20th century", "none", "19"),
        ("next month", "none", "2031-07"), ("spring 2022", "none", "2022-SP"), ("fiscal 2029", "none", "2029"),
        ("Christmas", "past", "2030-12-25"), ("Easter", "past", "2031-04-13"),
        ("the first half of 2030", "none", "2030-H1"),
        ("mid-May", "past", "2031-05"), ("the end of 2030", "none", "2030"), ("nineteen ninety-six", "none", "1996"),
        ("June 7", "past", "2031-06-07"), ("June 9", "past", "2031-06-09"), ("Dec. 24", "past", "2030-12-24"),
    ],
)  # fmt: skip
def test_values_from_a_summer_day(written: str, way: str, value: str) -> None:
    meaning = interpret(written, anchor(date(2031, 6, 7)), way)  # type: ignore[arg-type]
    assert meaning is not None
    assert meaning.value == value


def test_unknown_fields_stay_unknown() -> None:
    for written, value in (
        ("Monday", "XXXX-WXX-1"),
        ("May 17", "XXXX-05-17"),
        ("the third quarter", "XXXX-Q3"),
        ("spring", "XXXX-SP"),
    ):
        meaning = interpret(written, None)
        assert meaning is not None
        assert (meaning.value, meaning.time) == (value, None)


def test_words_that_are_no_time() -> None:
    for words in ("", "table", "$1998", "the", "10", "MayMay"):
        assert interpret(words, None) is None or words == "10"


@given(st.integers(1900, 2099))
def test_feasts(year: int) -> None:
    assert easter(year).weekday() == 6
    assert feast("thursday 4 11", year).weekday() == 3
    assert 22 <= feast("thursday 4 11", year).day <= 28
    assert feast("monday -1 05", year) + timedelta(days=7) > month_days(year, 5)[1]


@given(DAYS, st.integers(-600, 600))
def test_months_shift_and_come_back(day: date, months: int) -> None:
    there = shift_months(day.replace(day=1), months)
    assert shift_months(there, -months) == day.replace(day=1)
