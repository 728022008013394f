"""The grammar of time expressions: scanning a text for them, and reading one that was found before.

A tokenised grammar in the manner of TIMEX3 taggers (Strötgen & Gertz 2013): rules are tried where a word can begin an
expression, the longest reading wins, and the scan goes on behind it, so the cost is linear in the text. What an
expression says depends on its own words only: `read(text[start:end])` gives the node that `scan` found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from parley.text.times import dates, relatives
from parley.text.times.amounts import BLUR_WORDS, blur, is_plural, length
from parley.text.times.clocks import clock
from parley.text.times.nodes import Clock, Day, Decade, Duration, Edge, Mod, Node, Offset, Overnight, Part, Weekday
from parley.text.times.tokens import Tokens, tokenize, vocabulary

Found = tuple[Node, int] | None
Rule = Callable[[Tokens, int], Found]


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: where it stands (code points), and what it says."""

    start: int
    end: int
    node: Node


def scan(text: str) -> Iterator[Expression]:
    """The time expressions of a text, left to right, none overlapping another.

    All that may be one is given: whether "May", "now" or "2000" is meant as a time is for the reader of the sentence.
    """
    t = tokenize(text)
    i = 0
    while i < len(t):
        found = expression(t, i) if _may_begin(t, i) else None
        if found:
            yield Expression(t.start[i], t.end[found[1] - 1], found[0])
            i = found[1]
        else:
            i += 1


def read(as_written: str) -> Node | None:
    """What an expression that `scan` found says; None if the words are no time expression from end to end."""
    t = tokenize(as_written)
    found = expression(t, 0) if len(t) else None
    return found[0] if found and found[1] == len(t) else None


def _may_begin(t: Tokens, i: int) -> bool:
    word = t.low[i]
    if not rules_of(word) or (word == "the" and not _known(t.at(i + 1))):
        return False
    if t.glued(i):
        before = t.low[i - 1]
        if word[0].isdigit():
            return before not in "$£€.,:/#%'’+&" and not before.isalnum()
        return before not in ("@", "#", "/", "_", "$", "&") and not (before.isdigit() and word not in ("am", "pm"))
    return True


@cache
def _after_article() -> frozenset[str]:
    """What can follow "the" in a time expression, by its first word."""
    words = vocabulary()
    tables = ("months", "weekdays", "units", "seasons", "parts", "numbers", "ordinals", "decades")
    more = {"early", "late", "mid", "earlier", "later", "beginning", "start", "middle", "end", "close", "turn", "last",
            "next", "past", "previous", "following", "coming", "preceding", "same", "upcoming", "recent", "latest",
            "current", "present", "comparable", "corresponding", "fiscal", "final", "initial", "year", "full", "whole",
            "entire", "day", "near", "foreseeable", "future", "long", "short", "moment", "ensuing", "hundred", "few",
            "couple", "q", "'", "’", "‘"}  # fmt: skip
    return frozenset({w for name in tables for w in words[name]} | more | {w.split()[0] for w in words["feasts"]})


def _known(word: str) -> bool:
    return word.isdigit() or word in _after_article()


def expression(t: Tokens, i: int) -> Found:
    """The longest time expression that begins at token `i`."""
    best: Found = None
    for rule in rules_of(t.at(i)):
        found = rule(t, i)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best


@cache
def _starts() -> dict[str, tuple[Rule, ...]]:
    words = vocabulary()
    table: dict[str, list[Rule]] = {}

    def begin(rules: tuple[Rule, ...], *starts: str) -> None:
        for word in starts:
            for rule in rules:
                if rule not in table.setdefault(word, []):
                    table[word].append(rule)

    begin((_dated,), *words["months"], *words["weekdays"], *words["ordinals"], "the", "this", "last", "next", "past",
          "previous", "following", "coming", "preceding", "that", "today", "yesterday", "tomorrow", "tonight",
          "same", "tonite", "overnight", "upcoming", "twenty", "thirty")  # fmt: skip
    begin((_overnight,), "overnight")
    begin((_part,), *words["parts"], "early", "late", "mid", "noon", "the", "this", "later", "earlier")
    begin((_timed,), *words["numbers"], "noon", "midday", "midnight")
    begin((_edged,), "the", "early", "late", "mid", "earlier", "later", "beginning", "end")
    begin((relatives.period, relatives.business), "the", "this", "that", "last", "past", "next", "previous", "same",
          "following", "coming", "recent", "preceding", "upcoming", "ensuing", "year", "latest", "current",
          "comparable", "corresponding")  # fmt: skip
    begin((relatives.closing,), "the", "year")
    begin((_lasting, _whole), "the")
    begin((_loose,), "days", "weeks", "months", "years", "decades", "centuries")
    begin((dates.quarter,), *words["ordinals"], "the", "q", "fiscal", "this", "last", "next", "final")
    begin((dates.season,), *words["seasons"], "the", "this", "last", "next", "past", "previous", "following",
          "coming", "that", "same")  # fmt: skip
    begin((dates.weekend,), "the", "this", "last", "next", "past", "coming", "that", "previous", "following")
    begin((dates.decade,), "the", "'", "’", "‘", *words["ordinals"])
    begin((dates.year,), "the", "fiscal", "fy", "nineteen", "eighteen", "twenty", "two")
    begin((dates.feast,), *{w.split()[0].split("'")[0].split(".")[0] for w in words["feasts"]}, "last", "next", "this")
    begin((relatives.repeated,), "every", "each", "once", "twice", *words["sets"], *words["weekdays"],
          *(w + "s" for w in words["weekdays"] if len(w) > 5), *words["numbers"])  # fmt: skip
    begin((relatives.reference,), *{w.split()[0] for w in words["references"]})
    begin((_lasting, relatives.offset), *words["numbers"], "a", "an", "half", "several", "few", "couple", "dozen",
          "hundred", "many", "multiple", "numerous", *BLUR_WORDS, "days", "weeks", "months", "years", "decades",
          "hours", "minutes", "moments", "centuries")  # fmt: skip
    return {word: tuple(rules) for word, rules in table.items()}


