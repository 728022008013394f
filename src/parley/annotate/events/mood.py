"""What tense, modality and negation of a verb say of the event that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.lexicon import StatusWords

if TYPE_CHECKING:
    from spacy.tokens import Token


def mood(verb: Token, words: StatusWords) -> str | None:
    """What tense, modality and negation say: "" nothing, None that there is no event, else a status."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marks & words.marks:
        return None
    ahead = marks & words.sets["unreached"] or any(
        c.lower_ in words.sets["unreached"] for c in children(verb, "advmod")
    )
    if ahead and verb.tag_ in ("VB", "VBP", "VBZ"):
        return None
    aux = [c.lower_ for c in children(verb, "aux", "auxpass")]
    if verb.dep_ == "conj" and not aux and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VB", "VBN"):
        aux = [c.lower_ for c in children(verb.head, "aux", "auxpass")]
    if negated or _is_asked(verb):
        return None
    if "to" in aux and verb.dep_ == "xcomp":
        return _due(verb, aux, words)
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and _is_to_do(verb):
        return "proposed" if {"was", "were"} & set(aux) else "scheduled"
    if "be" in aux and verb.dep_ == "ccomp" and not any(c.tag_ in ("MD", "TO") for c in children(verb, "aux")):
        return "proposed"  # the mandative subjunctive: "asked that talks be held"
    if "will" in aux or "shall" in aux or "’ll" in aux or "'ll" in aux:
        return "scheduled"
    if "would" in aux or "’d" in aux:
        if "have" in aux or any(c.dep_ == "advcl" and mark(c) in words.marks for c in verb.children):
            return None
        reported = verb.dep_ in ("ccomp", "conj", "advcl", "relcl") and _speech_above(verb, words)
        return "scheduled" if reported else "proposed"
    if not words.modals.isdisjoint(aux):
        return None if "have" in aux else "proposed"
    if "to" in aux and "be" in aux:
        return ""  # "is to be held": what governs the infinitive says how it stands
    if verb.tag_ in ("VBD", "VBN") or "have" in aux or "has" in aux or "had" in aux:
        return "happened" if verb.tag_ != "VBG" else "under way"
    if verb.tag_ == "VBG" and any(a in ("is", "are", "am", "’s", "'s", "’re", "'re") for a in aux):
        return "under way"
    return ""


def _due(verb: Token, aux: list[str], words: StatusWords) -> str | None:
    """What an infinitive under another word says: "is to be questioned" is ahead, "was to have opened" is not."""
    if "have" in aux:
        return None if verb.head.lemma_ == "be" else "happened"
    if verb.head.lemma_ != "be" or children(verb.head, "attr", "acomp"):
        return ""
    if any(c.dep_ == "neg" for c in verb.head.children):
        return None
    subject = next(iter(children(verb.head, "nsubj")), None)
    if subject is None or subject.lemma_.lower() in words.carrier | words.sets["aims"]:
        return ""  # "the plan is to free them"
    return "scheduled"


def _is_to_do(verb: Token) -> bool:
    return any(any(a.lower_ == "to" and a.dep_ == "aux" for a in c.lefts) for c in children(verb, "xcomp"))


def _is_asked(verb: Token) -> bool:
    """Whether the verb stands in a question that is open ("Did the ship sink?"), not in one that takes it as known."""
    if verb.dep_ not in ("ROOT", "conj") or not any(t.text == "?" for t in verb.sent[-3:]):
        return False
    opening = verb if verb.dep_ == "ROOT" else verb.head
    first = next((c for c in opening.lefts if not c.is_punct and c.dep_ not in ("cc", "intj", "advmod")), None)
    return first is not None and first.dep_ in ("aux", "auxpass")


def mark(verb: Token) -> str:
    """The conjunction that opens the verb's clause; "" for none."""
    return next((c.lower_ for c in verb.children if c.dep_ == "mark"), "")


def _speech_above(verb: Token, words: StatusWords) -> bool:
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_ in words.sets["speech"] and at.tag_ in ("VBD", "VBN", "VBG"):
            return True
    return False
