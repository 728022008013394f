"""Versions of a report: a corrected file takes the place of what stood there, which is set aside and never lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from parley.model.reports import Report
from parley.record import schema
from parley.record.codec import decode
from parley.text.shingles import containment, shingle

Outcome = Literal["new", "known", "version", "back", "removed"]

WORD = re.compile(r"\w+")
RUN = 3
"""Words of a run by which two versions are compared."""
SHARED = 0.3
"""Share of the shorter text's runs that stand in the other one too, from which on they are versions of one report."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a report that was given to the store.

    `new`; `known` (it was there already); `version` (it takes the place of `other`, an earlier version of the same
    file); `back` (an earlier version that the file holds again takes its place back from `other`); `removed` (a person
    took it out, and it stays out). `other` of a new report is another one that stood under the same path.
    """

    outcome: Outcome
    other: str | None = None


def holder(connection: Connection, report: Report) -> Report | None:
    """The report that the record has at the path of this one, if it is another; none for streams and their lines."""
    if report.file == "-" or "#" in report.file:
        return None
    told = schema.reports
    rows = connection.execute(
        select(told.c.data)
        .where(told.c.file == report.file, told.c.id != report.id, told.c.original == report.original)
        .where(told.c.id.not_in(select(schema.set_aside.c.report)))
        .order_by(told.c.number.desc(), told.c.id)
    ).scalars()
    found = [decode(Report, data) for data in rows]
    return next((one for one in found if is_version(one, report)), found[0] if found else None)


def is_version(one: Report, other: Report) -> bool:
    """Whether two reports from one path are versions of each other: the same headline, or much of the same text."""
    if one.title and one.title == other.title:
        return True
    runs = [set(shingle(WORD.findall(r.text.casefold()), RUN)) for r in (one, other)]
    return containment(*sorted(runs, key=len)) >= SHARED


def taken_by(connection: Connection, report: str) -> tuple[bool, str | None]:
    """Whether the report was set aside, and the version that took its place, if one did."""
    aside = schema.set_aside
    row = connection.execute(select(aside.c.taken_by).where(aside.c.report == report)).first()
    return row is not None, row.taken_by if row else None


def put_aside(connection: Connection, report: str, by: str | None) -> None:
    """Set a report aside, for a version that takes its place and its number, or for none."""
    last = func.coalesce(select(func.max(schema.set_aside.c.ordinal)).scalar_subquery(), 0)
    connection.execute(insert(schema.set_aside).values(report=report, taken_by=by, ordinal=last + 1))
    if by:
        number = select(schema.reports.c.number).where(schema.reports.c.id == report).scalar_subquery()
        connection.execute(update(schema.reports).where(schema.reports.c.id == by).values(number=number))


def take_back(connection: Connection, report: str) -> None:
    """Bring a report back beside whatever took its place, which then gets a number of its own."""
    connection.execute(delete(schema.set_aside).where(schema.set_aside.c.report == report))
    told, aside = schema.reports, schema.set_aside
    number = connection.execute(select(told.c.number).where(told.c.id == report)).scalar_one()
    others = connection.execute(
        select(told.c.id)
        .where(told.c.number == number, told.c.id != report, told.c.id.not_in(select(aside.c.report)))
        .order_by(told.c.id)
    ).scalars()
    for one in list(others):
        connection.execute(update(told).where(told.c.id == one).values(number=next_number()))


def next_number() -> object:
    """The number of the next report that is new to the record, as SQL."""
    return select(func.coalesce(func.max(schema.reports.c.number), 0) + 1).scalar_subquery()
