"""Amounts in running English: a number with its bound, its range, its unit and what it is per ("about $5 to $6 a barrel")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.model.findings import Bound
from parley.model.passages import Span
from parley.text.numbers import Number, cue_after, cue_before, find_numbers
from parley.text.units import CASE_MATTERS, Unit, before, behind, table


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


@dataclass(slots=True)
class _Part:
    """A number with the sign before it and the unit behind it."""

    number: Number
    start: int
    end: int
    low: float
    high: float
    unit: Unit | None
    unit_at: Span | None
    glued: bool


def find_amounts(text: str) -> Iterator[Amount]:
    """Every amount of the text, in order."""
    numbers = list(find_numbers(text))
    at = reached = 0
    before_this: Amount | None = None
    while at < len(numbers):
        if numbers[at].start < reached:
            at += 1
            continue
        part = _part(text, numbers[at])
        at += 1
        if at < len(numbers):
            other = _part(text, numbers[at])
            joined = _range(text, part, other) or _compound(text, part, other) or _ratio(text, part, other)
            if joined:
                part = joined
                at += 1
        amount = _converted(text, before_this, _amount(text, part))
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


def _part(text: str, number: Number) -> _Part:
    start, end, unit, unit_at, glued = number.start, number.end, None, None, False
    low, high = number.low, number.high
    sign = before().search(text[max(0, start - 8) : start])
    if sign and number.kind != "words":
        unit = table().signs[sign["sign"]]
        start -= len(sign[0])
        unit_at = Span(start, number.start)
    elif minus := _MINUS.search(text, max(0, start - 6), start):
        start, low, high = minus.start(), -high, -low
    found = behind().match(text, end, end + 40)
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
    return _Part(number, start, end, low, high, unit, unit_at, glued)


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


_DASH = re.compile(r"\s?[-–—]\s?|\s(?:to|or|through)[\s-]|-to-?\s?|\sto-", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about |around |roughly |nearly )?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rise|rose|risen|rising|rises|fall|fell|falls|fallen|falling|drop\w*|increas\w*|decreas\w*|cut\w*|grow\w*|grew"
    r"|jump\w*|climb\w*|slid\w*|slip\w*|plung\w*|declin\w*|soar\w*|surg\w*|lift\w*|lower\w*|rais\w*|reduc\w*|chang\w*"
    r"|shrink\w*|shrank|shrunk|up|down|revis\w*|upgrad\w*|downgrad\w*|expand\w*|tripl\w*|doubl\w*|narrow\w*|widen\w*|went|gone)\b",
    re.IGNORECASE,
)  # fmt: skip


def _range(text: str, first: _Part, second: _Part) -> _Part | None:
    """ "20-30", "20 to 30", "between $3 billion and $5 billion", "4 or 5 million", "5% to 10%"."""
    gap = text[first.end : second.start]
    if len(gap) > 7:
        return None
    between = _BETWEEN.search(text[max(0, first.start - 12) : first.start])
    if not (_DASH.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if not (first.number.exact and second.number.exact) or (first.unit and second.unit and first.unit != second.unit):
        return None
    if first.unit and not second.unit and not (first.unit_at and first.unit_at.start < first.number.start):
        return None
    low, high, told = first.low, second.high, second.number
    if gap.strip() in ("-", "–", "—") and (low < 0 or high < 0):
        return None
    if (first.number.kind == "fraction" and first.low > 1) or first.number.kind == "crowd":
        return None
    if (
        first.number.kind == "digits"
        and told.kind in ("mixed", "digits")
        and low < 1000 <= high
        and low == first.number.low
    ):
        scale = _shared_scale(text, told)
        if low < high / scale:
            low *= scale
    if not low < high:
        return None
    if high > 3 * low and (" or" in gap.lower() or _BY.search(text[max(0, first.start - 6) : first.start])):
        return None
    if first.number.kind == "digits" and first.unit is None and 1900 <= low <= 2100 and high > 2 * low:
        return None
    start = first.start
    if _FROM.search(text[max(0, start - 24) : start]):
        clause = re.split(r"[.;:\n]\s", text[max(0, start - 60) : start])[-1]
        if _CHANGE.search(" ".join(clause.split()[-5:])):
            return None
    number = Number(first.number.start, second.number.end, low, high, first.number.kind)
    return _Part(
        number, start, second.end, low, high, second.unit or first.unit, second.unit_at or first.unit_at, second.glued
    )


def _shared_scale(text: str, number: Number) -> float:
    """What "billion" in "$3 to 5 billion" lends to the first number: the value over its mantissa."""
    digits = re.match(r"[\d.,]+", text[number.start : number.end])
    if not digits:
        return 1.0
    mantissa = float(digits[0].replace(",", "").rstrip(".") or 1)
    return number.low / mantissa if mantissa else 1.0


_THEN = re.compile(r"\s(?:and\s)?", re.IGNORECASE)
_PAIRS = {("hours", "minutes"), ("minutes", "seconds"), ("years", "months"), ("days", "hours"), ("weeks", "days"),
          ("months", "days"), ("feet", "inches"), ("pounds", "ounces"), ("stone", "pounds")}  # fmt: skip


def _compound(text: str, first: _Part, second: _Part) -> _Part | None:
    """ "one hour and 40 minutes" is 100 minutes."""
    if not (first.unit and second.unit and (first.unit.name, second.unit.name) in _PAIRS):
        return None
    if not _THEN.fullmatch(text[first.end : second.start]) or not (first.number.exact and second.number.exact):
        return None
    ratio = 12 if first.unit.name == "years" else round(first.unit.size / second.unit.size)
    if second.high >= ratio:
        return None
    value = first.low * ratio + second.low
    at = Span(first.unit_at.start, second.end) if first.unit_at else None
    number = Number(first.number.start, second.number.end, value, value, second.number.kind)
    return _Part(number, first.start, second.end, value, value, second.unit, at, second.glued)


_IN = re.compile(r"\s(?:in|out of(?: every)?|in every)\s", re.IGNORECASE)


def _ratio(text: str, first: _Part, second: _Part) -> _Part | None:
    """ "one in five", "three out of four": a share."""
    if first.unit or second.unit or not _IN.fullmatch(text[first.end : second.start]):
        return None
    low, of = first.low, second.low
    if (
        not 0 < low < of
        or of not in (2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 25, 50, 100, 1000)
        or first.number.kind != second.number.kind
    ):
        return None
    share = 100 * low / of
    number = Number(first.number.start, second.number.end, share, share, first.number.kind)
    return _Part(number, first.start, second.end, share, share, table().names["percent"], None, False)


_AND_HALF = re.compile(r"\sand\sa\s(half|quarter)\b", re.IGNORECASE)


def _amount(text: str, part: _Part) -> Amount:
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
    elif between := _BETWEEN.search(text[max(0, start - 12) : start]):
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


def _is_bound(text: str, start: int, end: int, bound: Bound, part: _Part) -> bool:
    """Whether the words bound the number: "over two days" tells a time in which, "under 5G" nothing."""
    if part.unit and part.unit.dimension == "time" and _OVER_TIME.search(text[start:end]):
        return bool(_LONGER.search(text[max(0, start - 12) : start]))
    return not (_SOME.search(text[start:end]) and part.number.kind == "words" and part.number.low == 1)


_PER = re.compile(
    r"(?:\s|-)?(?:(?P<each>each|apiece)\b(?!\sof\b)"
    r"|(?:an?|per|every|each|/)\s?(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|season|head|person|capita|share"
    r"|barrel|ton|tonne|unit|gallon|litre|liter|kilo|kilogram|kg|pound|ounce|acre|mile|km|kilometre|kilometer|side|household|family|employee|worker"
    r"|vehicle|student|pupil|voter|game|match|100,000|1,000|million)\b(?!\s(?:ago|later|earlier|before|after|old))"
    r"|(?P<adverb>annually|yearly|daily|weekly|monthly|quarterly|hourly)\b"
    r"|(?P<side>(?:on|from|by|for)\s(?:each|either)\s(?P<of>[a-z]+))|(?P<next>in\seach\sof\s(?:the\s)?(?:next|last|past)\s\w+\s(?P<years>year|month|week|day)s))",
    re.IGNORECASE,
)  # fmt: skip


def per_after(text: str, end: int) -> tuple[str | None, int]:
    """What the amount that ends there is per ("a week" → "week", "each" → "each"), and where that ends."""
    found = _PER.match(text, end)
    if not found:
        return None, end
    adverbs = {"annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month",
               "quarterly": "quarter", "hourly": "hour"}  # fmt: skip
    if found["each"]:
        return "each", found.end()
    if found["adverb"]:
        return adverbs[found["adverb"].lower()], found.end()
    if found["side"]:
        return f"each {found['of'].lower()}", found.end()
    return (found["unit"] or found["years"]).lower(), found.end()


def _clean(value: float) -> float:
    """The value without the dust of binary fractions (1.1 million is 1100000)."""
    rounded = round(value)
    return (
        float(rounded)
        if abs(value - rounded) < 1e-6 * max(1.0, abs(value)) and abs(value) >= 1
        else float(f"{value:.12g}")
    )
