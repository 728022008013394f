"""A group of findings of one figure, as an item."""

from __future__ import annotations

from collections import defaultdict

from parley.model.findings import FigureFinding
from parley.model.items import Figure
from parley.reconcile.draft import Draft
from parley.reconcile.figures.things import Thing
from parley.text.units import table

Key = tuple[str, int]
"""A figure finding: its report and its index there."""


def add_item(draft: Draft, members: list[Key], findings: dict[Key, FigureFinding], things: dict[Key, Thing]) -> None:
    """One item from figures of one value."""
    members = sorted(members, key=lambda k: (k[0], findings[k].start))
    told = findings[_best(members, findings)]
    first = members[0]
    identity = draft.ids.give("figure", first[0], findings[first].start)
    statements = [s for key in members if (s := _statement(draft, key[0], findings[key])) is not None]
    events = [event for key in members for event in sorted(things[key].events)]
    names: list[str] = []
    for report, index in members:
        for local in findings[report, index].according_to:
            name = draft.name_of.get((report, local))
            if name is not None and name not in names:
                names.append(name)
    draft.figures.append(
        Figure(
            id=identity,
            story=draft.story.id,
            value=told.value,
            bound=told.bound,
            unit=told.unit,
            per=next((f.per for f in (findings[k] for k in members) if f.per), None),
            of=told.of,
            event=events[0] if events else None,
            statement=statements[0] if len(statements) == len(members) else None,
            according_to=tuple(names),
            witnesses=tuple(draft.witness(k[0], findings[k].start, findings[k].end) for k in members),
            support=draft.support({k[0] for k in members}),
        )
    )
    for key in members:
        draft.figure_of[key] = identity


def _best(members: list[Key], findings: dict[Key, FigureFinding]) -> Key:
    """The figure whose wording stands for all: exact before rounded, the commonest value, the finer unit, the first."""
    counts: dict[object, set[str]] = defaultdict(set)
    for key in members:
        counts[findings[key].value, findings[key].unit].add(key[0])
    units = table().names

    def rank(key: Key) -> tuple[int, int, float, Key]:
        finding = findings[key]
        size = units[finding.unit].size if finding.unit in units else 1.0
        return (0 if finding.bound == "exact" else 1, -len(counts[finding.value, finding.unit]), size, key)

    return min(members, key=rank)


def _statement(draft: Draft, report: str, finding: FigureFinding) -> str | None:
    """The item of the statement's sentence that holds the figure."""
    if finding.statement is None:
        return None
    units = draft.findings[report].statements[finding.statement].units
    for number, unit in enumerate(units):
        if any(p.start <= finding.number.start and finding.number.end <= p.end for p in unit):
            return draft.statement_of.get((report, finding.statement, number))
    return next(
        (
            draft.statement_of[report, finding.statement, n]
            for n in range(len(units))
            if (report, finding.statement, n) in draft.statement_of
        ),
        None,
    )
