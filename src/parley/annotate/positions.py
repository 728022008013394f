"""The positions stage."""

from __future__ import annotations

from parley.annotate.reading import Reading


def find(reading: Reading) -> None:
    """Fill `reading.positions`."""
