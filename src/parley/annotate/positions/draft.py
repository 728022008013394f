"""A position while it is being found, and its placing in the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import below, is_passive, joined
from parley.annotate.positions.parties import (
    EMPTY,
    FIRST_PERSON,
    Voices,
    acts,
    countries_of,
    extent_of,
    is_text,
    party_for,
    resolve,
)
from parley.annotate.positions.wording import clean, condition, condition_text, extent, noun_phrase, opening, passage
from parley.annotate.reading import Reading
from parley.annotate.times import time_for
from parley.model.findings import Party, PositionFinding, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token


FINITE = frozenset({"VBZ", "VBD", "VBP"})
HOLLOW = frozenset(
    {
        "other",
        "others",
        "the other",
        "one another",
        "you",
        "him",
        "her",
        "them",
        "each other",
        "do",
        "so",
        "have",
        "be",
        "such",
        "it all",
        "themselves",
    }
)
"""Issues that say nothing, where what they point at was not found."""


@dataclass(slots=True)
class Draft:
    """A position by the tokens that tell it.

    `source` is a token, or a party found otherwise (the speaker of a statement).
    """

    predicate: Token
    source: Token | Party
    stance: Stance
    code: str
    issue: Token | None
    target: Token | None
    words: list[Token] = field(default_factory=list)
    nominal: bool = False
    meant: str | None = None
    """What the issue means where it is only pointed at ("this", "the demand")."""


def place(draft: Draft, reading: Reading, voices: Voices) -> Iterator[PositionFinding]:
    """The findings of a draft: one for each party that holds it and each clause of what it wants."""
    sources = [draft.source] if isinstance(draft.source, Party) else _sources(draft.source, reading, voices)
    sources = [Party(None, p.start, p.end) if is_text(reading, p.name) else p for p in sources]
    if not sources or (draft.stance == "threatens" and not any(p.name for p in sources) and _is_thing(draft, reading)):
        return
    for issue, alone in _issues(draft):
        if draft.stance == "demands" and issue is not None and issue.pos_ == "PROPN" and issue.ent_type_ == "PERSON":
            continue  # "a call for the minister (who …) to resign", its end lost
        parts = [] if issue is None else [_reach(issue, draft)]
        held = condition(draft.predicate, issue)
        if held is not None and issue is not None and held.left_edge.i <= issue.i <= held.right_edge.i:
            held = None
        if draft.target is not None:
            parts.append(noun_phrase(draft.target))
        doer = None if isinstance(draft.source, Party) else draft.source
        if alone and issue is not None:
            first, last = extent(issue)
            span = passage(issue, None, [(first, last)], [])
        else:
            if held is not None and parts and held.left_edge.i == max(end for _, end in parts) + 1:
                parts.append((held.left_edge.i, held.right_edge.i))
            span = passage(draft.predicate, doer, parts, draft.words)
        wording = draft.meant or _wording(issue if issue is not None else draft.target, draft)
        if not wording or wording.lower() in EMPTY | FIRST_PERSON | HOLLOW or _is_riddle(wording):
            continue
        voice = voices.at(draft.predicate.idx)
        for source in sources:
            yield PositionFinding(
                start=span.start,
                end=span.end,
                exact=reading.text[span.start : span.end],
                stance=draft.stance,
                code=_root(draft),
                source=source,
                target=_target(draft, issue, source, reading, voices),
                issue=wording,
                condition=None if held is None else condition_text(held),
                time=time_for(reading, draft.predicate.idx, draft.predicate.idx + len(draft.predicate)),
                statement=None if voice is None else voice.statement,
            )


def _is_riddle(wording: str) -> bool:
    """Whether the words ask more than they say ("what he has done", "whom")."""
    first, *rest = wording.lower().split()
    return (first in ("what", "which", "whom", "who", "whose") and len(rest) < 5) or first == "whether"


def _root(draft: Draft) -> str:
    """The PLOVER root; what a court orders is a judicial act."""
    source = draft.source
    if isinstance(source, Party) or draft.predicate.lemma_ != "order":
        return draft.code
    return "ACCUSE" if source.lemma_.lower() in load().classes["courts"] else draft.code


def _is_thing(draft: Draft, reading: Reading) -> bool:
    """Whether what "threatens" is a storm or a shortage."""
    return not isinstance(draft.source, Party) and not acts(reading, draft.source)


def _sources(token: Token, reading: Reading, voices: Voices) -> list[Party]:
    sides = countries_of(reading, token)
    if sides:
        return sides
    if any(c.dep_ == "det" and c.lower_ in ("each", "every", "either") for c in token.lefts):
        return []  # "each side blames the other": which of them is told elsewhere
    told = [*joined(token), *_included(token)]
    parties = [resolve(reading, one, voices) for one in told]
    return [p for p in parties if p is not None]


def _included(token: Token) -> list[Token]:
    """ "Several states, including Peru and Chile": those named, beside the whole."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("including", "like"):
            return [one for inner in child.children if inner.dep_ == "pobj" for one in joined(inner)]
    return []


