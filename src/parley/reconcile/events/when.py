"""When an event of a story was: as its report tells it, or concluded with doubt where the report names no time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from parley.model.findings import EventFinding, InferredTime
from parley.model.times import Precision, Published, Time
from parley.reconcile.draft import Draft
from parley.text.intervals import days_of
from parley.text.times.grammar import read
from parley.text.times.nodes import Clock, Day, Part, Range, Weekday

DAY = timedelta(days=1)
WIDEST = timedelta(days=2)
"""How far apart the first and last day may lie on which a report can have appeared that dates its own news."""
DAY_LONG = len("2030-01-01")
LONGEST = timedelta(days=10)
"""How long after a day something may have been that is only told as since that day."""
PAST = frozenset({"held", "happened", "agreed", "carried out", "declared", "cancelled", "broken", "lapsed"})


def is_bare_hour(draft: Draft, report: str, index: int | None) -> bool:
    """Whether the time is one of day alone ("at 9:40 p.m.", "by nine in the morning"), of which no day is told."""
    if index is None:
        return False
    time = draft.findings[report].times[index]
    if time.type != "TIME" or time.anchor != "published":
        return False
    node = read(time.exact)
    return isinstance(node, Clock | Part) and node.of is None


def day_told(draft: Draft, report: str, event: EventFinding) -> Time | None:
    """The time that the telling names, where it names a day: an hour alone is of the day that others tell."""
    if not is_bare_hour(draft, report, event.time):
        time = draft.time(report, event.time)
        if time is None or not time.guess or event.time is None or len(time.earliest) != DAY_LONG:
            return time
        node = read(time.as_written)
        # Where only the zone of an hour is not told, its day is.
        sure = isinstance(node, Clock) and isinstance(node.of, Weekday | Day) and getattr(node.of, "which", "") == ""
        return replace(time, guess=False) if sure else time
    published = _days(draft.published.get(report))
    if event.status != "scheduled" or published is None or published[1] - published[0] > WIDEST:
        return None
    return _guess(published[0], published[1] + DAY, "no day is given; the hour to come next after the report")


def _moved_to(time: Time, exact: str) -> Time:
    """Of a stretch in what tells that something was put off ("from February 8 to 13") the day that it ends with."""
    if not isinstance(read(exact), Range) or len(time.latest) != DAY_LONG:
        return time
    return replace(time, earliest=time.latest, because=f"{time.because}; put off to the last of it")


def hour_of(draft: Draft, report: str, index: int | None) -> str:
    """The reading of the clock by which the telling times it, to the minute ("19:30"); empty for none."""
    if index is None:
        return ""
    time = draft.findings[report].times[index]
    node = read(time.exact) if time.type == "TIME" else None
    return f"{node.hour}:{node.minute}" if isinstance(node, Clock) and node.minute else ""


def told_time(draft: Draft, report: str, event: EventFinding) -> Time | None:
    """The time that the telling names; of what is past, no more of it than had passed when the report appeared."""
    time = day_told(draft, report, event)
    published = _days(draft.published.get(report))
    if time is not None and event.status == "postponed" and event.time is not None:
        time = _moved_to(time, draft.findings[report].times[event.time].exact)
    if time is None or published is None or event.status not in PAST or len(time.latest) != 10:
        return time
    first, last = days_of(time)
    if first <= published[1] < last:
        because = f"{time.because}; told as past on {published[1]}"
        return replace(time, latest=published[1].isoformat(), because=because)
    return time


def inferred_time(draft: Draft, report: str, event: EventFinding) -> Time | None:
    """The days in which an event without a time of its own was, as a guess; None where they cannot be told."""
    inferred = event.inferred
    if inferred is None:
        return None
    published = _days(draft.published.get(report))
    if inferred.time is None:
        return None if published is None else _by_report(inferred, published)
    time = draft.time(report, inferred.time)
    return None if time is None else _by_time(inferred, time, published)


def _by_report(inferred: InferredTime, published: tuple[date, date]) -> Time | None:
    first, last = published
    if last - first > WIDEST:
        return None
    if inferred.how == "standing":
        return _guess(first, last, "no day is given; so it stood when the report was written")
    return _guess(first - DAY, last, "no day is given; reports are written within a day of what they tell as new")


def _by_time(inferred: InferredTime, time: Time, published: tuple[date, date] | None) -> Time | None:
    first, last = days_of(time)
    upto = published[1] if published is not None else last
    named = repr(time.as_written)
    match inferred.how:
        case "same day":
            return replace(time, guess=True, because=f"told as at the time of what {named} dates ({time.because})")
        case "mention":
            return replace(time, guess=True, because=f"by another mention, dated {named} ({time.because})")
        case "carried":
            return replace(time, guess=True, because=f"the sentence before names {named} ({time.because})")
        case "before":
            return _guess(first - DAY, last, f"shortly before what {named} dates")
        case "after":
            return _guess(first, min(last + DAY, max(upto, last)), f"shortly after what {named} dates")
        case "news":
            return _guess(first - DAY, last, f"no day is given; told as new on {first}")
        case "standing":
            return _guess(first, last, f"so it stood on {named} ({time.because})")
        case "since" if published is not None and timedelta(0) <= upto - first <= LONGEST:
            return _guess(first, upto, f"after {named} ({first}), and before the report of {upto}")
    return None


def _guess(first: date, last: date, because: str) -> Time:
    precision: Precision = "day" if last - first <= WIDEST else "week"
    return Time(first.isoformat(), last.isoformat(), precision, None, "", guess=True, because=because)


def _days(published: Published | None) -> tuple[date, date] | None:
    if published is None or not published.earliest or not published.latest or published.basis == "unknown":
        return None
    return date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])
