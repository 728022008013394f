"""Forms that no other report knows, joined through aligned passages: the same sentence told twice, one name differing.

Strings alone cannot tell such forms apart from other names, so a join needs a passage that tells the same with a name
in the same part, and is always marked doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from parley.model.passages import Span
from parley.reconcile.draft import Draft
from parley.reconcile.names.clusters import Clusters, Node
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
    weights = _weights(draft)
    for node in lone:
        best: tuple[float, Node] | None = None
        mine = _sentences(draft, node)[:MOST]
        known = {clusters.root(p) for p in clusters.nodes if p[0] == node.place[0]}
        for other in (clusters.nodes[p] for p in sorted(clusters.nodes)):
            if not _partner(clusters, node, other, known):
                continue
            score = max(
                (_shared(draft, a, node, b, other, weights) for a in mine for b in _sentences(draft, other)[:MOST]),
                default=0.0,
            )
            if score >= ENOUGH and (best is None or score > best[0]):
                best = (score, other)
        if best is not None and clusters.join(node.place, best[1].place):
            node.doubtful = (
                f"“{node.finding.name}” stands where another report, telling the same, has “{best[1].finding.name}”"
            )


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


def _sentences(draft: Draft, node: Node) -> list[Span]:
    report = node.place[0]
    spans = []
    for mention in node.finding.mentions:
        span = draft.sentence(report, mention.start)
        if span is not None and span not in spans:
            spans.append(span)
    return spans


def _weights(draft: Draft) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for report in draft.reports:
        for span in draft.findings[report.id].sentences:
            counts.update(set(_words(report.text[span.start : span.end])))
    return {word: 1.0 / (1.0 + count / 2) for word, count in counts.items()}


def _words(text: str) -> Sequence[str]:
    return [w[:COMMON] for w in WORD.findall(plain(text))]


def _shared(draft: Draft, a: Span, node: Node, b: Span, other: Node, weights: dict[str, float]) -> float:
    """The share of the shorter sentence's weighted words that the other has too, the names themselves left out."""
    mine = set(_words(a.of(draft.report(node.place[0]).text))) - {word[:COMMON] for word in node.words}
    yours = set(_words(b.of(draft.report(other.place[0]).text))) - {word[:COMMON] for word in other.words}
    total = min(sum(weights[w] for w in sorted(mine)), sum(weights[w] for w in sorted(yours)))
    common = mine & yours
    return sum(weights[w] for w in sorted(common)) / total if total and len(common) > 3 else 0.0
