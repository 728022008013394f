"""Grouping reports into stories, against sets grouped by hand: B-cubed (Bagga and Baldwin, 1998).

Gold: JSON Lines. Either a report a line with ``triplet`` (its story), ``date``, ``title``, ``text``; or a story a line
with ``date`` and ``news``, its reports by outlet with ``newsTitle`` and ``newBody``. Reports are given their day and
nothing else, for the second of a date would give the story away. One setting serves all sets.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.evaluate.names import b_cubed, mean
from parley.evaluate.table import Row
from parley.model.findings import Findings
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.stories import group
from parley.reconcile.stories.linkage import link
from parley.reconcile.stories.vectors import stems

if TYPE_CHECKING:
    from parley.annotate.annotator import Annotator

SIMPLE = 0.2
"""Cosine at which the simple method, TF-IDF with the set's own frequencies and no dates, joins two groups."""
Gold = list[tuple[Report, str]]


def evaluate(folder: Path, annotator: Annotator | None = None) -> list[Row]:
    """B-cubed F1 of each file of gold; the simple method has one setting too."""
    del annotator  # grouping needs words and dates only
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        gold = list(reports(path))
        if not gold:
            continue
        keys = [story for _, story in gold]
        ours, simple = mean(b_cubed(keys, grouped(gold))), mean(b_cubed(keys, simply(gold)))
        over = f"{len(gold)} reports, {len(set(keys))} stories"
        for n, measure in ((2, "F1"), (0, "precision"), (1, "recall")):
            rows.append(Row(f"{path.stem} grouping B-cubed {measure}", ours[n], simple[n], over))
    return rows


def reports(path: Path) -> Iterator[tuple[Report, str]]:
    """The reports of a file of gold, each with its story."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row: dict[str, Any] = json.loads(line)
            day = str(row.get("date") or "")[:10] or None
            if "triplet" in row and "text" in row:
                yield _report(f"r{number:06}", row.get("title"), row["text"], day), str(row["triplet"])
            for outlet, news in sorted((row.get("news") or {}).items()):
                body = news["newBody"]
                text = body if isinstance(body, str) else "\n".join(body)
                yield _report(f"r{number:06}{outlet}", news["newsTitle"], text, day), str(row["id"])


def _report(local: str, title: str | None, text: str, day: str | None) -> Report:
    published = Published(day, day, "stated", "given") if day else Published()
    return Report(
        local, local, "", None, None, title, (), "en", published, text, (Span(0, len(text)),), Reader("gold", "1")
    )


def grouped(gold: Gold) -> list[str]:
    """The story in which each report is put."""
    findings = {report.id: Findings(report.id, "gold", report.published) for report, _ in gold}
    home = {local: story.id for story in group([r for r, _ in gold], findings) for local in story.reports}
    return [home[report.id] for report, _ in gold]


def simply(gold: Gold) -> list[int]:
    """The simple method: TF-IDF with the frequencies of the set itself, average link, no dates."""
    counts = [Counter(stems((r.title or "") + "\n" + r.text)) for r, _ in gold]
    held = Counter(word for words in counts for word in words)
    vectors = [_weighted(words, held, len(gold)) for words in counts]
    holders: dict[str, list[int]] = defaultdict(list)
    scores: dict[tuple[int, int], float] = defaultdict(float)
    for n, vector in enumerate(vectors):
        for word, weight in vector.items():
            for other in holders[word]:
                scores[other, n] += weight * vectors[other][word]
            holders[word].append(n)
    home: Counter[int] = Counter()
    for number, members in enumerate(link(len(gold), scores, SIMPLE)):
        for member in members:
            home[member] = number
    return [home[n] for n in range(len(gold))]


def _weighted(words: Counter[str], held: Counter[str], size: int) -> dict[str, float]:
    """A vector of unit length without words that stand in more than a tenth of the set."""
    weights = {w: n * math.log(size / held[w]) for w, n in words.items() if held[w] * 10 <= size}
    length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
    return {w: x / length for w, x in weights.items()}
