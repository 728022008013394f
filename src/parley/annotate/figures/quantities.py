"""Every quantity of a report: its amount, what it counts, which way it moves; whether or not it is worth recording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parley.annotate.figures.calendar import calendar_spans, in_calendar
from parley.annotate.figures.counted import Counted, read_counted
from parley.annotate.figures.lending import lent_unit
from parley.annotate.figures.lexicon import around
from parley.annotate.figures.nouns import words_of
from parley.annotate.figures.strangers import is_stranger
from parley.annotate.reading import Reading
from parley.text.amounts import Amount, find_amounts
from parley.text.amounts.conversions import conversion

Trend = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with what it counts. `about` is the clause's subject in the report's words, `trend` a rise or fall."""

    amount: Amount
    counted: Counted
    about: str
    trend: Trend | None


def all_quantities(reading: Reading) -> list[Quantity]:
    """Every number of the report that counts or measures something, in order."""
    calendar = calendar_spans(reading)
    found = []
    measure: Amount | None = None
    for bare in find_amounts(reading.text):
        amount = lent_unit(reading.doc, reading.text, measure, bare)
        measure = amount if amount.unit is not None else measure
        if in_calendar(calendar, amount) or is_stranger(reading, amount):
            continue
        counted = read_counted(reading.doc, amount)
        about = words_of(counted.about, (counted.first, counted.last)) if counted.about is not None else []
        found.append(Quantity(amount, counted, " ".join(about), _trend(reading.text, amount)))
    return found


def with_conversions(text: str, quantities: list[Quantity]) -> Iterator[tuple[Quantity, int]]:
    """Each quantity with the offset behind its conversion in brackets (0 for none), which is no quantity by itself."""
    at = 0
    while at < len(quantities):
        one = quantities[at]
        at += 1
        told = conversion(text, one.amount, quantities[at].amount) if at < len(quantities) else None
        at += told is not None
        yield one, told.end if told is not None else 0


def _trend(text: str, amount: Amount) -> Trend | None:
    """The rise or fall of which the amount is the size: the word right before it says so."""
    window = text[max(0, amount.start - 40) : amount.start]
    if amount.unit is None and not amount.number.end - amount.number.start > 5:
        return None
    if around().up.search(window):
        return "up"
    if around().down.search(window) or (amount.low < 0 and amount.unit == "percent"):
        return "down"
    return None
