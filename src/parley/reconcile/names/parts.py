"""Names of which one report leaves out a part: "Osman Tarig" for "Osman Tarig Nur", and Arabic names in other letters.

In much of the world people bear their father's and grandfather's names, which news gives or leaves out, and Arabic
names are written in Latin letters in many ways, with the article and without. Two names of one report stay apart.
"""

from __future__ import annotations

import re
from collections import defaultdict

from parley.reconcile.names.clusters import Clusters, Node
from parley.text.names import plain

FEWEST = 6
"""Consonants from which two names that share them all are one."""
DIN = re.compile(r"h?[ -]?[aeiou][ldr][ -]?d+[iey]+ne?(?![a-z])")
"""The end of names like Salah al-Din, Saladdin, Salaheddine."""
ARTICLE = re.compile(r"(?<![a-z])(?:al|el|ad|ed|an|ar|as|ash|at|az)[ -](?=[a-z]{3})")
ARABIC = re.compile(r"\b(?:al|el|abd\w*|abu|bin|ibn|bint)\b|d+[iey]+ne?\b|ull?ah?\b")
"""What marks an Arabic name; elsewhere names of the same consonants are two people's: Carlo and Carla."""
DROPPED = re.compile(r"[aeiouy'’ -]|(?<=[a-z])h(?![a-z])")
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def join_parts(clusters: Clusters) -> None:
    """Join names of the same consonants, and a name with the only longer one that begins with it, doubtfully."""
    people = [n for n in (clusters.nodes[p] for p in sorted(clusters.nodes)) if n.full]
    by_skeleton: dict[str, list[Node]] = defaultdict(list)
    by_start: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in people:
        by_skeleton[skeleton(node.finding.name)].append(node)
        if len(node.words) > 2 and node.words[-1] not in SUFFIXES:
            by_start[node.words[:-1]].append(node)
    for letters, block in sorted(by_skeleton.items()):
        arabic = any(ARABIC.search(plain(node.finding.name)) for node in block)
        for node in block[1:] if arabic and len(letters) >= FEWEST else ():
            clusters.join(block[0].place, node.place)
    for node in people:
        longer = by_start.get(node.words, [])
        if longer and len({clusters.root(n.place) for n in longer}) == 1 and _agree(node, longer[0]):
            apart = clusters.root(node.place) != clusters.root(longer[0].place)
            if apart and clusters.join(longer[0].place, node.place):
                node.doubtful = f"“{node.finding.name}” is “{longer[0].finding.name}” without its last part"


def _agree(one: Node, other: Node) -> bool:
    """Whether neither's country speaks against the other's."""
    return not one.finding.country or not other.finding.country or one.finding.country == other.finding.country


def skeleton(name: str) -> str:
    """The consonants of a name, without the Arabic article: what its spellings in Latin letters have in common."""
    text = ARTICLE.sub("", DIN.sub("dn", plain(name)))
    letters = DROPPED.sub("", text)
    return re.sub(r"(.)\1", r"\1", letters)
