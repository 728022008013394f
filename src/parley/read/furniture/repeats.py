"""Lines that come again: headlines, captions and pull quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.read.furniture.units import LONG, Unit

LEAST = 3
"""Words from which a repeated line is no accident ("he said.")."""


def plain(text: str) -> str:
    """Words only, in lower case, for comparing lines."""
    return " ".join(re.findall(r"\w+", text.lower()))


def find_repeats(units: Sequence[Unit], title: str | None, *, extracted: bool = False) -> set[int]:
    """The units that repeat the title or another line.

    Of a repeated sentence the first stays; of a repeated line that is no sentence none does, since it is a headline or
    a caption; but where an extractor has chosen the lines (`extracted`), such lines may be a list's. A line that begins
    another, longer line with a credit after it, is that caption again.
    """
    repeats: set[int] = set()
    first: dict[str, int] = {}
    headline = plain(title) if title else ""
    short = {
        n: plain(unit.text) for n, unit in enumerate(units) if unit.words >= LEAST and unit.end - unit.start <= LONG
    }
    for n, words in short.items():
        unit = units[n]
        if headline and n < 400 and _is_title(words, headline):
            repeats.add(n)
        elif words in first:
            if unit.ended or not extracted:
                repeats.add(n)
            if not (extracted or units[first[words]].ended):
                repeats.add(first[words])
        else:
            first[words] = n
    for n, words in short.items():
        after = short.get(n + 1)
        if (
            after
            and after.startswith(words)
            and 0 < len(after) - len(words) <= 60
            and units[n].words >= 6
            and not units[n + 1].ended
        ):
            repeats.update((n, n + 1))
    return repeats


def _is_title(words: str, headline: str) -> bool:
    """Whether a line is the headline, with or without the outlet's name after it."""
    return (
        words == headline
        or (len(words) >= 25 and headline.startswith(words))
        or (len(headline) >= 25 and words.startswith(headline) and len(words) - len(headline) <= 40)
    )
