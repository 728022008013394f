"""Zones, instants, and the agreement of intervals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.times import Time
from parley.text.intervals import agree, bounds, format_instant, parse_point
from parley.text.times import Anchor, interpret
from parley.text.zones import _tables, by_abbreviation, by_name, of_place, to_utc

INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2090, 1, 1)).map(
    lambda d: d.replace(second=0, microsecond=0, tzinfo=UTC)
)
ZONES = st.sampled_from(sorted({z for table in _tables().values() for z in table.values()}))


def day(first: str, last: str | None = None, zone: str | None = None) -> Time:
    return Time(first, last or first, "day", zone, first, False, "")


def instant(at: str, zone: str | None = None) -> Time:
    return Time(at, at, "minute", zone, at, False, "")


@pytest.mark.parametrize("zone", sorted({z for table in _tables().values() for z in table.values()}))
def test_every_zone_exists(zone: str) -> None:
    assert ZoneInfo(zone)


@given(INSTANTS)
def test_instants_are_read_back(moment: datetime) -> None:
    assert parse_point(format_instant(moment)) == moment


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 24), st.integers(0, 59), ZONES)
def test_to_utc_is_the_clock_on_the_wall(when: date, hour: int, minute: int, zone: str) -> None:
    moment = to_utc(when, hour, minute, zone)
    assert moment.tzinfo is UTC
    local = datetime.combine(when, datetime.min.time()) + timedelta(days=hour == 24)
    apart = moment - local.replace(hour=hour % 24, minute=minute, tzinfo=UTC)
    assert abs(apart) <= timedelta(hours=15)


def test_names_of_zones() -> None:
    assert by_abbreviation("ET") == by_name("Eastern") == "America/New_York"
    assert by_name("Moscow") == of_place("Moscow") == "Europe/Moscow"
    assert by_abbreviation("XYZ") is None
    assert of_place("Springfield") is None


TIMES = st.one_of(
    st.dates(date(2030, 1, 1), date(2030, 1, 20)).map(lambda d: day(d.isoformat())),
    st.dates(date(2030, 1, 1), date(2030, 1, 20)).map(lambda d: day(d.isoformat(), zone="America/New_York")),
    st.datetimes(datetime(2030, 1, 1), datetime(2030, 1, 20)).map(
        lambda d: instant(d.strftime("%Y-%m-%dT%H:%MZ"), "Europe/Moscow")
    ),
)


@given(TIMES, TIMES)
def test_agreement_goes_both_ways(a: Time, b: Time) -> None:
    assert agree(a, a)
    assert agree(a, b) == agree(b, a)
    first, last = bounds(a)
    assert first <= last


def test_agreement() -> None:
    assert agree(day("2031-06-09"), instant("2031-06-09T13:00Z"))
    assert agree(day("2031-06-09"), instant("2031-06-10T03:00Z", "America/New_York"))
    assert not agree(day("2031-06-08"), instant("2031-06-09T13:00Z"))
    assert not agree(day("2031-06-08"), day("2031-06-09"))
    assert agree(day("2031-06-01", "2031-06-30"), day("2031-06-09"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10 a.m. ET", "5 p.m. Moscow time"), ("1400 GMT", "10 AM Eastern time"), ("3 p.m. BST", "10 a.m. EDT"),
        ("17:30 CEST", "11:30 a.m. ET"), ("noon GMT", "12:00 UTC"), ("9 p.m. JST", "noon GMT"),
    ],
)  # fmt: skip
def test_one_moment_in_two_zones(one: str, other: str) -> None:
    anchor = Anchor(date(2031, 6, 9), date(2031, 6, 9), "x")
    a, b = interpret(one, anchor), interpret(other, anchor)
    assert a
    assert b
    assert a.time
    assert b.time
    assert agree(a.time, b.time)
    both = interpret(f"{one} ({other})", anchor)
    assert both
    assert both.time
    assert not both.time.guess


def test_two_zones_that_differ_are_a_guess() -> None:
    both = interpret("10 a.m. ET (1500 GMT)", Anchor(date(2031, 6, 9), date(2031, 6, 9), "x"))
    assert both
    assert both.time
    assert both.time.guess


@given(st.integers(0, 23), st.integers(0, 59), ZONES)
def test_a_bare_clock_claims_no_more_than_the_day(hour: int, minute: int, zone: str) -> None:
    anchor = Anchor(date(2031, 6, 9), date(2031, 6, 9), "x")
    written = f"{hour % 12 or 12}:{minute:02d} {'p.m.' if hour >= 12 else 'a.m.'}"
    alone, placed = interpret(written, anchor), interpret(written, anchor, zone=zone)
    assert alone
    assert alone.time
    assert placed
    assert placed.time
    assert (alone.time.earliest, alone.time.guess, alone.time.zone) == ("2031-06-09", True, None)
    assert (placed.time.guess, placed.time.zone) == (True, zone)
    assert placed.value == alone.value == f"2031-06-09T{hour:02d}:{minute:02d}"
