"""Joining people across reports: full names by spelling, bare surnames by their bearer, garbled ones by role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from parley.reconcile.names.clusters import Clusters, Node
from parley.text.names import alike, fold, least_alike

SAME = 0.9
"""Least similarity of the weakest token at which two full names are one person (transliterations lie above it)."""
SAME_SURNAME = 0.93
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
COMMON_ROLE_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "a",
        "an",
        "former",
        "vice",
        "deputy",
        "senior",
        "chief",
        "first",
        "acting",
        "state",
        "general",
    ]
)


def _people(clusters: Clusters) -> tuple[list[Node], dict[str, list[Node]]]:
    """The people that reports name, and the same by folded surname."""
    people = [n for n in clusters.nodes.values() if n.finding.kind == "person" and n.words and not n.described]
    by_last: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(people, key=lambda n: n.place):
        by_last[fold(surname(node))].append(node)
    return people, by_last


def join_full(clusters: Clusters) -> None:
    """Join the people of full name: one spelling or transliteration, or surname and role."""
    _, by_last = _people(clusters)
    lasts = sorted(by_last)
    for n, last in enumerate(lasts):
        _join_full(clusters, by_last[last])
        for other in lasts[n + 1 :]:
            if other[:1] == last[:1] and alike(last, other) >= SAME_SURNAME:
                _join_full(clusters, by_last[last] + by_last[other])
    for n, last in enumerate(lasts):
        near = [o for o in lasts[n + 1 :] if o[:1] == last[:1] and len(last) > 4 and alike(last, o) >= SAME_SURNAME]
        _join_garbled(clusters, [node for key in (last, *near) for node in by_last[key]])


def join_bare(clusters: Clusters) -> None:
    """Join bare surnames with the one who bears them."""
    people, by_last = _people(clusters)
    by_first: dict[str, list[Node]] = defaultdict(list)
    for node in people:
        if node.full:
            by_first[node.words[0]].append(node)
    for last, near in _near(sorted(by_last)):
        _join_bare(clusters, by_last[last], [node for key in (last, *near) for node in by_last[key]], by_first)


def _near(lasts: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each folded surname with those that are spelled nearly like it and begin alike."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for last in lasts:
        by_initial[last[:1]].append(last)
    for last in lasts:
        long = by_initial[last[:1]] if len(last) > 4 else []
        yield last, [o for o in long if o != last and alike(last, o) >= SAME_SURNAME]


def surname(node: Node) -> str:
    """The last word of a person's name that is no suffix."""
    words = node.words
    return words[-2] if len(words) > 2 and words[-1] in SUFFIXES else words[-1]


def _join_full(clusters: Clusters, block: list[Node]) -> None:
    spelled: dict[tuple[str, ...], Node] = {}
    for node in block:
        if node.full:
            first = spelled.setdefault(node.words, node)
            if first is not node:
                clusters.join(first.place, node.place)
    distinct = sorted(spelled)
    for n, a in enumerate(distinct):
        for b in distinct[n + 1 :]:
            if least_alike(a, b) >= SAME:
                clusters.join(spelled[a].place, spelled[b].place)


def _join_garbled(clusters: Clusters, block: list[Node]) -> None:
    """Same surname and same role, but another given name: one is garbled, so the join is doubtful."""
    spelled = {n.words: n for n in block if n.full}
    distinct = sorted(spelled)
    for n, a in enumerate(distinct):
        for b in distinct[n + 1 :]:
            one, other = spelled[a], spelled[b]
            if clusters.root(one.place) == clusters.root(other.place):
                continue
            role = _shared_role(clusters, one, other)
            if role and a[0][:1] == b[0][:1] and clusters.join(one.place, other.place):
                rarer = min((one, other), key=lambda node: (_reports(block, node.words), node.place))
                for node in block:
                    if node.words == rarer.words:
                        node.doubtful = (
                            f"“{node.finding.name}” is joined by surname and role ({role}); the given name differs"
                        )


def _reports(block: list[Node], words: tuple[str, ...]) -> int:
    return len({n.place[0] for n in block if n.words == words})


def _shared_role(clusters: Clusters, one: Node, other: Node) -> str | None:
    if one.finding.country and other.finding.country and one.finding.country != other.finding.country:
        return None
    mine = {w.lower() for role in one.finding.roles for w in role.split()} - COMMON_ROLE_WORDS
    yours = {w.lower() for role in other.finding.roles for w in role.split()} - COMMON_ROLE_WORDS
    shared = sorted(mine & yours)
    return " ".join(shared) or None


def _join_bare(clusters: Clusters, block: list[Node], near: list[Node], by_first: dict[str, list[Node]]) -> None:
    """Bare surnames join the one full name that has it; and each other where no full name is known."""
    bare = [n for n in block if not n.full]
    if not bare:
        return
    beside = {n.place[0] for n in bare}
    for node in bare:
        full = sorted({clusters.root(n.place) for n in near if n.full and n.place[0] != node.place[0]})
        if len(full) == 1 and clusters.reports[full[0]].keys() <= beside - {node.place[0]}:
            full = []  # whoever names that one in full means another by the surname
        if not full:
            full = sorted(
                {clusters.root(n.place) for n in by_first.get(node.words[0], ()) if n.place[0] != node.place[0]}
            )
        if len(full) > 1:
            full = _by_role(clusters, node, full)
        if len(full) == 1:
            clusters.join(node.place, full[0])
    for a, b in pairwise(bare):
        clusters.join(a.place, b.place)


def _by_role(clusters: Clusters, node: Node, roots: list[tuple[str, str]]) -> list[tuple[str, str]]:
    fitting = []
    members = {root: clusters.of(root) for root in roots}
    for root in roots:
        if any(_shared_role(clusters, node, other) for other in members[root]):
            fitting.append(root)
    if len(fitting) == 1:
        return fitting
    # Without a telling role, the one whom clearly more reports name.
    ranked = sorted(roots, key=lambda r: (-len(members[r]), r))
    if len(members[ranked[0]]) >= 3 * len(members[ranked[1]]):
        return ranked[:1]
    return []
