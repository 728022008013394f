"""Finding positions: predicates and nouns that tell a stance, fitted to the lexicon's frames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.annotate.positions.anaphora import name_issues
from parley.annotate.positions.assertions import assertion
from parley.annotate.positions.draft import Draft, goes_on, place
from parley.annotate.positions.frames import Frame, load
from parley.annotate.positions.grammar import is_asked, mood, passive_subject, subject
from parley.annotate.positions.match import fit
from parley.annotate.positions.nominal import owner
from parley.annotate.positions.obligation import (
    charge,
    demand_by_refusal,
    denial,
    intention,
    obligation,
    prolong,
    untold,
)
from parley.annotate.positions.parties import Voices
from parley.annotate.positions.stance import turn
from parley.annotate.positions.trivial import is_trivial
from parley.annotate.reading import Reading
from parley.model.findings import PositionFinding

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

LONGEST = 400
"""Tokens of a sentence beyond which it is no prose (a table, a list run together) and its parse tells nothing."""
LETTERS = 3
CAPITALS = 5
"""How many words of more letters than that a sentence must have before its capitals make it a headline."""
CALLING = frozenset({"describe", "see", "regard", "call", "view", "brand", "portray", "denounce", "condemn"})
REACH = 60
"""How many tokens a clause that tells an issue is taken to run on at most."""


def positions(reading: Reading) -> list[PositionFinding]:
    """Every position of the report, in the order of its passages."""
    voices = Voices(reading)
    sentences = (s for s in reading.doc.sents if s.end - s.start <= LONGEST and not _is_heading(s))
    drafts = [draft for sentence in sentences for token in sentence for draft in _at(token, voices)]
    kept = [draft for draft in name_issues(_outermost(prolong(drafts))) if not is_trivial(draft)]
    found = [finding for draft in kept for finding in place(draft, reading, voices)]
    return sorted(found, key=lambda f: (f.start, f.end, f.stance, f.source.start))


def _is_heading(sentence: Phrase) -> bool:
    """Whether nearly every long word has a capital, as in a headline: a parser takes such words for names."""
    long = [t for t in sentence if t.is_alpha and len(t) > LETTERS]
    return len(long) >= CAPITALS and sum(t.text[0].isupper() for t in long) >= 0.85 * len(long)


def _at(token: Token, voices: Voices) -> Iterator[Draft]:
    lexicon = load()
    lemma = token.lemma_.lower()
    part_of_speech = token.pos_
    draft: Draft | None = None
    if part_of_speech in ("VERB", "AUX"):
        draft = assertion(token, voices) or obligation(token, voices) or demand_by_refusal(token)
        if draft is None and (frames := lexicon.verbs.get(lemma)) is not None:
            draft = _predicate(token, frames)
        if draft is None and token.tag_ == "VBN" and (frames := lexicon.adjectives.get(token.lower_)) is not None:
            draft = _predicate(token, frames, passive_subject(token))
        draft = draft or intention(token, voices) or untold(token) or charge(token, voices) or denial(token, voices)
    elif part_of_speech in ("ADJ", "ADP", "ADV"):
        if (frames := lexicon.adjectives.get(lemma)) is not None:
            draft = _predicate(token, frames)
    elif part_of_speech in ("NOUN", "PROPN") and (frames := lexicon.nouns.get(lemma)) is not None:
        filled = fit(token, frames)
        holder = owner(token) if filled is not None else None
        if filled is not None and holder is not None and filled.issue != token and token.text.lower() != "plans":
            draft = Draft(
                predicate=token, source=holder, stance=filled.frame.stance, code=filled.frame.code,
                issue=filled.issue, target=filled.target, words=filled.words, nominal=True,
            )  # fmt: skip
    if draft is not None:
        yield draft


def _predicate(token: Token, frames: tuple[Frame, ...], about: Token | None = None) -> Draft | None:
    filled = fit(token, frames)
    if filled is None:
        return None
    told = turn(filled, mood(token))
    if told is None or is_asked(token):
        return None
    stance, code = told
    source = filled.source
    # "Criticised the plan for being late": it is the plan that is not wanted.
    issue = filled.target if stance == "rejects" and filled.frame.stance == "accuses" else filled.issue
    if issue is not None and (called := _called(issue)) is not None:
        issue = called
    doer = about if about is not None else subject(token)
    if source is None:
        source = doer
    elif issue is None or issue == filled.noun:
        # "unacceptable to Kyiv", "drew criticism from Kyiv": the subject is what the party takes its stance on.
        issue = doer
    if source is None or source in (issue, filled.target) or (issue is not None and is_asked(issue)):
        return None
    return Draft(token, source, stance, code, issue, filled.target, filled.words)


def _called(clause: Token) -> Token | None:
    """The name given to what is at issue: "lies" in "denied what he called lies", "described as lies"."""
    if clause.pos_ != "VERB" or not any(c.lower_ == "what" and c.i < clause.i for c in clause.children):
        return None
    for child in clause.rights:
        if child.dep_ in ("oprd", "dobj") and child.pos_ in ("NOUN", "PROPN") and clause.lemma_ in ("call", "term"):
            return child
        if child.dep_ == "prep" and child.lower_ == "as" and clause.lemma_ in CALLING:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _last_of(clause: Token) -> int:
    """Where a clause ends, before another joined to it that tells something of its own ("…, and Peru said …")."""
    apart = (c for c in clause.rights if c.dep_ == "conj" and not goes_on(c))
    return min([clause.right_edge.i, *(c.left_edge.i - 1 for c in apart)])


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Without predicates that only spell out what another position wants, and nouns used up by a verb's frame."""
    used = {word.i for d in drafts for word in d.words}
    clauses = sorted(
        (d.issue.left_edge.i, _last_of(d.issue), d.predicate.i)
        for d in drafts
        if d.issue is not None and d.issue.pos_ in ("VERB", "AUX")
    )
    kept = []
    for draft in drafts:
        at = draft.predicate.i
        if draft.nominal and at in used:
            continue
        first, end = bisect_left(clauses, (at - REACH, 0, 0)), bisect_left(clauses, (at + 1, 0, 0))
        near = clauses[first:end]
        if not draft.nominal and any(at <= last and outer != at for _, last, outer in near):
            continue
        kept.append(draft)
    return kept
