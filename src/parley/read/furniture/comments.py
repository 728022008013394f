"""Readers' comments below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.read.furniture.units import Unit

LABEL = re.compile(
    r"\W{0,3}(?:\d+ (?:comments?|responses?|replies|thoughts?)(?: (?:to|on)\b.{0,200})?"
    r"|(?:leave|post|write|add) a (?:reply|comment)|(?:join|start) the (?:conversation|discussion)"
    r"|(?:readers?[’'] )?comments(?: \(?\d+\)?)?)\W{0,3}",
    re.IGNORECASE | re.DOTALL,
)
"""The line above the comments, as content systems write it."""

ARTICLE = 60
"""Words that must stand above the label: a button of the same name often stands under the headline."""


def without_comments(units: Sequence[Unit], kept: Sequence[bool]) -> list[bool]:
    """Which units stay when all below the label of the comments goes.

    The label counts only where more of the page's sentences stand above it than below, since in the middle of an
    article it is but a button.
    """
    sizes = [unit.words if keep else 0 for unit, keep in zip(units, kept, strict=True)]
    total = sum(sizes)
    above = 0
    for n, unit in enumerate(units):
        if above >= ARTICLE and 2 * above >= total and len(unit.text) <= 240 and LABEL.fullmatch(unit.text):
            return [keep and k < n for k, keep in enumerate(kept)]
        above += sizes[n]
    return list(kept)
