"""The statements stage: who says or thinks what, as this report tells it (after the PolNeAR guidelines)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.annotate.statements.attributions import attributions
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.lexicon import cues
from parley.annotate.statements.occasions import occasions
from parley.annotate.statements.page import Page, lay_out
from parley.annotate.statements.speakers import voices
from parley.annotate.statements.units import cut_units
from parley.annotate.times.finding import place
from parley.model.findings import Piece, StatementFinding, StatementKind
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find"]


def find(reading: Reading) -> None:
    """Fill `reading.statements`, in order of their first content."""
    page = lay_out(reading)
    lexicon = cues()
    told = [(a, units) for a in attributions(page, lexicon) if (units := cut_units(page, a.content))]
    drafts = [a for a, _ in told]
    who = voices(reading, page, drafts)
    where = occasions(reading, page, drafts, who)
    found: list[StatementFinding] = []
    for (attribution, units), voice, occasion in zip(told, who, where, strict=True):
        found.append(
            StatementFinding(
                kind=_kind(units),
                act="thought" if attribution.anchor.lemma_.lower() in lexicon.thought else "said",
                content=_content(page, attribution),
                units=units,
                source=page.span(attribution.source) if attribution.source else None,
                cue=page.span(attribution.cue) if attribution.cue else None,
                speaker=voice.speaker,
                speaker_text=voice.words,
                made=occasion.made,
                channel=occasion.where,
                carried_by=tuple(occasion.carried_by),
                utterance=occasion.utterance,
                negated=attribution.negated,
            )
        )
    _date_backwards(reading, ((a.anchor, o.made) for (a, _), o in zip(told, where, strict=True)))
    found.sort(key=lambda s: (s.content[0].start, s.content[-1].end, s.cue or Span(0, 0)))
    reading.statements[:] = [replace(s, inside=holder) for s, holder in zip(found, _holders(found), strict=True)]


def _date_backwards(reading: Reading, dated: Iterable[tuple[Token, int | None]]) -> None:
    """Let no words that have been said lie behind the report's day: Friday is the one that was, not the next."""
    changed = False
    upto = reading.published.latest
    for cue, index in dated:
        when = reading.times[index].time if index is not None else None
        if index is None or upto is None or when is None or when.earliest[:10] <= upto[:10] or not _is_past(cue):
            continue
        reading.times[index] = replace(reading.times[index], direction="past")
        changed = True
    if changed:
        place(reading)


def _is_past(cue: Token) -> bool:
    """Whether the cue, or the verb that it goes with ("set the tone by telling …"), tells what has been said."""
    at = cue
    for _ in range(6):
        helpers = {c.lower_ for c in at.children if c.dep_ in ("aux", "auxpass")}
        if any(c.tag_ in ("MD", "TO") for c in at.children):
            return False
        if at.tag_ in ("VBD", "VBZ") or helpers & {"has", "have", "had", "was", "were"}:
            return True
        if at.head is at:
            return False
        at = at.head
    return False


def _holders(found: list[StatementFinding]) -> list[int | None]:
    """For each the narrowest wider statement in whose content its cue stands; wider, so that no two hold each other."""
    width = [sum(span.end - span.start for span in s.content) for s in found]
    spans = sorted((span.start, span.end, i) for i, s in enumerate(found) for span in s.content)
    holders: list[int | None] = [None] * len(found)
    active: list[tuple[int, int]] = []
    upcoming = 0
    for cue, index in sorted((s.cue, i) for i, s in enumerate(found) if s.cue is not None):
        while upcoming < len(spans) and spans[upcoming][0] <= cue.start:
            active.append((spans[upcoming][1], spans[upcoming][2]))
            upcoming += 1
        active = [(end, i) for end, i in active if end >= cue.start]
        holding = [(width[i], i) for end, i in active if i != index and end >= cue.end and width[i] > width[index]]
        holders[index] = min(holding)[1] if holding else None
    return holders


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
