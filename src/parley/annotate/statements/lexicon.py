"""What the lexicon ``cues.toml`` says of a word: the frames in which it tells an attribution."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Cues:
    """`frames` holds the lemmas of each frame; `quoting` those that introduce quotation marks; `thought` inner acts;
    `people` nouns for those who are cited; `light` verbs that only carry a noun of saying; `felt` verbs
    whose passive tells a state of the subject's mind ("was concerned that").
    """

    frames: dict[str, frozenset[str]]
    quoting: frozenset[str]
    parenthetical: frozenset[str]
    thought: frozenset[str]
    people: frozenset[str]
    light: frozenset[str]
    felt: frozenset[str]

    def allows(self, frame: str, lemma: str) -> bool:
        """Whether a word tells an attribution in this frame."""
        return lemma in self.frames.get(frame, frozenset())


@cache
def cues() -> Cues:
    """The lexicon, read once."""
    data: dict[str, Any] = tomllib.loads(files("parley.annotate.lexicon").joinpath("cues.toml").read_text("utf-8"))
    verbs, nouns, adjectives = data["verbs"], data["nouns"], data["adjectives"]
    clause = frozenset(verbs["clause"])
    frames = {
        "clause": clause,
        "clause-before": clause,
        "inf": frozenset(verbs["infinitive"]),
        "raise": frozenset(verbs["raise"]),
        "passive-inf": frozenset(verbs["passive_infinitive"]),
        "passive": frozenset(verbs["passive_subject"]),
        "ger": frozenset(verbs["gerund"]),
        "pred": frozenset(verbs["predicate"]),
        "obj+as": frozenset(verbs["as"]),
        "passive+as": frozenset(verbs["as"]),
        "obj": frozenset(verbs["object"]),
        "count": frozenset(verbs["count"]),
        "noun:clause": frozenset(nouns["clause"]),
        "noun:inf": frozenset(nouns["infinitive"]),
        "adj:clause": frozenset(adjectives["clause"]),
        "adj:inf": frozenset(adjectives["infinitive"]),
        "according": frozenset({"accord", "according", "per"}),
    }
    frames["obj quoted"] = frozenset(verbs["quoted_object"])
    for prep, lemmas in verbs["preposition"].items():
        frames[prep] = frozenset(lemmas)
    for prep, lemmas in verbs["object_preposition"].items():
        frames[f"obj+{prep}"] = frozenset(lemmas)
        frames[f"passive+{prep}"] = frozenset(lemmas)
    for prep, lemmas in verbs["preposition_infinitive"].items():
        frames[f"{prep}+inf"] = frozenset(lemmas)
    for prep, lemmas in nouns["preposition"].items():
        frames[f"noun:{prep}"] = frozenset(lemmas)
    for prep, lemmas in adjectives["preposition"].items():
        frames[f"adj:{prep}"] = frozenset(lemmas)
    parenthetical = frozenset(data["heads"]["parenthetical"])
    return Cues(
        frames=frames,
        quoting=clause | parenthetical | frozenset(verbs["quote_only"]),
        parenthetical=parenthetical,
        thought=frozenset(data["act"]["thought"]),
        people=frozenset(data["others"]["people"]),
        light=frozenset(data["others"]["light"]),
        felt=frozenset(data["others"]["felt"]),
    )
