"""The speaker of each statement: the name that its source stands for, or the one who speaks on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.names import resolve
from parley.annotate.reading import Reading
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.outlets import lists, outlet_at, outlet_of, relays
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import phrase, subject_of
from parley.annotate.statements.variation import countries_in, is_varied
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKING_ON = frozenset({"add", "continue", "conclude", "go", "elaborate", "finish"})
SPEAKING = frozenset({"quote", "clause", "clause-before", "parenthetical", "raise"})
"""The frames in which something is said outright."""
_NAME = 4
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
        _name_before(reading, page, attributions, found, before, index)
        before.append(index)
    return [v for v in found if v is not None]


def _name_before(
    reading: Reading,
    page: Page,
    attributions: list[Attribution],
    found: list[Voice | None],
    before: list[int],
    index: int,
) -> None:
    """Give one called by a role the name that follows: "a spokeswoman said …", "… said the spokeswoman, Ada Moss"."""
    voice, head = found[index], attributions[index].subject
    source = attributions[index].source
    if voice is None or voice.speaker is None or head is None or source is None:
        return
    words = page.tokens[slice(*source)]
    named = any(t.pos_ == "PROPN" for t in words) and reading.name(voice.speaker).kind == "person"
    if not named or words[0].lower_ != "the" or len(words) < 4 or words[2].text != ",":
        return
    for earlier in before[:-4:-1]:
        other, first = found[earlier], attributions[earlier].source
        if other is None or first is None or page.tokens[first[0]].lower_ not in ("a", "an"):
            continue
        role = attributions[earlier].subject
        if role is not None and role.pos_ == "NOUN" and role.lemma_.lower() == words[1].lemma_.lower():
            other.speaker = voice.speaker
            return


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
    before = _speaks_on(reading, page, attribution, head, earlier)
    if before is not None:
        return Voice(before.speaker, words, list(before.relays))
    spoken = _called_again(reading, page, attribution, head, earlier)
    if spoken is not None:
        return Voice(spoken, words, [])
    owner = _issuer(page, head)
    speaker = _meant(reading, page, attribution, span) if owner is None else resolve(reading, *owner)[0]
    if head is not None and head.lower_ in ("he", "she"):
        speaker = _described(reading, page, head) or _source_before(reading, page, head, earlier) or speaker
    if head is not None and head.lower_ in _PRONOUNS and earlier:
        last, voice = _spoken(earlier)
        gap = page.paragraph[attribution.anchor.i] - page.paragraph[last.anchor.i]
        speaks_on = attribution.anchor.lemma_.lower() in _SPEAKING_ON
        impersonal = head.lower_ == "it" and gap == 0 and not _is_person(reading, voice)
        goes_on = head.lower_ in ("he", "she") and gap <= 1 and _goes_on(reading, page, last, voice, speaker, head)
        if goes_on or (speaker is None and ((speaks_on and gap <= 1) or impersonal)):
            speaker = voice.speaker
        elif speaker is not None and speaks_on and gap == 0 and not _is_named(reading, page, speaker, head):
            speaker = voice.speaker or speaker
    outlet = outlet_of(reading.name(speaker).name) if speaker else None
    return Voice(speaker, words, [outlet] if outlet else [])


def _called_again(
    reading: Reading, page: Page, attribution: Attribution, head: Token | None, earlier: list[tuple[Attribution, Voice]]
) -> str | None:
    """The person who spoke last, in this paragraph or the one before, where the source only describes them anew."""
    if head is None or attribution.source is None or not earlier or page.tokens[attribution.source[0]].lower_ != "the":
        return None
    same = next((v.speaker for a, v in earlier if a.source == attribution.source), None)
    if same is not None or attribution.frame not in SPEAKING:
        return same
    last, voice = _spoken(earlier)
    gap = page.paragraph[attribution.anchor.i] - page.paragraph[last.anchor.i]
    if voice.speaker is None or gap > 1 or not is_varied(reading, page, attribution.source, head):
        return None
    name = reading.name(voice.speaker)
    named = name.kind == "person" and any(m.kind == "name" for m in name.mentions)
    lands = countries_in(reading, attribution.source)
    return voice.speaker if named and lands <= {name.country} else None


def _source_before(
    reading: Reading, page: Page, pronoun: Token, earlier: list[tuple[Attribution, Voice]]
) -> str | None:
    """The person on whose word the sentence before tells of others ("One man died, according to Ada Moss. She …")."""
    if not earlier or pronoun.i > pronoun.head.i:
        return None
    last, voice = earlier[0]
    before = page.sentence[pronoun.i] - 1
    near = page.sentence[last.anchor.i] == before and page.paragraph[last.anchor.i] == page.paragraph[pronoun.i]
    if not near or last.frame != "according" or voice.speaker is None or not _is_person(reading, voice):
        return None
    gender = reading.cast.entries[voice.speaker].gender if reading.cast else None
    return voice.speaker if gender in (None, "m" if pronoun.lower_ == "he" else "f") else None


def _issuer(page: Page, head: Token | None) -> tuple[int, int] | None:
    """Where the one stands whose words a document's are: "a statement from the mayor", "the bank published figures
    showing …", "the U.S. sanctions cited …"; None for other sources, and where nobody is named.
    """
    if head is None or head.lemma_.lower() not in lists()["documents"] | lists()["issued"]:
        return None
    children = list(head.children)
    if any(c.dep_ in ("compound", "amod") and c.lower_ in ("media", "news", "press", "newspaper") for c in children):
        return None
    owner = next((c for c in children if c.dep_ == "poss" and c.pos_ in ("PROPN", "NOUN")), None)
    if owner is None:
        by = (c for c in children if c.dep_ == "prep" and c.lower_ in ("by", "from"))
        owner = next((i for c in by for i in c.children if i.dep_ == "pobj"), None)
    if owner is None and head.dep_ == "dobj" and head.head.lemma_ in lists()["giving"] | lists()["issuing"]:
        owner = subject_of(head.head)
    if owner is None:
        kinds = ("ORG", "GPE") if head.lemma_.lower() in lists()["issued"] else ("ORG",)
        owner = next((c for c in children if c.dep_ == "compound" and c.ent_type_ in kinds), None)
    span = page.span(phrase(owner)) if owner is not None else None
    return (span.start, span.end) if span is not None else None


def _meant(reading: Reading, page: Page, attribution: Attribution, span: Span) -> str | None:
    """Whom the source means: an outlet by its name ("the newspaper Dawn"), "which" by the noun it stands for."""
    head = attribution.subject
    if head is not None and attribution.source is not None:
        paper = head.lemma_.lower() in lists()["papers"]
        low, high = attribution.source
        while paper and high < len(page.tokens) and page.tokens[high].pos_ == "PROPN" and high <= head.i + _NAME:
            high += 1
        outlet = outlet_at(page, (low, high)) if paper else None
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


def _described(reading: Reading, page: Page, pronoun: Token) -> str | None:
    """The person whom a role describes as the subject of the sentence before, in the same paragraph, where one is:
    "The spokeswoman rejected that. “…,” she said."; a pronoun after a name is left to the names.
    """
    at = page.sentence[pronoun.i] - 1
    while at >= 0 and page.paragraph[page.sentences[at][0]] == page.paragraph[pronoun.i]:
        start, end = page.sentences[at]
        root = next((t for t in page.tokens[start:end] if t.dep_ == "ROOT" and page.quotation[t.i] < 0), None)
        at -= 1
        if root is None:
            continue  # all of it is quoted
        subject = subject_of(root)
        if subject is None or subject.pos_ != "NOUN" or subject.tag_ == "NNS" or page.quotation[subject.i] >= 0:
            return None
        span = page.span(phrase(subject))
        if span is None or any(t.pos_ == "PROPN" and not _behind_preposition(t, subject) for t in subject.subtree):
            return None
        new = page.tokens[phrase(subject)[0]].lower_ in ("a", "an")
        known = len(reading.names)
        local = resolve(reading, span.start, span.end)[0]
        if local is None or (len(reading.names) > known and not new):
            return None
        told = reading.name(local)
        return local if told.kind == "person" and (new or told.name[:1].isupper()) else None
    return None


def _behind_preposition(token: Token, head: Token) -> bool:
    """Whether the token stands in "of …", "on …" behind the head, or in a relative clause: it does not name him."""
    while token.i != head.i and token.head is not token:
        if token.dep_ in ("prep", "relcl", "acl"):
            return True
        token = token.head
    return False


def _is_person(reading: Reading, voice: Voice) -> bool:
    return voice.speaker is not None and reading.name(voice.speaker).kind == "person"


def _goes_on(
    reading: Reading, page: Page, last: Attribution, voice: Voice, speaker: str | None, pronoun: Token
) -> bool:
    """Whether one who spoke before without a name ("a former engineer … he said") is meant, and no one named before."""
    if voice.speaker in (None, speaker) or not _is_person(reading, voice) or last.subject is None:
        return False
    if last.subject.lower_ != pronoun.lower_ or any(
        m.kind == "name" for m in reading.name(voice.speaker or "").mentions
    ):
        return False
    since = page.starts[page.sentences[page.sentence[last.anchor.i]][0]]
    named = reading.name(speaker).mentions if speaker is not None else ()
    return not any(m.kind != "pronoun" and since <= m.start < pronoun.idx for m in named)


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


def _body_before(reading: Reading, page: Page, noun: Token) -> str | None:
    """The body named before in the sentence: "when the Treasury released them, the agency named …"."""
    start = page.starts[page.sentences[page.sentence[noun.i]][0]]
    named = [
        (m.end, name.id)
        for name in reading.names
        if name.kind == "organisation" and not outlet_of(name.name)
        for m in name.mentions
        if m.kind == "name" and start <= m.start and m.end <= noun.idx
    ]
    return max(named)[1] if named else None


def _speaks_on(
    reading: Reading, page: Page, attribution: Attribution, head: Token | None, earlier: list[tuple[Attribution, Voice]]
) -> Voice | None:
    """The voice that a document or an outlet told before goes on in: "the statement said", "the newspaper said"."""
    if head is None or head.pos_ != "NOUN" or attribution.source is None:
        return None
    lemma = head.lemma_.lower()
    bare = page.tokens[attribution.source[0] : head.i]
    if any(t.pos_ in ("PROPN", "ADJ") for t in bare) or not any(t.lower_ in ("the", "that", "its") for t in bare):
        return None
    if lemma == "agency" and (body := _body_before(reading, page, head)) is not None:
        return Voice(body, "", [])
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
    return {
        t.lemma_.lower() for t in page.tokens[max(start, other.anchor.i - reach) : min(end, other.anchor.i + reach)]
    }
