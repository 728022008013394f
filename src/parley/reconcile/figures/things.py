"""What figures are of, and whether two are of the same thing."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from parley.model.findings import FigureFinding
from parley.model.passages import Span
from parley.reconcile.draft import Draft
from parley.reconcile.figures.delays import is_delay
from parley.reconcile.figures.settings import NO_SETTING, Setting, set_apart, setting_of
from parley.reconcile.figures.terms import Term, sum_of, term_of
from parley.reconcile.figures.transfers import Transfer, cross, transfer_of
from parley.text.counted import counts_people, slots_of, stem, stems
from parley.text.units import comparable, table

_GENERIC = frozenset(
    {"time", "times", "people", "person", "dead", "wounded", "other", "more", "number", "total", "toll"}
)

_SHARED_CONTEXT = 3
"""Words around two figures that must be shared where their own words do not tell that they are one."""

_BODY = stem("bodies")
"""Bodies counted at one place need not be all the dead."""

_COMMON = 0.2
"""The share of a story's figures beyond which a word around them tells none from another."""
_REACH = 250

_LARGE = 20
"""A count from which on one of persons need share little more, as few counts of a story are so large."""

_UNCOMMON = 10
"""A count from which on one and the same noun is enough."""

_SMALL = 4
"""Counts under this are of anything: two ships, three men."""

_SUM = 1000
"""Money from which on a sum is seldom told of two things."""

_FEW = 3
"""Figures of one slot in one report up to which they are taken for those of one event and its aftermath."""

_EVENTS = 40
"""Events before a figure among which that whose clause holds it is sought."""

_SUBJECT = 2
"""Words for who pays or gets one sum of money that must be shared where nothing else is said of it."""

_ONE_EVENT = frozenset({"killed", "injured", "missing", "arrested"})
"""Slots of which a story of one event has one count."""


