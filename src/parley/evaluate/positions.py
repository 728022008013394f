"""How well a sentence's PLOVER root is told, end to end: the sentence alone is given.

Gold: ``*.jsonl`` with ``sentence``, ``source``, ``target``, ``gold_root`` (PLOVER; Halterman et al. 2023). The marked
source and target only choose among the findings. A sentence with no finding counts as wrong. Macro-F1 is over the
gold's roots.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from parley.annotate.annotator import Annotator
from parley.evaluate.table import Row
from parley.model.findings import EventFinding, Findings, Party, PositionFinding
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

WORD = re.compile(r"\w+")
KEYWORDS = {
    "AGREE": "agree|agreed|agrees|will|willing|promised|pledged",
    "CONSULT": "met|meets|meeting|talks|visit|visited|discussed|call|called|summit",
    "SUPPORT": "support|supports|supported|welcomed|praised|backed|signed|defended",
    "COOPERATE": "joint|cooperate|cooperation|exercises|training|shared",
    "AID": "aid|assistance|donated|provided|humanitarian|asylum|evacuated",
    "YIELD": "released|freed|ceasefire|lifted|approved|allowed|resigned|withdrew|eased",
    "REQUEST": "must|demanded|demands|urged|asked|calls",
    "ACCUSE": "accused|accuses|condemned|criticised|criticized|blamed|investigation|charged|sued",
    "REJECT": "rejected|refused|denied|vetoed|dismissed|not",
    "THREATEN": "threatened|threatens|warned|ultimatum|warning",
    "PROTEST": "protest|protests|protesters|rally|strike|demonstrators|boycott",
    "SANCTION": "suspended|expelled|withdrew|reduced|cut",
    "MOBILIZE": "mobilized|alert|deployed|troops",
    "COERCE": "arrested|detained|sanctions|curfew|deported|banned|arrest",
    "ASSAULT": "killed|attacked|attack|bomb|strikes|shot|airstrikes|shelling",
}
"""A simple method: the root most of whose words the sentence has; in doubt the first."""


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """Macro-F1 and accuracy of the root over the folder's sentences, and how many sentences tell one at all."""
    rows = [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    gold = [row["gold_root"] for row in rows]
    found = annotator.annotate_many(_report(row["sentence"], n) for n, row in enumerate(rows))
    ours = [
        choose(findings, row["sentence"], row["source"], row["target"])
        for findings, row in zip(found, rows, strict=True)
    ]
    simple = [by_keywords(row["sentence"]) for row in rows]
    over = f"{len(rows)} sentences"
    return [
        Row("PLOVER root, macro-F1", macro_f1(gold, ours), macro_f1(gold, simple), over),
        Row("PLOVER root, accuracy", _accuracy(gold, ours), _accuracy(gold, simple), over),
        Row("sentences with a finding", sum(o is not None for o in ours) / max(1, len(rows)), None, over),
    ]


def choose(findings: Findings, sentence: str, source: str, target: str) -> str | None:
    """The root of the finding whose source and target fit best, positions before events; None where there is none."""
    scored = [
        (_overlap(source, _text(f.source, sentence)) + _overlap(target, _text(f.target, sentence)), -rank, f.code)
        for rank, f in enumerate(_coded(findings))
    ]
    return max(scored, key=lambda s: (s[0], s[1]))[2] if scored else None


def _coded(findings: Findings) -> Iterable[PositionFinding | EventFinding]:
    yield from findings.positions
    yield from (e for e in findings.events if e.code is not None)


def _text(party: Party | None, sentence: str) -> str:
    return "" if party is None else sentence[party.start : party.end]


def _overlap(gold: str, got: str) -> float:
    """Dice overlap of the words of two phrases."""
    a, b = set(WORD.findall(gold.lower())), set(WORD.findall(got.lower()))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def by_keywords(sentence: str) -> str | None:
    """The simple method's root."""
    words = WORD.findall(sentence.lower())
    counts = {root: sum(w in listed.split("|") for w in words) for root, listed in KEYWORDS.items()}
    best = max(counts, key=lambda root: counts[root])
    return best if counts[best] else None


def macro_f1(gold: Sequence[str], ours: Sequence[str | None]) -> float:
    """The mean over the gold's roots of each root's F1."""
    scores = []
    for root in sorted(set(gold)):
        hit = sum(g == o == root for g, o in zip(gold, ours, strict=True))
        scores.append(2 * hit / (gold.count(root) + list(ours).count(root)))
    return sum(scores) / len(scores) if scores else 0.0


def _accuracy(gold: Sequence[Any], ours: Sequence[Any]) -> float:
    hit = sum(bool(g == o) for g, o in zip(gold, ours, strict=True))
    return hit / max(1, len(gold))


def _report(sentence: str, number: int) -> Report:
    body = (Span(0, len(sentence)),)
    return Report(
        f"s{number}", "-", "", None, None, None, (), "en", Published(), sentence, body, Reader("plain", "1")
    )  # fmt: skip
