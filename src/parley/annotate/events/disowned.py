"""What is told only to be denied: "denied that it had …", "dismissed reports that …", "rejected claims of …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.lexicon import status_words

if TYPE_CHECKING:
    from spacy.tokens import Token

DEPTH = 8
LINKS = frozenset(["ccomp", "xcomp", "pcomp", "acl", "conj", "prep"])
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
        elif label not in LINKS:
            return None
        if label == "ccomp" and any(c.dep_ == "mark" and c.lower_ in words.marks for c in node.lefts):
            return None
        if lemma in words.claims and head.pos_ == "NOUN":
            claimed = True
        denies = lemma in words.denying or (claimed and lemma in words.spurning)
        if denies and label in ("ccomp", "xcomp", "pcomp", "acl", "dobj", "nsubjpass", "prep"):
            # "denied an attack" is a denial; "denied talks to the rebels" would want more than a parse.
            return head
        if label in ("pobj", "prep") and not claimed and head.pos_ not in ("ADP", "NOUN"):
            return None
        node = head
    return None
