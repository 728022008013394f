"""Lengths of time by which something is late: told beside it ("five days late", "put off for five days")."""

from __future__ import annotations

import re

_BEHIND = re.compile(
    r"[-\s](?:late\b|behind\sschedule|overdue|later\sthan\s(?:planned|scheduled)|delay|postponement)", re.I
)
_BEFORE = re.compile(
    r"\b(?:postpon\w+|delay(?:s|ed|ing)?|put\s(?:off|back)|push(?:ed|es|ing)?\sback|held\sup|set\sback|deferred|moved\sback)"
    r"\b(?!\suntil|\still)[^.;,]{0,20}\s(?:for|by|of)\s(?:about\s|around\s|nearly\s|another\s|at\sleast\s)?\Z",
    re.I,
)  # fmt: skip
_REACH = 60


def is_delay(before: str, behind: str) -> bool:
    """Whether the words right before and right behind a length of time make it that of a delay."""
    return _BEHIND.match(behind) is not None or _BEFORE.search(before[-_REACH:]) is not None
