"""What is sought and what is given: punishments of so long, sums of money."""

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
_PAID = re.compile(
    r"\b(?:paid|handed over|was awarded|were awarded|received|transferred)\s"
    r"(?:(?!(?:to|for|and|but|after|if|unless)\b)[\w’'-]+\s){0,3}\Z",
    re.I,
)
_CLAUSE = re.compile(r"[.;:]\s|\b(?:but|while|after|which|who|before)\b")
_LEAD = 70


def term_of(unit: str | None, before: str, around: str) -> Term:
    """What a length of time is by the words before it and the sentence around it; nothing where it may be another."""
    if unit not in _LONG or _LAW.search(around) is None or _OTHER.search(before[-_LEAD:]):
        return ""
    return "sought" if _SOUGHT.search(before[-_LEAD:]) else "given"


def sum_of(before: str) -> Term:
    """Whether the words before a sum tell of its being asked for or of its being paid."""
    clause = _CLAUSE.split(before[-_LEAD:])[-1]
    if _SOUGHT.search(clause):
        return "sought"
    return "given" if _PAID.search(clause) else ""
