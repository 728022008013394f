"""When a statement was made, as its cue's clause, or what it came after, tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.outlets import lists
from parley.annotate.statements.page import Page
from parley.annotate.times import time_for
from parley.model.findings import TimeFinding

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOUNDS = frozenset({"before", "until", "till", "since", "for"})
_COARSE = re.compile(r"[\dX]{2,4}(?:-(?:\d\d|XX|Q\d|H\d|S[PU]|FA|WI))?")
_NOT_ON = _BOUNDS | {"of", "for", "by", "to"}
_BEFORE = _BOUNDS | {"ahead", "prior"}
_OTHER_TIMES = frozenset(
    {"previously", "earlier", "repeatedly", "often", "long", "always", "once", "consistently", "recently", "frequently",
     "ago", "then", "since"}
)  # fmt: skip


def time_of(reading: Reading, page: Page, attribution: Attribution, zone: list[Range]) -> int | None:
    """The time of the cue's clause that stands nearest to the cue."""
    when = _time_when(reading, page, attribution.anchor)
    if when is not None:
        return when
    best: tuple[int, int] | None = None
    for start, end in zone:
        low = bisect_left(reading.times, page.starts[start], key=lambda t: t.start)
        while low < len(reading.times) and reading.times[low].start < page.starts[end - 1] + 1:
            time = reading.times[low]
            if _is_moment(time):
                head = page.doc[page.token_at(time.start) : page.token_at(max(time.start, time.end - 1)) + 1].root
                if _dates(head, attribution.anchor):
                    key = abs(time.start - attribution.anchor.idx), low
                    best = key if best is None or key < best else best
            low += 1
    return best[1] if best else None


def _time_when(reading: Reading, page: Page, verb: Token) -> int | None:
    """The time that a clause of "when" hangs on: "in October, when he accused …"."""
    if verb.dep_ not in ("relcl", "advcl") or not any(c.lower_ == "when" for c in verb.children):
        return None
    day = verb.head
    for index in range(_first(reading, day.sent.start_char), _first(reading, day.idx + 1)):
        time = reading.times[index]
        if _is_moment(time) and time.start <= day.idx < time.end:
            return index
    return None


def _is_moment(time: TimeFinding) -> bool:
    """Whether the expression can date something, now or once the story narrows the report's date."""
    return time.type in ("DATE", "TIME") and not time.value.endswith("_REF")


def _dates(head: Token, verb: Token) -> bool:
    """Whether a time belongs to the cue by the parse: no other verb stands between, but for that of a publication."""
    above = {verb.i}
    at = verb
    while at.head is not at and at.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp", "parataxis", "ccomp", "prep"):
        at = at.head
        above.add(at.i)
    at = head
    for _ in range(12):
        if at.i in above:
            return True
        if at.lower_ in _BOUNDS or any(c.dep_ == "mark" and c.lower_ in _BOUNDS for c in at.children):
            return False
        if (
            at.pos_ == "VERB"
            and at.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj")
            and at.lemma_ not in lists()["carrying"]
        ):
            return False
        if at.head is at:
            return False
        at = at.head
    return False


def is_other_time(page: Page, attribution: Attribution, zone: list[Range]) -> bool:
    """Whether the cue tells of another time than the report's: "has long said", "previously warned", "says"."""
    verb = attribution.anchor
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return perfect or any(c.lower_ in _OTHER_TIMES for c in verb.children)


def time_by_event(reading: Reading, page: Page, attribution: Attribution, held: list[bool]) -> int | None:
    """The time carried on to the cue: of what it came after ("following their meeting"), or of the sentence before."""
    if held[attribution.anchor.i]:
        return None
    first, last = page.sentences[page.sentence[attribution.anchor.i]]
    start, end = page.starts[first], page.starts[last - 1] + 1
    if any(_follows(c) for c in attribution.anchor.children):
        back = page.starts[page.sentences[max(0, page.sentence[attribution.anchor.i] - 3)][0]]
        for at in range(_first(reading, start) - 1, _first(reading, back) - 1, -1):
            time = reading.times[at]
            if _is_moment(time) and not _is_coarse(time) and not held[page.token_at(time.start)]:
                return at
    own = reading.times[_first(reading, start) : _first(reading, end)]
    if any(
        _is_moment(t) and not held[at] and _is_bound(page.tokens[at]) for t in own for at in [page.token_at(t.start)]
    ):
        return None  # said before, or since, a time that its own sentence gives
    index = time_for(reading, attribution.anchor.idx, attribution.anchor.idx + len(attribution.anchor))
    if index is None or held[page.token_at(reading.times[index].start)] or reading.times[index].start >= start:
        return None
    day = page.tokens[page.token_at(reading.times[index].start)]
    # "the flood of March 6" dates the flood; what was planned "for Saturday" was not said on Saturday
    return None if any(a.lower_ in _NOT_ON for a in islice(day.ancestors, 3)) else index


def _first(reading: Reading, offset: int) -> int:
    """The index of the first time that begins at the offset or behind it."""
    return bisect_left(reading.times, offset, key=lambda t: t.start)


def _is_bound(day: Token) -> bool:
    """Whether a time bounds what the sentence tells: "before Friday's talks had begun"."""
    for at in (day, *islice(day.ancestors, 6)):
        if at.lower_ in _BEFORE or any(c.dep_ == "mark" and c.lower_ in _BEFORE for c in at.children):
            return True
    return False


def _is_coarse(time: TimeFinding) -> bool:
    """Whether it is a month, a year or a season, in which a thing said has no day."""
    return _COARSE.fullmatch(time.value) is not None


def _follows(child: Token) -> bool:
    """Whether what hangs on the cue says that it came after what was just told: "afterwards", "after the meeting"."""
    return child.lower_ in ("afterwards", "afterward") or (
        child.lower_ in ("after", "following") and _names_event(child)
    )


def _names_event(preposition: Token) -> bool:
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return noun is not None and noun.lemma_.lower() in lists()["events"]
