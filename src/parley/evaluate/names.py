"""Names within an article, against mentions linked by hand: B-cubed (Bagga and Baldwin, 1998).

Gold: JSON Lines with `text` and `labels`, each label a span of the text and the entity it means; quantities and dates
are left out, and so are common nouns that stand for no entity.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import Any

from parley.annotate import Annotator
from parley.evaluate.table import Row
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

LEFT_OUT = ("QUANTITY", "DATETIME")
Score = tuple[float, float, float]


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """B-cubed precision, recall and F1 of mentions within articles; the simple method joins equal strings."""
    articles = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    ours: list[Score] = []
    simple: list[Score] = []
    reports = (_report(n, article) for n, article in enumerate(articles))
    for article, findings in zip(articles, annotator.annotate_many(reports), strict=True):
        gold = mentions(article)
        if not gold:
            continue
        keys = [label for _, _, label in gold]
        found = [(m.start, m.end, name.id) for name in findings.names for m in name.mentions]
        ours += b_cubed(keys, [_cluster(found, start, end) for start, end, _ in gold])
        simple += b_cubed(keys, [article["text"][start:end].lower() for start, end, _ in gold])
    over = f"{len(ours)} mentions, {len(articles)} articles"
    return [
        Row(f"mentions B-cubed {measure}", mean(ours)[n], mean(simple)[n], over)
        for n, measure in enumerate(("precision", "recall", "F1"))
    ]


def _report(number: int, article: dict[str, Any]) -> Report:
    text = article["text"]
    return Report(
        f"a{number}", str(article["id"]), "", None, None, None, (), "en", Published(), text,
        (Span(0, len(text)),), Reader("gold", "1"),
    )  # fmt: skip


def mentions(article: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The gold mentions: start, end, entity. An entity without an id is told by its own label."""
    out = []
    for label in article["labels"]:
        if label["type"] in LEFT_OUT or (label["type"] == "OTHER" and not label["coref"]):
            continue
        entity = label["entity_id"] if label["entity_id"] != "<NIL>" else f"{label['name']}/{label['id']}"
        if label["entity_id"] == "<NIL>" and label["coref"]:
            continue
        start, end = label["span"]
        out.append((start, end, entity))
    return out


def _cluster(found: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The name whose mention covers the gold mention best; None where none has at least half of their union."""
    best: tuple[float, str] | None = None
    for m_start, m_end, name in found:
        shared = min(end, m_end) - max(start, m_start)
        if shared > 0:
            cover = shared / (max(end, m_end) - min(start, m_start))
            if cover >= 0.5 and (best is None or cover > best[0]):
                best = (cover, name)
    return best[1] if best else None


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable | None]) -> list[Score]:
    """Precision and recall of each item; an item that was not found is alone in its cluster."""
    answer = [key if key is not None else ("alone", n) for n, key in enumerate(found)]
    by_gold: dict[Hashable, set[int]] = defaultdict(set)
    by_found: dict[Hashable, set[int]] = defaultdict(set)
    for n, (right, given) in enumerate(zip(gold, answer, strict=True)):
        by_gold[right].add(n)
        by_found[given].add(n)
    scores = []
    for right, given in zip(gold, answer, strict=True):
        shared = len(by_gold[right] & by_found[given])
        scores.append((shared / len(by_found[given]), shared / len(by_gold[right]), 0.0))
    return scores


def mean(scores: Iterable[Score]) -> Score:
    """Mean precision, mean recall, and their harmonic mean."""
    listed = list(scores)
    if not listed:
        return 0.0, 0.0, 0.0
    precision = sum(s[0] for s in listed) / len(listed)
    recall = sum(s[1] for s in listed) / len(listed)
    return precision, recall, 2 * precision * recall / (precision + recall)
