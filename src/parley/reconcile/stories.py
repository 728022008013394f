"""Grouping reports into stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.model.findings import Findings
from parley.model.ids import item_id
from parley.model.items import Story
from parley.model.reports import Report


def group(reports: Sequence[Report], findings: Mapping[str, Findings]) -> list[Story]:
    """The stories that the reports tell, each report in one."""
    ordered = tuple(sorted(r.id for r in reports))
    return [Story(item_id("story", ordered[0], 0), "", ordered, None, None)] if ordered else []
