"""Floors over gold and benchmarks made by others; they may only be lowered with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from parley.evaluate.html import evaluate
from parley.model.passages import Span
from parley.model.reports import Report
from parley.read import read_paths
from parley.read.furniture import find_article

pytestmark = pytest.mark.shared

EATEN = {"statements/polnear-train.jsonl": 0.01, "times/timebank.jsonl": 0.005, "times/aquaint.jsonl": 0.005}
"""The most of an article's letters that may be taken for furniture, of texts that are nearly all body."""


def gold_stories(shared: Path) -> list[tuple[Path, dict[str, Any]]]:
    stories = [(path.parent, path) for path in sorted((shared / "gold" / "stories").glob("*/gold.json"))]
    return [
        (folder, json.loads(path.read_text()))
        for folder, path in [(shared / "seeds", shared / "gold" / "seeds.json"), *stories]
    ]


def body_of(folder: Path, gold: dict[str, Any]) -> dict[str, str]:
    """The words of each report's body, by the gold's id of the report."""
    files = {Path(r["file"]).name: key for key, r in gold.get("reports", {}).items()}
    bodies = {}
    for report in read_paths([str(folder)]):
        if isinstance(report, Report):
            name = Path(report.file).name
            bodies[files.get(name, name[:3])] = " ".join(" ".join(s.of(report.text) for s in report.body).split())
    return bodies


def test_furniture_is_out_and_every_gold_witness_is_in(shared: Path) -> None:
    for folder, gold in gold_stories(shared):
        bodies = body_of(folder, gold)
        left = [f["text"] for f in gold["furniture"] if " ".join(f["text"].split()) in bodies[f["report"]]]
        assert not left
        told = [
            (w["report"], " ".join(w["text"].split()))
            for kind in ("statements", "events", "figures", "positions")
            for item in gold[kind]
            for w in item["witnesses"]
        ]
        kept = sum(text in bodies[report] for report, text in told)
        assert kept >= 0.98 * len(told)


@pytest.mark.parametrize("file", EATEN)
def test_articles_are_not_eaten(shared: Path, file: str) -> None:
    total = kept = 0
    for line in (shared / "bench" / file).read_text().splitlines():
        text = json.loads(line)["text"]
        article = find_article(text, Span(0, len(text)))
        total += sum(not c.isspace() for c in text)
        kept += sum(not c.isspace() for span in article.body for c in span.of(text))
    assert (total - kept) / total <= EATEN[file]


@pytest.mark.slow
def test_articles_of_pages(shared: Path) -> None:
    rows = {row.measure: row for row in evaluate(shared / "bench" / "html")}
    f1 = rows["html body F1"]
    assert f1.ours >= 0.957
    assert f1.simple is not None
    assert f1.ours > f1.simple
