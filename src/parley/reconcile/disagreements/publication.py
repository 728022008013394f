"""Which of two groups of reports appeared later."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
