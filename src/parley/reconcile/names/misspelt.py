"""People whose surname one report writes a letter or two differently: the same given name in the same story.

Two namesakes whose surnames differ by a letter hardly ever meet in one story, while machine rewrites, transcripts and
slips of the pen are common; so the forms are joined, and the rarer one is marked as doubtful. Two names of one report
stay apart, as do people of two countries.
"""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import Levenshtein

from parley.reconcile.names.clusters import Clusters, Node
from parley.reconcile.names.people import surname
from parley.text.names import fold, given_alike, plain

SHORTEST = 4
"""Letters below which a surname that differs by one is another surname."""
LONG = 7
"""Letters from which two may differ."""
GIVEN = 0.9
"""Least likeness of the given names."""


def join_misspelt(clusters: Clusters) -> None:
    """Join people of one given name whose surnames differ by a letter or two, doubtfully."""
    by_initial: dict[str, list[Node]] = defaultdict(list)
    for node in (clusters.nodes[p] for p in sorted(clusters.nodes)):
        if node.full:
            by_initial[fold(node.words[0])[:1]].append(node)
    for _, block in sorted(by_initial.items()):
        spelled = {n.words: n for n in reversed(block)}
        distinct = sorted(spelled)
        for n, words in enumerate(distinct):
            for others in distinct[n + 1 :]:
                one, other = spelled[words], spelled[others]
                if clusters.root(one.place) != clusters.root(other.place) and _misspelt(one, other):
                    _join(clusters, block, one, other)


def _join(clusters: Clusters, block: list[Node], one: Node, other: Node) -> None:
    counts = {node.words: _reports(clusters, node) for node in (one, other)}
    if not clusters.join(one.place, other.place):
        return
    rarer, better = sorted((one, other), key=lambda node: (counts[node.words], node.place))
    for node in block:
        if node.words == rarer.words and not node.doubtful:
            same = f"has the given name of “{better.finding.name}” and nearly the surname"
            node.doubtful = f"“{node.finding.name}” {same}"


def _reports(clusters: Clusters, node: Node) -> int:
    return len(clusters.reports[clusters.root(node.place)])


def _misspelt(one: Node, other: Node) -> bool:
    if one.finding.country and other.finding.country and one.finding.country != other.finding.country:
        return False
    if given_alike(one.words[0], other.words[0]) < GIVEN:
        return False
    a, b = plain(surname(one)), plain(surname(other))
    shortest = min(len(a), len(b))
    return shortest >= SHORTEST and Levenshtein.distance(a, b) <= (2 if shortest >= LONG else 1)
