"""What a speaker says must be done, and what a party says it will or will not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.draft import Draft
from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import SAYING, mood, subject
from parley.annotate.positions.parties import FIRST_PERSON, Voices
from parley.model.findings import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

MUST = frozenset({"must", "should", "ought"})
WILL = frozenset({"will", "wo", "would", "’ll", "'ll", "shall"})
IDLE = frozenset({"be", "have", "do", "happen", "become", "seem", "get", "go", "know", "think", "see", "need", "want"})


def obligation(verb: Token, voices: Voices) -> Draft | None:
    """ "X must do this", "X would have to", "more pressure is needed": a demand of whoever says so."""
    wish = _wish(verb)
    if wish is None:
        return None
    clause, about = wish
    source = _speaker(verb, voices)
    if source is None or about is None or about.lower_ in FIRST_PERSON | {"you", "it", "there"}:
        return None
    if mood(verb).supposed:
        return None
    target = about if verb.lemma_ != "need" or clause is not verb else None
    return Draft(verb, source, "demands", "REQUEST", clause if clause is not verb or target else about, target)


def _wish(verb: Token) -> tuple[Token, Token | None] | None:
    """The clause that says what ought to be, and its subject."""
    about = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if about is None:
        return None
    if auxiliaries & MUST and not any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux"):
        return verb, about
    if verb.lemma_ in ("have", "need") and "do" not in auxiliaries:
        inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
        if inner is not None and (verb.lemma_ == "need" or "would" in auxiliaries or "will" in auxiliaries):
            return inner, about
    if verb.lemma_ == "need" and about.dep_ == "nsubjpass":
        return verb, about
    return None


def _speaker(verb: Token, voices: Voices) -> Token | Party | None:
    """Who says it: the speaker of the statement around it, or the subject of the verb of saying that it hangs on."""
    voice = voices.at(verb.idx)
    if voice is not None:
        return Party(voice.speaker and voices.party(voice.speaker), voice.start, voice.end)
    at = verb
    for _ in range(4):
        if at.dep_ == "ccomp" and at.head.lemma_ in SAYING:
            return subject(at.head)
        if at.dep_ not in ("conj", "ccomp"):
            return None
        at = at.head
    return None


def intention(verb: Token) -> Draft | None:
    """ "X will not lift the ban" refuses; "X will release the prisoners" offers, where others gain by it."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    if not any(a in WILL for a in auxiliaries) or "have" in auxiliaries or verb.lemma_ in IDLE:
        return None
    how = mood(verb)
    doer = subject(verb)
    if how.supposed or doer is None or doer.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    if how.negated:
        without = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "without"), None)
        wanted = next((c for c in without.children if c.dep_ == "pobj"), None) if without is not None else None
        if wanted is not None:
            return Draft(verb, doer, "demands", "REQUEST", wanted, None, [verb])
        return Draft(verb, doer, "rejects", "REJECT", verb, None)
    if verb.lemma_ in load().classes["cooperate"] and doer.dep_ == "nsubj":
        return Draft(verb, doer, "offers", "AGREE", verb, None)
    return None
