"""The database's errors in one clear line each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from parley.errors import StoreError

OTHER = "is it a Parley record? name another with --store"


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn the database's errors into one clear line."""
    try:
        yield
    except OperationalError as fault:
        raise StoreError(_reason(fault), resource=place, advice=_advice(fault)) from fault
    except DatabaseError as fault:
        raise StoreError(_reason(fault), resource=place, advice=OTHER) from fault


def _reason(fault: DBAPIError) -> str:
    return str(fault.orig).strip().splitlines()[0] if fault.orig else "the database refused"


def _advice(fault: DBAPIError) -> str:
    reason = _reason(fault)
    if "full" in reason:
        return "make room on the disk; what was kept before is safe"
    if "locked" in reason:
        return "another command is writing; try again when it is done"
    if "readonly" in reason or "unable to open" in reason:
        return "is the folder there, and may you write to it? name another with --store"
    return "name another with --store"
