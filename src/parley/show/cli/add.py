"""``parley add``: read reports into a record and say what changed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from parley.build import take_in, update
from parley.errors import SettingError
from parley.record import open_store
from parley.settings import from_environment
from parley.show.cli import options
from parley.text.issues import read_lens


@click.command("add")
@click.argument("paths", nargs=-1)
@click.option(
    "--original",
    "originals",
    multiple=True,
    metavar="FILE",
    help="A post, transcript or communiqué, with speaker, channel and time: versions are judged against it.",
)
@click.option(
    "--lens",
    metavar="FILE",
    help="TOML that names the issues and parties you follow; kept with the record (an empty name takes it away).",
)
@options.store
@options.jobs
def command(paths: tuple[str, ...], originals: tuple[str, ...], lens: str | None, store: str, jobs: int | None) -> None:
    """Read reports into the record: files (text, Markdown, HTML, JSON Lines), folders, patterns, - for stdin."""
    if not paths and not originals and lens is None:
        raise click.UsageError("name at least one file or folder to add, or - for standard input")
    text = _lens(lens)
    begun = time.monotonic()
    with open_store(store) as record:
        if text is not None:
            record.keep_lens(text)
        with options.progress_bar() as tell:
            intake = take_in(record, paths, originals, sys.stdin.buffer, options.note, tell)
            changes = update(record, from_environment(), jobs, tell)
    if lens is not None:
        click.echo(f"positions are now seen through {lens}" if lens else "positions are now seen through no lens")
    versions = f", {options.many(intake.versions, 'new version')}" if intake.versions else ""
    already = f" ({intake.known} there already)" if intake.known else ""
    took = f"{time.monotonic() - begun:.1f} s"
    click.echo(f"{options.many(intake.new, 'report')} added{versions}{already} to {record.place} in {took}")
    options.tell(changes)
    if intake.faults:
        options.note(f"parley: {len(intake.faults)} of the inputs could not be read; the others are in the record")
        sys.exit(1)


def _lens(file: str | None) -> str | None:
    """The text of the lens, known to be one; empty where the user wants none, None where nothing was asked."""
    if not file:
        return file
    try:
        text = Path(file).read_text("utf-8")
    except FileNotFoundError as fault:
        raise SettingError("no such file", resource=file, advice="check the path") from fault
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror or str(fault) if isinstance(fault, OSError) else "is not UTF-8"
        raise SettingError(f"cannot be read: {why}", resource=file, advice="name a TOML file in UTF-8") from fault
    read_lens(text, file)
    return text
