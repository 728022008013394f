"""Who holds a position: from the words to the party for which they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from parley.annotate.names import country_of, lexicons
from parley.annotate.names import resolve as who
from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import SAYING, subject
from parley.annotate.positions.wording import noun_phrase
from parley.annotate.positions.words import lemmas
from parley.annotate.reading import Reading
from parley.model.findings import NameFinding, Party
from parley.text.offices import is_counsel, stands_alone

if TYPE_CHECKING:
    from spacy.tokens import Token

ITS = re.compile(r"\b(?:its|their)\b", re.I)
OWN = frozenset({"his", "her", "its", "their"})
THIRD_PERSON = frozenset({"it", "he", "she", "they"})
WHOSE = frozenset({"for", "from", "at", "with", "to"})
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves"})
EMPTY = lemmas(
    "it there this that what which these those nothing everything one something anything nobody none who he she they "
    "god"
)

RANKS = lemmas("members staff workers crews employees drivers nurses teachers doctors troops fighters soldiers forces")
"""Those who belong to the body for which somebody speaks."""
ACTORS = lemmas(
    "people family household community neighbour nation country kingdom republic crew owner public crowd side "
    "camp opposition faction guerrilla insurgent militia gang junta clergy tribe striker pilot nurse staff "
    "workforce management bishop town city village municipality district island port congress leadership rebel "
    "ally donor creditor lender bondholder shareholder fan player league"
)
THINGS = lemmas(
    "letter order offer matter number power weather water paper factor error letter chapter quarter member-state fire "
    "border order computer tower river winter summer center shelter corner disaster helicopter missile-launcher poster "
    "counter future failure measure danger anger terror horror disorder murder manoeuvre laser after minor major "
    "interior door floor color colour labor labour-law behavior corridor sector charter barrier carrier ladder"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a passage is: the statement's index and its speaker."""

    statement: int
    speaker: str | None
    start: int
    end: int


class Voices:
    """Finds the statement inside which an offset lies, the innermost first."""

    def __init__(self, reading: Reading) -> None:
        spans = [
            (span.start, span.end, index)
            for index, found in enumerate(reading.statements)
            for span in found.content
            if not found.negated
        ]
        self._spans = sorted(spans)
        self._statements = reading.statements
        self._reading = reading

    def party(self, local: str) -> str:
        """The party for which a speaker speaks."""
        return party_for(self._reading, local)

    def body(self, local: str) -> str:
        """The body that a speaker leads or speaks for, even where the speaker is a party apart from it."""
        return party_for(self._reading, local, apart=False)

    def owns(self, voice: Voice, token: Token) -> bool:
        """Whether the noun stands for the speaker or the speaker's party."""
        if voice.speaker is None:
            return voice.start <= token.idx < voice.end
        local = self._reading.name_at(token.idx, token.idx + len(token))
        if local is None:
            return False
        party = self.body(voice.speaker)
        if self.body(local) == party:
            return True
        # A minister whose country the report does not say may well speak of it.
        speaker = self._reading.name(party)
        if speaker.kind == "organisation" and ITS.search(self._reading.text[max(0, voice.start - 5) : voice.end]):
            return self._reading.name(local).kind == "place"  # "Norway did not fire, its ministry said"
        return speaker.kind == "person" and bool(speaker.roles) and self._reading.name(local).kind == "place"

    def leads(self, voice: Voice) -> bool:
        """Whether the speaker is a body, or speaks for one."""
        return voice.speaker is not None and self._reading.name(self.body(voice.speaker)).kind != "person"

    def teller(self, verb: Token) -> Token | Party | None:
        """Who says it: the speaker of the statement around it, or the subject of the verb of saying it hangs on."""
        voice = self.at(verb.idx)
        if voice is not None:
            return Party(voice.speaker and self.party(voice.speaker), voice.start, voice.end)
        at = verb
        for _ in range(4):
            if at.dep_ == "ccomp" and at.head.lemma_ in SAYING:
                return subject(at.head)
            if at.dep_ not in ("conj", "ccomp"):
                return None
            at = at.head
        return None

    def at(self, offset: int) -> Voice | None:
        """The innermost statement whose content holds the offset."""
        index = bisect_right(self._spans, (offset, 1 << 60, 0))
        best: tuple[int, int, int] | None = None
        for start, end, number in self._spans[max(0, index - 8) : index]:
            if start <= offset < end and (best is None or end - start < best[1] - best[0]):
                best = (start, end, number)
        if best is None:
            return None
        found = self._statements[best[2]]
        source = found.source
        return Voice(best[2], found.speaker, source.start if source else best[0], source.end if source else best[0])


