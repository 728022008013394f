"""Tolls as they grew: the values that reports give of one count, side by side, each with its days and its source."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources

from parley.model.items import Event, Figure
from parley.model.reports import Report
from parley.show.brief.clauses import subject
from parley.show.brief.figures import according, amount, middle, told
from parley.show.brief.model import Line
from parley.show.brief.names import Desk
from parley.show.brief.times import days

APART = 4.0
"""A value that no event is known for joins a count whose values differ from it by less than this factor."""
BETWEEN = re.compile(
    r"\s+(?:(?:people|persons|passengers|others)\s+)?(?:who\s+)?(?:now\s+)?(?:confirmed\s+|reported\s+|known\s+)?"
    r"(?:(?:were|was|are|have been|had been|have|had)\s+)?"
)
"""What may stand between a number and what was done to those that it counts."""
VAST = 10_000
"""Counts of this size that no event is known for are those of a war, not of the story."""
RECENT = 14
"""Days before the first report within which an event is still the story's own."""
SHARP = 2
"""Days within which a report's date must be known for its value to be drawn as a point."""
TOLLS = frozenset({"casualties", "death", "injury", "search", "discovery"})
"""Types of events that are no more than the toll itself; they are told apart by their places alone."""
SELF = {"arrest": "arrested", "rescue": "rescued", "evacuation": "displaced", "casualties": "killed"}
"""Types of events that say by themselves what was counted."""


@dataclass(frozen=True, slots=True)
class Series:
    """One count: its line, with a line a value below it; the figures it holds; how many reports tell it.

    `told` says whether it belongs to the story itself: to an event of it, or, where no event is known, to a count
    that only grew. Others may be of several things, so their values make no curve.
    """

    line: Line
    figures: tuple[Figure, ...]
    reports: int
    told: bool


def series(desk: Desk) -> list[Series]:
    """Counts of which reports give several values: the dead before the injured, then those that most reports tell."""
    found = []
    order = list(_words()[1])
    for (kind, event), figures in _slots(desk).items():
        values = {(f.value, f.bound) for f in figures}
        tellers = {w.report for f in figures for w in f.witnesses}
        if len(values) > 1 and len(tellers) > 1:
            found.append((order.index(kind), _series(desk, kind, event, figures, len(tellers))))
    found.sort(key=lambda one: (not one[1].told, one[0], -one[1].reports, one[1].figures[0].id))
    return [one for _, one in found]


def _slots(desk: Desk) -> dict[tuple[str, Event | None], list[Figure]]:
    """Figures by what they count and the event in which; values without one go with the only event they fit."""
    events = {e.id: e for e in desk.items.events}
    told = [(kind, events.get(f.event or ""), f) for f in desk.items.figures if (kind := kind_of(f, desk.texts))]
    bare = {kind: {e.place for k, e, _ in told if k == kind and e and e.type in TOLLS} - {None} for kind, _, _ in told}
    slots: dict[tuple[str, Event | None], list[Figure]] = defaultdict(list)
    loose: dict[str, list[Figure]] = defaultdict(list)
    for kind, event, f in sorted(told, key=lambda one: one[2].id):
        if event is None or (event.type in TOLLS and len(bare[kind]) < 2):
            loose[kind].append(f)
        else:
            slots[kind, event].append(f)
    for kind, figures in loose.items():
        homes = [key for key in slots if key[0] == kind and key[1] and is_news(desk, key[1])]
        fitting = [f for f in figures if len(homes) == 1 and _fits(f, slots[homes[0]])]
        if fitting:
            slots[homes[0]] += fitting
        rest = [f for f in figures if f not in fitting]
        if rest:
            slots[kind, None] = rest
    return slots


def is_news(desk: Desk, event: Event) -> bool:
    """Whether the event is of the story's own days, or of no day that is known, and not its background."""
    first = desk.items.story.earliest
    if event.background or event.time is None or first is None:
        return not event.background
    return date.fromisoformat(event.time.latest[:10]) >= date.fromisoformat(first[:10]) - timedelta(days=RECENT)


