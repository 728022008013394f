"""Who does what to whom in a parse: subjects, objects, negation and mood of a predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from parley.annotate.positions.words import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
DOCUMENTS = lemmas(
    "statement letter post message note speech article interview remark tweet resolution comment email memo address "
    "ruling announcement declaration editorial communique petition memorandum report plan proposal "
    "initiative draft bill motion"
)
SAYING = lemmas(
    "say tell add write state announce declare note insist claim argue stress explain reiterate report believe think "
    "suggest indicate post tweet maintain assert warn remark repeat emphasise emphasize underline acknowledge"
)
UNREAL = frozenset({"if", "whether", "unless", "should", "lest"})
SOFT = frozenset({"may", "might", "could"})
HOPED = lemmas(
    "expect persuade convince hope want likely expected supposed try attempt allow enable help unclear get make bring "
    "lead cause fail wish prefer wait hop seem pray prepare plan intend need"
)
NEGATIVE = frozenset({"fail", "neglect", "unable", "unlikely", "unwilling"})
MAX_CLIMB = 8
MOST_BELOW = 150


@dataclass(frozen=True, slots=True)
class Mood:
    """How a predicate is put: denied, outstanding ("has yet to"), in the future or conditional, merely supposed."""

    negated: bool = False
    pending: bool = False
    future: bool = False
    supposed: bool = False


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, participles after their noun included."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "advcl"):
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    if any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def passive_subject(verb: Token) -> Token | None:
    """What the passive is about: its own subject, that of the verb it is joined to, or the noun it follows."""
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            return _antecedent(child, verb)
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return passive_subject(verb.head) or subject(verb.head)
    if verb.dep_ == "xcomp":
        return subject(verb.head)
    return None


def agent(verb: Token) -> Token | None:
    """Who did it, after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def subject(verb: Token, climbed: int = 0) -> Token | None:
    """Who does it, found over conjunctions, infinitives, participles, relative clauses; None where nobody is told."""
    if climbed > MAX_CLIMB:
        return None
    if is_passive(verb):
        return agent(verb)
    # Of two subjects ("terms Norway rejected") the nearer does it, the other is what it is done to.
    for child in reversed(list(islice(verb.lefts, MOST_BELOW))):
        if child.dep_ in ("nsubj", "csubj") and child.pos_ != "VERB":
            return writer(_antecedent(child, verb))
    for child in verb.rights:
        if child.dep_ == "nsubj" and child.pos_ != "VERB":
            return writer(child)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "relcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    if verb.dep_ in ("acl", "relcl"):
        return _author(head, climbed) if verb.dep_ == "acl" else head
    if verb.dep_ == "pcomp" or head.pos_ == "ADP":
        governor = head.head
        while governor.pos_ == "ADP" and governor.head != governor:
            governor = governor.head
        if (blamed := _blamed(verb, governor)) is not None:
            return blamed
        return subject(governor, climbed + 1) if governor.pos_ in ("VERB", "AUX") else _author(governor, climbed)
    if verb.dep_ in ("acomp", "attr", "oprd") or (verb.pos_ == "ADJ" and head.pos_ in ("VERB", "AUX")):
        return subject(head, climbed + 1)
    if head.pos_ == "ADJ":
        return subject(head, climbed + 1)
    if head.pos_ in ("VERB", "AUX") and verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis", "prep"):
        if verb.dep_ == "xcomp" and (controlled := direct_object(head)) is not None and head.lemma_ != "promise":
            return controlled
        if verb.dep_ == "conj" and is_passive(head):
            return passive_subject(head)
        if verb.dep_ == "advcl" and is_passive(head) and verb.tag_ == "VBG":
            return passive_subject(head)
        return subject(head, climbed + 1)
    return None


def _blamed(verb: Token, governor: Token) -> Token | None:
    """Who does what he is blamed or praised for: "she criticised Peru for refusing", "a swipe at Peru for refusing"."""
    if verb.head.lower_ != "for" or governor.pos_ != "VERB":
        return None
    addressed = [c for c in governor.rights if c.dep_ in ("dobj", "dative")]
    noun = addressed[0] if addressed else governor
    at = [p for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("at", "on", "against") for p in c.children]
    for one in (*at, *addressed):
        if one.pos_ in ("PROPN", "PRON") or one.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
            return one
    return None


def writer(noun: Token) -> Token:
    """Whose a document is ("statements from the ministry"), where a document is what speaks; else the noun itself."""
    if noun.text.isupper() and (dash := next((c for c in noun.rights if c.text in ("—", "–", "--")), None)) is not None:
        # "LIMA, Peru — Dockers demanded": a dateline taken for the subject, who stands after it.
        return next((c for c in noun.rights if c.i > dash.i and c.dep_ == "appos"), noun)
    if noun.lemma_.lower() not in DOCUMENTS:
        return noun
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("from", "by", "of"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return noun


def _author(noun: Token, climbed: int) -> Token | None:
    """Who speaks through a noun: a document's author ("in a letter calling for"), else the noun itself."""
    if noun.lemma_.lower() not in DOCUMENTS:
        return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") else None
    if (holder := writer(noun)) != noun:
        return holder
    governor = noun.head
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    if governor.pos_ in ("VERB", "AUX") and governor != noun:
        return subject(governor, climbed + 1) or noun
    return noun


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    if token.lower_ in RELATIVE and token.tag_ in ("WP", "WDT", "IN", "DT"):
        at = verb
        for _ in range(MAX_CLIMB):
            if at.dep_ == "relcl":
                return at.head
            if at.dep_ not in ("conj", "xcomp", "ccomp"):
                break
            at = at.head
    return token


def direct_object(verb: Token) -> Token | None:
    """What the verb is done to: its object, its passive subject, or the noun that its relative clause hangs on."""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "obj") and child.pos_ != "ADP":
            return _antecedent(child, verb)
    if is_passive(verb):
        return passive_subject(verb)
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ not in RELATIVE for c in verb.children):
        return verb.head
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ not in RELATIVE]
    return subjects[0] if len(subjects) == 2 and subjects[0].pos_ == "NOUN" else None


