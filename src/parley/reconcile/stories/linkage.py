"""Average-link clustering over a sparse table of scores: deterministic, and the same in whatever order scores come."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def link(count: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Groups of the items 0 to `count` - 1, merged while the best mean score between two groups is at least `least`.

    `scores` has (i, j) with i < j; a missing pair scores 0. Each group is in order, and the groups in order of their
    first item. Ties go to the pair of groups with the least first items.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), score in sorted(scores.items()):
        sums[i][j] = sums[j][i] = score
    members: list[list[int]] = [[i] for i in range(count)]
    version = [0] * count
    heap = [(-score, i, j, 0, 0) for (i, j), score in scores.items() if score >= least]
    heapq.heapify(heap)
    while heap:
        _, i, j, seen_i, seen_j = heapq.heappop(heap)
        if version[i] != seen_i or version[j] != seen_j:
            continue
        members[i] += members[j]
        version[j] = -1
        for other, total in sums[j].items():
            if other != i:
                sums[i][other] = sums[other][i] = sums[i].get(other, 0.0) + total
                del sums[other][j]
        sums[i].pop(j, None)
        sums[j] = {}
        version[i] += 1
        for other, total in sums[i].items():
            mean = total / (len(members[i]) * len(members[other]))
            if mean >= least:
                a, b = sorted((i, other))
                heapq.heappush(heap, (-mean, a, b, version[a], version[b]))
        members[j] = []
    return [sorted(group) for group in members if group]
