"""The pieces of a number, and what they are put together to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.text.numbers.words import CROWDS, FEW, GROUPS, MAGNITUDES, PARTS, SCALES, SIGNS, TENS, UNITS

Kind = Literal["digits", "words", "mixed", "crowd", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written (``text[start:end]``) and as understood; `low` equals `high` unless the count is open.

    A fraction is a share of 1. `kind` tells digits from words, because "one" is not always a count and "1" is.
    """

    start: int
    end: int
    low: float
    high: float
    kind: Kind

    @property
    def exact(self) -> bool:
        return self.low == self.high


UNIT_WORDS = "|".join(sorted([*UNITS, *TENS], key=lambda w: (-len(w), w)))
SCALE_WORDS = "|".join([*GROUPS, *SCALES])
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:,\d\d)+,\d{3}(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=lambda m: (-len(m), m)))
_SIGNS = "".join(SIGNS)
PART_WORDS = "|".join(sorted(PARTS, key=lambda w: (-len(w), w)))

_BEFORE = r"(?:(?<![\w.,/:])(?<!\d-)[-−+]?|(?<=\d-)|(?<=(?<![A-Za-z0-9])[A-Z]{2})|(?<=(?<![A-Za-z0-9])[A-Z]{3}))"
"""Where digits may begin: behind no letter or mark, or behind two or three capitals that may be a currency."""

TOKEN = re.compile(
    rf"(?P<digits>{_BEFORE}(?:{_DIGITS})(?:(?P<magnitude>{_MAGNITUDE})(?![\w/])|(?P<sign>[{_SIGNS}]))?)"
    rf"|(?P<alone>(?<![\w.])[{_SIGNS}])"
    rf"|(?<!\w)(?:(?P<stack>(?:tens|dozens|scores|hundreds|thousands)\sof\s(?:{'|'.join(CROWDS)}))"
    rf"|(?P<crowd>{'|'.join(CROWDS)})|(?P<unit>{UNIT_WORDS})|(?P<scale>{SCALE_WORDS})"
    rf"|(?P<half>half)|(?P<few>{'|'.join(FEW)})|(?P<part>{PART_WORDS})|(?P<article>an?))(?!\w)",
    re.IGNORECASE,
)
"""One piece of a number; its groups say which."""

ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[ -](?:hundredth|thousandth|millionth)\b", re.IGNORECASE)

SHARED = re.compile(r"\s(?:of|the|its|their|his|her|our|my|your|that|those|these|all)\b", re.IGNORECASE)


_SCALE = re.compile(rf"[\s-](?:({SCALE_WORDS})|(mn|bn|tn|mil|mln|bln))(?!\w)", re.IGNORECASE)


def scales_behind(text: str, end: int) -> tuple[int, float]:
    """Scale words behind a number in digits: "4 hundred million", "1.5-million"."""
    worth = 1.0
    while link := _SCALE.match(text, end):
        word = (link[1] or link[2]).lower()
        worth *= GROUPS.get(word) or SCALES.get(word) or MAGNITUDES[word]
        end = link.end()
    return end, worth


def worth_of(word: str) -> int:
    """The worth of a word from zero to ninety."""
    word = word.lower()
    return UNITS[word] if word in UNITS else TENS[word]
