"""British and American spellings of one word: a matter of the outlet's style, never of what was said."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

_ENDINGS = {
    british + ending: american + ending
    for british, american in (("is", "iz"), ("ys", "yz"))
    for ending in ("e", "ed", "es", "er", "ers", "ing", "ation", "ations")
}


@lru_cache(maxsize=50_000)
def fold_spelling(word: str) -> str:
    """The form under which the spellings of a lower-case word meet, mostly the American one.

    Words that end in -ise on both sides ("promise") get a form nobody writes; it is only there to be compared.
    """
    known = _words().get(word)
    if known is not None:
        return known
    for size in (7, 6, 4, 3, 2):
        ending = _ENDINGS.get(word[-size:])
        if ending is not None and len(word) - size >= 4:
            return word[:-size] + ending
    return word


@cache
def _words() -> dict[str, str]:
    data = tomllib.loads(Path(__file__).with_name("spelling.toml").read_text(encoding="utf-8"))
    words = dict(data["words"])
    for british, american in data["stems"].items():
        for ending in data["endings"]:
            words[british + ending] = american + ending
    return words
