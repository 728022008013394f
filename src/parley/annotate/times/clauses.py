"""Which time expression dates a clause, a verb or a noun of a report."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from parley.annotate.reading import Reading
from parley.annotate.times.tense import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERBS = frozenset(("VERB", "AUX"))
_OWNED = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
_BOUNDS = frozenset(("since", "until", "till", "before", "after", "by", "following", "ahead"))
_LINKS = frozenset(("conj", "xcomp", "advcl", "pcomp", "acl"))


def time_for(reading: Reading, start: int, end: int) -> int | None:
    """The index in `reading.times` of the expression that dates the passage [start, end), or None.

    The clause's own time comes first, by the parse; then one that the clause shares with a verb it hangs on (but not
    the time of saying for what is said); then the only day of the sentence; then the day carried on from the sentence
    before in the same paragraph, where that has one alone. Lengths, sets and "now" date nothing; nor do bounds
    ("since March", "until Friday").
    """
    phrase = reading.doc.char_span(start, end, alignment_mode="expand")
    if phrase is None or not len(phrase):
        return None
    sentence = phrase[0].sent
    candidates = _candidates(reading, sentence)
    root = phrase.root
    best: tuple[int, int, int] | None = None
    for index, token in candidates:
        rank = _rank(token, root, phrase)
        if rank is not None:
            key = (rank, abs(token.i - root.i), index)
            best = key if best is None or key < best else best
    if best is not None:
        return best[2]
    if candidates:
        return None
    return _carried(reading, sentence)


def _candidates(reading: Reading, sentence: Span) -> list[tuple[int, Token]]:
    """The times of a sentence that can date something, each with its head word."""
    times, found = reading.times, []
    index = bisect_left(times, sentence.start_char, key=lambda t: t.start)
    while index < len(times) and times[index].start < sentence.end_char:
        time = times[index]
        if time.type in ("DATE", "TIME") and not time.value.endswith("_REF"):
            phrase = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
            if phrase is not None and not _bounds(phrase.root, phrase):
                found.append((index, phrase.root))
        index += 1
    return found


def _bounds(token: Token, phrase: Span) -> bool:
    """Whether the time bounds what is told and does not date it."""
    head = token.head
    before = phrase[0].nbor(-1).lower_ if phrase.start else ""
    return (head.lower_ in _BOUNDS and head.dep_ in ("prep", "mark", "agent")) or before in (
        "since",
        "until",
        "till",
        "before",
    )


def _rank(time: Token, root: Token, passage: Span) -> int | None:
    """How well the time fits a passage with this head: 0 its own … 3 merely near; None not at all."""
    verb = _verb(root)
    at, crossed = time, 0
    for _ in range(30):
        if at.i == root.i:
            return 0 if crossed == 0 else crossed
        if verb is not None and at.i == verb.i:
            return 1 if crossed == 0 else crossed
        if at.head.i == at.i:
            break
        if at.dep_ in _OWNED and at.head.pos_ not in _VERBS and at.head.i != root.i:
            # "Friday's talks": the time is the noun's own, and the verb's only where the noun is what acts.
            if at.head.dep_ not in ("nsubj", "nsubjpass"):
                return 3 if passage.start <= time.i < passage.end and root.pos_ not in _VERBS else None
            crossed = 3
        if at.dep_ in ("relcl", "acl", "advcl", "ccomp") and at.pos_ in _VERBS:
            return _shared(verb, time, passage)
        at = at.head
    return _shared(verb, time, passage)


def _shared(verb: Token | None, time: Token, passage: Span) -> int | None:
    """The time of a verb on which the passage's own verb hangs: "met on Monday to discuss", "met Monday and agreed"."""
    inside = passage.start <= time.i < passage.end
    over = _verb(time.head) if time.head.i != time.i else None
    at = verb
    for _ in range(6):
        if at is None or at.head.i == at.i:
            break
        if at.dep_ == "ccomp" or (at.dep_ == "xcomp" and at.head.lemma_ in lexicon()["saying"]):
            break
        if at.dep_ not in _LINKS:
            break
        at = _verb(at.head)
        if at is not None and over is not None and at.i == over.i:
            return 2
    if verb is not None and over is not None and _ends(over, verb):
        return 2
    return 3 if inside else None


def _ends(over: Token, verb: Token) -> bool:
    """Whether a time at the end of what a verb begins dates the verb too.

    So it does with one subject and both verbs in one tense ("boarded the ship and searched it on May 3"), and with
    the aim of a journey ("flew to Bern to meet her on May 3").
    """
    if over.head.i != verb.i or over.i < verb.i:
        return False
    if over.dep_ == "conj":
        return over.tag_ == verb.tag_ == "VBD" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in over.children)
    aim = over.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" and c.dep_ == "aux" for c in over.children)
    return aim and verb.lemma_ in lexicon()["journeys"]


def _verb(token: Token) -> Token | None:
    at = token
    for _ in range(12):
        if at.pos_ in _VERBS and at.dep_ not in ("aux", "auxpass"):
            return at
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _carried(reading: Reading, sentence: Span) -> int | None:
    """The only time of the sentence before, in the same paragraph; not an aside's ("who last met in 2019")."""
    if sentence.start == 0:
        return None
    before = sentence.doc[sentence.start - 1].sent
    if "\n" in reading.text[before.end_char - 1 : sentence.start_char] or "\n" in before.text.strip():
        return None
    candidates = _candidates(reading, before)
    if len(candidates) != 1:
        return None
    index, at = candidates[0]
    for _ in range(30):
        if at.dep_ in ("relcl", "acl", "appos"):
            return None
        if at.head.i == at.i:
            break
        at = at.head
    return index
