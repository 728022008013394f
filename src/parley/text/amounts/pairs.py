"""Two numbers that make one amount: ranges, compound lengths of time, shares."""

from __future__ import annotations

import re

from parley.model.passages import Span
from parley.text.amounts.parts import Part
from parley.text.numbers import Number
from parley.text.units import table

_DASH = re.compile(r"\s?[-–—]\s?|\s(?:to|or|through)[\s-]|-to-?\s?|\sto-", re.IGNORECASE)

_AND = re.compile(r"\sand\s", re.IGNORECASE)

BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)

_FROM = re.compile(r"\bfrom\s+(?:about |around |roughly |nearly )?\Z", re.IGNORECASE)

_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)

_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|rising|rises|fall|fell|falls|fallen|falling|drop\w*|increas\w*|decreas\w*|cut\w*|grow\w*|grew"
    r"|jump\w*|climb\w*|slid\w*|slip\w*|plung\w*|declin\w*|soar\w*|surg\w*|lift\w*|lower\w*|rais\w*|reduc\w*|chang\w*"
    r"|shrink\w*|shrank|shrunk|up|down|revis\w*|upgrad\w*|downgrad\w*|expand\w*|tripl\w*|doubl\w*|narrow\w*|widen\w*|went|gone|mov(?:e|es|ed|ing)"
    r"|shift\w*|boost\w*|extend\w*|improv\w*|swell\w*|swollen|brought|bring\w*)\b",
    re.IGNORECASE,
)  # fmt: skip


def as_range(text: str, first: Part, second: Part) -> Part | None:
    """ "20-30", "20 to 30", "between $3 billion and $5 billion", "4 or 5 million", "5% to 10%"."""
    gap = text[first.end : second.start]
    if len(gap) > 7:
        return None
    between = BETWEEN.search(text[max(0, first.start - 12) : first.start])
    if not (_DASH.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if not (first.number.exact and second.number.exact) or (first.unit and second.unit and first.unit != second.unit):
        return None
    if first.unit and not second.unit and not (first.unit_at and first.unit_at.start < first.number.start):
        return None
    low, high, told = first.low, second.high, second.number
    if gap.strip() in ("-", "–", "—") and (low < 0 or high < 0):
        return None
    if (first.number.kind == "fraction" and first.low > 1) or first.number.kind == "crowd":
        return None
    if (
        first.number.kind == "digits"
        and told.kind in ("mixed", "digits")
        and low < 1000 <= high
        and low == first.number.low
    ):
        scale = _shared_scale(text, told)
        if low < high / scale:
            low *= scale
    if not low < high:
        return None
    if high > 3 * low and (" or" in gap.lower() or _BY.search(text[max(0, first.start - 6) : first.start])):
        return None
    if first.number.kind == "digits" and first.unit is None and 1900 <= low <= 2100 and high > 2 * low:
        return None
    start = first.start
    if _FROM.search(text[max(0, start - 24) : start]):
        clause = re.split(r"[.;:\n]\s", text[max(0, start - 60) : start])[-1]
        if _CHANGE.search(" ".join(clause.split()[-5:])):
            return None
    number = Number(first.number.start, second.number.end, low, high, first.number.kind)
    return Part(
        number, start, second.end, low, high, second.unit or first.unit, second.unit_at or first.unit_at, second.glued
    )


def _shared_scale(text: str, number: Number) -> float:
    """What "billion" in "$3 to 5 billion" lends to the first number: the value over its mantissa."""
    digits = re.match(r"[\d.,]+", text[number.start : number.end])
    if not digits:
        return 1.0
    mantissa = float(digits[0].replace(",", "").rstrip(".") or 1)
    return number.low / mantissa if mantissa else 1.0


_THEN = re.compile(r"\s(?:and\s)?", re.IGNORECASE)

_PAIRS = {("hours", "minutes"), ("minutes", "seconds"), ("years", "months"), ("days", "hours"), ("weeks", "days"),
          ("months", "days"), ("feet", "inches"), ("pounds", "ounces"), ("stone", "pounds")}  # fmt: skip


def as_length(text: str, first: Part, second: Part) -> Part | None:
    """ "one hour and 25 minutes" is 85 minutes."""
    if not (first.unit and second.unit and (first.unit.name, second.unit.name) in _PAIRS):
        return None
    if not _THEN.fullmatch(text[first.end : second.start]) or not (first.number.exact and second.number.exact):
        return None
    ratio = 12 if first.unit.name == "years" else round(first.unit.size / second.unit.size)
    if second.high >= ratio:
        return None
    value = first.low * ratio + second.low
    at = Span(first.unit_at.start, second.end) if first.unit_at else None
    number = Number(first.number.start, second.number.end, value, value, second.number.kind)
    return Part(number, first.start, second.end, value, value, second.unit, at, second.glued)


_IN = re.compile(r"\s(?:in|out of(?: every)?|in every)\s", re.IGNORECASE)


def as_share(text: str, first: Part, second: Part) -> Part | None:
    """ "one in five", "three out of four": a share."""
    if first.unit or second.unit or not _IN.fullmatch(text[first.end : second.start]):
        return None
    low, of = first.low, second.low
    if (
        not 0 < low < of
        or of not in (2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 25, 50, 100, 1000)
        or first.number.kind != second.number.kind
    ):
        return None
    share = 100 * low / of
    number = Number(first.number.start, second.number.end, share, share, first.number.kind)
    return Part(number, first.start, second.end, share, share, table().names["percent"], None, False)
