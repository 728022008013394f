"""The words by which disputes are told, compiled from ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of one list of the vocabulary: whole words, any case."""
    raw = tomllib.loads((files("parley.reconcile.disagreements") / "words.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{'|'.join(raw[name])})\b", re.I)
