"""The event lexicon, compiled: which lemmas may tell which type of event, and under which conditions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

SHEETS = ("events.toml", "events_ways.toml", "events_law.toml", "events_public.toml", "plover.toml")
"""The lexicon's files; of two patterns for one lemma the one that comes first is tried first."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of event: its PLOVER root, its family, and how its parties stand to each other."""

    name: str
    code: str | None
    family: str
    held: bool
    mutual: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of telling a kind: its tests by name, each a set of lemmas and special classes (with ``@``), or true.

    `status` is what the wording itself says of the event ("pull out of a treaty" ends it); None for most.
    """

    kind: Kind
    tests: Mapping[str, frozenset[str] | bool]
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by lemma, for nouns and verbs."""

    kinds: Mapping[str, Kind]
    nouns: Mapping[str, tuple[Pattern, ...]]
    verbs: Mapping[str, tuple[Pattern, ...]]
    classes: Mapping[str, frozenset[str]]
    seats: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words that say how an event stands: by governor, by modifier, and the rest of the status lexicon."""

    governor: Mapping[str, str]
    adjective: Mapping[str, str]
    modifier: Mapping[str, str]
    light: frozenset[str]
    subject: frozenset[str]
    carrier: frozenset[str]
    marks: frozenset[str]
    determiners: frozenset[str]
    modals: frozenset[str]
    wanted: frozenset[str]
    manners: frozenset[str]
    implicative: frozenset[str]
    attitudes: frozenset[str]
    denying: frozenset[str]
    spurning: frozenset[str]
    claims: frozenset[str]
    sets: Mapping[str, frozenset[str]]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("parley.annotate") / "lexicon" / name).read_text(encoding="utf-8"))


@cache
def load() -> Lexicon:
    """The lexicon of event triggers."""
    sheets = [_read(name) for name in SHEETS]
    classes = {
        name: frozenset(word.lower() for word in words) for raw in sheets for name, words in raw["class"].items()
    }
    kinds: dict[str, Kind] = {}
    nouns: dict[str, list[Pattern]] = {}
    verbs: dict[str, list[Pattern]] = {}
    for name, entry in ((name, entry) for raw in sheets for name, entry in raw["type"].items()):
        kind = kinds[name] = kinds.get(name) or Kind(
            name, entry["code"] or None, entry["family"], entry.get("held", False), entry.get("mutual", False)
        )
        for table, key in ((nouns, "nouns"), (verbs, "verbs")):
            for pattern in entry.get(key, ()):
                tests = {k: _test(v, classes) for k, v in pattern.items() if k not in ("lemma", "status")}
                for lemma in pattern["lemma"]:
                    table.setdefault(lemma.lower(), []).append(Pattern(kind, tests, pattern.get("status")))
    tables = [{lemma: tuple(patterns) for lemma, patterns in table.items()} for table in (nouns, verbs)]
    return Lexicon(kinds, tables[0], tables[1], classes, sheets[0]["seat"])


def _test(value: Any, classes: Mapping[str, frozenset[str]]) -> frozenset[str] | bool:
    if isinstance(value, bool):
        return value
    out: set[str] = set()
    for word in value:
        if word.startswith("@") and word[1:] in classes:
            out |= classes[word[1:]]
        else:
            out.add(word.lower())
    return frozenset(out)


@cache
def status_words() -> StatusWords:
    """The lexicon of event statuses."""
    raw = _read("events_status.toml")
    return StatusWords(
        governor={word: status for status, words in raw["governor"].items() for word in words},
        adjective={word: status for status, words in raw["adjective"].items() for word in words},
        modifier={word: status for status, words in raw["modifier"].items() for word in words},
        light=frozenset(raw["light"]["verbs"]),
        subject=frozenset(raw["light"]["subject"]),
        carrier=frozenset(raw["carrier"]["nouns"]),
        marks=frozenset(raw["hypothetical"]["marks"]),
        determiners=frozenset(raw["hypothetical"]["determiners"]),
        modals=frozenset(raw["hypothetical"]["modals"]),
        wanted=frozenset(raw["wanted"]["types"]),
        implicative=frozenset(raw["implicative"]["verbs"]),
        manners=frozenset(raw["wanted"]["manners"]),
        attitudes=frozenset(raw["attitude"]["verbs"]),
        denying=frozenset(raw["disowned"]["denying"]),
        spurning=frozenset(raw["disowned"]["spurning"]),
        claims=frozenset(raw["disowned"]["claims"]),
        sets={name: frozenset(words) for name, words in raw["sets"].items()},
    )
