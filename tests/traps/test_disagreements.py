"""Traps for disagreements: invented stories of a few short reports, some in dispute and most of them not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parley.annotate.annotator import Annotator
from parley.model.items import Disagreement, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile import reconcile

FOLDER = Path(__file__).parent / "disagreements"
SHOULD_FLOOR = 0.9
"""The share of the "should" tier that is reached; raised as rules improve, never lowered to let a change pass."""

TRAPS: list[dict[str, Any]] = [
    trap for path in sorted(FOLDER.glob("*.toml")) for trap in tomllib.loads(path.read_text(encoding="utf-8"))["trap"]
]


def of_tier(tier: str) -> list[dict[str, Any]]:
    return [t for t in TRAPS if t["tier"] == tier]


@cache
def annotator() -> Annotator:
    return Annotator()


def disagreements(trap: dict[str, Any]) -> tuple[Disagreement, ...]:
    """What is raised for the trap's reports, taken as one story."""
    reports = []
    for number, told in enumerate(trap["report"], 1):
        day, text = told["published"], told["text"]
        reports.append(
            Report(
                f"r{number}", f"{number}.txt", str(number), None, None, None, (), "en",
                Published(day, day, "stated", "given"), text, (Span(0, len(text)),), Reader("test", "1"),
            )
        )  # fmt: skip
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


@pytest.mark.parametrize("trap", of_tier("must"), ids=lambda t: t["name"])
def test_must(trap: dict[str, Any]) -> None:
    assert not faults(trap)


def test_should() -> None:
    traps = of_tier("should")
    passed = [t["name"] for t in traps if not faults(t)]
    assert len(passed) >= SHOULD_FLOOR * len(traps), sorted({t["name"] for t in traps} - set(passed))


def test_enough_traps() -> None:
    assert len(TRAPS) >= 60
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
