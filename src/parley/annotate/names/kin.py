"""Whose relatives people are: an office before a bare surname is not theirs but that of the one they are kin to."""

from __future__ import annotations

from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View

KIN = frozenset(
    (
        "wife", "husband", "daughter", "daughters", "son", "sons", "brother", "brothers", "sister", "sisters",
        "mother", "father", "widow", "widower", "lady", "spouse", "niece", "nephew", "cousin", "granddaughter",
        "grandson", "stepson", "stepdaughter", "child", "children", "twins",
    )
)  # fmt: skip
"""Nouns for relatives; of a "first lady" too."""
BEFORE = 4
"""Tokens before or after a full name within which such a noun tells whose relative it is."""


def is_relative(view: View, mark: Mark) -> bool:
    """Whether the name stands beside a noun for a relative, or shares its surname: "Ana and Rosa Vega"."""
    if is_titled(view, mark):
        return False
    words = view.words
    before = [w.lower() for w in words[max(0, mark.start - BEFORE) : mark.start]]
    stops = [n for n, word in enumerate(before) if word in ("of", ".", "”", '"')]
    if set(before[stops[-1] + 1 if stops else 0 :]) & KIN:
        return True
    after = [w.lower() for w in words[mark.end : mark.end + BEFORE + 1]]
    if after[:1] == [","] and set(after[1:]) & KIN and "of" not in after:
        return True
    return (
        len(before) > 2 and before[-1] == "and" and words[mark.start - 2] in _given()
        and not words[mark.start - 3][:1].isupper()
    )  # fmt: skip


@cache
def _given() -> frozenset[str]:
    """Given names, those of either gender included."""
    table = lexicons.read("given")
    return frozenset(table["m"]) | frozenset(table["f"])


def is_titled(view: View, mark: Mark) -> bool:
    """Whether an office stands capitalised right before the name: "President Vega"."""
    before = view.words[mark.start - 1] if mark.start else ""
    office = before in lexicons.prefixes() or (before[:1].isupper() and before.lower() in lexicons.role_words())
    return office and before.lower() not in KIN
