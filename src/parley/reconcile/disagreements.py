"""Where reports or parties disagree, and where they only seem to."""

from __future__ import annotations

from parley.reconcile.draft import Draft


def find(draft: Draft) -> None:
    """Fill `draft.disagreements`."""
