"""A report's events beside the words whose clauses tell them, and the times by which they may be dated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.events.scene import Scene
from parley.annotate.events.timing import dates
from parley.model.findings import EventFinding, TimeFinding
from parley.text.times.grammar import read
from parley.text.times.nodes import Clock, Part

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LEAD = 4
"""Sentences from the top in which a report tells what is new."""
FEWEST_WORDS = 6
DAY_GRAINS = ("day", "part of day", "hour", "minute")
HIGHEST = 8
FARTHEST = 4


@dataclass(slots=True)
class Page:
    """A report's events with the words whose clauses tell them, and its times by sentence."""

    scene: Scene
    events: Sequence[EventFinding]
    carriers: Mapping[int, Token]
    lead: frozenset[int]

    @classmethod
    def of(cls, events: Sequence[EventFinding], carriers: Mapping[int, Token], scene: Scene) -> Page:
        """The page of a report whose events are found; `carriers` by the start of the event's trigger."""
        lead: list[int] = []
        for sentence in scene.reading.sentences():
            if len(sentence) >= FEWEST_WORDS and any(t.pos_ in ("VERB", "AUX") for t in sentence):
                lead.append(sentence.start)
            if len(lead) >= LEAD:
                break
        return cls(scene, events, carriers, frozenset(lead))

    def times(self, start: int, end: int) -> list[int]:
        """Indices of the times in [start, end) that can date something."""
        found = self.scene.reading.times
        low = bisect_left(found, start, key=lambda t: t.start)
        chosen: list[int] = []
        while low < len(found) and found[low].start < end:
            if dates(found[low], self.scene) and self._is_placed(found[low]):
                chosen.append(low)
            low += 1
        return chosen

    def is_told(self, event: EventFinding) -> bool:
        """Whether a mention has a time that the report's date can place ("the same day" alone is none)."""
        if event.time is None:
            return False
        return self._is_placed(self.time(event.time))

    @staticmethod
    def _is_placed(time: TimeFinding) -> bool:
        if time.type == "TIME" and time.anchor == "published":
            node = read(time.exact)
            if isinstance(node, Clock | Part) and node.of is None:
                return False  # an hour of no day that is told
        return time.time is not None or time.anchor != "none"

    def time(self, index: int) -> TimeFinding:
        return self.scene.reading.times[index]


def root_of(index: int, event: EventFinding) -> int:
    """The index of the mention that the event's mention takes up; its own where it takes up none."""
    return index if event.refers_to is None else event.refers_to


def is_fine(index: int, page: Page) -> bool:
    """Whether the time names a day, or may once the report's date is known."""
    time = page.time(index).time
    return time is None or time.precision in DAY_GRAINS


def head_of(index: int, page: Page) -> Token:
    """The head word of a time."""
    time = page.time(index)
    phrase = page.scene.reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    assert phrase is not None
    return phrase.root


def hangs_on(token: Token, verb: Token) -> bool:
    """Whether the token leads up to the verb without another clause between."""
    at = token
    for _ in range(HIGHEST):
        if at.i == verb.i:
            return True
        if at.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj", "appos") or at.head.i == at.i:
            return False
        at = at.head
    return False


def is_aside(token: Token, verb: Token) -> bool:
    """Whether the token stands in a relative clause below the verb ("a talk that aired in May")."""
    at = token
    for _ in range(HIGHEST):
        if at.i == verb.i or at.head.i == at.i:
            return False
        if at.dep_ == "relcl":
            return True
        at = at.head
    return False


def before(sentence: Span, page: Page) -> Span | None:
    """The sentence before, those passed over that somebody is quoted with."""
    at = sentence.start - 1
    for _ in range(FARTHEST):
        while at >= 0 and sentence.doc[at].is_space:
            at -= 1
        if at < 0:
            return None
        found = sentence.doc[at].sent
        if not page.scene.in_quotes(found.start_char + 1):
            return found
        at = found.start - 1
    return None
