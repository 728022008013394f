"""Which passages name something: lexicons, government bodies, the parse's entities, titles, surnames."""

from __future__ import annotations

import re

from parley.annotate.names import lexicons
from parley.annotate.names.bodies import government_bodies
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.lexicons import Known
from parley.model.findings import NameKind
from parley.text.names import plain

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "ben",
        "ter",
        "ten",
        "zu",
        "af",
        "abu",
    ]
)
LOCATIVE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "around",
        "across",
        "into",
        "toward",
        "towards",
        "over",
        "through",
        "of",
        "via",
        "inside",
    ]
)
AREAS = frozenset(
    [
        "region",
        "oblast",
        "province",
        "port",
        "district",
        "county",
        "peninsula",
        "governorate",
        "prefecture",
        "city",
        "state",
        "area",
        "airport",
    ]
)
NUMERAL = re.compile(r"^[IVX]{1,5}$")
SURNAME = re.compile(
    r"(?:skyy|sky|skiy|skyi|enko|chuk|shvili|adze|ovic|ović|ovich|evich|vych|oğlu|oglu|sson|escu|opoulos|yan|ullah|zadeh)$"
)
"""Endings of surnames that name nothing else (Slavic, Georgian, Turkish, Nordic, Romanian, Greek, Armenian, Persian)."""
STREETS = frozenset(
    "street road avenue square park river lake falls island islands bridge tower hall house hotel hospital church "
    "cathedral college university school airport station stadium building centre center museum theatre county city "
    "town beach bay mountain mountains valley hill hills act law bill award prize cup trophy day week party".split()
)
NOT_NAMES = frozenset(
    [
        "I",
        "A",
        "The",
        "This",
        "That",
        "These",
        "Those",
        "He",
        "She",
        "It",
        "They",
        "We",
        "You",
        "My",
        "His",
        "Her",
        "Our",
        "Their",
        "Its",
        "And",
        "But",
        "Or",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "In",
        "On",
        "At",
        "By",
        "For",
        "From",
        "To",
        "With",
        "As",
        "Not",
        "No",
        "Yes",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "COMMENTS",
        "Comments",
        "Photo",
        "Image",
        "Video",
        "Updated",
        "Read",
        "More",
        "Share",
        "Subscribe",
        "AM",
        "PM",
        "EST",
        "EDT",
        "GMT",
        "UTC",
        "ET",
        "Covid",
        "COVID-19",
        "Internet",
        "Bible",
        "God",
    ]
)
WORDS_IN_NAME = 8


def recognise(view: View) -> list[Mark]:
    """The passages of the report that name something, in order, none overlapping another."""
    taken: list[Mark | None] = [None] * len(view.words)
    _take(taken, government_bodies(view))
    _take(taken, _known(view))
    entities = _entities(view, taken)
    _take(taken, [m for m in entities if m.kind == "person" and m.end - m.start > 1 and not _is_place(view, m)])
    _take(taken, _titled(view, taken))
    _take(taken, _given(view, taken))
    surnames = _surnames(view, taken)
    _take(taken, [_recast(view, m, surnames) for m in entities])
    _take(taken, _propagated(view, taken, surnames))
    marks: list[Mark] = []
    for mark in taken:
        if mark is not None and (not marks or marks[-1] is not mark):
            marks.append(mark)
    for mark in marks:
        _widen(view, mark, taken)
    return marks


def _take(taken: list[Mark | None], marks: list[Mark]) -> None:
    for mark in marks:
        if mark.end > mark.start and not any(taken[mark.start : mark.end]):
            taken[mark.start : mark.end] = [mark] * (mark.end - mark.start)


