"""Invented passages that trap the statements stage, by domain and tier.

A trap expects units by their words (`content`, the pieces of a unit joined), each with whatever else it names: the
speaker by the name of this report ("" for nobody known), the kind, the act, the channel, who carried it, and the words
of its time; and it names in `absent` words that no statement may consist of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from parley.model.findings import Findings, StatementFinding
from tests.traps.sets import annotator, load_traps, of_tier, report_of

TRAPS = load_traps("statements")
SHOULD = 0.85
"""The share of the "should" traps that the stage reaches; raise it when it reaches more."""


@cache
def findings() -> dict[str, tuple[str, Findings]]:
    """The findings of every trap, by its name."""
    reports = [report_of(t["text"].strip(), t.get("published", "2024-06-12"), t["name"]) for t in TRAPS]
    found = annotator().annotate_many(reports)
    return {report.id: (report.text, f) for report, f in zip(reports, found, strict=True)}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def faults(trap: dict[str, Any]) -> list[str]:
    """What is wrong with the findings of a trap, one line each."""
    text, found = findings()[trap["name"]]
    units = [(" ".join(text[p.start : p.end] for p in unit), unit, s) for s in found.statements for unit in s.units]
    wrong = []
    for want in trap.get("expect", []):
        told = [s for content, _, s in units if words(content) == words(want["content"])]
        if not told:
            wrong.append(f"not found: {want['content']}")
        elif not any(fits(want, s, text, found) for s in told):
            wrong.append(f"found otherwise: {want}")
    for unwanted in trap.get("absent", []):
        if any(words(content) == words(unwanted) for content, _, _ in units):
            wrong.append(f"not a statement: {unwanted}")
    return wrong


def fits(want: dict[str, Any], told: StatementFinding, text: str, found: Findings) -> bool:
    """Whether a statement has everything that is expected of it."""
    names = {n.id: n.name for n in found.names}
    speaker = names.get(told.speaker or "", "")
    made = found.times[told.made].exact if told.made is not None else ""
    return (
        ("speaker" not in want or words(want["speaker"]) == words(speaker))
        and want.get("kind", told.kind) == told.kind
        and want.get("act", told.act) == told.act
        and ("channel" not in want or words(want["channel"]) == words(told.channel or ""))
        and ("made" not in want or words(want["made"]) == words(made))
        and ("carried_by" not in want or set(words(want["carried_by"])) <= set(words(" ".join(told.carried_by))))
        and want.get("negated", told.negated) == told.negated
    )


def test_the_set_is_large_and_named_once() -> None:
    assert len(TRAPS) >= 120
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
    assert len({t["domain"] for t in TRAPS}) >= 7


@pytest.mark.parametrize("trap", of_tier(TRAPS, "must"), ids=lambda t: f"{t['domain']}: {t['name']}")
def test_must(trap: dict[str, Any]) -> None:
    assert faults(trap) == []


def test_should() -> None:
    tier = of_tier(TRAPS, "should")
    missed = [t["name"] for t in tier if faults(t)]
    assert 1 - len(missed) / len(tier) >= SHOULD, missed


def test_hope_is_counted() -> None:
    tier = of_tier(TRAPS, "hope")
    reached = sum(not faults(t) for t in tier)
    assert 0 <= reached <= len(tier)
