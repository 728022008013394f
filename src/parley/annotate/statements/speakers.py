"""The speaker of a statement: the name its source stands for."""

from __future__ import annotations

from parley.annotate.names import resolve
from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.page import Page

_NOBODY = frozenset({"it", "this", "that", "what", "which", "there", "these", "those", "you", "one"})


def speaker_of(reading: Reading, page: Page, attribution: Attribution) -> tuple[str | None, str]:
    """The local name id and the words of the source; the id is None where it is not known."""
    if attribution.source is None:
        return None, ""
    span = page.span(attribution.source)
    if span is None:
        return None, ""
    return resolve(reading, span.start, span.end)[0], span.of(reading.text)
