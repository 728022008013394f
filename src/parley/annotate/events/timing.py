"""When an event was or will be, and whether it belongs to the story's past."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.governors import phrase
from parley.annotate.events.lexicon import status_words
from parley.annotate.events.scene import Scene
from parley.annotate.events.triggers import Trigger
from parley.annotate.times import time_for
from parley.model.findings import TimeFinding
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

NOT_DATING = re.compile(
    r"\b(?:since|than)\s+(?:(?:the|early|late|mid|its|his|at least|last|in|beginning|end|start|of|around)[\s-]+)*$",
    re.I,
)
UP_TO = re.compile(r"\b(until|till|by)\s+(?:at\s+least\s+|the\s+end\s+of\s+)?$", re.I)
MOVED_TO = re.compile(r"\b(?:to|until|till)\s+(?:the\s+)?$", re.I)
BACKGROUND_DAYS = 180
HIGHEST = 8
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
HISTORIC = frozenset({"invasion"})


def time_of(trigger: Trigger, carrier: Token, span: Span, scene: Scene) -> int | None:
    """The index of the time that dates the event: one inside its telling, or else one that its clause hangs on.

    A phrase inside a clause about something else ("spoke on Monday after the talks") has no other time than its own.
    """
    reading = scene.reading
    if not reading.times:
        return None
    token = trigger.token
    low = bisect_left(reading.times, span.start, key=lambda t: t.start)
    inside: list[int] = []
    while low < len(reading.times) and reading.times[low].start < span.end:
        own = reading.times[low].end <= span.end
        fits = own and (dates(reading.times[low], scene) or _owns(low, token, scene))
        if fits and _hangs(low, token, scene):
            inside.append(low)
        low += 1
    moved = [
        i for i in inside if MOVED_TO.search(reading.text[max(0, reading.times[i].start - 12) : reading.times[i].start])
    ]
    if len(inside) > 1 and moved and _puts_off(carrier):
        return moved[-1]  # "put off from March 3 to March 10"
    if inside:
        return min(inside, key=lambda i: (reading.times[i].time is None, abs(reading.times[i].start - token.idx), i))
    if carrier.pos_ not in ("VERB", "AUX"):
        return None
    if carrier.dep_ == "relcl" and any(c.lower_ == "when" for c in carrier.lefts):
        at = carrier.head.idx
        return next((i for i, t in enumerate(reading.times) if t.start <= at < t.end), None)
    index = time_for(reading, span.start, span.end)
    sentence = carrier.sent
    # A day carried on from the sentence before dates too much; silence is better.
    near = index is not None and sentence.start_char <= reading.times[index].start < sentence.end_char
    if near and index is not None and dates(reading.times[index], scene) and _shares(carrier, index, scene):
        return index
    when = next((c for c in carrier.children if c.dep_ == "advcl" and any(m.lower_ == "when" for m in c.lefts)), None)
    if when is not None:
        left, right = when.left_edge.idx, when.right_edge.idx + len(when.right_edge)
        for at, time in enumerate(reading.times):
            if left <= time.start and time.end <= right and dates(time, scene):
                return at
    found = (look(carrier, scene) for look in (_compared, _expected, _overnight))
    return next((index for index in found if index is not None), None)


def _owns(index: int, noun: Token, scene: Scene) -> bool:
    """Whether the time is the noun's own ("since Monday's crash" does not date from Monday, but the crash does)."""
    time = scene.reading.times[index]
    if noun.pos_ not in ("NOUN", "PROPN") or time.time is None:
        return False
    return any(c.dep_ in ("poss", "compound", "nmod") and time.start <= c.idx < time.end for c in noun.lefts)


def _hangs(index: int, event: Token, scene: Scene) -> bool:
    """Whether the time says when the event was, and not when something else was ("since the 1999 war")."""
    time = scene.reading.times[index]
    phrase = scene.reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    if phrase is None or not len(phrase):
        return True
    token = phrase.root
    for depth in range(8):
        head = token.head
        if head.i == token.i or token.i == event.i:
            return True
        if depth == 0 and token.dep_ in ("nummod", "compound", "amod", "nmod", "poss") and head.i != event.i:
            return head.i == event.head.i or (event.is_ancestor(head) and head.dep_ == "compound")
        if token.lower_ == "since" or (token.lower_ == "than" and token.dep_ == "prep"):
            return False
        if token.dep_ == "advcl" and any(c.lower_ == "than" for c in token.lefts):
            token = head  # "ended earlier than planned on Monday" was on Monday
            continue
        if token.dep_ in CLAUSES and head.i != event.i and not _holds(token, event):
            # It dates a clause that tells something else; but "the interview with her, aired on Monday" was aired.
            aside = token.dep_ == "acl" and token.nbor(-1).lower_ == ","
            occurs = token.lemma_ in status_words().sets["occurring"]
            return (aside or occurs) and event.pos_ == "NOUN" and event.is_ancestor(head)
        token = head
    return True


def _holds(above: Token, token: Token) -> bool:
    return above.i == token.i or above.is_ancestor(token)


