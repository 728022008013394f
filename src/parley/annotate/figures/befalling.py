"""Whom a verb befalls, whether it kills, and whether it came to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.figures.casualty_words import Words
from parley.annotate.figures.clauses import few, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE = frozenset({"was", "were", "been", "is", "are", "being", "got"})
_REACH = 300
"""Code points before and behind a casualty clause in which its sentence is sought."""


def victim_of(verb: Token) -> Token | None:
    """Whom the verb befalls: the passive subject, the object, the noun that a participle qualifies."""
    for child in few(verb.children):
        if child.dep_ == "dobj" and child.i > verb.i:
            return child
        if child.dep_ == "nsubjpass":
            return child
    if verb.tag_ in ("VBN", "VBD"):
        if (
            verb.dep_ in ("acl", "relcl")
            and verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
            and verb.head.i < verb.i
        ):
            return verb.head
        if (
            verb.dep_ == "conj"
            and verb.head.pos_ in ("VERB", "AUX")
            and not any(c.dep_ == "nsubj" for c in few(verb.children))
        ):
            return victim_of(verb.head)
        if verb.dep_ == "amod" and verb.head.i > verb.i:
            return verb.head
        passive = any(c.dep_ == "auxpass" or c.lower_ in _PASSIVE for c in few(verb.lefts))
        if passive or not any(c.dep_ in ("dobj", "ccomp") for c in few(verb.children)):
            subject = next((c for c in few(verb.lefts) if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None and (passive or not _reads_active(verb)):
                return subject
            if passive and verb.dep_ in ("conj", "ccomp", "advcl"):
                return subject_of(verb)
    return None


def _reads_active(verb: Token) -> bool:
    """Whether a past tense with a subject is more likely active: anything but a headline's bare participle."""
    return not (
        verb.tag_ in ("VBN", "VBD")
        and any(
            c.dep_ in ("prep", "agent") and c.lower_ in ("in", "by", "at", "after", "during", "near", "on", "outside")
            for c in few(verb.rights)
        )
    )


def is_fatal(words: Words, verb: Token) -> bool:
    """Shot *dead*, *fatally* stabbed, beaten *to death*, shot and *killed*."""
    for child in few(verb.children):
        if child.lower_ in words.manners or child.lower_ == "dead":
            return True
        if child.lower_ == "to" and any(g.lower_ == "death" for g in few(child.children)):
            return True
        if child.dep_ == "conj" and words.verbs.get(child.lemma_.lower()) == "killed":
            return True
    after = verb.doc[verb.i + 1 : verb.i + 4].text.lower()
    return after.startswith(("dead", "to death", "fatally", "and killed"))


def is_unreal(words: Words, trigger: Token) -> bool:
    """Whether the clause is negated, supposed, attempted or feared."""
    marks = {c.lower_ for c in few(trigger.children) if c.dep_ in ("aux", "neg", "mark", "advmod", "amod", "compound")}
    if trigger.dep_ in ("xcomp", "acl") and any(c.lower_ == "to" for c in few(trigger.lefts)):
        marks.add("attempt")
    if (
        trigger.tag_ == "VB"
        and trigger.pos_ == "VERB"
        and not any(c.lower_ in ("did", "do", "does") for c in few(trigger.lefts))
    ):
        return True
    if trigger.i and trigger.nbor(-1).lower_ in words.unreal:
        marks.add(trigger.nbor(-1).lower_)
    return bool(marks & words.unreal)


def is_elsewhere(words: Words, text: str, trigger: Token) -> bool:
    """Whether the sentence speaks of other times and places: statistics, earlier cases."""
    at = trigger.idx
    before, behind = text[max(0, at - _REACH) : at], text[at : at + _REACH]
    sentence = (before.rpartition(". ")[2] + behind.partition(". ")[0]).lower()
    return any(sign in sentence for sign in words.elsewhere)
