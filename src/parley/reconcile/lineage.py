"""Lineage: which reports copy or rewrite others."""

from __future__ import annotations

from collections.abc import Sequence

from parley.reconcile.draft import Draft
from parley.reconcile.statements import Utterance


def trace(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Fill `draft.lineage` and `draft.origin_of`."""
