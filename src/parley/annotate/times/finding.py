"""Finding the time expressions of a report, and what each of them leans on."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.annotate.times.screening import is_time
from parley.annotate.times.tense import direction_of, is_wish
from parley.model.findings import TimeFinding
from parley.text.times import Expression, base_of, scan, type_of
from parley.text.times.anchoring import place_all
from parley.text.times.nodes import Clock, Day, Duration, Edge, Half, Month, Node, Offset, Part, Quarter, Weekday, Year
from parley.text.times.values import length_value, open_value
from parley.text.zones import of_place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_QUARTERS = re.compile(r"[\dX]{4}-Q[1-4]$|P[69]M$")
_REACH = 3  # sentences back in which the time in focus is looked for


def find(reading: Reading) -> None:
    """Fill `reading.times`, placed by the report's date as far as it is known."""
    kept: list[tuple[Expression, Span]] = []
    for expression in scan(reading.text):
        phrase = reading.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if (
            phrase is not None
            and len(phrase)
            and is_time(expression, phrase, reading.text[expression.start : expression.end])
        ):
            kept.append((expression, phrase))
    starts = [0, *(token.i for token in reading.doc if token.is_sent_start and token.i)]
    sentences = [starts[bisect_right(starts, phrase.start) - 1] for _, phrase in kept]
    clocks = _clocks_of(reading, starts) if any(_is_local(e.node) for e, _ in kept) else {}
    found: list[TimeFinding] = []
    for index, (expression, phrase) in enumerate(kept):
        time = _finding(reading, index, expression, phrase, kept, sentences)
        found.append(replace(time, zone=clocks.get(sentences[index])) if _is_local(expression.node) else time)
    reading.times = found
    place(reading)


def place(reading: Reading) -> None:
    """Place the times by `reading.published`; called again when that is known better."""
    reading.times = place_all(reading.times, reading.published)


def _finding(
    reading: Reading, index: int, expression: Expression, phrase: Span,
    kept: list[tuple[Expression, Span]], sentences: list[int],
) -> TimeFinding:  # fmt: skip
    node, exact = expression.node, reading.text[expression.start : expression.end]
    lean, focus = base_of(node), None
    if lean == "focus" or _compares(node):
        focus = index + 1 if _ends_on_next(reading.text, node, index, kept) else _focus(node, index, kept, sentences)
        if focus is not None:
            lean = "focus"
        elif lean == "focus":
            lean = "published" if _may_lean_on_report(node) else "none"
    kind = type_of(node)
    value = length_value(node) if isinstance(node, Duration) else open_value(node)
    if isinstance(node, Duration) and _is_rate(phrase):
        kind = "SET"
    direction = direction_of(phrase.root) if lean != "focus" and kind in ("DATE", "TIME") else "none"
    if isinstance(node, Year) and phrase.root.dep_ not in ("pobj", "npadvmod"):
        direction = "none"  # "the 2016 race" may lie on either side
    if lean == "none" and direction == "future" and is_wish(phrase.root):
        direction = "none"  # "was invited in July 2029 to join": the year may be that of either verb
    return TimeFinding(expression.start, expression.end, exact, kind, value, None, direction, lean, focus)


def _compares(node: Node) -> bool:
    """Whether a time of business news leans on the quarter in focus where there is one: "the quarter", "a year ago"."""
    return (isinstance(node, Quarter) and node.number == 0 and node.offset is None) or (
        isinstance(node, Offset) and node.unit == "year" and node.count == -1 and node.about
    )


def _may_lean_on_report(node: Node) -> bool:
    node = node.of if isinstance(node, Edge) else node
    return isinstance(node, Clock | Part | Quarter | Weekday) or (
        isinstance(node, Offset) and node.unit in ("year", "month", "week") and (node.count or 0) <= 0
    )


