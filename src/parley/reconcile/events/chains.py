"""What one report tells of one event: its mentions, and all that they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parley.model.findings import EventFinding, Findings, Status
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.events.families import MUTUAL, family_of

NUMBER = re.compile(
    r"\b(\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)[ \-–]+(?:\w+[ \-–]+)?(\w+)",
    re.I,
)
MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october"]
    + ["november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
CLOCK = frozenset(["am", "pm", "a", "p", "gmt", "et", "est", "edt", "o", "local", "eastern", "th", "utc"])
STOP = frozenset(
    "a an and are as at be been by for from had has have he her his in into is it its of on or that the their them they "
    "this to was were which who will with would said after also between more than about over up out not but".split()
)
WORD = re.compile(r"[^\W_]+(?:'\w+)?")
SPELLED = {
    w: str(n)
    for n, w in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
RANK: dict[Status, int] = {
    "proposed": 0, "denied": 0, "scheduled": 1, "postponed": 2, "agreed": 3, "declared": 3, "cancelled": 4,
    "under way": 5, "happened": 6, "held": 6, "carried out": 7, "lapsed": 8, "broken": 8,
}  # fmt: skip


@dataclass(slots=True)
class Chain:
    """The mentions of one event in one report. Names are the story's; `parties` are countries, or names without one."""

    report: str
    indices: list[int]
    types: list[str]
    status: Status
    background: bool
    bare: bool
    definite: bool
    people: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    times: list[Time] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    lands: set[str] = field(default_factory=set)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    start: int = 0

    @property
    def family(self) -> str:
        return family_of(self.types[0])

    @property
    def mutual(self) -> bool:
        return self.types[0] in MUTUAL

    def keys(self) -> set[str]:
        """What an event that is the same would likely share: the blocks in which candidates are looked for."""
        found = {f"n:{p}" for p in self.people | self.parties | self.places}
        found |= {f"d:{t.earliest[:7]}" for t in self.times}
        found |= {f"q:{number}:{noun}" for noun, numbers in self.numbers.items() for number in numbers}
        return found | {f"w:{w}" for w in self.words}


def chain_events(draft: Draft, report: str) -> list[Chain]:
    """The report's events, later mentions with the first."""
    findings = draft.findings[report]
    groups: dict[int, list[int]] = {}
    for index, event in enumerate(findings.events):
        groups.setdefault(event.refers_to if event.refers_to is not None else index, []).append(index)
    return [_chain(draft, report, findings, members) for _, members in sorted(groups.items())]


def _chain(draft: Draft, report: str, findings: Findings, members: list[int]) -> Chain:
    events = [findings.events[i] for i in members]
    first = events[0]
    chain = Chain(
        report=report,
        indices=members,
        types=[e.type for e in events],
        status=max((e.status for e in events), key=lambda s: RANK[s]),
        background=all(e.background for e in events),
        bare=True,
        definite=first.definite,
        start=min(e.start for e in events),
    )
    for event in events:
        _add(chain, draft, report, findings, event)
    chain.bare = not (chain.people or chain.parties or chain.times or chain.places or chain.numbers)
    return chain


def _add(chain: Chain, draft: Draft, report: str, findings: Findings, event: EventFinding) -> None:
    local = {n.id: n for n in findings.names}
    kinds = {n.id: n.kind for n in draft.names}
    named: set[str] = set()
    for participant in event.participants:
        key = draft.name_of.get((report, participant.name), f"{report}:{participant.name}")
        found = local.get(participant.name)
        if found is None:
            continue
        named |= {w.lower() for w in WORD.findall(found.name)}
        if found.kind == "person":
            chain.people.add(key)
        chain.parties.add(found.country or (_country(local, found.speaks_for) or key))
        for member in found.members:
            chain.parties.add(_country(local, member) or draft.name_of.get((report, member), member))
    if event.place is not None and event.place in local:
        place = local[event.place]
        key = draft.name_of.get((report, event.place), f"{report}:{event.place}")
        chain.places.add(key)
        if place.country:
            chain.lands.add(place.country)
        named |= {w.lower() for w in WORD.findall(place.name)}
        assert kinds.get(key) is not None or True
    time = draft.time(report, event.time)
    if time is not None:
        chain.times.append(time)
    for number, noun in NUMBER.findall(event.exact):
        noun = noun.lower().rstrip("s")
        if noun not in MONTHS and noun not in CLOCK and number.lower() not in MONTHS and not noun.isdigit():
            value = SPELLED.get(number.lower(), number.lower().replace(",", "").rstrip("."))
            if not (value.isdigit() and 1900 <= int(value) <= 2100):
                chain.numbers.setdefault(noun, set()).add(value)
    words = {w.lower() for w in WORD.findall(event.exact)}
    chain.words |= {_stem(w) for w in words - named - STOP if len(w) > 2 and not w.isdigit()}


def _country(local: dict[str, object], name: str | None) -> str | None:
    found = local.get(name) if name else None
    return getattr(found, "country", None)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