_DIGITS: tuple[Rule, ...]


def rules_of(word: str) -> tuple[Rule, ...]:
    """The rules that may begin with a word."""
    return _DIGITS if word.isdigit() else _starts().get(word, ())


def _day(t: Tokens, i: int) -> Found:
    """A single day by name or by where we stand."""
    best: Found = None
    for rule in (dates.weekday, dates.month_date, dates.day_month, relatives.deictic, relatives.period, dates.numeric):
        found = rule(t, i)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best


def _dated(t: Tokens, i: int) -> Found:
    """A date, and the part of day or time of day that goes with it."""
    found = _day(t, i)
    if found is None:
        return None
    node, j = found
    if not _is_day(node):
        return node, j
    code = vocabulary()["parts"].get(t.at(j))
    if code and not t.at(j).endswith("s"):
        part, k = Part(code, node), j + 1
        into = t.at(k) in ("into", "to") and dates.weekday(t, k + 1)
        if into and isinstance(into[0], Weekday):
            return Overnight(into[0]), into[1]
        node, j = part, k
    return _with_clock(t, node, j)


def _with_clock(t: Tokens, node: Node, j: int) -> tuple[Node, int]:
    k = j + (t.at(j) == ",")
    k += t.at(k) in ("at", "around", "about", "by") or (t.at(k) == "shortly" and t.at(k + 1) in ("after", "before"))
    k += t.at(k) in ("about", "around", "exactly", "approximately")
    found = clock(t, k) if k > j else None
    if found is None or not isinstance(found[0], Clock):
        return node, j
    day = node.of if isinstance(node, Part) and node.of else node
    return replace(found[0], of=day), found[1]


def _is_day(node: Node) -> bool:
    return isinstance(node, Day | Weekday) or (
        isinstance(node, Offset) and node.unit == "day" and node.count is not None
    )


def _timed(t: Tokens, i: int) -> Found:
    """A time of day, and the day that follows it: "10 a.m. ET on Monday morning", "noon Saturday"."""
    found = clock(t, i)
    if found is None:
        return None
    time, j = found
    k = j + (t.at(j) == ",")
    on = t.at(k) in ("on", "of")
    day = _day(t, k + on)
    if day and _is_day(day[0]) and (on or k == j or isinstance(day[0], Day) or (time.zone and k > j)):
        end = day[1]
        if t.at(end) in ("morning", "afternoon", "evening", "night") and isinstance(day[0], Weekday | Offset):
            end += 1
        time, end = _beside(t, time, end)
        return replace(time, of=day[0]), end
    if t.at(j) in ("this", "last", "yesterday", "tomorrow", "today") and (part := relatives.deictic(t, j)):
        of = part[0].of if isinstance(part[0], Part) and part[0].of else part[0]
        return replace(time, of=of), part[1]
    return time, j


def _beside(t: Tokens, time: Clock, j: int) -> tuple[Clock, int]:
    """The same moment in another zone behind the day: "10 AM Eastern time Monday (1400 GMT)"."""
    if time.beside is None and t.at(j) in ("(", "["):
        other = clock(t, j + 1)
        if other and other[0].zone and t.at(other[1]) in (")", "]"):
            return replace(time, beside=replace(other[0], of=None)), other[1] + 1
    return time, j


