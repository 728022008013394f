"""Attributions that a verb makes of its complements: clause, infinitive, object, preposition, predicate.

The frames follow the PolNeAR guidelines (Newell et al. 2018): an attribution is a source, a cue and a content, the
content being what the source says, thinks, wants or feels, as told by the cue. Which verb takes which frame stands in
the lexicon ``cues.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.lexicon import cues
from parley.annotate.statements.sources import host_of, source_of, subject_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
IMPERSONAL = frozenset({"appear", "seem"})
_MISREAD = frozenset({"show", "shows", "claims", "reports", "notes", "tweets"})
"""Verbs that taggers take for nouns."""


def verb_candidates(tokens: Iterable[Token]) -> Iterator[Attribution]:
    """Every frame of every verb, whatever the verb; the lexicon decides which count."""
    for token in tokens:
        verbal = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")
        if verbal or (token.lower_ in _MISREAD and any(c.dep_ == "ccomp" for c in token.children)):
            yield from frames_of(token)


def frames_of(verb: Token) -> Iterator[Attribution]:
    """The frames that the verb's complements make possible, in order of their place."""
    children = list(verb.children)
    objects = [c for c in children if c.dep_ in ("dobj", "obj")]
    passive = any(c.dep_ == "auxpass" for c in children)
    for child in children:
        dep = child.dep_
        if dep == "ccomp":
            inner = [c for c in child.children if c.dep_ in SUBJECTS]
            infinitive = child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.children)
            if infinitive and child.i > verb.i and inner and inner[0].i < child.i:
                yield make("raise", verb, [whole(child)])
                yield make("clause", verb, [whole(child)])
            elif infinitive:
                yield make("inf", verb, [whole(child)])
            elif child.i > verb.i:
                yield make("clause", verb, [whole(child)])
            elif not any(t.text == ";" for t in verb.doc[child.right_edge.i : verb.i]):
                yield make("clause-before", verb, [whole(child)])
        elif dep == "xcomp":
            to = any(c.tag_ == "TO" for c in child.children)
            if objects and objects[0].i < child.i and to:
                yield make("raise", verb, [(objects[0].left_edge.i, child.right_edge.i + 1)])
            elif passive and to:
                yield make("passive-inf", verb, _whole_proposition(verb, child))
            elif to and verb.lemma_ in IMPERSONAL:
                yield _impersonal(verb, child)
            elif to:
                yield make("inf", verb, [whole(child)])
            elif child.tag_ == "VBG":
                yield make("ger", verb, [whole(child)])
                if any(c.dep_ == "ccomp" for c in child.children):
                    yield make("clause", verb, [whole(child)])
            else:
                yield make("pred", verb, [whole(child)])
        elif dep in ("dobj", "obj"):
            yield make("obj", verb, [whole(child)])
            if child.tag_ == "CD":
                yield make("count", verb, [whole(child)])
            for below in child.children:
                if below.dep_ == "prep" and below.i > child.i > verb.i:
                    yield make(f"obj+{below.lower_}", verb, [whole(child)])
            if verb.lemma_ in ("tell", "warn", "remind", "assure", "inform"):
                yield from _misread_clause(verb, child)
        elif dep == "oprd":
            start = objects[0].left_edge.i if objects and objects[0].i < child.i else child.left_edge.i
            yield make("pred", verb, [(start, child.right_edge.i + 1)])
        elif dep == "prep" and child.i > verb.i:
            yield from _clause_of_phrase(verb, child)
            yield from _counted(verb, child, objects)
            yield from prepositional(verb, child, objects, passive)
        elif dep == "nsubjpass" and passive:
            yield make("passive", verb, [whole(child)])
        elif dep == "acomp":
            yield from adjectival(verb, child)


def _counted(verb: Token, prep: Token, objects: list[Token]) -> Iterator[Attribution]:
    """ "Police put the crowd at 400", "the crowd was estimated at 400 by police": a number that someone gives."""
    number = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.lower_ != "at" or number is None or not (number.tag_ == "CD" or any(c.tag_ == "CD" for c in number.lefts)):
        return
    end = prep.right_edge.i + 1
    if objects and verb.i < objects[0].i < prep.i:
        yield make("count", verb, [(objects[0].left_edge.i, end)])
    elif any(c.dep_ == "auxpass" for c in verb.children) and (subject := subject_of(verb)) is not None:
        yield make("count", verb, [whole(subject), (prep.i, end)])


