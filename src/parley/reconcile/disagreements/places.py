"""One event, two towns."""

from __future__ import annotations

from itertools import combinations

from parley.model.findings import NameFinding
from parley.model.items import About, Event
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading, told_by
from parley.reconcile.draft import Draft
from parley.reconcile.events.families import family_of
from parley.text.intervals import agree

DAYS = frozenset(["day", "part of day", "hour", "minute"])
REACH = 200
"""How far (code points) from an event a number may stand that helps to know it again."""
TELLING = 10
"""Counts below which a number tells nothing of which event is meant."""
PAIR = 2
MANY = 60
"""Events of one story beyond which twins are not sought."""
# What happens in one place only; raids and storms strike many.
SINGLE = frozenset(["contact", "trial", "crash", "custody", "interview", "vote"])


def find_places(draft: Draft) -> list[Raised]:
    """Events that different reports put in different towns, none of which lies in another."""
    members: dict[str, list[tuple[str, int]]] = {}
    for (report, index), item in draft.event_of.items():
        members.setdefault(item, []).append((report, index))
    placed = [e for e in draft.events if family_of(e.type) in SINGLE and e.status in ("held", "happened", "scheduled")]
    raised: list[Raised] = []
    told: dict[str, list[tuple[str, int]]] = {e.id: sorted(members.get(e.id, [])) for e in placed}
    alone: list[Event] = []
    for event in placed:
        found = _towns(draft, event, told[event.id])
        if found is not None:
            raised.append(found)
        elif event.time is not None and event.time.precision in DAYS and len(alone) < MANY:
            alone.append(event)
    for a, b in combinations(alone, 2):
        if family_of(a.type) == family_of(b.type) and _one_meeting(draft, a, b, told):
            found = _towns(draft, a, [*told[a.id], *told[b.id]])
            if found is not None:
                raised.append(found)
    return raised


def _one_meeting(draft: Draft, a: Event, b: Event, told: dict[str, list[tuple[str, int]]]) -> bool:
    """Whether two events that were kept apart are one: of one day, in different reports, parties or a number shared.

    Whoever reports one of them reports no other of that day.
    """
    reports = [{r for r, _ in told[e.id]} for e in (a, b)]
    if a.time is None or b.time is None or not agree(a.time, b.time) or not reports[0].isdisjoint(reports[1]):
        return False
    people = [{p.name for p in e.participants} for e in (a, b)]
    shared = people[0] & people[1]
    if all(people) and not shared:
        return False
    figures = [{f for key in told[e.id] for f in _figures_by(draft, key)} for e in (a, b)]
    return len(shared) >= PAIR or bool(figures[0] & figures[1])


def _figures_by(draft: Draft, key: tuple[str, int]) -> set[str]:
    """The counts and measures told within reach of an event, but for ones and twos, which tell nothing."""
    report, index = key
    event = draft.findings[report].events[index]
    return {
        draft.figure_of[report, i]
        for i, f in enumerate(draft.findings[report].figures)
        if event.start - REACH <= f.start <= event.end + REACH and f.head and (f.unit or not _is_small(f.value))
    }


def _is_small(value: float | tuple[float, float]) -> bool:
    return (value[1] if isinstance(value, tuple) else value) < TELLING


def _towns(draft: Draft, event: Event, told: list[tuple[str, int]]) -> Raised | None:
    towns: dict[str, set[Witness]] = {}
    given: dict[str, set[str]] = {}
    for report, index in told:
        finding = draft.findings[report].events[index]
        place = next((n for n in draft.findings[report].names if n.id == finding.place), None)
        name = draft.name_of.get((report, finding.place)) if finding.place else None
        if place is None or name is None or not _is_town(place):
            continue
        towns.setdefault(name, set()).add(draft.witness(report, finding.start, finding.end))
        given.setdefault(report, set()).add(name)
    if len(towns) < 2 or any(len(names) > 1 for names in given.values()):
        return None
    names = {n.id: n.name for n in draft.names}
    ordered = sorted(towns, key=lambda n: (-len({w.report for w in towns[n]}), names[n]))
    parts = [f"{names[n]} ({told_by(len({w.report for w in towns[n]}))})" for n in ordered]
    return Raised(
        About("event", event.id),
        "place",
        "conflict",
        f"one {event.type} cannot have been both in {' and in '.join(parts)}",
        tuple(reading(names[n], towns[n]) for n in ordered),
    )


def _is_town(place: NameFinding) -> bool:
    return (place.key or "").startswith(("city/", "seat/"))
