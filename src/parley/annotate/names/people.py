"""People whom the parse did not see: after titles, by given names, by surnames that the report has in full."""

from __future__ import annotations

import re
from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.known import entity_bounds

NUMERAL = re.compile(r"^[IVX]{1,5}$")
SURNAME = re.compile(
    r"(?:skyy|sky|skiy|skyi|enko|chuk|shvili|adze|ovic|ović|ovich|evich|vych|oğlu|oglu|sson|escu|opoulos|yan|ullah|zadeh)$"
)
"""Endings of surnames that name nothing else, from Slavic, Caucasian, Turkic, Nordic, Romanian, Greek and Persian."""
TITLED = re.compile(
    r"\b(?:President|Minister|Chancellor|Premier|Secretary|Senator|Governor|Mayor|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|King|Queen|"
    r"Prince|Princess|General|Judge|Justice|Chairman|spokesman|spokeswoman|spokesperson|leader)\.? "
    r"(?:[A-Z][\w’'.-]{0,20} ){0,2}([A-Z][\w’-]{2,20})\b"
)
CITY = 100_000
"""Inhabitants from which a name of two words is taken for a city's."""
LONG = 7
"""Letters beyond which a surname is hardly ever a common word as well."""
LOOKED = 200_000
"""Characters of a report in which titled names are sought."""


def is_title(word: str) -> bool:
    low = word.lower()
    return (
        word in lexicons.honorifics() or word in lexicons.prefixes()
        or low in lexicons.role_words() or low in lexicons.modifiers() or low.startswith("then-")
        or word in lexicons.adjectives()
    )  # fmt: skip


def titled(view: View, taken: list[Mark | None]) -> list[Mark]:
    """Capitalised names after a title that the parse did not see as people."""
    words, found = view.words, []
    for at in range(1, len(words)):
        if taken[at] is not None or not words[at][:1].isupper():
            continue
        title = _title_before(view, at)
        if not (
            title in lexicons.honorifics() or title in lexicons.prefixes() or title.lower() in lexicons.role_words()
        ):
            continue
        if (
            title in lexicons.part("particles")
            or view.pos[at] not in ("PROPN", "NOUN", "ADJ", "X")
            or is_title(words[at])
            or words[at] in lexicons.part("common")
        ):
            continue
        end = at + 1
        while end < len(words) and taken[end] is None and end - at < 5:
            word = words[end]
            if (
                word[:1].isupper() and view.pos[end] in ("PROPN", "X", "NOUN") and word not in lexicons.part("common")
            ) or NUMERAL.match(word):
                end += 1
            elif (
                (word in lexicons.part("particles") or word == "-")
                and end + 1 < len(words)
                and words[end + 1][:1].isupper()
            ):
                end += 2
            else:
                break
        start = at if title == words[at - 1] else _after_field(view, at, end)
        single = end - start == 1
        if single and title[:1].islower() and view.ents[at] != "PERSON":
            continue
        if (
            single
            and title not in lexicons.honorifics()
            and title.lower() not in lexicons.role_words()
            and title not in lexicons.prefixes()
        ):
            continue
        if words[end - 1].lower() in lexicons.body_nouns()[1] or _inside_other(view, at, title == words[at - 1]):
            continue
        if not _is_thing(words[start:end]):
            found.append(Mark(start, end, "person"))
        elif words[end - 1].lower() in lexicons.part("bodies"):
            found.append(Mark(start, end, "organisation"))
    return found


def _inside_other(view: View, at: int, direct: bool) -> bool:
    """Whether what looks like a title is part of a longer name: "St. Anne County", "General Foundries", "of East Marn".

    `direct` says that the title stands right before the token, and not before an "of".
    """
    label = view.ents[at]
    if label not in ("GPE", "LOC", "FAC", "ORG"):
        return False
    if not direct:
        return label in ("GPE", "LOC")  # "Democrat of North Marn"
    first, _ = entity_bounds(view, at)
    return first < at and (label != "ORG" or view.words[at - 1] in ("General", "St.", "St"))


def _is_thing(words: list[str]) -> bool:
    """Whether the words after a title end as a body, text or place does: "House", "Press Herald", "New York"."""
    if words[0] in lexicons.given_names():
        return False
    last = words[-1].lower()
    city = find_city(" ".join(words)) if len(words) > 1 else None
    return last in last_of_others() | lexicons.part("writings") | lexicons.part("bodies") or (
        city is not None and city.population >= CITY
    )


def _after_field(view: View, start: int, end: int) -> int:
    """Where the name begins after the field of an office: "Ana Reyes" in "Minister of Public Works Ana Reyes"."""
    for at in range(start, end):
        if view.words[at] in lexicons.given_names():
            return at
    return max(start, end - 2)


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


