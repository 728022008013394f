"""A record that an earlier version made is brought up to date, and loses nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from parley.errors import StoreError
from parley.record import open_store
from parley.record.opening import _open_to_read
from tests.record.test_store import a_report, a_story

EARLIER = (
    "DROP TABLE set_aside",
    "DROP INDEX ix_reports_number",
    "DROP INDEX reports_by_file",
    "ALTER TABLE reports DROP COLUMN number",
    "UPDATE parley_about SET value = 'parley-store/1' WHERE key = 'format'",
)


def make_earlier(place: str) -> None:
    """Take from a record what its first format did not have."""
    url = place.replace("postgresql://", "postgresql+psycopg://") if "://" in place else f"sqlite:///{place}"
    with create_engine(url).begin() as connection:
        for statement in EARLIER:
            connection.execute(text(statement))


def test_reports_of_an_earlier_record_are_numbered_by_path(place: str) -> None:
    first, second = a_report("b.txt"), a_report("a.txt", outlet="Delta Post")
    with open_store(place) as store:
        store.keep(first)
        store.keep(second)
        store.replace_stories([(a_story(first), "made of this")], ["s1"])
    make_earlier(place)
    for _ in range(2):
        with open_store(place, create=False) as store:
            assert {r.file: r.number for r in store.reports()} == {"a.txt": 1, "b.txt": 2}
            assert store.record().stories == (a_story(first),)
            assert store.aside() == ()


def test_an_earlier_record_that_may_only_be_read_says_what_to_do(tmp_path: Path) -> None:
    place = str(tmp_path / "r.db")
    open_store(place).close()
    make_earlier(place)
    with pytest.raises(StoreError, match="earlier version"):
        _open_to_read(Path(place), place)


def test_a_record_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    place = str(tmp_path / "r.db")
    open_store(place).close()
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE parley_about SET value = 'parley-store/9' WHERE key = 'format'")
    with pytest.raises(StoreError, match="parley-store/9"):
        open_store(place)
