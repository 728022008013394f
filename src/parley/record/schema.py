"""The store's one schema, the same on SQLite and PostgreSQL. What is nested is JSON text, so that bytes compare."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

FORMAT = "parley-store/2"
"""Since /2 reports have numbers, and may be set aside."""

metadata = MetaData()

about = Table(
    "parley_about",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("file", Text, nullable=False),
    Column("original", Boolean, nullable=False),
    Column("data", Text, nullable=False),
    Column("raw", LargeBinary),
    Column("number", Integer, nullable=False, server_default="0", index=True),
)
Index("reports_by_file", reports.c.file, postgresql_using="hash")

set_aside = Table(
    "set_aside",
    metadata,
    Column("report", String(40), ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("taken_by", String(40)),
    Column("ordinal", Integer, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("report", String(40), ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("annotator", String(80), primary_key=True),
    Column("data", Text, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("data", Text, nullable=False),
)

items = Table(
    "items",
    metadata,
    Column("story", String(40), ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", String(40), nullable=False, index=True),
    Column("data", Text, nullable=False),
)

renames = Table(
    "renames",
    metadata,
    Column("old", String(40), primary_key=True),
    Column("new", String(40), nullable=False),
)