def _known(view: View) -> list[Mark]:
    """Forms of the lexicons."""
    table, words, found = lexicons.gazette(), view.words, []
    at = 0
    while at < len(words):
        hit = table.match(words, at) if words[at] in table.by_first else None
        if hit and _holds(view, at, at + hit[0], hit[1]):
            found.append(Mark(at, at + hit[0], hit[1].kind, hit[1]))
            at += hit[0]
        else:
            at += 1
    return found


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
    label = view.ents[start]
    if words[end - 1 : end] == ["Labour"] and view.ents[start] == "":
        return False
    first, last = _entity_bounds(view, start)
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
    if label in ("GPE", "LOC", "NORP", "DATE", "CARDINAL", "TIME"):
        return True
    return known.kind == "organisation" and first == start


def _inside_name(view: View, start: int, end: int, known: Known) -> bool:
    """Whether a capitalised word follows at once that makes it another name ("Washington Irving", "Victoria Falls")."""
    if known.kind != "place" or end >= len(view.words):
        return False
    nxt = view.words[end]
    return (
        view.ents[start] in ("", "PERSON") and nxt[:1].isupper() and view.pos[end] == "PROPN" and not nxt.isupper()
        and nxt.lower() not in lexicons.role_words() and nxt.lower() not in lexicons.modifiers()
        and view.ents[end] == "PERSON" and view.deps[start] == "compound" and view.heads[start] == end and not known.seat
        and known.country is not None and view.ents[start] == "PERSON"
    )  # fmt: skip


def _entity_bounds(view: View, at: int) -> tuple[int, int]:
    """The first token and the end of the parse's entity around a token (itself, where there is none)."""
    label = view.ents[at]
    if not label:
        return at, at + 1
    first, last = at, at + 1
    token = view.doc[at]
    while first > 0 and view.doc[first].ent_iob == 1 and at - first < 30:
        first -= 1
    while last < len(view.words) and view.doc[last].ent_iob == 1 and last - at < 30:
        last += 1
    del token
    return first, last


