"""The names stage: who and what a report names, and whom its phrases mean.

`find` fills `reading.names`. Later stages ask `resolve` whom the source of a statement means, and `party_of` which
party a phrase stands for; both may add names that the report only describes, so ask before reading the list.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Doc

from parley.annotate.names.affiliations import find_affiliations
from parley.annotate.names.again import find_again
from parley.annotate.names.cast import Cast, View
from parley.annotate.names.cluster import cluster
from parley.annotate.names.describe import follow
from parley.annotate.names.nations import find_nations
from parley.annotate.names.people import titled_surnames
from parley.annotate.names.pronouns import find_pronouns
from parley.annotate.names.recognise import recognise
from parley.annotate.names.resolve import resolve_phrase
from parley.annotate.names.roles import find_roles
from parley.annotate.reading import Reading

__all__ = ["country_of", "find", "own_words", "party_of", "resolve"]


def find(reading: Reading) -> None:
    """Fill `reading.names` with the people, bodies, places and groups that the report names."""
    view = look(reading)
    cast = cluster(view, recognise(view))
    find_roles(cast)
    find_pronouns(cast)
    find_again(cast)
    find_affiliations(cast)
    reading.cast = cast
    _publish(reading, cast)


def resolve(reading: Reading, start: int, end: int) -> tuple[str | None, str]:
    """Whom the source phrase at these offsets means: local name id (None if unknown), and the words that tell it.

    A proper name gives its name, a pronoun its antecedent, a role the one who holds it in this report. Someone who is
    described but not named ("a senior official") becomes a name of their own. Two names joined by "and" are a group.
    """
    cast = _cast(reading)
    view = cast.view
    first, last = _tokens(view, start, end)
    before = len(cast.entries)
    local = resolve_phrase(cast, first, last)
    _announce(reading, cast, before)
    if local is None:
        return None, " ".join(reading.text[start:end].split())
    return local, cast.entries[local].name


def party_of(reading: Reading, start: int, end: int) -> str | None:
    """The party that the phrase stands for: the country of a capital, minister or delegation; else whom it names."""
    local = resolve(reading, start, end)[0]
    return follow(_cast(reading), local) if local is not None else None


def country_of(reading: Reading, adjective: str) -> str | None:
    """The local id of the country whose adjective this is ("Peruvian"); None where it is none's."""
    cast = _cast(reading)
    code = cast.view.adjectives.get(adjective)
    if code is None:
        return None
    before = len(cast.entries)
    local = cast.country(code).id
    _announce(reading, cast, before)
    return local


def own_words(reading: Reading) -> None:
    """Give speakers the "I" and "my" of their quoted words as mentions; call it once the statements are found."""
    cast = _cast(reading)
    view = cast.view
    found = False
    for statement in reading.statements:
        entry = cast.entries.get(statement.speaker or "")
        if entry is None or entry.kind != "person":
            continue
        for piece in (piece for unit in statement.units for piece in unit if piece.quoted):
            first, last = _tokens(view, piece.start, piece.end)
            for at in range(first, min(last, len(view.words))):
                if view.words[at].lower() in ("i", "me", "my", "mine", "myself") and view.pos[at] == "PRON":
                    entry.mentions.append((view.starts[at], view.end(at), "pronoun"))
                    found = True
    if found:
        _publish(reading, cast)


def look(reading: Reading) -> View:
    """The reading's parse as lists."""
    doc = reading.doc
    sentence: list[int] = []
    for number, span in enumerate(doc.sents):
        sentence += [number] * (span.end - span.start)
    tokens = list(doc)
    starts = [t.idx for t in tokens]
    quoted = [False] * len(starts)
    view = View(
        doc=doc, source=reading.text, words=[t.text for t in tokens],
        tags=[t.tag_ for t in tokens], pos=[t.pos_ for t in tokens],
        deps=[t.dep_ for t in tokens], heads=_heads(doc), ents=[t.ent_type_ for t in tokens],
        starts=starts, sentence=sentence, quoted=quoted, titled=titled_surnames(reading.report.text),
        headline=frozenset((reading.report.title or "").replace("’s", "").replace("'s", "").split()),
    )  # fmt: skip
    for quotation in reading.quotations:
        if quotation.level == 0:
            first, last = _tokens(view, quotation.inner.start, quotation.inner.end)
            quoted[first:last] = [True] * (last - first)
    own = find_nations(view)
    if own.names:
        view.nations = own.names
        view.adjectives = {**own.adjectives, **view.adjectives}
    return view


def _heads(doc: Doc) -> list[int]:
    """Each token's head, by its number."""
    away = doc.to_array(["HEAD"]).view("int64").reshape(-1)  # as distances
    return [at + int(n) for at, n in enumerate(away.tolist())]


def _tokens(view: View, start: int, end: int) -> tuple[int, int]:
    first = view.token_at(start)
    if view.end(first) <= start:
        first += 1
    last = view.token_at(max(start, end - 1)) + 1
    return min(first, len(view.words) - 1), max(first, last)


def _cast(reading: Reading) -> Cast:
    if reading.cast is None:
        find(reading)
    assert reading.cast is not None
    return reading.cast


def _announce(reading: Reading, cast: Cast, before: int) -> None:
    """Add the names that were made since there were so many; they have no mentions, so nothing else changes."""
    for entry in islice(cast.entries.values(), before, None):
        reading.names.append(entry.finding(reading.text))


def _publish(reading: Reading, cast: Cast) -> None:
    reading.names = [entry.finding(reading.text) for entry in cast.entries.values()]
    reading._mentions = None
    reading._named = {}
