"""What tests share: where gold is, stores of both kinds, and small invented items."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.settings import shared_folder

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "brava-talks"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and benchmarks; the test is skipped where it is absent."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("no gold here: PARLEY_SHARED names no folder")
    return folder.resolve()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store to fill: an SQLite file, or an emptied PostgreSQL database (skipped where none is named)."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    url = os.environ.get("PARLEY_TEST_POSTGRESQL")
    if not url:
        pytest.skip("no PostgreSQL here: PARLEY_TEST_POSTGRESQL names none")
    import psycopg

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{worker}" CASCADE')
        connection.execute(f'CREATE SCHEMA "{worker}"')
    yield f"{url}?options=-csearch_path%3D{worker}"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The store of the example story, read once a test session."""
    import parley

    place = str(tmp_path_factory.mktemp("example") / "example.db")
    intake, _ = parley.add([str(EXAMPLE)], store=place)
    assert not intake.faults
    return place
