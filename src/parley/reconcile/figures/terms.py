"""Lengths of time that are punishments: given by a court, or sought by who accuses or defends."""

from __future__ import annotations

import re
from typing import Literal

Term = Literal["", "given", "sought"]

_LONG = frozenset({"weeks", "months", "years"})
_LAW = re.compile(
    r"\b(?:prison|jail(?:ed|s)?|imprison\w+|sentenc\w+|behind bars|caged|prosecut\w+|convict\w+|judge|court)\b",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:sought|seek(?:s|ing)?|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|call(?:s|ed|ing)? for|"
    r"want(?:s|ed)?|recommend(?:s|ed)?|urged?|push(?:es|ed)? for|plead(?:ed|s)? for)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:up to|maximum|minimum|at least|faces?|facing|could|would|ago|later|after|before|for the past|lasted|since|"
    r"bar(?:s|red)|banned|suspended|probation|spent|served|serving|aged?)\b[^.;]{0,30}\Z",
    re.I,
)
_LEAD = 70


def term_of(unit: str | None, before: str, around: str) -> Term:
    """What a length of time is by the words before it and the sentence around it; nothing where it may be another."""
    if unit not in _LONG or _LAW.search(around) is None or _OTHER.search(before[-_LEAD:]):
        return ""
    return "sought" if _SOUGHT.search(before[-_LEAD:]) else "given"
