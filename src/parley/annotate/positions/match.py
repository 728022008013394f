"""Fitting a frame to a predicate of the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.annotate.positions.frames import Frame, Part
from parley.annotate.positions.grammar import direct_object, is_infinitive, is_passive
from parley.annotate.positions.wording import CARRIERS

if TYPE_CHECKING:
    from spacy.tokens import Token

MUST = frozenset({"must", "should", "ought", "need"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})


@dataclass(slots=True)
class Fit:
    """What fills a frame's slots: the head tokens. `words` are the literal tokens used up."""

    frame: Frame
    predicate: Token
    issue: Token | None = None
    target: Token | None = None
    source: Token | None = None
    clause: Token | None = None
    noun: Token | None = None
    words: list[Token] = field(default_factory=list)


def fit(predicate: Token, frames: tuple[Frame, ...]) -> Fit | None:
    """The first frame that the predicate fills, with what fills it."""
    for frame in frames:
        filled = _fit(predicate, frame)
        if filled is not None:
            return filled
    return None


def _fit(predicate: Token, frame: Frame) -> Fit | None:
    filled = Fit(frame, predicate)
    holders = [predicate]
    # Clauses first: the subject of an infinitive clause may be what the verb's object slot asks for.
    for part in sorted(frame.parts, key=lambda p: p.kind != "clause"):
        if not _fill(part, filled, holders) and not part.optional:
            return None
    if _is_of_target(filled):
        return None  # "challenged the effort to …": nobody is asked to
    if filled.issue is None and frame.stance in ("accuses", "supports"):
        filled.issue = filled.target
    if filled.issue is None:
        filled.issue = filled.noun
    return filled


def _is_of_target(filled: Fit) -> bool:
    """Whether the clause only says what plan or effort the frame took for somebody addressed."""
    clause, target = filled.clause, filled.target
    if clause is None or target is None or clause.head != target or target in filled.words:
        return False
    return target.lemma_.lower() in CARRIERS


