"""The words of casualty clauses, from the lexicon."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Slot = Literal["killed", "injured"]


@dataclass(frozen=True, slots=True)
class Words:
    verbs: dict[str, Slot]
    dying: frozenset[str]
    adjectives: dict[str, Slot]
    nouns: dict[str, Slot]
    manners: frozenset[str]
    struck: frozenset[str]
    multiples: dict[str, int]
    elsewhere: tuple[str, ...]
    unreal: frozenset[str]
    persons: frozenset[str]
    many: frozenset[str]


@cache
def words_of_casualties() -> Words:
    data: dict[str, Any] = tomllib.loads(
        (files("parley.annotate") / "lexicon" / "casualties.toml").read_text(encoding="utf-8")
    )
    killed, injured, context = data["killed"], data["injured"], data["context"]
    verbs: dict[str, Slot] = dict.fromkeys(killed["object_verbs"], "killed")
    verbs |= dict.fromkeys(injured["object_verbs"], "injured")
    adjectives: dict[str, Slot] = dict.fromkeys(killed["adjectives"], "killed")
    adjectives |= dict.fromkeys(injured["adjectives"], "injured")
    nouns: dict[str, Slot] = dict.fromkeys(killed["nouns"], "killed")
    return Words(
        verbs=verbs,
        dying=frozenset(killed["subject_verbs"]),
        adjectives=adjectives,
        nouns=nouns,
        manners=frozenset(killed["manners"]),
        struck=frozenset(injured["struck"]),
        multiples=context["multiples"],
        elsewhere=tuple(context["elsewhere"]),
        unreal=frozenset(context["unreal"]),
        persons=frozenset(context["persons"]),
        many=frozenset(context["many"]),
    )
