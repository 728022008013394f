"""Attributions that a noun makes: "his claim that …", "calls for …", "a promise to …", "according to …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from parley.annotate.statements.clauses import whole
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.lexicon import cues
from parley.annotate.statements.outlets import lists
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import acting_subject, phrase, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def noun_candidates(tokens: Iterable[Token]) -> Iterator[Attribution]:
    """Every frame of every noun, whatever the noun; the lexicon decides which count."""
    for token in tokens:
        if token.pos_ != "NOUN":
            continue
        for child in token.children:
            if child.i < token.i:
                continue
            if child.dep_ in ("acl", "ccomp", "relcl") and _is_that(child):
                yield make_noun("noun:clause", token, [whole(child)])
            elif child.dep_ in ("acl", "xcomp") and child.tag_ == "VB":
                yield make_noun("noun:inf", token, [whole(child)])
            elif child.dep_ == "prep":
                for inner in child.children:
                    if inner.dep_ in ("pobj", "pcomp"):
                        yield make_noun(f"noun:{child.lower_}", token, [whole(inner)])


def _is_that(clause: Token) -> bool:
    """Whether a clause after a noun tells its content ("that" is no subject or object of it)."""
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in clause.children)


def make_noun(frame: str, noun: Token, content: list[Range]) -> Attribution:
    if not cues().allows(frame, noun.lemma_.lower()):
        return Attribution(frame, noun, content, None, None, None)  # it will not count
    source, subject = owner_of(noun)
    start, end = noun.i, noun.i + 1
    if noun.head.lemma_ in cues().light and noun.dep_ == "dobj":
        start = min(start, verb_group(noun.head)[0])
    return Attribution(frame, noun, content, (start, end), source, subject)


def owner_of(noun: Token) -> tuple[Range | None, Token | None]:
    """Whose claim it is: "the minister's claim", "the claim by the minister", "the minister made the claim"."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in lists()["saying_anew"]:
        subject = acting_subject(noun.head)  # "the minister renewed the union's demand": he says it this time
        if subject is not None and subject.i != noun.i:
            return phrase(subject), subject
    for child in noun.children:
        if child.dep_ == "poss":
            start, end = phrase(child)
            return (start, end), child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return phrase(inner), inner
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "with") and noun.head.head.pos_ == "VERB":
        subject = acting_subject(noun.head.head)
        return (phrase(subject), subject) if subject is not None else (None, None)
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        subject = acting_subject(noun.head)
        if subject is not None and subject.i != noun.i:
            return phrase(subject), subject
    return None, None


def according_candidates(page: Page) -> Iterator[Attribution]:
    """ "…, according to X": the content is the rest of the sentence or of the clause it hangs on."""
    doc = page.tokens
    for token in doc:
        if token.lower_ == "per":
            if not _cites(doc, token):
                continue
            to = token
        elif token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        else:
            to = doc[token.i + 1]
        inner = next((c for c in (*to.children, *token.children) if c.dep_ == "pobj"), None)
        if inner is None:
            continue
        source = phrase(inner)
        sentence = page.sentences[page.sentence[token.i]]
        content = [] if page.is_endless(token.i) else clause_around(token, source, sentence)
        if content:
            yield Attribution("according", token, content, (token.i, to.i + 1), source, inner)


def _cites(doc: Sequence[Token], per: Token) -> bool:
    """Whether "per" names a source, "…, per the coast guard", "…, as per his lawyer", and no unit ("per second")."""
    at = per.i - 1
    if at > 0 and doc[at].lower_ == "as":
        at -= 1
    inner = next((c for c in per.children if c.dep_ == "pobj"), None)
    if at <= 0 or doc[at].text != "," or inner is None:
        return False
    return inner.pos_ == "PROPN" or any(c.dep_ in ("det", "poss") for c in inner.children)


def clause_around(cue: Token, source: Range, sentence: Range) -> list[Range]:
    """What "according to" leans on: all before it in the sentence, or where it begins the sentence, all after it."""
    doc = cue.doc
    start, end = sentence
    before = [t for t in doc[start : cue.i] if not t.is_punct and not t.is_space]
    head_end = max(source[1], cue.i + 2)
    inner = list(doc[source[0] : source[1]])
    if inner:
        head_end = max(head_end, max(t.i for t in inner) + 1)
    if len(before) >= 3:
        rest = _goes_on(doc, head_end, end)
        return [(start, cue.i), *rest]
    after = head_end
    while after < end and doc[after].text not in (",", "—", "–", ":"):
        after += 1
    return [(after, end)] if end - after > 2 else []


def _goes_on(doc: Doc, after: int, end: int) -> list[Range]:
    """The sentence's words after a parenthetical "according to X,", if any verb is among them."""
    while after < end and not doc[after].is_punct:
        after += 1
    if after >= end - 3 or doc[after].text != ",":
        return []
    return [(after + 1, end)] if any(t.pos_ in ("VERB", "AUX") for t in doc[after + 1 : end]) else []
