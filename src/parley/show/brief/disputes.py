"""The brief's disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.items import Disagreement
from parley.show.brief.clauses import subject
from parley.show.brief.figures import phrase
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk, shorten

ALIKE = ("update", "rounding", "scope")


def disagreements(desk: Desk, *, everything: bool) -> list[Section]:
    """Where reports disagree, where parties do, and (on demand) differing wordings and what only looks different."""
    told = desk.items.disagreements
    parts = [
        ("reports-disagree", "Where reports disagree", [d for d in told if d.kind == "conflict"]),
        ("parties-disagree", "Where parties disagree", [d for d in told if d.kind == "parties"]),
    ]
    if everything:
        parts.append(("wordings", "Quotations worded differently", [d for d in told if d.kind == "wording"]))
        parts.append(("alike", "Alike enough", [d for d in told if d.kind in ALIKE]))
    return [Section(key, title, tuple(_line(desk, d, everything) for d in found)) for key, title, found in parts]


def conflict_lines(desk: Desk) -> list[Line]:
    """One line a conflict between reports: what, and who has which value."""
    told = [d for d in desk.items.disagreements if d.kind == "conflict"]
    return [Line(f"Reports disagree on {_about(desk, d)}:", (), d.id, then=_sides(desk, d)) for d in told]


def _line(desk: Desk, d: Disagreement, everything: bool) -> Line:
    about = _about(desk, d)
    sides = _sides(desk, d)
    reason = (Line(d.because),) if everything else ()
    head = f"{about[:1].upper()}{about[1:]}"
    if sum(len(side.text) for side in sides) < 200:
        return Line(f"{head}:", (), d.id, then=sides, under=reason)
    return Line(head, (), d.id, under=(*sides, *reason))


def _sides(desk: Desk, d: Disagreement) -> tuple[Line, ...]:
    return tuple(
        Line(shorten(r.value, 160) + (f" ({desk.names(r.parties)})" if r.parties else ""), desk.refs(r.witnesses))
        for r in d.readings
    )


def _about(desk: Desk, d: Disagreement) -> str:
    told = next(_subjects(desk, d), None)
    if d.attribute == "occurred":
        return f"whether this happened: {told}" if told else "whether it happened"
    return f"the {d.attribute} of {told}" if told else f"the {d.attribute}"


def _subjects(desk: Desk, d: Disagreement) -> Iterator[str]:
    items, about = desk.items, d.about.id
    yield from (subject(desk, e, place=d.attribute != "place") for e in items.events if e.id == about)
    yield from (f"“{shorten(s.reading, 70)}”" for s in items.statements if s.id == about)
    yield from (f.of if d.attribute == "number" else phrase(f) for f in items.figures if f.id == about)
    for p in items.positions:
        if p.id == about:
            link = " somebody of" if p.stance == "accuses" else ""
            yield f"{desk.name(p.party)} {p.stance}{link} {p.issue}"
