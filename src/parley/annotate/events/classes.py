"""Whether a noun is of a class that the event lexicon names: its lemmas, and special classes like "@person"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import prepositional
from parley.annotate.events.lexicon import load
from parley.annotate.events.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token


def speaks_to(noun: Token, scene: Scene) -> bool:
    """Whether one may be called up: a person, party or leader, not the press or a crowd."""
    words = {noun.lemma_.lower(), *(c.lemma_.lower() for c in noun.lefts)}
    classes = load().classes
    if words & {w.lower() for w in classes["press"]}:
        return False
    return scene.kind(noun) in ("person", "place", "group") or noun.lemma_.lower() in classes["delegates"]


def belongs(test: frozenset[str] | bool | None, noun: Token, scene: Scene) -> bool:
    """Whether a noun is one of the lemmas or special classes of a test."""
    if not isinstance(test, frozenset):
        return False
    lemma = noun.lemma_.lower()
    if "@any" in test or lemma in test or noun.lower_ in test:
        return True
    if noun.pos_ == "NUM" and "hostage" in test:
        return True  # "the six were let go": people told of before
    specials = [w for w in test if w[0] == "@"]
    if not specials:
        return _counted(test, noun)
    for special in specials:
        if special == "@pronoun" and noun.pos_ == "PRON":
            return True
        if special == "@number" and noun.pos_ == "NUM":
            return True
        if special == "@called" and _called(noun, scene):
            return True
        if special in ("@person", "@leader") and (
            scene.kind(noun) == "person"
            or noun.lower_ in ("he", "she", "him", "her")
            or lemma in load().classes["delegates"]
        ):
            return True
        if special == "@party" and (scene.kind(noun) is not None or noun.lower_ in ("he", "she", "they", "we", "it")):
            return True
        if special == "@placename" and (scene.kind(noun) == "place" or lemma in load().classes["place_word"]):
            return True
        if special == "@name" and noun.pos_ == "PROPN":
            return True
        force = lemma in load().classes["force_word"] or noun.pos_ == "PRON"
        if special == "@force" and (force or scene.kind(noun) is not None):
            return True
        if special == "@target" and lemma in load().classes["target"]:
            return True
        court = noun.pos_ == "PROPN" and "ourt" in noun.text
        if special == "@court" and (court or lemma in load().classes["court_word"]):
            return True
    return _counted(test, noun)


def _called(noun: Token, scene: Scene) -> bool:
    """Whether the noun is a name with an article, as ships have it, and no known place or body ("the Aurora")."""
    if noun.pos_ != "PROPN" or scene.kind(noun) in ("place", "organisation", "group"):
        return False
    return any(c.dep_ == "det" and c.lower_ == "the" for c in noun.lefts)


def _counted(test: frozenset[str], noun: Token) -> bool:
    """Whether what the noun counts or names is in the test ("dozens of prisoners", "the ferry Aurora")."""
    if any(c.dep_ == "compound" and c.lemma_.lower() in test for c in noun.lefts):
        return noun.pos_ == "PROPN" or noun.text[:1].isupper()
    return any(p == "of" and (n.lemma_.lower() in test or n.lower_ in test) for p, n in prepositional(noun))
