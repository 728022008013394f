"""When reports appeared, and of which days their passages tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parley.model.passages import Span
from parley.model.times import Time
from parley.reconcile.draft import Draft


def in_order(draft: Draft, groups: Sequence[set[str]]) -> list[int] | None:
    """The groups' indices in order of publication where all reports of each appeared before all of the next.

    Days are compared, or instants where all have one. None where some have no date, or they overlap.
    """
    spans: list[tuple[str, str, int]] = []
    dates = [draft.published.get(r) for group in groups for r in sorted(group)]
    grain = 16 if all(d is not None and len(d.earliest or "") > 10 and len(d.latest or "") > 10 for d in dates) else 10
    for index, group in enumerate(groups):
        told = [draft.published.get(r) for r in sorted(group)]
        first = [p.earliest[:grain] for p in told if p is not None and p.earliest]
        last = [p.latest[:grain] for p in told if p is not None and p.latest]
        if len(first) < len(group) or len(last) < len(group):
            return None
        spans.append((min(first), max(last), index))
    spans.sort()
    if any(a[1] >= b[0] for a, b in pairwise(spans)):
        return None
    return [index for _, _, index in spans]


def at_once(draft: Draft, reports: set[str]) -> bool:
    """Whether the reports are known to have appeared on one day."""
    dates = [draft.published.get(r) for r in sorted(reports)]
    days = {day[:10] for p in dates if p is not None for day in (p.earliest, p.latest) if day}
    return len(days) == 1 and all(p is not None and p.earliest is not None for p in dates)


def days_in(draft: Draft, report: str, span: Span) -> list[Time]:
    """The days that a passage names, those on which it puts an hour among them."""
    return [
        replace(t.time, earliest=t.time.earliest[:10], latest=t.time.latest[:10])
        for t in draft.findings[report].times
        if t.time is not None and span.start <= t.start < span.end and (t.type == "DATE" or t.value[:4].isdigit())
    ]
