"""Traps for events: invented passages of several domains, each with what must and must not be found."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model.findings import EventFinding, Findings
from parley.model.reports import Report
from tests.traps.sets import annotator, load_traps, of_tier, report_of

SHOULD_FLOOR = 0.8
"""The share of the "should" tier that is reached; raised as rules improve, never lowered to let a change pass."""

TRAPS = load_traps("events")


def annotate(trap: dict[str, Any]) -> tuple[Report, Findings]:
    report = report_of(trap["text"], trap.get("published"))
    return report, annotator().annotate(report)


def faults(trap: dict[str, Any]) -> list[str]:
    """What is wrong with what was found; nothing where the trap is passed."""
    report, found = annotate(trap)
    names = {n.id: n.name for n in found.names}

    def trigger(event: EventFinding) -> str:
        return event.trigger.of(report.text)

    def wrong(event: EventFinding, want: dict[str, Any]) -> list[str]:
        out = []
        time = found.times[event.time].time if event.time is not None else None
        expires = found.times[event.expires].time if event.expires is not None else None
        parties = {names[p.name] for p in event.participants}
        if "types" in want and event.type not in want["types"]:
            out.append(f"type {event.type}")
        statuses = want.get("statuses") or ([want["status"]] if "status" in want else [])
        if statuses and event.status not in statuses:
            out.append(f"status {event.status}")
        if "day" in want and not (time and time.earliest[:10] <= want["day"] <= time.latest[:10]):
            out.append(f"time {time}")
        how = event.inferred.how if event.inferred is not None else ""
        if "about" in want and (event.time is not None or how != want["about"]):
            out.append(f"time {time} concluded by {how!r}")
        if want.get("undated") and (event.time is not None or how):
            out.append(f"time {time} concluded by {how!r}")
        if want.get("nowhere") and event.place is not None:
            out.append(f"place {names[event.place]}")
        if "place" in want and (event.place is None or want["place"] not in names[event.place]):
            out.append(f"place {event.place and names[event.place]}")
        if any(not any(p in n or n in p for n in parties) for p in want.get("parties", ())):
            out.append(f"parties {sorted(parties)}")
        if parties & set(want.get("without", ())):
            out.append(f"parties {sorted(parties)}")
        if "terms" in want and not any(w in t.of(report.text) for w in want["terms"] for t in event.terms):
            out.append("terms")
        if "expires" in want and not (expires and expires.latest[:10] == want["expires"]):
            out.append("expires")
        if "background" in want and event.background != want["background"]:
            out.append(f"background {event.background}")
        if "refers_to" in want:
            taken = found.events[event.refers_to] if event.refers_to is not None else None
            if taken is None or trigger(taken) != want["refers_to"]:
                out.append("refers to nothing" if taken is None else f"refers to {trigger(taken)}")
        return out

    out: list[str] = []
    for want in trap.get("expect", ()):
        tried = [wrong(e, want) for e in found.events if trigger(e) == want["trigger"]]
        if not tried:
            out.append(f"no event at {want['trigger']!r}")
        elif all(tried):
            out.append(f"{want['trigger']!r}: {min(tried, key=len)}")
    out += [f"event at {trigger(e)!r}" for e in found.events if trigger(e) in trap.get("absent", ())]
    for bad in trap.get("wrong", ()):
        taken = [e for e in found.events if trigger(e) == bad["trigger"] and e.type in bad["types"]]
        out += [f"{e.type} at {trigger(e)!r}" for e in taken]
    return out


@pytest.mark.parametrize("trap", of_tier(TRAPS, "must"), ids=lambda t: t["name"])
def test_must(trap: dict[str, Any]) -> None:
    assert not faults(trap), trap["why"]


def test_should() -> None:
    traps = of_tier(TRAPS, "should")
    passed = [t["name"] for t in traps if not faults(t)]
    assert len(passed) >= SHOULD_FLOOR * len(traps), sorted({t["name"] for t in traps} - set(passed))


def test_enough_traps() -> None:
    assert len(TRAPS) >= 60
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
