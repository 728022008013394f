"""The positions stage: which party demands, offers, agrees, rejects, supports, threatens, withholds or accuses."""

from __future__ import annotations

from parley.annotate.positions.find import positions
from parley.annotate.reading import Reading


def find(reading: Reading) -> None:
    """Fill `reading.positions`, in the order of the report."""
    reading.positions = positions(reading)
