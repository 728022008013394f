"""Joining positions across reports: one item for each party, stance and issue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parley.model.findings import Findings, PositionFinding, Stance
from parley.model.items import Position
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.text.issues import Issue, Lens, alike, blows, hurts, likeness, sanctions, says_nothing, understand
from parley.text.offices import is_counsel, stands_alone

WEAKER: dict[frozenset[Stance], Stance] = {
    frozenset({"demands", "supports"}): "supports",
    frozenset({"rejects", "withholds"}): "withholds",
}
"""Stances that one issue may carry in two reports' words, and the one that both bear out."""
ANNOUNCED = re.compile(r"\b(?:will|would|shall)\b|[’']ll\b")
THANKED = re.compile(r"\b(?:thank|congratulat|condole|respect)", re.I)
UPSET = re.compile(r"\b(?:dissatisfaction|disappointment|frustration|dismay|displeasure|anger|indignation)\b", re.I)
"""A feeling, which accuses somebody only where it is told against whom."""
WARNED = re.compile(r"\bwarn(?:s|ed|ing|ings)?\b", re.I)
"""A warning threatens only with what hurts: "warned of more rain" foresees."""
CONVENED = frozenset(
    ("call", "meeting", "talks", "visit", "summit", "vote", "election", "hearing", "trial", "ceremony")
)
"""Events that are held: who announces one says when, and takes no stance."""
DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|insist(?:s|ed)?\b.{0,40}\b(?:no|not|nobody|never))\b", re.I)
ONE_CHARGE = 0.35
"""From this likeness on two denials of one party, in two reports, answer one charge."""
MOST_IN_A_BLOCK = 150
"""A word that more phrases of one party hold tells too little to compare all of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One report's position, for one party."""

    report: str
    index: int
    party: str
    finding: PositionFinding
    issue: Issue
    named: str | None

    @property
    def key(self) -> tuple[str, int, str, int]:
        return (self.report, self.finding.start, self.party, self.index)


def join(draft: Draft, lens: Lens | None = None) -> None:
    """Fill `draft.positions` and `draft.position_of`.

    A stance that changes stays two positions, each with its time; a joint position is one for each party. A `lens`
    names issues as a desk does: what it names alike is joined, what it names apart is not.
    """
    beyond = _spoken_for(draft)
    by_party: dict[str, list[Told]] = defaultdict(list)
    for told in _told(draft, lens, beyond):
        by_party[told.party].append(told)
    groups = [group for party in sorted(by_party) for group in _with_bare(_group(by_party[party]))]
    for group in sorted(groups, key=lambda g: g[0].key):
        position = _position(draft, group, beyond)
        draft.positions.append(position)
        for told in group:
            draft.position_of.setdefault((told.report, told.index), position.id)


def _told(draft: Draft, lens: Lens | None, beyond: Mapping[str, str]) -> Iterable[Told]:
    members = {n.id: n.members for n in draft.names}
    for report in draft.reports:
        findings = draft.findings[report.id]
        for index, finding in enumerate(findings.positions):
            if finding.source.name is None or _is_idle(finding) or _repeats(finding, findings):
                continue
            item = draft.name_of.get((report.id, finding.source.name))
            if item is None:
                continue
            item = beyond.get(item, item)
            named = lens.issue(finding.issue) if lens else None
            for party in members.get(item) or (item,):
                yield Told(report.id, index, party, finding, understand(finding.issue), named)


