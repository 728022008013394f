"""Words that say how a number is meant: at least, more than, nearly, some, up to, or more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parley.model.findings import Bound

BEFORE: dict[Bound, tuple[str, ...]] = {
    "about": (
        "about", "around", "some", "roughly", "approximately", "approx.", "approx", "circa", "close to", "nearly",
        "almost", "an estimated", "estimated", "estimated at", "in the region of", "on the order of", "something like",
        "more or less", "virtually", "practically", "barely", "nearly about", "estimated to be", "a little under",
        "just about", "close to about", "in the neighborhood of", "a reported",
    ),
    "more than": (
        "more than", "over", "above", "exceeding", "in excess of", "upwards of", "upward of", "north of", "better than",
        "beyond", "greater than", "well over", "just over", "well above", "just above", "a little over",
        "slightly over",
        "slightly more than", "a little more than", "just more than", "far more than", "surpassing", "topping",
        "higher than", "longer than", "larger than", "bigger than", "heavier than", "over than",
    ),
    "at least": (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of",
        "at the very least",
    ),
    "up to": (
        "up to", "as many as", "as much as", "as high as", "as long as", "no more than", "not more than", "at most",
        "a maximum of", "maximum of", "a ceiling of", "anything up to", "not exceeding", "no later than",
    ),
    "less than": (
        "less than", "fewer than", "under", "below", "just under", "well under", "short of", "just short of", "shy of",
        "just shy of", "slightly under", "just below", "lower than", "slightly less than", "smaller than",
    ),
}  # fmt: skip
MARKS: dict[str, Bound] = {
    "~": "about",
    "≈": "about",
    ">": "more than",
    "≥": "at least",
    "<": "less than",
    "≤": "up to",
}
AFTER: dict[str, Bound] = {
    "or more": "at least", "or so": "about", "or thereabouts": "about", "or fewer": "up to", "or less": "up to",
    "at least": "at least", "at most": "up to", "at a minimum": "at least", "and counting": "at least",
    "or higher": "at least", "or above": "at least", "plus": "at least", "-plus": "at least", "+": "at least",
    "odd": "about", "-odd": "about", "-ish": "about", "or over": "at least",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """Where the bounding words stand, and what they mean."""

    start: int
    end: int
    bound: Bound


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Bound]]:
    meaning = {phrase: bound for bound, phrases in BEFORE.items() for phrase in phrases}
    ordered = sorted(meaning, key=lambda p: (-len(p), p))
    words = "|".join(r"\s+".join(map(re.escape, p.split())) for p in ordered)
    return re.compile(rf"(?:(?<![\w-])(?P<words>{words})\s+|(?P<mark>[~≈>≥<≤])\s?)\Z", re.IGNORECASE), meaning


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Bound]]:
    ordered = sorted(AFTER, key=lambda p: (-len(p), p))
    words = "|".join(r"\s+".join(map(re.escape, p.split())) for p in ordered)
    return re.compile(rf"(?:\s+|(?=[-+]))(?P<words>{words})(?!\w)", re.IGNORECASE), AFTER


LOOK_BACK = 28
"""Code points before a number in which its bound may stand: longer than the longest cue."""

_JUST_BEFORE = re.compile(r"(?:\b(?:a|an|another|only|just|a total of|total of)\s+)\Z", re.IGNORECASE)


def cue_before(text: str, start: int) -> Cue | None:
    """The bounding words that end where the number starts; an article may stand between ("at least a dozen")."""
    pattern, meaning = _before()
    window = text[max(0, start - LOOK_BACK) : start]
    offset = start - len(window)
    skipped = _JUST_BEFORE.search(window)
    for piece in (window, window[: skipped.start()] if skipped else None):
        found = pattern.search(piece) if piece else None
        if found:
            phrase = " ".join((found["words"] or "").lower().split())
            bound = meaning[phrase] if phrase else MARKS[found["mark"]]
            return Cue(offset + found.start(), offset + found.end(), bound)
    return None


def cue_after(text: str, end: int) -> Cue | None:
    """The bounding words right behind the number or its unit ("10 or more", "50-plus")."""
    pattern, meaning = _after()
    found = pattern.match(text, end, end + LOOK_BACK)
    if not found:
        return None
    return Cue(end, found.end(), meaning[" ".join(found["words"].lower().split())])
