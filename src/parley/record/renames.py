"""Which items have a new id because the set of reports changed (design decision 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parley.model.items import Statement, StoryItems


def renamed(before: Sequence[StoryItems], after: Sequence[StoryItems]) -> dict[str, str]:
    """Old id → new id, for items whose id is gone and whose least witness now tells another item of the same kind.

    Where a new version took a report's place, its passages with the same words are followed. Names have no witnesses
    of their own; theirs follow the forms.
    """
    homes: dict[tuple[str, str, int | str], str] = {}
    files = {r.id: r.id if r.file == "-" else r.file for s in (*before, *after) for r in s.reports}
    ids: set[str] = set()
    for kind, item, places in _told(after):
        ids.add(item)
        for report, start, exact in places:
            homes.setdefault((kind, report, start), item)
            homes.setdefault((kind, files.get(report, report), exact), item)
    moved: dict[str, str] = {}
    for kind, item, places in _told(before):
        if item in ids:
            continue
        keys = [(kind, r, s) for r, s, _ in places] + [(kind, files.get(r, r), exact) for r, _, exact in places]
        home = next((homes[key] for key in keys if key in homes), None)
        if home is not None:
            moved[item] = home
    names = {(f.text, files.get(r, r)): n.id for s in after for n in s.names for f in n.forms for r in f.reports}
    new_names = {n.id for s in after for n in s.names}
    for story in before:
        for name in story.names:
            if name.id not in new_names:
                forms = [(f.text, files.get(r, r)) for f in name.forms for r in f.reports]
                home = next((names[form] for form in forms if form in names), None)
                if home is not None:
                    moved[name.id] = home
    stories = {r: s.story.id for s in after for r in s.story.reports}
    for story in before:
        new = next((stories[r] for r in story.story.reports if r in stories), None)
        if new is not None and new != story.story.id:
            moved[story.story.id] = new
    return moved


Place = tuple[str, int, str]
"""Report, start and words of a passage."""


def _told(stories: Iterable[StoryItems]) -> Iterator[tuple[str, str, list[Place]]]:
    for story in stories:
        for statement in story.statements:
            yield "statement", statement.id, _places(statement)
        for kind, items in (
            ("event", story.events),
            ("figure", story.figures),
            ("position", story.positions),
        ):
            for item in items:
                yield kind, item.id, sorted((w.report, w.start, w.exact) for w in item.witnesses)
        for d in story.disagreements:
            told = sorted((w.report, w.start, w.exact) for r in d.readings for w in r.witnesses)
            yield f"{d.kind} {d.attribute}", d.id, told


def _places(statement: Statement) -> list[Place]:
    return sorted((v.witness.report, v.witness.start, v.witness.exact) for v in statement.witnesses)