def _spoken_for(draft: Draft) -> dict[str, str]:
    """The party for which a person speaks, where any report of the story says so (most reports, then the least id)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    items = {n.id: n for n in draft.names}
    named = {
        item
        for report in draft.reports
        for name in draft.findings[report.id].names
        if name.kind == "person" and any(m.kind == "name" for m in name.mentions)
        for item in [draft.name_of.get((report.id, name.id))]
    }
    for report in draft.reports:
        for name in draft.findings[report.id].names:
            person = draft.name_of.get((report.id, name.id))
            party = draft.name_of.get((report.id, name.speaks_for)) if name.speaks_for else None
            if is_counsel(name.roles) or name.kind not in ("person", "organisation"):
                continue
            if person is not None and party not in (None, person):
                body = items[str(party)]
                apart = person in named and stands_alone(items[person].roles, body.name, state=body.kind == "place")
                counts[person][person if apart else str(party)] += 1
    beyond = {person: min(found, key=lambda p: (-found[p], p)) for person, found in counts.items()}
    return {person: beyond.get(party, party) for person, party in beyond.items()}


def _is_idle(finding: PositionFinding) -> bool:
    """Whether nothing is wanted or refused that one could name: a courtesy, "some changes"."""
    if finding.stance == "supports" and THANKED.search(finding.exact):
        return True
    if finding.stance == "demands" and finding.issue in ("comment", "interview", "interviews"):
        return True
    if finding.stance == "accuses" and UPSET.search(finding.exact):
        return finding.target is None or finding.target.name is None
    if finding.stance == "threatens" and WARNED.search(finding.exact):
        return not hurts(finding.issue)
    if finding.stance in ("rejects", "withholds", "accuses"):
        return False
    return says_nothing(finding.issue, answers=finding.stance in ("supports", "agrees"))


def _repeats(finding: PositionFinding, findings: Findings) -> bool:
    """Whether an announcement ("X will meet Y") only says what the report's events say: that something is planned."""
    if finding.stance != "offers" or not ANNOUNCED.search(finding.exact):
        return False
    return any(
        e.type in CONVENED
        and finding.start <= e.trigger.start < finding.end
        and e.status in ("scheduled", "under way", "held", "happened")
        for e in findings.events
    )


