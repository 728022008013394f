"""The words around numbers, from the lexicon, as patterns ready to use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Around:
    """Patterns over the text before (`…\\Z`) or behind a number, and sets of nouns."""

    label: Pattern
    street: Pattern
    result: Pattern
    one_before: Pattern
    one_behind: Pattern
    year_before: Pattern
    kind: Pattern
    up: Pattern
    down: Pattern
    idle_heads: frozenset[str]
    idle_kinds: frozenset[str]
    by_thousands: frozenset[str]
    states: frozenset[str]
    ordering: frozenset[str]


@cache
def around() -> Around:
    """The patterns that ship with the package."""
    path = files("parley.annotate") / "lexicon" / "figures.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    strangers, worth, trend = data["strangers"], data["worth"], data["trend"]
    between = rf"\s(?:(?:{_any(trend['between'])})\s)*\Z"
    behind = rf"\s(?:{_any(strangers['one_behind'])})\b|['’]s\b|-(?:{_any(strangers['one_tied'])})\b"
    street = rf"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w’']+\s){{1,3}}?(?:{_any(strangers['streets'])})\b"
    return Around(
        label=re.compile(rf"(?:\b(?:{_any(strangers['labels'])})\.?|#|№)[\s-]?\Z"),
        street=re.compile(rf"{street}|(?:th|st)?\sblock\s(?:of|on)\b"),
        result=re.compile(rf"\b(?:{_any(strangers['results'])})\b", re.IGNORECASE),
        one_before=re.compile(rf"\b(?:{_any(strangers['one_before'])})\s\Z", re.IGNORECASE),
        one_behind=re.compile(behind, re.IGNORECASE),
        year_before=re.compile(rf"\b(?:{_any(strangers['year_before'])})[\s-]\Z|\(\Z", re.IGNORECASE),
        kind=re.compile(rf"[-\s](?:{_any(worth['kinds'])})\b", re.IGNORECASE),
        up=re.compile(rf"\b(?:{_any(trend['up'])}){between}", re.IGNORECASE),
        down=re.compile(rf"\b(?:{_any(trend['down'])}){between}", re.IGNORECASE),
        idle_heads=frozenset(worth["idle_heads"]),
        idle_kinds=frozenset(worth["idle_kinds"]),
        by_thousands=frozenset(strangers["counted_by_thousands"]),
        states=frozenset(data["counted"]["states"]),
        ordering=frozenset(data["counted"]["ordering"]),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=lambda w: (-len(w), w)))
