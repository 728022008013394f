"""A grammar of English numbers: digits, words, their mixtures, fractions and open counts.

Covers what CQE (Almasian et al., EMNLP 2023) and the AP and Guardian style books list for news: "5,000", "1.5 million",
"1.3bn", "twenty-eight thousand", "half a million", "two dozen", "one-fifth of", "tens of thousands of", "2½".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.text.numbers.digits import read_digits
from parley.text.numbers.fractions import read_after_article, read_fraction, read_half
from parley.text.numbers.tokens import TOKEN, Number
from parley.text.numbers.wording import read_words
from parley.text.numbers.words import CROWDS, SIGNS, UNITS

_OF = re.compile(r"\sof\s", re.IGNORECASE)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text, in order and without overlap; ordinals, clock times and codes ("G7") are none."""
    at = 0
    while found := TOKEN.search(text, at):
        number = _read(text, found)
        if number is None:
            at = found.end()
            continue
        at = number.end
        yield number


def _read(text: str, found: re.Match[str]) -> Number | None:
    kind = found.lastgroup
    if found["digits"] is not None:
        return read_digits(text, found)
    if found["alone"]:
        worth = SIGNS[found["alone"]]
        return Number(found.start(), found.end(), worth, worth, "fraction")
    if kind == "stack":
        return _stack(found)
    if kind == "crowd":
        return _crowd(text, found)
    if kind == "unit":
        return read_fraction(text, found, UNITS.get(found["unit"].lower())) or read_words(text, found)
    if kind == "half":
        return read_half(text, found)
    if kind in ("article", "few"):
        return read_after_article(text, found)
    return None  # a bare scale or part ("the hundred", "a third man") is no number by itself


def _crowd(text: str, found: re.Match[str]) -> Number | None:
    low, high = CROWDS[found["crowd"].lower()]
    end = found.end()
    if found["crowd"].lower() == "scores" and not _OF.match(text, end):
        return None
    return Number(found.start(), end, low, high, "crowd")


def _stack(found: re.Match[str]) -> Number:
    """Stacked open counts: tens of thousands, hundreds of millions."""
    first, _, scale = found["stack"].lower().split()
    low, high = (10, 99) if first == "tens" else CROWDS[first]
    base = CROWDS[scale][0]
    return Number(found.start(), found.end(), low * base, (high + 1) * base - 1, "crowd")
