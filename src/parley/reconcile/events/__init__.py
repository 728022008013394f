"""Joining events across reports: one event, its witnesses, and the history of its status.

Mentions within a report are chained first (annotating has pointed definite ones at what they take up); chains are then
joined across reports, the fullest first, where nothing they say speaks against it and enough speaks for it.
"""

from __future__ import annotations

from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import Chain, chain_events, give_causes
from parley.reconcile.events.clusters import cluster
from parley.reconcile.events.items import compose
from parley.reconcile.events.parties import sides_of


def join(draft: Draft) -> None:
    """Fill `draft.events` and `draft.event_of`."""
    chains: list[Chain] = []
    sides = sides_of(draft)
    for report in draft.reports:
        chains += chain_events(draft, report.id, sides)
    give_causes(chains)
    names = {n.id: n for n in draft.names}
    for members in cluster(chains):
        event = compose(draft, members, names)
        draft.events.append(event)
        for chain in members:
            for index in chain.indices:
                draft.event_of[chain.report, index] = event.id
