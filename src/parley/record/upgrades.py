"""Records that an earlier version made, brought up to date when they are opened for writing."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, select, text, update

from parley.record import schema

UPGRADED = ("parley-store/1",)
"""Formats that are brought up to date by `upgrade`."""


def upgrade(connection: Connection) -> None:
    """Number the reports in the order in which briefs used to, by path; run again after a stop, it goes on."""
    told = schema.reports
    if "number" not in {column["name"] for column in inspect(connection).get_columns(told.name)}:
        connection.execute(text(f"ALTER TABLE {told.name} ADD COLUMN number INTEGER NOT NULL DEFAULT 0"))
    for index in sorted(told.indexes, key=lambda one: str(one.name)):
        index.create(connection, checkfirst=True)
    ids = connection.execute(select(told.c.id).order_by(told.c.file, told.c.id)).scalars().all()
    for number, one in enumerate(ids, 1):
        connection.execute(update(told).where(told.c.id == one).values(number=number))
    key = schema.about.c.key == "format"
    connection.execute(update(schema.about).where(key).values(value=schema.FORMAT))
