"""Reports as weighted words: TF-IDF over title and the head of the body, with document frequencies that ship.

The frequencies do not come from the reports at hand, so that the likeness of two reports is the same whatever other
reports there are (design decision 4).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

from parley.model.reports import Report

WORD = re.compile(r"[a-z]{3,}")
CAPITAL = re.compile(r"(?<=[\w,’'] )[A-Z][\w’'-]+")
POSSESSIVE = re.compile(r"['’]s\b")
HEAD = 400
"""Words of the body that count: news tells the story first (the inverted pyramid)."""
KEPT = 80
"""Heaviest words kept for each report."""
TITLE = 2
"""How many times a word of the title counts."""
NAME = 1.5
"""How much more a capitalised word weighs: who and where tell stories apart better than what."""
LEAST = 1.0
"""Inverse document frequency below which a word says nothing."""

Vector = dict[str, float]


@cache
def frequencies() -> tuple[int, dict[str, int]]:
    """The number of articles counted, and for each word in how many of them it stands."""
    counts: dict[str, int] = {}
    documents = 0
    for line in files("parley.reconcile.stories").joinpath("frequencies.txt").read_text("utf-8").splitlines():
        first, _, rest = line.partition(" ")
        if first == "documents":
            documents = int(rest)
        elif first != "#":
            counts.update(dict.fromkeys(rest.split(), int(first)))
    return documents, counts


def rarity(word: str) -> float:
    """Inverse document frequency: the natural logarithm of how rare a word is in news."""
    documents, counts = frequencies()
    return math.log((documents + 1) / (counts.get(word, 1) + 0.5))


def stems(text: str) -> list[str]:
    """The words of a text, lower-cased, unaccented, plural endings and possessives off."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return [stem(w) for w in WORD.findall(POSSESSIVE.sub("", bare))]


def stem(word: str) -> str:
    """A word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def vector(report: Report) -> Vector:
    """The report's heaviest words, of unit length together. Empty for a report without words."""
    room = HEAD * 8
    body = "\n".join(_upto(report, room))
    counts = Counter(stems(body)[:HEAD])
    names = Counter(stems(" ".join(CAPITAL.findall(body))))
    for word in stems(report.title or ""):
        counts[word] += TITLE
    weights: Vector = {}
    for word, count in counts.items():
        rare = rarity(word)
        if rare > LEAST:
            weights[word] = (1 + math.log(count)) * rare * (NAME if names[word] * 2 >= count else 1.0)
    heaviest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    length = math.sqrt(math.fsum(weight * weight for _, weight in heaviest))
    return {word: weight / length for word, weight in heaviest}


def _upto(report: Report, room: int) -> list[str]:
    parts: list[str] = []
    for span in report.body:
        if room <= 0:
            break
        parts.append(report.text[span.start : min(span.end, span.start + room)])
        room -= span.end - span.start
    return parts


def likeness(a: Vector, b: Vector) -> float:
    """The cosine of two vectors, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(weight * b[word] for word, weight in a.items() if word in b)
