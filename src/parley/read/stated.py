"""Publication dates as a page states them: ISO 8601, RFC 2822, and the ways in which news pages write a day
and a time.

A stated day stays a day; a stated time of day with its zone becomes an instant in UTC. Where the two would
name different days, the day of the page's own zone is kept, since "Saturday" in the report is said from
there.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from parley.model.times import Published
from parley.text.zones import by_abbreviation

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

SEVERAL = {"ist", "ast", "gst", "cst"}
"""Letters that mean several zones (India, Israel, Ireland; Arabia, Atlantic; the Gulf, Georgia; America, China)."""

MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
CLOCK = (
    r"(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?P<hour12>[01]?\d)\s*(?P<half12>[ap]\.?\s?m\b\.?)"
)
ZONE = r"\(?(?P<name>Z|[A-Z]{2,4})?\s*(?P<offset>[+\-−]\d\d?:?(?:\d\d)?)?\b\)?"

ISO = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)")
NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<one>\d\d?)(?P<mark>[-/.])(?P<two>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/.-]\d)"
)
COMPACT = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)\b")
ENGLISH = (
    re.compile(rf"\b{MONTH}\s+{DAY},?\s+{YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{YEAR}[\s,]+{MONTH}\s+{DAY}\b", re.IGNORECASE),
)
TIME = re.compile(CLOCK, re.IGNORECASE)
ZONED = re.compile(ZONE)
URL_DAY = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3})[/-](?P<day>\d\d?)(?=[/-]|$)")


def published_from(value: object, where: str) -> Published | None:
    """The date that `value` (a string, a date or a datetime) states; None where it states none ("unknown",
    "N/A").

    `where` says from which field it comes, for `because`.
    """
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str) or len(value) > 200:
        return None
    found = _day(value)
    if found is None:
        return None
    day, rest = found
    moment = _moment(day, rest)
    because = f"{where}: {value.strip()}"
    if moment is None:
        return Published(day.isoformat(), day.isoformat(), "stated", because)
    instant = moment.astimezone(UTC)
    if instant.date() != day:
        return Published(day.isoformat(), day.isoformat(), "stated", f"{because} (the day there)")
    stamp = instant.strftime("%Y-%m-%dT%H:%MZ")
    return Published(stamp, stamp, "stated", because)


def day_in_url(url: str | None) -> Published | None:
    """The day that an address holds (…/2031/04/17/…), as many outlets write it."""
    match = URL_DAY.search(url.lower()) if url else None
    day = _date(match) if match else None
    return (
        Published(day.isoformat(), day.isoformat(), "stated", f"the address: {match.group().strip('/')}")
        if day and match
        else None
    )


def _day(value: str) -> tuple[date, str] | None:
    """The day written in `value`, and what stands before and after it."""
    for pattern in (ISO, *ENGLISH, COMPACT):
        for match in pattern.finditer(value):
            day = _date(match)
            if day:
                return day, value[match.end() :] + " " + value[: match.start()]
    written = NUMERIC.search(value)
    day = _numeric(written) if written else None
    return (day, value[written.end() :] + " " + value[: written.start()]) if written and day else None


def _numeric(match: re.Match[str]) -> date | None:
    """The day of 17.4.2031 or 4/17/2031; None for 4/5/2031, which means two days. Points stand after a day alone."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] != "." and max(one, two) <= 12 and one != two:
        return None
    day, month = (one, two) if match["mark"] == "." or one > 12 else (two, one)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(match: re.Match[str]) -> date | None:
    month = match["month"].lower().rstrip(".")
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _moment(day: date, rest: str) -> datetime | None:
    """The instant on `day` that `rest` gives with time and zone. Midnight sharp is how software writes a bare
    day.
    """
    clock = TIME.search(rest)
    if clock is None:
        return None
    hour, minute = int(clock["hour"] or clock["hour12"]), int(clock["minute"] or 0)
    half = (clock["half"] or clock["half12"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or (hour == 0 and minute == 0 and int(clock["second"] or 0) == 0):
        return None
    zone = _zone(rest[clock.end() : clock.end() + 20])
    return datetime.combine(day, time(hour, minute), zone) if zone else None


def _zone(rest: str) -> tzinfo | None:
    """The zone that follows a time, by its offset or its letters; None where there is none or it is ambiguous."""
    zone = ZONED.match(rest.lstrip(" ,"))
    if zone is None:
        return None
    if zone["offset"]:
        digits = re.sub(r"\D", "", zone["offset"])
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        ahead = timedelta(hours=hours, minutes=minutes)
        return timezone(ahead if zone["offset"][0] == "+" else -ahead) if ahead < timedelta(hours=24) else None
    letters = (zone["name"] or "").lower()
    name = "UTC" if letters == "z" else by_abbreviation(letters) if letters not in SEVERAL else None
    return ZoneInfo(name) if name else None
