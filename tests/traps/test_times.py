"""The trap set of times: what news writes, and what a naive reading makes of it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parley.annotate.annotator import load
from parley.annotate.dating import date_report
from parley.annotate.reading import Reading
from parley.annotate.times import find, time_for
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.settings import DEFAULT_PIPELINE

FOLDER = Path(__file__).parent / "times"
FLOOR = 0.9
"""The share of the traps of tier "should" that must be passed; raise it when it can be raised."""

TRAPS: list[dict[str, Any]] = [
    trap for path in sorted(FOLDER.glob("*.toml")) for trap in tomllib.loads(path.read_text(encoding="utf-8"))["trap"]
]


@cache
def pipeline() -> Any:
    return load(DEFAULT_PIPELINE)


def annotate(trap: dict[str, Any]) -> Reading:
    text, day = trap["text"], trap.get("published")
    published = Published(day, day, "stated", "given") if day else Published()
    report = Report(
        "r", "-", "", None, None, None, (), "en", published, text, (Span(0, len(text)),), Reader("test", "1")
    )
    doc = pipeline()(text)
    reading = Reading.begin(report, text, doc)
    find(reading)
    date_report(reading)
    return reading


def faults(trap: dict[str, Any]) -> list[str]:
    """What of the trap went wrong, in words."""
    reading = annotate(trap)
    found = {t.exact: t for t in reading.times}
    wrong: list[str] = []
    for want in trap.get("expect", []):
        time = found.get(want["exact"])
        if time is None:
            wrong.append(f"{want['exact']!r} not found among {sorted(found)}")
            continue
        have = {"value": time.value, "type": time.type}
        if time.time is not None:
            have |= {
                "earliest": time.time.earliest,
                "latest": time.time.latest,
                "guess": time.time.guess,  # type: ignore[dict-item]
                "zone": time.time.zone,  # type: ignore[dict-item]
            }
        wrong += [
            f"{k} of {want['exact']!r}: {have.get(k)} for {v}"
            for k, v in want.items()
            if k != "exact" and have.get(k) != v
        ]
    wrong += [f"{words!r} taken for a time" for words in trap.get("absent", []) if words in found]
    for pair in trap.get("dates", []):
        start = trap["text"].index(pair["clause"])
        index = time_for(reading, start, start + len(pair["clause"]))
        exact = reading.times[index].exact if index is not None else ""
        if exact != pair["time"]:
            wrong.append(f"{pair['clause']!r} dated {exact!r} for {pair['time']!r}")
    if "dated" in trap:
        first, last = trap["dated"]
        published = reading.published
        if not first and published.earliest:
            wrong.append(f"dated {published} where nothing tells")
        if first and not (published.earliest and first <= published.earliest and (published.latest or "9") <= last):
            wrong.append(f"dated {published.earliest}..{published.latest} for {first}..{last}")
    return wrong


@pytest.mark.parametrize("trap", [t for t in TRAPS if t["tier"] == "must"], ids=lambda t: t["name"])
def test_must(trap: dict[str, Any]) -> None:
    assert not faults(trap), trap["why"]


def test_should() -> None:
    traps = [t for t in TRAPS if t["tier"] == "should"]
    failed = {t["name"]: f for t in traps if (f := faults(t))}
    assert 1 - len(failed) / len(traps) >= FLOOR, failed


def test_set_is_large_and_honest() -> None:
    assert len(TRAPS) >= 60
    assert len({t["name"] for t in TRAPS}) == len(TRAPS)
    assert all(t["why"] and t["naive"] for t in TRAPS)
