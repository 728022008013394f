"""The brief's events: in one look, where it stands, what happened, what is ahead."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.items import Event
from parley.show.brief.model import Line, Section, Table
from parley.show.brief.names import Desk, moment

SETTLED = {"happened", "held", "carried out"}
OPEN = {
    "proposed",
    "agreed",
    "declared",
    "lapsed",
    "broken",
    "postponed",
    "cancelled",
    "denied",
    "scheduled",
    "under way",
}
UNDERTAKINGS = {
    "agreement", "ceasefire", "truce", "exchange", "deal", "memorandum", "treaty", "proposal", "offer", "plan",
    "withdrawal", "release", "sanctions", "invitation",
}  # fmt: skip
"""Types that are proposals or agreements whatever their state; others count while they are only proposed."""


def one_look(desk: Desk, most: int = 4) -> Section:
    """The events that most origins tell, in order of time."""
    told = [e for e in desk.items.events if not e.background]
    best = sorted(told, key=lambda e: (-e.support.origins, -e.support.reports, _when(e), e.id))[:most]
    lines = tuple(_line(desk, e, with_history=True) for e in sorted(best, key=_when))
    return Section("look", "In one look", lines)


def standing(desk: Desk) -> Section:
    """Each proposal and agreement with its parties, terms, state and last word."""
    told = [e for e in desk.items.events if not e.background and is_undertaking(e)]
    told.sort(key=lambda e: (-e.support.reports, _when(e), e.id))
    rows = tuple(
        (
            (Line(_what(e), item=e.id),),
            (Line(desk.names(p.name for p in e.participants)),),
            (Line(_state(e), desk.refs(e.witnesses)),),
            _last_word(desk, e),
        )
        for e in told
    )
    table = Table(("proposal or agreement", "who", "state", "last word"), rows)
    return Section("stands", "Where it stands", table=table)


def happened(desk: Desk, most: int) -> Section:
    """What took place, with dates, in order of time; background after news."""
    told = [e for e in desk.items.events if e.status in SETTLED and not e.background]
    told.sort(key=lambda e: (-e.support.reports, _when(e), e.id))
    kept = sorted(told[:most], key=lambda e: (_when(e), e.id))
    return Section("happened", "What happened", tuple(_line(desk, e) for e in kept), more=len(told) - len(kept))


def ahead(desk: Desk, most: int) -> Section:
    """What is scheduled and not yet told to have taken place."""
    told = [e for e in desk.items.events if e.status in ("scheduled", "postponed", "under way") and not e.background]
    told.sort(key=lambda e: (_when(e), e.id))
    return Section("ahead", "What is ahead", tuple(_line(desk, e) for e in told[:most]), more=max(0, len(told) - most))


def is_undertaking(event: Event) -> bool:
    """Whether the event is a proposal or an agreement, which has a life of its own."""
    return (
        event.status == "proposed"
        or event.status == "agreed"
        or (event.type in UNDERTAKINGS and (event.status in OPEN or event.status == "carried out"))
    )


def _when(event: Event) -> str:
    return event.time.earliest if event.time else "9999"


def _what(event: Event) -> str:
    return event.summary + (f": {'; '.join(event.terms)}" if event.terms else "")


def _state(event: Event) -> str:
    when = moment(event.time)
    state = event.status + (f", {when}" if when else "")
    if event.condition:
        state += f" — on condition: {event.condition}"
    if event.expires:
        state += f" — until {moment(event.expires)}"
    return state


def _last_word(desk: Desk, event: Event) -> tuple[Line, ...]:
    if not event.history:
        return ()
    last = event.history[-1]
    return (Line(f"“{shorten(last.witness.exact)}”", desk.refs([last.witness])),)


def _line(desk: Desk, event: Event, *, with_history: bool = False) -> Line:
    when = moment(event.time)
    head = f"{when}: " if when else ""
    state = "" if event.status in SETTLED else f" ({event.status})"
    steps: Sequence[Line] = ()
    if with_history and len({t.status for t in event.history}) > 1:
        states = list(dict.fromkeys(t.status for t in event.history))
        steps = [Line(s, desk.refs(t.witness for t in event.history if t.status == s)) for s in states]
    return Line(f"{head}{event.summary}{state}", desk.refs(event.witnesses), event.id, under=tuple(steps))


def shorten(text: str, most: int = 120) -> str:
    """The text on one line, cut at a word where it is long."""
    told = " ".join(text.split())
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0] + " …"
