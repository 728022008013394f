"""Grouping reports into stories: a function of the set of reports, never of their order (design decision 4).

Two reports are alike by their words (TF-IDF with shipped document frequencies) and near in time; groups are cut by
average linkage at one fixed score. A report is compared only with those that share rare words with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from parley.model.findings import Findings
from parley.model.ids import item_id
from parley.model.items import Story
from parley.model.reports import Report
from parley.reconcile.stories.days import Days, dated, days_of, is_vague, named_days, nearness
from parley.reconcile.stories.linkage import Pair, link
from parley.reconcile.stories.titles import title_of
from parley.reconcile.stories.vectors import Vector, likeness, rarity, vector

__all__ = ["group"]

LEAST = 0.12
"""Mean likeness at which two groups of reports are one story; the same for every set of reports."""
RARE = 3.0
"""Inverse document frequency from which a shared word makes two reports worth comparing: one article in twenty."""
SHARED = 3
"""How many rare words they must share."""
PARTED = -0.25
"""The score of two reports that are alike but farther apart than that: a group that holds both tells two stories."""


def group(reports: Sequence[Report], findings: Mapping[str, Findings]) -> list[Story]:
    """The stories that the reports tell, each report in one, in order of their least report."""
    ordered = sorted(reports, key=lambda r: r.id)
    vectors = {r.id: vector(r) for r in ordered}
    when = [days_of(dated(r, findings.get(r.id))) for r in ordered]
    named = [named_days(r) if is_vague(days) else () for r, days in zip(ordered, when, strict=True)]
    scores = _scores([vectors[r.id] for r in ordered], when, named)
    return [
        _story([ordered[n] for n in members], [when[n] for n in members], vectors, findings)
        for members in link(len(ordered), scores, LEAST)
    ]


def _scores(vectors: list[Vector], when: list[Days | None], named: list[tuple[int, ...]]) -> dict[Pair, float]:
    """The score of every pair that shares enough rare words."""
    holders: dict[str, list[int]] = defaultdict(list)
    scores: dict[Pair, float] = {}
    for n, mine in enumerate(vectors):
        shared: Counter[int] = Counter()
        for word in mine:
            if rarity(word) >= RARE:
                shared.update(holders[word])
                holders[word].append(n)
        for other, words in shared.items():
            if words < SHARED:
                continue
            near = nearness(when[other], when[n], named[other] or named[n])
            score = near * likeness(mine, vectors[other])
            if near < 0 and -score > LEAST:
                scores[other, n] = PARTED
            elif score > LEAST / 4:
                scores[other, n] = score
    return scores


def _story(
    reports: list[Report], when: list[Days | None], vectors: Mapping[str, Vector], findings: Mapping[str, Findings]
) -> Story:
    known = [days for days in when if days is not None and not is_vague(days)]
    return Story(
        id=item_id("story", reports[0].id, 0),
        title=title_of(reports, vectors, findings),
        reports=tuple(r.id for r in reports),
        earliest=date.fromordinal(min(d[0] for d in known)).isoformat() if known else None,
        latest=date.fromordinal(max(d[1] for d in known)).isoformat() if known else None,
    )
