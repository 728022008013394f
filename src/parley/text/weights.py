"""How much shared words say: weights that fall with the number of texts in which a word stands."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SMOOTH = 20
"""Texts imagined beside those at hand, so that in a story of few texts a shared word still weighs."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of a stem, from near 0 (every text has it) to 1 (one has it): inverse document frequency, scaled.

    After Spärck Jones 1972, "A statistical interpretation of term specificity".
    """

    texts: int
    weights: Mapping[str, float]

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Weights:
        """Weights from the stems of each text."""
        counts: Counter[str] = Counter()
        total = 0
        for stems in texts:
            counts.update(set(stems))
            total += 1
        most = math.log(total + _SMOOTH)
        return cls(total, {stem: (most - math.log(count)) / most for stem, count in counts.items()})

    def weight(self, stem: str) -> float:
        """The weight of one stem; 1 for one that no text has."""
        return self.weights.get(stem, 1.0)

    def sum(self, stems: Iterable[str]) -> float:
        """The weight of several stems together; the same whatever their order."""
        return math.fsum(self.weight(s) for s in stems)

    def rarest(self, stems: Iterable[str], most: int) -> list[str]:
        """The `most` rarest of the stems, rarest first, ties in alphabetical order."""
        return sorted(set(stems), key=lambda s: (-self.weight(s), s))[:most]


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sets of stems share, weighted: of the lighter (`least`), and of both together (`both`), 0 to 1."""

    least: float
    both: float
    stems: tuple[str, ...]


def overlap(a: Iterable[str], b: Iterable[str], weights: Weights) -> Overlap:
    """The weighted overlap of two sets of stems."""
    one, other = set(a), set(b)
    common = tuple(sorted(one & other))
    if not common:
        return Overlap(0.0, 0.0, ())
    left, right, shared = weights.sum(one), weights.sum(other), weights.sum(common)
    return Overlap(shared / min(left, right), shared / (left + right - shared), common)
