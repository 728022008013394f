"""Amounts: bounds, ranges, units, money, shares and rates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.amounts import Amount, find_amounts
from parley.text.units import comparable


def first(text: str) -> Amount:
    return next(iter(find_amounts(text)))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It took one hour and 40 minutes.", 100, "minutes"),
        ("It took two hours and a half.", 2.5, "hours"),
        ("It took half an hour.", 0.5, "hours"),
        ("a 45-minute delay", 45, "minutes"),
        ("nearly three decades ago", 30, "years"),
        ("prices rose 4.2 per cent", 4.2, "percent"),
        ("a 12pc stake", 12, "percent"),
        ("a quarter of the fleet", 25, "percent"),
        ("three out of four drivers", 75, "percent"),
        ("one in five drivers", 20, "percent"),
        ("201sq km of forest", 201, "square km"),
        ("minus 30 degrees Celsius", -30, "°C"),
        ("$44.7bn", 44.7e9, "USD"),
        ("HK$3.7 billion", 3.7e9, "HKD"),
        ("EUR50m", 50e6, "EUR"),
        ("38 billion euros", 38e9, "EUR"),
        ("10.5 million Australian dollars", 10.5e6, "AUD"),
        ("a 2 million-barrel ceiling", 2e6, "barrels"),
        ("winds of 50mph", 50, "mph"),
        ("a 100m sprint", 100, "metres"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    amount = first(text)
    assert amount.value == pytest.approx(value)
    assert amount.unit == unit


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("20-30 goats", (20, 30)),
        ("20 to 30 goats", (20, 30)),
        ("between 20 and 30 goats", (20, 30)),
        ("two or three goats", (2, 3)),
        ("$3 billion to $5 billion", (3e9, 5e9)),
        ("$3 to 5 billion", (3e9, 5e9)),
        ("4 or 5 million people", (4e6, 5e6)),
        ("5% to 10%", (5, 10)),
    ],
)
def test_ranges(text: str, ends: tuple[float, float]) -> None:
    amount = first(text)
    assert amount.value == ends
    assert amount.bound == "range"


def test_a_change_from_one_value_to_another_is_two_amounts() -> None:
    assert [a.value for a in find_amounts("The toll rose from 10 to 15 overnight.")] == [10, 15]


def test_a_result_is_no_range() -> None:
    assert all(a.bound == "exact" for a in find_amounts("They won 3-1."))


def test_a_time_in_which_is_no_bound_but_a_time_beyond_is() -> None:
    assert first("The strike cost them $2m over two days.").unit == "USD"
    assert [a.bound for a in find_amounts("held over two days")] == ["exact"]
    assert [a.bound for a in find_amounts("it lasted over two days")] == ["more than"]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$52 a barrel", "barrel"),
        ("40 hours per week", "week"),
        ("$9m annually", "year"),
        ("£500 each", "each"),
        ("$2m in each of the next two years", "year"),
    ],
)
def test_rates(text: str, per: str) -> None:
    assert first(text).per == per


def test_the_same_again_in_another_unit_keeps_the_bound() -> None:
    assert [a.bound for a in find_amounts("under 300 km (186 miles)")] == ["less than", "less than"]


@given(st.text(max_size=300))
def test_amounts_stand_in_order_in_any_text(text: str) -> None:
    for amount in find_amounts(text):
        assert 0 <= amount.start <= amount.number.start < amount.number.end <= amount.end <= len(text)


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "one " * 50_000, "$" * 100_000, "9" * 200_000, "between " * 30_000, "1-" * 50_000]
)
def test_no_text_takes_long(text: str) -> None:
    started = time.process_time()
    list(find_amounts(text))
    assert time.process_time() - started < 5


def test_units_compare_by_size_and_money_only_with_itself() -> None:
    assert comparable("hours", "minutes") == pytest.approx(60)
    assert comparable("USD", "USD") == 1
    assert comparable("USD", "EUR") is None
    assert comparable("minutes", None) is None
    assert comparable(None, None) == 1
