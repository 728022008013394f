"""The store: reports, findings and items in one schema, on SQLite and PostgreSQL."""

from parley.record.changes import Changes, compare
from parley.record.opening import open_store
from parley.record.store import Store

__all__ = ["Changes", "Store", "compare", "open_store"]
