"""Figures of a text held against those of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.model.findings import FigureFinding, Findings
from parley.model.items import Change, Figure
from parley.model.passages import Span
from parley.model.reports import Report
from parley.reconcile.check.verdict import RANK, Verdict, not_found
from parley.text.words import content_stems, split_words

Value = float | tuple[float, float]


def check_figures(text: Report, findings: Findings, figures: Sequence[Figure]) -> Iterator[Verdict]:
    """A verdict a figure of the text, in order."""
    for finding in findings.figures:
        options = [v for figure in figures if (v := _against(finding, figure)) is not None]
        best = min(options, key=lambda v: (RANK[v.holds], len(v.changes), v.item or ""), default=None)
        yield best or not_found("figure", text.text, Span(finding.start, finding.end))


def _against(finding: FigureFinding, figure: Figure) -> Verdict | None:
    """The verdict against one figure; None where something else is counted."""
    if finding.unit != figure.unit or finding.per != figure.per:
        return None
    mine, theirs = set(_counted(finding.of)), set(_counted(figure.of))
    if not mine or len(mine & theirs) * 2 < min(len(mine), len(theirs)):
        return None
    changes: list[Change] = []
    if _range(finding.value) != _range(figure.value):
        changes.append(Change(_shown(figure.value), _shown(finding.value), "number"))
    if finding.bound != figure.bound:
        changes.append(Change(figure.bound, finding.bound, "bound"))
    return Verdict(
        kind="figure",
        start=finding.start,
        end=finding.end,
        exact=finding.exact,
        holds="altered" if changes else "same",
        reading=figure.witnesses[0].exact if figure.witnesses else _shown(figure.value),
        changes=tuple(changes),
        item=figure.id,
        witnesses=figure.witnesses,
    )


def _counted(of: str) -> list[str]:
    return content_stems(split_words(of))


def _range(value: Value) -> tuple[float, float]:
    return value if isinstance(value, tuple) else (value, value)


def _shown(value: Value) -> str:
    low, high = _range(value)
    return f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"
