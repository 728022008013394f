"""Checking a text of one's own against a record: does each quotation and figure stand as its witnesses have it?"""

from __future__ import annotations

from parley.model.findings import Findings
from parley.model.items import Record
from parley.model.reports import Report
from parley.reconcile.check.figures import check_figures
from parley.reconcile.check.quotations import check_quotations
from parley.reconcile.check.verdict import Holds, Verdict

__all__ = ["Holds", "Verdict", "check"]


def check(text: Report, findings: Findings, record: Record) -> list[Verdict]:
    """A verdict on every quotation (of two words or more) and every figure of the text, in its order.

    `findings` are those of the text, by the same annotator that made the record's.
    """
    names = {name.id: name for story in record.stories for name in story.names}
    statements = [s for story in record.stories for s in story.statements]
    figures = [f for story in record.stories for f in story.figures]
    verdicts = [*check_quotations(text, findings, statements, names), *check_figures(text, findings, figures)]
    return sorted(verdicts, key=lambda v: (v.start, v.end, v.kind))
