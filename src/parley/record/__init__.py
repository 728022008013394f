"""The store: reports, findings and items in one schema, on SQLite and PostgreSQL."""

from parley.record.changes import Changes, compare
from parley.record.store import Store, open_store

__all__ = ["Changes", "Store", "compare", "open_store"]
