"""A measure told in two units that do not come to the same."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.items import About
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.draft import Draft
from parley.reconcile.figures import conversion_faults


def find_conversions(draft: Draft) -> Iterator[Raised]:
    """A conflict for each figure whose own conversion in brackets is wrong: one report disagrees with itself."""
    figures = {f.id: f for f in draft.figures}
    for fault in conversion_faults(draft):
        figure = figures[fault.figure]
        yield Raised(
            About("figure", figure.id),
            "number",
            "conflict",
            f"the conversion given, {fault.given:g} {fault.unit}, should be about {fault.due:.3g} {fault.unit}",
            (
                reading(fault.witness.exact, [fault.witness]),
                reading(f"about {fault.due:.3g} {fault.unit}", [fault.witness]),
            ),
        )
