"""Numbers that count nothing: dates, clock times, years, names, codes, scores, addresses, "one" as a pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.annotate.figures.calendar import AFTER_MONTH, BEFORE_MONTH, CLOCK, is_year
from parley.annotate.figures.lexicon import around
from parley.annotate.figures.stretches import core_of, root_of
from parley.annotate.reading import Reading
from parley.text.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TELEPHONE = re.compile(r"\d{3}[-.]\d{4}\b")
_LISTED = re.compile(r"[.)]\s+[A-Z]")
_SCORE = re.compile(r"(?<!\d)\d{1,3}[-–]\d{1,3}(?!\d)")


def is_stranger(reading: Reading, amount: Amount) -> bool:
    """Whether the number counts or measures nothing at all."""
    text, start, end = reading.text, amount.number.start, amount.number.end
    if amount.unit is not None:
        return False
    before, after = text[max(0, start - 24) : start], text[end : end + 44]
    if (AFTER_MONTH.search(before) and amount.high <= 31) or (BEFORE_MONTH.match(after) and amount.high <= 31):
        return True
    if CLOCK.match(after) or around().label.search(before):
        return True
    if amount.written == "digits" and (_is_code(text, start, end) or around().street.match(after)):
        return True
    first, last = core_of(reading.doc, amount)
    root = root_of(reading.doc, first, last)
    if is_year(text, amount, root, last):
        return True
    if (
        amount.written == "words"
        and amount.low == amount.high == 1
        and (around().one_before.search(before) or around().one_behind.match(after))
    ):
        return True
    return _in_name(reading, amount, root, first, last) or _is_score(text, start, end)


def _is_code(text: str, start: int, end: int) -> bool:
    """Telephone numbers, licence numbers, list numbers at the start of a line, parts of addresses on the web."""
    if _TELEPHONE.search(text, max(0, start - 10), end + 10):
        return True
    if _LISTED.match(text, end) and (start == 0 or text[start - 1] == "\n"):
        return True
    if (text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit()) or (
        text[start - 1 : start] == "/" and start > 1
    ):
        return True
    digits = text[start:end]
    return len(digits) > 1 and digits[0] == "0" and digits.isdigit()


def _in_name(reading: Reading, amount: Amount, root: Token, first: int, last: int) -> bool:
    """Whether the number is part of a name: "Group of 20", "Ultra 5", "Reactor 4", "the 500 index"."""
    doc = reading.doc
    if amount.written == "crowd":
        return _is_named_crowd(doc, first, last)
    if amount.low != amount.high:
        return False
    left = doc[first - 1] if first else None
    right = doc[last + 1] if last + 1 < len(doc) else None
    token = doc[last]
    if left is None:
        return False
    glued = token.idx == left.idx + len(left)
    if glued and (left.is_alpha or _hyphened(doc, first)):
        return True
    if left.pos_ != "PROPN" or left.ent_type_ in ("DATE", "TIME") or (amount.written == "words" and not token.is_title):
        return _entity_name(token, left)
    if root.head.i > last and root.dep_ == "nummod" and root.head.tag_ in ("NNS", "NNPS"):
        return bool(right is not None and right.tag_ == "NNP")
    if root.head.i <= left.i and root.dep_ in ("nummod", "appos", "npadvmod", "compound", "nmod"):
        return True
    return not (right is not None and (right.tag_ == "NNS" or right.pos_ in ("VERB", "AUX")))


def _hyphened(doc: Doc, first: int) -> bool:
    """A letter or word tied to the number by a hyphen ("V-12", "last-32"), but not "minus-5" or "30-to-40"."""
    if first < 2 or doc[first - 1].text not in ("-", "–") or doc[first - 2].whitespace_:
        return False
    return doc[first - 2].is_alpha and doc[first - 2].lower_ not in ("minus", "to", "under", "over", "sub", "plus")


def _is_named_crowd(doc: Doc, first: int, last: int) -> bool:
    """ "Billions" as a ship or firm: a capital inside a sentence, or another name right behind."""
    word = doc[first]
    inside = not word.is_sent_start and not word.text.isupper()
    after = doc[last + 1] if last + 1 < len(doc) else word
    return word.is_title and (inside or (after.pos_ == "PROPN" and after.is_title))


_NAMES = frozenset({"ORG", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART", "LAW", "GPE", "LOC", "PERSON"})


def _entity_name(token: Token, left: Token) -> bool:
    """A digit inside a named entity, behind another word of it."""
    return (
        token.ent_type_ in _NAMES
        and token.ent_iob_ == "I"
        and left.ent_type_ == token.ent_type_
        and left.text not in ("the", "The")
    )


def _is_score(text: str, start: int, end: int) -> bool:
    """Results: "2-1", "a 6-3 ruling"."""
    for found in _SCORE.finditer(text, max(0, start - 5), min(len(text), end + 5)):
        if found.start() <= start and end <= found.end():
            return bool(around().result.search(text[max(0, found.start() - 50) : found.end() + 30]))
    return False
