"""The brief's disagreements and its list of reports."""

from __future__ import annotations

from parley.model.items import Disagreement
from parley.model.reports import Report
from parley.show.brief.happenings import shorten
from parley.show.brief.model import Line, Section, Source
from parley.show.brief.names import Desk, appeared, label

REPORTS = ("conflict", "wording")
ALIKE = ("update", "rounding", "scope")


def disagreements(desk: Desk, *, alike: bool) -> list[Section]:
    """Where reports disagree, where parties do, and (on demand) what only looks different."""
    told = desk.items.disagreements
    parts = [
        ("reports-disagree", "Where reports disagree", [d for d in told if d.kind in REPORTS]),
        ("parties-disagree", "Where parties disagree", [d for d in told if d.kind == "parties"]),
    ]
    if alike:
        parts.append(("alike", "Alike enough", [d for d in told if d.kind in ALIKE]))
    return [Section(key, title, tuple(_line(desk, d) for d in found)) for key, title, found in parts]


def _line(desk: Desk, d: Disagreement) -> Line:
    about = (
        {e.id: e.summary for e in desk.items.events}
        | {s.id: shorten(s.reading, 60) for s in desk.items.statements}
        | {f.id: f.of for f in desk.items.figures}
    )
    sides = tuple(
        Line(r.value + (f" ({desk.names(r.parties)})" if r.parties else ""), desk.refs(r.witnesses)) for r in d.readings
    )
    subject = about.get(d.about.id)
    head = f"{d.attribute} of {subject}" if subject else d.attribute
    return Line(f"{head}: {d.because}", (), d.id, mark=d.kind, under=sides)


def sources(desk: Desk) -> tuple[Source, ...]:
    """The reports, numbered, with dates and what they draw on."""
    return tuple(
        Source(desk.number[r.id], r.id, label(r), _about(r), "; ".join(_lineage(desk, r))) for r in desk.reports
    )


def _about(report: Report) -> str:
    parts = [appeared(report.published)]
    if report.published.because and report.published.basis == "inferred":
        parts.append(report.published.because)
    if report.original:
        parts.append("an original")
    if report.language not in (None, "en"):
        parts.append(f"in another language ({report.language}): kept, not read")
    return " · ".join(parts)


def _lineage(desk: Desk, report: Report) -> list[str]:
    told = []
    for entry in desk.items.lineage:
        if entry.report == report.id:
            other = f"[{desk.number[entry.source]}]" if entry.source else "an unseen report"
            relation = {"copy": "copy of", "rewrite": "rewrite of", "same agency": "same agency as",
                        "shared quotations": "shares quotations with"}[entry.kind]  # fmt: skip
            told.append(f"{relation} {other} ({entry.because})" if entry.because else f"{relation} {other}")
    return told
