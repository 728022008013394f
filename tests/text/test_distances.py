"""Distances from a run of days to many others."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from parley.text.times.dating import Days
from parley.text.times.distances import Distances

FIRST = date(2031, 1, 1)
RUNS = st.tuples(st.integers(0, 60), st.integers(0, 9)).map(
    lambda run: (FIRST + timedelta(days=run[0]), FIRST + timedelta(days=sum(run)))
)


def gap(one: Days, other: Days) -> int:
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


@given(RUNS, st.lists(st.tuples(RUNS, st.integers(1, 5)), min_size=1))
def test_the_sum_of_all_gaps(run: Days, others: list[tuple[Days, int]]) -> None:
    assert Distances(others).to(run) == sum(weight * gap(run, other) for other, weight in others)
