"""Up the parse from an event's trigger: which governor says how the event stands, and which clause tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.lexicon import StatusWords
from parley.annotate.events.mood import mark, mood
from parley.annotate.events.triggers import Trigger
from parley.annotate.events.weighing import joined, merge, uplift

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[str | None, "Token"]
"""What the language says ("" for nothing, None for no event), and the word that carries it."""
HIGHEST = 6
ALONGSIDE = ("conj", "appos", "compound", "nmod", "amod", "poss")
COMPLEMENTS = ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "xcomp", "ccomp", "acl", "relcl", "dative")


@dataclass(slots=True)
class Climb:
    """The way up so far: the word reached, what was said below it, and the word whose clause tells the event.

    `direct` is true as long as no preposition was passed; `governed` is what the governor at hand makes of the event;
    `means` is true where the event is that by which something else is done.
    """

    node: Token
    carrier: Token
    said: str
    direct: bool = True
    governed: str | None = None
    means: bool = False


def ascend(token: Token, carrier: Token, said: str, trigger: Trigger, words: StatusWords) -> Found:
    """Follow the governors of an infinitive or a noun until one of them, or a finite verb, says how it stands."""
    climb = Climb(token, carrier, said)
    for _ in range(HIGHEST):
        head, label = climb.node.head, climb.node.dep_
        if head is climb.node:
            return climb.said, climb.carrier
        climb.governed = None
        if label in ALONGSIDE:
            found = _beside(climb, label, words)
            if found is not None:
                return found
            continue
        if label == "advcl":
            return (None if mark(climb.node) in words.marks else climb.said), climb.carrier
        if label in ("pobj", "pcomp"):
            head = head.head
            found = _after_preposition(climb, words)
        elif label in COMPLEMENTS:
            found = _complement(climb, label, trigger, words)
        else:
            return climb.said, climb.carrier
        if found is None:
            found = _weigh(climb, head, label, trigger, words)
        if found is not None:
            return found
    return climb.said, climb.carrier


def _beside(climb: Climb, label: str, words: StatusWords) -> Found | None:
    """One step up from a conjunct, an apposition or a modifier; the result where the way ends here."""
    node, head = climb.node, climb.node.head
    if label == "conj" and node.pos_ == "VERB" and any(c.dep_ in ("nsubj", "aux") for c in node.children):
        return climb.said, climb.carrier
    lemma = head.lemma_.lower()
    if label in ("compound", "conj") and lemma in words.carrier:
        climb.carrier = head
    governed = words.governor.get(lemma) if label in ("compound", "nmod", "poss") else None
    if governed == "none":
        return None, climb.carrier
    if governed:
        climb.said, climb.carrier = merge(governed, climb.said), head
    climb.node = head
    return None


def _after_preposition(climb: Climb, words: StatusWords) -> Found | None:
    """What governs a preposition's object ("call for talks"); the result where the way ends here."""
    node, preposition = climb.node, climb.node.head
    head = preposition.head
    idiom = _idiom(node, preposition, head, words)
    means = node.dep_ == "pcomp" and preposition.lower_ in ("by", "through") and head.pos_ == "VERB"
    if means:
        climb.means = True
        return None  # "would press them by imposing sanctions": the means stand as what they serve
    if head is preposition or (preposition.lower_ in words.sets["adjuncts"] and not idiom):
        return climb.said, climb.carrier
    if idiom:
        told = mood(head, words)
        return (None if told is None else merge(told, climb.said)), head
    if head.lower_ == "according":
        return climb.said, climb.carrier  # "according to the indictment" says who tells it, and agrees to nothing
    lemma = head.lemma_.lower()
    governed = words.adjective.get(lemma) if head.pos_ == "ADJ" else words.governor.get(f"{lemma} {preposition.lower_}")
    if head.pos_ in ("VERB", "AUX", "ADJ"):
        if governed is None and preposition.lower_ in ("to", "on", "for", "of") and not _filled(head):
            governed = words.governor.get(lemma)
        if governed is None:
            return climb.said, climb.carrier
    else:
        governed = governed or words.governor.get(lemma)
        if lemma in words.carrier and (lemma not in words.sets["parts"] or _numbered(head, words)):
            climb.carrier = head
    # "The latest round of talks opened on Monday": the verb tells the talks themselves.
    climb.direct = climb.direct and governed is None and climb.carrier.i == head.i
    climb.governed = governed
    return None


