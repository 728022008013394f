"""Which quantities a record keeps: counts and measures of the story, not ages, idioms and parts of names."""

from __future__ import annotations

import re

from parley.annotate.figures.ages import is_age
from parley.annotate.figures.quantities import Quantity
from parley.annotate.reading import Reading
from parley.text.units import table

_IDLE_HEADS = frozenset(
    ["side", "sides", "hand", "hands", "thing", "things", "way", "ways", "step", "time", "day", "one", "other", "part", "parties", "party", "point", "word", "leader", "leaders", "country", "countries", "president", "presidents", "reason", "reasons", "occasion", "example", "case", "question"]
)
_KIND = re.compile(
    r"[-\s](?:way|sided|pronged|star|time|fold|party|part|tier|stage|step|piece|door)\b(?!s)", re.IGNORECASE
)
"""What a glued number says of the kind of a thing rather than of how many: a three-way deal, a two-time winner."""


def worth_recording(reading: Reading, quantity: Quantity) -> bool:
    """Whether the quantity says something that a desk would check."""
    amount, counted = quantity.amount, quantity.counted
    if is_age(reading.text, amount) or _KIND.match(reading.text, amount.number.end):
        return False
    small = amount.written == "words" and amount.low == amount.high
    if amount.unit is not None:
        dimension = table().names[amount.unit].dimension
        return not (
            dimension == "angle"
            or (dimension == "time" and small and amount.low == 1 and _idle_time(reading, quantity))
        )
    if counted.head is None and not amount.number.start < amount.number.end:
        return False
    if small and amount.low == 1:
        return False
    if small and amount.low == 2 and counted.head is not None and counted.head.lower_ in _IDLE_HEADS:
        return False
    return bool(counted.of) or amount.high >= 10


def _idle_time(reading: Reading, quantity: Quantity) -> bool:
    """ "One day", "one minute" as turns of phrase, not as a length: nothing before or behind it makes it one."""
    before = reading.text[max(0, quantity.amount.start - 12) : quantity.amount.start].lower().split()
    after = reading.text[quantity.amount.end : quantity.amount.end + 12].lower().split()
    return not (
        quantity.amount.bound != "exact"
        or (before and before[-1] in ("for", "lasted", "within", "in", "every"))
        or (after and after[0].strip(",.") in ("after", "before", "later", "earlier", "ago", "and"))
        or quantity.amount.glued
    )
