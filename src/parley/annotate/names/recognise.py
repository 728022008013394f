"""Which passages name something: lexicons, government bodies, the parse's entities, titles, surnames."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.bodies import government_bodies
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.entities import clean_entities
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.kinds import is_body, is_dateline, is_person_here, meant_by_pronouns, ranks
from parley.annotate.names.known import known_forms
from parley.annotate.names.people import (
    called_by_first,
    given,
    hyphenated,
    is_title,
    last_of_others,
    person_elsewhere,
    propagated,
    surnames_of,
    titled,
)

SIDES = frozenset(
    ("New", "North", "South", "East", "West", "Central", "Upper", "Lower", "Saint", "St.", "San", "Santa")
)
"""Words with which places begin and people hardly ever."""
LARGE = 100_000
"""Inhabitants from which a city is taken for one on its preposition alone."""


def recognise(view: View) -> list[Mark]:
    """The passages of the report that name something, in order, none overlapping another."""
    taken: list[Mark | None] = [None] * len(view.words)
    _take(taken, government_bodies(view))
    bearers = _bearers(view)
    _take(taken, [m for m in known_forms(view) if not _is_surname(view, m, bearers)])
    entities = [_by_neighbours(view, mark) for mark in clean_entities(view, taken)]
    _take(taken, [m for m in entities if m.kind == "person" and m.end - m.start > 1 and not is_site(view, m)])
    _take(taken, titled(view, taken))
    _take(taken, given(view, taken))
    alone = _alone(view)
    first = dict.fromkeys(called_by_first(view, taken, alone), 0)
    surnames = {**dict.fromkeys(sorted(meant_by_pronouns(view)), 1), **first, **surnames_of(view, taken)}
    _take(taken, [_recast(view, m, surnames, alone) for m in entities])
    _take(taken, _cities(view, taken))
    _take(taken, propagated(view, taken, {**first, **surnames_of(view, taken)}))
    _take(taken, _again(view, taken))
    marks: list[Mark] = []
    for mark in taken:
        if mark is not None and (not marks or marks[-1] is not mark):
            marks.append(mark)
    for mark in marks:
        _widen(view, mark, taken)
    return marks


def _bearers(view: View) -> dict[str, str]:
    """Surnames of those whom the parse takes for people of two names or more, with the given name."""
    people = [ent for ent in view.doc.ents if ent.label_ == "PERSON" and ent.end - ent.start > 1]
    return {view.words[ent.end - 1]: view.words[ent.start] for ent in people}


def _is_surname(view: View, mark: Mark, bearers: dict[str, str]) -> bool:
    """Whether a lexicon's short name ("Fox" for Fox News) is the surname of somebody in this report."""
    if mark.known is None or mark.known.kind != "organisation" or mark.end - mark.start != 1:
        return False
    word = view.words[mark.start]
    given = bearers.get(word)
    if given is None or mark.known.name == word or given not in lexicons.given_names():
        return False
    return view.ents[mark.start] == "PERSON" or mark.known.name not in view.source


def _by_neighbours(view: View, mark: Mark) -> Mark:
    """The entity with the kind that what stands beside it tells, and the whole of a hyphenated given name."""
    if is_dateline(view, mark):
        return Mark(mark.start, mark.end, "place")
    ranked = mark.kind == "organisation" and view.words[mark.start] in ranks() and mark.end - mark.start > 1
    if ranked and view.words[mark.end - 1].lower() not in last_of_others():
        mark = Mark(mark.start + 1, mark.end, "person")
    if _is_city(view, mark):
        return Mark(mark.start, mark.end, "place")
    sided = mark.kind == "place" and view.words[mark.start] in SIDES
    if mark.kind != "person" and not sided and is_person_here(view, mark.start, mark.end) and not is_body(view, mark):
        mark = Mark(mark.start, mark.end, "person")
    elif mark.kind == "person" and is_body(view, mark) and not is_site(view, mark):
        mark = Mark(mark.start, mark.end, "organisation")
    if mark.kind == "person" and (start := hyphenated(view, mark.start)) < mark.start:
        mark = Mark(start, mark.end, "person")
    return mark


def _is_city(view: View, mark: Mark) -> bool:
    """Whether two words that begin with no given name are a large city's name ("New York")."""
    if mark.end - mark.start < 2 or view.words[mark.start] in lexicons.given_names():
        return False
    city = find_city(view.text(mark.start, mark.end))
    return city is not None and city.population >= LARGE


def _take(taken: list[Mark | None], marks: list[Mark]) -> None:
    for mark in marks:
        if mark.end > mark.start and not any(taken[mark.start : mark.end]):
            taken[mark.start : mark.end] = [mark] * (mark.end - mark.start)


