"""How a record's passages are matched with gold ones: by words, not offsets, within one report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from parley.model.times import Published, Time

WORD = re.compile(r"\w+")
K = TypeVar("K", bound=Hashable)
L = TypeVar("L", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report, under the report's gold name."""

    report: str
    text: str


def words(text: str) -> list[str]:
    """The words of a text, small, apostrophes and thousands' commas left out."""
    return [w.lower() for w in WORD.findall(text.replace("’", "").replace("'", "").replace(",", ""))]


def dice(one: str, other: str) -> float:
    """Twice the shared words over all words (Dice 1945), 0 to 1."""
    a, b = Counter(words(one)), Counter(words(other))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def cover(part: str, whole: str) -> float:
    """The share of `part`'s words that `whole` has."""
    a, b = Counter(words(part)), Counter(words(whole))
    return (a & b).total() / max(1, a.total())


def near(gold: Passage, got: Passage, least: float = 0.5) -> bool:
    """Whether a passage tells what a gold one does: words overlap, or one holds the other without being a paragraph."""
    if gold.report != got.report:
        return False
    if dice(gold.text, got.text) >= least:
        return True
    want, have = len(words(gold.text)), len(words(got.text))
    holds = cover(gold.text, got.text) >= 0.9 or cover(got.text, gold.text) >= 0.9
    return min(want, have) >= 2 and have <= max(40, 3 * want) and holds


def same_name(gold: str, forms: Iterable[str]) -> bool:
    """Whether one of the names in `gold` (parted by |) is among the forms: the last word must be theirs."""
    known = list(forms)
    return any(
        bool(want) and any(want == words(n) or words(n)[-1:] == want[-1:] or dice(one, n) >= 0.6 for n in known)
        for one in gold.split("|")
        for want in [words(one)]
    )


def date_right(gold: Sequence[str], time: Time | Published | None, slack: int) -> bool:
    """Whether a time meets the gold interval and is at most `slack` days wider than it."""
    if time is None or not time.earliest or not time.latest:
        return False
    first, last = time.earliest[:10], time.latest[:10]
    return first <= gold[1][:10] and last >= gold[0][:10] and _days(first, last) <= _days(*gold) + slack


def _days(first: str, last: str) -> int:
    full = [date.fromisoformat((d[:10] + "-01-01"[len(d[:10]) - 4 :])[:10]) for d in (first, last)]
    return (full[1] - full[0]).days


def as_range(value: Any) -> tuple[float, float]:
    """A number or a pair as a closed range; what is not known is not a number."""
    low, high = value if isinstance(value, list | tuple) else (value, value)
    return float("nan") if low is None else float(low), float("nan") if high is None else float(high)


def one_to_one(scored: Iterable[tuple[float, K, L]]) -> list[tuple[K, L]]:
    """The best pairs first, each side used once."""
    left: set[K] = set()
    right: set[L] = set()
    pairs: list[tuple[K, L]] = []
    for _, a, b in sorted(scored, key=lambda s: -s[0]):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            pairs.append((a, b))
    return pairs
