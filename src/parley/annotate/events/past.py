"""What a verb's tense and place say: told in the simple past, in the main clause, by the party itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children, own_subject
from parley.annotate.events.lexicon import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_simple_past(verb: Token) -> bool:
    """Whether the verb tells in the simple past: neither perfect nor modal."""
    at = verb
    helpers = {c.lower_ for c in children(at, "aux", "auxpass")}
    if not helpers and at.dep_ == "conj" and at.tag_ == "VBN":
        helpers = {c.lower_ for c in children(at.head, "aux", "auxpass")}
    if helpers & {"have", "has", "had", "having", "to"} or any(c.tag_ == "MD" for c in children(at, "aux")):
        return False
    return at.tag_ == "VBD" or bool(helpers & {"was", "were", "got", "did"})


def is_in_course(verb: Token) -> bool:
    """Whether a main clause tells in the past progressive what had not ended ("were still searching")."""
    helpers = {c.lower_ for c in children(verb, "aux", "auxpass")}
    progressive = verb.tag_ == "VBG" or (verb.tag_ == "VBN" and "being" in helpers)
    if not progressive or not helpers & {"was", "were"} or not leads(verb):
        return False
    return not any(c.lower_ in ("when", "until", "before") for at in verb.rights for c in at.lefts)


def main_of(verb: Token) -> Token:
    """The verb whose subject the clause has: of conjuncts, the first that has one of its own."""
    at = verb
    for _ in range(3):
        if own_subject(at) is not None or at.dep_ != "conj" or at.head.pos_ not in ("VERB", "AUX"):
            break
        at = at.head
    return at


def leads(verb: Token) -> bool:
    """Whether the clause is the sentence's main one, or what somebody is said to have said."""
    at = main_of(verb)
    if at.dep_ == "conj" and at.head.pos_ in ("VERB", "AUX"):
        at = at.head
    if at.dep_ == "ccomp" and at.head.dep_ == "ROOT" and at.head.lemma_ in status_words().sets["speech"]:
        return not any(c.dep_ == "aux" for c in at.head.children)
    return at.dep_ == "ROOT"


def is_unsettled(verb: Token, words: frozenset[str]) -> bool:
    """Whether an adverbial of the clause says that it was then, before or more than once."""
    for at in dict.fromkeys((verb, main_of(verb))):
        for child in at.children:
            if child.lower_ in words:
                return True
            if child.dep_ in ("prep", "advmod", "npadvmod", "advcl") and any(c.lower_ in words for c in child.children):
                return True
    return False


def is_announced(verb: Token) -> bool:
    """Whether a party tells of its own deed as done ("the army announced that it had freed them")."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in status_words().sets["announcing"] or verb.tag_ != "VBN":
        return False
    subject, herald = own_subject(verb), own_subject(verb.head)
    if subject is None or herald is None or not is_simple_past(verb.head):
        return False
    perfect = any(c.lower_ in ("has", "had", "have") for c in children(verb, "aux"))
    return perfect and (subject.lower_ in ("it", "they", "he", "she") or subject.lemma_ == herald.lemma_)
