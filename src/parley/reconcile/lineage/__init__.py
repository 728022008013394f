"""Lineage: which reports copy or rewrite others, and so how many independent origins there are."""

from __future__ import annotations

from collections.abc import Sequence

from parley.model.items import Lineage
from parley.reconcile.draft import Draft
from parley.reconcile.lineage.agencies import same_agency
from parley.reconcile.lineage.copies import find_copies
from parley.reconcile.lineage.quotations import shared_quotations
from parley.reconcile.lineage.rewrites import rewritten, unseen_source
from parley.reconcile.lineage.sentences import read_bodies
from parley.reconcile.statements import Utterance

ONE_ORIGIN = frozenset({"copy", "rewrite", "same agency"})


def trace(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Fill `draft.lineage` and `draft.origin_of`.

    A pair is told once, by its strongest tie: rewrite or copy, then one agency, then shared quotations. Reworded
    quotations come first, since they tell which of the two was made from the other.
    """
    bodies = read_bodies(draft)
    links: list[Lineage] = []
    tied: set[frozenset[str | None]] = set()
    reworded = rewritten(draft, utterances)
    for found in (
        reworded,
        find_copies(draft, bodies),
        same_agency(draft, bodies),
        unseen_source(draft, utterances, known=[link.report for link in reworded]),
        shared_quotations(draft, utterances),
    ):
        for link in found:
            pair = frozenset((link.report, link.source))
            if pair not in tied:
                tied.add(pair)
                links.append(link)
    draft.lineage = sorted(links, key=lambda link: (link.report, link.source or "", link.kind))
    draft.origin_of = _origins(draft, draft.lineage)


def _origins(draft: Draft, links: Sequence[Lineage]) -> dict[str, str]:
    """Each report's origin: the least report id among those it shares one with."""
    origin = {report.id: report.id for report in draft.reports}

    def root(report: str) -> str:
        while origin[report] != report:
            origin[report] = origin[origin[report]]
            report = origin[report]
        return report

    for link in links:
        if link.kind in ONE_ORIGIN and link.source is not None:
            one, other = sorted((root(link.report), root(link.source)))
            origin[other] = one
    return {report: root(report) for report in origin}
