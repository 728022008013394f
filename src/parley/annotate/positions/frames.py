"""Frames: how a stance is worded, as the lexicon writes it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from parley.model.findings import Stance

Kind = Literal["object", "noun", "prep", "clause", "particle"]
Slot = Literal["ISSUE", "TARGET", "SOURCE", ""]
SLOTS = ("ISSUE", "TARGET", "SOURCE")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that stands with the predicate.

    `words` are the literal lemmas: of the prepositions, the object noun, the particle; for a clause, of its verb (empty
    where any will do). `nouns` are those that a preposition's object must be one of. `mark` is "to" or "that" for a
    clause. `slot` is what the part fills.
    """

    kind: Kind
    slot: Slot
    words: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    mark: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate with its parts, and the stance and PLOVER root that it tells."""

    written: str
    parts: tuple[Part, ...]
    stance: Stance
    code: str

    @property
    def weight(self) -> tuple[int, int]:
        """Frames with more literal words, then with more parts, are tried first."""
        literal = sum(bool(p.words) + bool(p.nouns) for p in self.parts if not p.optional)
        return (literal, sum(not p.optional for p in self.parts))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by the lemma of their predicate, the most specific first, and the classes of words they use."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    adjectives: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]


@cache
def load() -> Lexicon:
    """The lexicon of stances, read once."""
    raw = tomllib.loads((resources.files("parley.annotate") / "lexicon" / "positions.toml").read_text("utf-8"))
    classes = {name: frozenset(words) for name, words in raw["classes"].items()}
    found: dict[str, dict[str, list[Frame]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for table in raw["stance"]:
        for part_of_speech, by_lemma in found.items():
            for written in table.get(part_of_speech, ()):
                heads, frame = read_frame(written, cast(Stance, table["stance"]), table["code"], classes)
                for head in heads:
                    by_lemma.setdefault(head, []).append(frame)
    ordered = {
        kind: {head: tuple(sorted(frames, key=lambda f: f.weight, reverse=True)) for head, frames in by_lemma.items()}
        for kind, by_lemma in found.items()
    }
    return Lexicon(ordered["verbs"], ordered["nouns"], ordered["adjectives"], classes)


def read_frame(
    written: str, stance: Stance, code: str, classes: Mapping[str, frozenset[str]]
) -> tuple[list[str], Frame]:
    """The predicate's lemmas and the frame. Raises ValueError where the notation is not kept."""
    head, *rest = written.split()
    return head.split("|"), Frame(written, tuple(_parts(rest, classes, written)), stance, code)


def _parts(words: list[str], classes: Mapping[str, frozenset[str]], written: str) -> Iterator[Part]:
    at = 0
    while at < len(words):
        word = words[at]
        optional = word.startswith("?")
        word = word.removeprefix("?")
        at += 1
        if word in SLOTS:
            yield Part("object", cast(Slot, word), optional=optional)
        elif word.startswith("["):
            yield Part("noun", "", _class(word[1:-1], classes), optional=optional)
        elif word.startswith("-"):
            yield Part("particle", "", frozenset(word[1:].split("|")), optional=optional)
        elif word.startswith(("to-", "that-")):
            mark, wanted = word.split("-", 1)
            kind = frozenset[str]() if wanted == "do" else _class(wanted, classes)
            yield Part("clause", "ISSUE", kind, mark=mark, optional=optional)
        else:
            if at >= len(words):
                raise ValueError(f"a preposition without its object: {written!r}")
            filler = words[at]
            at += 1
            prepositions = frozenset(word.split("|"))
            if filler.startswith("["):
                slot: Slot = "" if "ISSUE" in words else "ISSUE"
                yield Part("prep", slot, prepositions, _class(filler[1:-1], classes), optional=optional)
            else:
                yield Part("prep", cast(Slot, filler), prepositions, optional=optional)


def _class(name: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Literal alternatives, or a class of the lexicon; "must" and "deny" ask for a shape, not for words."""
    if not name.startswith("@"):
        return frozenset(name.split("|"))
    return classes.get(name[1:]) or frozenset({name[1:]})
