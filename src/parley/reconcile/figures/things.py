"""What figures are of, and whether two are of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from parley.model.findings import FigureFinding
from parley.model.passages import Span
from parley.reconcile.draft import Draft
from parley.text.counted import counts_people, slots_of, stem, stems
from parley.text.units import comparable

_GENERIC = frozenset({"time", "times", "people", "person", "other", "more", "number", "total", "toll"})

_SHARED_CONTEXT = 3
"""Words around two figures that must be shared where their own words do not tell that they are one."""

_COMMON = 0.2
"""The share of a story's figures beyond which a word around them tells none from another."""
_REACH = 250


K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is of: its dimension, slots and stems, what sets it apart, and the words and events around it."""

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


def thing_of(draft: Draft, report: str, finding: FigureFinding) -> Thing:
    """What the finding is of, by its own words and those of its sentence (of a very long one, the part around it)."""
    sentence = draft.sentence(report, finding.number.start) or Span(finding.start, finding.end)
    text = draft.report(report).text
    around = text[max(sentence.start, finding.start - _REACH) : min(sentence.end, finding.end + _REACH)]
    slots = slots_of(f"{finding.of} {finding.exact}")
    return Thing(
        report=report,
        unit=finding.unit,
        per=finding.per,
        slots=slots,
        heads=stems(finding.of),
        head=stem(finding.head.lower()) if finding.head else "",
        people=counts_people(finding.of),
        sides=frozenset(w.lower() for w in finding.of.split() if w[:1].isupper()),
        context=stems(around) - stems(finding.exact),
        events=_events(draft, report, finding),
    )


def with_rare_context(things: Mapping[K, Thing]) -> dict[K, Thing]:
    """The things with only those words around them that few figures of the story have around them."""
    counts = Counter(word for thing in things.values() for word in thing.context)
    common = {word for word, n in counts.items() if n > max(4, len(things) * _COMMON)}
    return {key: replace(thing, context=thing.context - common) for key, thing in things.items()}


def _events(draft: Draft, report: str, finding: FigureFinding) -> frozenset[str]:
    """The items of the events whose clause holds the figure."""
    return frozenset(
        draft.event_of[report, i]
        for i, event in enumerate(draft.findings[report].events)
        if event.start <= finding.number.start and finding.number.end <= event.end and (report, i) in draft.event_of
    )


def alike(x: Thing, y: Thing, telling: bool, large: bool, same_report: bool) -> bool:
    """Whether two figures of agreeing value are of one thing.

    The noun counted must be the same or give way (ship, vessel), or both count persons in one slot (killed). A rare
    value then needs little more; a small one ("two ships") must also share what happened, a modifier or the event. "30
    times" and a bare share have no noun of their own: there the words around must be alike.
    """
    if not _not_set_apart(x, y):
        return False
    shared = len(x.context & y.context)
    event = bool(x.events & y.events)
    kind = x.people and y.people and bool(x.slots & y.slots)
    more = len((x.heads & y.heads) - {x.head} - _GENERIC) + (2 if event else 0) + (1 if x.slots & y.slots else 0)
    if same_report:
        return (x.head == y.head != "" or kind) and x.head not in _GENERIC and x.heads == y.heads and shared >= 2
    one = x.head and x.head == y.head and x.head not in _GENERIC
    stuff = x.unit is not None and x.heads & y.heads - _GENERIC and (x.head in y.heads or y.head in x.heads)
    if kind or one or stuff:
        private = not kind and bool(x.heads - y.heads) and bool(y.heads - x.heads)
        return telling or large or more + shared >= (4 if private else 2)
    if x.head == y.head == "time" and large:
        return True
    if x.head and y.head and x.head not in _GENERIC and y.head not in _GENERIC:
        return telling and more + shared >= _SHARED_CONTEXT
    return more + shared >= (2 if telling or large else _SHARED_CONTEXT)


def _not_set_apart(x: Thing, y: Thing) -> bool:
    """Nothing said makes them two things: other slots, other sides, other rates."""
    if x.slots and y.slots and not x.slots & y.slots and not (x.heads & y.heads):
        return False
    if ("killed" in x.slots) != ("killed" in y.slots) and ("injured" in x.slots or "injured" in y.slots):
        return False
    if x.sides and y.sides and not x.sides & y.sides:
        return False
    return not (x.per and y.per and x.per.split()[0] != y.per.split()[0])


def stand_against(x: Thing, y: Thing) -> bool:
    """Whether figures of differing value stand against each other: of one slot or head, in one event or like words."""
    if comparable(x.unit, y.unit) is None or not _not_set_apart(x, y):
        return False
    kind = x.people and y.people and bool(x.slots & y.slots)
    if not (kind or (x.head and x.head == y.head)):
        return False
    return bool(x.events & y.events) or len(x.context & y.context) >= _SHARED_CONTEXT
