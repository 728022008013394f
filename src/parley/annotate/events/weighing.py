"""What two words say together of how an event stands, where one governs the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.lexicon import StatusWords
from parley.annotate.events.mood import mood
from parley.annotate.events.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def merge(new: str, said: str) -> str:
    """What two words say together: a wish or plan outweighs a mere tense, what is nearer outweighs what is farther."""
    if not said or said == "happened":
        return new
    if new == "happened" or said in ("proposed", "agreed"):
        return said
    return said if said != "under way" else new


def uplift(noun: Token, said: str, words: StatusWords) -> str | None:
    """A settled thing that is itself only wanted or missing ("failed to reach an agreement to …")."""
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
        governed = words.governor.get(verb.lemma_.lower())
        told = mood(verb, words)
        if told is None or governed == "none":
            return None if said == "agreed" else said
        if said == "agreed" and told in ("scheduled", "proposed"):
            return "proposed"
    return said


def joined(governed: str, told: str | None, trigger: Trigger, words: StatusWords) -> str:
    """The status of what a verb governs, by the verb's own tense: what will be agreed is not agreed."""
    if told in ("scheduled", "proposed") and governed in ("agreed", "carried out", "declared", "cancelled"):
        announced = governed == "declared" and told == "scheduled" and trigger.kind.family in words.sets["announced"]
        return "scheduled" if governed == "carried out" or announced else "proposed"
    if governed == "under way":
        if told == "scheduled":
            return "scheduled"
        if told == "proposed":
            return "proposed"
        if told == "happened" and trigger.kind.held:
            return "happened"
    return governed
