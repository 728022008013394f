"""What changed between two states of a record, in users' words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model.items import Record, StoryItems
from parley.record.renames import renamed

KINDS = ("names", "statements", "events", "figures", "positions", "disagreements")

SIDE = 100
"""Characters of one side of a disagreement in a line."""


@dataclass(frozen=True, slots=True)
class Changes:
    """`added` counts new items by kind; `lines` tell the changes that a reader would want to know, one each."""

    added: dict[str, int]
    lines: tuple[str, ...]


def compare(before: Record, after: Record) -> Changes:
    """What is new or different in `after`."""
    moved = renamed(before.stories, after.stories)
    old = {kind: {moved.get(i.id, i.id) for s in before.stories for i in getattr(s, kind)} for kind in KINDS}
    added = {kind: sum(i.id not in old[kind] for s in after.stories for i in getattr(s, kind)) for kind in KINDS}
    lines = [*_status_changes(before.stories, after.stories, moved), *_disagreements(before, after, moved)]
    return Changes({k: n for k, n in added.items() if n}, tuple(lines))


def _status_changes(before: Sequence[StoryItems], after: Sequence[StoryItems], moved: dict[str, str]) -> list[str]:
    was = {moved.get(e.id, e.id): e.status for s in before for e in s.events}
    return [
        f"{event.summary}: {was[event.id]} → {event.status}"
        for story in after
        for event in story.events
        if event.id in was and was[event.id] != event.status
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
