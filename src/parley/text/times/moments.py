"""Times of day as instants: a clock's reading on a day, in the zone named, checked against the one beside it."""

from __future__ import annotations

from datetime import date

from parley.model.times import Precision, Time
from parley.text.intervals import format_instant
from parley.text.times.nodes import Clock
from parley.text.zones import to_utc


def clock_time(node: Clock, day: date, local: str | None, as_written: str, because: str, guess: bool = False) -> Time:
    """When a time of day was, on `day`; `local` is the zone of the place told of.

    A time without a zone is read on the place's clock, as a guess; where the place is not known either, nothing finer
    than the day is claimed. Two zones for one moment check each other: if they differ, it is a guess and says so.
    """
    precision: Precision = "hour" if node.minute is None else "minute"
    zone = local if node.zone == "local" else node.zone
    beside = node.beside.zone if node.beside and node.beside.zone != "local" else None
    if zone is None and beside and node.beside:
        moment = to_utc(day, node.beside.hour, node.beside.minute or 0, beside)
        text = format_instant(moment)
        return Time(text, text, precision, beside, as_written, guess, f"{because}; the hour by the one beside it")
    if zone is None and local is not None:
        text = format_instant(to_utc(day, node.hour, node.minute or 0, local))
        return Time(
            text, text, precision, local, as_written, True, f"{because}; no zone given, on the clock of {local}"
        )
    if zone is None:
        whole = day.isoformat()
        return Time(
            whole, whole, precision, None, as_written, True, f"{because}; no zone given, so no finer than the day"
        )
    moment = to_utc(day, node.hour, node.minute or 0, zone)
    text = format_instant(moment)
    if beside and node.beside:
        other = to_utc(day, node.beside.hour, node.beside.minute or 0, beside)
        apart = int((other - moment).total_seconds()) % 86400
        if apart:
            return Time(text, text, precision, zone, as_written, True, f"{because}; the time beside it says otherwise")
        because = f"{because}; both zones give one moment"
    return Time(text, text, precision, zone, as_written, guess, because)
