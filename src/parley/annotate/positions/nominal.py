"""Whose offer, demand or refusal it is, where a noun tells the stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.grammar import subject
from parley.annotate.positions.words import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT = lemmas(
    "make issue present put renew repeat reiterate echo voice express raise give deliver extend submit table float "
    "announce lodge send maintain confirm convey set restate outline post level state show signal drop launch"
)

INWARD = lemmas("readiness willingness openness commitment support backing")
"""What is "from" somebody is here what others want of him."""


def owner(noun: Token) -> Token | None:
    """The possessor, a nationality before the noun, "by" or "from" somebody, or the subject of a verb like make."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("its", "his", "her", "their", "our", "my"):
            return child
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            return child
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        by = ("by",) if noun.lemma_.lower() in INWARD else ("by", "from")
        if child.dep_ in ("prep", "agent") and child.lower_ in by:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    verb = noun.head
    if noun.dep_ == "conj":
        for _ in range(4):
            if verb.pos_ == "VERB":
                break
            verb = verb.head
    if verb.pos_ == "VERB" and noun.dep_ in ("dobj", "conj") and verb.lemma_.lower() in LIGHT:
        return subject(verb)
    return None
