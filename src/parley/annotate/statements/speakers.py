"""The speaker of a statement: the name its source stands for."""

from __future__ import annotations

from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.page import Page

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})


def speaker_of(reading: Reading, page: Page, attribution: Attribution) -> tuple[str | None, str]:
    """The local name id and the words of the source; the id is None where it is not known."""
    if attribution.source is None:
        return None, ""
    span = page.span(attribution.source)
    if span is None:
        return None, ""
    words = span.of(reading.text)
    head = attribution.subject
    if head is not None:
        known = reading.name_at(head.idx, head.idx + len(head))
        if known is not None:
            return known, words
    return reading.name_at(span.start, span.end), words
