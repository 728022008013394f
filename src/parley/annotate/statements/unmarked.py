"""Attributions without a verb or noun of saying: heads ("Ames: …"), polls ("in a poll, …"), adverbs ("reportedly")."""

from __future__ import annotations

import re
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
_REPORTERS = frozenset(
    {"media", "newspapers", "outlets", "agencies", "agency", "newspaper", "television", "radio", "tv"}
)
_CAPITAL_HEAD = re.compile(r"^[^\S\n]*(?=[A-Z][A-Z.’'-]+[A-Z .’'-]{0,30}:\s)", re.M)
_FEWEST_LINES = 3
_LONGEST_LINE = 600
_LONGEST_HEAD = 8


def unmarked(page: Page, taken: set[int]) -> Iterator[Attribution]:
    """The attributions of heads, polls and adverbs of hearsay, at most one a token."""
    lines = _transcript(page)
    for sentence in page.sentences:
        head = _headed(page, sentence, taken, lines) or _closed(page, sentence, taken)
        if head is not None:
            yield head
    for token in page.tokens:
        if token.i in taken or page.quotation[token.i] >= 0:
            continue
        verb = token.head.head if token.head.pos_ == "ADJ" else token.head
        if token.lower_ in _HEARSAY and verb.pos_ in ("VERB", "AUX") and verb.i not in taken:
            start, end = whole(verb)
            content = [part for part in ((start, token.i), (token.i + 1, end)) if page.words(part)]
            if content:
                yield Attribution("hearsay", token, content, (token.i, token.i + 1), None, None)
        elif token.lower_ == "in" and token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
            found = _polled(page, token)
            if found is not None:
                yield found


def _transcript(page: Page) -> set[int]:
    """Where the lines of a transcript begin ("MOSS: Good evening."), or nothing where there are too few to be one."""
    heads = {page.token_at(m.start()) for m in _CAPITAL_HEAD.finditer(page.text)}
    return heads if len(heads) >= _FEWEST_LINES else set()


def _headed(page: Page, sentence: Range, taken: set[int], lines: set[int]) -> Attribution | None:
    """A paragraph that begins with a speaker's name and a colon: a head line, or a line of a transcript."""
    start, end = sentence
    while start < end and page.tokens[start].is_space:
        start += 1
    first = page.paragraph[start] if start < end else 0
    if start > 0 and page.paragraph[start - 1] == first and not page.tokens[start - 1].is_space:
        return None
    colon = next((t for t in page.tokens[start : min(end, start + _LONGEST_HEAD)] if t.text == ":"), None)
    if colon is None or colon.i == start or any(page.quotation[i] >= 0 for i in range(start, colon.i + 1)):
        return None
    name = page.doc[start : colon.i]
    if start in lines:
        return _line(page, start, colon, lines)
    if name[-1].pos_ != "PROPN" or not all(t.pos_ in ("PROPN", "CCONJ", "PUNCT", "ADJ", "NOUN", "PART") for t in name):
        return None
    if any(i in taken for i in range(colon.i, end)) or page.kind_of((start, colon.i)) not in ("person", "organisation"):
        return None
    if page.words((colon.i + 1, end)) < 3:
        return None
    return Attribution("head", colon, [(colon.i + 1, end)], (colon.i, colon.i + 1), (start, colon.i), name.root)


def _line(page: Page, start: int, colon: Token, lines: set[int]) -> Attribution | None:
    """A line of a transcript, up to the next or to a direction in brackets ("(End of clip)")."""
    upto = page.sentences[page.sentence[start]][1]
    while upto < len(page.tokens) and upto - start < _LONGEST_LINE:
        begin, end = page.sentences[page.sentence[upto]]
        first = next((i for i in range(begin, end) if not page.tokens[i].is_space), end)
        fresh = first < end and page.paragraph[first] != page.paragraph[upto - 1]
        if first in lines or (fresh and page.tokens[first].text in ("(", "[", "_", "—", "***")):
            break
        upto = end
    content = (colon.i + 1, upto)
    if not page.words(content):
        return None
    return Attribution("head", colon, [content], (colon.i, colon.i + 1), (start, colon.i), page.tokens[colon.i - 1])


def _closed(page: Page, sentence: Range, taken: set[int]) -> Attribution | None:
    """A sentence that ends with who reports it, where taggers take the verb for a noun: "…, state media report."."""
    start, end = sentence
    while end > start and (page.tokens[end - 1].is_space or page.tokens[end - 1].text in ".!"):
        end -= 1
    cue = end - 1
    if cue - start < _LONGEST_HEAD or page.tokens[cue].lower_ not in ("report", "reports") or cue in taken:
        return None
    comma = next((i for i in range(cue - 1, cue - _LONGEST_HEAD, -1) if page.tokens[i].text == ","), None)
    if comma is None or comma == cue - 1 or page.tokens[cue].pos_ != "NOUN" or page.quotation[cue] >= 0:
        return None
    named = page.tokens[comma + 1 : cue]
    if (
        not all(t.pos_ in ("ADJ", "PROPN", "NOUN", "DET") for t in named)
        or page.tokens[cue - 1].lower_ not in _REPORTERS
    ):
        return None
    return Attribution(
        "parenthetical", page.tokens[cue], [(start, comma)], (cue, end), (comma + 1, cue), page.tokens[cue - 1]
    )


def _polled(page: Page, token: Token) -> Attribution | None:
    """ "In a poll last week, 40 percent …": the poll is the source of the rest."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in _SURVEYS:
        return None
    start, end = whole(token.head)
    low, high = whole(token)
    content = [part for part in ((start, low), (high, end)) if page.words(part)]
    return Attribution("poll", token, content, (token.i, token.i + 1), phrase(noun), noun) if content else None
