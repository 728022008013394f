"""The parse's named entities, cleaned at their edges and cut around what the lexicons know."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.people import is_title
from parley.model.findings import NameKind

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
WORDS_IN_NAME = 8


def clean_entities(view: View, taken: list[Mark | None]) -> list[Mark]:
    """The parse's entities, cleaned at their edges, cut around what the lexicons have taken."""
    found = []
    for ent in view.doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        for start, end in _free_runs(ent.start, ent.end, taken):
            for first, last in _pieces(view, start, end):
                mark = _clean(view, first, last, kind)
                if mark is not None:
                    found.append(mark)
    return found


def _pieces(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """The entity cut at a comma between two single names ("Lima, Ramos"): no one thing is called so."""
    if end - start == 3 and view.words[start + 1] == ",":
        return [(start, start + 1), (start + 2, end)]
    return [(start, end)]


def _free_runs(start: int, end: int, taken: list[Mark | None]) -> list[tuple[int, int]]:
    runs, at = [], start
    while at < end:
        if taken[at] is None:
            stop = at
            while stop < end and taken[stop] is None:
                stop += 1
            runs.append((at, stop))
            at = stop
        else:
            at += 1
    return runs


def _clean(view: View, start: int, end: int, kind: NameKind) -> Mark | None:
    """A mark for the entity without determiner, titles, possessive or stray lower-case words at its edges."""
    words = view.words
    for at in range(start, end):
        if len(words[at]) > 1 and ("[" in words[at] or "]" in words[at]):
            start = at + 1  # "W]e": an editor's mark stands inside the word
    for at in range(start, end):
        if "\n" in words[at] or words[at] in ("|", ";", "(", "—", "–", "/"):
            end = at
            break
    while start < end and (
        words[start] in ("the", "The", "a", "A", "an", "’s", "'s", "’", "'", ",", "“", '"', "-", "&")
        or view.pos[start] in ("SPACE", "PUNCT", "DET")
    ):
        start += 1
    while start < end and (words[end - 1] in ("'s", "’s", "'", "’") or view.pos[end - 1] in ("PUNCT", "SPACE")):
        end -= 1
    if start >= end:
        return None
    if kind == "person":
        if "," in words[start:end]:
            end = start + words[start:end].index(",")
        start = _past_titles(view, start, end)
        while start < end and not words[end - 1][:1].isupper():
            end -= 1
        while start < end and not words[start][:1].isupper() and words[start] not in lexicons.part("particles"):
            start += 1
        for at in range(start, end):
            if words[at] in ("'s", "’s"):
                end = at
                break
        while start < end - 1 and words[end - 1].lower() in lexicons.role_words() | {"says", "said"}:
            end -= 1
    if start >= end or end - start > WORDS_IN_NAME or not any(w[:1].isupper() for w in words[start:end]):
        return None
    if end - start == 1 and (
        words[start] in lexicons.part("common") or len(words[start].strip(".")) < 2 or _common(view, start, kind)
    ):
        return None
    if kind == "person" and end - start == 1 and words[start].lower() in lexicons.body_nouns()[1]:
        kind = "organisation"
    if kind == "person" and _is_no_person(view, start, end):
        return None
    if end - start == 1 and (words[start] in view.adjectives or words[start] in lexicons.region_adjectives()):
        return None
    return Mark(start, end, kind)


def _is_no_person(view: View, start: int, end: int) -> bool:
    """Whether what the parse took for a person has a number in it, or is a text or a rule."""
    last = view.words[end - 1].lower()
    return any(c.isdigit() for c in view.text(start, end)) or (end - start > 1 and last in lexicons.part("writings"))


def _common(view: View, at: int, kind: NameKind) -> bool:
    word = view.words[at]
    if kind == "person" and view.pos[at] not in ("PROPN", "NOUN", "ADJ", "X", "VERB"):
        return True
    return word.lower() in lexicons.role_words() or word in lexicons.honorifics() or any(c.isdigit() for c in word[:1])


def _past_titles(view: View, start: int, end: int) -> int:
    """The first token after the titles with which a person's name begins."""
    while start < end - 1 and (is_title(view.words[start]) or view.words[start] in view.adjectives):
        start += 1
    return start
