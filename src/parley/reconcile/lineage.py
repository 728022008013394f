"""Lineage: which reports copy or rewrite others."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def trace(draft: Draft) -> None:
    """Fill `draft.lineage` and `draft.origin_of`."""
