"""Joining positions across reports."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def join(draft: Draft) -> None:
    """Fill `draft.positions` and `draft.position_of`."""
