"""``parley undo``: bring back a report that was removed, or that a newer version took the place of."""

from __future__ import annotations

import click

from parley.build import update
from parley.record import open_store
from parley.settings import from_environment
from parley.show.cli import options


@click.command("undo")
@click.argument("report", required=False)
@options.store
def command(report: str | None, store: str) -> None:
    """Bring back the report that was set aside last, or REPORT: named by its path or id.

    A report is set aside when it is removed, or when its file is added again with corrected words. Where a newer
    version took its place, both are in the record from then on.
    """
    with open_store(store, create=False) as record:
        back = record.undo(record.report(report, aside=True) if report else None)
        with options.progress_bar() as tell:
            changes = update(record, from_environment(), progress=tell)
        beside = f" beside the version {back.by}" if back.by else ""
        click.echo(f"{back.report.file}: {back.report.id} is in the record again{beside}")
        options.tell(changes)
