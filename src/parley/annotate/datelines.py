"""What dates a report by a mark: a page's header, a dateline, a code that a system put on the copy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from parley.text.times import interpret, read
from parley.text.times.calendar import valid
from parley.text.times.dating import Clues
from parley.text.times.nodes import Day

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_HEADER = re.compile(
    r"(?:^|[\s(])(?:(?:First |Last )?(?:Updated|Published|Posted|Issued|Modified)|UPDATED|PUBLISHED|POSTED|Date)"
    rf"(?: on| at)?\s?:?[^\n]{{0,25}}?\b(?P<date>{_DATE})"
)
_LINE = re.compile(rf"^[^\S\n]*(?:\w{{3,6}}day,? )?(?P<date>{_DATE})[^\n]{{0,25}}$", re.MULTILINE)
_DATELINE = re.compile(
    rf"^[A-Z][A-Z .,'’/-]{{2,40}}[^\n]{{0,40}}?[,(] ?(?P<date>{_DATE})[^\n]{{0,25}}?[-–—_]", re.MULTILINE
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
# A dateline without its year: "PORT LOUIS, May 3 (Agency) --", and what an agency sends out ahead for the day it names.
_WIRE = re.compile(
    rf"^\s*[A-Z][A-Z.'’-]{{1,20}}(?: [A-Z.'’-]{{2,20}}){{0,3}}(?:, [A-Z][A-Za-z. ]{{1,20}})?,? ?[,(] ?"
    rf"(?P<date>{_DAY}) ?(?:\([^()\n]{{2,30}}\)|\)|,[^\n]{{2,15}}\))? ?[-–—_]"
)
_COLUMN = re.compile(rf"\b(?:editorial|column|commentary)\b[^\n.]{{0,30}}?\b(?P<date>{_DAY})\b", re.IGNORECASE)
# Codes that systems put on copy: "AP-NY-05-03-29 1234EDT"; "20290503" alone or before a number on a line.
_SLUG = re.compile(r"\b[A-Z]{2,4}-[A-Z]{2}-(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d(?:\d\d)?)\b(?:[ -]\d{4})?")
_CODE = re.compile(
    r"^\W{0,3}[A-Z]{0,8}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[.-]\d{1,6}){0,3}\W{0,3}$", re.MULTILINE
)
_POST = re.compile(rf"\(@\w{{1,30}}\)[^\S\n]{{0,3}}(?P<date>{_DATE})")
# What dates a report by a line or a mark: how far around the days so given it can have appeared. A page says when it
# was posted or last updated; a post that is shown in it is of the days before.
_MARKS = ((_HEADER, 1, 1), (_LINE, 1, 1), (_DATELINE, 0, 1), (_POST, 1, 2))
_HEAD = 1500


def marks(text: str) -> list[tuple[date, date, str]]:
    """Bounds from what dates a page: "Updated: May 17, 2025", a date on its own line, a dateline, a post shown."""
    codes = [d for p in (_SLUG, _CODE) for match in p.finditer(text) if (d := _coded(match))]
    if codes and len(set(codes)) == 1:
        return [(codes[0] - timedelta(days=1), codes[0] + timedelta(days=1), f"the text is marked {codes[0]}")]
    for pattern, before, after in _MARKS:
        end = len(text) if pattern is _POST else _HEAD
        days = sorted(day for match in pattern.finditer(text, 0, end) if (day := _full(match["date"])))
        if pattern is _POST:
            days = days[-1:]
        if days:
            first, last = days[0] - timedelta(days=before), days[-1] + timedelta(days=after)
            if (last - first).days <= 7:
                return [(first, last, f"the text is marked {days[-1]}")]
    return []


def _coded(match: re.Match[str]) -> date | None:
    year = int(match["y"])
    year += 0 if year > 99 else 1900 if year > 60 else 2000
    return valid(year, int(match["m"]), int(match["d"]))


def _full(written: str) -> date | None:
    meaning = interpret(written, None)
    return date.fromisoformat(meaning.value) if meaning and meaning.time and len(meaning.value) == 10 else None


def with_dateline(text: str, clues: Clues) -> Clues:
    """The clues with the days that a dateline without its year leaves open, and its day of the week if it is told."""
    for pattern, first, last in ((_WIRE, 0, 1), (_COLUMN, -1, 1)):
        match = pattern.search(text, 0, 300)
        node = read(match["date"]) if match else None
        if match is None or not isinstance(node, Day):
            continue
        there = date(2000, node.month, node.day)
        days = [there + timedelta(days=n) for n in range(first, last + 1)]
        newest = [b for b in sorted(clues.behind_days) if (b + 1) % 7 not in clues.behind_days]
        pairs = clues.pairs
        if pattern is _WIRE and len(newest) == 1:
            pairs = pairs | {(node.month, node.day, newest[0])}
        issued = frozenset((d.month, d.day) for d in days)
        return replace(clues, issued=issued, pairs=pairs, why=(*clues.why, f"its dateline {match['date']!r}"))
    return clues
