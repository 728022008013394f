"""Times told from another: yesterday, last month, three years ago, two days later, the coming weeks, every Friday."""

from __future__ import annotations

from parley.text.times.amounts import HYPHENS, blur, cardinal, is_plural, length, measure, unit
from parley.text.times.dates import which
from parley.text.times.nodes import (
    Base,
    Day,
    Duration,
    Edge,
    Node,
    Offset,
    Overnight,
    Part,
    Quarter,
    Reference,
    Repeated,
    Stretch,
    Unit,
    Weekday,
    Year,
)  # fmt: skip
from parley.text.times.tokens import Tokens, vocabulary

Found = tuple[Node, int] | None
_DEICTIC: dict[str, Node] = {
    "today": Offset("day", 0), "yesterday": Offset("day", -1), "tomorrow": Offset("day", 1),
    "tonight": Part("NI", Offset("day", 0)), "tonite": Part("NI", Offset("day", 0)),
}  # fmt: skip
_SIZE = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D", "weekend": "P{}D",
         "week": "P{}W", "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q", "year": "P{}Y",
         "decade": "P{}E", "century": "P{}C"}  # fmt: skip


def deictic(t: Tokens, i: int) -> Found:
    """A day by where we stand: today, the day after tomorrow, last night, overnight."""
    word = t.at(i)
    if word in _DEICTIC:
        return _DEICTIC[word], i + 1
    j = i + (word == "the")
    if t.at(j) == "day" and t.at(j + 1) in ("after", "before") and t.at(j + 2) in ("tomorrow", "yesterday"):
        after = t.at(j + 2) == "tomorrow"
        return (Offset("day", 2 if after else -2), j + 3) if after == (t.at(j + 1) == "after") else None
    if word == "last" and t.at(i + 1) in ("night", "evening"):
        return Part("NI" if t.at(i + 1) == "night" else "EV", Offset("day", -1)), i + 2
    if word == "this" and t.at(i + 1) in ("morning", "afternoon", "evening"):
        return Part(vocabulary()["parts"][t.at(i + 1)], Offset("day", 0)), i + 2
    if t.at(j) in ("next", "following", "previous", "same") and j > i and t.at(j + 1) in vocabulary()["parts"]:
        step = {"next": 1, "following": 1, "previous": -1, "same": 0}[t.at(j)]
        return Part(vocabulary()["parts"][t.at(j + 1)], Offset("day", step, "focus")), j + 2
    if word == "overnight":
        return Overnight(None), i + 1
    return None


def offset(t: Tokens, i: int) -> Found:
    """So much before or after: "three years ago", "a week earlier", "two days later", "in two weeks' time" apart."""
    j = blur(t, i)
    found = length(t, j)
    if found is None:
        if t.at(j) in ("days", "weeks", "months", "years", "decades", "hours", "minutes", "moments", "centuries"):
            name = vocabulary()["units"].get(t.at(j))
            found = (Duration(((None, name),)), j + 1) if name else None
        if found is None:
            return None
    duration, k = found
    amount, name = duration.parts[0]
    if len(duration.parts) > 1 and duration.parts[1][0] is not None and amount is not None:
        amount += 0.5 if duration.parts[1][0] else 0
    k += t.at(k) == "or" and t.at(k + 1) == "so" and 2
    word = t.at(k)
    if word == "-" and t.at(k + 1) in ("ago", "earlier"):
        k, word = k + 1, t.at(k + 1)
    if word == "ago":
        return _counted(name, amount, -1, "published"), k + 1
    if word in ("earlier", "previously", "beforehand", "prior"):
        return None if t.at(k + 1) == "to" else (_counted(name, amount, -1, "focus"), k + 1)
    if word in ("later", "afterward", "afterwards", "thereafter"):
        return _counted(name, amount, 1, "focus"), k + 1
    if word in ("from", "on") and name in ("week", "fortnight") and amount is not None and amount == int(amount):
        number = vocabulary()["weekdays"].get(t.at(k + 1))
        if number is not None and len(t.at(k + 1)) > 5:
            return Weekday(number, "", int(amount) * (2 if name == "fortnight" else 1)), k + 2
    if word in ("from", "hence") and (word == "hence" or t.at(k + 1) in ("now", "today")):
        return _counted(name, amount, 1, "published"), k + 1 + (word == "from")
    return None


def _counted(name: Unit, amount: float | None, side: int, base: Base) -> Offset:
    return Offset(name, None if amount is None else side * amount, base, True, side)


