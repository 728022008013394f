"""Single victims and none at all as figures: "a man was killed" is one person killed, "no one was hurt" none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from parley.annotate.figures.casualties import Casualty, find_casualties
from parley.annotate.figures.clauses import few
from parley.annotate.figures.nouns import words_of
from parley.annotate.figures.phrases import statement_at, told_by, trim
from parley.annotate.reading import Reading
from parley.model.findings import FigureFinding
from parley.model.passages import Span

_LONGEST = 14
_SINGLE = frozenset({"a", "an", "one", "another", "1", "no"})


def find_victims(reading: Reading, taken: list[FigureFinding]) -> Iterator[FigureFinding]:
    """A finding for each new unnamed victim, and for each plain "no one", where no number was found there already."""
    numbers = sorted(f.number.start for f in taken)
    seen: set[tuple[str, str]] = set()
    for casualty in find_casualties(reading):
        key = (casualty.slot, casualty.victim.lemma_.lower())
        if key in seen or not _is_new(casualty):
            continue
        first = min(casualty.victim.left_edge.i, casualty.victim.i)
        last = max(casualty.victim.i, casualty.trigger.i)
        first = min(first, casualty.trigger.i)
        if last - first > _LONGEST:
            first = max(casualty.victim.left_edge.i, casualty.victim.i - 4)
            last = casualty.victim.i
        span = reading.span(first, last + 1)
        if bisect_left(numbers, span.start) != bisect_left(numbers, span.end):
            continue
        seen.add(key)
        yield _finding(reading, casualty, span)


def _is_new(casualty: Casualty) -> bool:
    """Whether the clause brings up the victim: not by name, not as known, not of another time."""
    if casualty.elsewhere or casualty.definite or casualty.who or casualty.count not in (0, 1):
        return False
    victim, trigger = casualty.victim, casualty.trigger
    if trigger.pos_ in ("NOUN", "PROPN") or trigger.dep_ == "amod":
        return False
    words = {c.lower_ for c in few(victim.lefts)} | {victim.lower_}
    return bool(words & _SINGLE or victim.lower_ in ("nobody", "none"))


def _finding(reading: Reading, casualty: Casualty, span: Span) -> FigureFinding:
    victim = casualty.victim
    told = next((c for c in few(victim.lefts) if c.lower_ in _SINGLE), victim)
    number = Span(told.idx, told.idx + len(told))
    start, end = trim(reading.text, span.start, span.end)
    words = [w for w in words_of(victim, (told.i, told.i)) if w.lower() not in ("no", "one")]
    statement = statement_at(reading, start, end)
    return FigureFinding(
        start=start,
        end=end,
        exact=reading.text[start:end],
        number=number,
        value=float(casualty.count or 0),
        bound="exact",
        unit=None,
        per=None,
        of=" ".join([*(words or ["people"]), casualty.slot]),
        statement=statement,
        according_to=told_by(reading, statement),
        head=words[-1] if words else "people",
    )
