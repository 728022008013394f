"""Positions that are easily missed, invented or turned round: see positions/*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from parley.annotate.annotator import Annotator
from parley.model.findings import Findings, PositionFinding
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

FOLDER = Path(__file__).with_name("positions")
TRAPS = [trap for path in sorted(FOLDER.glob("*.toml")) for trap in tomllib.loads(path.read_text("utf-8"))["trap"]]
SHOULD = 0.85
"""Share of the "should" traps that are met; raise it when more are, never lower it unseen."""


def tier(name: str) -> list[Any]:
    return [pytest.param(t, id=t["name"]) for t in TRAPS if t["tier"] == name]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, trap: dict[str, Any]) -> Findings:
    text = trap["text"]
    published = Published(
        trap.get("published"), trap.get("published"), "stated" if trap.get("published") else "unknown"
    )
    body = (Span(0, len(text)),)
    return annotator.annotate(
        Report("r1", "-", "", None, None, None, (), "en", published, text, body, Reader("plain", "1"))
    )  # fmt: skip


def faults(findings: Findings, trap: dict[str, Any]) -> list[str]:
    """What is missing of the trap's `expect`, or there in spite of its `never`."""
    names = {n.id: n.name for n in findings.names}

    def fits(position: PositionFinding, want: dict[str, str]) -> bool:
        toward = names.get(position.target.name or "", "") if position.target else ""
        have = {
            "party": names.get(position.source.name or "", ""),
            "stance": position.stance,
            "issue": position.issue,
            "toward": toward,
            "condition": position.condition or "",
            "code": position.code,
        }
        return all(value.casefold() in have[key].casefold() for key, value in want.items())

    told = findings.positions
    missing = [f"missing {want}" for want in trap.get("expect", ()) if not any(fits(p, want) for p in told)]
    return missing + [f"invented {p}" for want in trap.get("never", ()) for p in told if fits(p, want)]


@pytest.mark.parametrize("trap", tier("must"))
def test_must(annotator: Annotator, trap: dict[str, Any]) -> None:
    assert not faults(read(annotator, trap), trap)


def test_should(annotator: Annotator) -> None:
    wanted = [t for t in TRAPS if t["tier"] == "should"]
    met = sum(not faults(read(annotator, t), t) for t in wanted)
    assert met / len(wanted) >= SHOULD


def test_traps_are_many_and_named_once() -> None:
    assert len(TRAPS) >= 60
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
    assert {t["tier"] for t in TRAPS} == {"must", "should", "hope"}
