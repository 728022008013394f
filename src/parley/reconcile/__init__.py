"""Many findings → the items of a story: a pure function of the set of its reports, never of their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.model.findings import Findings
from parley.model.items import Story, StoryItems
from parley.model.reports import Report
from parley.reconcile import (
    dating,
    disagreements,
    events,
    figures,
    lineage,
    names,
    positions,
    statements,
)
from parley.reconcile.draft import begin
from parley.reconcile.stories import group
from parley.text.issues import Lens

__all__ = ["group", "reconcile"]


def reconcile(
    story: Story, reports: Sequence[Report], findings: Mapping[str, Findings], lens: Lens | None = None
) -> StoryItems:
    """The items of one story, from its reports and their findings (by report id); a `lens` names issues and parties."""
    draft = begin(story, reports, findings)
    dating.narrow(draft)
    names.join(draft)
    utterances = statements.align(draft)
    lineage.trace(draft, utterances)
    statements.collate(draft, utterances)
    events.join(draft)
    figures.join(draft)
    positions.join(draft, lens)
    disagreements.find(draft)
    return StoryItems(
        story=draft.story,
        reports=tuple(replace(r, published=draft.published[r.id]) for r in draft.reports),
        names=tuple(draft.names),
        statements=tuple(draft.statements),
        events=tuple(draft.events),
        figures=tuple(draft.figures),
        positions=tuple(draft.positions),
        disagreements=tuple(draft.disagreements),
        lineage=tuple(draft.lineage),
    )
