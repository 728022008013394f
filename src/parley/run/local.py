"""Work on this machine: two verbs over pure functions, in this process or in several."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 16
"""Reports handed to a process at a time: enough that handing over costs little, few enough that memory stays flat."""

_worker: Callable[[Iterable[Any]], Iterator[Any]] | None = None
_stop: Event | None = None


def default_jobs(many: int) -> int:
    """How many processes are worth starting for so many reports: one per core once loading a pipeline is repaid."""
    return min(os.cpu_count() or 1, max(1, many // 40))


def map_reports(
    make: Callable[[], Callable[[Iterable[T]], Iterator[R]]], reports: Iterable[T], jobs: int = 1
) -> Generator[R, None, None]:
    """Run the worker that `make` makes (once a process) over the reports; results in the order of the reports.

    At most a few chunks are under way at a time, so memory does not grow with the number of reports.
    """
    if jobs <= 1:
        yield from make()(reports)
        return
    stream = iter(reports)
    context = get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(make, stop))
    waiting: deque[Future[list[R]]] = deque()
    try:
        while True:
            while len(waiting) < 2 * jobs and (chunk := list(islice(stream, CHUNK))):
                with _starting():
                    waiting.append(pool.submit(_work, chunk))
            if not waiting:
                break
            yield from waiting.popleft().result()
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def map_stories(work: Callable[[T], R], stories: Sequence[T], jobs: int = 1) -> Iterator[R]:
    """Run `work` over the stories; results in their order."""
    if jobs <= 1 or len(stories) < 2:
        yield from map(work, stories)
        return
    pool = ProcessPoolExecutor(min(jobs, len(stories)), mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        with _starting():
            results = pool.map(work, stories)
        yield from results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _starting() -> Iterator[None]:
    """Hold an interruption back while processes start: they inherit that, so only this process ever tells of it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _begin(make: Callable[[], Callable[[Iterable[Any]], Iterator[Any]]], stop: Event) -> None:
    global _worker, _stop
    _leave_interrupts()
    _worker, _stop = make(), stop


def _work(chunk: list[Any]) -> list[Any]:
    if _worker is None or _stop is None:
        raise RuntimeError("the process was not made ready")
    done = []
    for result in () if _stop.is_set() else _worker(chunk):
        done.append(result)
        if _stop.is_set():  # nobody waits for the rest
            break
    return done
