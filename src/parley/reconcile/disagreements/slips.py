"""Sums of money of which one looks like a slip of the pen: digits that changed places, a currency that changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from parley.model.items import About, Figure
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.draft import Draft
from parley.text.synonyms import content_meanings
from parley.text.units import table
from parley.text.words import split_words

MANY = 120
"""Sums in a story beyond which slips are not sought."""
SHARED = 3
"""Words around two sums that must be shared."""


def find_slips(draft: Draft) -> Iterator[Raised]:
    """Sums of different reports, told in like words, with the same digits in another order or another currency."""
    sums = [f for f in draft.figures if _is_sum(f)]
    if len(sums) > MANY:
        return
    seen: set[str] = set()
    for a, b in combinations(sums, 2):
        slip = _slip(a, b)
        if slip and not {a.id, b.id} & seen and _told_apart(a, b) and _alike(draft, a, b):
            seen |= {a.id, b.id}
            sides = sorted((a, b), key=lambda f: (-f.support.reports, f.witnesses[0]))
            yield Raised(
                About("figure", sides[0].id),
                "number",
                "conflict",
                f"{slip}: {sides[0].witnesses[0].exact} and {sides[1].witnesses[0].exact}",
                tuple(reading(f.witnesses[0].exact, f.witnesses, f.according_to) for f in sides),
            )


def _is_sum(figure: Figure) -> bool:
    unit = table().names.get(figure.unit or "")
    return unit is not None and unit.dimension == "money" and not isinstance(figure.value, tuple)


def _digits(figure: Figure) -> str:
    return f"{figure.value:.6g}".replace(".", "").rstrip("0") if not isinstance(figure.value, tuple) else ""


def _slip(a: Figure, b: Figure) -> str:
    one, other = _digits(a), _digits(b)
    if a.unit != b.unit and a.value == b.value and len(one) > 1:
        return "one number in two currencies"
    if a.unit == b.unit and one != other and len(one) > 1 and sorted(one) == sorted(other):
        return "the same digits in another order"
    return ""


def _told_apart(a: Figure, b: Figure) -> bool:
    """Whether no report tells both sums."""
    return {w.report for w in a.witnesses}.isdisjoint(w.report for w in b.witnesses)


def _alike(draft: Draft, a: Figure, b: Figure) -> bool:
    return any(len(_around(draft, v) & _around(draft, w)) >= SHARED for v in a.witnesses for w in b.witnesses)


def _around(draft: Draft, witness: Witness) -> frozenset[str]:
    """The meanings of the words of the sentence around a sum."""
    sentence = draft.sentence(witness.report, witness.start)
    text = draft.report(witness.report).text
    if sentence is None:
        return frozenset()
    words = split_words(text[sentence.start : witness.start]) + split_words(text[witness.end : sentence.end])
    return frozenset(content_meanings(w for w in words if w.form.isalpha()))
