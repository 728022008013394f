"""The figures stage: every count or measure of a report that a record should keep."""

from __future__ import annotations

from parley.annotate.figures.phrases import figure_of
from parley.annotate.figures.quantities import Quantity, all_quantities, with_conversions
from parley.annotate.figures.victims import find_victims
from parley.annotate.figures.worth import worth_recording
from parley.annotate.reading import Reading

__all__ = ["Quantity", "all_quantities", "find"]


def find(reading: Reading) -> None:
    """Fill `reading.figures`, in order of position."""
    found = [
        figure_of(reading, q, end)
        for q, end in with_conversions(reading.text, all_quantities(reading))
        if worth_recording(reading, q)
    ]
    found += list(find_victims(reading, found))
    reading.figures = sorted(found, key=lambda f: (f.start, f.end))
