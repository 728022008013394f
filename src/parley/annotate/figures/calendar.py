"""Numbers of the calendar and the clock, which count nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.text.amounts import Amount
from parley.text.units import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"

AFTER_MONTH = re.compile(rf"\b{_MONTH}\s(?:the\s)?(?:\d\d?(?:st|nd|rd|th)?\s?(?:[-–,]|and|to|or)\s?)?\Z")

BEFORE_MONTH = re.compile(rf"(?:\s?(?:-|–|and|to|or)\s?\d\d?)?\s(?:of\s)?{_MONTH}\b")

CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b|o[’']clock|GMT|hrs?\b(?=\s(?:GMT|local))|(?:noon|midnight)\b|[A-Z]?[ECMPW]S?T\b|(?:local|Moscow|Kyiv|Eastern|Pacific|eastern|pacific)\stime)|:\d\d|\.\d\d\s?[ap]\.?m",
    re.IGNORECASE,
)

_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|from|until|till|during|before|after|of|early|late|mid|to|and|between|for|summer|spring|winter|autumn|fall|year|season|around|than)[\s-]\Z|\(\Z",
    re.IGNORECASE,
)


def is_year(text: str, amount: Amount, root: Token, last: int) -> bool:
    """Whether four bare digits are a calendar year."""
    digits = text[amount.number.start : amount.number.end]
    parts = re.split(r"\s?(?:[-–—]|to|and|or)\s?", digits)
    if (
        not all(len(p) in (2, 4) and p.isdigit() for p in parts)
        or len(parts[0]) != 4
        or not 1500 <= int(parts[0]) <= 2100
    ):
        return False
    if amount.bound in ("more than", "at least", "up to", "less than") and root.dep_ == "nummod":
        return False
    if root.dep_ == "nummod" and root.head.i > last:
        head = root.head
        return not (head.tag_ in ("NNS",) and head.i - last == 1 and int(parts[0]) % 100 == 0) and not _counts_people(
            head
        )
    return bool(1600 <= int(parts[0]) <= 2100 or _YEAR_BEFORE.search(text[max(0, amount.start - 10) : amount.start]))


_PEOPLE = frozenset(
    [
        "people",
        "soldiers",
        "troops",
        "men",
        "women",
        "children",
        "civilians",
        "workers",
        "residents",
        "police",
        "officers",
        "families",
        "homes",
        "jobs",
    ]
)


def _counts_people(head: Token) -> bool:
    return head.lower_ in _PEOPLE


def calendar_spans(reading: Reading) -> list[tuple[int, int]]:
    """Where dates and clock times stand, in order."""
    return sorted((t.start, t.end) for t in reading.times if t.type in ("DATE", "TIME"))


def in_calendar(spans: list[tuple[int, int]], amount: Amount) -> bool:
    """Whether the number is a piece of a date or clock time; "18 years ago" is still a length of time."""
    if amount.unit and table().names[amount.unit].dimension == "time":
        return False
    at = bisect_right(spans, (amount.number.start, 1 << 60))
    return any(s <= amount.number.start and amount.number.end <= e for s, e in spans[max(0, at - 3) : at])
