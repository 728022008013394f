"""What changed between two states of a record, in users' words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.model.items import Record, StoryItems
from parley.record.renames import renamed

KINDS = ("names", "statements", "events", "figures", "positions", "disagreements")

SIDE = 100
"""Characters of one side of a disagreement in a line."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reader would want to know of a change.

    `added` and `gone` count new items, and items that nothing tells any more, by kind; `lines` tell single changes;
    `totals` count what the record holds now, reports and stories too.
    """

    added: dict[str, int]
    lines: tuple[str, ...]
    gone: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)


def compare(before: Record, after: Record) -> Changes:
    """What is new or different in `after`."""
    moved = renamed(before.stories, after.stories)
    old = {kind: {moved.get(i.id, i.id) for s in before.stories for i in getattr(s, kind)} for kind in KINDS}
    new = {kind: {i.id for s in after.stories for i in getattr(s, kind)} for kind in KINDS}
    added = {kind: len(new[kind] - old[kind]) for kind in KINDS}
    gone = {kind: len(old[kind] - new[kind]) for kind in KINDS}
    lines = [
        *_status_changes(before.stories, after.stories, moved),
        *_figures(before, after, old["figures"], new["figures"]),
        *_disagreements(before, after, moved),
    ]
    told = [{k: n for k, n in counts.items() if n} for counts in (added, gone)]
    totals = {"reports": len(after.reports), "stories": len(after.stories)} | {k: len(new[k]) for k in KINDS}
    return Changes(told[0], tuple(lines), told[1], totals)


def _status_changes(before: Sequence[StoryItems], after: Sequence[StoryItems], moved: dict[str, str]) -> list[str]:
    was = {moved.get(e.id, e.id): e.status for s in before for e in s.events}
    return [
        f"{event.summary}: {was[event.id]} → {event.status}"
        for story in after
        for event in story.events
        if event.id in was and was[event.id] != event.status
    ]


def _figures(before: Record, after: Record, old: set[str], new: set[str]) -> list[str]:
    """Figures that a new version of a report gives otherwise: of the same thing, at the same path."""
    files = {r.id: r.file for told in (before, after) for s in told.stories for r in s.reports}
    gone, fresh = (
        {
            (w.report, files.get(w.report, ""), f.of, f.unit, f.per): _short(w.exact)
            for s in told.stories
            for f in s.figures
            if f.id not in known
            for w in f.witnesses
        }
        for told, known in ((before, new), (after, old))
    )
    return [
        f"figure in {file}: {was} → {now}"
        for (report, file, *of), was in gone.items()
        for (other, path, *same), now in fresh.items()
        if file == path and report != other and of == same and was != now
    ]


def _disagreements(before: Record, after: Record, moved: dict[str, str]) -> list[str]:
    known = {moved.get(d.id, d.id) for s in before.stories for d in s.disagreements}
    return [
        f"new disagreement ({_kind(d.kind, d.attribute)}): {' / '.join(_short(r.value) for r in d.readings)}"
        for story in after.stories
        for d in story.disagreements
        if before.stories and d.id not in known and d.kind in ("conflict", "parties", "wording")
    ]


def _kind(kind: str, attribute: str) -> str:
    return kind if kind == attribute else f"{kind}, {attribute}"


def _short(value: str) -> str:
    told = " ".join(value.split())
    return told if len(told) <= SIDE else told[: SIDE - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"