def _group(told: Sequence[Told]) -> list[list[Told]]:
    """The positions of one party that are one, each group in order of its witnesses."""
    parent = list(range(len(told)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for first, second in _pairs(told):
        if root(first) != root(second) and _same(told[first], told[second]):
            low, high = sorted((root(first), root(second)))
            parent[high] = low
    groups: dict[int, list[Told]] = defaultdict(list)
    for at, one in enumerate(told):
        groups[root(at)].append(one)
    return [sorted(group, key=lambda t: t.key) for group in groups.values()]


def _pairs(told: Sequence[Told]) -> Iterable[tuple[int, int]]:
    """Pairs that share a word, each word's first and every next one where too many hold it."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for word in sorted(one.issue.words) or ["\0" + " ".join(sorted(one.issue.names))]:
            blocks[word].append(at)
        if one.named is not None:
            blocks["\0\0" + one.named].append(at)
        if one.finding.stance == "threatens" and sanctions(one.issue):
            blocks["\0\0\0"].append(at)
    seen: set[tuple[int, int]] = set()
    for word in sorted(blocks):
        block = blocks[word]
        if len(block) > MOST_IN_A_BLOCK:
            pairs: Iterable[tuple[int, int]] = pairwise(block)
        else:
            pairs = ((a, b) for n, a in enumerate(block) for b in block[n + 1 :])
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _same(one: Told, other: Told) -> bool:
    stances = frozenset({one.finding.stance, other.finding.stance})
    if len(stances) > 1 and stances not in WEAKER:
        return False
    if one.named is not None or other.named is not None:
        return one.named == other.named
    struck = one.issue.words & other.issue.words & blows()
    if stances == {"threatens"} and (struck or (sanctions(one.issue) and sanctions(other.issue))):
        return True
    if stances == {"rejects"}:
        # "Denied that anybody was hurt", "insisted nobody was hurt": one denial.
        first, second = replace(one.issue, denied=False), replace(other.issue, denied=False)
        # Reports put one charge in different words, and a party denies one charge rather than two that are alike.
        charged = one.report != other.report and all(DENIED.search(t.finding.exact) for t in (one, other))
        return alike(first, second) or (charged and likeness(first, second) >= ONE_CHARGE)
    return alike(one.issue, other.issue)


def _with_bare(groups: list[list[Told]]) -> list[list[Told]]:
    """The groups of one party, those that tell their issue in one word ("the suspension") with what that word is of.

    Where two groups of the stance have the word, it joins neither.
    """
    merged = list(groups)
    for group in groups:
        words = frozenset().union(*(t.issue.words | t.issue.names for t in group))
        if len(words) != 1 or any(t.issue.spans or t.named for t in group):
            continue
        stances = {t.finding.stance for t in group}
        homes = [
            other
            for other in merged
            if other is not group
            and {t.finding.stance for t in other} == stances
            and any(words <= t.issue.words for t in other)
            and all(t.issue.denied == group[0].issue.denied and t.named is None for t in other)
        ]
        if len(homes) == 1 and group in merged:
            merged = [g for g in merged if g is not group and g is not homes[0]]
            merged.append(sorted((*homes[0], *group), key=lambda t: t.key))
    return merged


def _position(draft: Draft, group: Sequence[Told], beyond: Mapping[str, str]) -> Position:
    lead = group[0]
    stance, code = _stance(group)
    best = _fullest([t for t in group if t.finding.stance == stance] or list(group))
    return Position(
        id=draft.ids.give("position", lead.report, lead.finding.start),
        story=draft.story.id,
        party=lead.party,
        stance=stance,
        code=code,
        issue=best.named or best.finding.issue,
        toward=_toward(draft, group, beyond),
        condition=next((t.finding.condition for t in group if t.finding.condition), None),
        time=_since(draft, group),
        statement=next((s for t in group if (s := _statement(draft, t)) is not None), None),
        witnesses=tuple(
            draft.witness(report, start, end)
            for report, start, end in dict.fromkeys((t.report, t.finding.start, t.finding.end) for t in group)
        ),
        support=draft.support({t.report for t in group}),
    )


def _stance(group: Sequence[Told]) -> tuple[Stance, str]:
    """The stance that most reports tell; between two as frequent, the weaker, which both bear out."""
    counts = Counter(t.finding.stance for t in group)
    most = max(counts.values())
    leading = sorted(s for s, n in counts.items() if n == most)
    chosen = WEAKER.get(frozenset(leading), leading[0]) if len(leading) > 1 else leading[0]
    return chosen, next(t.finding.code for t in group if t.finding.stance == chosen)


def _fullest(group: Sequence[Told]) -> Told:
    """The report whose phrase shares most words with the others', the shorter and earlier of equals."""
    counts = Counter(word for t in group for word in t.issue.words)
    return max(
        group,
        key=lambda t: (sum(counts[w] - 1 for w in t.issue.words), -len(t.finding.issue), [-ord(c) for c in t.report]),
    )


def _toward(draft: Draft, group: Sequence[Told], beyond: Mapping[str, str]) -> str | None:
    """The party addressed in most reports, the first of equals."""
    named = [
        item
        for t in group
        if t.finding.target is not None
        and t.finding.target.name is not None
        and (item := draft.name_of.get((t.report, t.finding.target.name))) is not None
        and (item := beyond.get(item, item)) != t.party
    ]
    counts = Counter(named)
    return max(dict.fromkeys(named), key=lambda n: counts[n]) if named else None


def _since(draft: Draft, group: Sequence[Told]) -> Time | None:
    """The earliest time told; what was said before what was guessed."""
    times = [time for t in group if (time := draft.time(t.report, t.finding.time)) is not None]
    return min(times, key=lambda time: (time.guess, time.earliest, time.latest)) if times else None


def _statement(draft: Draft, told: Told) -> str | None:
    """The statement, by its unit that holds the passage's beginning."""
    index = told.finding.statement
    if index is None:
        return None
    units = draft.findings[told.report].statements[index].units
    for number, pieces in enumerate(units):
        if any(p.start < told.finding.end and told.finding.start < p.end for p in pieces):
            return draft.statement_of.get((told.report, index, number))
    return None
