"""Traps for names: invented passages whose names, and the phrases that stand for them, are easily mistaken."""

from __future__ import annotations

from typing import Any

import pytest

from parley.annotate.names import find, party_of, resolve
from parley.annotate.reading import Reading
from tests.traps.sets import annotator, load_traps, of_tier, report_of

SHOULD_FLOOR = 0.75
"""The share of the "should" tier that is reached; raised as rules improve, never lowered to let a change pass."""

TRAPS = load_traps("names")


def read(text: str) -> Reading:
    reading = next(iter(annotator().readings([report_of(text)])))
    find(reading)
    return reading


def span_of(reading: Reading, phrase: str) -> tuple[int, int]:
    """The phrase's offsets; of "Oldt said" the words before the verb, which only tells which Oldt is meant."""
    start = reading.text.index(phrase)
    words = phrase.split()
    lower = [w for w in words if w[0].islower() or w == "["]
    last = words[-1]
    if len(words) > 1 and lower and last in ("said", "had", "thanked", "rejected", "was", "["):
        phrase = " ".join(words[:-1])
    return start, start + len(phrase)


def names_of(reading: Reading, form: str) -> set[str]:
    return {n.id for n in reading.names for m in n.mentions if m.exact == form and m.kind == "name"}


def faults(trap: dict[str, Any]) -> list[str]:
    """What is wrong with what was found; nothing where the trap is passed."""
    reading = read(trap["text"])
    out = []
    for phrase, name in trap.get("means", ()):
        local, _ = resolve(reading, *span_of(reading, phrase))
        got = reading.name(local).name if local else ""
        if got != name:
            out.append(f"{phrase!r} means {got!r}, not {name!r}")
    for phrase, name in trap.get("party", ()):
        party = party_of(reading, *span_of(reading, phrase))
        got = reading.name(party).name if party else ""
        if got != name:
            out.append(f"{phrase!r} stands for {got!r}, not {name!r}")
    for name, kind in trap.get("kinds", ()):
        got_kinds = [n.kind for n in reading.names if n.name == name]
        if got_kinds != [kind]:
            out.append(f"{name!r} is {got_kinds}, not {kind!r}")
    out += [
        f"{a!r} and {b!r} are apart" for a, b in trap.get("same", ()) if not names_of(reading, a) & names_of(reading, b)
    ]
    out += [f"{a!r} and {b!r} are one" for a, b in trap.get("apart", ()) if names_of(reading, a) & names_of(reading, b)]
    out += [f"{form!r} is a name" for form in trap.get("absent", ()) if names_of(reading, form)]
    return out


@pytest.mark.parametrize("trap", of_tier(TRAPS, "must"), ids=lambda t: t["name"])
def test_must(trap: dict[str, Any]) -> None:
    assert not faults(trap)


def test_should_reaches_its_floor() -> None:
    traps = of_tier(TRAPS, "should")
    passed = [t for t in traps if not faults(t)]
    assert len(passed) / len(traps) >= SHOULD_FLOOR, [t["name"] for t in traps if t not in passed]
