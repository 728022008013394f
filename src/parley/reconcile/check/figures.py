"""Figures of a text held against those of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.model.findings import FigureFinding, Findings
from parley.model.items import Change, Figure
from parley.model.passages import Span
from parley.model.reports import Report
from parley.reconcile.check.verdict import RANK, Verdict, not_found
from parley.text.counted import slots_of, stems

Value = float | tuple[float, float]
TALLY = frozenset({
    "people", "persons", "person", "others", "toll", "number", "total", "count", "of", "the", "are", "were", "now",
    "confirmed",
})  # fmt: skip
"""Words that say no more than that somebody was counted."""


def check_figures(text: Report, findings: Findings, figures: Sequence[Figure]) -> Iterator[Verdict]:
    """A verdict a figure of the text, in order."""
    for finding in findings.figures:
        options = [v for figure in figures if (v := _against(finding, figure)) is not None]
        best = min(options, key=lambda v: (RANK[v.holds], len(v.changes), v.item or ""), default=None)
        if best is None:
            yield not_found("figure", text.text, Span(finding.start, finding.end))
        else:
            yield replace(best, cautions=_disputed(best, figures)) if best.holds == "same" else best


def _disputed(verdict: Verdict, figures: Sequence[Figure]) -> tuple[str, ...]:
    """A caution where the record has other exact numbers of the same thing in the same event."""
    mine = next(f for f in figures if f.id == verdict.item)
    others = {
        _range(f.value): _shown(f.value)
        for f in figures
        if mine.event is not None
        and (f.event, f.unit, f.per) == (mine.event, mine.unit, mine.per)
        and f.bound == mine.bound == "exact"
        and _range(f.value) != _range(mine.value)
        and _counts_the_same(mine.of, f.of, loosely=False)
    }
    return (f"the record also has {', '.join(others[value] for value in sorted(others))}",) if others else ()


def _against(finding: FigureFinding, figure: Figure) -> Verdict | None:
    """The verdict against one figure; None where something else is counted.

    The same number of much the same thing holds. To call another number a change, all that is counted must agree, or
    a text that counts two things would be told that it got the one wrong.
    """
    if finding.unit != figure.unit or (finding.per and figure.per and finding.per != figure.per):
        return None
    equal = _range(finding.value) == _range(figure.value)
    if not _counts_the_same(finding.of, figure.of, loosely=equal):
        return None
    changes: list[Change] = []
    if not equal:
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


def _counts_the_same(mine: str, theirs: str, *, loosely: bool) -> bool:
    """Whether two figures count one thing: heads, and what happened to them ("dead" and "killed" are one)."""
    (heads, slots), (others, their_slots) = _counted(mine), _counted(theirs)
    common, least = len(heads & others), min(len(heads), len(others))
    if slots and their_slots and not slots & their_slots:
        return False
    if loosely and slots & their_slots and (_bare(mine) or _bare(theirs)):
        return True
    if loosely:
        return common > 0 and common >= least / 2
    return common > 0 and common == least and 2 * common >= len(heads | others) and bool(slots) == bool(their_slots)


def _bare(of: str) -> bool:
    """Whether nothing is said of the counted but what happened to them: "the death toll", "people killed"."""
    return all(slots_of(w) or w in TALLY for w in re.findall(r"[a-z]+", of.casefold()))


def _counted(of: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(s for s in stems(of) if not slots_of(s)), slots_of(of)


def _range(value: Value) -> tuple[float, float]:
    return value if isinstance(value, tuple) else (value, value)


def _shown(value: Value) -> str:
    low, high = _range(value)
    return f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"
