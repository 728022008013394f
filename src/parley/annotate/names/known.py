"""Forms of the lexicons in a report, unless they are part of a longer name or another word."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.lexicons import Known

COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "President"))
"""Titles after which no country or city is named."""
POINTS = frozenset(("West", "East", "North", "South"))
"""Regions whose names begin the names of others."""


def known_forms(view: View) -> list[Mark]:
    """Forms of the lexicons."""
    table, words, found = lexicons.gazette(), view.words, []
    at = 0
    while at < len(words):
        hit = table.match(words, at) if words[at] in table.by_first else None
        if hit and _holds(view, at, at + hit[0], hit[1]):
            found.append(Mark(at, at + hit[0], hit[1].kind, hit[1]))
            at += hit[0]
        elif words[at] in view.nations and _holds(view, at, at + 1, own := _own(view.nations[words[at]])):
            found.append(Mark(at, at + 1, "place", own))
            at += 1
        else:
            at += 1
    return found


def _own(code: str) -> Known:
    """A country that only the report has."""
    return Known(lexicons.country_name(code), "place", f"country/{code}", code)


def _holds(view: View, start: int, end: int, known: Known) -> bool:
    """Whether the lexicon's form is meant here, and is not part of a longer name or another word."""
    words = view.words
    before = words[start - 1] if start else ""
    if known.carrier == "platform" and known.guarded:
        return before.lower() in (
            "on",
            "via",
            "platform",
            "app",
            "site",
            "network",
            "messenger",
            "channel",
        ) or (end < len(words) and words[end].lower() in ("platform", "app", "messenger", "channel", "post"))
    if known.guarded and view.ents[start] not in ("ORG", "GPE", "LOC") and before.lower() not in ("told", "the"):
        return False
    if (
        end - start == 1
        and view.pos[start] not in ("PROPN", "NOUN", "ADJ")
        and words[start].isupper()
        and len(words[start]) < 4
    ):
        # "US" the pronoun in a headline of capitals, "WHO", "ICE", "IT".
        return view.pos[start] not in ("PRON", "VERB", "AUX", "SCONJ")
    if known.kind == "place" and end - start == 1 and before in COURTESY:
        return False  # "Mr. Jordan", "President Washington"
    label = view.ents[start]
    if words[end - 1 : end] == ["Labour"] and (view.ents[start] == "" or _is_field(view, end)):
        return False
    first, last = entity_bounds(view, start)
    if first < start and words[first].lower() == "the":
        first += 1
    if (first == start and last <= end) or label == "":
        return not _inside_name(view, start, end, known)
    if last > end and end < len(words) and words[end] in ("'s", "’s", "'", "’", ",", "(", ")"):
        return True
    longer = last > end or first < start
    if not longer:
        return True
    if label == "PERSON":
        # "Jordan Reyes", "Chad Olsen": a person's name; "Kremlin spokesman Ivan Orlov": not.
        rest = [*range(first, start), *range(end, last)]
        return known.kind == "organisation" or (
            known.seat and any(words[t].lower() in lexicons.role_words() for t in rest)
        )
    if label in ("GPE", "LOC") and end - start == 1 and known.name in POINTS and last > end:
        return False  # "West Marn"
    if label in ("GPE", "LOC", "NORP", "DATE", "CARDINAL", "TIME"):
        return True
    return known.kind == "organisation" and first == start


def _is_field(view: View, end: int) -> bool:
    """Whether the word before is the field of an office or body and no party: "Labour Minister", "Labour Court"."""
    after = view.words[end].lower() if end < len(view.words) else ""
    bodies = lexicons.body_nouns()[1] - {"party", "government"}
    return after in bodies or after in ("minister", "secretary", "relations")


def _inside_name(view: View, start: int, end: int, known: Known) -> bool:
    """Whether a capitalised word follows at once that makes it another name ("Washington Irving", "Victoria Falls")."""
    if known.kind != "place" or end >= len(view.words):
        return False
    nxt = view.words[end]
    return (
        view.ents[start] in ("", "PERSON") and nxt[:1].isupper() and view.pos[end] == "PROPN" and not nxt.isupper()
        and nxt.lower() not in lexicons.role_words() and nxt.lower() not in lexicons.modifiers()
        and view.ents[end] == "PERSON" and view.deps[start] == "compound" and view.heads[start] == end
        and not known.seat
        and known.country is not None and view.ents[start] == "PERSON"
    )  # fmt: skip


def entity_bounds(view: View, at: int) -> tuple[int, int]:
    """The first token and the end of the parse's entity around a token (itself, where there is none)."""
    label = view.ents[at]
    if not label:
        return at, at + 1
    first, last = at, at + 1
    while first > 0 and view.doc[first].ent_iob == 1 and at - first < 30:
        first -= 1
    while last < len(view.words) and view.doc[last].ent_iob == 1 and last - at < 30:
        last += 1
    return first, last
