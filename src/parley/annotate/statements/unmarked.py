"""Attributions without a verb or noun of saying: heads ("Ames: …"), polls ("in a poll, …"), adverbs ("reportedly")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.annotate.statements.clauses import whole
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_SURVEYS = frozenset({"poll", "survey", "polling", "polls", "surveys"})
_LONGEST_HEAD = 8


def unmarked(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """The attributions of heads, polls and adverbs of hearsay, at most one a token."""
    for sentence in page.sentences:
        head = _headed(page, sentence, taken)
        if head is not None:
            yield head
    for token in page.doc:
        if token.i in taken or page.quotation[token.i] >= 0:
            continue
        if token.lower_ in _HEARSAY and token.head.pos_ in ("VERB", "AUX") and token.head.i not in taken:
            start, end = whole(token.head)
            content = [part for part in ((start, token.i), (token.i + 1, end)) if page.words(part)]
            if content:
                yield Attribution("hearsay", token, content, (token.i, token.i + 1), None, None)
        elif token.lower_ == "in" and token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
            found = _polled(page, token)
            if found is not None:
                yield found


def _headed(page: Page, sentence: Range, taken: set[int]) -> Attribution | None:
    """A paragraph that begins with a speaker's name and a colon: a head line, or a line of a transcript."""
    start, end = sentence
    while start < end and page.doc[start].is_space:
        start += 1
    first = page.paragraph[start] if start < end else 0
    if start > 0 and page.paragraph[start - 1] == first and not page.doc[start - 1].is_space:
        return None
    colon = next((t for t in page.doc[start : min(end, start + _LONGEST_HEAD)] if t.text == ":"), None)
    if colon is None or colon.i == start or any(page.quotation[i] >= 0 for i in range(start, colon.i + 1)):
        return None
    name = page.doc[start : colon.i]
    if name[-1].pos_ != "PROPN" or not all(t.pos_ in ("PROPN", "CCONJ", "PUNCT", "ADJ", "NOUN", "PART") for t in name):
        return None
    if any(i in taken for i in range(colon.i, end)) or page.kind_of((start, colon.i)) not in ("person", "organisation"):
        return None
    upto = end
    while name.text.isupper() and upto < len(page.doc) and page.paragraph[upto] == first:
        upto = page.sentences[page.sentence[upto]][1]
    if page.words((colon.i + 1, upto)) < 3:
        return None
    return Attribution("head", colon, [(colon.i + 1, upto)], (colon.i, colon.i + 1), (start, colon.i), name.root)


def _polled(page: Page, token: Token) -> Attribution | None:
    """ "In a poll last week, 40 percent …": the poll is the source of the rest."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in _SURVEYS:
        return None
    start, end = whole(token.head)
    low, high = whole(token)
    content = [part for part in ((start, low), (high, end)) if page.words(part)]
    return Attribution("poll", token, content, (token.i, token.i + 1), phrase(noun), noun) if content else None