def period(t: Tokens, i: int) -> Found:
    """A period by its place: "last month", "the past three months", "that day", "recent weeks"."""
    j = i + (t.at(i) == "the")
    word = t.at(j)
    if word == "recent" or (word in ("coming", "ensuing", "upcoming") and is_plural(t.at(j + 1))):
        found = unit(t, j + 1)
        if found and is_plural(t.at(j + 1)):
            return Stretch(found[0], None, -1 if word == "recent" else 1), found[1]
        return None
    if word in ("weeks", "months", "days", "years") and t.at(j + 1) == "ahead" and j > i:
        return Stretch(vocabulary()["units"][word], None, 1), j + 2
    if word in ("year-ago", "year-earlier", "corresponding", "latest", "current"):
        return None
    pick, k = which(t, i)
    if word in ("first", "final", "early", "initial") and j > i and (found_length := measure(t, j + 1)):
        return Duration(((found_length[0], found_length[1]),)), found_length[2]
    if not pick:
        return None
    several = measure(t, k)
    if several and t.at(k) not in ("a", "an", "half"):
        return _several(t, pick, several[0], several[1], several[2])
    found = unit(t, k)
    if found is None:
        return None
    if is_plural(t.at(k)):
        if pick in ("past", "last", "next", "coming", "following", "previous"):
            return _several(t, pick, None, found[0], found[1])
        return None
    return _single(t, i, pick, found[0], found[1])


def _several(t: Tokens, pick: str, amount: float | None, name: Unit, j: int) -> Found:
    j += 2 if t.at(j) == "or" and t.at(j + 1) in ("so", "more", "two") else 0
    sides: dict[str, tuple[int, Base]] = {
        "past": (-1, "published"), "last": (-1, "published"), "next": (1, "published"), "coming": (1, "published"),
        "previous": (-1, "focus"), "following": (1, "focus"),
    }  # fmt: skip
    if pick not in sides:
        return None
    side, base = sides[pick]
    return Stretch(name, amount, side, base), j


def _single(t: Tokens, i: int, pick: str, name: Unit, j: int) -> Found:
    definite = t.at(i) == "the"
    if name in ("second", "minute", "hour", "night", "weekend", "fortnight"):
        if pick in ("past", "last", "next", "coming", "previous", "following") and name in (
            "hour",
            "fortnight",
            "minute",
        ):
            return _several(t, pick, 1.0, name, j)
        return None
    if name == "day":
        if pick in ("past", "last", "coming") or (pick in ("next", "this") and not definite):
            return None
        steps = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}
        return Offset("day", steps[pick], "focus"), j
    if pick == "past" or (pick in ("last", "next", "coming") and definite and name in ("decade", "century")):
        return Stretch(name, 1.0, -1 if pick in ("past", "last") else 1), j + 2 * (
            t.at(j) == "or" and t.at(j + 1) == "so"
        )
    if pick == "next" and definite and t.at(j) == "or" and t.at(j + 1) == "so":
        return Stretch(name, 1.0, 1), j + 2
    near: dict[str, tuple[int, Base]] = {
        "last": (-1, "published"), "next": (1, "published"), "this": (0, "published"), "coming": (1, "published"),
        "previous": (-1, "focus"), "following": (1, "focus"), "same": (0, "focus"), "that": (0, "focus"),
    }  # fmt: skip
    step, base = near[pick]
    if pick == "next" and definite:
        base = "published"
    if name == "quarter":
        return (Quarter(0, None, step) if base == "published" else Offset("quarter", step, "focus")), j
    return Offset(name, step, base), j


_PERIODS = frozenset(("quarter", "year", "month", "week", "decade", "century"))


def business(t: Tokens, i: int) -> Found:
    """Periods of business news: "the latest quarter", "the year-ago period", "the current fiscal year"."""
    j = i + (t.at(i) == "the")
    j += t.at(j) in ("comparable", "corresponding", "same")
    if t.at(j) == "year" and t.at(j + 1) in HYPHENS and t.at(j + 2) in ("ago", "earlier"):
        k = j + 3
        while t.at(k) in ("first", "second", "third", "fourth", "fiscal", "nine", "six") and k < j + 6:
            k += 1
        k += t.at(k) in ("quarter", "period", "month", "week", "months")
        return None if k == j + 3 and j > i else (Offset("year", -1, "focus", True, -1), k)
    at_hand = t.at(j) in ("latest", "current", "present")
    found = unit(t, j + 1 + (t.at(j + 1) == "fiscal")) if at_hand else None
    if found and found[0] in _PERIODS and not is_plural(t.at(found[1] - 1)):
        return _now(found[0], -1 if t.at(j) == "latest" and found[0] == "quarter" else 0), found[1]
    if t.at(j) == "latest" and t.at(j + 1) == "period":
        return Quarter(0), j + 2
    if (year := t.number(j, 1900, 2100)) and t.at(j + 1) in ("period", "quarter") and j > i:
        return Quarter(0, Year(year)), j + 2
    if j == i + 1 and t.at(j) == "quarter" and t.at(j + 1) != "of":
        return Quarter(0), j + 1
    return None


def _now(name: Unit, step: int) -> Node:
    return Quarter(0, None, step) if name == "quarter" else Offset(name, step)