def joined(token: Token) -> list[Token]:
    """The token and the nouns joined to it by "and", in order."""
    found = [token]
    for _ in range(MAX_CLIMB):
        following = [c for c in found[-1].children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")]
        if not following or any(c.lower_ == "or" for c in found[-1].children if c.dep_ == "cc"):
            break
        found.append(following[0])
    return found


def below(head: Token) -> list[Token]:
    """The head with what hangs on it, in order; of an endless sentence only the beginning."""
    return list(islice(head.subtree, MOST_BELOW))


def following(after: int, inside: Token) -> Iterator[Token]:
    """The tokens of the sentence after index `after`; of an endless sentence only the next ones."""
    doc = inside.doc
    for index in range(after + 1, min(len(doc), after + MOST_BELOW)):
        if doc[index].is_sent_start:
            return
        yield doc[index]


def is_asked(verb: Token) -> bool:
    """Whether what it stands in ends with a question mark."""
    return next((t.text for t in following(verb.i, verb) if t.text in (".", "?", "!")), "") == "?"


def is_infinitive(verb: Token) -> bool:
    """Whether it stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_subjunctive(verb: Token, about: Token) -> bool:
    """ "that Kyiv commit to …": wished of somebody, not done by him."""
    if verb.tag_ not in ("VB", "VBP") or about.tag_ not in ("NN", "NNP") or any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ == "conj" for c in about.children):
        return False
    return any(c.lower_ == "that" and c.i < about.i for c in verb.children) or verb.dep_ in ("ccomp", "pcomp")


def _is_unreal(verb: Token) -> bool:
    """ "Would have signed": it has not."""
    return any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might", "should") for c in verb.lefts)


def mood(predicate: Token) -> Mood:
    """How the predicate is put, with the verbs that it hangs on as an infinitive."""
    negated = pending = future = False
    supposed = predicate.dep_ == "pcomp" and any(
        t.lower_ in ("instead", "rather", "against", "without")
        for t in (predicate.head, predicate.head.head, *predicate.head.children)
    )
    at = predicate
    for step in range(MAX_CLIMB):
        for child in at.children:
            lower = child.lower_
            if (
                child.dep_ == "neg"
                or lower in ("never", "neither", "nor")
                or (lower == "longer" and child.dep_ == "advmod")
            ):
                negated = not negated if step == 0 else True
            elif (
                at.dep_ == "pcomp" and at.head.lower_ in ("of", "than") and at.head.head.lower_ in ("instead", "rather")
            ):
                supposed = True
            elif lower == "yet" and (at.lemma_ in ("have", "be") and at != predicate):
                pending = True
            elif child.dep_ == "aux":
                future = future or lower in ("will", "would", "'ll", "’ll", "wo", "'d", "’d", "shall", "can", "could")
                supposed = supposed or (lower in SOFT and step == 0)
                supposed = supposed or (lower == "have" and step == 0 and _is_unreal(at))
            elif (child.dep_ == "mark" and lower in UNREAL) or (
                step == 0 and child.dep_ in ("nsubj", "nsubjpass") and _is_subjunctive(at, child)
            ):
                supposed = True
            elif child.dep_ == "det" and lower == "no" and child.head == at:
                negated = True
        if at.dep_ == "nsubj" or at.head == at:
            break
        if at.dep_ in ("xcomp", "acomp", "attr", "oprd") or (at.dep_ == "prep" and at.head.pos_ in ("VERB", "AUX")):
            at = at.head
            if at.lemma_ in NEGATIVE:
                negated = True
            elif at.lemma_ in HOPED:
                supposed = True
        elif at.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children):
            # "could accept or reject": the first verb's auxiliaries hold for the second unless it has its own.
            if any(c.dep_ == "aux" for c in at.children) or at.head.pos_ not in ("VERB", "AUX"):
                break
            supposed = supposed or any(c.dep_ == "mark" and c.lower_ in UNREAL for c in at.head.children)
            negated = negated or any(c.dep_ == "cc" and c.lower_ == "nor" for c in at.head.children)
            if any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in at.head.children):
                negated = negated or any(c.dep_ == "neg" for c in at.head.children)
            break
        else:
            if at.dep_ == "ccomp" and at.head.lemma_ in ("deny", "doubt"):
                negated = not negated
            # "I hope that they agree", "it is time they agreed": they have not.
            supposed = supposed or (at.dep_ == "ccomp" and at.head.lemma_ in HOPED) or at.head.lemma_ == "time"
            break
    possible = any(c.dep_ == "aux" and c.lower_ == "can" for c in predicate.children)
    return Mood(negated, pending, future, supposed or (possible and not negated))
