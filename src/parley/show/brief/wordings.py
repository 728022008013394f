"""Which of two wordings was altered: said only where the record knows the words that were spoken."""

from __future__ import annotations

from parley.model.items import Statement, Version
from parley.show.brief.model import Line
from parley.show.brief.names import Desk

FAITHFUL = ("same", "typography", "cut")
JOINED = ("copy", "rewrite", "same agency")
"""Lineage by which two reports are one origin."""


def is_altered(desk: Desk, statement: Statement, version: Version) -> bool:
    """Whether a version that differs is known to be the altered one.

    It is where the original is at hand, where its report rewrites others, or where two independent reports have the
    other words. Of two reports that merely differ, either may have altered them.
    """
    if version.fidelity != "altered":
        return False
    if statement.original or version.witness.report in desk.rewritten:
        return True
    return len({origin(desk, v.witness.report) for v in statement.witnesses if v.fidelity in FAITHFUL}) > 1


def origin(desk: Desk, report: str) -> str:
    """The report that stands for all those of one origin: they copy or rewrite each other or carry one agency."""
    near: dict[str, set[str]] = {}
    for x in desk.items.lineage:
        if x.source and x.kind in JOINED:
            near.setdefault(x.report, set()).add(x.source)
            near.setdefault(x.source, set()).add(x.report)
    seen, ahead = {report}, [report]
    while ahead:
        fresh = near.get(ahead.pop(), set()) - seen
        seen |= fresh
        ahead += sorted(fresh)
    return min(seen)


def wording_lines(desk: Desk) -> list[Line]:
    """A line that counts the quotations that some report altered, and one that counts those that merely differ."""
    altered, differing = [], []
    for s in desk.items.statements:
        told = [v for v in s.witnesses if v.fidelity == "altered"]
        known = [v.witness for v in told if is_altered(desk, s, v)]
        if known:
            altered.append(known)
        elif told:
            differing.append([v.witness for v in s.witnesses if v.fidelity in (*FAITHFUL, "altered")])
    lines = []
    if altered:
        text = f"{len(altered)} quotation{'s stand' if len(altered) > 1 else ' stands'} with altered words in"
        lines.append(Line(text, desk.refs(w for found in altered for w in found)))
    if differing:
        text = f"{len(differing)} quotation{'s are' if len(differing) > 1 else ' is'} worded differently between"
        lines.append(Line(text, desk.refs(w for found in differing for w in found)))
    return lines
