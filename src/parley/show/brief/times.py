"""How the brief writes days, moments and intervals."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from parley.model.reports import Report
from parley.model.times import Published, Time


def day(text: str) -> str:
    """An ISO day or instant as people write it: 16 May 2025."""
    moment = date.fromisoformat(text[:10])
    return f"{moment.day} {moment:%B} {moment.year}"


def days(earliest: str | None, latest: str | None) -> str:
    """An interval as people write it: 16–19 May 2025."""
    if not earliest or not latest:
        return ""
    first, last = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
    if first == last:
        return day(earliest)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B} {last.year}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {last.day} {last:%B} {last.year}"
    return f"{day(earliest)} – {day(latest)}"


def moment(time: Time | None) -> str:
    """A time as people write it, with its weekday or clock where it is that exact; "about" marks a guess."""
    if time is None:
        return ""
    if is_clock(time):
        told = _clock(time)
    elif time.earliest[:10] == time.latest[:10]:
        told = f"{date.fromisoformat(time.earliest[:10]):%A} {day(time.earliest)}"
    else:
        told = span(time)
    return f"about {told}" if time.guess else told


def when(time: Time | None) -> str:
    """A time as it stands in a sentence: "on Friday 16 May 2025", "in May 2025"; empty for none."""
    told = moment(time)
    if not told or time is None:
        return ""
    if told.startswith("about ") or "–" in told:
        return told if told.startswith("about ") else f"on {told}"
    return (
        f"in {told}" if time.precision in ("year", "month") and time.earliest[:10] != time.latest[:10] else f"on {told}"
    )


def is_clock(time: Time) -> bool:
    """Whether the time of day is known."""
    return time.precision in ("minute", "hour") and time.earliest.endswith("Z") and time.earliest == time.latest


def _clock(time: Time) -> str:
    at = datetime.fromisoformat(time.earliest.replace("Z", "+00:00"))
    local = at.astimezone(ZoneInfo(time.zone)) if time.zone else at
    there = time.zone.split("/")[-1].replace("_", " ") if time.zone else "UTC"
    told = f"{at:%A} {day(time.earliest)}, {at:%H:%M} UTC"
    return told if there in ("UTC", "GMT") else f"{told} ({local:%H:%M} {there})"


def span(time: Time) -> str:
    """The days of a time: 16 May 2025, May 2025, 2025, 16–18 May 2025."""
    first, last = date.fromisoformat(time.earliest[:10]), date.fromisoformat(time.latest[:10])
    if time.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if time.precision == "year" and first.year == last.year:
        return str(first.year)
    return days(time.earliest, time.latest)


def appeared(published: Published) -> str:
    """When a report appeared, and whether that is stated or inferred."""
    told = days(published.earliest, published.latest)
    if not told:
        return "undated"
    return f"{told}, inferred" if published.basis == "inferred" else told


def dated(report: Report) -> str:
    """The last day on which the report can have appeared, or what sorts behind every day."""
    return report.published.latest or "9999"
