"""When a report appeared, by what its times say: bounds, days of the month, days of the week.

Each clue is something that a publication day must agree with; the days that agree with all of them, within the bounds,
are the answer. Nothing is weighed: where the clues leave more open, so does the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.model.findings import TimeFinding
from parley.text.times.calendar import valid
from parley.text.times.grammar import read
from parley.text.times.nodes import Clock, Day, Edge, Month, Node, Part, Range, Weekday, Year

# A day told without a year lies within so many days before (or after) the report, not nearly a year off.
_REACH = 330
# A statement dated by day and month is news: it was made at most so many days before the report.
_NEWS = 2
_LONGEST = 3000
# Days by which the ways to all the weekdays named may together be longer than the shortest.
_SLACK = 4

Days = tuple[date, date]
"""A first and a last day, both included."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a report says of its own date.

    `lower` and `upper` bound it, with the reasons in `why`. `news` are (month, day) of what is told as new, `past` and
    `ahead` of what is behind and ahead; `pairs` (month, day, weekday) named together; weekdays (0 Monday) behind and
    ahead; `terms` alternatives, one of which holds it (terms of office); `issued` the (month, day) on which it can have
    appeared by its dateline.
    """

    lower: date | None = None
    upper: date | None = None
    news: frozenset[tuple[int, int]] = frozenset()
    past: frozenset[tuple[int, int]] = frozenset()
    ahead: frozenset[tuple[int, int]] = frozenset()
    pairs: frozenset[tuple[int, int, int]] = frozenset()
    behind_days: frozenset[int] = frozenset()
    ahead_days: frozenset[int] = frozenset()
    terms: tuple[tuple[date, date], ...] = ()
    why: tuple[str, ...] = ()
    issued: frozenset[tuple[int, int]] = frozenset()

    def within(self, lower: date | None, upper: date | None, why: str) -> Clues:
        """The clues with further bounds."""
        low = max((d for d in (self.lower, lower) if d), default=None)
        high = min((d for d in (self.upper, upper) if d), default=None)
        return replace(self, lower=low, upper=high, why=(*self.why, why) if why else self.why)


def clues_of(times: Sequence[TimeFinding], news: Iterable[int] = ()) -> Clues:
    """The clues in a report's times; `news` are the indices of those that date what is told as new."""
    fresh = frozenset(news)
    found: dict[str, set[tuple[int, ...]]] = {"news": set(), "past": set(), "ahead": set(), "pairs": set()}
    behind: set[int] = set()
    before: set[int] = set()
    lower: date | None = None
    upper: date | None = None
    why: list[str] = []
    for index, time in enumerate(times):
        node = _core(read(time.exact))
        bounds = _absolute(node)
        if bounds and time.direction == "past" and (lower is None or bounds[0] > lower):
            lower, why = bounds[0], [f"not before {time.exact!r}"]
        if bounds and time.direction == "future":
            # Plans are told by the year more surely than by the day; a day misread as ahead would cut off the truth.
            end = date(bounds[1].year, 12, 31)
            upper = end if upper is None else min(upper, end)
        if isinstance(node, Day) and node.year is None:
            here = (node.month, node.day)
            if node.weekday is not None:
                found["pairs"].add((*here, node.weekday))
            side = "ahead" if time.direction == "future" else "past" if time.direction == "past" else ""
            if index in fresh and side != "ahead":
                found["news"].add(here)
            if side:
                found[side].add(here)
        if isinstance(node, Weekday) and node.which == "" and not node.weeks and time.direction != "none":
            (before if time.direction == "future" else behind).add(node.weekday)
    if upper is not None and lower is not None and upper.year <= lower.year:
        upper = None
    if upper is not None:
        why.append(f"not after {upper}")
    return Clues(
        lower, upper, frozenset(found["news"]), frozenset(found["past"]), frozenset(found["ahead"]),  # type: ignore[arg-type]
        frozenset(found["pairs"]), frozenset(behind), frozenset(before), (), tuple(why),  # type: ignore[arg-type]
    )  # fmt: skip


def _core(node: Node | None) -> Node | None:
    while isinstance(node, Edge | Clock | Part | Range):
        node = node.first if isinstance(node, Range) else node.of
    return node


def _absolute(node: Node | None) -> tuple[date, date] | None:
    match node:
        case Year(year=int() as year):
            return date(year, 1, 1), date(year, 12, 31)
        case Month(month=month, year=Year(year=int() as year)):
            return date(year, month, 1), date(year, month, 28)
        case Day(month=month, day=day, year=Year(year=int() as year)):
            try:
                return date(year, month, day), date(year, month, day)
            except ValueError:
                return None
        case _:
            return None


