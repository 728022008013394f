"""The speaker of each statement: the name that its source stands for, or the one who speaks on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.names import resolve
from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.outlets import lists, outlet_at, outlet_of, relays
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import phrase
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING_ON = frozenset({"add", "continue", "conclude", "go", "elaborate", "finish"})
SPEAKING = frozenset({"quote", "clause", "clause-before", "parenthetical", "raise"})
"""The frames in which something is said outright."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(slots=True)
class Voice:
    """Who speaks: local name id (None if unknown), the source's words, and who relayed them."""

    speaker: str | None
    words: str
    relays: list[str]


def voices(reading: Reading, page: Page, attributions: list[Attribution]) -> list[Voice]:
    """The voice of each attribution, in their order."""
    found: list[Voice | None] = [None] * len(attributions)
    before: list[int] = []
    for index in sorted(range(len(attributions)), key=lambda i: (attributions[i].anchor.i, i)):
        attribution = attributions[index]
        earlier = [(attributions[i], v) for i in reversed(before[-6:]) if (v := found[i]) is not None]
        found[index] = _voice(reading, page, attribution, earlier)
        before.append(index)
    return [v for v in found if v is not None]


def _voice(reading: Reading, page: Page, attribution: Attribution, earlier: list[tuple[Attribution, Voice]]) -> Voice:
    span = page.span(attribution.source) if attribution.source else None
    if span is None:
        return Voice(None, "", [])
    words = span.of(reading.text)
    head = attribution.subject
    if (
        head is not None
        and attribution.frame != "quote"
        and page.quotation[head.i] >= 0 > page.quotation[attribution.anchor.i]
    ):
        return Voice(None, words, [])
    cited = _cited(attribution, words)
    if cited is not None:
        start, end = phrase(cited)
        place = page.span((start, end))
        if place is not None:
            return Voice(
                resolve(reading, place.start, place.end)[0], place.of(reading.text), [outlet_of(words) or words]
            )
    before = _speaks_on(page, attribution, head, earlier)
    if before is not None:
        return Voice(before.speaker, words, list(before.relays))
    speaker = _meant(reading, page, attribution, span)
    if head is not None and head.lower_ in _PRONOUNS and earlier:
        last, voice = _spoken(earlier)
        gap = page.paragraph[attribution.anchor.i] - page.paragraph[last.anchor.i]
        speaks_on = attribution.anchor.lemma_.lower() in _SPEAKING_ON
        impersonal = head.lower_ == "it" and gap == 0 and not _is_person(reading, voice)
        if speaker is None and ((speaks_on and gap <= 1) or impersonal):
            speaker = voice.speaker
        elif speaker is not None and speaks_on and gap == 0 and not _is_named(reading, page, speaker, head):
            speaker = voice.speaker or speaker
    outlet = outlet_of(reading.name(speaker).name) if speaker else None
    return Voice(speaker, words, [outlet] if outlet else [])


def _meant(reading: Reading, page: Page, attribution: Attribution, span: Span) -> str | None:
    """Whom the source means: an outlet by its name ("the newspaper Dawn"), "which" by the noun it stands for."""
    head = attribution.subject
    if head is not None and attribution.source is not None:
        outlet = outlet_at(page, attribution.source) if head.lemma_.lower() in lists()["papers"] else None
        if outlet is not None:
            span = outlet
        elif head.lower_ in ("which", "that") and head.head.dep_ == "relcl":
            noun = head.head.head
            if noun.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
                return None
            span = page.span(phrase(noun)) or span
    return resolve(reading, span.start, span.end)[0]


def _spoken(earlier: list[tuple[Attribution, Voice]]) -> tuple[Attribution, Voice]:
    """The latest who spoke: no thought, no frame around another ("…, according to …"), nothing told inside another."""
    for attribution, voice in earlier:
        inside = any(
            a <= attribution.anchor.i < b
            for other, _ in earlier
            if other is not attribution and other.frame != "according"
            for a, b in other.content
        )
        if voice.speaker is not None and attribution.frame in SPEAKING and not inside:
            return attribution, voice
    return earlier[0]


def _is_person(reading: Reading, voice: Voice) -> bool:
    return voice.speaker is not None and reading.name(voice.speaker).kind == "person"


def _is_named(reading: Reading, page: Page, speaker: str, at: Token) -> bool:
    """Whether the speaker is named or described earlier in the paragraph of this token."""
    paragraph = page.paragraph[at.i]
    return any(
        m.kind != "pronoun" and m.start < at.idx and page.paragraph[page.token_at(m.start)] == paragraph
        for m in reading.name(speaker).mentions
    )


def _cited(attribution: Attribution, words: str) -> Token | None:
    """Whom a relaying source cites: "Interfax reported, citing the ministry", "agencies citing spokesman X"."""
    plain = words.split(" citing ")[0].split(" quoting ")[0].split(",")[0]
    if not relays(plain):
        return None
    nearby = [*attribution.anchor.children, *(attribution.subject.children if attribution.subject is not None else ())]
    for child in nearby:
        if child.tag_ == "VBG" and child.lemma_ in ("cite", "quote"):
            return next((c for c in child.children if c.dep_ in ("dobj", "obj")), None)
    return None


def _speaks_on(
    page: Page, attribution: Attribution, head: Token | None, earlier: list[tuple[Attribution, Voice]]
) -> Voice | None:
    """The voice that a document or an outlet told before goes on in: "the statement said", "the newspaper said"."""
    if head is None or head.pos_ != "NOUN" or attribution.source is None:
        return None
    lemma = head.lemma_.lower()
    bare = page.doc[attribution.source[0] : head.i]
    if any(t.pos_ in ("PROPN", "ADJ") for t in bare) or not any(t.lower_ in ("the", "that", "its") for t in bare):
        return None
    for other, voice in earlier:
        if page.paragraph[attribution.anchor.i] - page.paragraph[other.anchor.i] > 3 or voice.speaker is None:
            continue
        if lemma in lists()["papers"] and voice.relays:
            return voice
        if lemma in lists()["documents"] and (voice.relays or lemma in _after(page, other, 14)):
            return voice
    return None


def _after(page: Page, other: Attribution, reach: int) -> set[str]:
    start, end = page.sentences[page.sentence[other.anchor.i]]
    return {t.lemma_.lower() for t in page.doc[max(start, other.anchor.i - reach) : min(end, other.anchor.i + reach)]}
