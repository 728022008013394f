"""Amounts in running English: a number with bound, range, unit and what it is per ("about $5 to $6 a barrel")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.text.amounts.bounded import Amount, amount_of
from parley.text.amounts.pairs import as_length, as_range, as_share
from parley.text.amounts.parts import part_of
from parley.text.amounts.rates import per_after
from parley.text.numbers import find_numbers

__all__ = ["Amount", "find_amounts", "per_after"]


def find_amounts(text: str) -> Iterator[Amount]:
    """Every amount of the text, in order."""
    numbers = list(find_numbers(text))
    at = reached = 0
    before_this: Amount | None = None
    while at < len(numbers):
        if numbers[at].start < reached:
            at += 1
            continue
        part = part_of(text, numbers[at])
        at += 1
        if at < len(numbers):
            other = part_of(text, numbers[at])
            joined = as_range(text, part, other) or as_length(text, part, other) or as_share(text, part, other)
            if joined:
                part = joined
                at += 1
        amount = _lent(text, before_this, _converted(text, before_this, amount_of(text, part)))
        reached, before_this = amount.end, amount
        yield amount


_AGAIN = re.compile(r"\s?[(/]\s?|\s?\(?or\s", re.IGNORECASE)


def _converted(text: str, before_this: Amount | None, amount: Amount) -> Amount:
    """The same amount told again in another unit has the bound of the first: "under 296 hp (224 kW)"."""
    if before_this is None or amount.unit is None or before_this.unit is None or amount.bound != "exact":
        return amount
    if (
        amount.unit != before_this.unit
        and _AGAIN.fullmatch(text[before_this.end : amount.start])
        and before_this.bound != "range"
    ):
        return replace(amount, bound=before_this.bound)
    return amount


_FROM = re.compile(r",?\s(?:up\s|down\s)?from\s(?:(?:about|around|nearly|roughly|just)\s)?", re.IGNORECASE)
_ALONE = re.compile(
    r"\s*(?:[,.;:)—–]|\Z|\s(?:in|on|at|a|an|the|last|this|earlier|previously|before|and|but|when|as)\b)"
)
_LIKE = 20
"""How many times the one a sum may be the other that it rose or fell from."""


def _lent(text: str, before_this: Amount | None, amount: Amount) -> Amount:
    """A bare number behind "from" has the unit of the one before: "to 4 million dollars from 3 million"."""
    if before_this is None or before_this.unit is None or amount.unit is not None or before_this.glued:
        return amount
    if not _FROM.fullmatch(text[before_this.end : amount.start]) or not _ALONE.match(text, amount.end):
        return amount
    if not amount.low or not 1 / _LIKE <= before_this.high / amount.low <= _LIKE:
        return amount
    return replace(amount, unit=before_this.unit, per=amount.per or before_this.per)