def kind_of(figure: Figure, texts: Mapping[str, str]) -> str | None:
    """What the figure counts, if that is a toll of people: killed, injured, missing …; None for parts of a toll.

    `texts` gives each report's text by its id: the word may stand right behind the passage ("41 injured").
    """
    if figure.unit is not None or figure.per is not None:
        return None
    passages = " ".join(w.exact for w in figure.witnesses)
    parts, kinds = _words()
    if parts.search(passages) or parts.search(figure.of):
        return None
    found = [(m.start(), kind) for kind, words in kinds.items() if (m := words.search(figure.of))]
    found = found or [(m.start(), kind) for kind, words in kinds.items() if (m := words.search(passages))]
    for w in figure.witnesses if not found else ():
        behind = texts[w.report][w.end : w.end + 40]
        at = BETWEEN.match(behind)
        found += [(0, kind) for kind, words in kinds.items() if at and words.match(behind, at.end())]
    return min(found)[1] if found else None


def _fits(figure: Figure, others: Sequence[Figure]) -> bool:
    value = middle(figure)
    return any(max(value, middle(o)) < APART * min(value, middle(o)) for o in others)


def _series(desk: Desk, kind: str, event: Event | None, figures: list[Figure], reports: int) -> Series:
    about = f" in {subject(desk, event)}" if event and SELF.get(event.type) != kind else ""
    ordered = sorted(figures, key=lambda f: (_first_sharp(desk, f) or (_days(desk, f) or "9")[0], middle(f), f.id))
    lines = tuple(_value(desk, f) for f in ordered)
    values = [middle(f) for f in ordered]
    near = is_news(desk, event) if event else values == sorted(values) and values[-1] < VAST
    if not near:
        lines = tuple(replace(line, value=None) for line in lines)
    return Series(Line(f"{kind.capitalize()}{about}", under=lines), tuple(ordered), reports, near)


def in_short(desk: Desk, count: Series) -> Line:
    """The values of a count on one line, in the order in which they were told."""
    values = tuple(Line(amount(f), desk.refs(f.witnesses)) for f in count.figures)
    return Line(f"{count.line.text}:", item=count.figures[0].id, then=values)


def _value(desk: Desk, figure: Figure) -> Line:
    span = _days(desk, figure)
    dated = days(*span) if span else "undated"
    text = told(desk, figure) + according(desk, figure)
    point = _first_sharp(desk, figure)
    value = middle(figure) if point else None
    return Line(text, desk.refs(figure.witnesses), figure.id, when=dated, day=point, value=value)


def _tellers(desk: Desk, figure: Figure) -> list[Report]:
    told_by = {w.report for w in figure.witnesses}
    return [r for r in desk.reports if r.id in told_by]


def _days(desk: Desk, figure: Figure) -> tuple[str, str] | None:
    """The days on which reports with this value appeared, from the first to the last; None where none is known."""
    known = [r.published for r in _tellers(desk, figure)]
    first = [p.earliest[:10] for p in known if p.earliest]
    last = [p.latest[:10] for p in known if p.latest]
    return (min(first), max(last)) if first and last else None


def _first_sharp(desk: Desk, figure: Figure) -> str | None:
    """The first day on which a report whose date is known to a day or two gives this value."""
    sharp = [
        p.earliest[:10]
        for p in (r.published for r in _tellers(desk, figure))
        if p.earliest and p.latest and _apart(p.earliest, p.latest) <= SHARP
    ]
    return min(sharp, default=None)


def _apart(first: str, last: str) -> int:
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


@cache
def _words() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    data = tomllib.loads(resources.files("parley.show.brief").joinpath("tolls.toml").read_text("utf-8"))
    return _any(data["parts"]["words"]), {kind: _any(words) for kind, words in data["kinds"].items()}


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)