def repeated(t: Tokens, i: int) -> Found:
    """A set: "every Friday", "each year", "daily", "twice a week", "on Mondays", "Tuesday nights"."""
    words, word = vocabulary(), t.at(i)
    if word in ("every", "each"):
        j = i + 1
        amount = 1.0
        if t.at(j) in ("other", "second", "alternate"):
            amount, j = 2.0, j + 1
        elif (found := cardinal(t, j)) and found[0] is not None:
            amount, j = found[0], found[1]
        if name := words["units"].get(t.at(j)):
            return Repeated(size(name, amount)), j + 1
        if (number := words["weekdays"].get(t.at(j))) is not None:
            part = words["parts"].get(t.at(j + 1))
            return Repeated(f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")), j + 1 + bool(part)
        if (month := words["months"].get(t.at(j))) is not None and t.capital(j):
            return Repeated(f"XXXX-{month:02d}"), j + 1
        if code := words["seasons"].get(t.at(j)):
            return Repeated(f"XXXX-{code}"), j + 1
        if code := words["parts"].get(t.at(j)):
            return Repeated(f"XXXX-XX-XXT{code}"), j + 1
        return None
    if word.endswith("s") and (number := words["weekdays"].get(word[:-1])) is not None and len(word) > 6:
        return Repeated(f"XXXX-WXX-{number + 1}"), i + 1
    number = words["weekdays"].get(word)
    if number is not None and len(word) > 5 and t.at(i + 1) in ("mornings", "afternoons", "evenings", "nights"):
        return Repeated(f"XXXX-WXX-{number + 1}T{words['parts'][t.at(i + 1)]}"), i + 2
    if word in words["sets"]:
        return Repeated(words["sets"][word]), i + 1
    if word in ("once", "twice") or (word and t.at(i + 1) == "times"):
        j = i + 1 + (t.at(i + 1) == "times")
        if t.at(j) in ("a", "an", "per", "every", "each") and (found_unit := unit(t, j + 1)):
            return Repeated(size(found_unit[0], 1)), found_unit[1]
    return None


def reference(t: Tokens, i: int) -> Found:
    """A bare reference to present, past or future: "now", "recently", "the near future"."""
    table = vocabulary()["references"]
    for count in (4, 3, 2, 1):
        if i + count <= len(t):
            words = " ".join(t.low[i : i + count])
            if words in table:
                return Reference(table[words]), i + count
    return None


def size(name: Unit, amount: float | None) -> str:
    """The TIMEX3 value of a length: P3D, PT1H30M apart, P2W for a fortnight, PXY for "several years"."""
    if amount is None:
        return _SIZE[name].format("X")
    amount = amount * 2 if name in ("fortnight", "weekend") else amount
    if amount != int(amount):
        return _part_size(name, amount)
    if name == "decade":
        return f"P{int(amount) * 10}Y"
    if name == "century":
        return f"P{int(amount) * 100}Y"
    return _SIZE[name].format(int(amount))


def _part_size(name: Unit, amount: float) -> str:
    whole, rest = int(amount), amount - int(amount)
    smaller: dict[Unit, tuple[Unit, int]] = {
        "year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60),
        "decade": ("year", 10), "century": ("year", 100), "month": ("week", 4), "week": ("day", 7),
    }  # fmt: skip
    if name in ("decade", "century"):
        return f"P{round(amount * (10 if name == 'decade' else 100))}Y"
    if name not in smaller:
        return _SIZE[name].format(f"{amount:g}")
    less, count = smaller[name]
    low = size(less, round(rest * count))
    if not whole:
        return low
    high = size(name, whole)
    return high + (low[2:] if high.startswith("PT") else low[1:])


def edge(t: Tokens, i: int) -> tuple[str, int] | None:
    """A word that picks the part of a longer time at `i` and the position after it: "late", "the end of", "earlier"."""
    j = i + (t.at(i) == "the")
    word = t.at(j)
    if word in ("early", "late", "mid", "earlier", "later"):
        k = j + 1 + (t.at(j + 1) in HYPHENS)
        k += word in ("earlier", "later") and t.at(k) in ("in", "on") and (k == j + 1)
        return {"early": "start", "late": "end", "mid": "mid", "earlier": "before", "later": "after"}[word], k
    names = {"beginning": "start", "start": "start", "middle": "mid", "end": "end", "close": "end", "turn": "start"}
    if word in names and t.at(j + 1) == "of" and j > i:
        return names[word], j + 2
    return None


def closing(t: Tokens, i: int) -> Found:
    """The end of a year: "year-end", "year's end", "the end of the year" apart."""
    j = i + (t.at(i) == "the")
    if t.at(j) == "year" and t.at(j + 1) in HYPHENS and t.at(j + 2) == "end":
        return Day(12, 31), j + 3
    if t.at(j) == "year" and t.at(j + 1) == "end":
        return Edge(Offset("year", 0), "end"), j + 2
    if t.at(j) == "year" and t.at(j + 1) in ("'", "’") and t.at(j + 2) == "s" and t.at(j + 3) == "end":
        return Edge(Offset("year", 0), "end"), j + 4
    return None
