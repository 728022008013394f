"""Shares and numbers that begin with an article: "two-thirds of", "half a million", "a few dozen"."""

from __future__ import annotations

import re

from parley.text.numbers.tokens import (
    PART_WORDS,
    SCALE_WORDS,
    SHARED,
    TOKEN,
    UNIT_WORDS,
    Number,
    scales_behind,
    worth_of,
)
from parley.text.numbers.words import FEW, GROUPS, PARTS, SCALES, UNITS

_PART = re.compile(rf"(-|\s)({PART_WORDS})(?!\w)", re.IGNORECASE)
_SCALE = re.compile(rf"[\s-](?:an?\s)?({SCALE_WORDS})(?!\w)", re.IGNORECASE)
_HALVED = re.compile(r"[\s-](?:an?\s)?(?:hour|day|year|century|decade|mile|pint|kilo|ton|inch)\b", re.IGNORECASE)
_NTH = re.compile(r"(?:second|first|other|latter|better)\s\Z", re.IGNORECASE)
_ARTICLE_HALF = re.compile(r"\s(half)[\s-]", re.IGNORECASE)
_FEW = re.compile(rf"\s({'|'.join(FEW)})(?!\w)", re.IGNORECASE)
_OF = re.compile(r"\sof\b", re.IGNORECASE)
_REST = re.compile(rf"\sand\s({UNIT_WORDS})(?:-({'|'.join(UNITS)}))?(?!\w)", re.IGNORECASE)


def read_fraction(text: str, found: re.Match[str], count: int | None) -> Number | None:
    """One-fifth, two-thirds of, three quarters."""
    if count is None or not 0 < count < 20:
        return None
    part = _PART.match(text, found.end())
    if not part:
        return None
    parts = PARTS[part[2].lower()]
    if count >= parts or not (part[1] == "-" or part[2].lower().endswith("s") or SHARED.match(text, part.end())):
        return None
    return Number(found.start(), part.end(), count / parts, count / parts, "fraction")


def read_half(text: str, found: re.Match[str]) -> Number | None:
    """Half a million, half a dozen, half of, half the."""
    start, end = found.span()
    scale = _SCALE.match(text, end)
    if scale:
        word = scale[1].lower()
        worth = (GROUPS.get(word) or SCALES[word]) / 2
        return Number(start, scale.end(), worth, worth, "words")
    if _HALVED.match(text, end):
        return Number(start, end, 0.5, 0.5, "words")
    if SHARED.match(text, end) and not _NTH.search(text[max(0, start - 8) : start]):
        return Number(start, end, 0.5, 0.5, "fraction")
    return None


def read_after_article(text: str, found: re.Match[str]) -> Number | None:
    """A dozen, a hundred, a million, a third of, a few hundred, a couple of thousand, several dozen."""
    start, end = found.span()
    few = found["few"].lower() if found["few"] else None
    if few is None:
        if half := _ARTICLE_HALF.match(text, end):
            return read_half(text, TOKEN.match(text, half.start(1)) or found)
        if next_few := _FEW.match(text, end):
            few, end = next_few[1].lower(), next_few.end()
    if few == "couple":
        end = (_OF.match(text, end) or found).end()
    scale = _SCALE.match(text, end)
    if scale:
        word = scale[1].lower()
        worth = GROUPS.get(word) or SCALES[word]
        if few:
            return _few(text, found.start(), scale.end(), few, worth)
        return _go_on(text, start, scale.end(), worth)
    if few or found["few"]:
        return None
    part = _PART.match(text, end)
    if part and part[2].lower() not in ("half", "halves") and SHARED.match(text, part.end()):
        share = 1 / PARTS[part[2].lower()]
        return Number(start, part.end(), share, share, "fraction")
    return None


def _few(text: str, start: int, end: int, few: str, worth: float) -> Number:
    """Several hundred, a few dozen: an open count, but for a couple."""
    low, high = FEW[few]
    stop, more = scales_behind(text, end)
    return Number(start, stop, low * worth * more, high * worth * more, "crowd" if low != high else "words")


def _go_on(text: str, start: int, end: int, worth: float) -> Number:
    """What may follow "a hundred": a further scale ("a hundred million"), or tens and units ("a hundred and ten")."""
    stop, more = scales_behind(text, end)
    total = worth * more
    rest = _REST.match(text, stop)
    if rest and more == 1.0 and worth >= 100:
        total += worth_of(rest[1]) + (worth_of(rest[2]) if rest[2] else 0)
        stop = rest.end()
    return Number(start, stop, total, total, "words")
