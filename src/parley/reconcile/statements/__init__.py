"""Collation: one utterance, all its versions."""

from __future__ import annotations

from parley.reconcile.draft import Draft
from parley.reconcile.statements.alignment import Utterance, align
from parley.reconcile.statements.items import item_of_utterances

__all__ = ["Utterance", "align", "collate"]


def collate(draft: Draft, utterances: list[Utterance]) -> None:
    """Fill `draft.statements` and `draft.statement_of` from the aligned utterances."""
    item_of_utterances(draft, utterances)