def _shares(carrier: Token, index: int, scene: Scene) -> bool:
    """Whether a time outside the carrier's clause may be its own: it is not that of an accusation or of a main verb.

    "Accused them on Monday of hiding gold", "on Monday freed men convicted by a court": neither is the Monday's.
    """
    time = scene.reading.times[index]
    phrase = scene.reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    if phrase is None or carrier.is_ancestor(phrase.root):
        return _hangs(index, carrier, scene)
    if _is_measured_off(carrier):
        return False
    at = carrier
    for _ in range(HIGHEST):
        if at.is_ancestor(phrase.root):
            return True
        if at.dep_ == "relcl" or (at.dep_ == "acl" and at.tag_ == "VBN"):
            return False
        if at.dep_ == "conj" and _is_earlier(at.head, at):
            return False
        if at.dep_ == "pcomp" and at.head.head.lemma_ in status_words().sets["charging"]:
            return False
        if at.head.i == at.i:
            break
        at = at.head
    return True


def _puts_off(verb: Token) -> bool:
    governor = status_words().governor
    return "postponed" in (governor.get(phrase(verb)), governor.get(verb.lemma_))


def _is_measured_off(verb: Token) -> bool:
    """Whether the clause tells what was days or months before or after the main one ("in July, a month after …")."""
    if verb.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ in ("before", "after") for c in verb.lefts):
        return False
    spans = {c.lemma_ for c in children(verb, "npadvmod")}
    return not spans.isdisjoint(("day", "week", "month", "year", "decade", "fortnight"))


def _is_earlier(first: Token, second: Token) -> bool:
    """Whether the first of two joined verbs is in the pluperfect and the second in a tense of its own."""
    helpers = {c.lower_ for c in children(second, "aux", "auxpass")}
    return any(c.lower_ == "had" and c.dep_ == "aux" for c in first.children) and (
        second.tag_ == "VBD" or bool(helpers & {"was", "were", "has", "have", "will"})
    )


def _expected(carrier: Token, scene: Scene) -> int | None:
    """The time that the parse gives to the aim of what is expected ("expects talks to end the war in March")."""
    if status_words().governor.get(carrier.lemma_) != "scheduled":
        return None
    aim = next((c for c in children(carrier, "advcl", "xcomp") if c.tag_ == "VB" and c.i > carrier.i), None)
    if aim is None:
        return None
    start, end = aim.left_edge.idx, aim.right_edge.idx
    told = [i for i, t in enumerate(scene.reading.times) if start <= t.start <= end and dates(t, scene)]
    return told[0] if len(told) == 1 and _hangs(told[0], aim, scene) else None


def _compared(carrier: Token, scene: Scene) -> int | None:
    """The only time of the sentence, put after a comparison: "ended earlier than expected on Monday"."""
    near = [c for at in (carrier, *children(carrier, "advmod")) for c in children(at, "advcl") if c.tag_ == "VBN"]
    than = next((c for c in near if any(m.lower_ == "than" for m in c.lefts)), None)
    if than is None:
        return None
    start, end = carrier.sent.start_char, carrier.sent.end_char
    told = [i for i, t in enumerate(scene.reading.times) if start <= t.start < end and dates(t, scene)]
    return told[0] if len(told) == 1 and scene.reading.times[told[0]].start > than.idx else None


def _overnight(carrier: Token, scene: Scene) -> int | None:
    """The night in which something was, told before the one who reports it ("Overnight, the mayor said, …")."""
    if carrier.dep_ != "ccomp":
        return None
    start, end = carrier.sent.start_char, carrier.idx
    for index, time in enumerate(scene.reading.times):
        if start <= time.start < end and time.exact[:9].lower() == "overnight" and dates(time, scene):
            return index
    return None


def dates(time: TimeFinding, scene: Scene) -> bool:
    """Whether the expression can date an event: a point in time, not a duration, nor the start of one ("since May")."""
    if time.type not in ("DATE", "TIME") or time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return False
    return not NOT_DATING.search(scene.reading.text[max(0, time.start - 28) : time.start])


def is_future(time: int | None, scene: Scene) -> bool:
    """Whether the time lies after the report's date."""
    published = scene.reading.published
    if time is None or published.latest is None:
        return False
    found = scene.reading.times[time].time
    return found is not None and found.earliest[:10] > published.latest[:10]


def is_bound(time: int, ahead: bool, scene: Scene) -> bool:
    """Whether the time only ends what is told ("closed until Monday"), or bounds what is `ahead` ("by Monday")."""
    found = UP_TO.search(
        scene.reading.text[max(0, scene.reading.times[time].start - 16) : scene.reading.times[time].start]
    )
    return found is not None and (ahead or found[1].lower() != "by")


def is_past(time: int | None, scene: Scene) -> bool:
    """Whether the time lies before the report's date."""
    published = scene.reading.published
    if time is None or published.earliest is None:
        return False
    found = scene.reading.times[time].time
    return found is not None and found.latest[:10] < published.earliest[:10]


def is_background(trigger: Trigger, time: int | None, words: Phrase, scene: Scene) -> bool:
    """Whether the event is history to the story: long past when the report appeared, or named as such."""
    published = scene.reading.published
    found = scene.reading.times[time].time if time is not None else None
    if found is not None and published.earliest is not None:
        return (_day(published.earliest) - _day(found.latest)).days > BACKGROUND_DAYS
    if trigger.kind.name in HISTORIC:
        return True
    marker = words[0].nbor(-1).lower_ if words.start > 0 else ""
    return marker == "since" and found is None


def _day(text: str) -> date:
    parts = (text[:10] + "-01-01"[max(0, len(text[:10]) - 4) :])[:10]
    try:
        return date.fromisoformat(parts)
    except ValueError:
        return date.max
