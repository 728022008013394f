"""One item with every witness in its sentence, its outlet and its offsets: what ``parley show ITEM`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from parley.errors import NotFound
from parley.model.items import Record, StoryItems
from parley.model.passages import Witness
from parley.model.reports import Report
from parley.show.brief.model import Line
from parley.show.brief.names import Desk, label
from parley.show.brief.times import appeared
from parley.show.brief.terminal import clean

KINDS = ("statements", "events", "figures", "positions", "disagreements", "names")


@dataclass(frozen=True, slots=True)
class Told:
    """An item's head line, facts about it, and its witnesses, each with a short label."""

    head: str
    facts: tuple[str, ...]
    witnesses: tuple[tuple[str, Witness], ...]


def render(record: Record, item: str, console: Console) -> None:
    """Print the item with that id. Raises NotFound where there is none."""
    story, told = find(record, item)
    reports = {r.id: r for r in story.reports}
    console.print(Text(clean(told.head), style="bold"))
    for fact in told.facts:
        console.print(Text(clean(fact), style="dim"))
    for mark, witness in told.witnesses:
        console.print()
        _passage(reports[witness.report], mark, witness, Desk(story), console)


def _passage(report: Report, mark: str, w: Witness, desk: Desk, console: Console) -> None:
    head = Text(f"[{desk.number[report.id]}] ", style="cyan")
    head.append(clean(label(report)), style="bold")
    head.append(f" · {appeared(report.published)} · {clean(report.file)}, {w.start}–{w.end}")
    if mark:
        head.append(f" · {mark}", style="red" if mark.startswith("altered") else "yellow")
    console.print(head)
    start, end = context(report.text, w)
    passage = Text("  ")
    passage.append(clean(report.text[start : w.start]))
    passage.append(clean(w.exact), style="reverse")
    passage.append(clean(report.text[w.end : end]))
    console.print(passage)


def context(text: str, w: Witness, most: int = 400) -> tuple[int, int]:
    """The paragraph around a passage, at most `most` code points to each side."""
    start = max(text.rfind("\n", 0, w.start) + 1, w.start - most)
    stop = text.find("\n", w.end)
    return start, min(len(text) if stop < 0 else stop, w.end + most)


def find(record: Record, item: str) -> tuple[StoryItems, Told]:
    """The item and its story. Raises NotFound."""
    for story in record.stories:
        for kind in KINDS:
            for one in getattr(story, kind):
                if one.id == item:
                    return story, next(_told(story, kind, one))
    raise NotFound(f"no item has the id {item!r}", advice="`parley show` prints ids beside its lines")


def _told(story: StoryItems, kind: str, one: object) -> Iterator[Told]:
    desk = Desk(story)
    if kind == "statements":
        yield _statement(desk, one)
    elif kind == "names":
        yield _name(one)
    elif kind == "disagreements":
        yield _disagreement(one)
    else:
        yield _plain(desk, kind, one)


def _statement(desk: Desk, s: object) -> Told:
    from parley.model.items import Statement

    assert isinstance(s, Statement)
    who = desk.name(s.speaker) or s.speaker_text or "unknown speaker"
    facts = [f"{s.kind} statement {s.id}", f"channel: {s.channel}" if s.channel else ""]
    if s.made:
        facts.append(f"made {s.made.earliest} – {s.made.latest}: {s.made.because}")
    told = tuple(
        (
            v.fidelity + "".join(f"; {c.kind}: {c.before or '–'} → {c.after or '–'}" for c in v.changes),
            v.witness,
        )
        for v in s.witnesses
    )
    return Told(f"{who}: {s.reading}", tuple(filter(None, facts)), told)


def _name(n: object) -> Told:
    from parley.model.items import Name

    assert isinstance(n, Name)
    forms = (f"{f.text}{' (doubtful)' if f.doubtful else ''}" for f in n.forms)
    return Told(n.name, (f"{n.kind} {n.id}", "forms: " + ", ".join(forms), *n.because), ())


def _disagreement(d: object) -> Told:
    from parley.model.items import Disagreement

    assert isinstance(d, Disagreement)
    told = tuple((r.value, w) for r in d.readings for w in r.witnesses)
    return Told(
        f"{d.kind}, {d.attribute}: {d.because}",
        (f"disagreement {d.id} about {d.about.kind} {d.about.id}",),
        told,
    )


def _plain(desk: Desk, kind: str, item: object) -> Told:
    from parley.model.items import Event, Figure, Position

    if isinstance(item, Event):
        facts = [
            f"event {item.id}: {item.type}, {item.status}",
            f"place: {desk.name(item.place)}" if item.place else "",
        ]
        if item.time:
            facts.append(f"{item.time.earliest} – {item.time.latest}: {item.time.because}")
        steps = [(f"{t.status} as of {t.as_of or 'unknown'}", t.witness) for t in item.history]
        seen = {w for _, w in steps}
        return Told(
            item.summary,
            tuple(filter(None, facts)),
            (*steps, *_bare(w for w in item.witnesses if w not in seen)),
        )
    if isinstance(item, Figure):
        return Told(
            f"{item.bound} {item.value} {item.unit or ''} {item.of}",
            (f"figure {item.id}",),
            _bare(item.witnesses),
        )
    assert isinstance(item, Position)
    return Told(
        f"{desk.name(item.party)} {item.stance}: {item.issue}",
        (f"position {item.id}",),
        _bare(item.witnesses),
    )


def _bare(witnesses: Iterable[Witness]) -> tuple[tuple[str, Witness], ...]:
    return tuple(("", w) for w in witnesses)


def as_lines(told: Told) -> tuple[Line, ...]:
    """The item's facts as lines of a brief."""
    return tuple(Line(f) for f in (told.head, *told.facts))
