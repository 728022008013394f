"""What one report tells of one event: its mentions, and all that they say together."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from parley.model.findings import EventFinding, Findings, Status
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.events.families import MINOR, MUTUAL, PLAIN, family_of

NUMBER = re.compile(
    r"\b(\d[\d,.]*|half a dozen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)"
    r"[ \-–]+(?:of )?([^\W\d]\w*)(?:[ \-–]+([^\W\d]\w*))?",
    re.I,
)
CALENDAR = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|am|pm|a|p|gmt|utc|e[sd]?t|local|eastern|th|o)$"
)
ORDINAL = re.compile(r"\b(second|third|fourth|fifth|sixth|another)\s+(?:[\w-]+\s+){0,2}$", re.I)
ORDINAL_REACH = 40
CAUSES = frozenset(["mishap", "disaster", "force"])
DESCRIBED = "described, not named"
WORD = re.compile(r"[^\W_]+(?:'\w+)?")
SPELLED = {
    w: str(n)
    for n, w in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
} | {"half a dozen": "6"}
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
    towns: set[str] = field(default_factory=set)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    ordinals: set[str] = field(default_factory=set)
    start: int = 0
    cause: str = ""

    @property
    def family(self) -> str:
        """What kind of thing it may be one with; for the dead and injured, the kind of what befell them."""
        if self.cause:
            return self.cause
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


def countries_of(draft: Draft) -> dict[str, str]:
    """The country of each of the story's names: that of the party it speaks for, as most reports have it."""
    votes: dict[str, Counter[str]] = {}
    for report in draft.reports:
        local = {n.id: n for n in draft.findings[report.id].names}
        for finding in local.values():
            spoken = local.get(finding.speaks_for) if finding.speaks_for else None
            country = finding.country or (spoken.country if spoken is not None else None)
            name = draft.name_of.get((report.id, finding.id))
            sided = finding.kind != "place" or (finding.key or "").startswith(("country/", "seat/"))
            if country and name and sided:
                votes.setdefault(name, Counter())[country] += 1
    return {name: min(count, key=lambda c: (-votes[name][c], c)) for name, count in votes.items()}


def chain_events(draft: Draft, report: str, countries: Mapping[str, str]) -> list[Chain]:
    """The report's events, later mentions with the first."""
    findings = draft.findings[report]
    groups: dict[int, list[int]] = {}
    for index, event in enumerate(findings.events):
        if event.type in MINOR:
            continue
        groups.setdefault(event.refers_to if event.refers_to is not None else index, []).append(index)
    return [_chain(draft, report, findings, members, countries) for _, members in sorted(groups.items())]


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
                chain.cause = cause


def _chain(draft: Draft, report: str, findings: Findings, members: list[int], countries: Mapping[str, str]) -> Chain:
    events = [findings.events[i] for i in members]
    first = events[0]
    chain = Chain(
        report=report,
        indices=members,
        types=[PLAIN.get(e.type, e.type) for e in events],
        status=max((e.status for e in events), key=lambda s: RANK[s]),
        background=all(e.background for e in events),
        bare=True,
        definite=first.definite,
        start=min(e.start for e in events),
    )
    for event in events:
        _add(chain, draft, report, findings, event, countries)
    chain.bare = not (chain.people or chain.parties or chain.times or chain.places or chain.numbers)
    return chain


def _add(
    chain: Chain, draft: Draft, report: str, findings: Findings, event: EventFinding, countries: Mapping[str, str]
) -> None:
    local = {n.id: n for n in findings.names}
    named: set[str] = set()
    for participant in event.participants:
        found = local.get(participant.name)
        if found is None:
            continue
        key = draft.name_of.get((report, participant.name), f"{report}:{participant.name}")
        named |= {w.lower() for w in WORD.findall(found.name)}
        if found.kind == "person":
            chain.people.add(key)
        if key in countries or found.because != DESCRIBED:
            chain.parties.add(countries.get(key, key))
    if event.place is not None and event.place in local:
        place = local[event.place]
        key = draft.name_of.get((report, event.place), f"{report}:{event.place}")
        chain.places.add(key)
        if place.country:
            chain.lands.add(place.country)
        if not (place.key or "").startswith("country/"):
            chain.towns.add(key)
        named |= {w.lower() for w in WORD.findall(place.name)}
    before = draft.report(report).text[max(0, event.trigger.start - ORDINAL_REACH) : event.trigger.start]
    chain.ordinals |= {o.lower() for o in ORDINAL.findall(before)}
    chain.voices |= set(event.according_to)
    time = draft.time(report, event.time)
    if time is not None:
        chain.times.append(time)
    for number, *nouns in NUMBER.findall(event.exact):
        value = SPELLED.get(number.lower(), number.lower().replace(",", "").rstrip("."))
        if value.isdigit() and 1900 <= int(value) <= 2100:
            continue
        for noun in {n.lower().rstrip("s") for n in nouns if n}:
            if not CALENDAR.match(noun) and noun not in _words()["stop"] and len(noun) > 2:
                chain.numbers.setdefault("people" if noun in _words()["people"] else noun, set()).add(value)
    chain.words |= content_words(event.exact, frozenset(named))


def content_words(text: str, without: frozenset[str] = frozenset()) -> set[str]:
    """The stems of the words that tell something, lower-cased; names and figures may be left out by `without`."""
    words = {w.lower() for w in WORD.findall(text)} - without - _words()["stop"]
    return {_stem(w) for w in words if len(w) > 2 and not w.isdigit()}


@cache
def _words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((files("parley.reconcile.events") / "words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
