"""Lines that do not end like a sentence: headings, menus, names, links, captions; and the few that belong to
the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.read.furniture.signs import opens_list
from parley.read.furniture.units import Unit

MOST = 18
"""Words above which a line without a full stop is taken for a sentence whose stop was lost."""

TITLE = 30
"""The same above the first sentence, where a long line is still a headline."""

BULLET = re.compile(r"(?:[-*•‣▪●○–—]|\d{1,2}[.)])\s+\S")
LETTERS = re.compile(r"[^\W\d_][\w'’]{3,}")
SAID = re.compile(r"[\"”’,]\s.{0,60}\b(?:said|says|told|added|wrote|asked|replied|tweeted)\b[^\"“”]{0,60}$")
COUNT = re.compile(r"[A-Z][\w ’'()/-]{2,40}: ?(?:[$€£]?\d|none\b|unknown\b)")


def keep_loose(units: Sequence[Unit], kept: Sequence[bool], signs: Sequence[str]) -> list[bool]:
    """Which units stay, when lines that are no sentences go, and lists of other stories with their label."""
    out = list(kept)
    listing = False
    introduced = begun = False
    for n, unit in enumerate(units):
        if opens_list(unit.text):
            listing, out[n] = True, False
            continue
        if signs[n]:
            continue
        headline = is_title_case(unit.text)
        if unit.ended and not (
            listing and (headline or (unit.text[-8:].rstrip("'’”\"").endswith(("?", "!")) and unit.words <= MOST))
        ):
            listing, begun = False, begun or out[n]
            introduced = unit.text.endswith(":") or (introduced and bool(BULLET.match(unit.text)))
            continue
        bullet = bool(BULLET.match(unit.text))
        told = not headline and (
            unit.words > (MOST if begun else TITLE)
            or bool(SAID.search(unit.text[-160:]))
            or bool(COUNT.match(unit.text))
        )
        item = bullet and not headline and unit.words >= 4 and (introduced or unit.words >= 8)
        belongs = told or item or (introduced and unit.words >= 4 and not headline)
        out[n] = out[n] and not listing and belongs
        introduced = introduced and (bullet or item)
    return out


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in American headlines; all capitals do not count."""
    longer = LETTERS.findall(text[:400])
    if len(longer) < 4 or text.isupper():
        return False
    capitals = sum(1 for word in longer if word[0].isupper())
    return capitals >= 0.75 * len(longer)
