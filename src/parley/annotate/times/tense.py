"""On which side of the telling a time lies, by the tense and modality of the verb that governs it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from parley.model.findings import Direction

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset(
    ("will", "shall", "would", "may", "might", "could", "can", "should", "must", "'ll", "’ll", "wo", "ca")
)
_VERBS = frozenset(("VERB", "AUX"))
_UNREACHED = frozenset(("until", "till", "once", "when", "before", "after", "if"))
_RANKED = frozenset(("first", "last", "second", "third", "latest", "only", "youngest", "oldest"))
_ONCE = frozenset(("originally", "initially", "previously", "formerly", "first"))
_SHIFTS = frozenset(
    ("postpone", "delay", "move", "push", "put", "adjourn", "reschedule", "defer", "shift", "bring", "cancel", "scrap")
)
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_PERFECT = frozenset(("have", "has", "had", "'ve", "’ve", "having"))


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The lists of lexicon/times.toml."""
    text = resources.files("parley.annotate.lexicon").joinpath("times.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def governor(token: Token) -> Token | None:
    """The verb that governs a token; None where the parse gives none within a few steps."""
    at = token
    for _ in range(8):
        if at.head.i == at.i:
            break
        at = at.head
        if at.pos_ in _VERBS and at.dep_ not in ("aux", "auxpass"):
            return at
    return None


def direction_of(token: Token) -> Direction:
    """past, future or none, for a time whose head word is `token`."""
    words = lexicon()
    at = token
    over = governor(token)
    if over is not None and _is_given_up(over, token.head.lower_):
        return "none"
    for _ in range(6):
        if at.head.i == at.i or at.pos_ in _VERBS:
            break
        if at.dep_ in ("poss", "compound", "nmod") and at.head.pos_ not in _VERBS:
            side = _beside(at.head)
            if side == "none" and at.head.lower_ not in words["gatherings"] and at.dep_ != "nmod":
                over = governor(at)
                return "past" if over is not None and of_verb(over) == "past" else "none"
            if side != "none":
                return side
        below, at = at, at.head
        low = at.lower_
        if at.tag_ == "VBN" and any(c.lower_ == "than" for c in at.lefts):
            continue  # "ended earlier than planned on Monday" was on Monday
        if low in ("until", "till", "to", "for") and _is_of_time(below, token) and _is_moved(at, words):
            return "future"
        if low in words["before_them"] and low != "by" and not _is_of_time(below, token):
            continue  # "to appear before the committee on Thursday"
        if low in words["before_them"]:
            return "future" if low in ("until", "till", "by") and not _is_bygone(governor(at)) else "none"
        if low == "since":
            return "past"
        if low in words["ahead"] or any(c.lower_ in words["ahead"] and c.dep_ == "amod" for c in at.lefts):
            return "future"
    verb = at if at.pos_ in _VERBS else governor(token)
    if verb is not None and verb.tag_ == "VBN" and any(c.lower_ == "than" for c in verb.lefts):
        verb = governor(verb)
    if verb is None:
        return "none"
    if _is_start_of_announced(token, verb, words):
        return "future"
    tense = verb.tag_ == "VBD" or (verb.tag_ == "VBG" and any(c.lower_ in ("was", "were") for c in verb.lefts))
    planned = verb.lemma_ in words["plans"] and tense and not _is_object(token)
    if verb.lemma_ == "set" and verb.tag_ in ("VBN", "VBD") and at.lower_ in ("on", "in"):
        return "past"  # "the record set on Friday"; what is planned is set for a day
    if planned and (verb.lemma_ in words["bidding"] or token.i < verb.i):
        return "past"
    return of_verb(verb)


def _is_given_up(verb: Token, preposition: str) -> bool:
    """Whether a time is that of a plan since changed, or the one to which it had been: on either side of the telling.

    "It had been due on Friday", "was first set for Friday", "was planned for Friday but put off", "was to have opened
    on Friday", "had been moved to Friday". What was moved to Friday, without "had", is told while Friday lies ahead.
    """
    lexical, children = lexicon(), list(verb.children)
    if verb.lemma_ in _SHIFTS:
        return preposition == "to" and any(c.lower_ == "had" and c.dep_ == "aux" for c in children)
    if {"to", "have"} <= {c.lower_ for c in children if c.dep_ == "aux"}:
        return verb.head.lower_ in ("was", "were")
    due = verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in lexical["ahead"] for c in children)
    planned = verb.lemma_ in lexical["plans"] and verb.tag_ in ("VBD", "VBN")
    if not due and not (planned and preposition in ("for", "to")):
        return False
    past = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were", "had") for c in children)
    changed = any(c.dep_ == "conj" and c.lemma_ in _SHIFTS for c in children)
    once = any(c.lower_ in _ONCE for c in children) or any(c.lower_ == "had" and c.dep_ == "aux" for c in children)
    return past and (changed or once)


