"""Parley reads many news reports of one developing story and keeps one sourced record of it.

The command ``parley`` and these functions do the same. Nothing heavy is imported until one of them is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from parley.errors import NotFound, ParleyError, ReadError, SettingError, StoreError

if TYPE_CHECKING:
    from parley.build import Intake
    from parley.model.findings import Findings
    from parley.model.items import Record
    from parley.model.reports import Report
    from parley.record import Changes

__all__ = [
    "NotFound",
    "ParleyError",
    "ReadError",
    "SettingError",
    "StoreError",
    "add",
    "brief",
    "export",
    "findings",
    "load",
    "remove",
    "undo",
]


def add(
    paths: Sequence[str], *, store: str = "parley.db", originals: Sequence[str] = (), jobs: int | None = None
) -> tuple[Intake, Changes]:
    """Read reports (files, folders, patterns) into the record at `store`.

    Returns what was read (`Intake.faults` holds a ReadError for each input that could not be) and what changed in the
    record. Raises StoreError where the store cannot be opened or written.
    """
    from parley.build import take_in, update
    from parley.record import open_store
    from parley.settings import from_environment

    with open_store(store) as opened:
        return take_in(opened, paths, originals), update(opened, from_environment(), jobs)


def remove(reports: Sequence[str], *, store: str = "parley.db") -> Changes:
    """Take reports (named by number, path or id) out of the record; they are set aside, `undo` brings them back.

    Raises NotFound for a report that is not in the record, StoreError where there is none.
    """
    from parley.build import update
    from parley.record import open_store
    from parley.settings import from_environment

    with open_store(store, create=False) as opened:
        opened.remove(list(dict.fromkeys(opened.report(one) for one in reports)))
        return update(opened, from_environment())


def undo(report: str | None = None, *, store: str = "parley.db") -> Changes:
    """Bring back the report that was removed or replaced last, or the one named by path or id.

    Raises NotFound where there is nothing to bring back, StoreError where there is no record.
    """
    from parley.build import update
    from parley.record import open_store
    from parley.settings import from_environment

    with open_store(store, create=False) as opened:
        opened.undo(opened.report(report, aside=True) if report else None)
        return update(opened, from_environment())


def findings(reports: Sequence[Report], *, jobs: int = 1) -> Iterator[Findings]:
    """The findings of each report, in order, without a store. ``parley.read.read_paths`` gives reports."""
    from parley.build import annotate
    from parley.settings import from_environment

    return annotate(reports, from_environment(), jobs)


def load(store: str = "parley.db") -> Record:
    """The whole record at `store`. Raises StoreError where there is none."""
    from parley.build import current_record
    from parley.record import open_store

    with open_store(store, create=False) as opened:
        return current_record(opened)


def export(store: str = "parley.db", *, text: bool = True) -> str:
    """The record as one JSON document in the format parley/1; without report text where `text` is false."""
    from parley.show.export.record_json import dump

    return dump(load(store), text=text)


def brief(store: str = "parley.db", *, form: str = "markdown", everything: bool = False) -> list[str]:
    """The brief of each story, as ``markdown`` or as a self-contained ``html`` page.

    Raises SettingError for another `form`.
    """
    if form not in ("markdown", "html"):
        raise SettingError(f"{form!r} is no form of a brief", resource="form", advice="markdown or html")
    from parley.show.brief import compose, html, markdown

    record = load(store)
    stories = [(s, compose(s, everything=everything, aside=record.aside)) for s in record.stories]
    return [html.render(b, s.reports) if form == "html" else markdown.render(b) for s, b in stories]