def _fill(part: Part, filled: Fit, holders: list[Token]) -> bool:
    predicate = filled.predicate
    if part.kind == "particle":
        beside = _object(predicate)
        for child in (*predicate.children, *(() if beside is None else beside.rights)):
            if child.lower_ in part.words and child.dep_ in ("prt", "advmod", "prep", "acomp", "oprd", "npadvmod"):
                filled.words.append(child)
                if child.dep_ == "prep" and any(c.dep_ in ("pobj", "pcomp") for c in child.children):
                    filled.words.pop()
                    continue
                if child.dep_ in ("prep", "advmod", "acomp"):
                    holders.append(child)
                return True
        return False
    if part.kind == "noun":
        noun = _called(predicate) or _object(predicate)
        if noun is None or noun.lemma_.lower() not in part.words:
            return False
        filled.words.append(noun)
        holders.append(noun)
        filled.noun = noun
        return True
    if part.kind == "object":
        found = _object(predicate, indirect=part.slot == "TARGET")
        if found is None and filled.clause is not None:
            found = next((c for c in filled.clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if found is None or (found.dep_ == "dobj" and filled.clause is not None and filled.clause.i < predicate.i):
            return False
        return _put(part, filled, found)
    if part.kind == "prep":
        for holder in (*((filled.target,) if filled.target is not None else ()), *reversed(holders)):
            for preposition, inner in _phrases(holder):
                if preposition.lower_ in part.words and (not part.nouns or inner.lemma_.lower() in part.nouns):
                    filled.words.append(preposition)
                    holders.append(inner)
                    return _put(part, filled, inner)
        return False
    return _clause(part, filled, holders)


def _called(predicate: Token) -> Token | None:
    """What somebody is called or made: "a liar" in "called him a liar"."""
    return next((c for c in predicate.rights if c.dep_ == "oprd"), None) if predicate.pos_ == "VERB" else None


def _put(part: Part, filled: Fit, token: Token) -> bool:
    if part.slot == "TARGET":
        filled.target = token
    elif part.slot == "SOURCE":
        filled.source = token
    elif part.slot == "ISSUE":
        filled.issue = token
    return True


def _object(predicate: Token, indirect: bool = False) -> Token | None:
    """The object, of two the indirect or the direct one; for nouns and adjectives there is none."""
    if predicate.pos_ not in ("VERB", "AUX"):
        return None
    found = direct_object(predicate)
    if found is not None and found.dep_ in ("dative", "dobj"):
        wanted = "dative" if indirect else "dobj"
        found = next((c for c in predicate.children if c.dep_ == wanted and c.pos_ != "ADP"), found)
    if found is None:
        found = next(
            (c for c in predicate.children if c.dep_ in ("oprd", "attr") and c.pos_ in ("NOUN", "PROPN")), None
        )
    if found is None:
        # "favours freezing the line": a gerund stands where an object would.
        found = next((c for c in predicate.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
    return found


def _phrases(holder: Token) -> Iterator[tuple[Token, Token]]:
    """Prepositions of the holder with what stands after them."""
    passive = holder.pos_ == "VERB" and is_passive(holder)
    if holder.pos_ == "ADP":
        for inner in holder.children:
            if inner.dep_ in ("pobj", "pcomp"):
                yield holder, inner
    for child in holder.children:
        if child.dep_ in ("prep", "dative", "prt", "agent", "advmod") and not (passive and child.lower_ == "by"):
            if child.i < holder.i or any(c.ent_type_ in ("DATE", "TIME") for c in child.children):
                continue
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield child, inner
                elif inner.dep_ == "prep":
                    for innermost in inner.children:
                        if innermost.dep_ in ("pobj", "pcomp"):
                            yield inner, innermost


def _clause(part: Part, filled: Fit, holders: list[Token]) -> bool:
    seen = list(holders)
    if (noun := _object(filled.predicate)) is not None and noun not in seen and noun.i > filled.predicate.i:
        seen.append(noun)
    for holder in seen:
        for child in holder.children:
            if child.dep_ not in CLAUSES or child.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            if is_infinitive(child) != (part.mark == "to") or not _kind_fits(part, child):
                continue
            if part.mark == "that" and not _is_that_clause(child, holder):
                continue
            if part.mark == "to" and child.i < filled.predicate.i:
                continue
            filled.clause = filled.issue = child
            return True
    return False


def _is_that_clause(clause: Token, holder: Token) -> bool:
    if holder.pos_ in ("VERB", "AUX", "ADJ"):
        return clause.dep_ == "ccomp" and clause.tag_ != "VBG"
    return clause.dep_ in ("acl", "relcl", "ccomp") and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in clause.children
    )


def _kind_fits(part: Part, clause: Token) -> bool:
    if not part.words:
        return True
    if part.words == {"must"}:
        return is_wish(clause)
    if part.words == {"deny"}:
        return any(
            c.dep_ == "neg" or (c.dep_ in ("attr", "nsubj", "dobj", "nsubjpass") and _has_no(c))
            for c in clause.children
        )
    return clause.lemma_.lower() in part.words


def _has_no(noun: Token) -> bool:
    return noun.lower_ in ("nothing", "nobody", "none") or any(
        c.lower_ == "no" and c.dep_ == "det" for c in noun.children
    )


def is_wish(clause: Token) -> bool:
    """Whether a clause says what ought to be: with must or should, or in the subjunctive ("that it be halted")."""
    auxiliaries = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in MUST for a in auxiliaries) or clause.lemma_ == "need":
        return True
    if any(a.lower_ == "be" for a in auxiliaries) and not any(a.tag_ in ("MD", "TO") for a in auxiliaries):
        return True
    return (
        clause.tag_ in ("VB", "VBP")
        and not auxiliaries
        and any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("NN", "NNP") for c in clause.children)
    )
