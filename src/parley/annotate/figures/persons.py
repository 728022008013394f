"""Whether a noun stands for a person, for how many, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.figures.casualty_words import words_of_casualties
from parley.annotate.figures.clauses import few
from parley.annotate.reading import Reading
from parley.text.counted import lexicon as counted_words
from parley.text.numbers import find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_person(reading: Reading, token: Token) -> bool:
    """Whether the noun stands for a person: by word, by pronoun, by name, or as "a 7-year-old"."""
    if token.lower_ in counted_words().people or token.lower_ in words_of_casualties().persons:
        return True
    if token.ent_type_ == "PERSON":
        return True
    name = reading.name_at(token.idx, token.idx + len(token)) if token.pos_ == "PROPN" else None
    if name is not None and reading.name(name).kind == "person":
        return True
    return token.like_num and token.dep_ in ("nsubj", "nsubjpass", "dobj", "nummod", "ROOT", "appos", "pobj", "conj")


def who_is(reading: Reading, token: Token) -> str:
    """A key for a named victim: the surname; "" for one who is only described."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("PERSON", "") or token.lower_ in counted_words().people:
        return ""
    return token.lower_.removesuffix("'s").removesuffix("’s")


def whole_number(number: Token) -> int | None:
    """The value of a token that is a whole number in digits or words, and no year."""
    found = next(iter(find_numbers(number.text)), None)
    if found is None or not found.exact or found.low != int(found.low):
        return None
    return None if len(number) == 4 and number.is_digit and 1900 <= found.low <= 2100 else int(found.low)


def is_appended_age(number: Token) -> bool:
    """Whether the number is the age of the person before it: "Boy, 16, dies"."""
    if not number.is_digit or number.i < 2 or number.i + 1 >= len(number.doc):
        return False
    return number.nbor(-1).text == "," and number.nbor(-2).is_alpha and number.nbor(1).text in (",", ".", ";")


def count_of(noun: Token) -> tuple[int | None, bool]:
    """How many the noun phrase stands for, and whether it says so with a number."""
    if noun.lower_ in ("nobody", "none") or (noun.lower_ == "one" and any(c.lower_ == "no" for c in few(noun.lefts))):
        return 0, True
    if any(c.lower_ == "no" and c.dep_ == "det" for c in few(noun.lefts)):
        return 0, True
    if noun.like_num:
        return (1, False) if is_appended_age(noun) else (whole_number(noun), True)
    for child in few(noun.lefts):
        if child.dep_ == "nummod" and (count := whole_number(child)) is not None and child.nbor(1).text != "-":
            return count, True
        if child.lower_ in ("another", "a", "an") and noun.lower_ in ("couple",):
            return 2, True
    if noun.tag_ in ("NNS", "NNPS") or noun.lower_ in words_of_casualties().many:
        return None, False
    return 1, False
