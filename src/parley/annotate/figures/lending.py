"""The unit that a bare number takes over from the measure before: "sought 40 tonnes a day; Norr has offered *25*"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.annotate.figures.clauses import verb_of
from parley.annotate.figures.stretches import core_of, root_of
from parley.text.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BARGAINING = frozenset(
    {"offer", "ask", "seek", "want", "demand", "propose", "give", "get", "accept", "bid", "pay", "receive", "suggest"}
    | {"grant", "concede", "request", "award", "promise", "pledge", "settle"}
)
"""Verbs by which sides speak of one measure, told in full the first time only."""

_MOVING = frozenset({"go", "move", "raise", "drop", "cut", "come", "climb", "lower"})
"""Verbs by which a side goes from one offer to another."""

_ALONE = re.compile(r"\s*(?:[,.;:)—–]|\Z|\s(?:and|but|to|while)\b)")
_LEAST, _MOST = 1 / 5, 5
"""How many times the measure before it a number may be that tells of the same."""

_REACH = 110


def lent_unit(doc: Doc, text: str, measure: Amount | None, amount: Amount) -> Amount:
    """The amount in the unit of the `measure` before it where sides of one bargain speak of both; else as it is."""
    if measure is None or measure.unit is None or measure.glued or amount.unit is not None or not amount.low:
        return amount
    near = amount.start - measure.end <= _REACH and "\n" not in text[measure.end : amount.start]
    if not near or not _LEAST <= measure.high / amount.low <= _MOST or not _ALONE.match(text, amount.end):
        return amount
    first, last = core_of(doc, amount)
    root = root_of(doc, first, last)
    verb = verb_of(root)
    if verb is None or verb.lemma_ not in _BARGAINING | _MOVING:
        return amount
    led_by = doc[first - 1].lower_ if first else ""
    moved = led_by in ("from", "to") and verb.lemma_ in _MOVING
    if not (moved or led_by == "for" or root.dep_ == "dobj"):
        return amount
    return replace(amount, unit=measure.unit, per=amount.per or measure.per)
