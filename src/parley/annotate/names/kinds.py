"""What kind of thing an entity of the parse is, where its neighbourhood tells better than the parse did.

Ages, ranks and callings stand beside people only; a last word that means a body makes a body of what was taken for
a person. The parse's model was trained on American news, so that foreign names are where it errs most.
"""

from __future__ import annotations

from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.gazetteer import find_city

EITHER = frozenset((
    "owner", "partner", "publisher", "ally", "rival", "host", "sponsor", "supporter", "critic",
    "opponent", "champion", "investor", "broker", "trader", "leader", "agent", "manager",
    "watchdog", "source", "producer", "developer", "representative", "shareholder", "member",
    "model", "star", "employee", "insider", "guest", "customer", "player", "candidate", "chief",
    "head", "executive", "founder", "friend", "ex",
))  # fmt: skip
"""Callings that companies and states have too."""
LOOK = 7
"""Tokens after a name within which an apposition tells its calling."""


@cache
def callings() -> frozenset[str]:
    """The last words of the roles that only people have."""
    return frozenset(noun.split()[-1] for noun in lexicons.role_classes()) - EITHER


@cache
def ranks() -> frozenset[str]:
    """Ranks and offices that stand capitalised before people's names."""
    return frozenset(
        word.title() for noun in lexicons.role_classes() for word in noun.split()[-1:] if word not in EITHER
    ) | {"Corporal", "Private", "Captain", "Sergeant", "Colonel"}


def is_person_here(view: View, start: int, end: int) -> bool:
    """Whether what stands beside the name is said of people only: an age, a calling in apposition."""
    words = view.words
    if not (1 < end - start <= 4) or not all(_namelike(word) for word in words[start:end]):
        return False
    if end + 2 < len(words) and words[end] == ",":
        if words[end + 1].isdigit() and 0 < len(words[end + 1]) < 3 and words[end + 2] in (",", ".", ";", "”"):
            return True
        if _calling_after(view, end + 1):
            return True
    return start > 1 and words[start - 1] == "," and _calling_before(view, start - 1)


def _namelike(word: str) -> bool:
    return word in ("-", "’", "'") or word in lexicons.part("particles") or (word[:1].isupper() and not word.isupper())


def _calling_after(view: View, start: int) -> bool:
    """Whether an apposition that begins here has a calling for its noun: "the company's director", "a baker"."""
    first = view.words[start].lower()
    opens = first in ("a", "an", "the", "its", "his", "her", "their", "former") or view.pos[start] == "PROPN"
    if not opens and first not in callings():
        return False
    noun = ""
    for at in range(start, min(start + LOOK, len(view.words))):
        low = view.words[at].lower()
        if low in (",", ".", "of", "at", "for", "in", "who", "from", "with", "to") or view.pos[at] in ("VERB", "AUX"):
            break
        noun = low
    return noun in callings()


def _calling_before(view: View, comma: int) -> bool:
    """Whether the noun phrase that the comma closes is headed by a calling: "its director, …", "the judge, …"."""
    head = view.words[comma - 1].lower()
    if head in callings() and view.pos[comma - 1] == "NOUN":
        return True
    for at in range(comma - 1, max(0, comma - LOOK), -1):
        low = view.words[at].lower()
        if low in (",", ".") or view.pos[at] in ("VERB", "AUX"):
            return False
        if low in ("of", "at", "for"):
            return view.words[at - 1].lower() in callings()
    return False


def is_body(view: View, mark: Mark) -> bool:
    """Whether what the parse took for a person ends as only bodies do ("Valley Front", "Marlow Terminals")."""
    last = view.words[mark.end - 1].lower()
    first = view.words[mark.start]
    if mark.end - mark.start == 1:
        return len(first) > 2 and first.isupper() and first.isalpha()
    if first in lexicons.given_names():
        return False
    return last in lexicons.body_nouns()[1] or last in lexicons.part("bodies")


def is_dateline(view: View, mark: Mark) -> bool:
    """Whether the name is a dateline's place: in capitals, at the head of a paragraph, before a dash or bracket."""
    words = view.words
    if not all(word.isupper() or not word.isalpha() for word in words[mark.start : mark.end]):
        return False
    after = words[mark.end] if mark.end < len(words) else ""
    opens = (
        mark.start == 0
        or "\n" in words[mark.start - 1]
        or "\n" in view.source[max(0, view.starts[mark.start] - 2) : view.starts[mark.start]]
    )
    return opens and len(words[mark.start]) > 2 and after in ("—", "–", "-", "--", "(", ",")


def meant_by_pronouns(view: View) -> frozenset[str]:
    """Single words that are the last subject before a "he" or "she" with nobody else between: surnames, then.

    "Ramos dismissed it. She told reporters …" makes a person of Ramos, whatever the parse took the word for.
    """
    found = set()
    for at, word in enumerate(view.words):
        if word.lower() in ("he", "she") and view.deps[at] in ("nsubj", "nsubjpass") and not view.quoted[at]:
            before = _subject_before(view, at)
            if before is not None and _bare_unknown(view, before):
                found.add(view.words[before])
    return frozenset(found)


def _subject_before(view: View, at: int) -> int | None:
    """The last subject named in the sentence before, where the narrator names no person after it."""
    here = view.sentence[at]
    for back in range(at - 1, max(-1, at - 120), -1):
        if here - view.sentence[back] > 1:
            return None
        if view.quoted[back]:
            continue
        if view.ents[back] == "PERSON" or view.words[back].lower() in ("he", "she", "him", "her", "his"):
            return None
        if view.deps[back] in ("nsubj", "nsubjpass") and here != view.sentence[back]:
            return back
    return None


def _bare_unknown(view: View, at: int) -> bool:
    words = view.words
    word, before = words[at], words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return (
        view.pos[at] == "PROPN" and word[:1].isupper() and not word.isupper() and word.isalpha() and len(word) > 2
        and view.deps[view.heads[at]] == "ROOT" and view.words[at - 1].lower() != "the"
        and not (before[:1].isupper() and view.pos[at - 1] == "PROPN") and not after[:1].isupper()
        and word not in lexicons.gazette().by_first and word not in view.adjectives and word not in view.nations
        and find_city(word) is None
    )  # fmt: skip
