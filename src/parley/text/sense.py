"""Whether a cut may change the sense: a negation, condition, contrast or hedge among the words left out."""

from __future__ import annotations

import re
from typing import Literal

from parley.text.words import qualifier, split_words

Side = Literal["before", "after", "inside"]

_STOP = re.compile(r"[.!?…]+[\"'”’)]*\s+(?=\S)")
_REACH = 8
"""How many words before the kept part may still govern it ("I do not think that …")."""


def sense_at_risk(left_out: str, side: Side) -> tuple[str, str] | None:
    """The (kind, word) on whose loss the sense of what was kept may hang; None where none is seen.

    `side` tells where the words stood: before the kept part, after it, or inside. Only words of the same sentence
    count; after the kept part, a negation of another clause's own does not reach back, a condition or contrast does.
    """
    near = _same_sentence(left_out, side)
    words = [w for w in split_words(near) if not w.is_gap]
    if side == "before":
        words = words[-_REACH:]
    for word in words:
        kind = qualifier(word.form)
        if kind is None or (side == "after" and kind == "negation") or (side == "after" and kind == "hedge"):
            continue
        if side == "before" and kind == "contrast":
            continue
        return kind, near[word.start : word.end]
    return None


def _same_sentence(text: str, side: Side) -> str:
    stops = list(_STOP.finditer(text))
    if not stops or side == "inside":
        return text
    return text[stops[-1].end() :] if side == "before" else text[: stops[0].start()]
