"""How far a run of days lies from many others, in all: prepared once, then looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from parley.text.times.dating import Days


class Distances:
    """The days between a run of days and each of many intervals, summed: none where the two meet."""

    def __init__(self, weighed: Iterable[tuple[Days, int]]) -> None:
        """The intervals, each with how often it counts."""
        begins: Counter[int] = Counter()
        ends: Counter[int] = Counter()
        for (first, last), weight in weighed:
            begins[first.toordinal()] += weight
            ends[last.toordinal()] += weight
        self._begins, self._ends = _Sums(begins), _Sums(ends)

    def to(self, run: Days) -> int:
        """The sum over the intervals that begin after the run and those that end before it."""
        first, last = run
        return self._begins.above(last.toordinal()) + self._ends.below(first.toordinal())


class _Sums:
    """Weighed points in order, with the running sums that tell their distances from any point."""

    def __init__(self, weights: Counter[int]) -> None:
        self._points = sorted(weights)
        self._counts = list(accumulate((weights[p] for p in self._points), initial=0))
        self._totals = list(accumulate((weights[p] * p for p in self._points), initial=0))

    def below(self, point: int) -> int:
        at = bisect_left(self._points, point)
        return self._counts[at] * point - self._totals[at]

    def above(self, point: int) -> int:
        at = bisect_right(self._points, point)
        return (self._totals[-1] - self._totals[at]) - (self._counts[-1] - self._counts[at]) * point
