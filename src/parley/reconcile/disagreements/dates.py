"""What happens to a person once, put on two days: an arrest, a verdict, a death sentence, a resignation."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations

from parley.model.items import About
from parley.model.passages import Witness
from parley.model.times import Time
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.families import family_of
from parley.text.intervals import agree

ONCE = frozenset(["arrest", "seizure", "release", "abduction", "ruling", "sentence", "resignation", "charge"])
TOOK_PLACE = frozenset(["happened", "held", "carried out"])
APART = 3
"""Days by which tellings of one deed may differ; further apart they are two deeds."""
PRECISE = frozenset(["day", "part of day", "hour", "minute"])

Dated = tuple[Time, Witness, str]


def find_dates(draft: Draft) -> list[Raised]:
    """Deeds of one kind and person that reports of known date put on days close by, and not the same."""
    names = {n.id: n for n in draft.names}
    told: dict[tuple[str, str], dict[str, list[Dated]]] = defaultdict(lambda: defaultdict(list))
    for report in draft.reports:
        if draft.published[report.id].basis != "stated":
            continue
        for index, event in enumerate(draft.findings[report.id].events):
            time = draft.time(report.id, event.time)
            item = draft.event_of.get((report.id, index))
            if event.type not in ONCE or event.status not in TOOK_PLACE or item is None:
                continue
            if time is None or time.guess or time.precision not in PRECISE or not pattern("done").search(event.exact):
                continue
            if pattern("due").search(event.exact):
                continue
            for participant in event.participants:
                name = names.get(draft.name_of.get((report.id, participant.name), ""))
                if name is not None and name.kind == "person" and participant.role in ("target", "victim", "party"):
                    witness = draft.witness(report.id, event.start, event.end)
                    told[family_of(event.type), name.id][report.id].append((time, witness, item))
    raised: list[Raised] = []
    for (_, person), by_report in sorted(told.items()):
        single = [days[0] for _, days in sorted(by_report.items()) if _is_one(days)]
        if len(single) < len(by_report):
            continue
        for a, b in combinations(single, 2):
            if not agree(a[0], b[0]) and _gap(a[0], b[0]) <= APART:
                raised.append(_raise(names[person].name, single, a, b))
                break
    return raised


def _is_one(days: list[Dated]) -> bool:
    """Whether a report tells of one day only."""
    return all(agree(a[0], b[0]) for a, b in combinations(days, 2))


def _gap(a: Time, b: Time) -> int:
    first, second = sorted((date.fromisoformat(t.earliest[:10]), date.fromisoformat(t.latest[:10])) for t in (a, b))
    return max(0, (second[0] - first[1]).days)


def _raise(who: str, told: list[Dated], a: Dated, b: Dated) -> Raised:
    sides = [[t for t in told if agree(t[0], side[0])] for side in (a, b)]
    return Raised(
        About("event", a[2]),
        "time",
        "conflict",
        f"what befell {who} is put on {a[0].earliest[:10]} and on {b[0].earliest[:10]}",
        tuple(reading(side[0][0].as_written, [w for _, w, _ in side]) for side in sides),
    )
