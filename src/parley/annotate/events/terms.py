"""What a proposal or agreement says: its terms, its condition, its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parley.annotate.events.scene import Scene
from parley.annotate.events.triggers import Trigger
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

TERMED = frozenset(
    {"agreement", "ceasefire", "exchange", "release", "deal", "sanctions", "meeting", "talks", "withdrawal"}
)
CONDITIONS = frozenset({"if", "unless", "provided", "once", "providing"})
ENDS = re.compile(r"\b(?:until|till|through|expir\w+|ends?|ending|to|and|–|-)\s*(?:on\s+|at\s+|the\s+)?$", re.I)
LONGEST_TERM = 30


def terms_of(trigger: Trigger, carrier: Token, scene: Scene) -> tuple[Span, ...]:
    """Spans of what is proposed or agreed: complements of the noun or verb, and its measures ("30-day")."""
    if trigger.kind.name not in TERMED:
        return ()
    found: list[Span] = []
    for holder in dict.fromkeys((trigger.token, carrier)):
        for child in holder.children:
            wanted = (
                child.dep_ == "acl"
                or (child.dep_ == "nummod" and child.ent_type_ != "ORDINAL")
                or (child.dep_ in ("compound", "amod", "nmod") and any(c.like_num for c in child.subtree))
            )
            if holder is not trigger.token:
                wanted = (
                    child.dep_ in ("acl", "ccomp", "xcomp")
                    and not child.is_ancestor(trigger.token)
                    and child.i != trigger.token.i
                )
                wanted = wanted and holder.pos_ == "NOUN"
            if (
                child.dep_ == "prep"
                and child.lower_ in ("on", "for", "of", "from", "under")
                and holder is trigger.token
            ):
                wanted = trigger.kind.name in ("agreement", "ceasefire", "exchange", "sanctions")
            if wanted and child.right_edge.i - child.left_edge.i < LONGEST_TERM:
                found.append(scene.reading.span(child.left_edge.i, child.right_edge.i + 1))
    if trigger.verb and trigger.kind.name in ("exchange", "release", "agreement"):
        for child in trigger.token.children:
            if child.dep_ in ("dobj", "xcomp", "ccomp") and child.right_edge.i - child.left_edge.i < LONGEST_TERM:
                found.append(scene.reading.span(child.left_edge.i, child.right_edge.i + 1))
    return tuple(sorted(dict.fromkeys(found)))


def condition_of(carrier: Token, scene: Scene) -> Span | None:
    """The clause that the event hangs on ("if both sides agree")."""
    for child in carrier.children:
        if child.dep_ == "advcl":
            mark = next((c for c in child.children if c.dep_ in ("mark", "advmod") and c.lower_ in CONDITIONS), None)
            if mark is not None:
                return scene.reading.span(child.left_edge.i, child.right_edge.i + 1)
    return None


def expiry_of(span: Span, scene: Scene) -> int | None:
    """The index of the time up to which it holds ("until Sunday", "from Monday through Friday")."""
    text = scene.reading.text
    for index, time in enumerate(scene.reading.times):
        if span.start <= time.start and time.end <= span.end and time.type in ("DATE", "TIME"):
            before = text[max(span.start, time.start - 16) : time.start]
            mark = ENDS.search(before)
            if mark and (
                mark.group(0).split()[0].lower() not in ("to", "and", "–", "-")
                or _ranged(text[span.start : time.start])
            ):
                return index
    return None


def _ranged(before: str) -> bool:
    return bool(re.search(r"\b(?:from|between)\b", before, re.I))
