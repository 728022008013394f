"""What is told only to be denied: "denied that it had …", "dismissed reports that …", "rejected claims of …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.lexicon import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

DEPTH = 8
LINKS = frozenset(["ccomp", "xcomp", "pcomp", "acl", "conj", "prep"])
NOMINAL = frozenset(["pobj", "dobj", "nsubj", "nsubjpass"])
KNOWN = frozenset(["the", "this", "that", "these", "those"])


def disowned(token: Token) -> Token | None:
    """The verb or noun that denies what the trigger tells, or None.

    Followed upwards are only the links by which the event itself is the content of the denial; what a relative clause
    or an adjunct tells beside it ("denied that it knew of the crash that killed four") is taken for granted, and so
    is an event noun with a definite article ("denied carrying out the attack").
    """
    words = status_words()
    node = token
    claimed = False
    for _ in range(DEPTH):
        head, label = node.head, node.dep_
        if head.i == node.i:
            return None
        lemma = head.lemma_.lower()
        charged = label == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in words.claims
        if label in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
            taken = any(c.lower_ in KNOWN for c in node.lefts if c.dep_ == "det")
            if taken and not claimed and not charged:
                return None
        elif label not in LINKS and not _is_content(node):
            return None
        if label == "ccomp" and any(c.dep_ == "mark" and c.lower_ in words.marks for c in node.lefts):
            return None
        if lemma in words.claims and (head.pos_ == "NOUN" or head.dep_ in NOMINAL):
            claimed = True
        if (untrue := _untrue(node, head, claimed)) is not None:
            return untrue
        denies = lemma in words.denying or (claimed and lemma in words.spurning)
        if denies and (label in ("ccomp", "xcomp", "pcomp", "acl", "dobj", "nsubjpass", "prep") or _is_content(node)):
            # "denied an attack" is a denial; "denied talks to the rebels" would want more than a parse.
            return head
        if label in ("pobj", "prep") and not claimed and head.pos_ not in ("ADP", "NOUN"):
            return None
        node = head
    return None


def _is_content(clause: Token) -> bool:
    """Whether a clause that the parse takes for a relative one is what a claim says ("reports that they fled")."""
    return clause.dep_ == "relcl" and any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts)


def _untrue(node: Token, head: Token, claimed: bool) -> Token | None:
    """The verb by which a claim is said to be false ("is false", "called it nonsense"), or a fact to be none."""
    false = status_words().sets["false"]
    if head.lemma_ == "be":
        told = [c for c in head.children if c.dep_ in ("acomp", "attr")]
        negated = any(c.dep_ == "neg" for c in head.children)
        is_false = any(c.lower_ in false or c.lemma_.lower() in false for c in told) and not negated
        is_not_true = any(c.lower_ == "true" for c in told) and negated
        clause = node.dep_ in ("ccomp", "csubj") and any(c.lower_ == "it" for c in head.lefts)
        stated = (claimed and node.dep_ == "nsubj") or clause
        return head if stated and (is_false or is_not_true) else None
    if claimed and head.lemma_ in ("call", "brand", "label", "deem", "term", "consider", "declare"):
        said = [c for c in head.subtree if c.dep_ in ("oprd", "attr", "acomp") and c.head.i == head.i]
        return head if any(c.lemma_.lower() in false for c in said) else None
    return None