def _cities(view: View, taken: list[Mark | None]) -> list[Mark]:
    """Cities of one word that the parse left without a name, after "in" or beside another place."""
    found = []
    for at in range(1, len(view.words)):
        word, before = view.words[at], view.words[at - 1].lower()
        if taken[at] is not None or view.ents[at] or view.pos[at] != "PROPN" or not word[:1].isupper():
            continue
        beside = taken[at - 2] if at > 1 and before in ("and", ",", "or") else None
        if before in lexicons.part("locative") or (beside is not None and beside.kind == "place"):
            city = find_city(word)
            if city is not None and city.population >= LARGE and (at + 1 == len(view.words) or taken[at + 1] is None):
                found.append(Mark(at, at + 1, "place"))
    return found


def _again(view: View, taken: list[Mark | None]) -> list[Mark]:
    """Places and bodies of one word that the parse saw once and missed elsewhere."""
    seen: dict[str, Mark] = {}
    for mark in taken:
        if mark is not None and mark.known is None and mark.stem - mark.start == 1 and mark.kind != "person":
            seen.setdefault(view.words[mark.start], mark)
    return [
        Mark(at, at + 1, seen[word].kind)
        for at, word in enumerate(view.words)
        if word in seen
        and taken[at] is None
        and view.pos[at] == "PROPN"
        and view.ents[at] in ("", "PERSON", "GPE", "ORG")
    ]


def _recast(view: View, mark: Mark, surnames: dict[str, int], alone: frozenset[str]) -> Mark:
    """The parse's entity with the kind that gazetteer, surnames and titles elsewhere in the report tell."""
    text = view.text(mark.start, mark.end)
    before = view.words[mark.start - 1].lower() if mark.start else ""
    after = view.words[mark.end].lower() if mark.end < len(view.words) else ""
    single = mark.end - mark.start == 1
    if single and text in surnames:
        return Mark(mark.start, mark.end, "person")
    if single and before not in lexicons.role_words() and after in lexicons.part("areas"):
        return Mark(mark.start, mark.end, "place")
    last = view.words[mark.end - 1].lower()
    if not single and (
        (last in lexicons.part("areas") and mark.kind != "organisation")
        or (mark.kind == "person" and is_site(view, mark))
    ):
        plainly = text.title() if text.isupper() else text
        own, stem = find_city(plainly), find_city(plainly.rpartition(" ")[0])
        if own is not None and (stem is None or stem.id != own.id):
            return Mark(mark.start, mark.end, "place")  # "Kansas City" is not Kansas
        return Mark(mark.start, mark.end, "place", base=mark.end - 1)
    city = find_city(text)
    if mark.kind != "person" and single and city is None and not text.isupper() and person_elsewhere(view, text):
        return Mark(mark.start, mark.end, "person")
    if mark.kind == "organisation" and _shortened_like_a_person(view, mark, alone):
        return Mark(mark.start, mark.end, "person")
    if mark.kind == "place":
        given = single and city is None and text in lexicons.given_names() and before not in lexicons.part("locative")
        return Mark(mark.start, mark.end, "person") if given else mark
    if city is not None and not is_title(before):
        given = text in lexicons.given_names()
        if before in lexicons.part("locative") or (
            mark.kind == "person" and not given and single and city.population >= 200_000
        ):
            return Mark(mark.start, mark.end, "place")
    if mark.kind == "organisation" and single and text.lower() in lexicons.modifiers() | lexicons.role_words():
        return Mark(mark.start, mark.start, mark.kind)
    return mark


def _shortened_like_a_person(view: View, mark: Mark, alone: frozenset[str]) -> bool:
    """Whether only the last of two words stands alone elsewhere: so people are shortened, bodies to their first."""
    words = view.words[mark.start : mark.end]
    if len(words) != 2 or not all(w.isalpha() and w[:1].isupper() and not w.isupper() for w in words):
        return False
    if words[1].lower() in last_of_others() or find_city(words[0]) is not None:
        return False
    return words[1] in alone and words[0] not in alone


def _alone(view: View) -> frozenset[str]:
    """Words that stand somewhere as a subject or possessor with no other capitalised word beside them."""
    words = view.words
    found = set()
    for at, word in enumerate(words):
        if word[:1].isupper() and view.deps[at] in ("nsubj", "nsubjpass", "poss") and view.pos[at] == "PROPN":
            beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
            if not any(w[:1].isupper() for w in beside):
                found.add(word)
    return frozenset(found)


def is_site(view: View, mark: Mark) -> bool:
    """Whether what the parse took for a person ends like a place or building ("Yeosu Port", "Victoria Street")."""
    last = view.words[mark.end - 1].lower()
    return last in lexicons.part("areas") or last in lexicons.part("sites")


def _widen(view: View, mark: Mark, taken: list[Mark | None]) -> None:
    """A person's courtesy title, and the noun of a place ("Sumy region")."""
    words = view.words
    if mark.kind == "person" and mark.start and words[mark.start - 1] in lexicons.honorifics():
        title = words[mark.start - 1]
        gender = lexicons.honorifics()[title]
        mark.honorific = None if gender == "n" else gender
    if (
        mark.kind == "place"
        and mark.end < len(words)
        and taken[mark.end] is None
        and words[mark.end].lower() in lexicons.part("areas")
    ) and (mark.known is None or mark.known.key.startswith(("region/", "seat/"))):
        mark.base, mark.end = mark.end, mark.end + 1
