"""Counts of one thing that differ: mostly later knowledge, seldom a conflict."""

from __future__ import annotations

from itertools import combinations

from parley.model.items import About, DisagreementKind, Figure
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft

VAST = 10_000
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
        apart = [f for f in figures if any(not meet(f, g) and _reports(f) != _reports(g) for g in figures)]
        told = {r for f in apart for r in _reports(f)}
        if len(apart) > 1 and len(told) > 1 and all(_reports(a) - _reports(b) for a, b in combinations(apart, 2)):
            raised.append(_raise(draft, slot, apart))
    return raised


def _reports(figure: Figure) -> set[str]:
    return {w.report for w in figure.witnesses}


def _slot(draft: Draft, figure: Figure) -> tuple[str, str] | None:
    """The event (or the war) and the kind of toll; None for what is not a toll."""
    found = pattern("toll").search(figure.of) or pattern("toll").search(" ".join(w.exact for w in figure.witnesses))
    if found is None or figure.unit is not None or figure.per is not None:
        return None
    kind = SAME.get(found.group(0).lower(), found.group(0).lower())
    low, _ = _range(figure)
    if low >= VAST:
        first = figure.witnesses[0]
        sentence = draft.sentence(first.report, first.start)
        around = sentence.of(draft.report(first.report).text) if sentence else figure.of
        scopes = {s.lower().rstrip("s") for s in pattern("scope").findall(" ".join(w.exact for w in figure.witnesses))}
        if not pattern("war").search(around) or len(scopes) == 1:
            return None
        return ("war", kind)
    return (figure.event, kind) if figure.event is not None and not pattern("scope").search(figure.of) else None


def _range(figure: Figure) -> tuple[float, float]:
    low, high = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    if figure.bound in ("at least", "more than"):
        return low, float("inf")
    if figure.bound in ("up to", "less than"):
        return 0.0, high
    slack = 0.1 * high if figure.bound == "about" else 0.0
    return low - slack, high + slack


def meet(a: Figure, b: Figure) -> bool:
    """Whether the values can both be true, within what "about", "at least" and the like allow."""
    (a_low, a_high), (b_low, b_high) = _range(a), _range(b)
    return a_low <= b_high and b_low <= a_high


def _raise(draft: Draft, slot: str, figures: list[Figure]) -> Raised:
    names = [w.exact for f in figures for w in f.witnesses[:1]]
    vast = all(_range(f)[0] >= VAST for f in figures)
    kind: DisagreementKind = "conflict" if vast else _kind(draft, figures)
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


def _kind(draft: Draft, figures: list[Figure]) -> DisagreementKind:
    """A toll is corrected as time goes by; two exact ones of one instant would be a conflict."""
    dates = {
        (p.earliest, p.latest)
        for f in figures
        for r in _reports(f)
        if (p := draft.published.get(r)) is not None and p.earliest is not None
    }
    instants = len(dates) == 1 and all(e == latest and len(e or "") > 10 for e, latest in dates)
    return "conflict" if instants and all(f.bound == "exact" for f in figures) else "update"
