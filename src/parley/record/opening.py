"""Opening a record: an SQLite file of ours, a new one, or a PostgreSQL database."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from parley.errors import StoreError
from parley.record import schema
from parley.record.faults import OTHER, told
from parley.record.store import Store
from parley.record.upgrades import UPGRADED, upgrade

SQLITE_APPLICATION = 0x5061726C
"""Marks an SQLite file as ours (https://sqlite.org/pragma.html#pragma_application_id): "Parl"."""


def open_store(place: str, *, create: bool = True) -> Store:
    """The record at `place`: a path of an SQLite file, or a ``postgresql://`` URL.

    Raises StoreError where there is none (and `create` is false), where it is not a Parley record, or cannot be opened.
    """
    if "://" in place:
        return _open_server(place)
    path = Path(place)
    if not path.exists():
        if not create:
            raise StoreError("no record here", resource=place, advice="`parley add` makes one, --store names another")
        if not path.parent.is_dir():
            raise StoreError("the folder of the record does not exist", resource=place, advice="make it first")
    elif path.is_dir():
        raise StoreError("is a folder, not a record", resource=place, advice="name a file with --store")
    else:
        _refuse_foreign(path, place)
        if not create and not _is_writable(path):
            return _open_to_read(path, place)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def _configure(connection: object, _: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    with told(place), engine.begin() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != SQLITE_APPLICATION:
            connection.exec_driver_sql(f"PRAGMA application_id = {SQLITE_APPLICATION}")
    _prepare(engine, place)
    return Store(engine, place)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _reading(path: Path) -> str:
    """The URI that opens a record without writing: not even SQLite's lock files, where none may be made."""
    lasting = "" if _is_writable(path) or Path(f"{path}-wal").exists() else "&immutable=1"
    return f"{path.resolve().as_uri()}?mode=ro{lasting}"


def _open_to_read(path: Path, place: str) -> Store:
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(_reading(path), uri=True), poolclass=NullPool)
    with told(place), engine.connect() as connection:
        _check_format(connection, place)
    return Store(engine, place)


def _refuse_foreign(path: Path, place: str) -> None:
    """Raise StoreError for another program's database, without touching it."""
    try:
        with closing(sqlite3.connect(_reading(path), uri=True)) as look:
            tables = look.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            mark = look.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.Error as fault:
        raise StoreError(str(fault), resource=place, advice=OTHER) from fault
    if tables and mark != SQLITE_APPLICATION:
        raise StoreError("is another program's database", resource=place, advice=OTHER)


def _open_server(place: str) -> Store:
    shown = re.sub(r"://([^:/@]+):[^@]*@", r"://\1:***@", place)
    url = place.replace("postgresql://", "postgresql+psycopg://", 1).replace("postgres://", "postgresql+psycopg://", 1)
    try:
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError) as fault:
        raise StoreError(
            "not a database that Parley knows", resource=shown, advice="use a file or postgresql://…"
        ) from fault
    except ModuleNotFoundError as fault:
        raise StoreError(
            "the PostgreSQL driver is missing", resource=shown, advice="install parley[postgresql]"
        ) from fault
    _prepare(engine, shown)
    return Store(engine, shown)


def _prepare(engine: Engine, place: str) -> None:
    with told(place), engine.begin() as connection:
        schema.metadata.create_all(connection)
        found = _check_format(connection, place, upgraded=True)
        if found is None:
            connection.execute(insert(schema.about).values(key="format", value=schema.FORMAT))
        elif found in UPGRADED:
            upgrade(connection)


def _check_format(connection: Connection, place: str, *, upgraded: bool = False) -> str | None:
    """The record's format, None in a new one. Raises StoreError where this version does not read it.

    One that this version brings up to date is let through where it may be (`upgraded`).
    """
    key = schema.about.c.key
    found: str | None = connection.execute(select(schema.about.c.value).where(key == "format")).scalar()
    if found in UPGRADED and not upgraded:
        raise StoreError(
            "was made by an earlier version, and cannot be brought up to date where it may only be read",
            resource=place,
            advice="make it writable once, or copy it",
        )
    if found not in (None, schema.FORMAT, *UPGRADED):
        raise StoreError(
            f"was written as {found}, this version reads {schema.FORMAT}",
            resource=place,
            advice="add the reports to a new record",
        )
    return found