def _is_moved(preposition: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether what follows is the day to which something was moved or for which it was announced, hence ahead."""
    verb = preposition.head
    if verb.pos_ not in _VERBS:
        return False
    if preposition.lower_ == "for":
        return verb.lemma_ in words["announcing"]
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    return f"{verb.lemma_} {particle}".strip() in words["moving"]


def _is_start_of_announced(token: Token, verb: Token, words: dict[str, frozenset[str]]) -> bool:
    """Whether a weekday begins what somebody announces: "declared three days of mourning starting Saturday".

    A date says of itself when it was: "declared a truce from May 8" may be told in May or in June.
    """
    if token.lower_ not in _WEEKDAYS:
        return False
    begins = verb.tag_ == "VBG" and verb.lemma_ in ("start", "begin", "commence")
    if begins and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        herald = governor(verb)
    elif token.dep_ == "pobj" and token.head.lower_ == "from" and not any(t.like_num for t in token.subtree):
        # (a bare weekday; "declared a truce from May 8 to May 10" may tell of one that is over)
        herald = verb
    else:
        return False
    return herald is not None and herald.lemma_ in words["decreeing"]


def _is_of_time(below: Token, token: Token) -> bool:
    """Whether a preposition's object is the time itself or a part of it ("before the end of May")."""
    return below.i == token.i or below.ent_type_ in ("DATE", "TIME") or below.lower_ in ("end", "start", "beginning")


def _is_object(token: Token) -> bool:
    """Whether a time is what is planned ("set Friday as the day", "planned it for Friday"), not when it was planned."""
    return token.dep_ in ("dobj", "nsubjpass") or token.head.lower_ in ("for", "to", "until", "till")


def _beside(noun: Token) -> Direction:
    """What the words before a noun ("ahead of Monday's vote", "after Friday's attack") say."""
    before = noun.head.lower_
    if before in ("after", "following", "since"):
        return "past"
    held = noun.lower_ in lexicon()["gatherings"]
    if held and (before in ("before", "until") or (before == "of" and noun.head.head.lower_ == "ahead")):
        return "future"
    if any(c.lower_ in lexicon()["ahead"] for c in noun.lefts):
        return "future"
    return "none"


def _is_bygone(verb: Token | None) -> bool:
    perfect = verb is not None and any(c.lower_ in ("has", "have") for c in verb.children)
    return verb is not None and not perfect and of_verb(verb) == "past"


def of_verb(verb: Token, depth: int = 0) -> Direction:
    """The side of the telling on which a verb's own time lies."""
    words, helpers = lexicon(), [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lows = {c.lower_ for c in helpers}
    if lows & _MODALS:
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        near = [*verb.children, *(g for s in subjects for g in s.children)]
        denied = any(c.dep_ == "neg" or c.lower_ in ("neither", "nor", "no", "none") for c in near)
        return "past" if "have" in lows or ("could" in lows and denied) else "future"
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children):
        return "future"
    if "to" in lows:
        return _infinitive(verb, depth)
    if verb.lemma_ in words["plans"] and verb.dep_ != "aux":
        return "future"
    if lows & _PERFECT or verb.tag_ == "VBD":
        if verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in words["ahead"] for c in verb.children):
            return "future"
        return "past"
    if verb.tag_ == "VBN":
        return "past"
    if verb.tag_ == "VBG":
        if lows & {"is", "are", "am", "'s", "’s", "'re", "’re", "be"}:
            return "future"
        if lows:
            return "past"
        return (
            of_verb(verb.head, depth + 1)
            if depth < 5 and verb.head.i != verb.i and verb.head.pos_ in _VERBS
            else "none"
        )
    joined = verb.dep_ == "conj" and verb.head.i != verb.i and verb.head.pos_ in _VERBS and depth < 5
    if joined and verb.tag_ in ("VB", verb.head.tag_):
        # "will call and speak": the helper of the first verb serves the second.
        return of_verb(verb.head, depth + 1)
    if verb.tag_ in ("VBZ", "VBP", "VB"):
        if verb.lemma_ in words["saying"]:
            return "past"
        if verb.lemma_ in words["timetable"]:
            return "future"
        if depth < 5 and verb.dep_ == "advcl" and any(c.lower_ in _UNREACHED for c in verb.lefts):
            # "Will not pay until the board meets in May": the clause lies where the main one lies.
            return "future" if of_verb(verb.head, depth + 1) == "future" else "none"
        return "none"
    return "none"


def is_wish(token: Token) -> bool:
    """Whether a time stands with an infinitive under a verb in the past, of which it may tell instead."""
    verb = governor(token)
    if verb is None or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    return verb.head.i != verb.i and verb.head.tag_ in ("VBD", "VBN")


def _infinitive(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i or depth > 5:
        return "future"
    if verb.dep_ in ("relcl", "acl") and any(c.lower_ in _RANKED for c in head.lefts):
        # "the first of them to join on Friday": what the first did, not what they will do.
        return of_verb(head.head, depth + 1) if head.head.i != head.i and head.head.pos_ in _VERBS else "none"
    if any(c.lower_ == "had" for c in (*head.children, *head.head.children) if c.dep_ == "aux"):
        return "past"
    if verb.dep_ == "xcomp" and head.lemma_ in lexicon()["done"]:
        return of_verb(head, depth + 1)
    if verb.dep_ == "advcl" and head.pos_ in _VERBS and of_verb(head, depth + 1) == "past":
        return "none"
    return "future"
