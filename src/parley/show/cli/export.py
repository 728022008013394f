"""``parley export``: write the record for other programs."""

from __future__ import annotations

import click

from parley.build import current_record
from parley.record import open_store
from parley.show.cli import options


@click.command("export")
@options.store
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("--no-text", is_flag=True, help="Leave out reports' text and passages' exact words; readings stay.")
def command(store: str, form: str, no_text: bool) -> None:
    """Write the whole record to standard output, in the format parley/1."""
    from parley.show.export.record_json import dump

    with open_store(store, create=False) as opened:
        record = current_record(opened, options.note)
    click.echo(dump(record, text=not no_text), nl=False)
