"""The clause around a number: its verb, its subject, and the noun that a lone number stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from parley.text.units import table

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

_REACH = 60
"""Tokens back in which the noun of a lone number is sought."""
_MOST = 40
"""Children of one token that are looked at; a sentence of people's making has fewer."""

_LINKS = 8
"""Conjuncts of one noun or verb that are told apart."""


GROUPS = frozenset(
    {"crew", "staff", "team", "crowd", "audience", "population", "membership", "workforce", "garrison", "congregation"}
    | {"class", "cast", "squad", "convoy", "fleet", "turnout", "attendance", "toll", "following", "delegation", "jury"}
)
"""Nouns that a bare number may size: "a crew of 17", "put the crowd at 400"."""

PRONOUNS = frozenset({"them", "whom", "which"})

COUNTING = frozenset({"count", "put", "estimate", "reckon", "tally"})
"""Verbs whose subject counts and is not counted: "police put the number at 600"."""


def few(tokens: Iterable[Token]) -> Iterator[Token]:
    """The first of many tokens, so that no text can make a look around cost more than a little."""
    return islice(iter(tokens), _MOST)


def conjoined(token: Token) -> list[Token]:
    """The conjuncts behind a token: "a man, his wife and two sons"."""
    out: list[Token] = []
    at: Token | None = token
    while len(out) < _LINKS and at is not None:
        at = next((c for c in few(at.rights) if c.dep_ == "conj"), None)
        if at is not None:
            out.append(at)
    return out


def verb_of(token: Token) -> Token | None:
    """The verb of which the token, or the noun phrase or prepositional phrase it heads, is an argument."""
    at = token
    for _ in range(8):
        if at.dep_ in ("relcl", "acl", "advcl", "ROOT", "ccomp") and at.pos_ in ("VERB", "AUX"):
            return at
        if at.head.i == at.i:
            return at if at.pos_ in ("VERB", "AUX") else None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the clause it hangs on (conjuncts, participles)."""
    at = verb
    for _ in range(4):
        for child in few(at.lefts):
            if child.dep_ in SUBJECTS:
                return _antecedent_of_relative(child)
        if at.dep_ in ("relcl", "acl") and at.head.pos_ in NOUNS:
            return at.head
        if at.dep_ in ("conj", "xcomp", "advcl", "pcomp", "aux") or (
            at.dep_ == "ccomp" and not any(c.dep_ in SUBJECTS for c in few(at.children))
        ):
            at = at.head if at.dep_ != "pcomp" else at.head.head
            continue
        break
    return None


def _antecedent_of_relative(subject: Token) -> Token:
    """The noun that "which", "that" or "who" stands for."""
    if subject.lower_ in ("which", "that", "who") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def antecedent_of(root: Token, verb: Token | None) -> Token | None:
    """The noun meant by a number that stands alone: "90 rockets, of which *61* fell short", "45 each"."""
    if (sized := _sized(root, verb)) is not None:
        return sized
    at = root
    for _ in range(6):
        if at.dep_ == "relcl" and at.head.ent_type_ in ("DATE", "TIME"):
            return _counted_before(root, across=False)
        if at.dep_ == "relcl" and at.head.pos_ in NOUNS:
            return None if root.dep_ == "dobj" and any(c.dep_ == "nsubj" for c in few(at.lefts)) else at.head
        if at.head.i == at.i:
            break
        at = at.head
    if root.dep_ == "appos" and root.head.pos_ in NOUNS:
        return root.head
    if verb is not None and verb.lemma_ in COUNTING:
        return _counted_before(root, across=True)
    if root.dep_ == "pobj" and root.head.lower_ in ("to", "at", "from", "by") and verb is not None:
        return subject_of(verb)
    if root.dep_ in ("pobj", "attr", "oprd", "acomp"):
        subject = subject_of(verb) if verb is not None else None
        if (
            subject is not None
            and subject.i != root.i
            and (subject.lower_ in ("toll", "number", "total", "count", "tally") or root.head.lower_ == "at")
        ):
            return subject
    if root.dep_ in ("conj", "nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "dep", "appos"):
        return _counted_before(root, across=False)
    return None


def _sized(root: Token, verb: Token | None) -> Token | None:
    """The group that a bare number sizes, or what is numbered: "a crew of 17", "put the number of dead at 40"."""
    if root.dep_ != "pobj":
        return None
    if root.head.lower_ == "of" and root.head.head.lower_ in GROUPS:
        return root.head.head
    if root.head.lower_ not in ("at", "as") or verb is None or verb.lemma_ not in COUNTING:
        return None
    told = next((c for c in few(verb.rights) if c.dep_ == "dobj" and c.i < root.i), None)
    if told is not None and told.lower_ in ("number", "figure", "total", "count"):
        of = next((c for c in few(told.rights) if c.lower_ == "of"), None)
        return next((c for c in few(of.rights) if c.dep_ == "pobj"), None) if of is not None else None
    return told if told is not None and (told.lower_ in GROUPS or told.tag_ == "NNS") else None


def counted_before(root: Token) -> Token | None:
    """The noun that the last number before this one counts, for "six of *them*"."""
    return _counted_before(root, across=True)


def _counted_before(root: Token, *, across: bool) -> Token | None:
    """The last noun before the number that another number counts, in its sentence or `across` sentences."""
    for token in reversed(root.doc[max(0, root.i - _REACH) : root.i]):
        if token.is_sent_end and not across:
            break
        if (
            token.like_num
            and token.dep_ == "nummod"
            and token.head.tag_ in ("NNS", "NNPS", "NN")
            and token.head.i < root.i
            and token.head.lower_ not in table().forms
            and token.head.ent_type_ not in ("DATE", "TIME")
        ):
            return token.head
    return None
