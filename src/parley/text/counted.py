"""What a figure counts, by its words alone: slots (killed, injured, freed …), and heads that give way to each other."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word → slot, word → shared head, words for persons, words that say nothing, and phrases that stand for a word."""

    slots: dict[str, str]
    same: dict[str, str]
    people: frozenset[str]
    empty: frozenset[str]
    phrases: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The words that ship with the package."""
    data = tomllib.loads((files("parley.text") / "counted.toml").read_text(encoding="utf-8"))
    slots: dict[str, str] = {}
    for slot, words in data["slots"].items():
        for word in words:
            slots.setdefault(word, slot)
    same = {word: head for head, words in data["same"].items() for word in words}
    return Lexicon(slots, same, frozenset(data["people"]["heads"]), frozenset(data["empty"]["words"]), data["phrases"])


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in sorted(lexicon().phrases))})\b")


def words_of(text: str) -> list[str]:
    """The content words, in lower case, a phrase of several words as the one that it stands for."""
    known = lexicon()
    text = _phrase().sub(lambda m: known.phrases[m[0]], text.lower())
    return [w for w in _WORD.findall(text) if w not in known.empty and len(w) > 1]


def stem(word: str) -> str:
    """A word without its plainest endings, so that "transfers" meets "transferred"."""
    same = lexicon().same.get(word)
    if same:
        return same
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("e") if len(word) > 4 else word


def stems(text: str) -> frozenset[str]:
    """The stems of the content words."""
    return frozenset(stem(w) for w in words_of(text))


def slots_of(text: str) -> frozenset[str]:
    """What happened to the counted, by its words."""
    slots = lexicon().slots
    return frozenset(slots[w] for w in words_of(text) if w in slots)


def counts_people(text: str) -> bool:
    """Whether one of the words stands for persons."""
    return any(w in lexicon().people for w in words_of(text))
