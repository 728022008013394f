"""One deed told in like words by two reports, at two hours of the clock."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.findings import TimeFinding
from parley.model.items import About
from parley.model.passages import Span, Witness
from parley.reconcile.disagreements.publication import days_in
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.draft import Draft
from parley.text.intervals import agree
from parley.text.synonyms import content_meanings
from parley.text.words import split_words

REACH = 90
"""How far (code points) around a time the words are looked at that say what happened then."""
CLOCK = re.compile(r"T(\d\d):(\d\d)")
ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|just|shortly)\s(?:(?:before|after)\s)?\Z", re.I
)
OPEN = re.compile(r"(?<!shortly)(?<!just)\s(?:before|after|by|until|till|since|from|between)\s\Z", re.I)
NEAR = 24
ROUGH = 45
"""Minutes by which an hour may be off that is told with "about" or "shortly after"."""
ZONED = re.compile(r"\b(?:[A-Z]{3,4}|[A-Z]\w+\s[Tt]ime)\b")
BREAK = re.compile(r"[;“”\"]|\.\s|\n")
LEAST = 4
"""Words, without those that only tell when, that two tellings of one deed share at the least."""
ALIKE, HALF = 0.65, 0.5
"""The shares of the shorter and of the longer telling that are the same words."""
COMMON = 40
"""Tellings of a word beyond which it leads to no comparison: it stands everywhere in the story."""


@dataclass(frozen=True, slots=True)
class Moment:
    """That something happened at a minute of the day, give or take: the words around it (stems), and the passage."""

    words: frozenset[str]
    time: TimeFinding
    minute: int
    slack: int
    witness: Witness


def find_hours(draft: Draft) -> list[Raised]:
    """Deeds that two reports put at different hours, in words that are the same for the most part."""
    moments = [m for report in draft.reports for m in _moments(draft, report.id)]
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, moment in enumerate(moments):
        for word in sorted(moment.words):
            by_word[word].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for word in sorted(by_word):
        told = by_word[word]
        if len(told) <= COMMON:
            for n, a in enumerate(told):
                for b in told[n + 1 :]:
                    shared[a, b] += 1
    raised: list[Raised] = []
    used: set[int] = set()
    for (a, b), meet in sorted(shared.items(), key=lambda p: (-p[1], p[0])):
        if meet >= LEAST and not {a, b} & used and _at_odds(draft, moments[a], moments[b]):
            used |= {a, b}
            found = _raise(draft, moments[a], moments[b])
            if found is not None:
                raised.append(found)
    return raised


def _moments(draft: Draft, report: str) -> Iterator[Moment]:
    """The report's times with the words around them, where no other time of the kind stands among those."""
    text = draft.report(report).text
    times = draft.findings[report].times
    clocks = [t for t in times if t.type == "TIME" and CLOCK.search(t.value)]
    for time in clocks:
        sentence = draft.sentence(report, time.start)
        clock = CLOCK.search(time.value)
        before = text[max(0, time.start - NEAR) : time.start]
        if sentence is None or clock is None or _is_zoned(time) or OPEN.search(before):
            continue
        span = _around(text, time, sentence)
        if any(t is not time and span.start <= t.start < span.end for t in clocks):
            continue
        inside = [t for t in times if span.start <= t.start < span.end]
        words = [w for w in split_words(text[span.start : span.end]) if w.form.isalpha()]
        told = [w for w in words if not any(t.start <= span.start + w.start < t.end for t in inside)]
        witness = draft.witness(report, span.start, span.end)
        hour, minute = clock.groups()
        slack = ROUGH if ABOUT.search(before) else 0
        yield Moment(frozenset(content_meanings(told)), time, 60 * int(hour) + int(minute), slack, witness)


def _around(text: str, time: TimeFinding, sentence: Span) -> Span:
    """The words around a time, within its sentence and the nearest strong marks."""
    start, end = max(sentence.start, time.start - REACH), min(sentence.end, time.end + REACH)
    for mark in BREAK.finditer(text, start, time.start):
        start = mark.end()
    stop = BREAK.search(text, time.end, end)
    end = stop.start() if stop else end
    while start > sentence.start and text[start - 1].isalnum():
        start += 1
    while end < sentence.end and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " \t\n,;:":
        end -= 1
    return Span(start, end)


def _is_zoned(time: TimeFinding) -> bool:
    """Whether the hour is told by a clock that need not be the one of the place."""
    return ZONED.search(time.exact.split("(")[0]) is not None


def _at_odds(draft: Draft, a: Moment, b: Moment) -> bool:
    """Whether two reports tell one deed in like words, on no two days, at hours that differ."""
    if a.witness.report == b.witness.report or abs(a.minute - b.minute) <= max(a.slack, b.slack):
        return False
    meet = len(a.words & b.words)
    sizes = sorted((len(a.words), len(b.words)))
    return meet >= ALIKE * sizes[0] and meet >= HALF * sizes[1] and not _on_two_days(draft, a, b)


def _on_two_days(draft: Draft, a: Moment, b: Moment) -> bool:
    """Whether the passages name days that do not meet."""
    days = [days_in(draft, m.witness.report, m.witness.span) for m in (a, b)]
    return all(days) and not any(agree(s, t) for s in days[0] for t in days[1])


def _raise(draft: Draft, a: Moment, b: Moment) -> Raised | None:
    about = next((about for m in (a, b) if (about := _about(draft, m)) is not None), None)
    if about is None:
        return None
    return Raised(
        about,
        "time",
        "conflict",
        f"told of {a.time.exact} and of {b.time.exact} in like words",
        tuple(reading(m.time.exact, [m.witness]) for m in (a, b)),
    )


def _about(draft: Draft, moment: Moment) -> About | None:
    """The event, statement or name that the words tell of."""
    report, span = moment.witness.report, moment.witness.span
    for index, event in enumerate(draft.findings[report].events):
        if event.start < span.end and span.start < event.end and (report, index) in draft.event_of:
            return About("event", draft.event_of[report, index])
    for statement in draft.statements:
        if any(v.witness.report == report and v.witness.span.meets(span) for v in statement.witnesses):
            return About("statement", statement.id)
    for name in draft.findings[report].names:
        item = draft.name_of.get((report, name.id))
        if item is not None and any(span.start <= m.start < span.end for m in name.mentions):
            return About("name", item)
    return None
