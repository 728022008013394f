"""The store: reports, findings and items in one schema, on SQLite and PostgreSQL."""

from parley.record.changes import Changes, compare
from parley.record.opening import open_store
from parley.record.store import Store
from parley.record.versions import Kept

__all__ = ["Changes", "Kept", "Store", "compare", "open_store"]
