"""One item with every witness in its sentence, its outlet and its offsets: what ``parley show ITEM`` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from parley.errors import NotFound
from parley.model.items import Disagreement, Event, Figure, Name, Position, Record, Statement, StoryItems, Version
from parley.model.passages import Witness
from parley.model.reports import Report
from parley.show.brief.clauses import clause
from parley.show.brief.figures import phrase
from parley.show.brief.names import Desk, label, shorten
from parley.show.brief.reported import reported
from parley.show.brief.terminal import SHOWN, clean
from parley.show.brief.times import appeared, moment
from parley.show.brief.wordings import is_altered

KINDS = ("statements", "events", "figures", "positions", "disagreements", "names")
Item = Statement | Event | Figure | Position | Disagreement | Name
FORMS = 3
"""Passages shown of one form of a name in one report."""


@dataclass(frozen=True, slots=True)
class Told:
    """An item's head line, facts about it, and its witnesses, each with a short label."""

    head: str
    facts: tuple[str, ...]
    witnesses: tuple[tuple[str, Witness], ...]


def render(record: Record, item: str, console: Console) -> None:
    """Print the item or report with that id. Raises NotFound where there is none."""
    story, told = find(record, item)
    reports = {r.id: r for r in (*record.reports, *(story.reports if story else ()))}
    numbers = Desk(story).number if story else {}
    console.print(Text(clean(told.head), style="bold"))
    for fact in filter(None, told.facts):
        console.print(Text(clean(fact), style="dim"))
    for mark, witness in told.witnesses:
        console.print()
        _passage(reports[witness.report], mark, witness, numbers, console)


def find(record: Record, item: str) -> tuple[StoryItems | None, Told]:
    """The item or report, and the story it belongs to (None for a report in no story). Raises NotFound."""
    for story in record.stories:
        for kind in KINDS:
            for one in getattr(story, kind):
                if one.id == item:
                    return story, describe(Desk(story), one)
        for report in story.reports:
            if report.id == item:
                return story, _report(Desk(story), report, [a.report.id for a in record.aside if a.by == item])
    for report in record.reports:
        if report.id == item:
            return None, Told(label(report), (*_facts(report), "not in any story"), ())
    for a in record.aside:
        if a.report.id == item:
            why = f"set aside: {a.by} is its newer version" if a.by else "set aside: it was removed"
            return None, Told(label(a.report), (*_facts(a.report), f"{why}; `parley undo {item}` brings it back"), ())
    raise NotFound(f"no item has the id {item!r}", advice="`parley show` prints ids beside its lines")


def describe(desk: Desk, item: Item) -> Told:
    """What there is to say of an item, by its kind."""
    if isinstance(item, Statement):
        return _statement(desk, item)
    if isinstance(item, Event):
        return _event(desk, item)
    if isinstance(item, Figure):
        return _figure(desk, item)
    if isinstance(item, Position):
        return _position(desk, item)
    if isinstance(item, Name):
        return _name(desk, item)
    about = f"disagreement {item.id} about {item.about.kind} {item.about.id}"
    sides = tuple((f"{r.value} {_by(desk.names(r.parties))}".strip(), w) for r in item.readings for w in r.witnesses)
    return Told(f"{item.kind}, {item.attribute}: {item.because}", (about,), sides)


def _statement(desk: Desk, s: Statement) -> Told:
    who = desk.name(s.speaker) or s.speaker_text or "unknown speaker"
    facts = (
        f"{s.kind} statement {s.id}" + (f", part of {s.of}" if s.of and s.of != s.id else ""),
        f"channel: {s.channel}" if s.channel else "",
        f"carried by: {', '.join(s.carried_by)}" if s.carried_by else "",
        f"made {moment(s.made)} ({s.made.because})" if s.made else "",
        f"original: {s.original}" if s.original else "",
        _support(s.support.reports, s.support.origins),
    )
    versions = tuple((_fidelity(desk, s, v), v.witness) for v in s.witnesses)
    return Told(f"{who}: {reported(s, desk.texts)}", facts, versions)


def _fidelity(desk: Desk, s: Statement, v: Version) -> str:
    if v.fidelity == "altered" and not is_altered(desk, s, v):
        differences = [f"{c.before or '–'} / {c.after or '–'}" for c in v.changes]
        return "; ".join(["differs, and nothing says which is right", *differences])
    return "; ".join([v.fidelity, *(f"{c.kind}: {c.before or '–'} → {c.after or '–'}" for c in v.changes)])


def _event(desk: Desk, e: Event) -> Told:
    roles = ", ".join(f"{desk.name(r.name)} ({r.role})" for r in e.participants if desk.name(r.name))
    facts = (
        f"event {e.id}: {e.type}, {e.status}" + (" (background)" if e.background else ""),
        f"who: {roles}" if roles else "",
        f"where: {desk.name(e.place)}" if e.place else "",
        f"when: {moment(e.time)} ({e.time.because})" if e.time else "",
        f"terms: {'; '.join(e.terms)}" if e.terms else "",
        f"condition: {e.condition}" if e.condition else "",
        f"until: {moment(e.expires)}" if e.expires else "",
        f"according to: {desk.names(e.according_to)}" if e.according_to else "",
        _support(e.support.reports, e.support.origins),
    )
    steps = tuple((f"{t.status}, as of {t.as_of or 'unknown'}", t.witness) for t in e.history)
    seen = {w for _, w in steps}
    return Told(clause(desk, e), facts, (*steps, *_bare(w for w in e.witnesses if w not in seen)))


