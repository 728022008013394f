"""Times: intervals with a grain, and how they were understood (design decision 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "quarter", "season", "month", "week", "day", "part of day", "hour", "minute"]
Basis = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Time:
    """When something was or will be.

    `earliest` and `latest` are both bare days (``2025-05-19``: calendar days in `zone`, or where the event was) or both
    instants in UTC (``2025-05-19T14:00Z``); the interval is closed. `zone` is an IANA name. `guess` marks what was not
    said but concluded with doubt; `because` tells in one line how a relative expression was fixed.
    """

    earliest: str
    latest: str
    precision: Precision
    zone: str | None
    as_written: str
    guess: bool
    because: str


@dataclass(frozen=True, slots=True)
class Published:
    """When a report appeared: an interval of days or instants, and whether the report says so or it was inferred."""

    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "unknown"
    because: str = ""
