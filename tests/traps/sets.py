"""What the trap sets share: reading them, their tiers, a report of a passage, and one annotator a test session."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from parley.annotate.annotator import Annotator
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

Trap = dict[str, Any]


def load_traps(layer: str) -> list[Trap]:
    """The layer's traps, in order of its files, each with the file's name as its `domain`."""
    return [
        {**trap, "domain": path.stem}
        for path in sorted((Path(__file__).parent / layer).glob("*.toml"))
        for trap in tomllib.loads(path.read_text("utf-8"))["trap"]
    ]


def of_tier(traps: list[Trap], tier: str) -> list[Trap]:
    """The traps of one tier."""
    return [t for t in traps if t["tier"] == tier]


def report_of(text: str, day: str | None = None, name: str = "r1") -> Report:
    """A report that is nothing but the passage, published on the day where one is given."""
    published = Published(day, day, "stated", "given") if day else Published()
    body = (Span(0, len(text)),)
    return Report(name, "trap.txt", "0", None, None, None, (), "en", published, text, body, Reader("trap", "1"))


@cache
def annotator() -> Annotator:
    """The annotator with the default pipeline, loaded once."""
    return Annotator()
