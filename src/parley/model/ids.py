"""Ids that come from content (design decision 2)."""

from __future__ import annotations

import hashlib


def item_id(kind: str, report: str, start: int, ordinal: int = 0) -> str:
    """The id of an item: the hash of its kind and its least witness (report id, start).

    `ordinal` tells apart items of one kind that share their least witness; it is 0 for the first of them.
    """
    seed = f"{kind}\0{report}\0{start}\0{ordinal}".encode()
    return kind[0] + hashlib.sha256(seed).hexdigest()[:11]


class IdGiver:
    """Gives ids of one story's items, counting up where two items of a kind share their least witness.

    Ask in a fixed order (of the items' least witnesses), so that the same items always get the same ids.
    """

    def __init__(self) -> None:
        self._given: dict[tuple[str, str, int], int] = {}

    def give(self, kind: str, report: str, start: int) -> str:
        key = (kind, report, start)
        ordinal = self._given.get(key, 0)
        self._given[key] = ordinal + 1
        return item_id(kind, report, start, ordinal)
