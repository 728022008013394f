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

LINKS = 8
"""Conjuncts of one noun or verb that are told apart."""


GROUPS = frozenset(
    {"crew", "staff", "team", "crowd", "audience", "population", "membership", "workforce", "garrison", "congregation"}
    | {"class", "cast", "squad", "convoy", "fleet", "turnout", "attendance", "toll", "following", "delegation", "jury"}
)
"""Nouns that a bare number may size: "a crew of 17", "put the crowd at 400"."""

PRONOUNS = frozenset({"them", "whom", "which", "those", "these"})

_LOOSE = frozenset({"npadvmod", "dobj", "attr", "dep", "advmod"})
"""How a number hangs on its verb where "to" hangs on the number."""

_NUMBERS = frozenset({"number", "figure", "total", "count", "tally"})

COUNTING = frozenset({"count", "put", "estimate", "reckon", "tally"})
"""Verbs whose subject counts and is not counted: "police put the number at 600"."""


def few(tokens: Iterable[Token]) -> Iterator[Token]:
    """The first of many tokens, so that no text can make a look around cost more than a little."""
    return islice(iter(tokens), _MOST)


def tied_on(noun: Token) -> Token:
    """The noun that a hyphen ties to what the parse took for one: "co" of "co-defendants", "e" of "e-mails"."""
    doc = noun.doc
    while noun.i + 2 < len(doc) and not noun.whitespace_:
        mark, behind = doc[noun.i + 1], doc[noun.i + 2]
        if mark.text not in ("-", "‑") or mark.whitespace_ or behind.tag_ not in ("NNS", "NN"):
            break
        noun = behind
    return noun


def conjoined(token: Token) -> list[Token]:
    """The conjuncts behind a token: "a man, his wife and two sons"."""
    out: list[Token] = []
    at: Token | None = token
    while len(out) < LINKS and at is not None:
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
        if at.dep_ == "relcl" and root.dep_ in SUBJECTS and _tells_where(at):
            return None
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
    if verb is not None and (_is_led_by(root, ("to", "at", "from", "by")) or _is_risen_to(root)):
        subject = subject_of(verb)
        return _numbered(subject) if subject is not None else None
    if root.dep_ in ("pobj", "attr", "oprd", "acomp"):
        subject = subject_of(verb) if verb is not None else None
        if (
            subject is not None
            and subject.i != root.i
            and (subject.lower_ in ("toll", "number", "total", "count", "tally") or root.head.lower_ == "at")
        ):
            return _numbered(subject)
    if root.dep_ in ("conj", "nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "dep", "appos"):
        return _counted_before(root, across=False)
    return None


def _tells_where(verb: Token) -> bool:
    """Whether a relative clause is of where or when: "the clash *in which* nine were killed" counts no clash."""
    for word in few(verb.lefts):
        if word.lower_ in ("where", "when"):
            return True
        if word.lower_ in ("in", "at", "during") and any(c.lower_ == "which" for c in few(word.rights)):
            return True
    return False


def _is_led_by(root: Token, prepositions: tuple[str, ...]) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in prepositions


def _is_risen_to(root: Token) -> bool:
    """Whether "to" leads to the number though the parse took it for a part of that: "the toll has gone up *to* 12"."""
    before = root.nbor(-1) if root.i else None
    return before is not None and before.lower_ == "to" and before.head.i == root.i and root.dep_ in _LOOSE


def _numbered(noun: Token) -> Token:
    """What "the number of dead" numbers; the noun itself where it is no such word or does not say."""
    if noun.lower_ not in _NUMBERS:
        return noun
    of = next((c for c in few(noun.rights) if c.lower_ == "of"), None)
    return next((c for c in few(of.rights) if c.dep_ == "pobj"), noun) if of is not None else noun


def _sized(root: Token, verb: Token | None) -> Token | None:
    """The group that a bare number sizes, or what is numbered: "a crew of 17", "put the number of dead at 40"."""
    if root.dep_ != "pobj":
        return None
    if root.head.lower_ == "of" and root.head.head.lower_ in GROUPS:
        return root.head.head
    if root.head.lower_ not in ("at", "as") or verb is None or verb.lemma_ not in COUNTING:
        return None
    told = next((c for c in few(verb.children) if c.dep_ in ("dobj", "nsubjpass") and c.i < root.i), None)
    if told is not None and told.lower_ in _NUMBERS:
        return _numbered(told) if _numbered(told).i != told.i else None
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
            return tied_on(token.head)
    return None
