"""The brief's list of reports: when each appeared, what it draws on, which names it garbles."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.items import Aside
from parley.model.reports import Report
from parley.show.brief.model import Source
from parley.show.brief.names import Desk, label, shorten
from parley.show.brief.times import appeared

RELATIONS = {"copy": "copy of", "rewrite": "rewrite of", "same agency": "same agency as",
             "shared quotations": "shares quotations with"}  # fmt: skip


def sources(desk: Desk, aside: Sequence[Aside] = (), *, everything: bool) -> tuple[Source, ...]:
    """The reports, numbered; why a date was inferred and who shares quotations only where everything is asked for."""
    return tuple(
        Source(
            number=desk.number[r.id],
            report=r.id,
            label=label(r),
            about=_about(r, sum(a.by == r.id for a in aside)),
            because=_because(r, everything),
            lineage=tuple(_lineage(desk, r, everything)),
            doubtful=tuple(_doubtful(desk, r)),
        )
        for r in desk.reports
    )


def _about(report: Report, earlier: int) -> str:
    parts = [appeared(report.published)]
    if earlier:
        parts.append(f"corrected: {earlier} earlier version{'s' if earlier > 1 else ''} set aside")
    if report.original:
        parts.append("an original")
    if report.language not in (None, "en"):
        parts.append(f"in another language ({report.language}): kept, not read")
    return " · ".join(parts)


def _because(report: Report, everything: bool) -> str:
    if report.published.basis != "inferred" or not report.published.because:
        return ""
    return shorten(report.published.because, 1000 if everything else 70)


def _lineage(desk: Desk, report: Report, everything: bool) -> list[str]:
    told = []
    for entry in desk.items.lineage:
        if entry.report == report.id and (everything or entry.kind != "shared quotations"):
            other = f"[{desk.number[entry.source]}]" if entry.source else "an unseen report"
            reason = f" ({shorten(entry.because, 1000 if everything else 120)})" if entry.because else ""
            told.append(f"{RELATIONS[entry.kind]} {other}{reason}")
    return told


def _doubtful(desk: Desk, report: Report) -> list[str]:
    return [
        f"{form.text} = {name.name}"
        for name in desk.items.names
        for form in name.forms
        if form.doubtful and report.id in form.reports and form.text != name.name
    ]
