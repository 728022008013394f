"""Work in several processes gives what work in one gives, in order, with few reports under way at a time."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator

import pytest

from parley.run import default_jobs, map_reports, map_stories


def doubling(numbers: Iterable[int]) -> Iterator[int]:
    return (2 * n for n in numbers)


def make() -> Callable[[Iterable[int]], Iterator[int]]:
    return doubling


def failing(numbers: Iterable[int]) -> Iterator[int]:
    for n in numbers:
        if n == 20:
            raise ValueError("20")
        yield n


def make_failing() -> Callable[[Iterable[int]], Iterator[int]]:
    return failing


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs: int) -> None:
    assert list(map_reports(make, range(100), jobs)) == [2 * n for n in range(100)]


def test_no_more_is_taken_than_can_be_under_way() -> None:
    taken = 0

    def stream() -> Iterator[int]:
        nonlocal taken
        for n in itertools.count():
            taken += 1
            yield n

    results = map_reports(make, stream(), 2)
    assert [next(results) for _ in range(3)] == [0, 2, 4]
    assert taken <= 6 * 16
    results.close()


def test_a_fault_in_a_process_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="20"):
        list(map_reports(make_failing, range(64), 2))


def test_stories_come_in_order() -> None:
    assert list(map_stories(abs, [-3, -1, -2], 2)) == [3, 1, 2]


def test_few_reports_are_not_worth_more_processes() -> None:
    assert default_jobs(5) == 1
