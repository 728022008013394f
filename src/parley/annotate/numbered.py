"""A page's date in numbers that mean two days (4/5/2031): the one that the page and the report's words allow."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from parley.model.reports import Report
from parley.model.times import Published
from parley.text.times.calendar import valid
from parley.text.times.dating import Clues, weekdays_for

LONGEST = 160
"""Code points of the longest line that is taken for small print."""
FOOT = 400
"""Code points below the article in which its date is still sought."""

NUMBERS = re.compile(r"(?<![\d/.-])(\d\d?)([/-])(\d\d?)\2((?:19|20)\d\d)(?![\d/.-]?\d)")
SAVED = re.compile(
    r"\b(?:timestamp|scraped|crawled|fetched|retrieved|accessed|saved|archived|captured)\b[\w ]{0,6}\W{1,8}"
    r"((?:19|20)\d\d)-(\d\d)-(\d\d)",
    re.IGNORECASE,
)


def numbered_date(report: Report, clues: Clues) -> Published | None:
    """The date of a line outside the article that gives it in numbers; None where both its meanings may be right.

    A page is not dated after the day on which it was saved, and news appears within days of the weekdays it names.
    """
    first = report.body[0].start if report.body else 0
    last = report.body[-1].end if report.body else 0
    head, foot = report.text[:first], report.text[last : last + FOOT]
    written = next((m for part in (head, foot) for line in part.splitlines() if (m := _two(line))), None)
    if written is None:
        return None
    one, other, year = int(written[1]), int(written[3]), int(written[4])
    days = [day for day in (valid(year, one, other), valid(year, other, one)) if day is not None]
    saved = [day for m in SAVED.finditer(head) if (day := valid(int(m[1]), int(m[2]), int(m[3])))]
    weekdays = weekdays_for(clues)
    tests: tuple[Callable[[date], bool], ...] = (
        lambda day: all(day <= on + timedelta(days=1) for on in saved),
        lambda day: not (clues.lower and day < clues.lower) and not (clues.upper and day > clues.upper),
        lambda day: day.weekday() in weekdays,
        lambda day: any(abs((day - on).days) <= 1 for on in saved),
    )
    for allows in tests:
        days = [day for day in days if allows(day)] or days
    if len(days) != 1:
        return None
    because = f"the page's {written[0]}, which all else allows to mean only this day"
    return Published(days[0].isoformat(), days[0].isoformat(), "stated", because)


def _two(line: str) -> re.Match[str] | None:
    """The date of a line of small print that means two days."""
    found = NUMBERS.search(line) if len(line) <= LONGEST else None
    meant = found is not None and found[1].lstrip("0") != found[3].lstrip("0")
    return found if found is not None and meant and max(int(found[1]), int(found[3])) <= 12 else None
