"""Dating reports from their text, the publication date withheld.

Gold as for times. An answer is an interval; it is right when the true date lies in it. Counted: the share of right
answers among those given, and among those of at most seven days; how many are given; and, of the documents with a
date told by day and month, those with a right answer of at most seven days. The simple method answers with the latest
full date of the text and the week after.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from parley.evaluate.table import Row
from parley.evaluate.times import as_report, documents

if TYPE_CHECKING:
    from parley.annotate.annotator import Annotator

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FULL = re.compile(rf"\b({'|'.join(m[:3] for m in _MONTHS)})[a-z]*\.? (\d{{1,2}}),? (\d{{4}})\b")
_DAY = re.compile(
    rf"\b(?:{'|'.join(m[:3] for m in _MONTHS)})[a-z]*\.? \d{{1,2}}\b|\b\d{{1,2}} (?:{'|'.join(_MONTHS)})\b"
)
Interval = tuple[date, date]


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """How many documents are dated, how many rightly, how many to the week."""
    gold = list(documents(folder))
    reports = [as_report(d, dated=False) for d in gold]
    ours: list[Interval | None] = []
    for findings in annotator.annotate_many(reports):
        published = findings.published
        known = published.earliest and published.latest
        ours.append((_day(published.earliest), _day(published.latest)) if known else None)
    simple = [simple_date(d["text"]) for d in gold]
    truth = [date.fromisoformat(d["published"][:10]) for d in gold]
    dated = [bool(_DAY.search(d["text"])) for d in gold]
    full = [bool(_FULL.search(d["text"])) for d in gold]
    rows = [
        Row("right of those answered", _right(ours, truth), _right(simple, truth), f"{_given(ours)} answers"),
        Row("answered", _given(ours) / len(gold), _given(simple) / len(gold), f"{len(gold)} documents"),
    ]
    narrow = [a if a is not None and (a[1] - a[0]).days <= 7 else None for a in ours]
    if _given(narrow):
        over = f"{_given(narrow)} answers of at most seven days"
        rows.append(Row("right of those to the week", _right(narrow, truth), _right(simple, truth), over))
    for name, which in (("day and month", dated), ("day, month and year", full)):
        over = f"{sum(which)} documents with a {name}"
        rows.append(Row(f"right to the week, {name}", _week(ours, truth, which), _week(simple, truth, which), over))
    return rows


def _day(point: str | None) -> date:
    return date.fromisoformat((point or "")[:10])


def _given(answers: list[Interval | None]) -> int:
    return sum(a is not None for a in answers)


def _right(answers: list[Interval | None], truth: list[date]) -> float:
    right = sum(a is not None and a[0] <= t <= a[1] for a, t in zip(answers, truth, strict=True))
    return right / max(1, _given(answers))


def _week(answers: list[Interval | None], truth: list[date], which: list[bool]) -> float:
    near = sum(
        w and a is not None and a[0] <= t <= a[1] and (a[1] - a[0]).days <= 7
        for a, t, w in zip(answers, truth, which, strict=True)
    )
    return near / max(1, sum(which))


def simple_date(text: str) -> Interval | None:
    """The simple method: the latest full date of the text, and the six days after it."""
    found: list[date] = []
    for month, day, year in _FULL.findall(text):
        try:
            found.append(date(int(year), [m[:3] for m in _MONTHS].index(month) + 1, int(day)))
        except ValueError:
            continue
    return (max(found), max(found) + timedelta(days=6)) if found else None
