"""What was hit: one side of a war says civilians, the other soldiers."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.findings import EventFinding
from parley.model.items import About
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import countries_of
from parley.reconcile.events.families import family_of
from parley.text.intervals import agree

TAKEN_PLACE = frozenset(["happened", "held", "denied"])
NEAR = 900
"""How far apart (code points) two tellings in one report may stand where one of them has no place."""


@dataclass(frozen=True, slots=True)
class Told:
    """A telling of a blow: what it says was hit, who says so, and where it stands."""

    report: str
    event: EventFinding
    item: str | None
    witness: Witness
    hit: str
    side: str | None
    speaker: str | None


def find_targets(draft: Draft) -> list[Raised]:
    """Blows of which the attacker's side says that they hit soldiers and others that they hit civilians."""
    countries = countries_of(draft)
    civil: list[Told] = []
    military: list[Told] = []
    for report in draft.reports:
        for index, finding in enumerate(draft.findings[report.id].events):
            if family_of(finding.type) != "force" or finding.background or finding.status not in TAKEN_PLACE:
                continue
            told = _told(draft, report.id, index, finding, countries)
            if told is not None:
                (civil if told[0] == "civil" else military).append(told[1])
    raised: list[Raised] = []
    seen: set[str] = set()
    for blow in military:
        if blow.side is None or not _own_act(draft, blow, countries):
            continue
        answered = [c for c in civil if _same_blow(draft, blow, c) and c.side != blow.side]
        about = next((c.item for c in answered if c.item), None)
        if not answered or about is None or about in seen:
            continue
        seen.add(about)
        speakers = [c.speaker for c in answered if c.speaker]
        item = next(e for e in draft.events if e.id == about)
        victims = [*item.witnesses, *(c.witness for c in answered)]
        raised.append(
            Raised(
                About("event", about),
                "target",
                "parties",
                f"the attacking side says {blow.hit}, the other {answered[0].hit}",
                (
                    reading(answered[0].hit, [w for w in victims if pattern("civil").search(w.exact)], speakers),
                    reading(blow.hit, [blow.witness], [blow.speaker] if blow.speaker else []),
                ),
            )
        )
    return raised


def _told(
    draft: Draft, report: str, index: int, event: EventFinding, countries: dict[str, str]
) -> tuple[str, Told] | None:
    text = draft.report(report).text
    target = text[event.target.start : event.target.end] if event.target else event.exact
    soldier = pattern("military").search(target)
    civilian = pattern("civil").search(target) or pattern("civil").search(event.exact)
    if soldier is None and civilian is None:
        soldier = pattern("military").search(event.exact)
    mark = soldier or civilian
    if mark is None:
        return None
    speaker = draft.name_of.get((report, event.according_to[0])) if event.according_to else None
    told = Told(
        report=report,
        event=event,
        item=draft.event_of.get((report, index)),
        witness=draft.witness(report, event.start, event.end),
        hit=target if event.target and len(target) < 60 else mark.group(0),
        side=countries.get(speaker, speaker) if speaker else None,
        speaker=speaker,
    )
    return ("military" if soldier is not None else "civil"), told


def _own_act(draft: Draft, blow: Told, countries: dict[str, str]) -> bool:
    """Whether the speaker tells what his own side did."""
    source = blow.event.source
    if source is None:
        return False
    name = draft.name_of.get((blow.report, source.name)) if source.name else None
    words = draft.report(blow.report).text[source.start : source.end].lower()
    return words.startswith(("its ", "our ", "we", "it", "their ")) or (
        name is not None and countries.get(name, name) == blow.side
    )


def _same_blow(draft: Draft, a: Told, b: Told) -> bool:
    """Whether two tellings can be of one blow: one place, or side by side in one report, and no other day."""
    times = draft.time(a.report, a.event.time), draft.time(b.report, b.event.time)
    if times[0] is not None and times[1] is not None and not agree(times[0], times[1]):
        return False
    places = [draft.name_of.get((t.report, t.event.place)) if t.event.place else None for t in (a, b)]
    if places[0] is not None and places[1] is not None:
        return places[0] == places[1]
    return a.report == b.report and abs(a.event.start - b.event.start) < NEAR