def _focus(node: Node, index: int, kept: list[tuple[Expression, Span]], sentences: list[int]) -> int | None:
    """The time in focus for `node`: for a time of day the day of its sentence, else the nearest fitting time before."""
    here = sentences[index]
    node = node.of if isinstance(node, Edge) else node
    if isinstance(node, Clock | Part):
        near = [n for n in range(max(0, index - 6), min(len(kept), index + 7)) if n != index and sentences[n] == here]
        near.sort(key=lambda n: (abs(kept[n][0].start - kept[index][0].start), n))
        return next((n for n in near if _is_day(kept[n][0].node)), None)
    quarters = _compares(node)
    doc = kept[index][1].doc
    steps, last = 0, here
    for n in range(index - 1, max(-1, index - 12), -1):
        if sentences[n] != last:
            steps += sum(1 for t in doc[sentences[n] : last] if t.is_sent_start) if last - sentences[n] < 400 else 99
            last = sentences[n]
        if steps > (6 if quarters else _REACH):
            return None
        other = kept[n][0].node
        if quarters:
            if isinstance(other, Quarter) and (other.number or other.year is None):
                return n
            if isinstance(node, Offset) and _is_other_period(other, kept[n][1]):
                return n if isinstance(other, Month) and sentences[n] == here else None
        elif _fits(node, other):
            return n
    return None


def _ends_on_next(text: str, node: Node, index: int, kept: list[tuple[Expression, Span]]) -> bool:
    """Whether a quarter is told by its last day: "the quarter ended Sept. 30"."""
    if not isinstance(node, Quarter) or index + 1 >= len(kept) or not isinstance(kept[index + 1][0].node, Day):
        return False
    between = text[kept[index][0].end : kept[index + 1][0].start]
    return between.strip() in ("ended", "ending", "that ended", "which ended", "to")


def _is_other_period(node: Node, phrase: Span) -> bool:
    """A period of business news that is no quarter, with which a figure "a year ago" is compared."""
    match node:
        case Duration(parts=((amount, "month"),)):
            return amount in (6, 9) and phrase.root.head.dep_ == "prep"
        case Month(which="") | Half() | Year(fiscal=True):
            return True
        case Duration(parts=((1.0, "year"),)):
            return phrase[0].lower_ == "the"
        case _:
            return False


def _is_day(node: Node) -> bool:
    if isinstance(node, Clock | Part):
        return node.of is not None and _is_day(node.of)
    kind = type(node).__name__
    return kind in ("Day", "Weekday", "Feast") or (
        isinstance(node, Offset) and node.unit == "day" and node.count is not None
    )


def _fits(node: Node, other: Node) -> bool:
    """Whether a relative time may lean on `other`: it must be placed at least as finely as the unit counted."""
    if not isinstance(node, Offset):
        return _is_day(other)
    if type_of(other) not in ("DATE", "TIME") or (base_of(other) == "focus" and isinstance(other, Clock | Part)):
        return False
    kind = type(other).__name__
    if isinstance(other, Offset) and (other.count is None or other.unit in ("hour", "minute", "second")):
        return False
    if node.unit in ("day", "week", "hour", "minute", "night"):
        return _is_day(other)
    if node.unit in ("month", "quarter"):
        by_month = isinstance(other, Offset) and other.unit == "month"
        return _is_day(other) or kind in ("Month", "Quarter", "Range") or by_month
    return kind not in ("Reference", "Repeated", "Duration", "Decade", "Century")


def _is_rate(phrase: Span) -> bool:
    """Whether "a week" says how often or how much: "5,000 tons a week", "twice a day"."""
    first = phrase[0]
    if first.lower_ not in ("a", "an", "per") or len(phrase) != 2 or first.i == 0:
        return False
    before: Token = first.nbor(-1)
    return before.pos_ in ("NOUN", "NUM", "SYM", "PROPN") and phrase.root.dep_ in ("npadvmod", "nmod", "appos", "dep")


def _is_local(node: Node) -> bool:
    """Whether a time of day is told by the clock of the place, not by a zone of its own."""
    return isinstance(node, Clock) and node.zone in (None, "local")


def _clocks_of(reading: Reading, starts: list[int]) -> dict[int, str]:
    """The clock of the place that a sentence names, by the sentence's first token, where its places have one alone."""
    zones: dict[int, set[str]] = {}
    for entity in reading.doc.ents:
        zone = of_place(entity.text) if entity.label_ in ("GPE", "LOC", "FAC") else None
        if zone:
            zones.setdefault(starts[bisect_right(starts, entity.start) - 1], set()).add(zone)
    return {start: min(found) for start, found in zones.items() if len(found) == 1}