def _part(t: Tokens, i: int) -> Found:
    """A part of the day in focus ("the morning", "mid-afternoon"), or of the day named: "mid-afternoon yesterday"."""
    j = i + (t.at(i) == "the")
    edge = relatives.edge(t, i) if t.at(i) in ("early", "late", "mid", "later", "earlier") else None
    if edge:
        j = edge[1]
    if t.at(j) == "this" and (found := relatives.deictic(t, j)):
        return (found[0], found[1]) if edge else None
    code = vocabulary()["parts"].get(t.at(j))
    if code is None or t.at(j).endswith("s"):
        return None
    day = _day(t, j + 1 + (t.at(j + 1) in ("on", "of")))
    if day and _is_day(day[0]):
        return Part(code, day[0]), day[1]
    return Part(code, None), j + 1


_COARSE: tuple[Rule, ...]


def _edged(t: Tokens, i: int) -> Found:
    """A part of a longer time: "late April", "the end of 1990", "earlier this week", "the early 1980s"."""
    found = relatives.edge(t, i)
    if found is None:
        return None
    mod, j = found
    best: Found = None
    for rule in (*_COARSE, dates.year):
        core = rule(t, j)
        if core is None and t.at(i) == "the" and t.at(j) != "the":
            core = _decade_after(t, j) if rule is dates.decade else None
        if core and (best is None or core[1] > best[1]):
            best = core
    if (
        best is None
        and t.at(j) in ("the", "that")
        and t.at(j + 1) in ("year", "month", "week", "day", "quarter", "decade")
    ):
        name = vocabulary()["units"][t.at(j + 1)]
        best = (Offset(name, 0, "published" if name in ("year", "quarter", "decade") else "focus"), j + 2)
    if best is None or (mod in ("before", "after") and not isinstance(best[0], Offset | Day | Weekday | Part)):
        return None
    return Edge(best[0], _MODS[mod]), best[1]


def _decade_after(t: Tokens, j: int) -> Found:
    """A decade without its article: "the early 1980s", "the late twenties"."""
    y = t.number(j, 1000, 2190)
    if y is not None and t.at(j + 1) == "s" and t.glued(j + 1):
        return Decade(y // 10), j + 2
    two = j + (t.at(j) in ("'", "’", "‘"))
    y = t.number(two, 20, 90)
    if y is not None and y % 10 == 0 and t.at(two + 1) == "s" and t.glued(two + 1):
        return Decade((1900 + y) // 10), two + 2
    digit = vocabulary()["decades"].get(t.at(j))
    return (Decade(190 + digit), j + 1) if digit else None


_MODS: dict[str, Mod] = {"start": "start", "mid": "mid", "end": "end", "before": "before", "after": "after"}


def _lasting(t: Tokens, i: int) -> Found:
    """A duration, with the words that blur it: "nearly two years", "at least 72 hours"."""
    j = blur(t, i)
    if t.at(i) == "the":
        found = length(t, i + 1)
        if found and t.at(i + 1) not in ("a", "an", "half") and is_plural(t.at(found[1] - 1)):
            return found[0], found[1]
        return None
    found = length(t, j)
    return (found[0], found[1]) if found else None


def _whole(t: Tokens, i: int) -> Found:
    """A whole year as what figures are given for: "the year", "the fiscal year"; "the full year" is the one at hand."""
    if t.at(i) == "the" and t.at(i + 1) == "full" and t.at(i + 2) == "year":
        return Offset("year", 0), i + 3
    j = i + 1 + (t.at(i + 1) in ("fiscal", "whole", "entire"))
    return (Duration(((1.0, "year"),)), j + 1) if t.at(i) == "the" and t.at(j) == "year" else None


def _loose(t: Tokens, i: int) -> Found:
    """An untold number of units: "weeks", "months", "years"."""
    name = vocabulary()["units"].get(t.at(i))
    return (Duration(((None, name),)), i + 1) if name else None


def _overnight(t: Tokens, i: int) -> Found:
    """The night into a day: "overnight into Monday", "overnight Sunday to Monday"."""
    if t.at(i) != "overnight":
        return None
    j = i + 1
    first = dates.weekday(t, j + (t.at(j) in ("on", "from")))
    if first and t.at(first[1]) in ("to", "into") and (last := dates.weekday(t, first[1] + 1)):
        return Overnight(last[0]), last[1]
    if t.at(j) in ("into", "to") and (into := _day(t, j + 1)) and _is_day(into[0]):
        return Overnight(into[0]), into[1]
    if first and t.at(j) not in ("on", "from"):
        return Part("NI", first[0]), first[1]
    return None


def _year(t: Tokens, i: int) -> Found:
    return dates.year(t, i)


_DIGITS = (
    _timed, dates.numeric, _dated, dates.decade, dates.quarter, relatives.offset, _lasting, relatives.repeated, _year,
)  # fmt: skip
_COARSE = (
    dates.month_date, dates.weekday, dates.quarter, dates.season, dates.decade, relatives.period, relatives.deictic,
    dates.day_month,
)  # fmt: skip
