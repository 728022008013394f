"""The source of an attribution: the phrase that names who says or thinks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.statements.draft import Range
from parley.annotate.statements.lexicon import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 20
_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_CLIMB = ("conj", "xcomp", "advcl", "acl", "relcl", "pcomp", "parataxis", "ccomp", "dep", "prep")
_STOPS = frozenset({"relcl", "acl", "punct"})


def verb_group(verb: Token) -> Range:
    """The verb with its auxiliaries, negation and particle."""
    parts = [verb.i]
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - verb.i) <= 4:
            parts.append(child.i)
    return min(parts), max(parts) + 1


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject."""
    return next((c for c in verb.children if c.dep_ in _SUBJECT), None)


def agent_of(verb: Token) -> Token | None:
    """The "by …" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                return inner
    return None


def source_of(verb: Token, frame: str) -> tuple[Range | None, Token | None]:
    """The source's range and head, for an attribution made by this verb."""
    passive = frame.startswith("passive") or any(c.dep_ == "auxpass" for c in verb.children)
    bare = verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children)
    if passive or (bare and verb.dep_ in ("acl", "advcl")):
        head = agent_of(verb)
        if head is None and verb.lemma_ in cues().felt:
            head = acting_subject(verb)
        return (phrase(head), head) if head is not None else (None, None)
    host = host_of(verb)
    if host is not None:
        return source_of(host, "clause")
    head = before(verb) or acting_subject(verb) or beside(verb, frame)
    if head is None:
        return None, None
    doer = _doer(head)
    return (phrase(head), head) if doer.i == head.i else ((doer.i, doer.i + 1), doer)


def _sentence_start(verb: Token) -> int:
    """Where the verb's sentence begins, or some words before the verb."""
    at = verb.i
    while at > 0 and verb.i - at < _REACH and not verb.doc[at].is_sent_start:
        at -= 1
    return at


def before(verb: Token) -> Token | None:
    """The noun that stands before a finite verb, past what commas set off, where the parse hung it elsewhere."""
    unjoined = verb.dep_ == "conj" and not any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)
    elsewhere = unjoined or verb.dep_ in ("advcl", "pcomp", "ccomp", "dep", "pobj", "prep")
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not elsewhere or subject_of(verb) is not None:
        return None
    doc, start, at = verb.doc, _sentence_start(verb), verb.i - 1
    if at > start and doc[at].text == ",":
        at = next((i for i in range(at - 1, max(start, at - 15), -1) if doc[i].text == ","), start) - 1
        return doc[at] if at >= start and doc[at].pos_ in ("NOUN", "PROPN") else None
    return None


def beside(verb: Token, frame: str) -> Token | None:
    """The noun beside a finite verb to which the parse gives no subject: before it, or behind a quotation's cue."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc = verb.doc
    start = _sentence_start(verb)
    at = verb.i - 1
    while at >= start and verb.i - at <= 4 and doc[at].pos_ in ("ADV", "AUX", "PART"):
        at -= 1
    if at >= start and doc[at].pos_ in ("NOUN", "PROPN", "PRON") and doc[at].dep_ not in ("npadvmod", "pobj"):
        return doc[at]
    if frame != "quote":
        return _opening_noun(verb, at) if at >= start and doc[at].text == "," else None
    return next((c for c in verb.children if c.dep_ in ("dobj", "attr", "appos", "npadvmod") and c.i > verb.i), None)


def host_of(verb: Token) -> Token | None:
    """The cue beside which a second verb stands, where the parse joins it to the verb of what is said.

    "She said it would rain and predicted snow": told by its tense (a past beside "would rain"), or by a subject of the
    first verb that can say nothing ("said the day had been long and claimed …").
    """
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or subject_of(verb) is not None or first.i > verb.i:
        return None
    cue = first.head
    if cue.i > first.i or cue.tag_ != verb.tag_ or not cues().allows("clause", cue.lemma_.lower()):
        return None
    if not cues().allows("clause", verb.lemma_.lower()):
        return None
    subject = subject_of(first)
    shifted = first.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children)
    thing = subject is not None and (
        subject.lower_ in ("it", "this", "that", "which", "there")
        or (subject.pos_ == "NOUN" and not subject.ent_type_ and subject.lemma_.lower() not in cues().people)
    )
    return cue if shifted or thing or (subject is not None and _is_no_person(subject, verb)) else None


def _is_no_person(subject: Token, verb: Token) -> bool:
    """Whether what the verb tells is of a "he" or "she" that the subject, a state or a body, cannot be."""
    told = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    own = subject_of(told) if told is not None else None
    return own is not None and own.lower_ in ("he", "she") and subject.ent_type_ in ("GPE", "ORG", "NORP", "LOC")


def _doer(head: Token) -> Token:
    """The name that opens a phrase which the parse made of a clause: "Moss hosted Rehm and others … and said"."""
    first = head.left_edge
    if first.dep_ in ("nmod", "compound") and first.text[0].isupper() and first.i + 1 < head.i:
        after = first.nbor(1)
        if after.dep_ == "amod" and after.tag_ in ("VBN", "VBD") and after.head.i == head.i:
            return first
    return head


def _opening_noun(verb: Token, end: int) -> Token | None:
    """The noun that opens the sentence, for a verb that commas part from it: "Moss, head of the guild, also said"."""
    start = verb.i
    while start > 0 and verb.i - start < 3 * _REACH and not verb.doc[start].is_sent_start:
        start -= 1
    for token in verb.doc[start:end]:
        if token.pos_ in ("PROPN", "NOUN", "PRON") and token.dep_ not in ("compound", "poss", "pobj", "npadvmod"):
            return token
    return None


def acting_subject(verb: Token) -> Token | None:
    """Who does what the verb says: its subject, or that of the verb it hangs on or is joined to."""
    at = verb
    for _ in range(6):
        own = subject_of(at)
        if own is not None and own.dep_ != "csubj":
            return own
        if at.dep_ in ("acl", "relcl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            start = at.left_edge.i
            apart = at.tag_ == "VBG" and start > 0 and at.doc[start - 1].text == ","
            above = _verb_above(at.head) if apart else None
            if above is None:
                return at.head
            at = above  # ", saying …" goes with the sentence's subject, not with its last noun
            continue
        if at.dep_ == "pcomp" and at.head.dep_ == "prep":
            at = at.head
            if at.lower_ == "as" and at.head.lemma_ in ("quote", "cite"):
                return next((c for c in at.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if at.dep_ == "pobj":
            return None
        if at.dep_ in _CLIMB and at.head is not at:
            if at.dep_ == "xcomp":
                item = next((c for c in at.head.children if c.dep_ in ("dobj", "dative") and c.i < at.i), None)
                if item is not None and at.head.lemma_ not in ("promise", "threaten", "vow"):
                    return item
            at = at.head
            continue
        break
    return None


def _verb_above(noun: Token) -> Token | None:
    at = noun
    for _ in range(6):
        if at.head is at:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def phrase(head: Token) -> Range:
    """The noun phrase around a head, with titles and appositions, without relative clauses."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ == "relcl" and child.i > head.i:
            end = min(end, max(head.i + 1, child.left_edge.i))
    doc = head.doc
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return start, end
