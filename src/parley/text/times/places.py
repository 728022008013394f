"""The days that a time expression covers, given one day to lean on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from parley.model.findings import Direction
from parley.model.times import Precision
from parley.text.times import calendar as cal
from parley.text.times.nodes import (
    Century,
    Day,
    Decade,
    Edge,
    Feast,
    Half,
    Month,
    Node,
    Offset,
    Overnight,
    Part,
    Quarter,
    Range,
    Season,
    Stretch,
    Unit,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from parley.text.times.values import length_value

# An event more than so many days away on the side that tense suggests, while the other side has it near, is taken as
# near: news rarely names a date eleven months off without its year, and taggers misread tense more often.
_FAR, _NEAR = 200, 45
_VAGUE_DAYS: dict[Unit, int] = {"day": 7, "week": 42, "month": 183, "year": 1827, "quarter": 366, "decade": 10957}


@dataclass(frozen=True, slots=True)
class Place:
    """The days from `first` to `last`, both included, with the TIMEX3 value and the precision told."""

    value: str
    first: date
    last: date
    precision: Precision
    guess: bool = False


def place(node: Node, day: date | None, way: Direction, focus: str) -> Place | None:
    """The days of an expression leaning on `day`; None if it cannot be placed.

    `way` is the side on which tense and modality put it, `focus` the TIMEX3 value that `day` comes from ("1989-Q3").
    Raises ValueError or OverflowError where the calendar ends.
    """
    match node:
        case Year(year=int() as number):
            return _year(number)
        case Year(offset=offset):
            return _year(day.year + offset) if day else None
        case Decade(digits=digits):
            return Place(str(digits), date(digits * 10, 1, 1), date(digits * 10 + 9, 12, 31), "year")
        case Century(digits=digits):
            return Place(str(digits), date(max(digits * 100, 1), 1, 1), date(digits * 100 + 99, 12, 31), "year")
        case Month():
            return _month(node, day, way)
        case Day():
            return _day(node, day, way)
        case Weekday():
            return _weekday(node, day, way)
        case Offset():
            return _offset(node, day, focus)
        case Stretch():
            return _stretch(node, day)
        case Quarter():
            return _quarter(node, day, way, focus)
        case Half():
            year = _number(node.year, day)
            if year is None:
                return None
            first, last = cal.month_days(year, 6 * node.number - 5)[0], cal.month_days(year, 6 * node.number)[1]
            return Place(f"{year}-H{node.number}", first, last, "quarter")
        case Season():
            return _season(node, day, way)
        case Weekend():
            return _weekend(node, day, way)
        case Feast():
            return _feast(node, day, way)
        case Part(code=code, of=of):
            found = place(of, day, way, focus) if of else (_one(day) if day else None)
            return replace(found, value=f"{found.value}T{code}", precision="part of day") if found else None
        case Overnight(into=into):
            into_day = place(into, day, way, focus) if into else (_one(day) if day else None)
            if into_day is None:
                return None
            eve = cal.shift(into_day.first, -1)
            return Place(f"{eve}TNI", eve, into_day.last, "part of day", into is None)
        case Edge():
            return _edge(node, day, way, focus)
        case Range(first=first_node, last=last_node):
            first_place, last_place = place(first_node, day, way, focus), place(last_node, day, way, focus)
            if first_place is None or last_place is None or last_place.last < first_place.first:
                return None
            return Place(f"{first_place.first}/{last_place.last}", first_place.first, last_place.last, "day")
        case _:
            return None


def _one(day: date) -> Place:
    return Place(day.isoformat(), day, day, "day")


def _year(number: int) -> Place:
    first, last = cal.year_days(number)
    return Place(f"{number:04d}", first, last, "year")


def _number(year: Year | None, day: date | None) -> int | None:
    if year is None:
        return None
    if year.year is not None:
        return year.year
    return day.year + year.offset if day else None


def _side(candidates: list[cal.Days], day: date, way: Direction) -> int:
    """Which of the candidates (in order of time) is meant: the last begun, the next not ended, or the nearest."""

    def gap(days: cal.Days) -> int:
        return (days[0] - day).days if days[0] > day else (day - days[1]).days if days[1] < day else 0

    nearest = min(range(len(candidates)), key=lambda n: (gap(candidates[n]), n))
    if way == "none":
        # News tells more of what was: what lies well ahead is told with a tense, or a year.
        behind = [n for n, c in enumerate(candidates) if c[0] <= day]
        return behind[-1] if behind and candidates[nearest][0] > day and gap(candidates[nearest]) > 60 else nearest
    # What is still to be told of a period just over ("expects third-quarter profit") lies ahead, the period does not.
    long = any((c[1] - c[0]).days > 80 for c in candidates)
    late = _NEAR if long else 0
    fits = [n for n, c in enumerate(candidates) if (c[0] <= day if way == "past" else (c[1] - day).days >= -late)]
    if not fits:
        return nearest
    best = fits[-1] if way == "past" else fits[0]
    doubtful = not (long and way == "past") and gap(candidates[best]) > _FAR and gap(candidates[nearest]) <= _NEAR
    return nearest if doubtful else best


def _month(node: Month, day: date | None, way: Direction) -> Place | None:
    year = _number(node.year, day)
    if year is None:
        if day is None:
            return None
        options = [cal.month_days(day.year + n, node.month) for n in (-1, 0, 1)]
        if node.which in ("last", "past", "previous"):
            options = [o for o in options if o[1] < day]
            year = options[-1][0].year
        elif node.which in ("next", "coming", "following"):
            year = next(o for o in options if o[0] > day)[0].year
        elif node.which == "this":
            year = day.year
        else:
            year = options[_side(options, day, way)][0].year
    first, last = cal.month_days(year, node.month)
    return Place(f"{year:04d}-{node.month:02d}", first, last, "month")


def _day(node: Day, day: date | None, way: Direction) -> Place | None:
    year = _number(node.year, day)
    if year is not None:
        found = cal.valid(year, node.month, node.day)
        if found is None:
            return None
        return replace(_one(found), guess=node.weekday not in (None, found.weekday()))
    if day is None:
        return None
    dates = [d for n in range(-4, 5) if (d := cal.valid(day.year + n, node.month, node.day))]
    if node.weekday is not None:
        # A weekday beside the date fixes the year where it fits one within the four years around.
        fitting = [d for d in dates if d.weekday() == node.weekday and abs((d - day).days) <= 400]
        if len(fitting) == 1:
            return _one(fitting[0])
    near = [d for d in dates if abs(d.year - day.year) <= 1] or dates
    if not near:
        return None
    found = near[_side([(d, d) for d in near], day, way)]
    return replace(_one(found), guess=node.weekday not in (None, found.weekday()))


def _weekday(node: Weekday, day: date | None, way: Direction) -> Place | None:
    """The publication day itself; else the next one under will, planned, scheduled, set to; else the last one."""
    if day is None:
        return None
    if node.week is not None:
        return _one(cal.shift(day, node.weekday - day.weekday() + 7 * node.week))
    ahead = (node.weekday - day.weekday()) % 7
    guess = False
    match node.which:
        case "last" | "past" | "previous":
            step = ahead - 7
        case "next":
            # "next Friday" on a Monday is the Friday of next week for most, the coming one for some.
            step = ahead + 7 if day.weekday() < node.weekday else ahead or 7
            guess = day.weekday() < node.weekday
        case "coming" | "following":
            step = ahead or 7
        case "this":
            step = ahead - 7 if way == "past" and ahead else ahead
        case _:
            step = 0 if not ahead else ahead if way == "future" else ahead - 7
    return replace(_one(cal.shift(day, step + 7 * node.weeks)), guess=guess)


def _offset(node: Offset, day: date | None, focus: str) -> Place | None:
    if day is None or node.count is None:
        return None
    count, whole = node.count, round(node.count)
    match node.unit:
        case "day" | "night":
            return _one(cal.shift(day, whole))
        case "weekend":
            return None
        case "week" | "fortnight":
            return _weeks(node, day, round(count * (2 if node.unit == "fortnight" else 1) * 7), focus)
        case "month":
            return _months(node, day, count)
        case "quarter":
            number = (day.month - 1) // 3 + whole
            return _quarter_of(day.year + number // 4, number % 4 + 1)
        case "year":
            return _years(node, day, count, focus)
        case "decade" | "century":
            return _ages(node, day, whole)
        case _:
            near = day if abs(count) < 12 or node.unit != "hour" else cal.shift(day, round(count / 24))
            return replace(_one(near), guess=True, value=f"{near}TXX")


def _weeks(node: Offset, day: date, days: int, focus: str) -> Place:
    there = cal.shift(day, days)
    iso = there.isocalendar()
    value = f"{iso.year}-W{iso.week:02d}"
    if node.about and node.base == "focus" and len(focus) == 10 and focus[5] != "W":
        return _one(there)
    if node.about:
        return Place(value, cal.shift(there, -3), cal.shift(there, 3), "week")
    first, last = cal.week_days(there)
    return Place(value, first, last, "week")


def _months(node: Offset, day: date, count: float) -> Place:
    there = cal.shift_months(day, round(count))
    value = f"{there.year:04d}-{there.month:02d}"
    if node.about:
        return Place(value, cal.shift(there, -16), cal.shift(there, 16), "month")
    first, last = cal.month_days(there.year, there.month)
    return Place(value, first, last, "month")


def _years(node: Offset, day: date, count: float, focus: str) -> Place:
    whole = round(count) if node.about else int(count)
    if "-Q" in focus and node.about:
        return _quarter_of(day.year + whole, (day.month - 1) // 3 + 1)
    if len(focus) == 7 and focus[5:].isdigit() and node.about and abs(count) == 1:
        first, last = cal.month_days(day.year + whole, day.month)
        return Place(f"{first.year:04d}-{first.month:02d}", first, last, "month")
    found = _year(day.year + whole)
    if not node.about or len(focus) == 4:
        return found
    there = cal.shift_months(day, round(count * 12))
    return Place(found.value, cal.shift(there, -183), cal.shift(there, 183), "year")


def _ages(node: Offset, day: date, count: int) -> Place:
    span = 10 if node.unit == "decade" else 100
    if node.about:
        year = day.year + span * count
        first, last = cal.year_days(year - span // 4)[0], cal.year_days(year + span // 4)[1]
        return Place(f"{year:04d}", first, last, "year")
    digits = day.year // span + count
    return Place(str(digits), date(max(digits * span, 1), 1, 1), date(digits * span + span - 1, 12, 31), "year")


def _stretch(node: Stretch, day: date | None) -> Place | None:
    if day is None:
        return None
    value = length_value(node)
    count = node.count
    days = _VAGUE_DAYS.get(node.unit, 1) if count is None else _length(node.unit, count)
    other = cal.shift(day, node.side * days)
    if count is not None and node.unit in ("month", "quarter", "year") and count == int(count):
        other = cal.shift_months(day, node.side * int(count) * {"month": 1, "quarter": 3, "year": 12}[node.unit])
    first, last = (other, day) if node.side < 0 else (day, other)
    precision: Precision = {"year": "year", "month": "month", "week": "week"}.get(node.unit, "day")  # type: ignore[assignment]
    return Place(value, first, last, precision, count is None)


def _length(unit: Unit, count: float) -> int:
    each = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14, "month": 30.44, "quarter": 91.3,
            "year": 365.25, "decade": 3652.5, "century": 36525, "hour": 1 / 24}.get(unit, 0)  # fmt: skip
    return min(round(count * each + 0.49), 3_000_000)


def _quarter_of(year: int, number: int) -> Place:
    first, last = cal.quarter_days(year, number)
    return Place(f"{year:04d}-Q{number}", first, last, "quarter")


def _quarter(node: Quarter, day: date | None, way: Direction, focus: str) -> Place | None:
    year = _number(node.year, day)
    if year is not None and not node.number:
        return _quarter_of(year, (day.month - 1) // 3 + 1) if day and "-Q" in focus else _year(year)
    if year is not None:
        return replace(_quarter_of(year, node.number), guess=node.fiscal)
    if day is None:
        return None
    current = (day.month - 1) // 3 + 1
    if node.offset is not None:
        number = current - 1 + node.offset
        return _quarter_of(day.year + number // 4, number % 4 + 1)
    if not node.number:
        if "-Q" in focus:
            return _quarter_of(day.year, current)
        if len(focus) == 10:
            middle = cal.shift(day, -45)  # of the quarter that ends on or about that day
            return _quarter_of(middle.year, (middle.month - 1) // 3 + 1)
        return _quarter_of(day.year - (current == 1), current - 1 or 4)
    options = [cal.quarter_days(day.year + n, node.number) for n in (-1, 0, 1)]
    found = options[_side(options, day, "past" if way == "none" else way)]
    return replace(_quarter_of(found[0].year, node.number), guess=node.fiscal)


def _season(node: Season, day: date | None, way: Direction) -> Place | None:
    year = _number(node.year, day)
    if year is None:
        if day is None:
            return None
        options = [cal.season_days(day.year + n, node.code) for n in (-2, -1, 0, 1)]
        if node.which in ("last", "past", "previous"):
            year = [o for o in options if o[1] < day or (o[0] < day and node.which == "past")][-1][0].year
        elif node.which in ("next", "coming", "following"):
            year = next((o for o in options if o[0] > day), options[-1])[0].year
        elif node.which == "this" and way == "none":
            year = day.year
        else:
            year = options[_side(options, day, way)][0].year
    first, last = cal.season_days(year, node.code)
    return Place(f"{year:04d}-{node.code}", first, last, "season")


def _weekend(node: Weekend, day: date | None, way: Direction) -> Place | None:
    if day is None:
        return None
    saturday = cal.shift(cal.week_days(day)[0], 5)
    inside = day >= saturday
    if (
        node.which in ("last", "past", "previous")
        or (not node.which and not inside and way != "future")
        or (node.which == "this" and way == "past" and day.weekday() < 2)
    ):
        saturday = cal.shift(saturday, -7)
    elif node.which in ("next", "following"):
        saturday = cal.shift(saturday, 7)
    iso = saturday.isocalendar()
    return Place(f"{iso.year}-W{iso.week:02d}-WE", saturday, cal.shift(saturday, 1), "day", node.which == "next")


def _feast(node: Feast, day: date | None, way: Direction) -> Place | None:
    year = _number(node.year, day)
    if year is not None:
        return _one(cal.feast(node.rule, year))
    if day is None:
        return None
    dates = [cal.feast(node.rule, day.year + n) for n in (-1, 0, 1)]
    if node.which in ("last", "past", "previous"):
        return _one([d for d in dates if d < day][-1])
    if node.which in ("next", "coming", "following"):
        return _one(next(d for d in dates if d > day))
    return _one(dates[_side([(d, d) for d in dates], day, way)])


def _edge(node: Edge, day: date | None, way: Direction, focus: str) -> Place | None:
    whole = place(node.of, day, way, focus)
    if whole is None:
        return None
    days = (whole.last - whole.first).days
    if days == 0:
        return replace(whole, precision="part of day" if node.mod else whole.precision)
    if node.mod in ("before", "after"):
        if day is None or not whole.first <= day <= whole.last:
            return whole
        return replace(whole, last=day) if node.mod == "before" else replace(whole, first=day)
    third = max(days // 3, 1)
    match node.mod:
        case "start":
            return replace(whole, last=cal.shift(whole.first, third))
        case "mid":
            return replace(whole, first=cal.shift(whole.first, third), last=cal.shift(whole.last, -third))
        case _:
            return replace(whole, first=cal.shift(whole.last, -third))
