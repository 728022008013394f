"""Later mentions of an event within one report: "the talks", "the Lisbon session"."""

from __future__ import annotations

from dataclasses import replace

from parley.annotate.events.lexicon import load
from parley.annotate.events.scene import Scene
from parley.model.findings import EventFinding

REACH = 14


def resolve_mentions(events: list[EventFinding], scene: Scene) -> list[EventFinding]:
    """The events in order of their passages, each definite mention pointed at the earlier event that it takes up."""
    ordered = _apart(sorted(events, key=lambda e: (e.trigger.start, e.start, e.end)))
    kinds = load().kinds
    done: list[EventFinding] = []
    for event in ordered:
        if event.definite:
            for index in range(len(done) - 1, max(-1, len(done) - 1 - REACH), -1):
                earlier = done[index]
                if kinds[earlier.type].family == kinds[event.type].family and agrees(event, earlier, scene):
                    root = earlier.refers_to if earlier.refers_to is not None else index
                    event = replace(event, refers_to=root)
                    break
        done.append(event)
    return done


def _apart(events: list[EventFinding]) -> list[EventFinding]:
    """One event a passage and family: of two that tell the same words, the first with the fuller cast."""
    kept: list[EventFinding] = []
    kinds = load().kinds
    for event in events:
        twin = next(
            (
                i
                for i, k in enumerate(kept[-4:], max(0, len(kept) - 4))
                if (k.start, k.end) == (event.start, event.end) and kinds[k.type].family == kinds[event.type].family
            ),
            None,
        )
        if twin is None:
            kept.append(event)
        elif len(event.participants) > len(kept[twin].participants):
            kept[twin] = event
    return kept


def agrees(event: EventFinding, earlier: EventFinding, scene: Scene) -> bool:
    """Whether nothing that the mention says of itself speaks against the earlier event."""
    mine, theirs = {p.name for p in event.participants}, {p.name for p in earlier.participants}
    if mine and theirs and not mine & theirs and not _parties(mine, scene) & _parties(theirs, scene):
        return False
    if "call" in (event.type, earlier.type) and event.type != earlier.type and len(mine | theirs) > len(theirs):
        return False
    if event.time is not None and earlier.time is not None:
        a, b = scene.reading.times[event.time].time, scene.reading.times[earlier.time].time
        if a is not None and b is not None and (a.earliest[:10] > b.latest[:10] or b.earliest[:10] > a.latest[:10]):
            return False
    if event.place is not None and earlier.place is not None and event.place != earlier.place:
        a_place, b_place = scene.reading.name(event.place), scene.reading.name(earlier.place)
        country = a_place.country is not None and a_place.country == b_place.country
        wide = any((p.key or "").startswith("country/") for p in (a_place, b_place))
        if not (country and wide):
            return False
    return not (event.status == "proposed" and earlier.status in ("held", "happened", "carried out"))


def _parties(names: set[str], scene: Scene) -> set[str]:
    found: set[str] = set()
    for name in names:
        n = scene.reading.name(name)
        found.add(n.speaks_for or n.country or name)
    return found
