"""How near in time two reports are, by their dates or, where one has none, by the days that it names."""

from __future__ import annotations

import math
import re
from datetime import date

from parley.model.findings import Findings
from parley.model.reports import Report
from parley.model.times import Published

FADES = (1.0, 30.0)
"""Days in which nearness fades: half of it fast, for most follow-ups tell another day's news; half slowly, for stories
go on for weeks."""
FARTHEST = 45
"""Days apart beyond which two reports are not of one developing story."""
UNDATED = 0.5
"""What likeness counts for where only one of two reports has a date: nothing says that they are near in time."""
VAGUE = 45
"""Days from first to last beyond which a report's inferred date says nothing of nearness."""
BEFORE, AFTER = 28, 3
"""Days before and after a report's date within which a day that an undated one names puts it near."""
LOOKED = 60_000
"""Characters of an undated report in which named days are sought."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = re.compile(
    r"\b(?:(?P<d>\d{1,2})\s)?(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"(?:\s?(?P<e>\d{1,2})(?:st|nd|rd|th)?,?)?\s(?P<y>(?:19|20)\d\d)\b"
)

Days = tuple[int, int]


def dated(report: Report, findings: Findings | None) -> Published:
    """When the report was published, as narrowed by what it tells."""
    return findings.published if findings is not None and findings.published.earliest else report.published


def days_of(published: Published) -> Days | None:
    """The first and last day on which a report may have appeared, as ordinals; None where nothing is known."""
    if published.earliest is None or published.latest is None:
        return None
    try:
        first, last = (date.fromisoformat(d[:10]).toordinal() for d in (published.earliest, published.latest))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def is_vague(days: Days | None) -> bool:
    """Whether a date says nothing of nearness."""
    return days is None or days[1] - days[0] > VAGUE


def named_days(report: Report) -> tuple[int, ...]:
    """The days that the report names in full, captions and the like included, as ordinals."""
    found = set()
    for match in DAY.finditer(report.text[:LOOKED]):
        day = match["e"] or match["d"]
        if day is not None:
            try:
                found.add(date(int(match["y"]), MONTHS.index(match["m"].lower()) + 1, int(day)).toordinal())
            except ValueError:
                continue
    return tuple(sorted(found))


def nearness(a: Days | None, b: Days | None, named: tuple[int, ...] = ()) -> float:
    """What the likeness of two reports counts for by their dates: 0 to 1; below 0 where too far apart.

    `named` are the days that the undated one of the two names, if one is.
    """
    apart = max(0, a[0] - b[1], b[0] - a[1]) if a is not None and b is not None else 0
    if apart > FARTHEST:
        return -1.0
    vague = [is_vague(days) for days in (a, b)]
    if all(vague):
        return 1.0
    if any(vague):
        known = b if vague[0] else a
        assert known is not None
        return 1.0 if any(known[0] - BEFORE <= day <= known[1] + AFTER for day in named) else UNDATED
    return math.fsum(math.exp(-apart / days) for days in FADES) / len(FADES)
