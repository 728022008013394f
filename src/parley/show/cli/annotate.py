"""``parley annotate``: one report's findings, without a store."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import click

from parley.build import annotate
from parley.errors import ReadError
from parley.model.reports import Report
from parley.read import Given, Skipped, read_given, read_paths
from parley.settings import from_environment
from parley.show.cli import options
from parley.show.export.findings_json import as_json


@click.command("annotate")
@click.argument("files", nargs=-1)
@options.jobs
def command(files: tuple[str, ...], jobs: int | None) -> None:
    """Write each report's findings as one line of JSON, in the order read.

    Without FILES, or for -, standard input is read as JSON Lines.
    """
    faults: list[ReadError] = []
    waiting: deque[Given] = deque()

    def stream() -> Iterator[Report]:
        for one in _given(files or ("-",)):
            if isinstance(one, ReadError):
                faults.append(one)
                options.note(f"parley: {one}")
            elif isinstance(one, Skipped):
                options.note(f"skipped {one.file}: {one.reason}")
            else:
                waiting.append(one)
                yield one.report

    for findings in annotate(stream(), from_environment(), jobs or 1):
        given = waiting.popleft()
        click.echo(json.dumps(as_json(given.report, findings, given.id), ensure_ascii=False))
    if faults:
        sys.exit(1)


def _given(files: tuple[str, ...]) -> Iterator[Given | ReadError | Skipped]:
    for file in files:
        if file == "-":
            yield from read_given(sys.stdin.buffer)
        elif file.endswith((".jsonl", ".ndjson")):
            yield from _lines(file)
        else:
            for one in read_paths([file]):
                yield Given(one.id, one) if isinstance(one, Report) else one


def _lines(file: str) -> Iterator[Given | ReadError]:
    try:
        with Path(file).open("rb") as stream:
            yield from read_given(stream, file)
    except OSError as fault:
        yield ReadError(fault.strerror or str(fault), resource=file, advice="is the path right?")
