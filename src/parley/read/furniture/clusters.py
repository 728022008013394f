"""The article among a whole page's lines: where sentences stand close together.

After the idea of boilerplate detection by the context of blocks (Kohlschütter, Fankhauser and Nejdl 2010; jusText).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.read.furniture.units import Unit

GAP = 5
"""Lines of furniture in a row that part one cluster of sentences from the next."""

SHARE = 0.25
"""Of the largest cluster's words, what another must have to be of the same article."""

ENOUGH = 40
"""Words from which a cluster is article too, unless it talks to the reader."""

READER = re.compile(r"\b(?:you|your|you[’']re|you[’']ll)\b", re.IGNORECASE)
MARKS = re.compile(r"[“”\"]")


def main_units(units: Sequence[Unit], kept: Sequence[bool]) -> list[bool]:
    """Which of the kept units lie in the clusters that make up the article."""
    clusters: list[list[int]] = []
    gap = GAP
    for n, keep in enumerate(kept):
        if not keep:
            gap += 1
            continue
        if gap >= GAP:
            clusters.append([])
        clusters[-1].append(n)
        gap = 0
    if len(clusters) < 2:
        return list(kept)
    sizes = [sum(units[n].words for n in cluster) for cluster in clusters]
    # A page of teasers may hold more words than a short article, which yet runs on without headlines between.
    largest = max(range(len(clusters)), key=lambda c: (sizes[c] / (4 if _alternates(clusters[c]) else 1), -c))
    chosen = {n for c, cluster in enumerate(clusters) if _belongs(units, clusters, sizes, c, largest) for n in cluster}
    return [n in chosen for n in range(len(units))]


def _belongs(
    units: Sequence[Unit], clusters: Sequence[Sequence[int]], sizes: Sequence[int], c: int, largest: int
) -> bool:
    """Whether cluster `c` is of the same article as the largest."""
    cluster = clusters[c]
    if c == largest:
        return True
    if c > largest and _alternates(cluster):
        return False
    if sizes[c] >= SHARE * sizes[largest]:
        return True
    lone = c > largest and len(cluster) == 1
    return sizes[c] >= ENOUGH and not lone and not _talks_to_reader(units, cluster)


def _alternates(cluster: Sequence[int]) -> bool:
    """Whether a third of the lines in the cluster's stretch are furniture: teasers, each below its headline."""
    stretch = cluster[-1] - cluster[0] + 1
    return len(cluster) > 1 and 3 * (stretch - len(cluster)) >= stretch


def _talks_to_reader(units: Sequence[Unit], cluster: Sequence[int]) -> bool:
    """Whether a third of the lines say "you", outside quotation marks."""
    told = sum(bool(READER.search(units[n].text[:600])) and not MARKS.search(units[n].text[:600]) for n in cluster)
    return 3 * told >= len(cluster)
