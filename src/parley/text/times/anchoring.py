"""Placing the times of a report by its publication date, and anew when that date is known better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from parley.model.findings import TimeFinding
from parley.model.times import Published
from parley.text.intervals import days_of
from parley.text.times.grammar import read
from parley.text.times.nodes import Day, Edge, Month
from parley.text.times.resolve import Anchor, interpret

# Days back beyond which a bare month or day is told of its own narrative, and how far (code points) that may reach.
_LONG_AGO, _FAR = 300, 1200


def published_anchor(published: Published) -> Anchor | None:
    """The publication date as an anchor; None where it is not known from both sides."""
    if not published.earliest or not published.latest:
        return None
    first, last = date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])
    if last < first:
        return None
    said = f"the report's date {first}" if first == last else f"the report's date between {first} and {last}"
    return Anchor(first, last, said if published.basis == "stated" else f"{said} ({published.basis})")


def place_all(times: Sequence[TimeFinding], published: Published) -> list[TimeFinding]:
    """The times with value and interval placed by the publication date; pure and repeatable.

    A time that leans on another of the report is placed after it; one that leans on itself in a circle stays unplaced.
    """
    anchor = published_anchor(published)
    placed: dict[int, TimeFinding] = {}
    for index in range(len(times)):
        chain: list[int] = []
        at: int | None = index
        while at is not None and at not in placed and at not in chain and 0 <= at < len(times):
            chain.append(at)
            at = times[at].focus if times[at].anchor == "focus" else None
        for step in reversed(chain):
            focus = times[step].focus
            lean = _anchor(times[step], anchor, placed.get(focus) if focus is not None else None)
            placed[step] = _in_narrative(step, _place(times[step], lean), anchor, placed)
    for index in range(len(times)):
        if anchor is not None and _is_today(placed[index], anchor) and _is_amid_past(index, anchor, placed):
            placed[index] = _in_narrative(index, placed[index], anchor, placed, True)
            for other in range(index + 1, min(index + 6, len(times))):
                if times[other].anchor == "focus" and times[other].focus == index:
                    placed[other] = _place(times[other], _anchor(times[other], anchor, placed[index]))
    return [placed[n] for n in range(len(times))]


def _is_today(time: TimeFinding, anchor: Anchor) -> bool:
    """Whether a bare day of what is past falls on the day of the report itself, which news calls by its weekday."""
    told = time.time is not None and time.anchor == "published" and time.direction == "past" and _is_bare(time.exact)
    return told and time.type == "DATE" and time.value == anchor.first.isoformat()


def _is_amid_past(index: int, anchor: Anchor, placed: dict[int, TimeFinding]) -> bool:
    """Whether the nearest dates told before and after are of earlier years: a chronicle, not the day's news."""
    for step in (-1, 1):
        for other in range(index + step, index + 6 * step, step):
            near = placed.get(other)
            if near is None or abs(near.start - placed[index].start) > _FAR:
                return False
            if near.anchor == "focus" and near.focus == index:
                continue  # "ten days later" tells nothing of its own
            if near.time is not None and near.type == "DATE":
                if days_of(near.time)[1].year >= anchor.first.year:
                    return False
                break
        else:
            return False
    return True


def _in_narrative(
    index: int, time: TimeFinding, anchor: Anchor | None, placed: dict[int, TimeFinding], amid: bool = False
) -> TimeFinding:
    """A bare month or day of what is past, told in the course of a narrative: it follows the time told before it.

    Only where the publication date cannot be what it leans on: a past that would lie ahead, or most of a year back,
    while a time of an earlier year stands shortly before; `amid` where that is known already.
    """
    if anchor is None or time.time is None or time.anchor != "published" or time.direction == "future":
        return time
    first, last = days_of(time.time)
    ahead, back = (first - anchor.last).days, (anchor.first - last).days
    if not (amid or (ahead > 0 and time.direction == "past") or back > _LONG_AGO) or not _is_bare(time.exact):
        return time
    for other in range(index - 1, max(-1, index - 6), -1):
        before = placed.get(other)
        if before is None or before.time is None or time.start - before.end > _FAR:
            continue
        if before.type in ("DATE", "TIME") and before.direction != "future":
            told = days_of(before.time)
            if told[1].year >= anchor.first.year or (told[1] - told[0]).days > 366:
                continue
            said = f"the time before it, {before.exact!r} ({before.value})"
            follows = replace(time, direction="future")
            return replace(_place(follows, Anchor(told[0], told[0], said, before.value)), direction=time.direction)
    return time


def _is_bare(exact: str) -> bool:
    node = read(exact)
    node = node.of if isinstance(node, Edge) else node
    return isinstance(node, Day | Month) and node.year is None and getattr(node, "which", "") == ""


def _anchor(time: TimeFinding, published: Anchor | None, focus: TimeFinding | None) -> Anchor | None:
    if time.anchor == "published":
        return published
    if time.anchor == "none" or focus is None or focus.time is None:
        return None
    first, last = days_of(focus.time)
    days = first.isoformat() if first == last else f"{first} to {last}"
    value = focus.value[:10] if focus.type == "TIME" else focus.value
    return Anchor(first, last, f"the time before it, {focus.exact!r} ({days})", value)


def _place(time: TimeFinding, anchor: Anchor | None) -> TimeFinding:
    meaning = interpret(time.exact, anchor, time.direction, time.zone)
    if meaning is None:
        return replace(time, time=None)
    return replace(time, value=meaning.value, time=meaning.time)
