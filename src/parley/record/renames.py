"""Which items have a new id because the set of reports changed (design decision 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.model.items import Statement, StoryItems


def renamed(before: Sequence[StoryItems], after: Sequence[StoryItems]) -> dict[str, str]:
    """Old id → new id, for items whose id is gone and whose least witness now tells another item of the same kind.

    Names have no witnesses of their own; theirs follow the forms.
    """
    homes: dict[tuple[str, str, int], str] = {}
    ids: set[str] = set()
    for kind, item, places in _told(after):
        ids.add(item)
        for report, start in places:
            homes.setdefault((kind, report, start), item)
    moved: dict[str, str] = {}
    for kind, item, places in _told(before):
        if item in ids:
            continue
        home = next((homes[kind, r, s] for r, s in places if (kind, r, s) in homes), None)
        if home is not None:
            moved[item] = home
    names = {(f.text, r): n.id for s in after for n in s.names for f in n.forms for r in f.reports}
    new_names = {n.id for s in after for n in s.names}
    for story in before:
        for name in story.names:
            if name.id not in new_names:
                home = next((names[f.text, r] for f in name.forms for r in f.reports if (f.text, r) in names), None)
                if home is not None:
                    moved[name.id] = home
    stories = {r: s.story.id for s in after for r in s.story.reports}
    for story in before:
        new = next((stories[r] for r in story.story.reports if r in stories), None)
        if new is not None and new != story.story.id:
            moved[story.story.id] = new
    return moved


def _told(stories: Iterable[StoryItems]) -> Iterator[tuple[str, str, list[tuple[str, int]]]]:
    for story in stories:
        for statement in story.statements:
            yield "statement", statement.id, _places(statement)
        for kind, items in (
            ("event", story.events),
            ("figure", story.figures),
            ("position", story.positions),
        ):
            for item in items:
                yield kind, item.id, sorted((w.report, w.start) for w in item.witnesses)


def _places(statement: Statement) -> list[tuple[str, int]]:
    return sorted((v.witness.report, v.witness.start) for v in statement.witnesses)
