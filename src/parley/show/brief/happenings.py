"""The brief's events: in one look, what happened, what is ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from parley.model.items import Event, Turn
from parley.show.brief.clauses import SETTLED, as_told, clause, is_joint
from parley.show.brief.disputes import conflict_lines
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk
from parley.show.brief.times import is_clock, moment
from parley.show.brief.wordings import wording_lines

UNKNOWN = "day unknown"
TOLD = {"scheduled": "announced", "under way": "under way"}


def one_look(desk: Desk, counts: Sequence[Line] = (), most: int = 4) -> Section:
    """The events that most origins tell, in order of time; then `counts`, what reports disagree on, altered words."""
    told = [e for e in desk.items.events if not e.background and not is_vague(desk, e)]
    best = sorted(told, key=lambda e: (-e.support.origins, -e.support.reports, e.status == "scheduled", _when(e), e.id))
    best = best[:most]
    best.sort(key=lambda e: (e.status not in SETTLED, _when(e)[:10], e.time is None or not is_clock(e.time), e.id))
    lines = [_line(desk, e) for e in best]
    lines += counts
    lines += conflict_lines(desk)[:1]
    lines += wording_lines(desk)
    return Section("look", "In one look", tuple(lines))


def happened(desk: Desk, most: int) -> Section:
    """What took place, with dates, in order of time; what is vague only where everything is asked for."""
    told = [e for e in desk.items.events if e.status in SETTLED and not e.background]
    told.sort(key=lambda e: (is_vague(desk, e), -e.support.reports, not _is_news(desk, e), _when(e), e.id))
    clear = [e for e in told if most > 1000 or not is_vague(desk, e)]
    kept = sorted(clear[:most], key=lambda e: (_when(e), e.id))
    return Section("happened", "What happened", tuple(_point(desk, e) for e in kept), more=len(told) - len(kept))


def background(desk: Desk) -> Section:
    """What happened before the story, as its reports recall it."""
    told = sorted((e for e in desk.items.events if e.background), key=lambda e: (_when(e), e.id))
    return Section("background", "Background", tuple(_point(desk, e) for e in told))


def ahead(desk: Desk, most: int) -> Section:
    """What is scheduled and not yet told to have taken place."""
    told = [e for e in desk.items.events if e.status in ("scheduled", "postponed", "under way") and not e.background]
    told.sort(key=lambda e: (_when(e), e.id))
    return Section("ahead", "What is ahead", tuple(_point(desk, e) for e in told[:most]), more=max(0, len(told) - most))


def is_vague(desk: Desk, event: Event) -> bool:
    """Whether of who, when, where and a clause that tells it one at most is known (none, where several tell it)."""
    who = desk.parties(event)
    dated = event.time is not None and event.time.precision != "year"
    known = [len(who) > 1 or bool(who and not is_joint(event)), dated, event.place is not None]
    known += [event.status in SETTLED and as_told(desk, event) != ""]
    return sum(known) < (1 if event.support.reports > 1 else 2)


def _is_news(desk: Desk, event: Event) -> bool:
    """Whether it happened in the days of the story, or in the week before them."""
    first = desk.items.story.earliest
    if event.time is None or first is None:
        return False
    return date.fromisoformat(event.time.latest[:10]) >= date.fromisoformat(first[:10]) - timedelta(days=7)


def _when(event: Event) -> str:
    return event.time.earliest if event.time else "9999"


def _line(desk: Desk, event: Event) -> Line:
    steps = _steps(desk, event.history)
    refs = () if len(steps) > 1 else desk.refs(event.witnesses)
    return Line(clause(desk, event), refs, event.id, then=steps if len(steps) > 1 else ())


def _point(desk: Desk, event: Event) -> Line:
    at = moment(event.time)
    day = event.time.earliest[:10] if event.time else None
    told = clause(desk, event, dated=False)
    refs = desk.refs(event.witnesses)
    return Line(told, refs, event.id, when=at or UNKNOWN, day=day, announced=_announced(event, day))


def _announced(event: Event, day: str | None) -> str | None:
    """The day from which reports tell that it is to come, where that lies before it."""
    told = [t.as_of[:10] for t in event.history if t.as_of and t.status in ("scheduled", "proposed", "agreed")]
    return min(told) if told and day and min(told) < day else None


def _steps(desk: Desk, history: Sequence[Turn]) -> tuple[Line, ...]:
    states = list(dict.fromkeys(t.status for t in history))
    return tuple(Line(TOLD.get(s, s), desk.refs(t.witness for t in history if t.status == s)) for s in states)
