"""The mentions of one report: which tell the same event, what each says of how it stands, and of which family it is."""

from __future__ import annotations

import re
from itertools import pairwise

from parley.model.findings import EventFinding, Findings, Status
from parley.reconcile.events.families import CAUSES, family_of

NEXT = re.compile(r"\b(?:next|new|further|future|follow-up|another|second) (?:[\w-]+ ){0,3}$", re.I)
LAST = re.compile(r"\b(?:last|previous|preceding|prior|earlier) (?:[\w-]+ ){0,2}$", re.I)
KILLED_WHEN = re.compile(r",?\s+(?:when|after|as|in|during|by)(?:\s+[^\W\d][\w’'-]*){0,3}\s*", re.I)
OF_DEALS = {
    "release": re.compile(
        r"\b(?:exchang|swap|releas|fre(?:e|eing)\b)\w*\b.*\b(?:prisoner|captive|detainee|hostage)|"
        r"\b(?:prisoner|captive|detainee|hostage)s?\b.*\b(?:exchange|swap|release)\b",
        re.I,
    ),
    "ceasefire": re.compile(r"\b(?:cease-?fires?|truces?|armistice)\b", re.I),
    "withdrawal": re.compile(r"\b(?:withdraw|withdrawal|pull-?out)\b", re.I),
}
REACH = 40
NAMING = 4
SETTLING = 7
"""How many words from that for an agreement on may name what it is about."""


def status_in(findings: Findings, index: int) -> Status:
    """How the mention says that its event stands: a mere name ("the exchange") says what it takes up does."""
    event = findings.events[index]
    if event.refers_to is None or not event.definite or event.trigger.end != event.end:
        return event.status
    return findings.events[event.refers_to].status if event.exact.count(" ") < NAMING else event.status


def roots_of(text: str, findings: Findings) -> list[int]:
    """For each event of the report the first that tells the same: itself, what it takes up, or what killed its dead."""
    roots: list[int] = []
    by_family: dict[tuple[int, str], int] = {}
    for index, event in enumerate(findings.events):
        root, family = event.refers_to if event.refers_to is not None else index, family_in(event)
        another = "next" if _another(event, text) else "last" if _one_before(event, findings.events[root], text) else ""
        if event.refers_to is not None and (family != family_in(findings.events[root]) or another):
            # A verdict is no sentence, though the one is taken up by the other; nor the next round the last.
            root = by_family.setdefault((root, family + another), index)
        roots.append(root)
    told_by: dict[int, int] = {}
    for index, (one, following) in enumerate(pairwise(findings.events), start=1):
        if _killed_by(one, following, text) and roots[index - 1] == index - 1:
            told_by[index - 1] = roots[index]
        elif _spelled_out(one, following) and roots[index] == index:
            told_by[index] = roots[index - 1]
    return [told_by.get(root, root) for root in roots]


def _killed_by(dead: EventFinding, blow: EventFinding, text: str) -> bool:
    """Whether the first tells the dead of the second, in one breath: "ten people died when a bus overturned"."""
    if dead.type != "casualties" or blow.type == "casualties" or family_in(blow) not in CAUSES:
        return False
    return KILLED_WHEN.fullmatch(text[dead.end : blow.start]) is not None


def _spelled_out(deal: EventFinding, settled: EventFinding) -> bool:
    """Whether the first is an agreement on what the second says was agreed."""
    family = family_in(deal)
    if deal.type != "agreement" or family == "agreement" or family != family_in(settled):
        return False
    return deal.status == settled.status == "agreed"


def _another(event: EventFinding, text: str) -> bool:
    """Whether a mention is of the next of its kind, not yet held."""
    before = text[max(0, event.trigger.start - REACH) : event.trigger.start]
    return event.status in ("scheduled", "proposed") and NEXT.search(before) is not None


def _one_before(event: EventFinding, root: EventFinding, text: str) -> bool:
    """Whether a mention is of the one before ("the last round") of what it is taken to be, which is still to come."""
    before = text[max(0, event.trigger.start - REACH) : event.trigger.start]
    return root.status in ("scheduled", "proposed", "postponed") and LAST.search(before) is not None


def family_in(event: EventFinding) -> str:
    """What it may be one with; an agreement on an exchange, a truce or a withdrawal is that, agreed."""
    if event.type == "agreement":
        wanted = " ".join(event.exact[max(0, event.trigger.start - event.start) :].split()[:SETTLING])
        return next((family for family, said in OF_DEALS.items() if said.search(wanted)), "agreement")
    return family_of(event.type)
