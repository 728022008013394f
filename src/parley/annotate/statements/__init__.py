"""The statements stage: who says or thinks what, as this report tells it (after the PolNeAR guidelines)."""

from __future__ import annotations

from parley.annotate.reading import Reading
from parley.annotate.statements.attributions import attributions
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.lexicon import Cues, cues
from parley.annotate.statements.page import Page, lay_out
from parley.annotate.statements.speakers import speaker_of
from parley.annotate.statements.units import cut_units
from parley.model.findings import Piece, StatementFinding, StatementKind
from parley.model.passages import Span

__all__ = ["find"]


def find(reading: Reading) -> None:
    """Fill `reading.statements`, in order of their first content."""
    page = lay_out(reading)
    lexicon = cues()
    found: list[StatementFinding] = []
    for attribution in attributions(page, lexicon):
        statement = _finding(reading, page, lexicon, attribution)
        if statement is not None:
            found.append(statement)
    found.sort(key=lambda s: (s.content[0].start, s.content[-1].end, s.cue or Span(0, 0)))
    reading.statements[:] = found


def _finding(reading: Reading, page: Page, lexicon: Cues, attribution: Attribution) -> StatementFinding | None:
    units = cut_units(page, attribution.content)
    if not units:
        return None
    speaker, words = speaker_of(reading, page, attribution)
    return StatementFinding(
        kind=_kind(units),
        act="thought" if attribution.anchor.lemma_.lower() in lexicon.thought else "said",
        content=_content(page, attribution),
        units=units,
        source=page.span(attribution.source) if attribution.source else None,
        cue=page.span(attribution.cue) if attribution.cue else None,
        speaker=speaker,
        speaker_text=words,
        negated=attribution.negated,
    )


def _content(page: Page, attribution: Attribution) -> tuple[Span, ...]:
    """The spans of the content: quotations' insides, and the unquoted words between them."""
    spans: list[Span] = []
    for start, end in sorted(attribution.content):
        at = start
        while at < end:
            inside = page.quotation[at]
            upto = at + 1
            while upto < end and page.quotation[upto] == inside:
                upto += 1
            span = page.span((at, upto))
            if span is not None:
                spans.extend(_parts(page, inside, span) if inside >= 0 else [span])
            at = upto
    return tuple(spans)


def _parts(page: Page, index: int, span: Span) -> list[Span]:
    q = page.quotations[index]
    cut = [Span(max(span.start, p.start), min(span.end, p.end)) for p in q.parts or (q.inner,)]
    return [part for part in cut if part.start < part.end]


def _kind(units: tuple[tuple[Piece, ...], ...]) -> StatementKind:
    flags = {piece.quoted for unit in units for piece in unit}
    if len(flags) == 2:
        return "mixed"
    return "direct" if True in flags else "indirect"
