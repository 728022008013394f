"""Clusters of chains: each chain joins the event that it fits best, or begins one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.reconcile.events.chains import RANK, Chain
from parley.reconcile.events.families import INCIDENTS, PERSONAL, SINGULAR
from parley.reconcile.events.matching import DONE, NAMED, anchored, conflict, distinct, same_days, share_time, weigh

ENOUGH = 2.6
ENOUGH_BARE = 1.2
ENOUGH_INCIDENT = 1.9
ENOUGH_SINGULAR = 1.9
AS_GOOD = 1.5
CANDIDATES = 40
COMMON_KEY = 60
COMPARED = 24
PAIRED = 6


@dataclass(slots=True)
class Cluster:
    """Chains held to be one event, and their sum: what any of them says."""

    members: list[Chain]
    sum: Chain
    keys: set[str] = field(default_factory=set)


def cluster(chains: list[Chain]) -> list[list[Chain]]:
    """The chains of each event, in order of report and place; events in order of their first chain.

    Chains that say nothing of themselves ("the talks") join the one event that they can mean, or are left out.
    """
    told = [c for c in chains if not c.bare]
    rest = [c for c in chains if c.bare]
    clusters: list[Cluster] = []
    index: dict[tuple[str, str], list[int]] = {}
    for chain in sorted(told, key=_fullness):
        best = _best(chain, clusters, index)
        if best is None:
            clusters.append(Cluster([], _copy(chain)))
            best = len(clusters) - 1
        _join(clusters[best], chain)
        for key in sorted(chain.keys() - clusters[best].keys):
            clusters[best].keys.add(key)
            index.setdefault((chain.family, key), []).append(best)
    clusters = _unite(_gather(clusters))
    _bring_home(rest, [c for c in clusters if not c.sum.background])
    groups = [sorted(c.members, key=lambda m: (m.report, m.start)) for c in clusters]
    return sorted(groups, key=lambda g: (g[0].report, g[0].start, g[0].indices))


def _gather(clusters: list[Cluster]) -> list[Cluster]:
    """Small tellings of an incident brought to the main one.

    A report of an accident or a crime goes on telling it in new words and by its victims, one by one. What shares the
    day, the town or a person with an incident told far more fully, and contradicts nothing of it, is that incident.
    """
    gone: set[int] = set()
    small = [c for c in clusters if len(c.members) == 1 and _incident(c.sum)]
    mains: dict[str, list[Cluster]] = {}
    for main in clusters:
        if _incident(main.sum) and (len(main.members) > 2 or len({m.report for m in main.members}) > 1):
            mains.setdefault(main.sum.family, []).append(main)
    for one in sorted(small, key=lambda c: (c.members[0].report, c.members[0].start)):
        chain = one.members[0]
        fits = [
            (weigh(chain, main.sum), len(main.members), -at, main)
            for at, main in enumerate(_nearest(chain, mains.get(chain.family, [])))
            if main is not one
            and not conflict(chain, main.sum)
            and not any(conflict(chain, m) for m in main.members[:COMPARED])
        ]
        best = max(fits, key=lambda f: f[:3], default=None)
        if best is not None and best[0] >= ENOUGH_INCIDENT:
            _join(best[3], chain)
            gone.add(id(one))
    return [c for c in clusters if id(c) not in gone]


def _unite(clusters: list[Cluster]) -> list[Cluster]:
    """The tellings of what a story has but one of brought together, the most told first.

    A derailment, a verdict, a walkout is told by each report in words of its own; where neither day, place, people
    nor numbers part two tellings by different reports, and day, place or a party is shared, they are one. So is a blow
    of which day and town are told.
    """
    gone: set[int] = set()
    kept: dict[str, list[Cluster]] = {}
    ordered = sorted(
        (c for c in clusters if c.sum.family in SINGULAR or (c.sum.family == "force" and c.sum.status in DONE)),
        key=lambda c: (
            -len({m.report for m in c.members}),
            -len(c.members),
            c.members[0].report,
            c.members[0].start,
        ),
    )
    for one in ordered:
        mains = kept.setdefault(one.sum.family, [])
        fits = [
            (score, -at, main)
            for at, main in enumerate(_nearest(one.sum, mains))
            if (score := _kinship(one, main)) >= ENOUGH_SINGULAR
        ]
        if not fits:
            mains.append(one)
            continue
        main = max(fits, key=lambda f: f[:2])[2]
        for chain in one.members:
            _join(main, chain)
        gone.add(id(one))
    return [c for c in clusters if id(c) not in gone]


def _kinship(one: Cluster, main: Cluster) -> float:
    """How much speaks for one thing told twice; 0 where something parts the two."""
    if conflict(one.sum, main.sum) or distinct(one.sum, main.sum) or not anchored(one.sum, main.sum):
        return 0.0
    if one.sum.background != main.sum.background and not _told_twice(one.sum, main.sum):
        return 0.0
    if one.sum.family == "force" and not (one.sum.towns & main.sum.towns and share_time(one.sum, main.sum)):
        return 0.0  # a war has many blows: only day and town make two tellings one
    if any(conflict(a, b) or distinct(a, b) for a in one.members[:PAIRED] for b in main.members[:COMPARED]):
        return 0.0
    score = weigh(one.sum, main.sum)
    if {m.report for m in one.members}.isdisjoint(m.report for m in main.members):
        score += 0.8
    elif all(m.definite for m in one.members):
        score += 0.4
    if one.sum.family in NAMED and one.sum.lemmas & main.sum.lemmas:
        score += 0.5
    return score


def _told_twice(a: Chain, b: Chain) -> bool:
    """Whether what one report tells as past and another as news is one: of one day, or of one person without a day."""
    return same_days(a, b) or bool(a.people & b.people and not (a.times and b.times))


def _incident(chain: Chain) -> bool:
    return not chain.background and set(chain.types) <= INCIDENTS and chain.status in DONE


def _fullness(chain: Chain) -> tuple[int, int, str, int]:
    told = 2 * len(chain.people) + 2 * len(chain.parties) + 2 * bool(chain.times) + 2 * bool(chain.places)
    return (-told - len(chain.numbers), -len(chain.indices), chain.report, chain.start)


def _best(chain: Chain, clusters: list[Cluster], index: dict[tuple[str, str], list[int]]) -> int | None:
    votes: Counter[int] = Counter()
    for key in sorted(chain.keys()):
        posted = index.get((chain.family, key), ())
        if len(posted) <= COMMON_KEY:
            votes.update(posted)
    fits: list[tuple[float, int]] = []
    for at, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:CANDIDATES]:
        whole = clusters[at].sum
        if conflict(chain, whole) or not anchored(chain, whole):
            continue
        if chain.family in SINGULAR and distinct(chain, whole):
            continue
        if chain.family in PERSONAL and any(distinct(chain, m) for m in clusters[at].members[:COMPARED]):
            continue
        if any(conflict(chain, m) for m in clusters[at].members[:COMPARED]):
            continue
        same_report = [m for m in clusters[at].members if m.report == chain.report]
        score = max(weigh(chain, whole), max(weigh(chain, m) for m in clusters[at].members[:COMPARED]))
        if same_report and any(_apart(chain, m) for m in same_report):
            score -= 1.0
        if score >= ENOUGH:
            fits.append((score, at))
    if not fits:
        return None
    most = max(score for score, _ in fits)
    if chain.family == "contact" and not (chain.times or chain.places):
        # Talks without day or place are those that the story is about, not an earlier round.
        near = [fit for fit in fits if most - fit[0] <= AS_GOOD]
        return max(near, key=lambda f: (len({m.report for m in clusters[f[1]].members}), f[0], -f[1]))[1]
    return max(fits, key=lambda f: (f[0], -f[1]))[1]


def _apart(chain: Chain, other: Chain) -> bool:
    """Whether one report tells the two as two: neither takes up the other, and not each side its own telling."""
    if ("call" in chain.types) != ("call" in other.types):
        return True
    return not chain.definite and not other.definite and chain.voices == other.voices


def _bring_home(rest: list[Chain], clusters: list[Cluster]) -> None:
    """Give mentions without detail to the event that they mean: of their own report, else of the story."""
    told: dict[tuple[str, str], list[Cluster]] = {}
    large: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        large.setdefault(cluster.sum.family, []).append(cluster)
        for report in dict.fromkeys(m.report for m in cluster.members):
            told.setdefault((cluster.sum.family, report), []).append(cluster)
    for family, homes in large.items():
        large[family] = sorted(homes, key=lambda c: -len(c.members))[:CANDIDATES]
    for chain in sorted(rest, key=lambda c: (c.report, c.start)):
        if not chain.definite:
            continue
        home = _home(chain, told.get((chain.family, chain.report), ())) or (_home(chain, large.get(chain.family, ())))
        if home is not None and weigh(chain, home.sum) >= ENOUGH_BARE:
            home.members.append(chain)


def _home(chain: Chain, clusters: Sequence[Cluster]) -> Cluster | None:
    fits = [c for c in clusters if not conflict(chain, c.sum)]
    return max(fits, key=lambda c: (weigh(chain, c.sum), len(c.members)), default=None)


def _nearest(chain: Chain, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters that share most with the chain, where there are too many to compare it with each."""
    if len(clusters) <= CANDIDATES:
        return clusters
    keys = chain.keys()
    near = sorted(range(len(clusters)), key=lambda at: (-len(keys & clusters[at].keys), at))
    return [clusters[at] for at in sorted(near[:CANDIDATES])]


def _join(into: Cluster, chain: Chain) -> None:
    into.members.append(chain)
    whole = into.sum
    whole.people |= chain.people
    whole.parties |= chain.parties
    whole.targets |= chain.targets
    whole.flags |= chain.flags
    whole.places |= chain.places
    whole.lands |= chain.lands
    whole.towns |= chain.towns
    whole.words |= chain.words
    whole.ordinals |= chain.ordinals
    whole.lemmas |= chain.lemmas
    whole.rounds |= chain.rounds
    whole.hours |= chain.hours
    whole.times += [t for t in chain.times if t not in whole.times]
    whole.types += [t for t in chain.types if t not in whole.types]
    for noun, numbers in chain.numbers.items():
        whole.numbers.setdefault(noun, set()).update(numbers)
    whole.background = whole.background and chain.background
    whole.told_on = min(filter(None, (whole.told_on, chain.told_on)), default="")
    if RANK[chain.status] > RANK[whole.status]:
        whole.status = chain.status


def _copy(chain: Chain) -> Chain:
    return Chain(
        chain.report,
        [],
        chain.types[:1],
        chain.status,
        chain.background,
        chain.bare,
        chain.definite,
        start=chain.start,
        family=chain.family,
    )
