"""Names called again by what they are: "the company", "the actress", and "its" after a body."""

from __future__ import annotations

from parley.annotate.names.cast import Cast, Entry
from parley.annotate.names.holders import role_holder

SUBJECTS = ("nsubj", "nsubjpass")
NEUTER = frozenset(("it", "its", "itself"))
DUMMY = frozenset(("be", "seem", "appear", "take", "rain", "snow", "happen", "mean", "matter", "turn", "become"))
COUNTRY = frozenset(("country", "nation"))
PHRASE = 5


def find_again(cast: Cast) -> None:
    """Add definite role phrases and neuter pronouns to the mentions of the names that they mean."""
    view = cast.view
    for at, word in enumerate(view.words):
        low = word.lower()
        if low == "the":
            _definite(cast, at)
        elif low in NEUTER and not view.quoted[at]:
            local = _owner(cast, at) if low != "it" else _subject_before(cast, at)
            if local is not None:
                cast.pronouns[at] = local
                cast.entries[local].mentions.append((view.starts[at], view.end(at), "pronoun"))


def _definite(cast: Cast, start: int) -> None:
    view = cast.view
    head = start
    for at in range(start + 1, min(start + PHRASE, len(view.words))):
        if at in cast.at or view.pos[at] not in ("ADJ", "NOUN", "PROPN"):
            break
        head = at
    if head == start or view.pos[head] == "ADJ":
        return
    local = _country_again(cast, head) if view.words[head] in COUNTRY else role_holder(cast, start, head + 1, head)
    if local is not None:
        cast.entries[local].mentions.append((view.starts[start], view.end(head), "role"))


def _country_again(cast: Cast, at: int) -> str | None:
    """The one country that this sentence and the one before name."""
    view = cast.view
    named = {
        local
        for mark, local in cast.marks_before(at)
        if view.sentence[at] - view.sentence[mark.start] <= 1 and _is_country(cast.entries[local])
    }
    return named.pop() if len(named) == 1 else None


def _is_country(entry: Entry) -> bool:
    return (entry.key or "").startswith("country/")


def _is_body(entry: Entry) -> bool:
    return entry.kind == "organisation" or _is_country(entry)


def _owner(cast: Cast, at: int) -> str | None:
    """The body that is the subject of the nearest clause above a possessive or reflexive."""
    view = cast.view
    node = at
    for _ in range(12):
        head = view.heads[node]
        if head == node:
            return None
        for token in view.doc[head].lefts:
            if token.dep_ in SUBJECTS and token.i < at:
                local = cast.at.get(token.i) or cast.pronouns.get(token.i)
                return local if local is not None and _is_body(cast.entries[local]) else None
        node = head
    return None


def _subject_before(cast: Cast, at: int) -> str | None:
    """The body that was last a subject, for an "it" that is itself a subject and means something."""
    view = cast.view
    if view.deps[at] not in SUBJECTS or view.doc[view.heads[at]].lemma_ in DUMMY:
        return None
    here = view.sentence[at]
    found = None
    for mark, local in cast.marks_before(at):
        distance = here - view.sentence[mark.start]
        head = view.head_of(mark.start, mark.end)
        main = view.deps[head] in SUBJECTS and (not distance or view.deps[view.heads[head]] == "ROOT")
        if distance <= 1 and main and not view.quoted[head]:
            found = local if _is_body(cast.entries[local]) else None
    return found
