"""Those whom a report describes but does not name: "a senior official", "residents", "the two sides"."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Office
from parley.annotate.names.groups import pair
from parley.annotate.names.holders import body_called
from parley.annotate.names.roles import party_of_office, read_office
from parley.annotate.names.speakers import can_speak
from parley.model.findings import NameKind

DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your")
)
EMPTY = frozenset(
    ("there", "this", "that", "these", "those", "what", "one", "ones", "something", "anything", "nothing")
)
SHARES = frozenset(
    ("percent", "%", "half", "third", "thirds", "quarter", "quarters", "majority", "minority", "number", "percentage")
)
ANYBODY = frozenset(("person", "people", "man", "woman", "source", "sources"))
RELATIVE = frozenset(("who", "whom", "that", "which", "whose"))


def describe(cast: Cast, start: int, end: int, head: int) -> str | None:
    """An entry for a speaker who is described but not named: "a senior official", "residents"."""
    view = cast.view
    low = view.words[head].lower()
    if low in EMPTY:
        return None
    first = start
    while first < head and view.words[first].lower() in DETERMINERS:
        first += 1
    last = _tail(cast, head, end, far=low in SHARES | ANYBODY)
    text = view.text(first, last).strip(" ,")
    if not any(c.isalpha() for c in text):
        return None
    both = pair(cast, start, head)
    if both is not None:
        return both
    if not can_speak(view, head):
        return None
    if low in lexicons.part("writings"):
        return None
    key = text.lower().removeprefix("other ")
    if view.words[start].lower() in ("the", "this", "that") and first == head:
        same = [
            k for k in cast.described if (not k.startswith("&") and k.split(" (")[0].split()[-1:] == [low]) or k == low
        ]
        if same:
            return cast.described[same[-1]]
    if key in cast.described:
        return cast.described[key]
    plural = view.tags[head] in ("NNS", "NNPS") or low in lexicons.body_nouns()[2]
    kind: NameKind = "group" if plural else "organisation" if low in lexicons.body_nouns()[1] else "person"
    if kind == "person" and low in lexicons.body_nouns()[0] and low not in lexicons.role_classes():
        kind = "group"
    elif not plural and kind == "person" and low not in lexicons.role_words() and view.pos[head] == "NOUN":
        kind = "other"
    entry = cast.add(kind, text)
    entry.noun = low
    entry.because = "described, not named"
    office = read_office(cast, first, last) if low in lexicons.role_words() else None
    if office is not None:
        entry.country = office.country
        party = party_of_office(cast, office)
        entry.gender = lexicons.role_gender().get(office.noun)
    else:
        party = None
    if party is None and office is not None and office.patron and office.classes & {"counsel", "voice"}:
        party = office.patron
    if party is None and office is not None and "voice" in office.classes and not office.past:
        party = body_beside(cast, start, head, office)
    entry.speaks_for = party or _side(cast, first, head, low)
    cast.described[key] = entry.id
    return entry.id


def _tail(cast: Cast, head: int, end: int, far: bool) -> int:
    """Where the description ends: before a relative clause, apposition or other clause.

    It reaches `far`, over adjectives and participles, where the noun alone says nothing ("54 percent of surveyed
    voters", "a person close to the board").
    """
    view = cast.view
    at = head + 1
    while at < end:
        if (
            (view.pos[at] in ("PUNCT", "SPACE") and view.words[at] not in ("-", "’", "'"))
            or view.words[at].lower() in RELATIVE
            or view.pos[at] in (("AUX", "PRON") if far else ("VERB", "AUX", "PRON", "ADV"))
            or (view.pos[at] == "ADJ" and not far and not _attributive(cast, at, end))
        ):
            break
        at += 1
    while at > head + 1 and view.pos[at - 1] in ("ADP", "DET", "CCONJ"):
        at -= 1
    return at


def _attributive(cast: Cast, at: int, end: int) -> bool:
    """Whether the adjective stands before its noun ("of former customers") and not after one ("familiar with it")."""
    return at + 1 < end and cast.view.pos[at + 1] in ("NOUN", "PROPN")


def _side(cast: Cast, first: int, head: int, low: str) -> str | None:
    """The country or party for whose side the phrase stands: "Moscow's team", "the Russian delegation"."""
    if low not in lexicons.body_nouns()[0]:
        return None
    view = cast.view
    for at in range(first, head):
        if at in cast.at:
            return follow(cast, cast.at[at])
        pair = view.adjectives.get(f"{view.words[at]} {view.words[at + 1]}") or view.adjectives.get(view.words[at])
        if pair:
            return cast.country(pair).id
    return None


def follow(cast: Cast, local: str) -> str:
    """The party that a name speaks or acts for, followed up to the one that speaks for itself."""
    for _ in range(4):
        nxt = cast.entries[local].speaks_for
        if nxt is None or nxt == local:
            return local
        local = nxt
    return local


def body_beside(cast: Cast, start: int, end: int, office: Office) -> str | None:
    """The body that a noun in the phrase of an office means ("a company spokesman"): one named before, if there is.

    A spokesman speaks for somebody in any case, so that his body is described where the report does not name it.
    """
    view = cast.view
    title = office.noun.split()[-1]
    for at in range(start, end):
        low = view.words[at].lower()
        if low == title:
            return None
        if low in lexicons.body_nouns()[1] and at not in cast.at:
            named = body_called(cast, at, at, low)
            return named or (describe(cast, at, at + 1, at) if "voice" in office.classes else None)
    return None
