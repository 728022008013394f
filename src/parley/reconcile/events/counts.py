"""What a telling counts: people, things, days of a truce, how often something was done."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from parley.model.findings import EventFinding

_NUMBERS = r"\d[\d,.]*|half a dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|dozens?|hundreds?"
NUMBER = re.compile(rf"\b({_NUMBERS})[ \-–]+(?:of )?([^\W\d]\w*)(?:[ \-–]+([^\W\d]\w*))?", re.I)
CALENDAR = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|am|pm|a|p|gmt|utc|e[sd]?t|local|eastern|th|o)$"
)
COUNTED = re.compile(rf"\b({_NUMBERS}) ((?:[\w.'’-]+ ){{0,3}}[\w'’-]+)", re.I)
EACH = re.compile(
    rf"\b({_NUMBERS})\s(?:[\w-]+\s){{1,3}}?(?:each|apiece|(?:on|from) (?:each|either) side|per side)\b", re.I
)
OFTEN = re.compile(rf"\b({_NUMBERS}) (?:(?:separate|different|other) )?(?:times|occasions)\b", re.I)
SAYING_SO = re.compile(rf"\b({_NUMBERS}) (?:[\w-]+ ){{0,3}}$", re.I)
THE_SIX = re.compile(
    rf"\b(?:the|all|these|those) ({_NUMBERS})"
    r"(?=$| (?:would|will|were|was|are|have|had|who|could|may|might|must|can)\b)",
    re.I,
)
KILLED = re.compile(
    rf"\b(?:kill|wound|injur|abduct|kidnapp|arrest|fre|releas|rescu)(?:ed|es|s|ing)? "
    rf"(?:(?:at|least|about|some|around|more|than|another|up|to|as|many|nearly|almost|over) )*({_NUMBERS})"
    rf"(?![.,]?\d)(?=$|[.,;]| (?:and|in|at|on|near|after|when|by|from)\b)",
    re.I,
)
LENGTH = re.compile(rf"\b(an?|one|{_NUMBERS})[ \-–]+(hour|day|week|fortnight|month)(?:s|-long)?\b", re.I)
HOURS = {"hour": 1, "day": 24, "week": 24 * 7, "fortnight": 24 * 14, "month": 24 * 30}
SPELLED = {
    w: str(n)
    for n, w in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
} | {"half a dozen": "6", "thirty": "30", "a": "1", "an": "1", "one": "1"}
OF_PEOPLE = frozenset(["release", "abduction", "custody", "mishap", "force", "rescue", "disaster", "discovery"])
OF_A_TERM = frozenset(["ceasefire", "walkout"])
OFTEN_DONE, TERM, PEOPLE = "occasions", "hours of its term", "people"


def counts_of(event: EventFinding, family: str) -> dict[str, set[str]]:
    """The numbers of the passage by what they count: a noun, `PEOPLE`, `OFTEN_DONE`, or `TERM` (how long it holds)."""
    found: dict[str, set[str]] = {}
    text = event.exact
    for number, *nouns in NUMBER.findall(text):
        value = _value(number)
        if value.isdigit() and 1900 <= int(value) <= 2100:
            continue
        for noun in {n.lower().rstrip("s") for n in nouns if n}:
            if family in OF_A_TERM and noun in HOURS:
                continue
            if not CALENDAR.match(noun) and noun not in words()["stop"] and len(noun) > 2:
                found.setdefault(PEOPLE if noun in words()["people"] else noun, set()).add(value)
    if family in OF_PEOPLE:
        for number, phrase in COUNTED.findall(text):
            value = _value(number)
            if not (value.isdigit() and 1900 <= int(value) <= 2100) and any(map(_is_people, phrase.lower().split())):
                found.setdefault(PEOPLE, set()).add(value)
    if family == "release":
        for number in EACH.findall(text):
            value = _value(number)
            if value.isdigit():  # so many a side are twice as many in all
                for values in [v for v in found.values() if value in v]:
                    values.add(str(2 * int(value)))
    if family in OF_PEOPLE:
        for number in (*THE_SIX.findall(text), *KILLED.findall(text)):
            found.setdefault(PEOPLE, set()).add(_value(number))
    if family in OF_A_TERM:
        for number, unit in LENGTH.findall(text):
            value = _value(number)
            if value.isdigit():
                found.setdefault(TERM, set()).add(str(int(value) * HOURS[unit.lower()]))
    before = text[: max(0, event.trigger.start - event.start)]
    named = text[max(0, event.trigger.start - event.start) : max(0, event.trigger.end - event.start)]
    often = OFTEN.findall(text) + (SAYING_SO.findall(before) if named.endswith("s") else [])
    for number in often:
        found.setdefault(OFTEN_DONE, set()).add(_value(number))
    return found


def _is_people(word: str) -> bool:
    return word in words()["people"] or word.rstrip("s") in words()["people"]


def _value(number: str) -> str:
    return SPELLED.get(number.lower(), number.lower().replace(",", "").rstrip("."))


@cache
def words() -> dict[str, frozenset[str]]:
    """The word lists that joining reads, by name."""
    return {name: frozenset(listed) for name, listed in _lists().items() if isinstance(listed, list)}


@cache
def sort_of(lemma: str) -> str:
    """Of what sort a disaster called so is ("quake"); empty where the word leaves it open."""
    return next((sort for sort, lemmas in _lists()["sorts"].items() if lemma in lemmas), "")


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads((files("parley.reconcile.events") / "words.toml").read_text(encoding="utf-8"))
