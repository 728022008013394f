"""Traps for disagreements: invented stories of a few short reports, some in dispute and most of them not."""

from __future__ import annotations

from typing import Any

import pytest

from parley.model.items import Disagreement, Story
from parley.reconcile import reconcile
from tests.traps.sets import annotator, load_traps, of_tier, report_of

SHOULD_FLOOR = 0.9
"""The share of the "should" tier that is reached; raised as rules improve, never lowered to let a change pass."""

TRAPS = load_traps("disagreements")


def disagreements(trap: dict[str, Any]) -> tuple[Disagreement, ...]:
    """What is raised for the trap's reports, taken as one story."""
    reports = [report_of(r["text"], r["published"], f"r{number}") for number, r in enumerate(trap["report"], 1)]
    findings = {r.id: annotator().annotate(r) for r in reports}
    story = Story("s1", "", tuple(r.id for r in reports), None, None)
    return reconcile(story, reports, findings).disagreements


def faults(trap: dict[str, Any]) -> list[str]:
    """What is wrong with what was raised; nothing where the trap is passed."""
    raised = disagreements(trap)
    out = [
        f"no disagreement on {want['attribute']}"
        for want in trap.get("expect", ())
        if not any(d.attribute == want["attribute"] and d.kind in want["kinds"] for d in raised)
    ]
    if trap.get("quiet"):
        out += [f"{d.kind} on {d.attribute}: {d.because}" for d in raised if d.kind in ("conflict", "parties")]
    return out


@pytest.mark.parametrize("trap", of_tier(TRAPS, "must"), ids=lambda t: t["name"])
def test_must(trap: dict[str, Any]) -> None:
    assert not faults(trap)


def test_should() -> None:
    traps = of_tier(TRAPS, "should")
    passed = [t["name"] for t in traps if not faults(t)]
    assert len(passed) >= SHOULD_FLOOR * len(traps), sorted({t["name"] for t in traps} - set(passed))


def test_enough_traps() -> None:
    assert len(TRAPS) >= 60
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