def _is_proper(view: View, at: int) -> bool:
    return view.words[at][:1].isupper() and view.words[at].isalpha() and view.pos[at] == "PROPN"


@cache
def last_of_others() -> frozenset[str]:
    """Last words, lower case, of what is no person though it begins with a given name."""
    part = lexicons.part
    return part("sites") | part("things") | part("areas") | lexicons.body_nouns()[1]


def given(view: View, taken: list[Mark | None]) -> list[Mark]:
    """A given name with a capitalised word after it, whatever the parse took it for."""
    words, found = view.words, []
    at = 0
    while at < len(words) - 1:
        if words[at] in lexicons.given_names() and taken[at] is None and view.pos[at] == "PROPN":
            end = at + 1
            while (
                end < len(words) and end - at < 4 and taken[end] is None
                and (words[end] in lexicons.part("particles") or _is_proper(view, end))
            ):  # fmt: skip
                end += 1
            while end > at and words[end - 1] in lexicons.part("particles"):
                end -= 1
            before = (
                at
                and words[at - 1][:1].isupper()
                and view.pos[at - 1] == "PROPN"
                and words[at - 1] not in lexicons.honorifics()
            )
            if end - at > 1 and not before and words[end - 1].lower() not in last_of_others():
                found.append(Mark(hyphenated(view, at), end, "person"))
                at = end
                continue
        at += 1
    return found


def hyphenated(view: View, at: int) -> int:
    """Where a given name begins of which this token is the part after a hyphen ("Jean-Paul")."""
    words = view.words
    joined = at > 1 and words[at - 1] == "-" and words[at - 2][:1].isupper() and view.starts[at] == view.end(at - 1)
    return at - 2 if joined and view.starts[at - 1] == view.end(at - 2) else at


def surnames_of(view: View, taken: list[Mark | None]) -> dict[str, int]:
    """Surname → how many marks bear it among the report's names of people; given names of full ones with 0."""
    names: dict[str, int] = {}
    last: Mark | None = None
    for mark in taken:
        if mark is not None and mark is not last and mark.kind == "person" and mark.known is None:
            end = mark.end
            if NUMERAL.match(view.words[end - 1]) and end - mark.start > 1:
                end -= 1
            names[view.words[end - 1]] = names.get(view.words[end - 1], 0) + 1
            first = view.words[mark.start]
            if end - mark.start > 1 and first in lexicons.given_names():
                names.setdefault(first, 0)
        last = mark
    return names


def called_by_first(view: View, taken: list[Mark | None], alone: frozenset[str]) -> list[str]:
    """First words of full names by which people are called again, as in Ethiopia, Iceland or Indonesia.

    The first word stands alone as a subject, the last never does unless it is another's first, and no other full name
    begins with it.
    """
    full: dict[str, set[str]] = {}
    for at, mark in enumerate(taken):
        if mark is None or mark.start != at or mark.kind != "person" or mark.known is not None:
            continue
        if mark.end - mark.start > 1:
            full.setdefault(view.words[mark.start], set()).add(view.words[mark.end - 1])
    return sorted(
        first for first, lasts in full.items()
        if len(lasts) == 1 and first in alone and not (lasts & alone) - full.keys()
        and len(first) > 2 and first.isalpha()
    )  # fmt: skip


def titled_surnames(text: str) -> frozenset[str]:
    """The last words of names that stand after a title."""
    return frozenset(TITLED.findall(text[:LOOKED]))


def person_elsewhere(view: View, word: str) -> bool:
    """Whether the word ends as only surnames do, or stands after a title somewhere in the report, captions included."""
    return bool(SURNAME.search(word)) or word in view.titled


def propagated(view: View, taken: list[Mark | None], surnames: dict[str, int]) -> list[Mark]:
    """Bare surnames of people whom the report names in full."""
    found = []
    for at, word in enumerate(view.words):
        if (
            word in surnames
            and taken[at] is None
            and word[:1].isupper()
            and (view.pos[at] == "PROPN" or (view.pos[at] in ("NOUN", "ADJ", "X", "VERB") and _inside(view, at)))
        ):
            if view.ents[at] in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW") and not _alone(view, at):
                continue
            found.append(Mark(at, at + 1, "person"))
    return found


def _inside(view: View, at: int) -> bool:
    """Whether a token's capital says that it is a name: inside a sentence, or in a word too long to be a common one."""
    if len(view.words[at]) > LONG:
        return True
    return at > 0 and view.sentence[at - 1] == view.sentence[at] and view.words[at - 1] not in ("“", '"', "‘", ":")


def _alone(view: View, at: int) -> bool:
    first, last = entity_bounds(view, at)
    return last - first == 1 or (last < len(view.words) and view.words[last - 1] in ("'s", "’s") and last - first == 2)