def _complement(climb: Climb, label: str, trigger: Trigger, words: StatusWords) -> Found | None:
    """What governs a subject, an object or a clause; the result where the way ends here."""
    node, head = climb.node, climb.node.head
    lemma = head.lemma_.lower()
    if label == "relcl":
        return climb.said, climb.carrier
    if head.pos_ == "ADJ":
        governed = words.adjective.get(lemma)
    else:
        governed = words.governor.get(phrase(head)) or words.governor.get(lemma)
    if label == "dobj" and trigger.kind.held and head.lemma_ in words.sets["addressing"]:
        governed, climb.carrier = None, head  # "told a meeting of bankers": who listens sits there
    if label == "xcomp" and head.lemma_ == "have":
        governed = "proposed"  # "we have to talk"
    if label == "xcomp" and head.lemma_ == "be" and climb.node.tag_ in ("VB", "VBN"):
        negated = any(c.dep_ == "neg" for c in head.children)
        return (None if negated else "scheduled"), climb.carrier  # "is to be questioned", "was to reopen"
    if label == "attr" and any(c.lemma_.lower() in words.sets["aims"] for c in children(head, "nsubj")):
        governed = "proposed"  # "the only way out is a meeting of the two"
    if label == "nsubj" and head.lemma_ == "be":
        likely = next((c.lemma_.lower() for c in children(head, "acomp")), "")
        if likely in words.sets["possible"]:
            chance = words.adjective.get(likely, "proposed")
            return (None if chance == "none" else chance), head
        ahead = _ahead(head, words)
        if ahead is not None:
            return ahead
    slips = lemma in words.sets["slipping"] and not children(head, "dobj")
    if label == "nsubj" and governed not in ("lapsed", "under way", "scheduled") and not slips:
        governed = None
    if label == "ccomp" and governed in ("scheduled", "declared", "under way"):
        governed = None
    if governed is None and label == "ccomp":
        return climb.said, climb.carrier
    if label == "acl" and governed is None:
        governed = "proposed" if node.tag_ == "VB" else None
    if head.pos_ == "NOUN" and lemma in words.carrier:
        climb.carrier = head
    climb.governed = governed
    return None


def _weigh(climb: Climb, head: Token, label: str, trigger: Trigger, words: StatusWords) -> Found | None:
    """One step up to the governor `head`: what it makes of the event; the result where the way ends here."""
    governed, said = climb.governed, climb.said
    if governed == "none" or (climb.means and governed == "proposed" and head.pos_ == "ADJ"):
        return None, climb.carrier  # (one who is willing to act by some means has not put the means forward)
    if head.pos_ not in ("VERB", "AUX", "ADJ"):
        if governed:
            climb.said, climb.carrier = merge(governed, said), head
            if governed in ("agreed", "proposed") and label in ("acl", "pcomp"):
                return uplift(head, climb.said, words), climb.carrier
        climb.node = head
        return None
    verb = head if head.pos_ != "ADJ" else head.head
    told = mood(verb, words) if verb.pos_ in ("VERB", "AUX") else ""
    if told is None and governed not in ("proposed", "denied"):
        return None, climb.carrier
    if governed:
        if governed == "proposed" and said in ("agreed", "carried out", "declared"):
            return said, climb.carrier
        if governed == "declared" and said == "scheduled":
            return said, climb.carrier  # "announced a walkout that starts on Monday"
        return joined(governed, told, trigger, words), verb
    as_subject = label in ("nsubj", "nsubjpass") and head.lemma_.lower() in words.subject
    if climb.direct and (as_subject or head.lemma_.lower() in words.light):
        climb.carrier = head
    if label == "dobj" and head.lemma_.lower() in words.attitudes:
        return said, climb.carrier  # "confirmed the call" says that somebody spoke, not that it was held
    unplanned = trigger.kind.family in words.sets["unplanned"]
    if told == "scheduled" and label == "dobj" and unplanned and _is_known(climb.node):
        return said, climb.carrier  # "will look into the clash": it is not the clash that is ahead
    if told:
        return merge(told, said), climb.carrier
    climb.node = head
    return None


def _ahead(be: Token, words: StatusWords) -> Found | None:
    """What "are due to resume", "are set to open", "are to begin" say, and the infinitive that carries it."""
    for adjective in children(be, "acomp"):
        governed = words.adjective.get(adjective.lemma_.lower())
        deed = next(iter(children(adjective, "xcomp")), None)
        if governed is not None and deed is not None:
            return (None if governed == "none" or any(c.dep_ == "neg" for c in be.children) else governed), deed
    deed = next((c for c in children(be, "xcomp") if any(a.tag_ == "TO" for a in c.lefts)), None)
    if deed is None or children(be, "attr", "acomp"):
        return None
    return (None if any(c.dep_ == "neg" for c in be.children) else "scheduled"), deed


def _idiom(noun: Token, preposition: Token, verb: Token, words: StatusWords) -> bool:
    """Whether verb and bare noun are one expression: "go on strike", "stand trial", "come under attack"."""
    bare = not any(c.dep_ in ("det", "poss") for c in noun.lefts)
    return bare and preposition.lower_ in ("on", "under", "in") and verb.lemma_ in words.sets["idioms"]


def _is_known(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in noun.lefts)


def _numbered(part: Token, words: StatusWords) -> bool:
    """Whether a part of an event is one in a row ("the second day of talks"), and so tells the event itself."""
    return any(c.lower_ in words.sets["ordinals"] for c in part.lefts)


def _filled(verb: Token) -> bool:
    """Whether the verb has an object already, so that a preposition after it leads elsewhere."""
    return any(c.dep_ == "dobj" for c in verb.children)


def phrase(head: Token) -> str:
    """The governor's lemma with its particle ("call off", "rule out")."""
    particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), "")
    return f"{head.lemma_.lower()} {particle}"
