"""A content cut into units: sentences of one or more pieces, each with whether it stands in quotation marks."""

from __future__ import annotations

import re

from parley.annotate.statements.draft import Range
from parley.annotate.statements.page import Page
from parley.model.findings import Piece
from parley.model.passages import Span

_WORD = re.compile(r"\w")
_LINK = re.compile(r"(?:that|and that|but that|and|but)\s+", re.I)
_EDGE = ' \t\n\r\u00a0,;:–—-“”„«»"'


def cut_units(page: Page, content: list[Range]) -> tuple[tuple[Piece, ...], ...]:
    """The units of a content, in order. Leading "that" and marks are left out of every piece."""
    by_sentence: dict[int, list[Piece]] = {}
    for start, end in sorted(content):
        at = start
        while at < end:
            sentence = page.sentence[at]
            upto = min(end, page.sentences[sentence][1])
            by_sentence.setdefault(sentence, []).extend(_pieces(page, (at, upto), at == start))
            at = upto
    return tuple(tuple(sorted(pieces)) for _, pieces in sorted(by_sentence.items()) if pieces)


def _pieces(page: Page, part: Range, leads: bool) -> list[Piece]:
    found: list[Piece] = []
    at, end = part
    while at < end:
        inside = page.quotation[at]
        upto = at + 1
        while upto < end and page.quotation[upto] == inside:
            upto += 1
        span = _quoted(page, inside, at, upto) if inside >= 0 else _unquoted(page, at, upto, leads and at == part[0])
        if span is not None:
            found.append(Piece(span.start, span.end, inside >= 0))
        at = upto
    return found


def _quoted(page: Page, index: int, low: int, high: int) -> Span | None:
    """What of the quotation lies in these tokens, marks left out, its own commas and stops kept."""
    quotation = page.quotations[index]
    last = page.tokens[high - 1]
    start, end = page.tokens[low].idx, last.idx + len(last)
    for part in quotation.parts or (quotation.inner,):
        if part.start < end and start < part.end:
            return _trim(page.text, max(start, part.start), min(end, part.end), " \t\n\r\u00a0")
    return None


def _unquoted(page: Page, low: int, high: int, leads: bool) -> Span | None:
    last = page.tokens[high - 1]
    span = _trim(page.text, page.tokens[low].idx, last.idx + len(last), _EDGE)
    if span is None:
        return None
    link = _LINK.match(page.text, span.start, span.end) if leads else None
    if link is not None and link.group().lower().strip().endswith("that"):
        span = _trim(page.text, link.end(), span.end, _EDGE)
    if span is not None and page.text[span.end - 1] in ".!?" and high == page.sentences[page.sentence[high - 1]][1]:
        span = _trim(page.text, span.start, span.end, _EDGE + ".")
    return span


def _trim(text: str, start: int, end: int, edge: str) -> Span | None:
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end) if _WORD.search(text, start, end) else None