def _whole_proposition(verb: Token, task: Token) -> list[Range]:
    """ "The judge is expected to rule": what is expected holds its subject."""
    subject = subject_of(verb)
    return [whole(task)] if subject is None or subject.i > verb.i else [whole(subject), whole(task)]


def _impersonal(verb: Token, task: Token) -> Attribution:
    """ "They appear to agree": so it looks to whoever writes; the one who appears is no source."""
    found = make("inf", verb, _whole_proposition(verb, task))
    found.source = found.subject = None
    return found


def _misread_clause(verb: Token, item: Token) -> Iterator[Attribution]:
    """ "told a meeting of the guild that …": what parsers take for a relative clause of the one told."""
    start, end = whole(item)
    for token in item.doc[start:end]:
        if token.dep_ == "relcl" and token.i > item.i and token.left_edge.lower_ == "that":
            yield make("clause", verb, [whole(token)])
            return


def _clause_of_phrase(verb: Token, prep: Token) -> Iterator[Attribution]:
    """ "said for the first time that he …": the verb's clause where a parser hangs it on the phrase between."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if noun is None or any(c.dep_ == "ccomp" for c in verb.children):
        return
    for child in noun.children:
        subjects = [c for c in child.children if c.dep_ in SUBJECTS and c.lower_ != "that"]
        if child.dep_ in ("relcl", "acl") and child.left_edge.lower_ == "that" and subjects:
            yield make("clause", verb, [whole(child)])


def adjectival(verb: Token, adjective: Token) -> Iterator[Attribution]:
    """ "is confident that …", "was upbeat about …", "is willing to …": the adjective is the cue's word."""
    for child in adjective.children:
        if child.dep_ == "ccomp" and child.i > adjective.i:
            yield make("adj:clause", adjective, [whole(child)], verb)
        elif child.dep_ == "xcomp" and child.i > adjective.i:
            yield make("adj:inf", adjective, [whole(child)], verb)
        elif child.dep_ == "prep" and child.i > adjective.i:
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield make(f"adj:{child.lower_}", adjective, [whole(inner)], verb)


def prepositional(verb: Token, prep: Token, objects: list[Token], passive: bool) -> Iterator[Attribution]:
    inner = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        inner = next((c for c in prep.children if c.dep_ == "prep" or (c.i > prep.i and not c.is_punct)), None)
        if inner is None:
            return
    name = prep.lower_
    before = next((o for o in objects if o.i < prep.i), None)
    if before is not None:
        yield make(f"obj+{name}", verb, [(before.left_edge.i, prep.right_edge.i + 1)])
    elif passive:
        subject = subject_of(verb)
        ranges = [whole(prep)] if subject is None or subject.i > verb.i else [whole(subject), whole(prep)]
        yield make(f"passive+{name}", verb, ranges)
    else:
        yield make(name, verb, [whole(inner)])
        task = next(
            (c for c in verb.children if c.i > inner.i and c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"), None
        )
        if task is not None and task.left_edge.i == inner.right_edge.i + 1:
            yield make(f"{name}+inf", verb, [(inner.left_edge.i, task.right_edge.i + 1)])


def make(frame: str, cue: Token, content: list[Range], verb: Token | None = None) -> Attribution:
    lemma = cue.lemma_.lower()
    if not (cues().allows(frame, lemma) or (frame == "obj" and cues().allows("obj quoted", lemma))):
        return Attribution(frame, cue, content, None, None, None)  # it will not count: nobody need be sought
    verb = verb or cue
    source, subject = source_of(verb, frame)
    start, end = verb_group(verb)
    return Attribution(
        frame=frame,
        anchor=cue,
        content=content,
        cue=(min(start, cue.i), max(end, cue.i + 1)),
        source=source,
        subject=subject,
        negated=any(c.dep_ == "neg" for c in verb.children),
        host=host.i if (host := host_of(verb)) is not None else None,
    )


def whole(token: Token) -> Range:
    """The token with all that hangs on it."""
    return token.left_edge.i, token.right_edge.i + 1
