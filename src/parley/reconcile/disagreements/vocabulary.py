"""The words by which disputes are told, compiled from ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of one list of the vocabulary: whole words, any case."""
    return _compiled(_data()[name])


@cache
def acts() -> Mapping[str, re.Pattern[str]]:
    """The acts for which parties blame each other: kind → the words for it."""
    return {kind: _compiled(words) for kind, words in _data()["acts"].items()}


@cache
def slots() -> Mapping[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    """What a number may be of once in a story: slot → the words right before it, and those right behind."""
    return {
        slot: (
            re.compile(rf"\b(?:{'|'.join(words['before'])})\Z", re.I) if "before" in words else None,
            re.compile(rf"(?:{'|'.join(words['behind'])})\b", re.I) if "behind" in words else None,
        )
        for slot, words in _data()["slots"].items()
    }


def _compiled(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("parley.reconcile.disagreements") / "words.toml").read_text(encoding="utf-8"))
