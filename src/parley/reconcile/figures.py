"""Joining figures across reports."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def join(draft: Draft) -> None:
    """Fill `draft.figures` and `draft.figure_of`."""
