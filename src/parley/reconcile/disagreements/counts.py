"""Counts of one thing that differ: mostly later knowledge, seldom a conflict."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations

from parley.model.findings import NameFinding
from parley.model.items import About, DisagreementKind, Figure
from parley.model.passages import Witness
from parley.reconcile.disagreements.publication import at_once, in_order
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft

VAST = 10_000
NUMERAL = re.compile(r"\b(?:1|one)\b", re.I)
SAME = dict.fromkeys(("dead", "death", "deaths", "died"), "killed") | dict.fromkeys(("wounded", "hurt"), "injured")


def find_counts(draft: Draft) -> list[Raised]:
    """Tolls of one event, or of one war, whose values do not meet."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in draft.figures:
        key = _slot(draft, figure)
        if key is not None:
            groups.setdefault(key, []).append(figure)
    raised: list[Raised] = []
    for (_, slot), figures in sorted(groups.items()):
        apart = [f for f in figures if any(_stand(draft, f, g) for g in figures)]
        told = {r for f in apart for r in _reports(f)}
        if len(apart) > 1 and len(told) > 1 and all(_reports(a) - _reports(b) for a, b in permutations(apart, 2)):
            raised.append(_raise(draft, slot, apart))
    return raised


def _stand(draft: Draft, a: Figure, b: Figure) -> bool:
    return not meet(a, b) and _reports(a) != _reports(b) and not _apart(draft, a, b)


def _reports(figure: Figure) -> set[str]:
    return {w.report for w in figure.witnesses}


def _slot(draft: Draft, figure: Figure) -> tuple[str, str] | None:
    """The event (or the war) and the kind of toll; None for what is not a toll."""
    found = pattern("toll").search(figure.of) or pattern("toll").search(" ".join(w.exact for w in figure.witnesses))
    if found is None or figure.unit is not None or figure.per is not None or _is_somebody(figure):
        return None
    kind = SAME.get(found.group(0).lower(), found.group(0).lower())
    low, _ = range_of(figure)
    if low >= VAST:
        first = figure.witnesses[0]
        sentence = draft.sentence(first.report, first.start)
        around = sentence.of(draft.report(first.report).text) if sentence else figure.of
        scopes = {s.lower().rstrip("s") for s in pattern("scope").findall(" ".join(w.exact for w in figure.witnesses))}
        if not pattern("war").search(around) or len(scopes) == 1:
            return None
        return ("war", kind)
    return (figure.event, kind) if figure.event is not None and not pattern("scope").search(figure.of) else None


def _is_somebody(figure: Figure) -> bool:
    """Whether one victim is described and nobody counts: "a nurse was killed"."""
    return figure.value == 1 and not any(NUMERAL.search(w.exact) for w in figure.witnesses)


def range_of(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that the figure allows, in its unit."""
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    if figure.bound in ("at least", "more than"):
        return low, float("inf")
    if figure.bound in ("up to", "less than"):
        return 0.0, high
    slack = 0.1 * high if figure.bound == "about" else 0.0
    return low - slack, high + slack


def meet(a: Figure, b: Figure) -> bool:
    """Whether the values can both be true, within what "about", "at least" and the like allow."""
    (a_low, a_high), (b_low, b_high) = range_of(a), range_of(b)
    return a_low <= b_high and b_low <= a_high


def _raise(draft: Draft, slot: str, figures: list[Figure]) -> Raised:
    names = [w.exact for f in figures for w in f.witnesses[:1]]
    vast = all(range_of(f)[0] >= VAST for f in figures)
    kind: DisagreementKind = "conflict" if vast else kind_of(draft, figures)
    because = {
        "conflict": f"the counts of {slot} cannot all be true: {'; '.join(names)}",
        "update": f"the count of {slot} changed as more became known: {'; '.join(names)}",
    }[kind]
    return Raised(
        About("figure", figures[0].id),
        "number",
        kind,
        because,
        tuple(reading(f.witnesses[0].exact, f.witnesses, f.according_to) for f in figures),
    )


def kind_of(draft: Draft, figures: list[Figure]) -> DisagreementKind:
    """A toll is corrected as time goes by; exact ones that reports of one day give, in no order, are a conflict.

    Their sentences must then name something in common, or they may be of two events after all.
    """
    told = [_reports(f) for f in figures]
    named = [{n for w in f.witnesses for n in _names(draft, w, lambda _: True)} for f in figures]
    sure = all(f.bound == "exact" for f in figures) and bool(set.intersection(*named))
    return "conflict" if sure and in_order(draft, told) is None and at_once(draft, set().union(*told)) else "update"


def _apart(draft: Draft, a: Figure, b: Figure) -> bool:
    """Whether words set two tolls apart: they count others besides, or their sentences name other towns."""
    if any(pattern("part").search(f.witnesses[0].exact) for f in (a, b)):
        return True
    towns = [{t for w in f.witnesses for t in _names(draft, w, _is_town)} for f in (a, b)]
    return bool(all(towns) and not towns[0] & towns[1])


def _is_town(name: NameFinding) -> bool:
    return name.kind == "place" and not (name.key or "").startswith("country/")


def _names(draft: Draft, witness: Witness, wanted: Callable[[NameFinding], bool]) -> set[str]:
    """The wanted names that the passage's sentence holds."""
    sentence = draft.sentence(witness.report, witness.start)
    return {
        draft.name_of.get((witness.report, n.id), n.id)
        for n in draft.findings[witness.report].names
        if sentence is not None and wanted(n) and any(sentence.start <= m.start < sentence.end for m in n.mentions)
    }