def _issues(draft: Draft) -> list[tuple[Token | None, bool]]:
    """The issue, and each further clause joined to it as an issue of its own (True: told by that clause alone)."""
    found: list[tuple[Token | None, bool]] = [(draft.issue, False)]
    at = draft.issue
    while at is not None and at.pos_ in ("VERB", "AUX") and len(found) < 6:
        at = next((c for c in at.children if goes_on(c) and c.i > draft.predicate.i), None)
        if at is not None and draft.stance == "accuses" and is_passive(at):
            break  # "had attacked a camp and been driven back": no part of the charge
        if at is not None and at.right_edge.i - at.left_edge.i >= 2:
            found.append((at, True))
    return found


def goes_on(verb: Token) -> bool:
    """Whether a verb joined to what is wanted is wanted too, and no statement of its own ("…, and prices are high")."""
    if verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.tag_ == "VBG" and verb.head.tag_ != "VBG":
        return False
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    told = verb.tag_ in ("VBZ", "VBD") or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)
    return not (own and told)


def _reach(issue: Token, draft: Draft) -> tuple[int, int]:
    if issue.i < draft.predicate.i:
        first, last = noun_phrase(issue)
        return (first, min(last, draft.predicate.i))
    return extent(issue)


def _wording(issue: Token | None, draft: Draft) -> str:
    if issue is None:
        return ""
    first, last = _reach(issue, draft) if issue == draft.issue else extent(issue)
    if issue.pos_ in ("VERB", "AUX"):
        doer = "" if isinstance(draft.source, Party) else draft.source.lower_
        first = min(opening(issue, first, doer, draft.stance in ("rejects", "withholds")), issue.i)
    text = clean(issue.doc[first : last + 1].text)
    if draft.predicate.lemma_.lower() in load().classes["forbidding"] and draft.stance == "demands":
        bare = text[5:] if text.lower().startswith("such ") else text[:1].lower() + text[1:]
        return ("not " if issue.pos_ in ("VERB", "AUX") else "no ") + bare
    first_word = issue.doc[first]
    before = issue.doc[max(0, first - 1)]
    # A capital that only opens the sentence is none of the issue's.
    if first_word.pos_ not in ("PROPN", "PRON") and (
        first_word.is_sent_start or (before.is_sent_start and before.is_punct)
    ):
        return text[:1].lower() + text[1:] if text[1:2].islower() else text
    return text


def _holder(issue: Token) -> Token | None:
    """Whose the thing at issue is: its possessor, or who stands after "by" or "from"."""
    if issue.pos_ not in ("NOUN", "PROPN"):
        return None
    for child in issue.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
    for child in issue.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME"):
                    return inner
    return None


def _target(draft: Draft, issue: Token | None, source: Party, reading: Reading, voices: Voices) -> Party | None:
    """Toward whom: as the frame says, else the first name in the issue that is not the party itself."""
    if draft.target is not None:
        found = resolve(reading, draft.target, voices)
        if found is not None and (found.name != source.name or found.name is None):
            return found
    if issue is None:
        return None
    if (holder := _holder(issue)) is not None and (found := resolve(reading, holder, voices)) is not None:
        return found if found.name is None or found.name != source.name else None
    for token in below(issue):
        if token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "PROPN":
            continue
        if token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.ent_type_ == "NORP"):
            name = reading.name_at(token.idx, token.idx + len(token))
            if name is not None and (party := party_for(reading, name)) != source.name:
                return Party(party, *extent_of(token))
    noun = issue
    if issue.pos_ in ("VERB", "AUX"):
        inner = [c for c in issue.children if c.dep_ in ("dobj", "nsubj", "nsubjpass")]
        if not inner or inner[0].lower_ in EMPTY | FIRST_PERSON:
            return None
        noun = inner[0]
    start, end = extent_of(noun)
    return Party(None, start, end)
