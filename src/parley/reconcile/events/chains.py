"""What one report tells of one event: its mentions, and all that they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parley.model.findings import EventFinding, Findings, Status
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.events.counts import counts_of, words
from parley.reconcile.events.families import CAUSES, MINOR, MUTUAL, PLAIN
from parley.reconcile.events.mentions import NEXT, family_in, roots_of, status_in
from parley.reconcile.events.parties import Sides
from parley.reconcile.events.parties import countries_of as countries_of
from parley.reconcile.events.when import day_told, hour_of
from parley.text.synonyms import meaning

ORDINAL = re.compile(r"\b(second|third|fourth|fifth|sixth|another)\s+(?:[\w-]+\s+){0,2}$", re.I)
ROUND = re.compile(r"\b(first|second|third|fourth|fifth|sixth|seventh) (?:[\w-]+ ){0,2}(?:round|session)\b", re.I)
STEPS = {
    "formal": re.compile(r"\b(?:formally|officially)\b", re.I),
    "staying": re.compile(
        r"\b(?:remain|stay|still|continue|spent|spend|kept|keep|held)\w*\b.*\b(?:custody|detention|jail|prison)\b",
        re.I,
    ),
}
ORDINAL_REACH = 40
BEFALLEN = frozenset(["target", "victim"])
DESCRIBED = "described, not named"
WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)\w+)?")
RANK: dict[Status, int] = {
    "proposed": 0, "denied": 0, "scheduled": 1, "postponed": 2, "agreed": 3, "declared": 3, "cancelled": 4,
    "under way": 5, "happened": 6, "held": 6, "carried out": 7, "lapsed": 8, "broken": 8,
}  # fmt: skip


@dataclass(slots=True)
class Chain:
    """The mentions of one event in one report. Names are the story's; `parties` are sides, or names without one.

    `family` is what kind of thing it may be one with; for the dead and injured, the kind of what befell them.
    `targets` are those whom the event befalls, `flags` the places among them (a ship's flag, a suspect's country);
    `rounds` which of several it is, by number; `lemmas` the words by which it is called, `hours` what the
    clock showed. `told_on` is the first day on
    which the report may have appeared (ISO), empty where that is unknown.
    """

    report: str
    indices: list[int]
    types: list[str]
    status: Status
    background: bool
    bare: bool
    definite: bool
    people: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    times: list[Time] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    rounds: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)
    hours: set[str] = field(default_factory=set)
    told_on: str = ""
    start: int = 0
    family: str = ""

    @property
    def mutual(self) -> bool:
        return self.types[0] in MUTUAL

    def keys(self) -> set[str]:
        """What an event that is the same would likely share: the blocks in which candidates are looked for."""
        found = {f"n:{p}" for p in self.people | self.parties | self.places}
        found |= {f"d:{t.earliest[:7]}" for t in self.times}
        found |= {f"h:{hour}" for hour in self.hours}
        found |= {f"q:{number}:{noun}" for noun, numbers in self.numbers.items() for number in numbers}
        return found | {f"w:{w}" for w in self.words}


def chain_events(draft: Draft, report: str, sides: Sides) -> list[Chain]:
    """The report's events, later mentions with the first."""
    findings = draft.findings[report]
    roots = roots_of(draft.report(report).text, findings)
    groups: dict[int, list[int]] = {}
    for index, event in enumerate(findings.events):
        if event.type not in MINOR:
            groups.setdefault(roots[index], []).append(index)
    return [_chain(draft, report, findings, members, sides) for _, members in sorted(groups.items())]


def give_causes(chains: list[Chain]) -> None:
    """Let deaths told by themselves be of the kind that most reports tell: a blow, a flood, an accident."""
    told: dict[str, set[str]] = {}
    for chain in chains:
        if chain.family in CAUSES and set(chain.types) != {"casualties"} and not chain.background:
            told.setdefault(chain.family, set()).add(chain.report)
    if told:
        cause = min(told, key=lambda family: (-len(told[family]), family != "mishap", family))
        for chain in chains:
            if set(chain.types) == {"casualties"}:
                chain.family = cause


def _chain(draft: Draft, report: str, findings: Findings, members: list[int], sides: Sides) -> Chain:
    events = [findings.events[i] for i in members]
    first = events[0]
    chain = Chain(
        report=report,
        indices=members,
        types=[PLAIN.get(e.type, e.type) for e in events],
        status=max((status_in(findings, i) for i in members), key=lambda s: RANK[s]),
        background=all(e.background for e in events),
        bare=True,
        definite=first.definite,
        told_on=(draft.published[report].earliest or "")[:10] if report in draft.published else "",
        start=min(e.start for e in events),
    )
    chain.family = family_in(next((e for e in events if e.type != "casualties"), first))
    for event in events:
        _add(chain, draft, report, findings, event, sides)
    chain.bare = not (chain.people or chain.parties or chain.times or chain.hours or chain.places or chain.numbers)
    return chain


def _add(chain: Chain, draft: Draft, report: str, findings: Findings, event: EventFinding, sides: Sides) -> None:
    local = {n.id: n for n in findings.names}
    named: frozenset[str] = frozenset()
    for participant in event.participants:
        found = local.get(participant.name)
        if found is None:
            continue
        key = draft.name_of.get((report, participant.name), f"{report}:{participant.name}")
        named |= {w.lower() for w in WORD.findall(found.name)}
        if found.kind == "person":
            chain.people.add(sides.own(key))
        if sides.known(key) or found.because != DESCRIBED:
            chain.parties.add(sides.side(key))
            if participant.role in BEFALLEN:
                (chain.flags if found.kind == "place" else chain.targets).add(sides.own(key))
    if event.place is not None and event.place in local:
        place = local[event.place]
        key = draft.name_of.get((report, event.place), f"{report}:{event.place}")
        chain.places |= {key, sides.sites.get(key, key)}
        if place.country:
            chain.lands.add(place.country)
        if not (place.key or "").startswith("country/"):
            chain.towns |= {key, sides.sites.get(key, key)}
        named |= {w.lower() for w in WORD.findall(place.name)}
    before = draft.report(report).text[max(0, event.trigger.start - ORDINAL_REACH) : event.trigger.start]
    chain.ordinals |= {o.lower() for o in ORDINAL.findall(before)}
    if chain.family == "contact" and NEXT.search(before):
        chain.ordinals.add("next")
    if chain.family == "custody":
        # Who was taken is later formally arrested, and stays in custody: other steps of the way.
        chain.ordinals |= {sort for sort, said in STEPS.items() if said.search(event.exact)}
    chain.rounds |= {r.lower() for r in ROUND.findall(event.exact)}
    chain.lemmas.add(event.lemma)
    chain.voices |= set(event.according_to)
    time = day_told(draft, report, event)
    if time is not None:
        chain.times.append(time)
    hour = hour_of(draft, report, event.time)
    if hour:
        chain.hours.add(hour)
    for noun, numbers in counts_of(event, chain.family).items():
        chain.numbers.setdefault(noun, set()).update(numbers)
    chain.words |= content_words(event.exact, named)


def content_words(text: str, without: frozenset[str] = frozenset()) -> set[str]:
    """The stems of the words that tell something, lower-cased; names and figures may be left out by `without`."""
    told = {w.lower() for w in WORD.findall(text)} - without - words()["stop"]
    return {meaning(w) for w in told if len(w) > 2 and not w.isdigit()}
