"""Figures that a report tells in two units of which one does not come out as the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from parley.model.passages import Witness
from parley.reconcile.draft import Draft
from parley.text.amounts import find_amounts
from parley.text.amounts.conversions import conversion


@dataclass(frozen=True, slots=True)
class ConversionFault:
    """A passage whose two values are not the same measure: what it gives in brackets, and what that should be."""

    figure: str
    witness: Witness
    given: float
    due: float
    unit: str


def conversion_faults(draft: Draft) -> Iterator[ConversionFault]:
    """The faults among the draft's figures, in their order; needs `draft.figures`."""
    for figure in draft.figures:
        for witness in figure.witnesses:
            if figure.unit is None or not witness.exact.endswith((")", "]")):
                continue
            for first, second in pairwise(find_amounts(witness.exact)):
                told = conversion(witness.exact, first, second)
                if told is not None and not told.holds and second.unit is not None:
                    yield ConversionFault(figure.id, witness, second.high, told.due, second.unit)
