"""``parley remove``: take reports out of the record, without losing them."""

from __future__ import annotations

import click

from parley.build import update
from parley.record import open_store
from parley.settings import from_environment
from parley.show.cli import options


@click.command("remove")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@options.store
def command(reports: tuple[str, ...], store: str) -> None:
    """Take REPORTs out of the record: named by number in the brief, path, or id.

    They are set aside, not deleted: `parley undo` brings them back. Adding them again does not.
    """
    with open_store(store, create=False) as record:
        wanted = list(dict.fromkeys(record.report(one) for one in reports))
        record.remove(wanted)
        with options.progress_bar() as tell:
            changes = update(record, from_environment(), progress=tell)
        for one in wanted:
            click.echo(f"removed {one}; `parley undo {one}` brings it back")
        options.tell(changes)
