"""The brief's voices: one utterance under its speaker, place and day, each sentence with its versions."""

from __future__ import annotations

from collections import defaultdict

from parley.model.items import Statement, Version
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk, shorten
from parley.show.brief.times import days
from parley.text.collation import judge

SENTENCES = 3
"""Sentences of one utterance in the short brief."""
FAITHFUL = ("same", "typography", "cut")


def said(desk: Desk, most: int) -> Section:
    """Quoted utterances: what was altered or what several reports give first, then the longest."""
    everything = most > 1000
    groups = _utterances([s for s in desk.items.statements if s.act == "said" and s.kind != "indirect"])
    groups.sort(key=lambda g: (-max(map(_weight, g)), -len(g), _who(desk, g[0]), g[0].id))
    kept = groups[:most]
    lines = tuple(_utterance(desk, g, 100_000 if everything else SENTENCES) for g in kept)
    more = sum(len(g) for g in groups) - sum(len(line.under) for line in lines)
    return Section("said", "What was said", lines, more=more)


def told_indirectly(desk: Desk, most: int) -> Section:
    """What was reported without quotation marks."""
    told = [s for s in desk.items.statements if s.kind == "indirect" and s.speaker_text]
    told.sort(key=lambda s: (-s.support.origins, _who(desk, s), s.id))
    lines = tuple(
        Line(f"{_who(desk, s)}: {shorten(s.reading, 300)}", desk.refs(v.witness for v in s.witnesses), s.id)
        for s in told[:most]
    )
    return Section("told", "What was reported of them", lines, more=max(0, len(told) - most))


def _utterances(told: list[Statement]) -> list[list[Statement]]:
    """Statements of one utterance together: those that name the same longer one, or the same place and day."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for s in told:
        day = s.made.earliest[:10] if s.made and s.made.earliest[:10] == s.made.latest[:10] else ""
        whole = (s.speaker, s.channel, day) if s.speaker and s.channel and day else (s.of or s.id,)
        groups[whole].append(s)
    for group in groups.values():
        group.sort(key=lambda s: min(v.witness for v in s.witnesses))
    return list(groups.values())


def _weight(statement: Statement) -> int:
    altered = any(v.fidelity == "altered" for v in statement.witnesses)
    return 10 * altered + 2 * statement.support.reports + (statement.made is not None)


def _who(desk: Desk, s: Statement) -> str:
    return desk.name(s.speaker) or s.speaker_text or "unknown speaker"


def _utterance(desk: Desk, group: list[Statement], most: int) -> Line:
    first = group[0]
    dated = next((s.made for s in group if s.made), None)
    through = list(dict.fromkeys(c for s in group for c in s.carried_by if c not in (s.channel or "")))
    parts = [
        _who(desk, first),
        next((s.channel for s in group if s.channel), None),
        days(dated.earliest, dated.latest) if dated else None,
        f"through {', '.join(through)}" if through else None,
        "original at hand" if any(s.original for s in group) else None,
    ]
    best = sorted(group, key=lambda s: (-_weight(s), min(v.witness for v in s.witnesses)))[:most]
    return Line(" · ".join(filter(None, parts)), under=tuple(_sentence(desk, s) for s in group if s in best))


def _sentence(desk: Desk, s: Statement) -> Line:
    reading = " ".join(s.reading.split()).rstrip(",;: ")
    faithful = [v.witness for v in s.witnesses if v.fidelity in FAITHFUL]
    altered = tuple(_altered(desk, v, s.reading) for v in s.witnesses if v.fidelity == "altered")
    retold = [v.witness for v in s.witnesses if v.fidelity == "paraphrase"]
    then = (Line("told in other words", desk.refs(retold)),) if retold else ()
    return Line(f"“{reading}”", desk.refs(faithful), s.id, under=altered, then=then, versions=bool(altered))


def _altered(desk: Desk, version: Version, reading: str) -> Line:
    exact = " ".join(version.witness.exact.split()).rstrip(",;: ")
    changed = tuple((a + 1, b + 1) for d in judge(exact, reading).differences if d.kind not in ("case", "punctuation")
                    for a, b in [d.in_version] if a < b)  # fmt: skip
    notes = [
        f"{c.before} → {c.after}" if c.before and c.after else f"left out: {c.before}" if c.before else f"added: {c.after}"
        for c in version.changes
        if any(x.isalnum() for x in c.before + c.after) and c.kind not in ("case", "punctuation")
    ]
    note = (Line("; ".join(shorten(n, 70) for n in notes[:4])),) if notes else ()
    return Line(f"“{exact}”", desk.refs([version.witness]), mark="altered", changed=changed, then=note)
