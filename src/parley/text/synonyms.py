"""Words that mean much the same in news English, so that a reworded sentence can be known again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from parley.text.words import Word, is_content, stem


@lru_cache(maxsize=100_000)
def meaning(form: str) -> str:
    """The stem of a form, or the first stem of its group of synonyms: "purchased" and "bought" give one."""
    own = stem(form)
    return _groups().get(own, own)


def content_meanings(words: Iterable[Word]) -> list[str]:
    """The meanings of the words that carry content, in order, as many as they have stems."""
    return [meaning(w.form) for w in words if is_content(w.form)]


def share_meaning(a: Iterable[Word], b: Iterable[Word]) -> bool:
    """Whether two runs of words have a word of content, or a synonym of it, in common."""
    return bool(set(content_meanings(a)) & set(content_meanings(b)))


@cache
def _groups() -> dict[str, str]:
    data = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for group in data["groups"]:
        first, *others = [stem(form) for form in group.split()]
        for one in (first, *others):
            found.setdefault(one, first)
    return found
