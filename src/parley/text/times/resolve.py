"""Placing a time expression: from what it says and what it leans on to a TIMEX3 value and an interval."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.model.findings import Direction, TimexType
from parley.model.times import Precision, Time
from parley.text.times.grammar import read
from parley.text.times.moments import clock_time
from parley.text.times.nodes import (
    Clock,
    Duration,
    Edge,
    Node,
    Offset,
    Overnight,
    Part,
    Reference,
    Repeated,
    Stretch,
    base_of,
)  # fmt: skip
from parley.text.times.places import Place, place
from parley.text.times.values import length_value, open_value


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression leans on: an interval of days, its TIMEX3 value, and how to speak of it.

    `said` completes "from …": "the report's date 2025-05-17", "the date before, Friday (2025-05-16)".
    """

    first: date
    last: date
    said: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An expression understood: its TIMEX3 type and value, and when that is, if it can be placed."""

    type: TimexType
    value: str
    time: Time | None


def interpret(
    as_written: str, anchor: Anchor | None, direction: Direction = "none", zone: str | None = None
) -> Meaning | None:
    """What an expression means, given what it leans on, on which side it lies, and the clock of the place told of.

    `anchor` is the publication date or the time in focus, as `nodes.base_of` tells; None leaves a relative expression
    unplaced, its unknown fields X (TIMEX3). Pure, so that a time is placed anew when the anchor is known better. None
    if the words are no time expression.
    """
    node = read(as_written)
    return None if node is None else resolve(node, as_written, anchor, direction, zone)


def resolve(
    node: Node, as_written: str, anchor: Anchor | None, direction: Direction = "none", zone: str | None = None
) -> Meaning:
    """As `interpret`, for an expression already read."""
    kind = type_of(node)
    if isinstance(node, Duration | Repeated | Reference):
        return Meaning(kind, length_value(node), None)
    try:
        return _placed(node, kind, as_written, anchor, direction, zone)
    except (ValueError, OverflowError):
        return Meaning(kind, open_value(node), None)


def type_of(node: Node) -> TimexType:
    """The TIMEX3 type of an expression."""
    match node:
        case Duration() | Stretch():
            return "DURATION"
        case Repeated(value=value):
            return "DATE" if value.endswith("_REF") else "SET"
        case Clock() | Part() | Overnight():
            return "TIME"
        case Offset(unit="hour" | "minute" | "second"):
            return "TIME"
        case Edge(of=Part() | Clock() as of):
            return type_of(of)
        case _:
            return "DATE"


def _placed(
    node: Node, kind: TimexType, as_written: str, anchor: Anchor | None, direction: Direction, zone: str | None
) -> Meaning:
    lean = base_of(node)
    if isinstance(node, Clock):
        return _clocked(node, as_written, anchor, direction, zone)
    if anchor is None or lean == "none":
        found = place(node, None, direction, "")
        if found is None:
            return Meaning(kind, open_value(node), None)
        return Meaning(kind, found.value, _time(found, as_written, "as written"))
    one = place(node, anchor.first, direction, anchor.value)
    other = one if anchor.last == anchor.first else place(node, anchor.last, direction, anchor.value)
    if one is None or other is None:
        return Meaning(kind, length_value(node) if isinstance(node, Stretch) else open_value(node), None)
    because = f"{as_written}, from {anchor.said}"
    if (one.first, one.last) == (other.first, other.last):
        return Meaning(kind, one.value, _time(one, as_written, because))
    value = one.value if one.value == other.value else open_value(node)
    hull = Place(value, min(one.first, other.first), max(one.last, other.last), one.precision, True)
    return Meaning(kind, value, _time(hull, as_written, because))


def _clocked(node: Clock, as_written: str, anchor: Anchor | None, direction: Direction, zone: str | None) -> Meaning:
    day = (
        place(node.of, anchor.first if anchor else None, direction, anchor.value if anchor else "") if node.of else None
    )
    because = f"{as_written}, from {anchor.said}" if anchor and base_of(node) != "none" else "as written"
    if node.of is None and anchor is not None and anchor.first == anchor.last:
        day = Place(anchor.first.isoformat(), anchor.first, anchor.last, "day")
    if anchor is not None and anchor.first != anchor.last:
        other = place(node.of, anchor.last, direction, anchor.value) if node.of else None
        last = other.last if other else anchor.last
        first = day.first if day else anchor.first
        if day is None or last != day.last:
            hull = Place(open_value(node), min(first, last), max(first, last), "day", True)
            return Meaning("TIME", hull.value, _time(hull, as_written, because))
    value = f"{day.value if day else 'XXXX-XX-XX'}T{node.hour:02d}:{node.minute or 0:02d}"
    if day is None or day.first != day.last:
        return Meaning("TIME", value, None)
    return Meaning("TIME", value, clock_time(node, day.first, zone, as_written, because, day.guess))


def _time(found: Place, as_written: str, because: str) -> Time:
    return Time(
        found.first.isoformat(),
        found.last.isoformat(),
        _coarsen(found),
        None,
        as_written,
        found.guess,
        because,
    )


def _coarsen(found: Place) -> Precision:
    """The precision told, or a coarser one where the anchor leaves more open."""
    days = (found.last - found.first).days
    order: list[tuple[int, Precision]] = [(1, "day"), (7, "week"), (31, "month"), (125, "quarter")]
    told = {"part of day": 1, "day": 1, "week": 13, "month": 31, "season": 125, "quarter": 125}.get(found.precision)
    if told is None or days <= told:
        return found.precision
    return next((name for most, name in order if days <= most), "year")
