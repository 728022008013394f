"""``parley check``: hold a text of one's own against the record before publishing it."""

from __future__ import annotations

import sys

import click
from rich.console import Console
from rich.text import Text

from parley.build import annotate, current_record
from parley.errors import ReadError
from parley.model.items import Record
from parley.model.reports import Report
from parley.read import Skipped, read_paths
from parley.reconcile.check import Verdict, check
from parley.record import open_store
from parley.settings import from_environment
from parley.show.brief import terminal
from parley.show.brief.names import label
from parley.show.brief.terminal import clean
from parley.show.cli import options

STYLES = {"same": "green", "typography": "green", "cut": "yellow", "altered": "bold red", "not found": "bold yellow"}


@click.command("check")
@click.argument("draft")
@options.store
def command(draft: str, store: str) -> None:
    """Hold every quotation and figure of DRAFT against the record.

    Exit code 0: all stand as their witnesses have them. 2: something is altered, cut so that its sense may change, not
    found, or calls for a look.
    """
    text = _read(draft)
    with open_store(store, create=False) as opened:
        record = current_record(opened, options.note)
    findings = next(annotate([text], from_environment()))
    verdicts = check(text, findings, record)
    console = terminal.console()
    for verdict in verdicts:
        _print(verdict, text, record, console)
    wanting = [v for v in verdicts if not v.stands]
    many = len(verdicts)
    told = f"{many} quotations and figures" if many != 1 else "1 quotation or figure"
    console.print(f"{told} checked: {many - len(wanting)} stand, {len(wanting)} want a look")
    if wanting:
        sys.exit(2)


def _read(draft: str) -> Report:
    for one in read_paths([draft], stdin=sys.stdin.buffer):
        if isinstance(one, Report):
            return one
        if isinstance(one, ReadError):
            raise one
        if isinstance(one, Skipped):
            raise ReadError(one.reason, resource=one.file, advice="name a text, Markdown or HTML file")
    raise ReadError("holds no text to check", resource=draft)


def _print(verdict: Verdict, text: Report, record: Record, console: Console) -> None:
    line = text.text.count("\n", 0, verdict.start) + 1
    head = Text(f"line {line}: ", style="dim")
    head.append(verdict.holds, style=STYLES[verdict.holds]).append(f" {verdict.kind} ")
    head.append(f"“{clean(verdict.exact)}”" if verdict.kind == "quotation" else clean(verdict.exact))
    console.print(head)
    for change in verdict.changes:
        console.print(
            Text(f"    {change.kind}: {clean(change.before) or '–'} → {clean(change.after) or '–'}", style="red")
        )
    if verdict.holds in ("altered", "cut") and verdict.reading:
        console.print(Text(f"    the record has: {clean(verdict.reading)}"))
    for caution in verdict.cautions:
        console.print(Text(f"    look: {clean(caution)}", style="yellow"))
    reports = {r.id: r for r in record.reports}
    for w in verdict.witnesses:
        report = reports[w.report]
        told = Text(f"    [{report.number}] ", style="cyan")
        console.print(told.append(f"{clean(label(report))}, {w.start}–{w.end}", style="not bold dim"))
