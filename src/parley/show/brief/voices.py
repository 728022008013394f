"""The brief's voices: who wants what, what was said, figures."""

from __future__ import annotations

from collections import defaultdict

from parley.model.items import Figure, Position, Statement
from parley.show.brief.happenings import shorten
from parley.show.brief.model import Line, Section, Table
from parley.show.brief.names import Desk, day
from parley.text.issues import alike, understand

PARTIES = 5
"""Columns of the table of positions: as many parties as fit beside each other."""


def wants(desk: Desk, most: int) -> Section:
    """Issues against parties: each cell a stance with its references."""
    told = desk.items.positions
    by_party: dict[str, list[Position]] = defaultdict(list)
    for position in told:
        by_party[position.party].append(position)
    columns = sorted(by_party, key=lambda p: (-sum(x.support.reports for x in by_party[p]), desk.name(p)))
    shown, rest = columns[:PARTIES], columns[PARTIES:]
    groups = cluster([p.issue for p in told])
    ranked = sorted(
        groups,
        key=lambda g: (-len({told[i].party for i in g}), -sum(told[i].support.reports for i in g), g[0]),
    )
    rows = []
    for group in ranked[:most]:
        positions = [told[i] for i in group]
        issue = min((p.issue for p in positions), key=len)
        cells = [_stances(desk, [p for p in positions if p.party == party]) for party in shown]
        others = [p for p in positions if p.party in rest]
        rows.append(((Line(shorten(issue, 80)),), *cells, _stances(desk, others, named=True)))
    head = ("issue", *(desk.name(p) for p in shown), "others")
    if not rest:
        head, rows = head[:-1], [row[:-1] for row in rows]
    return Section("wants", "Who wants what", table=Table(head, tuple(rows)), more=max(0, len(ranked) - most))


def cluster(issues: list[str]) -> list[list[int]]:
    """Positions of phrases that name one issue, each group led by its first."""
    meant = [understand(phrase) for phrase in issues]
    groups: list[list[int]] = []
    for index, issue in enumerate(meant):
        home = next((g for g in groups if any(alike(meant[other], issue) for other in g)), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return groups


def _stances(desk: Desk, positions: list[Position], *, named: bool = False) -> tuple[Line, ...]:
    lines = []
    for p in positions:
        party = f"{desk.name(p.party)} " if named else ""
        condition = f" if {p.condition.removeprefix('if ')}" if p.condition else ""
        lines.append(Line(f"{party}{p.stance}{condition}", desk.refs(p.witnesses), p.id))
    return tuple(lines)


def said(desk: Desk, most: int) -> Section:
    """Utterances with their versions side by side: what several reports give or one altered first, then by speaker."""
    told = [s for s in desk.items.statements if s.act == "said" and s.kind != "indirect"]
    told.sort(key=lambda s: (-_weight(s), desk.name(s.speaker) or s.speaker_text, s.id))
    lines = tuple(_utterance(desk, s) for s in told[:most])
    return Section("said", "What was said", lines, more=max(0, len(told) - most))


def told_indirectly(desk: Desk, most: int) -> Section:
    """What was reported without quotation marks."""
    told = [s for s in desk.items.statements if s.kind == "indirect" and s.speaker_text]
    told.sort(key=lambda s: (-s.support.origins, desk.name(s.speaker) or s.speaker_text, s.id))
    lines = tuple(_utterance(desk, s) for s in told[:most])
    return Section("told", "What was reported of them", lines, more=max(0, len(told) - most))


def _weight(statement: Statement) -> int:
    altered = any(v.fidelity == "altered" for v in statement.witnesses)
    return 10 * altered + statement.support.reports


def _utterance(desk: Desk, s: Statement) -> Line:
    who = desk.name(s.speaker) or s.speaker_text or "unknown speaker"
    where = f", {s.channel}" if s.channel else ""
    when = f", {day(s.made.earliest)}" if s.made and s.made.earliest[:10] == s.made.latest[:10] else ""
    through = f", through {', '.join(s.carried_by)}" if s.carried_by else ""
    reading = s.reading.rstrip(",;: ")
    quote = f"“{reading}”" if s.kind != "indirect" else reading
    faithful = [v.witness for v in s.witnesses if v.fidelity in ("same", "typography", "cut")]
    under = []
    for v in s.witnesses:
        if v.fidelity == "altered":
            changes = "; ".join(f"{c.before or '–'} → {c.after or '–'}" for c in v.changes[:4])
            text = f"“{shorten(v.witness.exact, 200)}”" + (f" ({changes})" if changes else "")
            under.append(Line(text, desk.refs([v.witness]), mark="altered"))
        elif v.fidelity == "paraphrase" and s.kind != "indirect":
            under.append(Line(shorten(v.witness.exact, 200), desk.refs([v.witness]), mark="told"))
    shown = faithful if s.kind != "indirect" else [v.witness for v in s.witnesses]
    return Line(f"{who}{where}{when}{through}: {quote}", desk.refs(shown), s.id, under=tuple(under))


def figures(desk: Desk, most: int) -> Section:
    """Figures, those that most origins give first."""
    told = sorted(desk.items.figures, key=lambda f: (-f.support.origins, -f.support.reports, f.id))
    return Section("figures", "Figures", tuple(_figure(desk, f) for f in told[:most]), more=max(0, len(told) - most))


BOUNDS = {"exact": "", "about": "about ", "more than": "more than ", "at least": "at least ", "up to": "up to ",
          "less than": "less than ", "range": ""}  # fmt: skip


def _figure(desk: Desk, f: Figure) -> Line:
    value = "–".join(_number(v) for v in f.value) if isinstance(f.value, tuple) else _number(f.value)
    unit = f" {f.unit}" if f.unit and f.unit not in f.of else ""
    per = f" {f.per}" if f.per else ""
    claimed = f" (according to {desk.names(f.according_to)})" if f.according_to else ""
    inside = " (in someone's words)" if f.statement and not f.according_to else ""
    return Line(f"{BOUNDS[f.bound]}{value}{unit} {f.of}{per}{claimed}{inside}", desk.refs(f.witnesses), f.id)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