def weekdays_for(clues: Clues) -> frozenset[int]:
    """The days of the week on which the report can have appeared, by the weekdays it names behind and ahead of it.

    News tells of the last days: the newest weekday behind lies at most two days back. Among these days, those from
    which all the weekdays named lie near.
    """
    behind, ahead = clues.behind_days, clues.ahead_days
    if not behind:
        return frozenset(range(7))
    near = [w for w in range(7) if min((w - b) % 7 for b in behind) <= _NEWS]
    way = {w: sum(_way(w, d, d in behind, d in ahead) for d in behind | ahead) for w in near}
    least = min(way.values())
    return frozenset(w for w in near if way[w] <= least + min(_SLACK, 2 * len(behind | ahead)))


def _way(day: int, other: int, behind: bool, ahead: bool) -> int:
    """Days from one day of the week back to another, or on to it, or both: then one of them is a week off or so."""
    return (day - other) % 7 * behind + (other - day) % 7 * ahead


def days_for(clues: Clues) -> list[date]:
    """The days on which the report can have appeared; none where they are not bounded from both sides."""
    bounds = _bounds(clues)
    if bounds is None:
        return []
    weekdays = weekdays_for(clues)
    days = (bounds[0] + timedelta(days=n) for n in range((bounds[1] - bounds[0]).days + 1))
    return [day for day in days if day.weekday() in weekdays and _agrees(day, clues)]


def ends_for(clues: Clues) -> Days | None:
    """The first and the last of `days_for`, found from both ends."""
    bounds = _bounds(clues)
    if bounds is None:
        return None
    weekdays = weekdays_for(clues)
    found: list[date] = []
    for begin, step in ((bounds[0], 1), (bounds[1], -1)):
        day = begin
        while bounds[0] <= day <= bounds[1]:
            if day.weekday() in weekdays and _agrees(day, clues):
                found.append(day)
                break
            day += timedelta(days=step)
        else:
            return None
    return found[0], found[1]


def _bounds(clues: Clues) -> Days | None:
    lower, upper = clues.lower, clues.upper
    if clues.terms:
        lower = max(filter(None, (lower, min(t[0] for t in clues.terms))))
        upper = min(filter(None, (upper, max(t[1] for t in clues.terms))))
    if lower is None or upper is None or upper < lower or (upper - lower).days > _LONGEST:
        return None
    return lower, upper


def relaxed(clues: Clues) -> Iterator[Clues]:
    """The clues, then with the doubtful ones left out, in the order in which they deserve it.

    That a statement's day is news fails where news tells of older statements; weekdays fail where they are long past.
    """
    yield clues
    yield replace(clues, news=frozenset())
    yield replace(clues, news=frozenset(), ahead_days=frozenset())
    yield replace(clues, news=frozenset(), behind_days=frozenset(), ahead_days=frozenset(), past=frozenset())


def _agrees(day: date, clues: Clues) -> bool:
    if clues.terms and not any(first <= day <= last for first, last in clues.terms):
        return False
    if clues.issued and (day.month, day.day) not in clues.issued:
        return False
    if clues.news and min(_since(day, *md) for md in clues.news) > _NEWS:
        return False
    if any(_since(day, *md) > _REACH for md in clues.past) or any(_until(day, *md) > _REACH for md in clues.ahead):
        return False
    return all(_paired(day, *pair) for pair in clues.pairs)


def _since(day: date, month: int, number: int) -> int:
    """Days since the last such day of the year; a large number where there is none."""
    for year in range(day.year, max(day.year - 8, 0), -1):
        try:
            there = date(year, month, number)
        except ValueError:
            continue
        if there <= day:
            return (day - there).days
    return 9999


def _until(day: date, month: int, number: int) -> int:
    for year in range(day.year, min(day.year + 8, 9999)):
        try:
            there = date(year, month, number)
        except ValueError:
            continue
        if there >= day:
            return (there - day).days
    return 9999


def _paired(day: date, month: int, number: int, weekday: int) -> bool:
    """Whether the last such date before the report, or the next within half a year, falls on its weekday."""
    for year in (day.year - 1, day.year, day.year + 1):
        there = valid(year, month, number)
        if there and -_REACH <= (there - day).days <= 180 and there.weekday() == weekday:
            return True
    return False


def runs(days: Sequence[date], gap: int = 1) -> list[tuple[date, date]]:
    """Days in order as intervals, those at most `gap` apart in one."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and (day - found[-1][1]).days <= gap:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found
