"""Stretches of the parse that stand for an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.text.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def core_of(doc: Doc, amount: Amount) -> tuple[int, int]:
    """The tokens (first, last) that hold the number and its unit."""
    start, end = amount.number.start, amount.number.end
    if amount.unit_at:
        start, end = min(start, amount.unit_at.start), max(end, amount.unit_at.end)
    return token_at(doc, start), token_at(doc, end - 1)


def token_at(doc: Doc, offset: int) -> int:
    """The index of the token that holds the offset, or the last one before it."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= offset:
            low = middle
        else:
            high = middle - 1
    return low


def root_of(doc: Doc, first: int, last: int) -> Token:
    """The token of the stretch on which the others hang."""
    out = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head.i == t.i]
    worded = [t for t in out if t.pos_ not in ("PUNCT", "SPACE")]
    return (worded or out or [doc[last]])[-1]
