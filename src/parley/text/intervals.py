"""Comparing times: two agree when their intervals meet (design decision 5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from parley.model.times import Time

# A bare day without a zone may be a day anywhere: clocks run from 14 hours ahead of UTC to 12 behind.
AHEAD, BEHIND = timedelta(hours=14), timedelta(hours=12)


def format_instant(moment: datetime) -> str:
    """An instant as the record writes it: ``2025-05-19T14:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def parse_point(point: str) -> date | datetime:
    """A bare day as a date, an instant as a datetime in UTC. Raises ValueError for anything else."""
    if len(point) == 10:
        return date.fromisoformat(point)
    moment = datetime.fromisoformat(point.replace("Z", "+00:00"))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def bounds(when: Time) -> tuple[datetime, datetime]:
    """The first and the last instant (UTC) that the time may cover.

    Days count in the time's zone; where there is none, as wide as days lie apart on earth. An hour or a minute lasts
    as long as its grain.
    """
    first, last = parse_point(when.earliest), parse_point(when.latest)
    zone = ZoneInfo(when.zone) if when.zone else None
    return _start(first, zone), _end(last, zone, when.precision == "hour")


def _start(point: date | datetime, zone: ZoneInfo | None) -> datetime:
    if isinstance(point, datetime):
        return point
    midnight = datetime.combine(point, time(0), zone or UTC)
    if zone:
        return midnight.astimezone(UTC)
    return midnight - AHEAD if point > date.min + timedelta(days=2) else midnight


def _end(point: date | datetime, zone: ZoneInfo | None, hour: bool) -> datetime:
    if isinstance(point, datetime):
        return point + (timedelta(minutes=59, seconds=59) if hour else timedelta(seconds=59))
    close = datetime.combine(point, time(23, 59, 59), zone or UTC)
    if zone:
        return close.astimezone(UTC)
    return close + BEHIND if point < date.max - timedelta(days=2) else close


def agree(a: Time, b: Time) -> bool:
    """Whether both can be true of one moment: their intervals meet.

    Two bare days are compared as days, since reports of one event mean the same calendar; a day and an instant meet
    if the instant falls on that day in the day's zone, or in the instant's own, or in UTC.
    """
    if len(a.earliest) == 10 and len(b.earliest) == 10:
        return a.earliest <= b.latest and b.earliest <= a.latest
    if len(a.earliest) != len(b.earliest):
        day, instant = (a, b) if len(a.earliest) == 10 else (b, a)
        return _falls_on(instant, day)
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    return a_first <= b_last and b_first <= a_last


def _falls_on(instant: Time, day: Time) -> bool:
    first, last = bounds(instant)
    for name in (day.zone, instant.zone, "UTC"):
        if name:
            zone = ZoneInfo(name)
            begin, end = first.astimezone(zone).date().isoformat(), last.astimezone(zone).date().isoformat()
            if begin <= day.latest and day.earliest <= end:
                return True
    return False


def days_of(when: Time) -> tuple[date, date]:
    """The first and last calendar day of the time, instants taken in the time's own zone (UTC if it has none)."""
    first, last = parse_point(when.earliest), parse_point(when.latest)
    zone = ZoneInfo(when.zone) if when.zone else UTC
    return (
        first.astimezone(zone).date() if isinstance(first, datetime) else first,
        last.astimezone(zone).date() if isinstance(last, datetime) else last,
    )
