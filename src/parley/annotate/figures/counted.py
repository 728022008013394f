"""What a number counts, read off the parse: the noun it belongs to, and what happens to that in the clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.figures.clauses import PRONOUNS, antecedent_of, counted_before, subject_of, verb_of
from parley.annotate.figures.nouns import noun_of, noun_right
from parley.annotate.figures.stretches import core_of, root_of
from parley.annotate.figures.wording import describe, extent_of
from parley.text.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Counted:
    """What an amount counts: `head` is the noun counted or measured, `verb` the verb of which it is an argument.

    `elliptical` is true where the noun is not said beside the number and was taken from the context. `first`, `last`
    are the tokens of the shortest phrase (both inside). `about` is the clause's subject where that is not the head.
    """

    root: Token
    head: Token | None
    of: str
    verb: Token | None
    about: Token | None
    first: int
    last: int
    elliptical: bool = False


def read_counted(doc: Doc, amount: Amount) -> Counted:
    """What the amount counts."""
    first, last = core_of(doc, amount)
    root = root_of(doc, first, last)
    head, reach = noun_right(doc, root, first, last)
    if head is None:
        head, reach = noun_of(doc, first, last)
    elliptical = False
    whole = head or root
    verb = verb_of(whole)
    about = subject_of(verb) if verb is not None else None
    if about is not None and (about.i == whole.i or first <= about.i <= last):
        about = None
    if head is None and amount.unit is None:
        head = antecedent_of(root, verb)
        elliptical = head is not None
    meant = (counted_before(root) or head) if head is not None and head.lower_ in PRONOUNS else head
    of = describe(doc, amount, root, meant, verb, about, first, last)
    start, end = extent_of(doc, amount, root, head, verb, first, max(last, reach), elliptical)
    return Counted(root, meant, of, verb, about, start, end, elliptical)
