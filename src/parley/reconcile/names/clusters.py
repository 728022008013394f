"""Clusters of local names: joined with a reason, never two of one report unless that report joined them."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model.findings import NameFinding
from parley.text.names import tokens, without_honorific, without_possessive

Place = tuple[str, str]
"""A local name: (report id, local id)."""


@dataclass(slots=True)
class Node:
    """One report's name: its finding, its forms as written, and their words."""

    place: Place
    finding: NameFinding
    forms: tuple[str, ...]
    words: tuple[str, ...]
    doubtful: str = ""

    @property
    def described(self) -> bool:
        """Whether the report only describes it and never names it."""
        return not self.forms and self.finding.key is None and not self.finding.members

    @property
    def full(self) -> bool:
        """Whether it is a person with given name and surname."""
        return self.finding.kind == "person" and len(self.words) > 1


def node_of(report: str, finding: NameFinding) -> Node:
    """The node of a finding."""
    forms: dict[str, None] = {}
    for mention in finding.mentions:
        if mention.kind == "name":
            forms.setdefault(written(mention.exact), None)
    return Node((report, finding.id), finding, tuple(forms), tokens(without_honorific(finding.name)))


def written(exact: str) -> str:
    """A form as written: white space run together, without 's."""
    return without_possessive(" ".join(exact.split()))


@dataclass(slots=True)
class Clusters:
    """A union-find over nodes that keeps two names of one report apart."""

    nodes: dict[Place, Node]
    parent: dict[Place, Place] = field(default_factory=dict)
    reports: dict[Place, dict[str, Place]] = field(default_factory=dict)
    held: dict[Place, list[Place]] = field(default_factory=dict)
    """The places of each cluster, by its root."""

    def __post_init__(self) -> None:
        for place in self.nodes:
            self.parent[place] = place
            self.reports[place] = {place[0]: place}
            self.held[place] = [place]

    def root(self, place: Place) -> Place:
        """The cluster's least place."""
        while self.parent[place] != place:
            self.parent[place] = self.parent[self.parent[place]]
            place = self.parent[place]
        return place

    def join(self, a: Place, b: Place) -> bool:
        """Join two clusters unless both hold a name of one report; whether they are one now."""
        a, b = sorted((self.root(a), self.root(b)))
        if a == b:
            return True
        small, large = sorted((self.reports[a], self.reports[b]), key=len)
        if any(report in large for report in small):
            return False
        self.parent[b] = a
        self.reports[a] = {**self.reports[a], **self.reports.pop(b)}
        self.held[a] += self.held.pop(b)
        return True

    def join_described(self, described: Place, named: Place) -> None:
        """Join someone who is only described with the one who is meant, whom the same report may name too."""
        named, described = self.root(named), self.root(described)
        if named == described:
            return
        a, b = sorted((named, described))
        self.parent[b] = a
        self.reports[a] = {**self.reports.pop(b), **self.reports[a]}
        self.held[a] += self.held.pop(b)

    def of(self, root: Place) -> list[Node]:
        """The nodes of the cluster with this root, in order of place."""
        return [self.nodes[place] for place in sorted(self.held[root])]

    def members(self) -> dict[Place, list[Node]]:
        """Each cluster's nodes in order of place, by its root."""
        out: dict[Place, list[Node]] = {}
        for place in sorted(self.nodes):
            out.setdefault(self.root(place), []).append(self.nodes[place])
        return out
