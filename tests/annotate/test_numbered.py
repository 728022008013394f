"""Dates in numbers that mean two days."""

from __future__ import annotations

from datetime import date

import pytest

from parley.annotate.numbered import numbered_date
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.text.times.dating import Clues

BODY = "The harbour court put off its ruling, a clerk said."


def page(head: str, foot: str = "") -> Report:
    text = f"{head}\n{BODY}\n{foot}"
    span = Span(len(head) + 1, len(head) + 1 + len(BODY))
    return Report("r", "r", "", None, None, None, (), "en", Published(), text, (span,), Reader("test", "1"))


@pytest.mark.parametrize(
    ("head", "clues", "day"),
    [
        # 5 November 2030 is a Tuesday, 11 May 2030 a Saturday
        ("11/05/2030\nJon Aske", Clues(behind_days=frozenset({1})), "2030-11-05"),
        ("Published 11/05/2030 | 3 min read", Clues(behind_days=frozenset({4})), "2030-05-11"),
        ("- **Scraped at**: 2030-06-02T07:00\n11/05/2030", Clues(), "2030-05-11"),
        ("- **timestamp**: 2030-11-05T16:42\n11-05-2030", Clues(), "2030-11-05"),
        ("11/05/2030", Clues(lower=date(2030, 8, 1)), "2030-11-05"),
        ("11/05/2030", Clues(), None),
        ("11/11/2030", Clues(), None),
        ("25/11/2030", Clues(), None),
        ("Jon Aske", Clues(), None),
    ],
)
def test_all_else_tells_the_order(head: str, clues: Clues, day: str | None) -> None:
    for report in (page(head), page("Jon Aske", head)) if "at**" not in head and "stamp" not in head else (page(head),):
        published = numbered_date(report, clues)
        assert (published.earliest if published else None) == day
