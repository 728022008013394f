"""Grouping reports into stories: a function of the set of reports, never of their order (design decision 4).

Two reports are alike by their words (TF-IDF with shipped document frequencies) and near in time; groups are cut by
average linkage at one fixed score. A report is compared only with those that share rare words with it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from parley.model.findings import Findings
from parley.model.ids import item_id
from parley.model.items import Story
from parley.model.reports import Report
from parley.model.times import Published
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
FADES = (1.0, 30.0)
"""Days in which nearness fades: half of it fast, for most follow-ups tell another day's news; half slowly, for stories
go on for weeks."""
FARTHEST = 45
"""Days apart beyond which two reports are not of one developing story."""
UNDATED = 0.5
"""What likeness counts for where only one of two reports has a date: nothing says that they are near in time."""
PARTED = -0.25
"""The score of two reports that are alike but farther apart than that: a group that holds both tells two stories."""
VAGUE = 45
"""Days from first to last beyond which a report's inferred date says nothing of nearness."""

Days = tuple[int, int]


def group(reports: Sequence[Report], findings: Mapping[str, Findings]) -> list[Story]:
    """The stories that the reports tell, each report in one, in order of their least report."""
    ordered = sorted(reports, key=lambda r: r.id)
    vectors = {r.id: vector(r) for r in ordered}
    when = [days_of(_dated(r, findings)) for r in ordered]
    scores = _scores([vectors[r.id] for r in ordered], when)
    return [
        _story([ordered[n] for n in members], [when[n] for n in members], vectors, findings)
        for members in link(len(ordered), scores, LEAST)
    ]


def _dated(report: Report, findings: Mapping[str, Findings]) -> Published:
    found = findings.get(report.id)
    return found.published if found is not None and found.published.earliest else report.published


def days_of(published: Published) -> Days | None:
    """The first and last day on which a report may have appeared, as ordinals; None where nothing is known."""
    if published.earliest is None or published.latest is None:
        return None
    try:
        first, last = (date.fromisoformat(d[:10]).toordinal() for d in (published.earliest, published.latest))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def nearness(a: Days | None, b: Days | None) -> float:
    """What the likeness of two reports counts for by their dates: 0 to 1; below 0 where too far apart."""
    apart = max(0, a[0] - b[1], b[0] - a[1]) if a is not None and b is not None else 0
    if apart > FARTHEST:
        return -1.0
    vague = [days is None or days[1] - days[0] > VAGUE for days in (a, b)]
    if any(vague):
        return 1.0 if all(vague) else UNDATED
    return math.fsum(math.exp(-apart / days) for days in FADES) / len(FADES)


def _scores(vectors: list[Vector], when: list[Days | None]) -> dict[Pair, float]:
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
            near = nearness(when[other], when[n])
            score = near * likeness(mine, vectors[other])
            if near < 0 and -score > LEAST:
                scores[other, n] = PARTED
            elif score > LEAST / 4:
                scores[other, n] = score
    return scores


def _story(
    reports: list[Report], when: list[Days | None], vectors: Mapping[str, Vector], findings: Mapping[str, Findings]
) -> Story:
    known = [days for days in when if days is not None and days[1] - days[0] <= VAGUE]
    return Story(
        id=item_id("story", reports[0].id, 0),
        title=title_of(reports, vectors, findings),
        reports=tuple(r.id for r in reports),
        earliest=date.fromordinal(min(d[0] for d in known)).isoformat() if known else None,
        latest=date.fromordinal(max(d[1] for d in known)).isoformat() if known else None,
    )
