"""The number grammar: what is written, what it means, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.numbers import cue_after, cue_before, find_numbers, group_digits, spell

WHOLE = st.integers(min_value=0, max_value=10**15 - 1)


def only(text: str) -> tuple[float, float]:
    found = list(find_numbers(text))
    assert len(found) == 1, found
    return found[0].low, found[0].high


@given(WHOLE, st.booleans())
def test_what_is_spelled_reads_as_the_same_number(number: int, british: bool) -> None:
    assert only(f"They counted {spell(number, british)} sheep.") == (number, number)


@given(WHOLE)
def test_grouped_digits_read_as_the_same_number(number: int) -> None:
    assert only(f"They counted {group_digits(number)} sheep.") == (number, number)


@given(st.integers(1, 999), st.sampled_from([("million", 10**6), ("billion", 10**9), ("thousand", 10**3)]))
def test_a_scale_multiplies_digits(tenths: int, scale: tuple[str, int]) -> None:
    word, worth = scale
    low, _ = only(f"worth {tenths / 10} {word} crowns")
    assert low == pytest.approx(tenths / 10 * worth)


@given(st.text(max_size=300))
def test_numbers_stand_in_order_and_apart_in_any_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.low <= number.high
        end = number.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen eggs", 12),
        ("two dozen eggs", 24),
        ("half a dozen eggs", 6),
        ("half a million voters", 500_000),
        ("a half million voters", 500_000),
        ("one and a half million voters", 1_500_000),
        ("a couple of thousand voters", 2_000),
        ("a hundred and ten goats", 110),
        ("4 hundred million stars", 400_000_000),
        ("5.4m tonnes of wheat", 5_400_000),
        ("$3bn in loans", 3_000_000_000),
        ("a fee of 25k", 25_000),
        ("2½ loaves", 2.5),
        ("1/2 pound", 0.5),
        ("1,50,000 rupees", 150_000),
        ("one-fifth of the valley", 0.2),
        ("two-thirds of members", 2 / 3),
        ("a third of the herd", 1 / 3),
        ("half the herd", 0.5),
    ],
)
def test_numbers_as_newspapers_write_them(text: str, value: float) -> None:
    low, high = only(text)
    assert low == high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("tens of thousands of bees", (10_000, 99_999)),
        ("hundreds of bees", (100, 999)),
        ("dozens of bees", (24, 99)),
        ("several hundred bees", (300, 900)),
        ("a few dozen bees", (24, 60)),
    ],
)
def test_open_counts_are_ranges(text: str, ends: tuple[float, float]) -> None:
    assert only(text) == ends


@pytest.mark.parametrize(
    "text",
    [
        "the 16th day",
        "at 10:30",
        "at 10am",
        "the G7",
        "flight XQ17",
        "a third man",
        "scores were level",
        "the half was dull",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 40", "at least"),
        ("no fewer than 40", "at least"),
        ("more than 40", "more than"),
        ("well over 40", "more than"),
        ("nearly 40", "about"),
        ("some 40", "about"),
        ("an estimated 40", "about"),
        ("as many as 40", "up to"),
        ("a maximum of 40", "up to"),
        ("fewer than 40", "less than"),
        ("just under 40", "less than"),
    ],
)
def test_bounds_before_a_number(text: str, bound: str) -> None:
    cue = cue_before(text, text.index("40"))
    assert cue is not None
    assert cue.bound == bound
    assert cue.start == 0


@pytest.mark.parametrize(
    ("text", "bound"), [("40 or more", "at least"), ("40-plus", "at least"), ("40 or so", "about")]
)
def test_bounds_behind_a_number(text: str, bound: str) -> None:
    cue = cue_after(text, 2)
    assert cue is not None
    assert cue.bound == bound


def test_spelling_has_its_limits() -> None:
    with pytest.raises(ValueError, match="cannot spell"):
        spell(10**15)
