"""Figures of differing value that are of one thing: what may be held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.model.items import Figure
from parley.reconcile.draft import Draft
from parley.reconcile.figures.items import Key
from parley.reconcile.figures.things import Thing, stand_against, thing_of, with_rare_context
from parley.text.units import table

_MANY = 200
"""Values of one sort in a story beyond which none is held against another: they are of many things."""

_TELLINGS = 4
"""Tellings of a figure by which it is compared."""


class Comparison:
    """The figures of a story by what they are of, read once for all that is asked of them; needs `draft.figures`."""

    def __init__(self, draft: Draft) -> None:
        findings = {(r.id, i): f for r in draft.reports for i, f in enumerate(draft.findings[r.id].figures)}
        things = with_rare_context({key: thing_of(draft, key[0], f) for key, f in findings.items()})
        self._told: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(findings):
            self._told[draft.figure_of[key]].append(key)
        self._things = things
        self._figures = {f.id: f for f in draft.figures}

    def tellings(self, figure: Figure) -> list[tuple[Key, Thing]]:
        """Where a figure is told (report and index there), and what it is of in each place."""
        return [(key, self._things[key]) for key in self._told[figure.id]]

    def same_thing(self, a: Figure, b: Figure) -> bool:
        """Whether two figures, whatever their values, are of one thing at one event and may be compared."""
        return any(stand_against(x, y) for _, x in self._first(a) for _, y in self._first(b))

    def rivals(self) -> Iterator[tuple[Figure, Figure]]:
        """Pairs of figures of one thing, each once, in order of their first tellings."""
        blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for figure in self._figures.values():
            sorts = {s for _, thing in self._first(figure) for s in _sorts(thing)}
            for sort in sorted(sorts):
                blocks[sort].append(figure.id)
        seen: set[tuple[str, str]] = set()
        for sort in sorted(blocks):
            block = blocks[sort]
            if not 1 < len(block) <= _MANY:
                continue
            for n, a in enumerate(block):
                for b in block[n + 1 :]:
                    if (a, b) not in seen and self.same_thing(self._figures[a], self._figures[b]):
                        seen.add((a, b))
                        yield self._figures[a], self._figures[b]

    def _first(self, figure: Figure) -> list[tuple[Key, Thing]]:
        return self.tellings(figure)[:_TELLINGS]


def _sorts(thing: Thing) -> Iterator[tuple[str, str]]:
    """The blocks in which figures of one thing meet: dimension and noun, and what befell persons."""
    unit = table().names.get(thing.unit or "")
    dimension = unit.dimension if unit is not None else "count"
    if thing.head:
        yield dimension, thing.head
    if thing.people:
        yield from ((dimension, f"people {slot}") for slot in thing.slots)
