"""One event, two towns."""

from __future__ import annotations

from parley.model.findings import NameFinding
from parley.model.items import About, Event
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading, told_by
from parley.reconcile.draft import Draft
from parley.reconcile.events.families import family_of

# What happens in one place only; raids and storms strike many.
SINGLE = frozenset(["contact", "trial", "crash", "custody", "interview", "vote"])


def find_places(draft: Draft) -> list[Raised]:
    """Events that different reports put in different towns, none of which lies in another."""
    members: dict[str, list[tuple[str, int]]] = {}
    for (report, index), item in draft.event_of.items():
        members.setdefault(item, []).append((report, index))
    raised: list[Raised] = []
    for event in draft.events:
        if family_of(event.type) in SINGLE and event.status in ("held", "happened", "scheduled"):
            found = _towns(draft, event, sorted(members.get(event.id, [])))
            if found is not None:
                raised.append(found)
    return raised


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
