"""Joining name forms across reports."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def join(draft: Draft) -> None:
    """Fill `draft.names` and `draft.name_of`."""
