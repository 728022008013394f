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
from parley.text.numbers.words import CROWDS, FEW, SIGNS, TENS, UNITS

_OF = re.compile(r"\sof\s", re.IGNORECASE)


_PIECE = re.compile(rf"\d+|[^\W\d_]+|[{''.join(SIGNS)}]")
"""Digits, words and signs: far cheaper to look through than the whole grammar, which is tried only where one opens."""

_OPENING = frozenset({*UNITS, *TENS, *CROWDS, *FEW, "tens", "half", "a", "an"})

_SIGNED = frozenset("-−+.")


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text, in order and without overlap; ordinals, clock times and codes ("G7") are none."""
    reached = 0
    for piece in _PIECE.finditer(text):
        at = piece.start()
        if at < reached or (text[at].isalpha() and piece[0].lower() not in _OPENING):
            continue
        found = _opened(text, at, reached)
        if found is None:
            continue
        number = _read(text, found)
        reached = found.end() if number is None else number.end
        if number is not None:
            yield number


def _opened(text: str, at: int, reached: int) -> re.Match[str] | None:
    """The token that opens at the piece, or with the sign and point before its digits ("-.5")."""
    first = at
    while text[at].isdecimal() and first > max(reached, at - 2) and text[first - 1] in _SIGNED:
        first -= 1
    return next((found for start in range(first, at + 1) if (found := TOKEN.match(text, start))), None)


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
