"""Quotations whose words were altered."""

from __future__ import annotations

from parley.model.items import About, Reading, Statement
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading, told_by
from parley.reconcile.draft import Draft

FAITHFUL = frozenset(["same", "typography", "cut"])


def find_wordings(draft: Draft) -> list[Raised]:
    """Statements that some report quotes in other words than the rest (or than the original)."""
    return [found for s in draft.statements if (found := _wording(draft, s)) is not None]


def _wording(draft: Draft, statement: Statement) -> Raised | None:
    altered = [v for v in statement.witnesses if v.fidelity == "altered"]
    if not altered:
        return None
    faithful = [v.witness for v in statement.witnesses if v.fidelity in FAITHFUL]
    if not faithful and len(altered) < 2:
        return None
    sides: list[Reading] = [reading(statement.reading, faithful)] if faithful else []
    by_words: dict[str, list[Witness]] = {}
    for version in altered:
        by_words.setdefault(" ".join(version.witness.exact.lower().split()), []).append(version.witness)
    sides += [reading(group[0].exact, group) for _, group in sorted(by_words.items())]
    if len(sides) < 2:
        return None
    changes = [c for v in altered for c in v.changes if c.before or c.after]
    told = "; ".join(f"“{c.before}” became “{c.after}”" for c in changes[:2]) or "the words differ in quotation marks"
    base = told_by(len({w.report for w in faithful})) if faithful else "the others"
    base = "the original" if statement.original else base
    return Raised(
        About("statement", statement.id), "wording", "wording", f"quoted otherwise than by {base}: {told}", tuple(sides)
    )
