"""Collation: one utterance, all its versions."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def collate(draft: Draft) -> None:
    """Fill `draft.statements` and `draft.statement_of`."""
