"""Options that several subcommands share, and progress on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from parley.record import Changes
from parley.settings import from_environment

store = click.option(
    "--store",
    default=lambda: from_environment().store,
    show_default="parley.db, or PARLEY_STORE",
    help="The record: an SQLite file or a postgresql:// URL.",
)

jobs = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    show_default="one a core for many reports",
    help="Processes to work in.",
)


EVERY = 15.0
"""Seconds between two lines of progress where there is no terminal to draw a bar on."""


def note(message: str) -> None:
    """One line for the user on stderr."""
    click.echo(message, err=True)


def tell(changes: Changes) -> None:
    """What changed in the record, on stdout."""
    for head, found in (("new", changes.added), ("gone", changes.gone)):
        if found:
            click.echo(f"{head}: {counts(found)}")
    for line in changes.lines:
        click.echo(f"changed: {line}")
    if not changes.added and not changes.gone and not changes.lines:
        click.echo("nothing else changed")
    click.echo(f"the record now: {counts(changes.totals)}")


def many(count: int, noun: str) -> str:
    """The count with its noun: 1 report, 1,200 reports."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def counts(told: Mapping[str, int]) -> str:
    """Counts of kinds (by their plural) as in a sentence: 3 reports, 1 story."""
    return ", ".join(many(n, f"{kind[:-3]}y" if kind.endswith("ies") else kind[:-1]) for kind, n in told.items())


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Progress on stderr: a bar, or a line now and then where it is no terminal; call it with stage, done, of.

    `of` is 0 where nobody knows how much there is.
    """
    if not sys.stderr.isatty():
        yield _in_lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of or None)
            bar.update(tasks[stage], completed=done, total=of or None)

        yield tell


def _in_lines() -> Callable[[str, int, int], None]:
    last = time.monotonic()

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY and done < (of or done + 1):
            last = time.monotonic()
            note(f"{stage}: {done:,} of {of:,}" if of else f"{stage}: {done:,}")

    return tell
