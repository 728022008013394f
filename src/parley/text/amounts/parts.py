"""A number with the sign before it and the unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.passages import Span
from parley.text.numbers import Number
from parley.text.units import CASE_MATTERS, Unit, before, behind, table


@dataclass(slots=True)
class Part:
    """A number with the sign before it and the unit behind it."""

    number: Number
    start: int
    end: int
    low: float
    high: float
    unit: Unit | None
    unit_at: Span | None
    glued: bool


def part_of(text: str, number: Number) -> Part:
    start, end, unit, unit_at, glued = number.start, number.end, None, None, False
    low, high = number.low, number.high
    sign = before().search(text[max(0, start - 8) : start])
    if sign and number.kind != "words":
        unit = table().signs[sign["sign"]]
        start -= len(sign[0])
        unit_at = Span(start, number.start)
    elif minus := _MINUS.search(text, max(0, start - 6), start):
        start, low, high = minus.start(), -high, -low
    reach = end + 3 if number.kind == "crowd" and text.startswith(" of ", end) else end
    found = behind().match(text, reach, reach + 40)
    if found and (unit is None or table().forms[_form(found)].dimension == "money") and _is_unit(text, number, found):
        written = table().forms[_form(found)]
        if unit is None:
            unit, unit_at = written, Span(*found.span("unit"))
        glued = bool(found["gap"] and found["gap"].strip())
        end = found.end()
    if number.kind == "fraction" and unit is None:
        if number.high < 1 and not _SLASHED.search(text, start, end):
            low, high, unit = low * 100, high * 100, table().names["percent"]
    elif unit and unit.name in ("decades", "centuries", "fortnights"):
        times, name = {"decades": (10, "years"), "centuries": (100, "years"), "fortnights": (2, "weeks")}[unit.name]
        low, high, unit = low * times, high * times, table().names[name]
    return Part(number, start, end, low, high, unit, unit_at, glued)


_MINUS = re.compile(r"\bminus[\s-]\Z", re.IGNORECASE)

_SLASHED = re.compile(r"/|[½⅓⅔¼¾⅛⅜⅝⅞]")


def _form(found: re.Match[str]) -> str:
    return (
        " ".join(found["unit"].lower().replace("-", " ").split())
        if found["unit"].lower() not in table().forms
        else found["unit"].lower()
    )


def _is_unit(text: str, number: Number, found: re.Match[str]) -> bool:
    """Whether a short or common word behind a number is a unit: "5m" is one, "5 V" and "two m" are not sure."""
    word = found["unit"]
    if word.lower() in CASE_MATTERS:
        if number.kind != "digits" or (found["gap"] or "").strip():
            return False
        if word.lower() in ("won", "dong", "stone"):
            return number.low >= 1000 if word.lower() != "stone" else word == "stone"
        return word not in ("P", "G", "Stone", "HA", "MI") and not (word in ("p", "L") and found["gap"])
    if word == "second" and number.kind == "words" and number.low == 1:
        return True
    return not (word.lower() == "points" and number.low < 0)