def _entities(view: View, taken: list[Mark | None]) -> list[Mark]:
    """The parse's entities, cleaned at their edges, cut around what the lexicons have taken."""
    found = []
    for ent in view.doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        for start, end in _free_runs(ent.start, ent.end, taken):
            mark = _clean(view, start, end, kind)
            if mark is not None:
                found.append(mark)
    return found


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
        if "\n" in words[at] or words[at] in ("|", ";", "(", "—", "–", "/"):
            end = at
            break
    while start < end and (
        words[start] in ("the", "The", "a", "A", "an", "’s", "'s", "’", "'", ",", "“", '"', "-")
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
        while start < end and not words[start][:1].isupper() and words[start] not in PARTICLES:
            start += 1
        for at in range(start, end):
            if words[at] in ("'s", "’s"):
                end = at
                break
        while start < end - 1 and words[end - 1].lower() in lexicons.role_words() | {"says", "said"}:
            end -= 1
    if start >= end or end - start > WORDS_IN_NAME or not any(w[:1].isupper() for w in words[start:end]):
        return None
    if end - start == 1 and (words[start] in NOT_NAMES or len(words[start]) < 2 or _common(view, start, kind)):
        return None
    if end - start == 1 and (words[start] in lexicons.adjectives() or words[start] in lexicons.region_adjectives()):
        return None
    return Mark(start, end, kind)


def _common(view: View, at: int, kind: NameKind) -> bool:
    word = view.words[at]
    if kind == "person" and view.pos[at] not in ("PROPN", "NOUN", "ADJ", "X", "VERB"):
        return True
    return word.lower() in lexicons.role_words() or word in lexicons.honorifics() or any(c.isdigit() for c in word[:1])


def _past_titles(view: View, start: int, end: int) -> int:
    """The first token after the titles with which a person's name begins."""
    while start < end - 1 and _is_title(view.words[start]):
        start += 1
    return start


def _is_title(word: str) -> bool:
    low = word.lower()
    return (
        word in lexicons.honorifics() or word in lexicons.prefixes()
        or low in lexicons.role_words() or low in lexicons.modifiers() or low.startswith("then-")
        or word in lexicons.adjectives()
    )  # fmt: skip


def _titled(view: View, taken: list[Mark | None]) -> list[Mark]:
    """Capitalised names after a title that the parse did not see as people."""
    words, found = view.words, []
    for at in range(1, len(words)):
        if taken[at] is not None or not words[at][:1].isupper():
            continue
        title = words[at - 1]
        if not (
            title in lexicons.honorifics() or title in lexicons.prefixes() or title.lower() in lexicons.role_words()
        ):
            continue
        if (
            title in PARTICLES
            or view.pos[at] not in ("PROPN", "NOUN", "ADJ", "X")
            or _is_title(words[at])
            or words[at] in NOT_NAMES
        ):
            continue
        end = at + 1
        while end < len(words) and taken[end] is None and end - at < 5:
            word = words[end]
            if (
                word[:1].isupper() and view.pos[end] in ("PROPN", "X", "NOUN") and word not in NOT_NAMES
            ) or NUMERAL.match(word):
                end += 1
            elif (word in PARTICLES or word == "-") and end + 1 < len(words) and words[end + 1][:1].isupper():
                end += 2
            else:
                break
        single = end - at == 1
        if single and title[:1].islower() and view.ents[at] != "PERSON":
            continue
        if (
            single
            and title not in lexicons.honorifics()
            and title.lower() not in lexicons.role_words()
            and title not in lexicons.prefixes()
        ):
            continue
        if words[end - 1].lower() in lexicons.body_nouns()[1]:
            continue
        found.append(Mark(at, end, "person"))
    return found


def _title_before(view: View, at: int) -> str:
    """The word of the title that ends before a token: "Minister" of "Minister of Health Ana Reyes"."""
    words = view.words
    back = at - 1
    while back > 1 and at - back < 6 and words[back][:1].isupper() and words[back].lower() not in lexicons.role_words():
        back -= 1
        if (
            words[back] in ("of", "for")
            and words[back - 1].lower() in lexicons.role_words()
            and words[back - 1][:1].isupper()
        ):
            return words[back - 1]
        if words[back] in ("and", "&", "the"):
            back -= 1
    return words[at - 1]


def _given(view: View, taken: list[Mark | None]) -> list[Mark]:
    """A given name with a capitalised word after it, whatever the parse took it for."""
    words, found = view.words, []
    at = 0
    while at < len(words) - 1:
        if words[at] in lexicons.given_names() and taken[at] is None and view.pos[at] == "PROPN":
            end = at + 1
            while (
                end < len(words) and end - at < 4 and taken[end] is None
                and (words[end][:1].isupper() and words[end].isalpha() and view.pos[end] == "PROPN" or words[end] in PARTICLES)
            ):  # fmt: skip
                end += 1
            while end > at and words[end - 1] in PARTICLES:
                end -= 1
            before = (
                at
                and words[at - 1][:1].isupper()
                and view.pos[at - 1] == "PROPN"
                and words[at - 1] not in lexicons.honorifics()
            )
            if end - at > 1 and not before and words[end - 1].lower() not in STREETS | lexicons.body_nouns()[1] | AREAS:
                found.append(Mark(at, end, "person"))
                at = end
                continue
        at += 1
    return found


def _is_place(view: View, mark: Mark) -> bool:
    """Whether what the parse took for a person ends like a place or building ("Yeosu Port", "Victoria Street")."""
    last = view.words[mark.end - 1].lower()
    return (
        last in AREAS
        or last in STREETS
        and last not in ("park", "day", "law", "hill", "hall", "house", "bill", "church", "week")
    )


def _surnames(view: View, taken: list[Mark | None]) -> dict[str, int]:
    """Surname → how many tokens bear it in the report's full names of people."""
    names: dict[str, int] = {}
    last: Mark | None = None
    for mark in taken:
        if mark is not None and mark is not last and mark.kind == "person" and mark.known is None:
            end = mark.end
            if NUMERAL.match(view.words[end - 1]) and end - mark.start > 1:
                end -= 1
            names[view.words[end - 1]] = names.get(view.words[end - 1], 0) + 1
        last = mark
    return names


def _recast(view: View, mark: Mark, surnames: dict[str, int]) -> Mark:
    """The parse's entity with the kind that gazetteer, surnames and titles elsewhere in the report tell."""
    text = view.text(mark.start, mark.end)
    before = view.words[mark.start - 1].lower() if mark.start else ""
    after = view.words[mark.end].lower() if mark.end < len(view.words) else ""
    single = mark.end - mark.start == 1
    if single and text in surnames:
        return Mark(mark.start, mark.end, "person")
    if single and before not in lexicons.role_words() and (after in AREAS or after == "area"):
        return Mark(mark.start, mark.end, "place")
    if mark.kind == "person" and not single and _is_place(view, mark):
        return Mark(mark.start, mark.end, "place", base=mark.end - 1)
    city = find_city(text)
    if mark.kind != "person" and single and city is None and not text.isupper() and _person_elsewhere(view, text):
        return Mark(mark.start, mark.end, "person")
    if mark.kind == "place":
        return mark
    if city is not None and not _is_title(before):
        given = text in lexicons.given_names()
        if before in LOCATIVE - {"of", "to", "from", "over"} or (
            mark.kind == "person" and not given and single and city.population >= 200_000
        ):
            return Mark(mark.start, mark.end, "place")
    if mark.kind == "organisation" and single and text.lower() in lexicons.modifiers() | lexicons.role_words():
        return Mark(mark.start, mark.start, mark.kind)
    return mark


TITLED = re.compile(
    r"\b(?:President|Minister|Chancellor|Premier|Secretary|Senator|Governor|Mayor|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|King|Queen|"
    r"Prince|Princess|General|Judge|Justice|Chairman|spokesman|spokeswoman|spokesperson|leader)\.? "
    r"(?:[A-Z][\w’'.-]{0,20} ){0,2}([A-Z][\w’-]{2,20})\b"
)
LOOKED = 200_000
"""Characters of a report in which titled names are sought."""


def titled_surnames(text: str) -> frozenset[str]:
    """The last words of names that stand after a title."""
    return frozenset(TITLED.findall(text[:LOOKED]))


def _person_elsewhere(view: View, word: str) -> bool:
    """Whether the word ends as only surnames do, or stands after a title somewhere in the report, captions included."""
    return bool(SURNAME.search(word)) or word in view.titled


def _propagated(view: View, taken: list[Mark | None], surnames: dict[str, int]) -> list[Mark]:
    """Bare surnames of people whom the report names in full."""
    found = []
    for at, word in enumerate(view.words):
        if (
            word in surnames
            and taken[at] is None
            and word[:1].isupper()
            and view.pos[at] in ("PROPN", "NOUN", "ADJ", "X", "VERB")
        ):
            if view.ents[at] in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW") and not _alone(view, at):
                continue
            found.append(Mark(at, at + 1, "person"))
    return found


def _alone(view: View, at: int) -> bool:
    first, last = _entity_bounds(view, at)
    return last - first == 1 or (last < len(view.words) and view.words[last - 1] in ("'s", "’s") and last - first == 2)


def _widen(view: View, mark: Mark, taken: list[Mark | None]) -> None:
    """A person's courtesy title, and the noun of a place ("Sumy region")."""
    words = view.words
    if mark.kind == "person" and mark.start and words[mark.start - 1] in lexicons.honorifics():
        title = words[mark.start - 1]
        gender = lexicons.honorifics()[title]
        mark.honorific = None if gender == "n" else gender
    if mark.kind == "place" and mark.end < len(words) and taken[mark.end] is None and words[mark.end].lower() in AREAS:
        if mark.known is None or mark.known.key.startswith(("region/", "seat/")):
            mark.base, mark.end = mark.end, mark.end + 1


def same_words(a: str, b: str) -> bool:
    """Whether two forms differ at most in case, accents and full stops."""
    return plain(a) == plain(b)