def resolve(reading: Reading, token: Token, voices: Voices) -> Party | None:
    """The party that a noun or pronoun stands for; None where the word stands for nobody in particular."""
    start, end = extent_of(token)
    if token.lower_ in THIRD_PERSON and (teller := _teller(token)) is not None:
        # "X said it would …": X, whatever else the pronoun might stand for.
        start, end = extent_of(teller)
        return Party(_party(reading, start, end), start, end)
    if token.lower_ in FIRST_PERSON and token.pos_ == "PRON":
        voice = voices.at(token.idx)
        if voice is None or voice.speaker is None:
            return Party(None, start, end)
        return Party(party_for(reading, voice.speaker), start, end)
    if any(c.dep_ == "poss" and c.lower_ in FIRST_PERSON | OWN for c in token.children):
        voice = voices.at(token.idx)
        if voice is not None and voice.speaker is not None:
            return Party(party_for(reading, voice.speaker), start, end)
    if token.lower_ in RANKS and token.n_lefts == 0 and token.dep_ in ("nsubj", "nsubjpass"):
        voice = voices.at(token.idx)
        if voice is not None and voice.speaker is not None and voices.leads(voice):
            return Party(voices.body(voice.speaker), start, end)
    if token.pos_ == "ADJ" and (country := country_of(reading, token.text)) is not None:
        return Party(country, token.idx, token.idx + len(token))
    local = _party(reading, start, end) if acts(reading, token) else None
    if local is None and token.lower_ in EMPTY:
        return None
    return Party(local, start, end)


def _party(reading: Reading, start: int, end: int) -> str | None:
    """The party for which those speak whom the passage means."""
    local = who(reading, start, end)[0]
    return None if local is None else party_for(reading, local)


def countries_of(reading: Reading, token: Token) -> list[Party]:
    """The countries of "Norwegian and Chilean delegates", each a party of its own; empty where there are not two."""
    if token.pos_ != "NOUN":
        return []
    for child in token.lefts:
        if child.dep_ == "amod":
            sides = [child, *(c for c in child.children if c.dep_ == "conj")]
            found = [country_of(reading, s.text) for s in sides]
            if len(sides) >= 2 and all(found):
                start, end = extent_of(token)
                return [Party(local, start, end) for local in found]
    return []


@cache
def _actors() -> frozenset[str]:
    bodies = frozenset[str]().union(*lexicons.body_nouns())
    return lexicons.role_words() | bodies | ACTORS


def acts(reading: Reading, token: Token) -> bool:
    """Whether the word can hold a position: a name, a pronoun, or a noun for people or a body; no plan, no talks."""
    if token.pos_ in ("PROPN", "PRON") or reading.name_at(token.idx, token.idx + len(token)) is not None:
        return True
    return is_actor(token)


def is_actor(token: Token) -> bool:
    """Whether a common noun is one for people or a body."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if lemma in THINGS:
        return False
    return lemma in _actors() or lower in _actors() or lemma.endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))


def _teller(pronoun: Token) -> Token | None:
    """Who says the clause whose subject the pronoun is, where number does not speak against it."""
    verb = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if pronoun.lower_ == "it" and any(
        c.dep_ == "attr" or (c.dep_ == "acomp" and c.lemma_.lower() not in load().adjectives) for c in verb.children
    ):
        return None  # "it was clear", "it was a mistake": nobody
    for _ in range(4):
        if verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAYING:
            teller = subject(verb.head)
            if teller is None or teller.pos_ == "PRON":
                return None
            person = teller.ent_type_ == "PERSON"
            return None if person == (pronoun.lower_ == "it") and teller.ent_type_ else teller
        if verb.dep_ not in ("conj", "ccomp", "xcomp"):
            return None
        verb = verb.head
    return None


def extent_of(token: Token) -> tuple[int, int]:
    """The offsets of the noun phrase around the token; of an office, with whose it is ("a spokesman for the port")."""
    first, last = noun_phrase(token)
    doc = token.doc
    dash = max((i for i in range(first, token.i) if doc[i].text in ("—", "–", "--")), default=first - 1)
    first = dash + 1  # a dateline is nobody's name
    if token.pos_ == "NOUN" and token.lemma_.lower() in lexicons.role_words():
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ in WHOSE and child.i == last + 1:
                last = max([last, *(noun_phrase(inner)[1] for inner in child.children if inner.dep_ == "pobj")])
    return doc[first].idx, doc[last].idx + len(doc[last])


def party_for(reading: Reading, local: str, apart: bool = True) -> str:
    """The party for which a name speaks, itself where it speaks for nobody else.

    A named leader of a union or party is one `apart` from it, unless that is not asked for.
    """
    for _ in range(4):
        name = reading.name(local)
        if name.speaks_for is None or name.speaks_for == local or is_counsel((*name.roles, name.name)):
            break
        if apart and is_apart(name, reading.name(name.speaks_for)):
            break
        local = name.speaks_for
    return local


def is_apart(name: NameFinding, body: NameFinding) -> bool:
    """Whether a person whom the report names is a party apart from the body."""
    if name.kind != "person" or not any(m.kind == "name" for m in name.mentions):
        return False
    return stands_alone(name.roles, body.name, state=body.kind == "place")


def is_text(reading: Reading, local: str | None) -> bool:
    """Whether what would hold the position is a letter, a study or a video, which is nobody."""
    name = reading.name(local) if local is not None else None
    if name is None or name.kind != "other":
        return False
    texts = lexicons.read("roles")["bodies"]["texts"]
    return any(word in texts for word in re.split(r"\W+", name.name.lower()))
