"""Time expressions, counted as in TempEval-3 (UzZaman et al. 2013, task A).

Gold: JSON Lines (``*.jsonl`` in the folder), a document a line with ``text``, ``published`` and ``times`` (start, end,
value after TIMEX3). Strict: an expression found with the gold's own ends. Relaxed: ours and the gold's overlap, one to
one from the left. Value: relaxed matches whose values are the same string; F1 over all of ours and all of the gold's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.evaluate.table import Row
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

if TYPE_CHECKING:
    from parley.annotate.annotator import Annotator

Timex = tuple[int, int, str]
"""Start, end, value."""


@dataclass(slots=True)
class Counts:
    """Matches over all documents."""

    ours: int = 0
    gold: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        """The F1 of so many right ones."""
        return 2 * right / (self.ours + self.gold) if self.ours + self.gold else 0.0


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """Strict, relaxed and value F1 of time expressions, publication dates given."""
    ours, simple = Counts(), Counts()
    gold = list(documents(folder))
    for document, findings in zip(gold, annotator.annotate_many(map(as_report, gold)), strict=True):
        wanted = [(t["start"], t["end"], t["value"]) for t in document["times"]]
        compare([(t.start, t.end, t.value) for t in findings.times], wanted, ours)
        day = date.fromisoformat(document["published"][:10])
        compare(simple_times(document["text"], day), wanted, simple)
    over = f"{ours.gold} expressions in {len(gold)} documents"
    return [
        Row("strict F1", ours.f1(ours.strict), simple.f1(simple.strict), over),
        Row("relaxed F1", ours.f1(ours.relaxed), simple.f1(simple.relaxed), over),
        Row("value F1", ours.f1(ours.value), simple.f1(simple.value), over),
        Row("value right where found", ours.value / max(1, ours.relaxed), simple.value / max(1, simple.relaxed)),
    ]


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The gold documents of a folder, file by file in order of name."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def as_report(document: dict[str, Any], dated: bool = True) -> Report:
    """A gold document as a report, with its publication date or without."""
    day = document["published"][:10]
    published = Published(day, day, "stated", "given") if dated else Published()
    text = document["text"]
    return Report(
        document["id"], document["id"], "", None, None, None, (), "en", published, text, (Span(0, len(text)),),
        Reader("gold", "1"),
    )  # fmt: skip


def compare(ours: Sequence[Timex], gold: Sequence[Timex], counts: Counts) -> None:
    """Count one document's matches."""
    counts.ours += len(ours)
    counts.gold += len(gold)
    taken: set[int] = set()
    for start, end, value in sorted(gold):
        meets = [n for n, t in enumerate(ours) if n not in taken and t[0] < end and start < t[1]]
        if meets:
            best = min(meets, key=lambda n: (ours[n][:2] != (start, end), abs(ours[n][0] - start), n))
            taken.add(best)
            counts.relaxed += 1
            counts.strict += ours[best][:2] == (start, end)
            counts.value += ours[best][2] == value


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SIMPLE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})"
    r"|(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
    r"\.?(?: (?P<day>\d{1,2})\b)?(?:,? (?P<year>\d{4}))?"
    r"|(?P<near>today|yesterday|tomorrow)|(?P<only>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)


def simple_times(text: str, published: date) -> list[Timex]:
    """The simple method: names of weekdays (the last one), months, days of months, years, today and its neighbours."""
    found: list[Timex] = []
    for match in _SIMPLE.finditer(text):
        if match["weekday"]:
            back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
            value = (published - timedelta(days=back)).isoformat()
        elif match["near"]:
            step = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["near"].lower()]
            value = (published + timedelta(days=step)).isoformat()
        elif match["only"]:
            value = match["only"]
        else:
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            year = int(match["year"] or published.year)
            value = f"{year:04d}-{month:02d}" + (f"-{int(match['day']):02d}" if match["day"] else "")
        found.append((match.start(), match.end(), value))
    return found
