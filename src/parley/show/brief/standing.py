"""Where it stands: each proposal and agreement with its parties, state and last word."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.items import Event
from parley.show.brief.clauses import state, subject, undertaking
from parley.show.brief.model import Line, Section, Table
from parley.show.brief.names import Desk, inflect, join, shorten
from parley.text.issues import alike, understand

OPEN = frozenset({
    "proposed", "agreed", "declared", "lapsed", "broken", "postponed", "cancelled", "denied", "scheduled", "under way",
})  # fmt: skip
UNDERTAKINGS = frozenset({
    "agreement", "ceasefire", "truce", "exchange", "deal", "memorandum", "treaty", "proposal", "offer", "plan",
    "withdrawal", "release", "sanctions", "invitation",
})  # fmt: skip
"""Types that are proposals or agreements whatever their state; others count while they are only proposed."""
MEETINGS = frozenset({"call", "talks", "meeting", "summit", "visit", "interview", "vote", "election"})

ANSWERS = frozenset({"supports", "agrees", "rejects", "withholds"})


def standing(desk: Desk, most: int) -> Section:
    """Best supported first; of those that one report tells, agreed ones before wishes."""
    told = [e for e in desk.items.events if not e.background and is_undertaking(e)]
    told.sort(key=lambda e: (-e.support.reports, not e.participants, e.status == "proposed", e.id))
    rows = tuple(_row(desk, e) for e in told[:most])
    table = Table(("proposal or agreement", "who", "state", "last word"), rows)
    return Section("stands", "Where it stands", table=table, more=max(0, len(told) - most))


def is_undertaking(event: Event) -> bool:
    """Whether the event is a proposal or an agreement, which has a life of its own."""
    return event.status in ("proposed", "agreed") or (
        event.type in UNDERTAKINGS and (event.status in OPEN or event.status == "carried out")
    )


def _row(desk: Desk, event: Event) -> tuple[tuple[Line, ...], ...]:
    meets = event.type in MEETINGS
    what = subject(desk, event).removeprefix("the ") if meets else undertaking(desk, event, article=False)
    return (
        (Line(what, item=event.id),),
        (Line(join(desk.parties(event)) or "not told"),),
        (Line(state(event), desk.refs(event.witnesses)), *_answers(desk, event, what)),
        _last_word(desk, event),
    )


def _answers(desk: Desk, event: Event, what: str) -> Iterator[Line]:
    """Parties that support, reject or withhold what is proposed."""
    meant = understand(what)
    distinct = event.status == "proposed" and what.casefold() != event.type
    for p in desk.items.positions if distinct else ():
        if p.stance in ANSWERS and alike(meant, understand(p.issue)):
            yield Line(f"{desk.name(p.party)} {inflect(p.stance, desk.name(p.party))}", desk.refs(p.witnesses), p.id)


def _last_word(desk: Desk, event: Event) -> tuple[Line, ...]:
    if not event.history:
        return ()
    last = event.history[-1].witness
    return (Line(f"“{shorten(last.exact, 110)}”", desk.refs([last])),)
