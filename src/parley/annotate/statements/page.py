"""A reading laid out for finding statements: which token stands in which sentence, paragraph and quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Range
from parley.model.findings import NameKind
from parley.model.passages import Span
from parley.text.marks import Quotation, paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST_SENTENCE = 600


@dataclass(slots=True)
class Page:
    """Tokens and what they stand in. `sentence` and `paragraph` give a token's index of each; `quotation` that of the
    outermost quotation around it (its marks included), or -1. `quoted` are the ranges of the outermost quotations.
    `tokens` are those of `doc`, made once: each look into a parse makes a token anew.
    """

    text: str
    doc: Doc
    tokens: list[Token]
    sentences: list[Range]
    sentence: list[int]
    paragraph: list[int]
    quotations: list[Quotation]
    quoted: list[Range]
    quotation: list[int]
    starts: list[int]
    kinds: Callable[[int, int], NameKind | None]

    def kind_of(self, part: Range) -> NameKind | None:
        """What kind of name stands in the range, if one does."""
        span = self.span(part)
        return self.kinds(span.start, span.end) if span else None

    def is_endless(self, token: int) -> bool:
        """Whether the token's sentence is longer than any sentence of news; no grammar is read into such."""
        start, end = self.sentences[self.sentence[token]]
        return end - start > _LONGEST_SENTENCE

    def token_at(self, offset: int) -> int:
        """The token that holds the offset or, between tokens, the next one."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.starts[index] + len(self.tokens[index]):
            index += 1
        return min(index, len(self.starts) - 1)

    def span(self, part: Range) -> Span | None:
        """The characters of a token range, punctuation, marks and white space at its ends left out."""
        start, end = part
        doc = self.tokens
        while start < end and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in "([#@")):
            start += 1
        while end > start and (doc[end - 1].is_space or (doc[end - 1].is_punct and doc[end - 1].text not in ")]…")):
            end -= 1
        if start >= end:
            return None
        last = doc[end - 1]
        return Span(doc[start].idx, last.idx + len(last))

    def words(self, part: Range) -> int:
        """How many words the range holds."""
        return sum(not (t.is_punct or t.is_space) for t in self.tokens[part[0] : part[1]])


def lay_out(reading: Reading) -> Page:
    """The page of a reading. Short single-quoted words at the outermost level count as quotations too."""
    doc, text = reading.doc, reading.text
    tokens = list(doc)
    starts = [t.idx for t in tokens]
    sentences: list[Range] = []
    sentence = [0] * len(doc)
    for index, sent in enumerate(doc.sents):
        sentences.append((sent.start, sent.end))
        sentence[sent.start : sent.end] = [index] * (sent.end - sent.start)
    paragraph = [0] * len(doc)
    for index, part in enumerate(paragraphs(text)):
        low, high = bisect_left(starts, part.start), bisect_left(starts, part.end)
        paragraph[low:high] = [index] * (high - low)
    outermost = [q for q in reading.quotations if q.level == 0]
    quotation = [-1] * len(doc)
    quoted: list[Range] = []
    for index, q in enumerate(outermost):
        low = max(0, bisect_right(starts, q.outer.start) - 1)
        high = bisect_left(starts, q.outer.end)
        quotation[low:high] = [index] * (high - low)
        quoted.append((low, high))

    def kinds(start: int, end: int) -> NameKind | None:
        local = reading.name_at(start, end)
        return reading.name(local).kind if local else None

    return Page(text, doc, tokens, sentences, sentence, paragraph, outermost, quoted, quotation, starts, kinds)
