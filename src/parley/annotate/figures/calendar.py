"""Numbers of the calendar and the clock, which count nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from parley.annotate.figures.lexicon import around
from parley.annotate.reading import Reading
from parley.text.amounts import Amount
from parley.text.units import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)

AFTER_MONTH = re.compile(rf"\b{_MONTH}\s(?:the\s)?(?:\d\d?(?:st|nd|rd|th)?\s?(?:[-–,]|and|to|or)\s?)?\Z")

BEFORE_MONTH = re.compile(rf"(?:\s?(?:-|–|and|to|or)\s?\d\d?)?\s(?:of\s)?{_MONTH}\b")

CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b|o[’']clock|GMT|hrs?\b(?=\s(?:GMT|local))|(?:noon|midnight)\b|[A-Z]?[ECMPW]S?T\b"
    r"|(?:local|Moscow|Kyiv|Eastern|Pacific)\stime)|:\d\d|\.\d\d\s?[ap]\.?m",
    re.IGNORECASE,
)

_YEARS = re.compile(r"\s?(?:[-–—]|to|and|or)\s?")


def is_year(text: str, amount: Amount, root: Token, last: int) -> bool:
    """Whether four bare digits are a calendar year."""
    parts = _YEARS.split(text[amount.number.start : amount.number.end])
    if len(parts[0]) != 4 or not all(len(p) in (2, 4) and p.isdigit() and p.isascii() for p in parts):
        return False
    year = int(parts[0])
    if not 1500 <= year <= 2100:
        return False
    if amount.bound in ("more than", "at least", "up to", "less than") and root.dep_ == "nummod":
        return False
    if root.dep_ == "nummod" and root.head.i > last:
        round_count = root.head.tag_ == "NNS" and root.head.i - last == 1 and year % 100 == 0
        return not round_count and root.head.lower_ not in around().by_thousands
    return year >= 1600 or bool(around().year_before.search(text[max(0, amount.start - 10) : amount.start]))


def calendar_spans(reading: Reading) -> list[tuple[int, int]]:
    """Where dates and clock times stand, in order."""
    return sorted((t.start, t.end) for t in reading.times if t.type in ("DATE", "TIME"))


def in_calendar(spans: list[tuple[int, int]], amount: Amount) -> bool:
    """Whether the number is a piece of a date or clock time; "18 years ago" is still a length of time."""
    if amount.unit and table().names[amount.unit].dimension == "time":
        return False
    at = bisect_right(spans, (amount.number.start, 1 << 60))
    return any(s <= amount.number.start and amount.number.end <= e for s, e in spans[max(0, at - 3) : at])
