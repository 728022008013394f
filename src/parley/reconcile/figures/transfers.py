"""Who hands over what is counted, and who gets it: numbers told the other way round are two figures.

Where two sides swap, a report that mixes up whose number is whose tells something else, and must not be joined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.model.findings import NameFinding

_GIVES = (
    r"hand(?:s|ed|ing)?\s(?:over|back)|g(?:ave|ive|ives|iving)\s(?:up|back)|releas(?:e|es|ed|ing)|free(?:s|d|ing)?"
    r"|return(?:s|ed|ing)?|sen[dt]s?\s(?:back|home)|surrender(?:s|ed|ing)?|deliver(?:s|ed|ing)?|let(?:s)?\sgo"
    r"|repatriat(?:e|es|ed|ing)|hold(?:s|ing)?|held|extradit(?:e|es|ed|ing)"
)
_GETS = (
    r"g(?:et|ets|ot|etting)(?:\sback)?|receiv(?:e|es|ed|ing)|recover(?:s|ed|ing)?|(?:takes?|took|taken)\sback"
    r"|(?:wins?|won)\sback|welcom(?:e|es|ed|ing)(?:\shome)?|(?:brings?|brought)\s(?:home|back)"
)
_LEAD = re.compile(
    rf"(?P<who>[A-Z][\w.’'-]+)\s(?:(?:will|would|is|was|to|has|had|have|must|should|may|can|also|now|still|then|then,"
    rf"|agreed|agrees|promised|pledged|due|expected|being|been)\s){{0,4}}(?:(?P<gives>{_GIVES})|(?P<gets>{_GETS}))\s"
    r"(?:(?:about|around|some|all|its|the|their|at|least|up|to|over|nearly|almost|more|than|another|a|further)\s){0,3}\Z"
)
_REACH = 90


@dataclass(frozen=True, slots=True)
class Transfer:
    """The item of the name before the number, and whether that side hands over or gets the counted."""

    who: str
    way: Literal["gives", "gets"]


def transfer_of(before: str, start: int, names: tuple[NameFinding, ...], item_of: dict[str, str]) -> Transfer | None:
    """The transfer told by the words `before` a number; `start` is the offset of the number in the report."""
    window = before[-_REACH:]
    told = _LEAD.search(window)
    if told is None:
        return None
    at = start - len(window) + told.start("who")
    for name in names:
        if any(m.start <= at < m.end for m in name.mentions):
            return Transfer(item_of.get(name.id, name.id), "gives" if told["gives"] else "gets")
    return None


def cross(a: Transfer | None, b: Transfer | None) -> bool:
    """Whether one and the same side hands over the one number and gets the other."""
    return a is not None and b is not None and a.who == b.who and a.way != b.way
