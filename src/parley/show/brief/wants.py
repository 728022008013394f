"""Who wants what: issues against parties."""

from __future__ import annotations

import re
from collections import defaultdict

from parley.model.items import Position
from parley.show.brief.model import OTHERS, Line, Section, Table
from parley.show.brief.names import Desk, inflect, shorten
from parley.text.issues import Issue, alike, understand

PARTIES = 4
"""Columns of the table of positions: as many parties as fit beside each other."""
SHORTEST = 4
"""Rows of the short table, where less than that are shared by parties or reports."""
BOUND = re.compile(
    r"(?:I|we|it|they|you|he|she|this|that|these|those|do|being|his|her|its|their|what)\b|.*\b(?:it|them|do)$", re.I
)
"""An issue that names nothing by itself."""


def wants(desk: Desk, most: int) -> Section:
    """Each cell a stance with its references; issues on which several parties or reports speak come first."""
    told = desk.items.positions
    by_party: dict[str, list[Position]] = defaultdict(list)
    for position in told:
        by_party[desk.name(position.party)].append(position)
    columns = sorted(by_party, key=lambda p: (-sum(x.support.reports for x in by_party[p]), p))
    shown, rest = columns[:PARTIES], columns[PARTIES:]
    groups = [[told[i] for i in g] for g in cluster([p.issue for p in told])]
    groups.sort(key=_rank)
    if most <= SHORTEST * 3:
        most = min(most, max(SHORTEST, sum(_is_shared(g) for g in groups)))
    rows = tuple(_row(desk, group, shown, rest) for group in groups[:most])
    head = ("issue", *shown, OTHERS)
    if not any(row[-1] for row in rows):
        head, rows = head[:-1], tuple(row[:-1] for row in rows)
    return Section("wants", "Who wants what", table=Table(head, rows), more=max(0, len(groups) - most))


def _is_shared(group: list[Position]) -> bool:
    """Whether several parties take a position on it, or several reports tell of one."""
    return len({p.party for p in group}) > 1 or len({w.report for p in group for w in p.witnesses}) > 1


def _rank(group: list[Position]) -> tuple[bool, int, int, str]:
    reports = {w.report for p in group for w in p.witnesses}
    parties = {p.party for p in group}
    return (
        all(BOUND.match(p.issue) for p in group),
        -len(reports) - len(parties),
        -len(parties),
        group[0].id,
    )


def _row(desk: Desk, group: list[Position], shown: list[str], rest: list[str]) -> tuple[tuple[Line, ...], ...]:
    plain = [p.issue for p in group if not BOUND.match(p.issue)] or [p.issue for p in group]
    issue = min(plain, key=lambda i: (len(i), i))
    cells = [_stances(desk, [p for p in group if desk.name(p.party) == party]) for party in shown]
    others = [
        line for party in rest for line in _stances(desk, [p for p in group if desk.name(p.party) == party], named=True)
    ]
    return ((Line(shorten(issue, 80)),), *cells, tuple(others))


def _stances(desk: Desk, positions: list[Position], *, named: bool = False) -> tuple[Line, ...]:
    alike_ones: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for p in positions:
        alike_ones[p.stance, _condition(p.condition)].append(p)
    party = f"{desk.name(positions[0].party)} " if named and positions else ""
    return tuple(
        Line(f"{party}{inflect(stance, party)}{condition}", desk.refs(w for p in same for w in p.witnesses), same[0].id)
        for (stance, condition), same in alike_ones.items()
    )


def _condition(condition: str | None) -> str:
    if not condition:
        return ""
    linked = re.match(r"(?:if|unless|until|before|after|as|once|provided|while|when|in|on)\b", condition, re.I)
    return f" {'' if linked else 'if '}{shorten(condition, 50)}"


def cluster(issues: list[str]) -> list[list[int]]:
    """Positions of phrases that name one issue, each group led by its first."""
    meant: list[Issue] = [understand(phrase) for phrase in issues]
    groups: list[list[int]] = []
    for index, issue in enumerate(meant):
        home = next((g for g in groups if any(alike(meant[other], issue) for other in g)), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return groups
