"""Figures of one thing, joined across reports.

Two figures are of the same thing when they measure in units that compare, count the same sort of things, and nothing
said sets them apart; they are one figure when their values also agree as written: equal, or within what "about" allows.
Values that differ stay two figures; `same_thing` tells whether they then stand against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from math import floor, log

from parley.model.findings import FigureFinding
from parley.model.items import Figure
from parley.reconcile.draft import Draft
from parley.text.counted import counts_people, slots_of, stem, stems
from parley.text.units import comparable, table

Key = tuple[str, int]
"""A figure finding: its report and its index there."""

_GENERIC = frozenset({"time", "times", "people", "person", "other", "more", "number", "total", "toll"})
_SHARED_CONTEXT = 3
_COMMON = 0.2
_SAME = 0.005
_LOOSE = 0.25
_LARGE = 20


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


def join(draft: Draft) -> None:
    """Fill `draft.figures` and `draft.figure_of`."""
    findings = {(r.id, i): f for r in draft.reports for i, f in enumerate(draft.findings[r.id].figures)}
    things = _rare({key: _thing(draft, key[0], finding) for key, finding in findings.items()})
    parent = {key: key for key in findings}
    for block in _blocks(findings, things):
        for n, a in enumerate(block):
            for b in block[n + 1 : n + 60]:
                if _find(parent, a) != _find(parent, b) and _one_figure(findings[a], findings[b], things[a], things[b]):
                    _unite(parent, a, b)
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in findings:
        groups[_find(parent, key)].append(key)
    for members in sorted(groups.values(), key=lambda m: min((k[0], findings[k].start) for k in m)):
        _add(draft, members, findings, things)


def same_thing(draft: Draft, a: Figure, b: Figure) -> bool:
    """Whether two figures, whatever their values, are of the same thing at the same event, so that they may be compared."""
    first, second = _things_of(draft, a), _things_of(draft, b)
    return any(_comparable_things(x, y) for x in first for y in second)


def _things_of(draft: Draft, figure: Figure) -> list[Thing]:
    """What the findings behind an item are of."""
    places = {(w.report, w.start, w.end) for w in figure.witnesses}
    return [
        _thing(draft, report, finding)
        for report in sorted({w.report for w in figure.witnesses})
        for finding in draft.findings[report].figures
        if (report, finding.start, finding.end) in places
    ]


def _thing(draft: Draft, report: str, finding: FigureFinding) -> Thing:
    sentence = draft.sentence(report, finding.number.start)
    text = draft.report(report).text
    around = text[sentence.start : sentence.end] if sentence else finding.exact
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


def _rare(things: dict[Key, Thing]) -> dict[Key, Thing]:
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


def _blocks(findings: dict[Key, FigureFinding], things: dict[Key, Thing]) -> list[list[Key]]:
    """Figures that could be one: of one dimension, one order of value, and a stem in common or the very same value."""
    blocks: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(findings, key=lambda k: (k[0], findings[k].start)):
        finding, thing = findings[key], things[key]
        dimension, size = _base(finding)
        rough = floor(log(size) / log(1.5)) if size > 0 else 0
        heads = thing.heads | ({"people"} if thing.people else set()) | ({"*"} if finding.unit else set())
        for step in (rough, rough + 1):
            for head in heads:
                blocks[dimension, str(step), head].append(key)
        blocks[dimension, f"={size:.6g}"].append(key)
    return [blocks[name] for name in sorted(blocks) if len(blocks[name]) > 1]


def _base(finding: FigureFinding) -> tuple[str, float]:
    """The dimension (a currency is one by itself) and the upper value in its base unit."""
    value = finding.value[1] if isinstance(finding.value, tuple) else finding.value
    unit = table().names.get(finding.unit or "")
    if unit is None:
        return finding.unit or "count", abs(value)
    if unit.dimension == "money":
        return unit.name, abs(value)
    return unit.dimension, abs(value) * unit.size


def _one_figure(a: FigureFinding, b: FigureFinding, x: Thing, y: Thing) -> bool:
    return _agree(a, b) and _alike(x, y, _telling(a), _ends(a)[0] >= _LARGE, x.report == y.report)


def _agree(a: FigureFinding, b: FigureFinding) -> bool:
    """Whether two values can be one as written: equal, or the one the rounding of the other where it says "about"."""
    rate = comparable(a.unit, b.unit)
    if rate is None:
        return False
    (low, high), (low2, high2) = _ends(a), _ends(b)
    low, high = low * rate, high * rate
    if max(_apart(low, low2), _apart(high, high2)) <= _SAME:
        return True
    if low != high or low2 != high2:
        return False
    slack = max(_rounding(a) * rate if a.bound == "about" else 0.0, _rounding(b) if b.bound == "about" else 0.0)
    return abs(low - low2) <= min(slack, _LOOSE * max(low, low2))


def _rounding(finding: FigureFinding) -> float:
    """Half of the last place that is not zero: "about 420" stands for 415 to 425, "about two hours" for 1.5 to 2.5."""
    value = abs(_ends(finding)[0])
    if not value:
        return 0.0
    digits = f"{value:.6g}"
    mantissa = Decimal(digits).normalize()
    return 0.5 * float(Decimal(10) ** int(mantissa.as_tuple().exponent))


def _ends(finding: FigureFinding) -> tuple[float, float]:
    value = finding.value
    return value if isinstance(value, tuple) else (value, value)


def _apart(a: float, b: float) -> float:
    return abs(a - b) / max(abs(a), abs(b), 1e-12)


def _telling(finding: FigureFinding) -> bool:
    """Whether the value is rare enough that its likeness says something: more than one digit that is not zero, or large."""
    low, high = _ends(finding)
    digits = f"{high:.15g}".replace(".", "").strip("0")
    return (len(digits) >= 2 and high > 20) or (low != high and high < 10**5)


def _alike(x: Thing, y: Thing, telling: bool, large: bool, same_report: bool) -> bool:
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


def _comparable_things(x: Thing, y: Thing) -> bool:
    """Whether figures of differing value stand against each other: of one slot or head, in one event or like words."""
    if comparable(x.unit, y.unit) is None or not _not_set_apart(x, y):
        return False
    kind = x.people and y.people and bool(x.slots & y.slots)
    if not (kind or (x.head and x.head == y.head)):
        return False
    return bool(x.events & y.events) or len(x.context & y.context) >= _SHARED_CONTEXT


def _add(draft: Draft, members: list[Key], findings: dict[Key, FigureFinding], things: dict[Key, Thing]) -> None:
    """One item from figures of one value."""
    members = sorted(members, key=lambda k: (k[0], findings[k].start))
    told = findings[_best(members, findings)]
    first = members[0]
    identity = draft.ids.give("figure", first[0], findings[first].start)
    statements = [s for key in members if (s := _statement(draft, key[0], findings[key])) is not None]
    events = [event for key in members for event in sorted(things[key].events)]
    names: list[str] = []
    for report, index in members:
        for local in findings[report, index].according_to:
            name = draft.name_of.get((report, local))
            if name is not None and name not in names:
                names.append(name)
    draft.figures.append(
        Figure(
            id=identity,
            story=draft.story.id,
            value=told.value,
            bound=told.bound,
            unit=told.unit,
            per=next((f.per for f in (findings[k] for k in members) if f.per), None),
            of=told.of,
            event=events[0] if events else None,
            statement=statements[0] if statements else None,
            according_to=tuple(names),
            witnesses=tuple(draft.witness(k[0], findings[k].start, findings[k].end) for k in members),
            support=draft.support({k[0] for k in members}),
        )
    )
    for key in members:
        draft.figure_of[key] = identity


def _best(members: list[Key], findings: dict[Key, FigureFinding]) -> Key:
    """The figure whose wording stands for all: exact before rounded, the commonest value, the finer unit, the first."""
    counts: dict[object, set[str]] = defaultdict(set)
    for key in members:
        counts[findings[key].value, findings[key].unit].add(key[0])
    units = table().names

    def rank(key: Key) -> tuple[int, int, float, Key]:
        finding = findings[key]
        size = units[finding.unit].size if finding.unit in units else 1.0
        return (0 if finding.bound == "exact" else 1, -len(counts[finding.value, finding.unit]), size, key)

    return min(members, key=rank)


def _statement(draft: Draft, report: str, finding: FigureFinding) -> str | None:
    """The item of the statement's sentence that holds the figure."""
    if finding.statement is None:
        return None
    units = draft.findings[report].statements[finding.statement].units
    for number, unit in enumerate(units):
        if any(p.start <= finding.number.start and finding.number.end <= p.end for p in unit):
            return draft.statement_of.get((report, finding.statement, number))
    return next(
        (
            draft.statement_of[report, finding.statement, n]
            for n in range(len(units))
            if (report, finding.statement, n) in draft.statement_of
        ),
        None,
    )


def _find(parent: dict[Key, Key], key: Key) -> Key:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _unite(parent: dict[Key, Key], a: Key, b: Key) -> None:
    a, b = sorted((_find(parent, a), _find(parent, b)))
    parent[b] = a
