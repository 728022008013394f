"""Joining events across reports, with their histories."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def join(draft: Draft) -> None:
    """Fill `draft.events` and `draft.event_of`."""
