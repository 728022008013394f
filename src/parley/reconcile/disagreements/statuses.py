"""What was planned and is then reported done: no disagreement, but a reader should see why."""

from __future__ import annotations

from parley.model.findings import Status
from parley.model.items import About, Event
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.draft import Draft

DONE: tuple[Status, ...] = ("happened", "held", "carried out")
AHEAD: tuple[Status, ...] = ("scheduled", "agreed", "postponed")
OFF: tuple[Status, ...] = ("cancelled",)


def find_statuses(draft: Draft) -> list[Raised]:
    """Events that some reports announce and others report as done or called off."""
    return [found for e in draft.events if (found := _status(e)) is not None]


def _status(event: Event) -> Raised | None:
    sides: dict[Status, list[Witness]] = {}
    for turn in event.history:
        sides.setdefault(turn.status, []).append(turn.witness)
    done, ahead, off = ([s for s in some if s in sides] for some in (DONE, AHEAD, OFF))
    if event.background or not ahead or not (done or off):
        return None
    if max(t.as_of or "" for t in event.history if t.status in ahead) > max(
        t.as_of or "" for t in event.history if t.status in done + off
    ):
        return None  # the report of the deed is the older one: two things, or a mistake of ours
    told = [*ahead, *done, *off]
    later = (done or off)[0]
    return Raised(
        About("event", event.id),
        "status",
        "update",
        f"announced first ({', '.join(ahead)}), then told as {later}",
        tuple(reading(s, sides[s]) for s in told),
    )
