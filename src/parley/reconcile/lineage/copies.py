"""Copies and rewrites among the reports at hand: the same sentences in the same order, whole or reworded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from parley.model.items import Lineage
from parley.reconcile.draft import Draft
from parley.reconcile.lineage.sentences import Bodies, alike_passages, common_share, runs_of, witness
from parley.text.shingles import meeting_pairs
from parley.text.weights import Weights, overlap

# Of the shorter report's own words, quotations left out; independent reports of one story stay far below.
COPIED = 0.4
REWORDED = 0.4
_LEAST_RUNS = 25
_LEAST_SENTENCES = 4
_ALIKE_LEAST, _ALIKE_BOTH = 0.6, 0.4
_KEYS = 6


def find_copies(draft: Draft, bodies: Bodies) -> Iterator[Lineage]:
    """Pairs of which one copies or rewrites the other; the later, or else the shorter, is taken for the copy."""
    reports = [r.id for r in draft.reports]
    runs = {at: runs_of(bodies[report]) for at, report in enumerate(reports)}
    copied: set[tuple[int, int]] = set()
    for (a, b), shared in meeting_pairs(runs):
        least = min(len(runs[a]), len(runs[b]))
        if least >= _LEAST_RUNS and shared >= COPIED * least / 2 and len(runs[a] & runs[b]) >= COPIED * least:
            copied.add((a, b))
            report, source = _direction(draft, bodies, reports[a], reports[b])
            share = common_share(bodies, report, source)
            because = f"{share:.0%} of its own words stand in the other, quotations apart"
            yield Lineage(report, source, "copy", share, because, alike_passages(draft, bodies, report, source))
    for (a, b), pairs in _aligned(reports, bodies).items():
        if (a, b) in copied:
            continue
        one, other = bodies[reports[a]], bodies[reports[b]]
        chain = in_sequence(pairs)
        words = (sum(one[i].words for i, _ in chain), sum(other[j].words for _, j in chain))
        shares = (words[0] / sum(s.words for s in one), words[1] / sum(s.words for s in other))
        if len(chain) >= _LEAST_SENTENCES and max(shares) >= REWORDED:
            report, source = _direction(draft, bodies, reports[a], reports[b])
            mine = report == reports[a]
            told = tuple(
                (witness(draft, report, bodies[report][i]), witness(draft, source, bodies[source][j]))
                for i, j in (chain if mine else [(j, i) for i, j in chain])[:3]
            )
            because = f"{len(chain)} sentences follow the other's in order, reworded"
            yield Lineage(report, source, "rewrite", round(shares[0 if mine else 1], 3), because, told)


def _direction(draft: Draft, bodies: Bodies, a: str, b: str) -> tuple[str, str]:
    """(report, source): the source is an original, else the earlier, else the longer."""

    def rank(report: str) -> tuple[bool, str, int, str]:
        published = draft.published.get(report)
        day = published.earliest if published and published.earliest else ""
        return not draft.report(report).original, day, -sum(s.words for s in bodies[report]), report

    one, other = rank(a), rank(b)
    if not (one[1] and other[1]):  # a date on one side only says nothing about which came first
        one, other = (one[0], "", *one[2:]), (other[0], "", *other[2:])
    return (b, a) if one < other else (a, b)


def _aligned(reports: Sequence[str], bodies: Bodies) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of reports the pairs of their sentences that say much the same, by index."""
    flat = [(r, i) for r, report in enumerate(reports) for i in range(len(bodies[report]))]
    stems = [bodies[reports[r]][i].stems for r, i in flat]
    weights = Weights.of(stems)
    keys = {at: _keys(weights.rarest(s, _KEYS)) for at, s in enumerate(stems)}
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for (x, y), _ in meeting_pairs(keys, most=20):
        (a, i), (b, j) = flat[x], flat[y]
        if a != b:
            shared = overlap(stems[x], stems[y], weights)
            if shared.least >= _ALIKE_LEAST and shared.both >= _ALIKE_BOTH:
                found.setdefault((a, b), []).append((i, j))
    return found


def _keys(rarest: Sequence[str]) -> list[tuple[str, str]]:
    return [(a, b) for at, a in enumerate(sorted(rarest)) for b in sorted(rarest)[at + 1 :]]


def in_sequence(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises on both sides (longest increasing subsequence, Fredman 1975)."""
    ordered = sorted(pairs, key=lambda p: (p[0], -p[1]))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for at, (_, j) in enumerate(ordered):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(j)
            ends.append(at)
        else:
            tails[place], ends[place] = j, at
    chain: list[tuple[int, int]] = []
    at_last = ends[-1] if ends else None
    while at_last is not None:
        chain.append(ordered[at_last])
        at_last = before[at_last]
    return chain[::-1]
