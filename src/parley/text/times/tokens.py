"""Cutting a text into the tokens of the time grammar, and the words it knows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_TOKEN = re.compile(r"[AaPp]\.[^\S\n]?[Mm]\.?(?![A-Za-z])|[^\W\d_]+|\d+|[^\s\w]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens in parallel lists: as written, lower case, and their offsets. Past the end every word is empty."""

    text: str
    raw: list[str]
    low: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, index: int) -> str:
        """The token in lower case; empty beyond the ends."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing parts the token from the one before it."""
        return 0 < index < len(self.low) and self.start[index] == self.end[index - 1]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= index < len(self.raw) and self.raw[index][:1].isupper()

    def number(self, index: int, least: int = 0, most: int = 10**9) -> int | None:
        """The token's value if it is digits alone and within the limits."""
        word = self.at(index)
        if not (word.isascii() and word.isdigit()) or len(word) > 9:
            return None
        value = int(word)
        return value if least <= value <= most else None


def tokenize(text: str) -> Tokens:
    """The tokens of a text: words, runs of digits, single marks; "a.m." is one."""
    raw: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for match in _TOKEN.finditer(text):
        raw.append(match.group())
        start.append(match.start())
        end.append(match.end())
    # Digits of other scripts ("²") are no numbers of English news: their lower form is a mark that no rule knows.
    low = [w.lower() if w.isascii() or not w.isnumeric() else "#" for w in raw]
    return Tokens(text, raw, low, start, end)


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """The tables of words.toml by name."""
    text = resources.files("parley.text.times").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
