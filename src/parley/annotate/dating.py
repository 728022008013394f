"""Dating a report from what it says, where its bytes do not."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date, timedelta

from parley.annotate.datelines import marks, with_dateline
from parley.annotate.happenings import Happening, happenings
from parley.annotate.numbered import numbered_date
from parley.annotate.offices import anniversaries, terms_of_office
from parley.annotate.reading import Reading
from parley.annotate.times.finding import place
from parley.annotate.times.tense import governor, lexicon
from parley.model.times import Published
from parley.text.times import read
from parley.text.times.dating import Clues, clues_of, days_for, ends_for, relaxed, runs
from parley.text.times.nodes import Day


def date_report(reading: Reading) -> None:
    """Set `reading.published` and resolve the times that lean on it.

    A stated date is kept. Else the days that agree with all the report says of its own date are taken, from the first
    to the last, with the reasons; where they are not bounded from both sides, the date stays unknown.
    """
    if reading.published.basis == "stated" and reading.published.earliest:
        return
    clues = clues_for(reading)
    numbered = numbered_date(reading.report, clues)
    if numbered is not None:
        reading.published = numbered
        place(reading)
        return
    days = _one_day(clues) or next((d for c in relaxed(clues) if (d := ends_for(c))), None) or _soon_after(clues)
    if days:
        reading.published = Published(days[0].isoformat(), days[1].isoformat(), "inferred", "; ".join(_reasons(clues)))
    else:
        reading.published = Published(None, None, "unknown", "; ".join(_reasons(clues)) or "the text does not tell")
    place(reading)


def _one_day(clues: Clues) -> tuple[date, date] | None:
    """The only days that the dateline can mean, by the day of the week whose news the report tells.

    Agency copy names the day it is sent by its weekday; where several years of the bounds fit so, None.
    """
    if not clues.issued or not clues.pairs:
        return None
    exact = replace(
        clues, news=frozenset(), past=frozenset(), ahead=frozenset(), behind_days=frozenset(), ahead_days=frozenset()
    )
    if clues.lower and not clues.upper and not clues.terms:
        exact = replace(exact, upper=clues.lower + timedelta(days=2 * 366))
    found = runs(days_for(exact))
    return found[0] if len(found) == 1 else None


def _soon_after(clues: Clues) -> tuple[date, date] | None:
    """The first days after the newest year told on which a date falls on the weekday named with it.

    A date and its weekday agree again after five, six or eleven years; news names a newer year than that.
    """
    if not clues.pairs or clues.lower is None or clues.upper is not None:
        return None
    days = days_for(replace(clues.within(None, clues.lower + timedelta(days=5 * 366), ""), ahead_days=frozenset()))
    found = runs(days, 100)
    return found[0] if len(found) == 1 else None


def clues_for(reading: Reading) -> Clues:
    """All clues of a report to its own date."""
    clues = clues_of(reading.times, _news(reading))
    for first, last, why in marks(reading.text):
        # The mark's own date is among the times; it bounds no closer than the mark does.
        own = clues.lower is not None and first <= clues.lower <= last
        clues = replace(clues, lower=None if own else clues.lower, upper=None).within(first, last, why)
    for lower, upper, why in (*anniversaries(reading.text), *_counted(reading)):
        if not (clues.upper and lower and lower > clues.upper) and not (clues.lower and upper and upper < clues.lower):
            clues = clues.within(lower, upper, why)
    clues = with_dateline(reading.text, clues)
    for told in happenings(reading):
        if clues.upper == date(told.day.year, 12, 31):
            clues = replace(clues, upper=None)  # what has come to pass is no plan for its year
        if clues.upper is None or told.day <= clues.upper:
            clues = _with_happening(clues, told)
    terms, why = terms_of_office(reading.text, clues)
    if terms:
        clues = replace(clues, terms=terms, why=(*clues.why, why))
    return clues


def _with_happening(clues: Clues, told: Happening) -> Clues:
    """The clues bounded by an event told of; where the dateline's day comes within the fortnight, of its year."""
    last = told.last
    near = [told.day + timedelta(days=n) for n in range(15)]
    if last is None and any((d.month, d.day) in clues.issued for d in near):
        last = near[-1]
    keep = last is None or clues.lower is None or clues.lower <= last
    return clues.within(told.day, last if keep else None, f"it tells of {told.words!r} ({told.day})")


def _reasons(clues: Clues) -> list[str]:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    reasons = list(clues.why)
    if clues.news:
        reasons.append("statements dated " + ", ".join(f"{m:02d}-{d:02d}" for m, d in sorted(clues.news)))
    if clues.pairs:
        reasons.append(
            "dates with their weekday: " + ", ".join(f"{names[w]} {m:02d}-{d:02d}" for m, d, w in sorted(clues.pairs))
        )
    if clues.behind_days:
        reasons.append("weekdays behind: " + ", ".join(names[w] for w in sorted(clues.behind_days)))
    if clues.ahead_days:
        reasons.append("ahead: " + ", ".join(names[w] for w in sorted(clues.ahead_days)))
    return reasons


def _news(reading: Reading) -> set[int]:
    """The times without a year that date a statement: what is quoted as said on a day is the day's news."""
    found: set[int] = set()
    for index, time in enumerate(reading.times):
        node = read(time.exact)
        if not isinstance(node, Day) or node.year is not None:
            continue
        phrase = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if phrase is None:
            continue
        verb = governor(phrase.root)
        head = phrase.root.head.lower_
        over = phrase.root.head.head.lower_ if head in ("on", "of", "from") else head
        said = verb is not None and verb.lemma_ in lexicon()["saying"] and head in ("on", verb.lower_)
        if said or over in ("post", "statement", "tweet", "announcement", "interview"):
            found.add(index)
    return found


def _counted(reading: Reading) -> list[tuple[date | None, date | None, str]]:
    """Years that have passed since a dated event, told in one sentence: "more than three years … since March 2022"."""
    found: list[tuple[date | None, date | None, str]] = []
    times = reading.times
    for first, second in itertools.pairwise(times):
        if second.start - first.end > 60 or first.type == second.type:
            continue
        length, start = (first, second) if first.type == "DURATION" else (second, first)
        match = re.fullmatch(r"P(\d{1,2})Y", length.value)
        between = reading.text[first.end : second.start].lower()
        if (
            match
            and start.time
            and re.search(r"\bsince\b|\bafter\b", between)
            and "\n" not in between
            and start.anchor == "none"
        ):
            years, begin = int(match[1]), date.fromisoformat(start.time.earliest[:10])
            if "since" in between and begin.year + years + 1 < 9999:
                found.append((date(begin.year + years, 1, 1), None, f"{length.exact} since {start.exact}"))
    return found
