"""The rows that an evaluation prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its name, our value (0 to 1, or a count), the simple method's if any, what it was counted over."""

    measure: str
    ours: float
    simple: float | None = None
    over: str = ""
