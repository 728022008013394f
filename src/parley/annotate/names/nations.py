"""Countries that no gazetteer has, known by how a report treats them.

A place with a foreign minister, a defence ministry or an embassy of its own is a country, or near enough to one to be
a party: breakaway regions, new states, the countries of fiction and of exercises. So is a place whose own adjective,
formed from it as English forms them (Quirk et al., "A Comprehensive Grammar of the English Language", 1985, I.56),
stands before such an office.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.bodies import POSSESSIVES, field_words
from parley.annotate.names.cast import View
from parley.annotate.names.gazetteer import find_city

SHORTEST = 4
"""Letters a name must have before an adjective is formed from it."""
MOST = 40
"""Countries of its own that one report can have."""
STATE = frozenset(
    ("embassy", "parliament", "ambassador", "ambassadors", "sovereignty", "airspace", "navy", "army", "constitution")
)
"""What only a state has, besides ministers and ministries."""


@dataclass(slots=True)
class Nations:
    """A report's own countries by name, and by adjective; both lead to a code that no other country has."""

    names: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)


def find_nations(view: View) -> Nations:
    """The countries that only the report tells of."""
    found = Nations()
    words = view.words
    candidates: dict[str, bool] = {}
    adjectives: list[str] = []
    for at, word in enumerate(words):
        if not word[:1].isupper() or len(word) < SHORTEST or not word.isalpha() or word.isupper():
            continue
        if _owns_state(view, at) and _could_be_place(view, at):
            candidates[word] = True
        elif word not in adjectives and word.endswith(ENDINGS) and _before_office(view, at):
            adjectives.append(word)
    if not candidates and not adjectives:
        return found
    capitals = {w for w in words if w[:1].isupper() and len(w) >= SHORTEST}
    for word in list(candidates)[:MOST]:
        found.names[word] = f"~{word}"
    for adjective in adjectives[:MOST]:
        for noun in _nouns(adjective):
            if noun in found.names or (noun in capitals and _stands_as_place(view, noun)):
                found.names.setdefault(noun, f"~{noun}")
                found.adjectives[adjective] = f"~{noun}"
                break
    for noun in found.names:
        for adjective in sorted(capitals):
            fits = adjective.startswith(noun[:3]) and adjective not in found.adjectives and noun in _nouns(adjective)
            if fits and adjective not in lexicons.given_names():
                found.adjectives[adjective] = f"~{noun}"
    return found


ENDINGS = ("n", "ese", "i", "ish", "ic")


def _nouns(adjective: str) -> list[str]:
    """The names from which the adjective may be formed: Carvenia of Carvenian, Tolmark of Tolmarkish."""
    forms: list[str] = []
    for ending, restored in (
        ("ian", ("ia", "", "y", "a", "o")),
        ("ean", ("ea", "e", "")),
        ("an", ("a", "", "o")),
        ("n", ("",)),
        ("ese", ("a", "", "e", "o")),
        ("i", ("", "a", "e", "ia")),
        ("ish", ("", "ia", "e", "land")),
        ("ic", ("ia", "", "land")),
    ):
        if adjective.endswith(ending):
            stem = adjective[: -len(ending)]
            forms += [stem + rest for rest in restored if len(stem + rest) >= SHORTEST and stem + rest != adjective]
    return list(dict.fromkeys(forms))


@cache
def _excluded() -> frozenset[str]:
    return frozenset(w.title() for w in lexicons.modifiers() | lexicons.role_words() | field_words()) | lexicons.part(
        "common"
    )


def _could_be_place(view: View, at: int) -> bool:
    """Whether nothing known bears the word: no person of the report, city, lexicon's form or word of offices."""
    word = view.words[at]
    before = view.words[at - 1] if at else ""
    return not (
        word in _excluded()
        or word in view.titled
        or word in lexicons.given_names()
        or word in lexicons.gazette().by_first
        or word in lexicons.adjectives()
        or word in lexicons.region_adjectives()
        or word in lexicons.honorifics()
        or before in lexicons.given_names()
        or before in lexicons.honorifics()
        or view.pos[at] != "PROPN"
        or (before[:1].isupper() and view.pos[at - 1] == "PROPN")
        or find_city(word) is not None
    )


def _state_office(view: View, at: int) -> bool:
    """Whether an office or body that only a state has begins here: its prime minister, its defence ministry."""
    low = [w.lower() for w in view.words[at : at + 6]]
    if not low:
        return False
    if low[0] == "prime" and low[1:2] == ["minister"]:
        return True
    if low[0] in ("ministry", "minister") and low[1:2] in (["of"], ["for"]):
        return True
    for length in (1, 2, 3):
        if " ".join(low[:length]) in field_words() and low[length : length + 1] in (["minister"], ["ministry"]):
            return True
    return low[0] in STATE or low[:2] in (["air", "force"], ["armed", "forces"], ["central", "bank"])


def _owns_state(view: View, at: int) -> bool:
    """Whether a state's office stands after the word as its own ("X's foreign minister", "X Prime Minister Y")."""
    words = view.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in POSSESSIVES:
        return _state_office(view, at + 2)
    if at > 2 and words[at - 1] in ("of", "for") and _ministry_before(view, at - 1):
        return True
    if not (after[:1].isupper() and view.pos[at + 1] == "PROPN") or not _state_office(view, at + 1):
        return False
    low = after.lower()
    return low not in STATE and (view.ents[at] == "GPE" or _stands_as_place(view, words[at]))


def _ministry_before(view: View, preposition: int) -> bool:
    """Whether a ministry with its field, or a minister, ends before the preposition: "Ministry of Defence of"."""
    low = [w.lower() for w in view.words[max(0, preposition - 6) : preposition]]
    for length in (1, 2, 3):
        if " ".join(low[-length:]) in field_words() and low[-length - 2 : -length] in (
            ["ministry", "of"],
            ["minister", "of"],
            ["minister", "for"],
        ):
            return True
    return low[-2:] == ["prime", "minister"]


def _before_office(view: View, at: int) -> bool:
    """Whether the word stands as an adjective before an office, or before a noun for a side of a country."""
    word = view.words[at]
    if word in lexicons.adjectives() or word in lexicons.given_names() or word in view.titled or word in _excluded():
        return False
    if view.deps[at] not in ("amod", "compound", "nmod", "poss"):
        return False
    for nxt in view.words[at + 1 : at + 4]:
        low = nxt.lower()
        if low in lexicons.role_words() or low in lexicons.body_nouns()[0]:
            return True
        if not (low in lexicons.modifiers() or low in field_words()):
            return False
    return False


def _stands_as_place(view: View, noun: str) -> bool:
    """Whether the word stands somewhere as only the name of a place does: after "in", between two, or so parsed."""
    if noun in _excluded() or noun in lexicons.gazette().by_first or find_city(noun) is not None:
        return False
    if noun in view.titled or noun in lexicons.given_names():
        return False
    words = view.words
    labels = 0
    for at, word in enumerate(words):
        if word != noun or view.pos[at] != "PROPN":
            continue
        before = words[at - 1].lower() if at else ""
        if before == "the":
            return False
        labels += view.ents[at] == "GPE" or (before in lexicons.part("locative") and before != "at")
    return labels > 0
