"""Times of day: "10 a.m. ET", "17:30 GMT", "5 p.m. Moscow time", "noon", with a second zone beside the first."""

from __future__ import annotations

from parley.text import zones
from parley.text.times.nodes import Clock
from parley.text.times.tokens import Tokens

_HALVES = {"am": 0, "pm": 12}
_HOURS = {"noon": 12, "midday": 12, "midnight": 24}
_BESIDE = (("corresponding", "to"), ("equivalent", "to"), ("which", "is"), ("that", "is"), ("equal", "to"), ("or",))
_NEVER = frozenset(("ct", "pt", "mt", "cat", "eat", "art", "west", "wet", "ist", "ast"))


def clock(t: Tokens, i: int) -> tuple[Clock, int] | None:
    """A time of day at `i`, with its zone and the same moment in another zone where it is given."""
    found = _plain(t, i)
    if found is None:
        return None
    first, j = found
    open_mark = t.at(j) in ("(", "[", "/", ",", "–", "—", "-")
    k = j + open_mark
    phrase = next((p for p in _BESIDE if all(t.at(k + n) == w for n, w in enumerate(p))), None)
    if open_mark or phrase:
        second = _plain(t, k + len(phrase or ()))
        if second and second[0].zone and (first.zone != second[0].zone or t.at(j) in ("(", "[")):
            end = second[1]
            if t.at(j) in ("(", "["):
                if t.at(end) not in (")", "]"):
                    return first, j
                end += 1
            return Clock(first.hour, first.minute, first.zone, None, second[0]), end
    return first, j


def _plain(t: Tokens, i: int) -> tuple[Clock, int] | None:
    word = t.at(i)
    if word in _HOURS:
        zone, j = _zone(t, i + 1)
        return Clock(_HOURS[word], 0, zone), j
    hour = t.number(i, 0, 24)
    if hour is not None and len(word) <= 2:
        return _after_hour(t, i, hour)
    if len(word) == 4 and (whole := t.number(i, 0, 2400)) is not None and whole % 100 < 60:
        j = i + 1 + (t.at(i + 1) in ("hours", "hrs", "h"))
        zone, end = _zone(t, j)
        if zone:
            return Clock(whole // 100, whole % 100, zone), end
    return _spelled(t, i)


def _after_hour(t: Tokens, i: int, hour: int) -> tuple[Clock, int] | None:
    j, minute = i + 1, None
    if t.at(j) in (":", ".", "h") and t.glued(j) and t.glued(j + 1) and len(t.at(j + 1)) == 2:
        minute = t.number(j + 1, 0, 59)
        if minute is not None:
            j += 2
            if t.at(j) == ":" and t.glued(j) and t.number(j + 1, 0, 59) is not None:
                j += 2
    half = _HALVES.get(t.at(j).replace(".", "").replace(" ", ""))
    if half is not None and 1 <= hour <= 12:
        zone, end = _zone(t, j + 1)
        return Clock(hour % 12 + half, minute, zone), end
    if half is not None and hour <= 23:
        zone, end = _zone(t, j + 1)
        return Clock(hour, minute, zone), end
    if t.at(j) == "o" and t.at(j + 1) in ("'", "’") and t.at(j + 2) == "clock":
        return Clock(hour, minute, _zone(t, j + 3)[0]), _zone(t, j + 3)[1]
    if (
        minute is None
        and t.at(j) == "in"
        and t.at(j + 1) == "the"
        and t.at(j + 2) in ("morning", "afternoon", "evening")
    ):
        late = t.at(j + 2) != "morning" and hour < 12
        return Clock(hour + 12 * late, None, None), j + 3
    if minute is None and t.at(j) in ("in", "local"):
        return None
    zone, end = _zone(t, j + (t.at(j) in ("hours", "hrs") or (t.at(j) == "h" and minute is None)))
    if zone and (minute is not None or zone != "local"):
        return Clock(hour, minute, zone), end
    colon = minute is not None and t.at(i + 1) == ":"
    # Without a.m. or a zone, only "17:30" is a time of day; "4:2" and "2.30" are scores and amounts.
    if colon and (len(t.at(i)) == 2 or t.at(j) == "hours") and t.at(j) != ":":
        return Clock(hour, minute, None), j + (t.at(j) in ("hours", "hrs"))
    return None


def _spelled(t: Tokens, i: int) -> tuple[Clock, int] | None:
    hours = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
             "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
    hour = hours.get(t.at(i))
    if hour is None:
        return None
    if t.at(i + 1) == "o" and t.at(i + 2) in ("'", "’") and t.at(i + 3) == "clock":
        return Clock(hour, None, None), i + 4
    half = _HALVES.get(t.at(i + 1).replace(".", "").replace(" ", ""))
    if half is not None and t.at(i + 1) != "am":
        zone, end = _zone(t, i + 2)
        return Clock(hour % 12 + half, None, zone), end
    return None


def _zone(t: Tokens, i: int) -> tuple[str | None, int]:
    """The zone named at `i` ("ET", "GMT", "local time", "Moscow time", "(local)") and the position after it."""
    word = t.at(i)
    if word == "local":
        return "local", i + 1 + (t.at(i + 1) == "time")
    if word == "(" and t.at(i + 1) == "local" and t.at(i + 2) == "time" and t.at(i + 3) == ")":
        return "local", i + 4
    zone = zones.by_abbreviation(word) if word and t.raw[i].isupper() else None
    if zone and (word not in _NEVER or t.at(i - 1).replace(".", "") in _HALVES):
        return zone, i + 1 + (t.at(i + 1) == "time")
    if word == "u" and t.at(i + 1) == "." and t.at(i + 2) == "s" and t.at(i + 3) == ".":
        return _zone(t, i + 4)
    if word == "in":
        for size in (1, 2, 3):
            if t.capital(i + 1) and (zone := zones.of_place(_words(t, i + 1, size))):
                return zone, i + 1 + size
    for size in (3, 2, 1):
        if t.at(i + size) == "time" and (zone := zones.by_name(_words(t, i, size))):
            return zone, i + size + 1
    if word == "eastern" or (word == "pacific" and t.capital(i)):
        return zones.by_name(word), i + 1
    return None, i


def _words(t: Tokens, i: int, size: int) -> str:
    return " ".join(t.at(i + n) for n in range(size))
