"""Opening a record: an SQLite file of ours, a new one, or a PostgreSQL database."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from parley.errors import StoreError
from parley.record import schema
from parley.record.faults import OTHER, told
from parley.record.store import Store

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


def _refuse_foreign(path: Path, place: str) -> None:
    """Raise StoreError for another program's database, without touching it."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as look:
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
        key = schema.about.c.key
        found = connection.execute(select(schema.about.c.value).where(key == "format")).scalar()
        if found is None:
            connection.execute(insert(schema.about).values(key="format", value=schema.FORMAT))
        elif found != schema.FORMAT:
            raise StoreError(
                f"was written as {found}, this version reads {schema.FORMAT}",
                resource=place,
                advice="add the reports to a new record",
            )
