"""Events of the world with a known day, as a report tells of them: it appeared on that day or later.

How it tells of one says more. By its weekday alone ("Friday's blast"): within the week. By day and month without the
year: within the year. With a year, or as an anniversary: at any time after.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from parley.text.times.calendar import WEEKDAYS

if TYPE_CHECKING:
    from parley.annotate.reading import Reading

_WEEK, _YEAR = timedelta(days=6), timedelta(days=330)
_LONG_PAST = re.compile(
    r"\b(?:anniversary|(?:19|20)\d\d|(?:year|month|week)s? (?:ago|earlier|before)|last (?:year|week))"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event told of: its day, and the last day on which it is told so (None: any later day)."""

    day: date
    last: date | None
    words: str


def happenings(reading: Reading) -> Iterator[Happening]:
    """The known events that a report tells of, sentence by sentence; at most one finding an event."""
    low = reading.text.lower()
    for day, words, patterns in _table():
        if all(any(stem in low for stem in stems) for stems, _ in patterns):
            told = [s for s in _sentences(reading) if all(pattern.search(s) for _, pattern in patterns)]
            if told:
                by_day = _MONTHS[day.month - 1] in words  # "the Sept. 11 attacks": the day is their name ever after
                ends = [end for s in told if (end := _told_until(s, day, by_day))]
                yield Happening(day, min(ends) if ends else None, words)


def _told_until(sentence: str, day: date, by_day: bool) -> date | None:
    if _LONG_PAST.search(sentence):
        return None
    month = _MONTHS[day.month - 1]
    if re.search(rf"\b(?:{month}[a-z]*\.? {day.day}|{day.day} {month}[a-z]*)\b", sentence):
        return None if by_day else day + _YEAR
    named = [n for n, name in enumerate(WEEKDAYS) if re.search(rf"\b{name.lower()}(?:'s|’s)?\b", sentence)]
    return day + _WEEK if named == [day.weekday()] else None


def _sentences(reading: Reading) -> Iterator[str]:
    return (sentence.text.lower() for sentence in reading.doc.sents)


@cache
def _table() -> tuple[tuple[date, str, tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]], ...]:
    text = resources.files("parley.annotate.lexicon").joinpath("happenings.toml").read_text(encoding="utf-8")
    rows = []
    for day, words in tomllib.loads(text)["happenings"]:
        patterns = []
        for word in words.split():
            stems = tuple(word.split("|"))
            patterns.append((stems, re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})")))
        rows.append((date.fromisoformat(day), words, tuple(patterns)))
    return tuple(rows)
