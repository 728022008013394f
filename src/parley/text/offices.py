"""Whether those who hold an office are only the voice of their body, or a party of their own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_counsel(roles: Iterable[str]) -> bool:
    """Whether one of the roles is that of somebody's lawyer."""
    return any(_words(role) & _listed()["counsel"] for role in roles)


def stands_alone(roles: Iterable[str], body: str, state: bool) -> bool:
    """Whether a named person of these roles is a party apart from the `body` that he or she leads or belongs to.

    Spokespeople, envoys and executives never are; who leads a union, a party or a movement is; for a `state` all others
    speak who hold an office of it.
    """
    listed = _listed()
    told = [_words(role) for role in roles]
    if any(words & listed["voices"] for words in told):
        return False
    if any(words & listed["partisan"] for words in told):
        return True
    return not state and (bool(_words(body) & listed["partisan"]) or any(words & listed["leading"] for words in told))


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


@cache
def _listed() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((resources.files("parley.text") / "offices.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}
