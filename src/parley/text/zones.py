"""Time zones by the names that news gives them (zones.toml), as names of the tz database."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = resources.files("parley.text").joinpath("zones.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def by_abbreviation(letters: str) -> str | None:
    """The zone that an abbreviation names ("ET", "GMT", "MSK"), or None."""
    return _tables()["abbreviations"].get(letters.lower())


def by_name(words: str) -> str | None:
    """The zone of "… time", given the words before "time" ("Moscow", "Eastern", "British Summer"), or None."""
    key = words.lower()
    return _tables()["named"].get(key) or _tables()["places"].get(key)


def of_place(place: str) -> str | None:
    """The zone in which a place lies, by its name; None where it is not known or has several clocks."""
    return _tables()["places"].get(place.lower())


def to_utc(day: date, hour: int, minute: int, zone: str) -> datetime:
    """The instant at which the clocks of `zone` show this time; the first of two where they are set back.

    `hour` may be 24, the end of the day. Raises zoneinfo.ZoneInfoNotFoundError for an unknown zone.
    """
    moment = datetime.combine(day, time(hour % 24, minute), ZoneInfo(zone))
    if hour == 24:
        moment = datetime.combine(date.fromordinal(day.toordinal() + 1), time(0, minute), ZoneInfo(zone))
    return moment.astimezone(UTC)
