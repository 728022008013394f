"""Options that several subcommands share, and progress on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

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


def note(message: str) -> None:
    """One line for the user on stderr."""
    click.echo(message, err=True)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on stderr (nothing where stderr is no terminal); call it with stage, done, of."""
    if not sys.stderr.isatty():
        yield lambda stage, done, of: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of)
            bar.update(tasks[stage], completed=done, total=of)

        yield tell
