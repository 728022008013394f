"""What a measure is for and of when: a cap for a year is not one for a quarter, a share then not one now."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PERIODS = {
    "year": re.compile(r"\b(?:annual(?:ly)?|yearly|(?:per|a|each|every)\s(?:calendar\s)?year)\b", re.I),
    "quarter": re.compile(
        r"\b(?:quarter(?:ly|s)?|(?:for|over|every|in|during)\s(?:the\s)?(?:\w+\s)?(?:three|3)[-\s]months?)\b", re.I
    ),
    "month": re.compile(r"\b(?:monthly|(?:per|a|each|every)\smonth)\b", re.I),
    "week": re.compile(r"\b(?:weekly|(?:per|a|each|every)\sweek)\b", re.I),
    "day": re.compile(r"\b(?:daily|(?:per|a|each|every)\sday)\b", re.I),
}

_THEN = re.compile(r"[^.;]{0,20}?\b(?:by then|back then|at (?:the|that) time|by that (?:time|point))\b", re.I)


@dataclass(frozen=True, slots=True)
class Setting:
    """The periods that the words around a measure name, and whether it holds of an earlier time only ("by then")."""

    periods: frozenset[str]
    past: bool


NO_SETTING = Setting(frozenset(), False)


def setting_of(around: str, end: int) -> Setting:
    """The setting of the measure that ends at `end` among the words around it."""
    periods = frozenset(name for name, words in _PERIODS.items() if words.search(around))
    return Setting(periods, bool(_THEN.match(around, end)))


def set_apart(a: Setting, b: Setting) -> bool:
    """Whether two measures are for different periods, or one of them is of a time that is over."""
    return a.past != b.past or bool(a.periods and b.periods and not a.periods & b.periods)