def _figure(desk: Desk, f: Figure) -> Told:
    low, high = f.value if isinstance(f.value, tuple) else (f.value, f.value)
    value = f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"
    facts = (
        f"figure {f.id}: {f.bound} {value}{_after(f.unit)}{_after(f.per, 'per ')}, of: {f.of}",
        f"of event {f.event}" if f.event else "",
        f"in statement {f.statement}" if f.statement else "",
        f"according to: {desk.names(f.according_to)}" if f.according_to else "",
        _support(f.support.reports, f.support.origins),
    )
    return Told(phrase(f), facts, _bare(f.witnesses))


def _position(desk: Desk, p: Position) -> Told:
    toward = f", toward {desk.name(p.toward)}" if p.toward else ""
    facts = (
        f"position {p.id}{f' ({p.code})' if p.code else ''}",
        f"condition: {p.condition}" if p.condition else "",
        f"when: {moment(p.time)} ({p.time.because})" if p.time else "",
        f"in statement {p.statement}" if p.statement else "",
        _support(p.support.reports, p.support.origins),
    )
    return Told(f"{desk.name(p.party)} {p.stance}: {p.issue}{toward}", facts, _bare(p.witnesses))


def _name(desk: Desk, n: Name) -> Told:
    facts = (
        f"{n.kind} {n.id}",
        f"roles: {', '.join(n.roles)}" if n.roles else "",
        f"members: {desk.names(n.members)}" if n.members else "",
        *n.because,
    )
    told = [
        (f.text + (" (doubtful)" if f.doubtful else ""), w)
        for f in n.forms
        for report in desk.reports
        if report.id in f.reports
        for w in _mentions(report, f.text)
    ]
    return Told(n.name, facts, tuple(told))


def _mentions(report: Report, form: str) -> list[Witness]:
    """The first passages of the report's body in which a form of a name stands."""
    found = re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", report.text)
    inside = (m for m in found if any(s.start <= m.start() and m.end() <= s.end for s in report.body))
    return [Witness(report.id, m.start(), m.end(), m[0]) for m, _ in zip(inside, range(FORMS), strict=False)]


def _report(desk: Desk, report: Report, earlier: Sequence[str]) -> Told:
    drawn = [x for x in desk.items.lineage if x.report == report.id]
    facts = [f"corrected: earlier version {one}" for one in earlier]
    for x in drawn:
        source = f"[{desk.number[x.source]}]" if x.source else "its source is not here"
        facts.append(f"{x.kind}: {source}, {x.share:.0%} ({x.because})")
    shared = tuple((x.kind, w) for x in drawn for pair in x.passages for w in pair)
    return Told(label(report), (*_facts(report), *facts), (*shared, *_told_by(desk, report)))


def _told_by(desk: Desk, report: Report) -> tuple[tuple[str, Witness], ...]:
    """What the report tells, in the order of its text."""
    found = []
    for kind in ("statements", "events", "figures", "positions"):
        for item in getattr(desk.items, kind):
            found += [
                (f"{kind[:-1]} {item.id[:SHOWN]}: {shorten(describe(desk, item).head, 70)}", w)
                for w in _witnesses(item)
                if w.report == report.id
            ]
    return tuple(sorted(found, key=lambda one: (one[1], one[0])))


def _witnesses(item: Item) -> Sequence[Witness]:
    if isinstance(item, Statement):
        return [v.witness for v in item.witnesses]
    return () if isinstance(item, Disagreement | Name) else item.witnesses


def _facts(report: Report) -> tuple[str, ...]:
    because = f" ({report.published.because})" if report.published.because else ""
    return (
        f"report {report.id} · {report.file}",
        report.url or "",
        f"published: {appeared(report.published)}{because}",
        f"by {', '.join(report.authors)}" if report.authors else "",
        "an original" if report.original else "",
    )


def _passage(report: Report, mark: str, w: Witness, numbers: dict[str, int], console: Console) -> None:
    head = Text(f"[{numbers[report.id]}] ", style="cyan")
    head.append(clean(label(report)), style="bold")
    head.append(f" · {appeared(report.published)} · {clean(report.file)}, {w.start}–{w.end}", style="not bold default")
    if mark:
        head.append(f" · {clean(mark)}", style="red" if mark.startswith("altered") else "yellow")
    console.print(head)
    start, end = context(report.text, w)
    passage = Text("  ")
    passage.append(clean(report.text[start : w.start]).lstrip())
    passage.append(clean(report.text[w.start : w.end]), style="reverse")
    passage.append(clean(report.text[w.end : end]).rstrip())
    console.print(passage)


def context(text: str, w: Witness, most: int = 400) -> tuple[int, int]:
    """The paragraph around a passage, at most `most` code points to each side."""
    start = max(text.rfind("\n", 0, w.start) + 1, w.start - most)
    stop = text.find("\n", w.end)
    return start, min(len(text) if stop < 0 else stop, w.end + most)


def _support(reports: int, origins: int) -> str:
    told = f"told by {reports} report{'s' if reports != 1 else ''}"
    return told if origins == reports else f"{told}, from {origins} independent origin{'s' if origins != 1 else ''}"


def _by(parties: str) -> str:
    return f"({parties})" if parties else ""


def _after(text: str | None, before: str = "") -> str:
    return f" {before}{text}" if text else ""


def _bare(witnesses: Iterable[Witness]) -> tuple[tuple[str, Witness], ...]:
    return tuple(("", w) for w in witnesses)
