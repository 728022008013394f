"""Later mentions of an event within one report: "the talks", "the Lisbon session"."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.annotate.events.lexicon import load, status_words
from parley.annotate.events.scene import Scene
from parley.model.findings import EventFinding
from parley.text.intervals import agree

REACH = 14
ORDINAL = re.compile(r"\b(?:second|third|fourth|fifth|another)\b")


def resolve_mentions(events: list[EventFinding], assumed: frozenset[int], scene: Scene) -> list[EventFinding]:
    """The events in order of their passages, each definite mention pointed at the earlier event that it takes up.

    `assumed` are the triggers about whose event the language says nothing; such a mention stands as what it takes up.
    """
    ordered = _apart(sorted(events, key=lambda e: (e.trigger.start, e.start, e.end)))
    done: list[EventFinding] = []
    for event in ordered:
        taken = _take_up(event, done, event.trigger.start in assumed, scene) if event.definite else event
        if taken.type == "ceasefire" and taken.definite and taken.refers_to is None and not _told_apart(taken):
            continue  # "the ceasefire" that everybody talks of, and no truce that was named before
        done.append(taken)
    return done


def _told_apart(event: EventFinding) -> bool:
    told = event.time is not None or bool(_sorts(event)) or any(c.isdigit() for c in event.exact)
    return told or event.status in ("declared", "broken", "lapsed", "agreed", "under way")


def _take_up(event: EventFinding, done: list[EventFinding], assumed: bool, scene: Scene) -> EventFinding:
    """The mention with what it takes up: of the earlier events that fit, the likest, and of equals the nearest."""
    kinds = load().kinds
    family = kinds[event.type].family
    around = _around(event, scene) if event.type == "call" else frozenset()
    best: tuple[float, int] | None = None
    for index in range(len(done) - 1, max(-1, len(done) - 1 - REACH), -1):
        earlier = done[index]
        if kinds[earlier.type].family != family:
            continue
        root = earlier.refers_to if earlier.refers_to is not None else index
        ahead = event.status == "scheduled" and event.time is not None
        taken = replace(event, status=earlier.status) if assumed and not ahead else event
        if assumed and earlier.status == "proposed" and event.type != "ceasefire":
            continue
        if not agrees(taken, earlier, scene) or not agrees(taken, done[root], scene):
            continue
        score = _likeness(event, earlier) + _likeness(event, done[root]) - 0.3 * (len(done) - 1 - index)
        score += 1.5 * bool(
            around & ({p.name for p in earlier.participants} | {p.name for p in done[root].participants})
        )
        if best is None or score > best[0]:
            best = (score, index)
    if best is None:
        return event
    earlier = done[best[1]]
    root = earlier.refers_to if earlier.refers_to is not None else best[1]
    ahead = event.status == "scheduled" and event.time is not None
    return replace(event, refers_to=root, status=earlier.status if assumed and not ahead else event.status)


def _around(event: EventFinding, scene: Scene) -> frozenset[str]:
    """Who is named in the sentence of the mention: what a party's spokesman says of a call is said of that party's."""
    token = scene.reading.doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    if token is None:
        return frozenset()
    return frozenset(n for n, _, _ in scene.names_in(token.sent.start_char, token.sent.end_char))


def _likeness(event: EventFinding, earlier: EventFinding) -> float:
    score = 1.0 * (event.lemma == earlier.lemma) + 1.0 * (event.type == earlier.type)
    score += 2.0 * (event.place is not None and event.place == earlier.place)
    score += 1.0 * len({p.name for p in event.participants} & {p.name for p in earlier.participants})
    score -= 1.5 * (event.status == "held" and earlier.status == "scheduled")
    return score


def _apart(events: list[EventFinding]) -> list[EventFinding]:
    """One event a passage and family: of two that tell the same words, the first with the fuller cast."""
    kept: list[EventFinding] = []
    kinds = load().kinds
    for event in events:
        twin = next(
            (
                i
                for i, k in enumerate(kept[-4:], max(0, len(kept) - 4))
                if (k.start, k.end) == (event.start, event.end)
                and k.trigger != event.trigger
                and kinds[k.type].family == kinds[event.type].family
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
    if earlier.background != event.background or (event.type == "ceasefire" and _sorts(event) != _sorts(earlier)):
        return False
    words = event.exact.lower()
    bare = words.startswith("the ") and event.time is None
    if not bare and set(ORDINAL.findall(words)) != set(ORDINAL.findall(earlier.exact.lower())):
        return False  # "a second walkout" is not "the three-day strike last week"
    if not _same_status(event, earlier) or not _same_cast(event, earlier, scene):
        return False
    if event.time is not None and earlier.time is not None:
        a, b = scene.reading.times[event.time].time, scene.reading.times[earlier.time].time
        if a is not None and b is not None and not agree(a, b):
            return False
    return event.place is None or earlier.place is None or _same_place(event.place, earlier.place, scene)


def _sorts(event: EventFinding) -> frozenset[str]:
    return status_words().manners & frozenset(event.exact.lower().replace(",", " ").split())


def _same_status(event: EventFinding, earlier: EventFinding) -> bool:
    """What is only proposed is not what took place."""
    open_, done = ("proposed",), ("held", "happened", "carried out")
    if event.type == "ceasefire" or event.type == "agreement":
        return True
    return not (
        (event.status in open_ and earlier.status in done) or (event.status in done and earlier.status in open_)
    )


def _same_cast(event: EventFinding, earlier: EventFinding, scene: Scene) -> bool:
    mine, theirs = {p.name for p in event.participants}, {p.name for p in earlier.participants}
    ours, others = _parties(mine, scene), _parties(theirs, scene)
    if ours and others and not ours & others:
        return False
    if len(others) > 1 and ours - others and not mine <= theirs:
        return False
    if (event.type == "call") != (earlier.type == "call"):
        # A call is a talk of two; "the talks" of delegations are no call, unless the same two are named again.
        return len(mine & theirs) > 1 or (bool(mine & theirs) and event.status == earlier.status == "scheduled")
    return True


def _same_place(one: str, other: str, scene: Scene) -> bool:
    if one == other:
        return True
    a, b = scene.reading.name(one), scene.reading.name(other)
    country = a.country is not None and a.country == b.country
    return country and any((p.key or "").startswith("country/") for p in (a, b))


def _parties(names: set[str], scene: Scene) -> set[str]:
    found: set[str] = set()
    for name in names:
        n = scene.reading.name(name)
        found.add(n.speaks_for or n.country or name)
    return found
