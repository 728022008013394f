"""Forms that no other report knows, joined through aligned passages: the same sentence told twice, one name differing.

Strings alone cannot tell such forms apart from other names, so a join needs a passage that tells the same with a name
in the same part, and is always marked doubtful.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from parley.model.passages import Span
from parley.reconcile.draft import Draft
from parley.reconcile.names.clusters import Clusters, Node, Place
from parley.text.names import alike, plain

WORD = re.compile(r"[a-z]{3,}|\d[\d,.]*")
ENOUGH = 0.34
"""Least share of weighted words in common at which two sentences are taken to tell the same."""
COMMON = 6
SOUND = 0.6
"""Least likeness of a garbled form to the name it stands for: it was misheard or misread, not invented."""
MOST_WORDS = 4
MOST = 400
"""Sentences beyond which a story is too large to be worth the comparison of all its garbled forms."""


def join_garbled(draft: Draft, clusters: Clusters) -> None:
    """Join names known to one report only with the name that stands in the aligned passage of another."""
    lone = [n for n in (clusters.nodes[p] for p in sorted(clusters.nodes)) if _lone(clusters, n)]
    if not lone or len(draft.reports) < 2:
        return
    told = _Told(draft)
    near = _Near(clusters)
    for node in lone:
        best: tuple[float, Node] | None = None
        mine = told.sentences(node)[:MOST]
        known = {clusters.root(place) for place in near.of_report[node.place[0]]}
        for other in near.to(node):
            if not _partner(clusters, node, other, known):
                continue
            score = max(
                (told.shared(a, node, b, other) for a in mine for b in told.sentences(other)[:MOST]),
                default=0.0,
            )
            if score >= ENOUGH and (best is None or score > best[0]):
                best = (score, other)
        if best is not None and clusters.join(node.place, best[1].place):
            node.doubtful = (
                f"“{node.finding.name}” stands where another report, telling the same, has “{best[1].finding.name}”"
            )


class _Near:
    """Names by all their words but one and the first letter of that one: those that may be garblings of each other."""

    def __init__(self, clusters: Clusters) -> None:
        self.buckets: dict[tuple[int, str, tuple[str, ...]], list[Node]] = defaultdict(list)
        self.of_report: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(clusters.nodes):
            self.of_report[place[0]].append(place)
            node = clusters.nodes[place]
            for key in self._keys(node) if node.forms else ():
                self.buckets[key].append(node)

    def to(self, node: Node) -> list[Node]:
        """The names near this one, in order of place."""
        found = {n.place: n for key in self._keys(node) for n in self.buckets.get(key, ())}
        return [found[place] for place in sorted(found)]

    @staticmethod
    def _keys(node: Node) -> list[tuple[int, str, tuple[str, ...]]]:
        words = node.words if len(node.words) <= MOST_WORDS else ()
        return [(n, word[:1], (*words[:n], *words[n + 1 :])) for n, word in enumerate(words)]


def _lone(clusters: Clusters, node: Node) -> bool:
    return (
        node.finding.key is None and len(node.forms) > 0 and 0 < len(node.words) <= MOST_WORDS and not node.full
        and len(node.words[0]) > 3 and not node.finding.roles and len(clusters.reports[clusters.root(node.place)]) == 1
    )  # fmt: skip


def _partner(clusters: Clusters, node: Node, other: Node, known: set[tuple[str, str]]) -> bool:
    """A name of another report, foreign to this one, that sounds somewhat like it."""
    if (
        other.place[0] == node.place[0]
        or not other.forms
        or len(other.words) != len(node.words)
        or clusters.root(other.place) in known
    ):
        return False
    differing = [(a, b) for a, b in zip(node.words, other.words, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    return a[0] == b[0] and alike(a, b) >= SOUND and abs(len(a) - len(b)) <= 3


class _Told:
    """The sentences of the story as sets of weighted words, each read once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.read: dict[tuple[str, Span], frozenset[str]] = {}
        self.spans: dict[Place, list[Span]] = {}
        counts: Counter[str] = Counter()
        for report in draft.reports:
            for span in draft.findings[report.id].sentences:
                counts.update(self.words(report.id, span))
        self.weights = {word: 1.0 / (1.0 + count / 2) for word, count in counts.items()}

    def words(self, report: str, span: Span) -> frozenset[str]:
        """The beginnings of a sentence's words."""
        held = self.read.get((report, span))
        if held is None:
            text = plain(span.of(self.draft.report(report).text))
            held = self.read[report, span] = frozenset(w[:COMMON] for w in WORD.findall(text))
        return held

    def sentences(self, node: Node) -> list[Span]:
        """The sentences in which a name stands."""
        held = self.spans.get(node.place)
        if held is None:
            found = (self.draft.sentence(node.place[0], m.start) for m in node.finding.mentions)
            held = self.spans[node.place] = list(dict.fromkeys(span for span in found if span is not None))
        return held

    def shared(self, a: Span, node: Node, b: Span, other: Node) -> float:
        """The share of the shorter sentence's weighted words that the other has too, the names themselves left out."""
        mine = self.words(node.place[0], a) - {word[:COMMON] for word in node.words}
        yours = self.words(other.place[0], b) - {word[:COMMON] for word in other.words}
        common = mine & yours
        if len(common) <= 3:
            return 0.0
        weights = self.weights
        total = min(sum(weights[w] for w in sorted(mine)), sum(weights[w] for w in sorted(yours)))
        return sum(weights[w] for w in sorted(common)) / total if total else 0.0
