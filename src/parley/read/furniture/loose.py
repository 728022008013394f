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

LINK = 5
"""Words of a link's text at most, where it stands in a line of its own."""

BULLET = re.compile(r"(?:[-*•‣▪●○–—]|\d{1,2}[.)])\s+\S")
LETTERS = re.compile(r"[^\W\d_][\w'’]{3,}")
SAID = re.compile(r"[\"”’,]\s.{0,60}\b(?:said|says|told|added|wrote|asked|replied|tweeted)\b[^\"“”]{0,60}$")
SPEAKING = re.compile(
    r"(?:Speaking|Talking|Appearing|Writing|Testifying)\s(?:in|at|to|on|with|before|during|for)\b"
    r"|In an? (?:[\w’'-]+ ){0,3}interview with\b"
)
"""How a sentence begins that tells where someone spoke; a page may break it where a link stands in it."""

COUNT = re.compile(r"[A-Z][\w ’'()/-]{2,40}: ?(?:[$€£]?\d|none\b|unknown\b)")


def keep_loose(units: Sequence[Unit], kept: Sequence[bool], signs: Sequence[str]) -> list[bool]:
    """Which units stay, when lines that are no sentences go, and lists of other stories with their label."""
    out = list(kept)
    listing = False
    introduced = begun = False
    broken: set[int] = set()
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
        if not headline and out[n] and SPEAKING.match(unit.text):
            for piece in range(n, _next_sentence(units, signs, n)):
                broken.add(piece)
        belongs = told or item or (introduced and unit.words >= 4 and not headline)
        out[n] = out[n] and (n in broken or (belongs and not listing))
        introduced = introduced and (bullet or item)
    return out


def _next_sentence(units: Sequence[Unit], signs: Sequence[str], n: int) -> int:
    """Where a sentence follows that a line, and a link's words in a line of their own, break off before; else `n`."""
    for at in (n + 1, n + 2):
        if at < len(units) and units[at].ended and not signs[at]:
            return at
        if at >= len(units) or units[at].words > LINK or signs[at]:
            break
    return n


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in American headlines; all capitals do not count."""
    longer = LETTERS.findall(text[:400])
    if len(longer) < 4 or text.isupper():
        return False
    capitals = sum(1 for word in longer if word[0].isupper())
    return capitals >= 0.75 * len(longer)
