"""One thing counted or measured, two values: reports that contradict each other, or of which one knows more."""

from __future__ import annotations

import re
from collections import defaultdict

from parley.model.findings import FigureFinding
from parley.model.items import About, DisagreementKind, Figure
from parley.reconcile.disagreements.counts import kind_of, meet
from parley.reconcile.disagreements.publication import days_in, in_order
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.figures import Comparison
from parley.reconcile.figures.items import Key
from parley.reconcile.figures.things import Thing
from parley.text.intervals import agree

OF_ALL = re.compile(r"\bof (?:the |its |their |his |her |all )?(\w+) \w", re.I)
FEW = 4
"""Values of one thing up to which a story can be at odds; more of them are values of several things."""
LARGE = 1000
"""Counts from which on a rounder one may stand for a finer."""
LIKE = 4
"""Words around two figures, rare in the story, that must be shared where no event holds both."""


def find_numbers(draft: Draft, told: list[Raised]) -> list[Raised]:
    """Figures of one thing whose values cannot both be true, but for those that `told` has already."""
    done = {w for r in told if r.attribute == "number" for one in r.readings for w in one.witnesses}
    comparison = Comparison(draft)
    against: dict[str, list[Figure]] = defaultdict(list)
    for a, b in comparison.rivals():
        if done.isdisjoint(a.witnesses) and done.isdisjoint(b.witnesses) and _opposed(draft, comparison, a, b):
            against[a.id].append(b)
            against[b.id].append(a)
    raised: list[Raised] = []
    seen: set[str] = set()
    for figure in draft.figures:
        if figure.id in against and figure.id not in seen:
            group = [f for f in draft.figures if f.id == figure.id or f in against[figure.id]]
            seen.update(f.id for f in group)
            if len(group) <= FEW:
                raised.append(_raise(draft, group))
    return raised


def _opposed(draft: Draft, comparison: Comparison, a: Figure, b: Figure) -> bool:
    """Whether two figures are told of the whole of one thing, in different reports, and do not meet."""
    reports = [{w.report for w in f.witnesses} for f in (a, b)]
    if meet(a, b) or _rounds(a, b) or a.unit != b.unit or not reports[0].isdisjoint(reports[1]):
        return False
    return any(
        _like(x, y) and _whole(draft, k, m) and _one_day(draft, k[0], m[0], _finding(draft, k), _finding(draft, m))
        for k, x in comparison.tellings(a)
        for m, y in comparison.tellings(b)
    )


def _rounds(a: Figure, b: Figure) -> bool:
    """Whether one large value is the other in fewer digits: "$1.2 trillion" and "a $1 trillion bill"."""
    if isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    if a.unit is None and high < LARGE:
        return False
    return any(low == float(f"{high:.{digits}g}") or high == float(f"{low:.{digits}g}") for digits in (1, 2, 3))


def _finding(draft: Draft, key: Key) -> FigureFinding:
    return draft.findings[key[0]].figures[key[1]]


def _like(x: Thing, y: Thing) -> bool:
    """Whether two things have one noun with the same words for it, and one event holds both, or like words."""
    if not x.head or x.head != y.head or x.slots != y.slots or x.sides != y.sides or bool(x.per) != bool(y.per):
        return False
    told = x.heads - {x.head}
    if told != y.heads - {y.head}:
        return False
    return bool(x.events & y.events) or bool(told and len(x.context & y.context) >= LIKE)


def _whole(draft: Draft, a: Key, b: Key) -> bool:
    """Whether nothing says that only some are counted ("two more"); of "seven of 11" and "eight of 11" all is known."""
    totals = []
    for report, index in (a, b):
        finding = draft.findings[report].figures[index]
        text = draft.report(report).text
        before = text[max(0, finding.start - 24) : finding.start]
        if pattern("part").search(finding.exact) or pattern("part").search(before.rsplit(".", 1)[-1]):
            return False
        found = OF_ALL.search(finding.exact)
        totals.append(found.group(1).lower() if found else "")
    return totals[0] == totals[1] or not all(totals)


def _one_day(draft: Draft, a: str, b: str, f: FigureFinding, g: FigureFinding) -> bool:
    """Whether the sentences do not put the two on different days."""
    spans = [(r, draft.sentence(r, x.start)) for r, x in ((a, f), (b, g))]
    sides = [days_in(draft, r, span) if span is not None else [] for r, span in spans]
    return not all(sides) or any(agree(s, t) for s in sides[0] for t in sides[1])


def _raise(draft: Draft, figures: list[Figure]) -> Raised:
    told = "; ".join(f.witnesses[0].exact for f in figures)
    kind: DisagreementKind
    if any(pattern("toll").search(f"{f.of} {f.witnesses[0].exact}") for f in figures):
        kind = kind_of(draft, figures)
    else:
        kind = "update" if in_order(draft, [{w.report for w in f.witnesses} for f in figures]) else "conflict"
    what = "changed from one report to the next" if kind == "update" else "cannot all be true"
    return Raised(
        About("figure", figures[0].id),
        "number",
        kind,
        f"values for one thing that {what}: {told}",
        tuple(reading(f.witnesses[0].exact, f.witnesses, f.according_to) for f in figures),
    )
