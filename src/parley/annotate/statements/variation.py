"""Those who are called again by what they are, in words not used before: "the retired judge", "the Democrat"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.annotate.names.holders import role_holder
from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Range
from parley.annotate.statements.outlets import lists
from parley.annotate.statements.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 6
_AGED = re.compile(r"\d\d-year-old$")


def is_varied(reading: Reading, page: Page, source: Range, head: Token) -> bool:
    """Whether a source is a fresh description of one person, by which news calls again who has just spoken.

    "The" says that he is known; a noun that tells no office ("the lawmaker"), a word that tells a past one ("the former
    mayor") or an age ("the 43-year-old") that he is no other. Who was described so before, or holds the office, is not
    meant, nor is anybody's lawyer or mother.
    """
    start, end = source
    words = [t.lower_ for t in page.tokens[start:end]]
    if words[0] != "the" or len(words) > _LONGEST or head.i != end - 1 or reading.cast is None:
        return False
    phrase = " ".join(page.text[page.starts[start + 1] : head.idx + len(head)].split()).lower()
    if _AGED.fullmatch(phrase):
        return True
    if head.tag_ in ("NNS", "NNPS") or head.pos_ not in ("NOUN", "PROPN") or len(words) < 3:
        return False
    if any(t.dep_ == "poss" for t in page.tokens[start:end]):
        return False
    again = lists()
    before = words[1:-1]
    told = head.lower_ in again["called_again"] or any(w in again["no_longer"] or w.startswith("ex-") for w in before)
    if not told or phrase in reading.cast.described:
        return False
    if any(
        t.i in reading.cast.at and reading.name(reading.cast.at[t.i]).kind == "person" for t in page.tokens[start:end]
    ):
        return False
    return role_holder(reading.cast, start, end, head.i) is None


def countries_in(reading: Reading, source: Range) -> set[str | None]:
    """The countries whose adjectives stand in the source, by their codes: "the Peruvian official"."""
    known = reading.cast.view.adjectives if reading.cast is not None else {}
    return {known[t.text] for t in reading.doc[slice(*source)] if t.text in known}
