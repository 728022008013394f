"""Figures of one thing, joined across reports.

Two figures are of the same thing when they measure in units that compare, count the same sort of things, and nothing
said sets them apart; they are one figure when their values also agree as written: equal, or within what "about" allows.
Values that differ stay two figures; `Comparison` tells which of them stand against each other.
"""

from __future__ import annotations

from collections import defaultdict
from math import floor, log

from parley.model.findings import FigureFinding
from parley.reconcile.draft import Draft
from parley.reconcile.figures.comparison import Comparison
from parley.reconcile.figures.conversions import ConversionFault, conversion_faults
from parley.reconcile.figures.items import Key, add_item
from parley.reconcile.figures.things import Thing, alike, likeness, not_set_apart, thing_of, with_rare_context
from parley.reconcile.figures.values import agree, base_of, ends_of, is_telling

__all__ = ["Comparison", "ConversionFault", "conversion_faults", "join"]

_NEXT = 60
"""Figures of a block behind one with which it is compared."""

_BREATH = 80
"""Code points between two values of one report that it tells together, and so as two."""

_HEARD = 12
"""Members of a group that may keep another group out."""


def join(draft: Draft) -> None:
    """Fill `draft.figures` and `draft.figure_of`."""
    findings = {(r.id, i): f for r in draft.reports for i, f in enumerate(draft.findings[r.id].figures)}
    things = with_rare_context({key: thing_of(draft, key[0], finding) for key, finding in findings.items()})
    parent = {key: key for key in findings}
    members = {key: [key] for key in findings}
    for a, b in _pairs(findings, things):
        a, b = _find(parent, a), _find(parent, b)
        if a != b and _hold_together(members[a], members[b], findings, things):
            _unite(parent, members, a, b)
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in findings:
        groups[_find(parent, key)].append(key)
    for group in sorted(groups.values(), key=lambda m: min((k[0], findings[k].start) for k in m)):
        add_item(draft, group, findings, things)


def _blocks(findings: dict[Key, FigureFinding], things: dict[Key, Thing]) -> list[list[Key]]:
    """Figures that could be one: of one dimension, one order of value, and a stem in common or the very same value."""
    blocks: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in sorted(findings, key=lambda k: (k[0], findings[k].start)):
        finding, thing = findings[key], things[key]
        dimension, size = base_of(finding)
        rough = floor(log(size) / log(1.5)) if size > 0 else 0
        heads = thing.heads | ({"people"} if thing.people else set()) | ({"*"} if finding.unit else set())
        for step in (rough, rough + 1):
            for head in heads:
                blocks[dimension, str(step), head].append(key)
        blocks[dimension, f"={size:.6g}"].append(key)
    return [blocks[name] for name in sorted(blocks) if len(blocks[name]) > 1]


def _pairs(findings: dict[Key, FigureFinding], things: dict[Key, Thing]) -> list[tuple[Key, Key]]:
    """The pairs that are one figure, the likest first, so that a doubtful one never keeps a sure one out."""
    found: dict[tuple[Key, Key], int] = {}
    seen: set[tuple[Key, Key]] = set()
    for block in _blocks(findings, things):
        for n, a in enumerate(block):
            for b in block[n + 1 : n + _NEXT]:
                if (a, b) in seen:
                    continue
                seen.add((a, b))
                if _one_figure(findings[a], findings[b], things[a], things[b]):
                    found[a, b] = likeness(things[a], things[b])
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _hold_together(
    ones: list[Key], others: list[Key], findings: dict[Key, FigureFinding], things: dict[Key, Thing]
) -> bool:
    """Whether nothing sets a member of the one group apart from one of the other."""
    return all(
        not_set_apart(things[a], things[b]) and not (a[0] == b[0] and _are_told_apart(findings[a], findings[b]))
        for a in ones[:_HEARD]
        for b in others[:_HEARD]
    )


def _are_told_apart(a: FigureFinding, b: FigureFinding) -> bool:
    """Whether a report tells two near values in one breath, as two: "to 9.21 million, from 9.19 million"."""
    return abs(a.start - b.start) <= _BREATH and ends_of(a) != ends_of(b) and a.unit == b.unit and a.bound == b.bound


def _one_figure(a: FigureFinding, b: FigureFinding, x: Thing, y: Thing) -> bool:
    return agree(a, b) and alike(x, y, is_telling(a), ends_of(a)[0], x.report == y.report)


def _find(parent: dict[Key, Key], key: Key) -> Key:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _unite(parent: dict[Key, Key], members: dict[Key, list[Key]], a: Key, b: Key) -> None:
    a, b = sorted((a, b))
    parent[b] = a
    members[a] += members.pop(b)
