"""TIMEX3 values that need no calendar: lengths, and dates of which parts stay unknown (TimeML 1.2.1, X for unknown)."""

from __future__ import annotations

from parley.text.times.nodes import (
    Century,
    Clock,
    Day,
    Decade,
    Duration,
    Edge,
    Half,
    Month,
    Node,
    Offset,
    Overnight,
    Part,
    Quarter,
    Range,
    Reference,
    Repeated,
    Season,
    Stretch,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from parley.text.times.relatives import size


def length_value(node: Duration | Stretch | Repeated | Reference) -> str:
    """The value of a length, a set or a reference: P3D, PT1H40M, XXXX-WXX-5, PAST_REF."""
    if isinstance(node, Repeated | Reference):
        return node.value
    if isinstance(node, Stretch) and node.unit == "year" and node.count is None and node.side < 0:
        return "PAST_REF"
    if isinstance(node, Stretch):
        return size(node.unit, node.count)
    values = [size(unit, amount) for amount, unit in node.parts]
    value = values[0]
    for more in values[1:]:
        if more.startswith("PT") and "T" in value:
            value += more[2:]
        else:
            value += more[1:]
    return value


def open_value(node: Node) -> str:
    """The value of a date that could not be placed, its unknown fields X."""
    match node:
        case Year(year=year):
            return f"{year:04d}" if year is not None else "XXXX"
        case Decade(digits=digits) | Century(digits=digits):
            return str(digits)
        case Month(month=month, year=year):
            return f"{_year(year)}-{month:02d}"
        case Day(month=month, day=day, year=year):
            return f"{_year(year)}-{month:02d}-{day:02d}"
        case Weekday(weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case Weekend():
            return "XXXX-WXX-WE"
        case Quarter(number=number, year=year):
            return f"{_year(year)}-Q{number or 'X'}"
        case Half(number=number, year=year):
            return f"{_year(year)}-H{number}"
        case Season(code=code, year=year):
            return f"{_year(year)}-{code}"
        case Part(code=code, of=of):
            return f"{open_value(of) if of else 'XXXX-XX-XX'}T{code}"
        case Overnight():
            return "XXXX-XX-XXTNI"
        case Clock(hour=hour, minute=minute, of=of):
            return f"{open_value(of) if of else 'XXXX-XX-XX'}T{hour:02d}:{minute or 0:02d}"
        case Edge(of=of) | Range(first=of):
            return open_value(of)
        case Offset(unit=unit, count=count, side=side):
            if count is None:
                return "PAST_REF" if side < 0 else "FUTURE_REF"
            return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}.get(
                unit, "XXXX-XX-XX"
            )
        case Duration() | Stretch() | Repeated() | Reference():
            return length_value(node)
        case _:
            return "XXXX-XX-XX"


def _year(year: Year | None) -> str:
    return f"{year.year:04d}" if year is not None and year.year is not None else "XXXX"
