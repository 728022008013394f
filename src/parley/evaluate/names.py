"""Names within and across articles, against mentions linked by hand: B-cubed (Bagga and Baldwin, 1998).

Gold: JSON Lines with `text` and `labels`, each label a span of the text and the entity it means; quantities and dates
are left out, and so are common nouns that stand for no entity.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.annotate import Annotator
from parley.evaluate.table import Row
from parley.model.findings import Findings
from parley.model.items import Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.draft import begin
from parley.reconcile.names import join

LEFT_OUT = ("QUANTITY", "DATETIME")
Score = tuple[float, float, float]


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """B-cubed of mentions within articles and across all of them; the simple method joins equal strings."""
    articles = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    reports = [_report(n, article) for n, article in enumerate(articles)]
    findings = {f.report: f for f in annotator.annotate_many(reports)}
    home = _joined(reports, findings)
    within, within_simple = [], []
    keys: list[str] = []
    across: list[str | None] = []
    forms: list[str] = []
    for report, article in zip(reports, articles, strict=True):
        gold = mentions(article)
        found = [(m.start, m.end, name.id) for name in findings[report.id].names for m in name.mentions]
        here = [label for _, _, label in gold]
        ours = [_cluster(found, start, end) for start, end, _ in gold]
        texts = [article["text"][start:end].lower() for start, end, _ in gold]
        within += b_cubed(here, ours)
        within_simple += b_cubed(here, texts)
        keys += [label if "/" not in label else f"{report.id}/{label}" for label in here]
        across += [home[report.id, local] if local is not None else None for local in ours]
        forms += texts
    over = f"{len(keys)} mentions, {len(articles)} articles"
    return [
        *_rows("within articles", mean(within), mean(within_simple), over),
        *_rows("across articles", mean(b_cubed(keys, across)), mean(b_cubed(keys, forms)), over),
    ]


def _rows(where: str, ours: Score, simple: Score, over: str) -> list[Row]:
    return [
        Row(f"mentions B-cubed {measure}, {where}", ours[n], simple[n], over)
        for n, measure in enumerate(("precision", "recall", "F1"))
    ]


def _joined(reports: Sequence[Report], findings: Mapping[str, Findings]) -> dict[tuple[str, str], str]:
    """The item of each local name, all articles taken as one story."""
    draft = begin(Story("s", "", tuple(r.id for r in reports), None, None), reports, findings)
    join(draft)
    return draft.name_of


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
