"""Dating a report from what it says, where its bytes do not."""

from __future__ import annotations

from parley.annotate.reading import Reading


def date_report(reading: Reading) -> None:
    """Set `reading.published` and resolve the times that lean on it."""
