"""An amount as understood: its parts with bound and rate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.findings import Bound
from parley.model.passages import Span
from parley.text.amounts.pairs import BETWEEN
from parley.text.amounts.parts import Part
from parley.text.amounts.rates import per_after
from parley.text.numbers import cue_after, cue_before


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range as written and as understood.

    `start`, `end` hold bound, number, unit and per; `number` the number alone (both ends of a range). `low` and `high`
    are in `unit`; a fraction of something is told in percent. `unit_at` is where the unit is written. `written` says
    whether the number stands in digits or words. `glued` is true where number and unit are one adjective ("two-hour").
    """

    start: int
    end: int
    number: Span
    low: float
    high: float
    bound: Bound
    unit: str | None
    unit_at: Span | None
    per: str | None
    written: str
    glued: bool = False

    @property
    def value(self) -> float | tuple[float, float]:
        return self.low if self.low == self.high else (self.low, self.high)


_AND_HALF = re.compile(r"\sand\sa\s(half|quarter)\b", re.IGNORECASE)


def amount_of(text: str, part: Part) -> Amount:
    start, end = part.start, part.end
    low, high = part.low, part.high
    if part.unit and part.unit.dimension == "time" and (more := _AND_HALF.match(text, end)):
        extra = 0.5 if more[1].lower() == "half" else 0.25
        low, high, end = low + extra, high + extra, more.end()
    bound: Bound = "exact" if low == high else "range"
    cue = cue_before(text, start)
    if cue and _is_bound(text, cue.start, cue.end, cue.bound, part):
        start, bound = cue.start, cue.bound if low == high or cue.bound != "about" else "range"
        start, bound = _stacked(text, start, bound)
    elif between := BETWEEN.search(text[max(0, start - 12) : start]):
        start -= len(between[0]) if low != high else 0
    elif tail := (cue_after(text, end) or (cue_after(text, part.number.end) if part.unit is None else None)):
        end, bound = max(end, tail.end), tail.bound
    per, end = per_after(text, end) if part.unit else (None, end)
    written = {"mixed": "digits"}.get(part.number.kind, part.number.kind)
    return Amount(
        start=start,
        end=end,
        number=Span(part.number.start, part.number.end),
        low=_clean(low),
        high=_clean(high),
        bound=bound,
        unit=part.unit.name if part.unit else None,
        unit_at=part.unit_at,
        per=per,
        written=written,
        glued=part.glued,
    )


def _stacked(text: str, start: int, bound: Bound) -> tuple[int, Bound]:
    """ "up to about 40", "at least some 30": the outer word bounds."""
    outer = cue_before(text, start)
    if outer and outer.bound != "about" and bound == "about":
        return outer.start, outer.bound
    return start, bound


_OVER_TIME = re.compile(r"\bover\s+\Z", re.IGNORECASE)

_LONGER = re.compile(
    r"\b(?:for|lasted|lasting|takes?|took|after|well|just|is|was|are|were|of|a little)\s+\Z", re.IGNORECASE
)

_SOME = re.compile(r"\bsome\s+\Z", re.IGNORECASE)


_UP_TO = re.compile(r"\bup to\s+\Z", re.IGNORECASE)

_MOVED = re.compile(
    r"\b(?:revis|edg|inch|tick|bump|mark|climb|mov|rounded|jump|adjust|went|came|goes|go|rose|gone|brought|bring)\w*"
    r"(?:\s(?:back|further|again))?\s+\Z",
    re.IGNORECASE,
)


def _is_bound(text: str, start: int, end: int, bound: Bound, part: Part) -> bool:
    """Whether the words bound the number: "over two days" tells a time in which, "revised up to 40" a move."""
    if _UP_TO.search(text[start:end]) and _MOVED.search(text[max(0, start - 24) : start]):
        return False
    if part.unit and part.unit.dimension == "time" and _OVER_TIME.search(text[start:end]):
        return bool(_LONGER.search(text[max(0, start - 12) : start]))
    return not (_SOME.search(text[start:end]) and part.number.kind == "words" and part.number.low == 1)


def _clean(value: float) -> float:
    """The value without the dust of binary fractions (1.1 million is 1100000)."""
    rounded = round(value)
    return (
        float(rounded)
        if abs(value - rounded) < 1e-6 * max(1.0, abs(value)) and abs(value) >= 1
        else float(f"{value:.12g}")
    )
