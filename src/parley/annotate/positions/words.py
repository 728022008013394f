"""Closed lists of words, written as they would be read out."""

from __future__ import annotations


def lemmas(listed: str) -> frozenset[str]:
    """The words of a list parted by blanks."""
    return frozenset(listed.split())
