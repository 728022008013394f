"""``parley add``: read reports into a record and say what changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from parley.build import update
from parley.errors import ParleyError, ReadError
from parley.model.reports import Report
from parley.read import Skipped, read_original, read_paths
from parley.record import Changes, Store, open_store
from parley.settings import from_environment
from parley.show.cli import options


@click.command("add")
@click.argument("paths", nargs=-1)
@click.option(
    "--original",
    "originals",
    multiple=True,
    metavar="FILE",
    help="A post, transcript or communiqué, with speaker, channel and time: versions are judged against it.",
)
@options.store
@options.jobs
def command(paths: tuple[str, ...], originals: tuple[str, ...], store: str, jobs: int | None) -> None:
    """Read reports into the record: files (text, Markdown, HTML, JSON Lines), folders, patterns, - for stdin."""
    if not paths and not originals:
        raise click.UsageError("name at least one file or folder to add, or - for standard input")
    with open_store(store) as record:
        new, known, faults = 0, 0, 0
        for one in _read(paths, originals):
            if isinstance(one, Report):
                if record.keep(one):
                    new += 1
                else:
                    known += 1
                for said in one.notes:
                    options.note(f"{one.file}: {said}")
            elif isinstance(one, Skipped):
                options.note(f"skipped {one.file}: {one.reason}")
            else:
                faults += 1
                options.note(f"parley: {one}")
        _conclude(record, new, known, jobs)
    if faults:
        options.note(f"parley: {faults} of the inputs could not be read; the others are in the record")
        sys.exit(1)


def _read(paths: tuple[str, ...], originals: tuple[str, ...]) -> Iterator[Report | ParleyError | Skipped]:
    for path in originals:
        try:
            yield from read_original(path)
        except ReadError as fault:
            yield fault
    yield from read_paths(paths, stdin=sys.stdin.buffer)


def _conclude(record: Store, new: int, known: int, jobs: int | None) -> None:
    with options.progress_bar() as tell:
        changes = update(record, from_environment(), jobs, tell)
    already = f" ({known} there already)" if known else ""
    click.echo(f"{new} report{'' if new == 1 else 's'} added{already} to {record.place}")
    _tell(changes)


def _tell(changes: Changes) -> None:
    if changes.added:
        click.echo("new: " + ", ".join(f"{n} {kind if n != 1 else kind[:-1]}" for kind, n in changes.added.items()))
    for line in changes.lines:
        click.echo(f"changed: {line}")
    if not changes.added and not changes.lines:
        click.echo("nothing else changed")
