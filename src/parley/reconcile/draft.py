"""A story's record while it is drawn up: the reports, their findings, and what each stage has concluded so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parley.model.findings import Findings
from parley.model.ids import IdGiver
from parley.model.items import (
    Disagreement,
    Event,
    Figure,
    Lineage,
    Name,
    Position,
    Statement,
    Story,
    Support,
)
from parley.model.passages import Span, Witness
from parley.model.reports import Report
from parley.model.times import Published, Time


@dataclass(slots=True)
class Draft:
    """Filled stage by stage, in the order in which the fields are declared.

    `reports` are in order of id; `findings` by report id, times re-anchored once `published` is narrowed. The `…_of`
    maps lead from findings to items: names by (report, local id), statements by (report, index, unit), events,
    figures and positions by (report, index). `origin_of` gives each report the least report id among those with which
    it shares one origin.
    """

    story: Story
    reports: tuple[Report, ...]
    findings: dict[str, Findings]
    ids: IdGiver = field(default_factory=IdGiver)
    published: dict[str, Published] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    name_of: dict[tuple[str, str], str] = field(default_factory=dict)
    lineage: list[Lineage] = field(default_factory=list)
    origin_of: dict[str, str] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    statement_of: dict[tuple[str, int, int], str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    event_of: dict[tuple[str, int], str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    figure_of: dict[tuple[str, int], str] = field(default_factory=dict)
    positions: list[Position] = field(default_factory=list)
    position_of: dict[tuple[str, int], str] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)
    _by_id: dict[str, Report] = field(default_factory=dict)

    def report(self, report: str) -> Report:
        """The report with this id."""
        if not self._by_id:
            self._by_id.update((r.id, r) for r in self.reports)
        return self._by_id[report]

    def witness(self, report: str, start: int, end: int) -> Witness:
        """The passage as a witness."""
        return Witness(report, start, end, self.report(report).text[start:end])

    def time(self, report: str, index: int | None) -> Time | None:
        """The report's time with this index, as narrowed."""
        return None if index is None else self.findings[report].times[index].time

    def support(self, reports: Sequence[str] | set[str]) -> Support:
        """How many reports, from how many independent origins."""
        told = set(reports)
        return Support(len(told), len({self.origin_of.get(r, r) for r in told}))

    def sentence(self, report: str, at: int) -> Span | None:
        """The report's sentence that holds the offset."""
        sentences = self.findings[report].sentences
        index = bisect_right(sentences, at, key=lambda s: s.start) - 1
        return sentences[index] if index >= 0 and at < sentences[index].end else None


def begin(story: Story, reports: Sequence[Report], findings: Mapping[str, Findings]) -> Draft:
    """A draft of one story with nothing concluded yet."""
    ordered = tuple(sorted(reports, key=lambda r: r.id))
    return Draft(story, ordered, {r.id: findings[r.id] for r in ordered})
