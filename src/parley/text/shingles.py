"""Shingles: runs of words by which near copies are found.

After Broder 1997, "On the resemblance and containment of documents".
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

Shingle = tuple[str, ...]


def shingle(forms: Sequence[str], size: int) -> Iterator[Shingle]:
    """Every run of `size` forms, in order; the whole sequence where it is shorter (nothing if it is empty)."""
    if 0 < len(forms) < size:
        yield tuple(forms)
    for at in range(len(forms) - size + 1):
        yield tuple(forms[at : at + size])


def containment(part: Collection[Shingle], whole: Collection[Shingle]) -> float:
    """The share of `part`'s shingles that `whole` has too, 0 to 1; 0 for an empty part."""
    own = set(part)
    return len(own & set(whole)) / len(own) if own else 0.0


def meeting_pairs(keys: Mapping[int, Iterable[Hashable]], most: int = 50) -> Iterator[tuple[tuple[int, int], int]]:
    """Pairs of items that share a key, each with the number of keys shared, in order of the pair.

    A key that more than `most` items have pairs each of them only with the next, which keeps the work near linear in
    the number of items and still links a crowd that is alike.
    """
    holders: dict[Hashable, list[int]] = {}
    for item in sorted(keys):
        for key in dict.fromkeys(keys[item]):
            holders.setdefault(key, []).append(item)
    shared: dict[tuple[int, int], int] = {}
    for items in holders.values():
        for pair in combinations(items, 2) if len(items) <= most else pairwise(items):
            shared[pair] = shared.get(pair, 0) + 1
    yield from sorted(shared.items())
