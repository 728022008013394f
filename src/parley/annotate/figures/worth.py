"""Which quantities a record keeps: counts and measures of the story, not ages, idioms and parts of names."""

from __future__ import annotations

from parley.annotate.figures.ages import is_age
from parley.annotate.figures.lexicon import around
from parley.annotate.figures.quantities import Quantity
from parley.annotate.reading import Reading
from parley.text.units import table


def worth_recording(reading: Reading, quantity: Quantity) -> bool:
    """Whether the quantity says something that a desk would check."""
    amount, counted = quantity.amount, quantity.counted
    if is_age(reading.text, amount) or around().kind.match(reading.text, amount.number.end):
        return False
    small = amount.written == "words" and amount.low == amount.high
    if small and amount.unit is None and _is_taken_up(reading, quantity):
        return False
    if amount.unit is not None:
        dimension = table().names[amount.unit].dimension
        return not (
            dimension == "angle"
            or (dimension == "time" and small and amount.low == 1 and _idle_time(reading, quantity))
        )
    if small and amount.low == 1:
        return False  # "one" counts victims alone, and these are told apart elsewhere
    if small and amount.low <= 5 and counted.head is not None and counted.head.lower_ in around().idle_kinds:
        return False
    if small and amount.low == 2 and counted.head is not None and counted.head.lower_ in around().idle_heads:
        return False
    return bool(counted.of) or amount.high >= 10


def _is_taken_up(reading: Reading, quantity: Quantity) -> bool:
    """Whether the number only takes up things told before: "the two are alike", "two of *the six*"."""
    before = reading.text[max(0, quantity.amount.start - 12) : quantity.amount.start].lower().split()
    lone = quantity.counted.head is None or quantity.counted.elliptical
    return lone and bool(before) and before[-1] in ("the", "these", "those", "all", "both", "his", "her", "their")


def _idle_time(reading: Reading, quantity: Quantity) -> bool:
    """Whether "one day", "one minute" is a turn of phrase: nothing before or behind it makes it a length."""
    before = reading.text[max(0, quantity.amount.start - 12) : quantity.amount.start].lower().split()
    after = reading.text[quantity.amount.end : quantity.amount.end + 12].lower().split()
    return not (
        quantity.amount.bound != "exact"
        or (before and before[-1] in ("for", "lasted", "within", "in", "every"))
        or (after and after[0].strip(",.") in ("after", "before", "later", "earlier", "ago", "and"))
        or quantity.amount.glued
    )
