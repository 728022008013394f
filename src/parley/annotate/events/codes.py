"""The PLOVER root of an event: its type's, unless the verb, the status or a word of the passage turns it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.model.findings import Status

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a type's root is another one: all that is given must fit."""

    types: frozenset[str]
    lemmas: frozenset[str]
    statuses: frozenset[str]
    words: frozenset[str]
    code: str


def root_of(kind: str, usual: str | None, lemma: str, status: Status, passage: str) -> str | None:
    """The root of an event of type `kind`, told by `lemma` in `passage`; `usual` where nothing turns it.

    Lifting sanctions yields where imposing them coerces; a broken ceasefire is an assault; what is merely
    scheduled is agreed to (PLOVER: "express intent to …").
    """
    words: set[str] | None = None
    for turn in _turns().get(kind, ()):
        if turn.lemmas and lemma not in turn.lemmas:
            continue
        if turn.statuses and status not in turn.statuses:
            continue
        if turn.words:
            words = words or {stem for w in WORD.findall(passage.lower()) for stem in (w, w.removesuffix("s"))}
            if turn.words.isdisjoint(words):
                continue
        return turn.code
    return usual


@cache
def _turns() -> dict[str, tuple[Turn, ...]]:
    raw = tomllib.loads((files("parley.annotate") / "lexicon" / "plover.toml").read_text(encoding="utf-8"))
    found: dict[str, list[Turn]] = {}
    for row in raw["turn"]:
        sets = [frozenset(row.get(key, ())) for key in ("types", "lemmas", "statuses", "words")]
        turn = Turn(sets[0], sets[1], sets[2], sets[3], row["code"])
        for kind in row["types"]:
            found.setdefault(kind, []).append(turn)
    return {kind: tuple(rows) for kind, rows in found.items()}
