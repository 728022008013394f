"""Who and what hangs on an event's trigger, read from the dependency parse (ClearNLP labels)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
# Whose object is held to have done what follows "for" ("blamed the army for shelling").
BLAMED = frozenset(
    ["blame", "condemn", "criticise", "criticize", "fault", "fine", "jail", "arrest", "punish", "thank", "praise"]
)
RELATIVES = frozenset({"who", "which", "that", "whom"})


def children(token: Token, *labels: str) -> list[Token]:
    """The token's children with one of the labels, in order."""
    return [c for c in token.children if c.dep_ in labels]


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive: it has a passive subject or auxiliary, or is a participle after a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and verb.head.tag_ == "VBN"
        and not any(c.dep_ in ("nsubj", "aux", "dobj") for c in verb.children)
        and passive(verb.head)
    )


def own_subject(verb: Token) -> Token | None:
    """The grammatical subject that stands on the verb itself."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The grammatical subject of a verb, borrowed from the verb or noun that governs it where it has none."""
    own = own_subject(verb)
    if own is not None:
        if own.lower_ in RELATIVES and verb.dep_ == "relcl":
            return verb.head
        return own
    if depth > 3:
        return None
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head if verb.tag_ in ("VBN", "VBG") else _owner(head, depth)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "conj", "pcomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        if verb.dep_ == "xcomp":
            ordered = children(head, "dobj", "dative")
            if ordered:
                return ordered[0]
        return subject(head.head if head.dep_ == "acomp" else head, depth + 1)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if head.lower_ in ("of", "from", "into") or (head.lower_ == "for" and governor.lemma_ in BLAMED):
            ordered = children(governor, "dobj")
            if governor.pos_ == "VERB" and ordered:
                return ordered[0]  # "accused the army of shelling"
        return subject(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else _owner(governor, depth)
    return None


def _owner(noun: Token, depth: int) -> Token | None:
    """Whose a noun is ("the minister's offer to …", "reached an agreement to …")."""
    possessor = next((c for c in noun.children if c.dep_ == "poss"), None)
    if possessor is not None:
        return possessor
    if noun.dep_ in ("dobj", "pobj"):
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        if verb.pos_ in ("VERB", "AUX"):
            return subject(verb, depth + 1)
    return None


def agent(verb: Token) -> Token | None:
    """By whom, in the passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and passive(verb)):
            named = children(child, "pobj")
            if named:
                return named[0]
    return None


def doer(verb: Token) -> Token | None:
    """Who does it."""
    return agent(verb) if passive(verb) else subject(verb)


def undergoer(verb: Token) -> Token | None:
    """To whom it is done."""
    if passive(verb):
        return subject(verb)
    return next((c for c in verb.children if c.dep_ in ("dobj", "obj")), None)


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """(preposition, its noun) pairs that hang on the token, including through a chain ("out of", "in … near")."""
    found: list[tuple[str, Token]] = []
    for prep in token.children:
        if prep.dep_ in ("prep", "dative", "agent") and prep.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            stack = [prep]
            while stack:
                at = stack.pop()
                for child in at.children:
                    if child.dep_ == "pobj":
                        found.append((prep.lower_ if at is prep else at.lower_, child))
                        stack += [
                            c for c in child.children if c.dep_ == "prep" and c.lower_ in ("in", "near", "at", "on")
                        ]
                    elif child.dep_ == "prep":
                        stack.append(child)
    return found


def coordinated(token: Token, limit: int = 12) -> list[Token]:
    """The token and all that it is coordinated with."""
    found = [token]
    at = token
    while len(found) < limit:
        following = next((c for c in at.children if c.dep_ == "conj"), None)
        if following is None:
            break
        found.append(following)
        at = following
    return found


def ahead_of(be: Token) -> Token | None:
    """The verb of what somebody is to do, or is due, set or expected to: "is to be held", "are due to leave"."""
    if be.lemma_ != "be":
        return None
    for child in children(be, "xcomp", "acomp"):
        deed = child if child.dep_ == "xcomp" else next(iter(children(child, "xcomp")), None)
        if deed is not None and any(c.tag_ == "TO" for c in deed.lefts):
            return deed
    return None


def governing_verb(noun: Token) -> Token | None:
    """The verb of which the noun is subject, object, or object of a preposition."""
    at = noun
    while at.dep_ in ("conj", "appos") and at.head.pos_ in ("NOUN", "PROPN"):
        at = at.head
    if at.dep_ not in ("dobj", "nsubj", "nsubjpass", "attr", "pobj", "oprd", "dative"):
        return None
    head = at.head.head if at.dep_ == "pobj" else at.head
    head = (ahead_of(head) or head) if at.dep_ == "nsubj" else head
    return head if head.pos_ in ("VERB", "AUX") else None
