"""The brief's disagreements."""

from __future__ import annotations

from parley.model.items import Disagreement
from parley.show.brief.clauses import subject
from parley.show.brief.figures import phrase
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk, join, shorten

ALIKE = ("update", "rounding", "scope")


def disagreements(desk: Desk, *, everything: bool) -> list[Section]:
    """Where reports disagree, where parties do, and (on demand) altered wordings and what only looks different."""
    told = desk.items.disagreements
    parts = [
        ("reports-disagree", "Where reports disagree", [d for d in told if d.kind == "conflict"]),
        ("parties-disagree", "Where parties disagree", [d for d in told if d.kind == "parties"]),
    ]
    if everything:
        parts.append(("wordings", "Altered wordings", [d for d in told if d.kind == "wording"]))
        parts.append(("alike", "Alike enough", [d for d in told if d.kind in ALIKE]))
    return [Section(key, title, tuple(_line(desk, d) for d in found)) for key, title, found in parts]


def conflict_lines(desk: Desk) -> list[Line]:
    """One line a conflict between reports: what, and who has which value."""
    told = [d for d in desk.items.disagreements if d.kind == "conflict"]
    return [Line(f"Reports disagree on {_about(desk, d)}:", (), d.id, then=_sides(desk, d)) for d in told]


def altered_line(desk: Desk) -> list[Line]:
    """One line that counts the quotations whose words some report altered, or none."""
    altered = {
        s.id: [v.witness for v in s.witnesses if v.fidelity == "altered"]
        for s in desk.items.statements
        if any(v.fidelity == "altered" for v in s.witnesses)
    }
    if not altered:
        return []
    many = len(altered)
    text = f"{many} quotation{'s' if many > 1 else ''} {'have' if many > 1 else 'has'} altered words in some report"
    return [Line(text, desk.refs(w for found in altered.values() for w in found))]


def _line(desk: Desk, d: Disagreement) -> Line:
    about = _about(desk, d)
    return Line(f"{about[:1].upper()}{about[1:]}", (), d.id, under=(*_sides(desk, d), Line(d.because)))


def _sides(desk: Desk, d: Disagreement) -> tuple[Line, ...]:
    return tuple(
        Line(shorten(r.value, 160) + (f" ({desk.names(r.parties)})" if r.parties else ""), desk.refs(r.witnesses))
        for r in d.readings
    )


def _about(desk: Desk, d: Disagreement) -> str:
    told = (
        {e.id: subject(desk, e) for e in desk.items.events if e.id == d.about.id}
        | {s.id: f"“{shorten(s.reading, 70)}”" for s in desk.items.statements if s.id == d.about.id}
        | {f.id: phrase(f) for f in desk.items.figures if f.id == d.about.id}
        | {p.id: join([desk.name(p.party), p.issue]) for p in desk.items.positions if p.id == d.about.id}
    ).get(d.about.id)
    what = {"occurred": "whether it happened", "number": "the number", "wording": "the wording"}.get(
        d.attribute, f"the {d.attribute}"
    )
    return f"{what} of {told}" if told and d.attribute != "occurred" else f"whether this happened: {told}" if told else what
