"""Invented passages that trap a figures stage, by domain and tier."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from parley.model.findings import FigureFinding
from tests.traps.sets import annotator, load_traps, of_tier, report_of

TRAPS = load_traps("figures")
SHOULD = 0.9
"""The share of the "should" traps that the stage reaches; raise it when it reaches more."""


@cache
def figures() -> dict[str, tuple[FigureFinding, ...]]:
    reports = [report_of(t["text"], t.get("published", "2024-06-12"), f"r{n}") for n, t in enumerate(TRAPS)]
    found = annotator().annotate_many(reports)
    return {f"{t['domain']}: {t['name']}": f.figures for t, f in zip(TRAPS, found, strict=True)}


def faults(trap: dict[str, Any]) -> list[str]:
    """What is wrong with the figures found in a trap's passage."""
    left = list(figures()[f"{trap['domain']}: {trap['name']}"])
    out = []
    for want in trap["expect"]:
        hit = next((f for f in left if fits(want, f)), None)
        if hit is None:
            out.append(f"missing {want} among {[(f.exact, f.value, f.bound, f.unit, f.per, f.of) for f in left]}")
        else:
            left.remove(hit)
    out += [f"invented {f.exact!r}" for f in left if trap.get("only") or f.value in trap.get("none", [])]
    return out


def fits(want: dict[str, Any], found: FigureFinding) -> bool:
    """Whether a figure has the value, and whatever else the trap asks of it."""
    low, high = found.value if isinstance(found.value, tuple) else (found.value, found.value)
    ends = want["value"] if isinstance(want["value"], list) else [want["value"]] * 2
    if abs(low - ends[0]) > 1e-6 * max(1, abs(low)) or abs(high - ends[1]) > 1e-6 * max(1, abs(high)):
        return False
    if "said" in want and (found.statement is not None) != want["said"]:
        return False
    if any(getattr(found, key) != want[key] for key in ("bound", "unit", "per") if key in want):
        return False
    of = found.of.lower()
    return all(any(word.lower() in of for word in choice.split("|")) for choice in want.get("of", []))


@pytest.mark.parametrize("trap", of_tier(TRAPS, "must"), ids=lambda t: f"{t['domain']}: {t['name']}")
def test_what_must_hold(trap: dict[str, Any]) -> None:
    assert not faults(trap), trap["why"]


def test_what_should_hold() -> None:
    traps = of_tier(TRAPS, "should")
    failed = {t["name"]: f for t in traps if (f := faults(t))}
    assert 1 - len(failed) / len(traps) >= SHOULD, failed


def test_there_are_enough_traps_in_enough_domains() -> None:
    assert len(TRAPS) >= 60
    assert len({t["domain"] for t in TRAPS}) >= 5
    assert len({(t["domain"], t["name"]) for t in TRAPS}) == len(TRAPS)
