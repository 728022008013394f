"""Work on this machine: two verbs over pure functions, in this process or in several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16
"""Reports handed to a process at a time: enough that handing over costs little, few enough that memory stays flat."""

_worker: Callable[[Iterable[Any]], Iterator[Any]] | None = None


def default_jobs(many: int) -> int:
    """How many processes are worth starting for so many reports: one per core once loading a pipeline is repaid."""
    return min(os.cpu_count() or 1, max(1, many // 40))


def map_reports(
    make: Callable[[], Callable[[Iterable[T]], Iterator[R]]], reports: Iterable[T], jobs: int = 1
) -> Iterator[R]:
    """Run the worker that `make` makes (once a process) over the reports; results in the order of the reports.

    At most a few chunks are under way at a time, so memory does not grow with the number of reports.
    """
    if jobs <= 1:
        yield from make()(reports)
        return
    stream = iter(reports)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(make,))
    waiting: deque[Future[list[R]]] = deque()
    try:
        while True:
            while len(waiting) < 2 * jobs and (chunk := list(islice(stream, CHUNK))):
                waiting.append(pool.submit(_work, chunk))
            if not waiting:
                break
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def map_stories(work: Callable[[T], R], stories: Sequence[T], jobs: int = 1) -> Iterator[R]:
    """Run `work` over the stories; results in their order."""
    if jobs <= 1 or len(stories) < 2:
        yield from map(work, stories)
        return
    with ProcessPoolExecutor(min(jobs, len(stories)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, stories)


def _begin(make: Callable[[], Callable[[Iterable[Any]], Iterator[Any]]]) -> None:
    global _worker
    _worker = make()


def _work(chunk: list[Any]) -> list[Any]:
    if _worker is None:
        raise RuntimeError("the process was not made ready")
    return list(_worker(chunk))
