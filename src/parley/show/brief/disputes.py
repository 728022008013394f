"""The brief's disagreements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model.items import Disagreement, Figure
from parley.show.brief.clauses import subject
from parley.show.brief.figures import around, best, phrase, says_what
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk, shorten

ALIKE = ("update", "rounding", "scope")
FINITE_ONLY = re.compile(r"died|fled|drowned|perished")
"""Verbs that cannot stand behind a noun like "killed" does: people who died."""


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
    """Each value with whose it is; where the question is whether a thing is so, who says so and who denies it."""
    said = {_plain(s.reading) for s in desk.items.statements if s.id == d.about.id and d.attribute == "occurred"}
    lines = []
    for r in d.readings:
        value, by = shorten(r.value, 160), desk.names(r.parties)
        if by and any(_plain(r.value) in s or s in _plain(r.value) for s in said):
            told = f"said by {by}"
        elif by and value == "denied":
            told = f"denied by {by}"
        else:
            told = f"{value} ({by})" if by else value
        lines.append(Line(told, desk.refs(r.witnesses)))
    return tuple(lines)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,;:").casefold()


def _about(desk: Desk, d: Disagreement) -> str:
    told = next(_subjects(desk, d), None)
    if d.attribute == "occurred":
        question = "whether this is so" if d.about.kind == "statement" else "whether this happened"
        return f"{question}: {told}" if told else question
    if d.attribute == "number" and d.about.kind == "figure":
        return told or "a figure"
    return f"the {d.attribute} of {told}" if told else f"the {d.attribute}"


def _counted(desk: Desk, f: Figure) -> str:
    """What a figure counts: "the number of people killed"; where its noun does not tell, the words around it."""
    words = f.of.split()
    if f.unit is None and words and says_what(f) and all(w.islower() for w in words):
        verb = FINITE_ONLY.fullmatch(words[-1]) and len(words) > 1
        return f"the number of {' '.join([*words[:-1], 'who', words[-1]] if verb else words)}"
    w = best(f)
    return f"a figure (“{around(desk.texts[w.report], w)}”)"


def _subjects(desk: Desk, d: Disagreement) -> Iterator[str]:
    items, about = desk.items, d.about.id
    yield from (subject(desk, e, place=d.attribute != "place") for e in items.events if e.id == about)
    yield from (f"“{shorten(s.reading, 70)}”" for s in items.statements if s.id == about)
    yield from (_counted(desk, f) if d.attribute == "number" else phrase(f) for f in items.figures if f.id == about)
    for p in items.positions:
        if p.id == about:
            link = " somebody of" if p.stance == "accuses" else ""
            yield f"{desk.name(p.party)} {p.stance}{link} {p.issue}"