_STRETCHES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_PERIOD = re.compile(
    r"\b(?:the|that|this|his|her|its|their)\s[\w-]+[-‑\s]\w+\s"
    r"(?:timeline|timeframe|deadline|ultimatum|period|window|limit|notice|target|schedule|timetable)\b",
    re.I,
)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is of: its dimension, slots and stems, what sets it apart, and the words and events around it.

    `context` are the words around that few figures of the story have, `around` all of them; `places` the places that
    the sentence names, `who` its other names where a stretch of time is told. `crowded` is true where reports tell
    several figures of the slot, as in a story of many attacks; `known` where a stretch of time is taken as known ("the
    48-hour deadline") and `late` where it is a delay; `term` says whether a punishment or a sum is sought or given,
    `transfer` who hands over or gets the counted.
    """

    report: str
    unit: str | None
    per: str | None
    slots: frozenset[str]
    heads: frozenset[str]
    head: str
    people: bool
    sides: frozenset[str]
    context: frozenset[str]
    events: frozenset[str]
    around: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    setting: Setting = NO_SETTING
    crowded: bool = False
    who: frozenset[str] = frozenset()
    known: bool = False
    term: Term = ""
    transfer: Transfer | None = None
    late: bool = False


def thing_of(draft: Draft, report: str, finding: FigureFinding) -> Thing:
    """What the finding is of, by its own words and those of its sentence (of a very long one, the part around it)."""
    sentence = _sentence(draft, report, finding)
    text = draft.report(report).text
    begin, end = max(sentence.start, finding.start - _REACH), min(sentence.end, finding.end + _REACH)
    around = text[begin:end]
    context = stems(around) - stems(finding.exact)
    slots = slots_of(f"{finding.of} {finding.exact}")
    stretch = finding.unit in _STRETCHES
    before = text[begin : finding.start]
    term = sum_of(before) if _is_currency(finding.unit) else term_of(finding.unit, before, around)
    return Thing(
        report=report,
        unit=finding.unit,
        per=finding.per,
        slots=slots,
        heads=stems(finding.of),
        head=stem(finding.head.lower()) if finding.head else "",
        people=counts_people(finding.of),
        sides=_sides(finding, text[sentence.start : sentence.start + 40]),
        context=context,
        around=context,
        events=_events(draft, report, finding),
        places=_places(draft, report, around),
        setting=setting_of(around, finding.end - begin),
        who=_who(draft, report, sentence, bool(term)) if stretch else frozenset(),
        term=term,
        known=stretch and _PERIOD.search(text[max(0, finding.start - 4) : finding.end]) is not None,
        transfer=_transfer(draft, report, finding, text[begin : finding.number.start])
        if finding.unit is None
        else None,
        late=stretch and is_delay(before, text[finding.end : finding.end + 40]),
    )


def _sides(finding: FigureFinding, opening: str) -> frozenset[str]:
    """The capitalised words for what is counted; of a measure those inside the phrase, since its subject is no side."""
    words = (finding.of if finding.unit is None else finding.exact).split()
    sides = {w.lower() for w in words if w[:1].isupper() and len(w) > 2 and not opening.startswith(w)}
    return frozenset(w for w in sides if w.rstrip(".") not in _DATES)


_DATES = frozenset(
    {name.lower() for names in (calendar.month_name, calendar.month_abbr, calendar.day_name) for name in names}
    | {"sept"}
)


def _transfer(draft: Draft, report: str, finding: FigureFinding, before: str) -> Transfer | None:
    """Who hands over or gets the counted, by the words before the number."""
    names = draft.findings[report].names
    items = {n.id: item for n in names if (item := draft.name_of.get((report, n.id))) is not None}
    return transfer_of(before, finding.number.start, names, items)


def _sentence(draft: Draft, report: str, finding: FigureFinding) -> Span:
    """The sentence that holds the figure."""
    sentences = draft.findings[report].sentences
    at = bisect_right(sentences, finding.number.start, key=lambda s: s.start) - 1
    if at >= 0 and finding.number.start < sentences[at].end:
        return sentences[at]
    return Span(finding.start, finding.end)


def _who(draft: Draft, report: str, sentence: Span, persons: bool) -> frozenset[str]:
    """The items of the persons, and unless only they are asked for of the bodies, that the sentence names."""
    return frozenset(
        draft.name_of.get((report, name.id), name.id)
        for name in draft.findings[report].names
        if name.kind != "place"
        and (name.kind == "person" or not persons)
        and any(sentence.start <= m.start < sentence.end for m in name.mentions)
    )


def _places(draft: Draft, report: str, around: str) -> frozenset[str]:
    """The items of the places that the words around name."""
    return frozenset(
        draft.name_of.get((report, name.id), name.id)
        for name in draft.findings[report].names
        if name.kind == "place" and name.name in around
    )


def with_rare_context(things: Mapping[K, Thing]) -> dict[K, Thing]:
    """The things with only those words around them that few figures of the story have around them."""
    counts = Counter(word for thing in things.values() for word in thing.context)
    common = {word for word, n in counts.items() if n > max(4, len(things) * _COMMON)}
    told = Counter((thing.report, slot) for thing in things.values() if thing.people for slot in thing.slots)
    crowded = {slot for (_, slot), n in told.items() if n > _FEW}
    return {
        key: replace(thing, context=thing.context - common, crowded=bool(thing.slots & crowded))
        for key, thing in things.items()
    }


def _events(draft: Draft, report: str, finding: FigureFinding) -> frozenset[str]:
    """The items of the events whose clause holds the figure."""
    events = draft.findings[report].events
    last = bisect_right(events, finding.number.start, key=lambda e: e.start)
    return frozenset(
        draft.event_of[report, i]
        for i in range(max(0, last - _EVENTS), last)
        if finding.number.end <= events[i].end and (report, i) in draft.event_of
    )


def alike(x: Thing, y: Thing, telling: bool, size: float, same_report: bool) -> bool:
    """Whether two figures of agreeing value are of one thing.

    The noun counted must be the same or give way (ship, vessel), or both count persons in one slot (killed). A rare
    value then needs little more; a small one ("two ships") must also share what happened, a modifier or the event. "30
    times" and a bare share have no noun of their own: there the words around must be alike. `telling` says whether
    the value is rare by its digits, `size` how large it is.
    """
    if not not_set_apart(x, y):
        return False
    large = size >= _LARGE
    shared = len(x.context & y.context)
    event = bool(x.events & y.events)
    kind = x.people and y.people and bool(x.slots & y.slots)
    more = len((x.heads & y.heads) - {x.head} - _GENERIC) + (2 if event else 0) + (1 if x.slots & y.slots else 0)
    if same_report:
        return (x.head == y.head != "" or kind) and x.head not in _GENERIC and x.heads == y.heads and shared >= 2
    one = x.head and x.head == y.head and x.head not in _GENERIC
    meet = x.head in y.heads or y.head in x.heads or x.head == y.head
    stuff = x.unit is not None and x.heads & y.heads - _GENERIC and meet
    if _one_toll(x, y) or _one_period(x, y) or _one_term(x, y) or (x.late and y.late):
        return True
    if x.people and y.people and not x.slots and not y.slots and _are_same_persons(x, y, size, shared):
        return True
    if x.unit is not None and telling and (len(x.around & y.around) >= 2 or event or _is_exact_sum(x, y)):
        return True
    if _is_money(x) and _is_money(y) and not x.head and not y.head and len((x.heads & y.heads) - _GENERIC) >= _SUBJECT:
        return True
    if one and x.unit is None and size >= _UNCOMMON:
        return True
    if kind or one or stuff:
        private = not kind and bool(x.heads - y.heads) and bool(y.heads - x.heads)
        found = kind and (x.head == _BODY) != (y.head == _BODY)
        return telling or large or more + shared >= (4 if private else 3 if found else 2)
    if x.head == y.head == "time" and size >= _UNCOMMON:
        return True
    if _is_money(x) and size >= _SUM and more + shared >= _SUBJECT:
        return True
    if x.unit is None and not telling and not (x.people and y.people) and not _named_around(x, y):
        return False
    if x.head and y.head and x.head not in _GENERIC and y.head not in _GENERIC:
        return telling and more + shared >= _SHARED_CONTEXT
    return more + shared >= (2 if telling or large else _SHARED_CONTEXT)


def likeness(x: Thing, y: Thing) -> int:
    """How much two figures that are one share: words for what is counted first, then the event, then words around."""
    same = x.head == y.head != ""
    return 4 * len(x.heads & y.heads) + 4 * same + 4 * bool(x.events & y.events) + len(x.context & y.context)


def _are_same_persons(x: Thing, y: Thing, size: float, shared: int) -> bool:
    """Whether two counts of persons of whom nothing is told meet: many of them, or the one said in a general word."""
    if size >= _LARGE:
        return shared >= 1
    return size >= _SMALL and "person" in (x.head, y.head) and shared >= _SUBJECT


def _named_around(x: Thing, y: Thing) -> bool:
    """Whether a bare number stands among words for what the other counts; true where both or neither have a noun."""
    if bool(x.head) == bool(y.head):
        return True
    bare, told = (y, x) if x.head else (x, y)
    return told.head in bare.around | bare.heads


def _is_exact_sum(x: Thing, y: Thing) -> bool:
    """Whether both are sums of money of which one says nothing else: one story has the same rare sum for one thing."""
    return _is_money(x) and not (x.heads and y.heads and x.head and y.head)


def _is_money(thing: Thing) -> bool:
    return _is_currency(thing.unit)


def _is_currency(name: str | None) -> bool:
    unit = table().names.get(name or "")
    return unit is not None and unit.dimension == "money"


def _one_period(x: Thing, y: Thing) -> bool:
    """Whether one is known ("the 24-hour deadline") and the other says so much of the same people, and of nothing."""
    known, told = (x, y) if x.known else (y, x)
    return known.known and not told.head and bool(known.who & told.who)


def _one_term(x: Thing, y: Thing) -> bool:
    """Whether both are the punishment that a court gave, or both one that was sought, and of no two people."""
    if x.unit not in _STRETCHES or not x.term or x.term != y.term:
        return False
    return x.term == "sought" or not (x.who and y.who and not x.who & y.who)


def _one_toll(x: Thing, y: Thing) -> bool:
    """Whether both count the dead (the injured …) of one event: few such counts are told, and no other place."""
    if not (x.people and y.people and x.slots & y.slots & _ONE_EVENT) or x.crowded or y.crowded:
        return False
    meet = len(x.around & y.around)
    if x.events and y.events and not x.events & y.events and meet < 2:
        return False
    return not (x.places and y.places and not x.places & y.places and meet < 2)


def not_set_apart(x: Thing, y: Thing) -> bool:
    """Nothing said makes them two things: other slots, sides, rates, ends of a swap; what is sought is not given."""
    if x.people and y.people and x.head != y.head and (_befell_one(x, y) or _befell_one(y, x)):
        return False
    if cross(x.transfer, y.transfer) or (x.term and y.term and x.term != y.term):
        return False
    if x.people and y.people and "killed" in x.slots & y.slots and ("injured" in x.slots) != ("injured" in y.slots):
        return False
    if x.slots and y.slots and not x.slots & y.slots and not (x.heads & y.heads):
        return False
    if ("killed" in x.slots) != ("killed" in y.slots) and ("injured" in x.slots or "injured" in y.slots):
        return False
    if x.sides and y.sides and not x.sides & y.sides:
        return False
    if x.unit is not None and set_apart(x.setting, y.setting):
        return False
    if bool(x.per) != bool(y.per) and x.unit is None and x.head != y.head and x.head and y.head:
        return False
    return not (x.per and y.per and x.per.split()[0] != y.per.split()[0])


def _befell_one(x: Thing, y: Thing) -> bool:
    """Whether harm or custody befell the one people, and the other are people of a kind to whom nothing is said to."""
    return bool(x.slots & _ONE_EVENT) and not y.slots and y.head not in _GENERIC | {""}


def stand_against(x: Thing, y: Thing) -> bool:
    """Whether figures of differing value stand against each other: of one slot or head, in one event or like words."""
    if comparable(x.unit, y.unit) is None or not not_set_apart(x, y):
        return False
    kind = x.people and y.people and bool(x.slots & y.slots)
    if not (kind or (x.head and x.head == y.head)):
        return False
    return bool(x.events & y.events) or len(x.context & y.context) >= _SHARED_CONTEXT
