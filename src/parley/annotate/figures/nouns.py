"""The noun that a number belongs to, and its phrase in the report's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.figures.clauses import NOUNS, few, tied_on

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = frozenset(
    {"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "advmod", "predet", "det", "poss", "dep", "punct"}
)

_DROPPED = frozenset({"DET", "NUM", "PUNCT", "SPACE", "SYM"})

_KEPT_DEPS = frozenset({"amod", "compound", "nmod", "advmod", "hyph"})


_BOUNDING = frozenset(
    {"at", "least", "most", "than", "about", "some", "nearly", "around", "up", "to", "almost", "roughly"}
)
"""Words of a bound before another number of the same phrase: "*at least* four people"."""


def noun_right(doc: Doc, root: Token, first: int, last: int) -> tuple[Token | None, int]:
    """The noun that the amount modifies: "nine *people*", "30-day *ceasefire*", "half the *condos*"."""
    at = root
    for _ in range(6):
        head = at.head
        if head.i == at.i or at.dep_ not in _INSIDE:
            break
        at = head
        if at.i > last and at.pos_ in NOUNS:
            while (
                at.dep_ in ("compound", "nmod") and at.head.i > at.i and at.head.pos_ in NOUNS and at.head.i - at.i < 4
            ):
                at = at.head
            return tied_on(at), tied_on(at).i
    if root.i >= first and root.dep_ in ("nummod", "quantmod") and root.head.i > last and root.head.pos_ in NOUNS:
        return tied_on(root.head), tied_on(root.head).i
    return _noun_next(doc, last)


def _noun_next(doc: Doc, last: int) -> tuple[Token | None, int]:
    """Where the parse lost the number: a plural noun right behind it, adjectives between; or "an 89 percent *cut*"."""
    article = next((t for t in reversed(doc[max(0, last - 4) : last]) if t.lower_ in ("a", "an")), None)
    behind = doc[last + 1] if last + 1 < len(doc) else None
    nouns = behind is not None and behind.tag_ in ("VBN", "VB", "NN", "VBD")
    if article is not None and behind is not None and nouns and _only_amount(doc, article.i + 1, last):
        return behind, behind.i
    for token in doc[last + 1 : last + 5]:
        if token.tag_ in ("NNS", "NNPS"):
            return token, token.i
        if (token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.tag_ != "VBN") or (
            token.tag_ == "NNP" and not token.is_title
        ):
            break
    return None, last


def _only_amount(doc: Doc, first: int, last: int) -> bool:
    """Whether nothing but the amount stands in the stretch."""
    return all(t.like_num or t.pos_ in ("NUM", "SYM", "PUNCT", "NOUN", "ADV") for t in doc[first : last + 1])


def noun_of(doc: Doc, first: int, last: int) -> tuple[Token | None, int]:
    """The noun behind "of": "dozens of *people*", "600 tons of *oil*", "two of those *tankers*"."""
    for token in doc[first : last + 1]:
        for child in few(token.rights):
            if child.i > last and child.lower_ == "of":
                noun = next((t for t in few(child.rights) if t.dep_ == "pobj"), None)
                if noun is not None:
                    return tied_on(noun), tied_on(noun).i
    nxt = doc[last + 1] if last + 1 < len(doc) else None
    if nxt is not None and nxt.lower_ == "of":
        noun = next((t for t in few(nxt.rights) if t.dep_ == "pobj"), None)
        if noun is not None and noun.i - last < 12:
            return tied_on(noun), tied_on(noun).i
    return None, last


def phrase(noun: Token) -> tuple[int, int]:
    """The first and last token of a noun with what stands before it and a short "of" phrase behind it."""
    first = last = noun.i
    for child in few(noun.lefts):
        if child.dep_ in _KEPT_DEPS | {"det", "poss", "nummod"}:
            first = min(first, child.left_edge.i)
    for child in few(noun.rights):
        if child.lower_ == "of" and child.right_edge.i - child.i <= 7 and child.i - last <= 1:
            last = _trim(noun.doc, child)
    return first, last


def _trim(doc: Doc, preposition: Token) -> int:
    """The end of an "of" phrase, without relative clauses and further attachments."""
    noun = next((t for t in few(preposition.rights) if t.dep_ == "pobj"), None)
    if noun is None:
        return preposition.i - 1
    last = tied_on(noun).i
    for child in few(noun.rights):
        if (
            child.dep_ in ("conj", "cc")
            and child.right_edge.i - last <= 4
            and not any(t.like_num for t in child.subtree)
        ):
            last = child.right_edge.i
    return last


def words_of(noun: Token, skip: tuple[int, int]) -> list[str]:
    """The noun with its modifiers in the report's words, without determiners and without the amount itself."""
    first, last = phrase(noun)
    out: list[str] = []
    tied = False
    for token in noun.doc[first : last + 1]:
        if token.text in ("-", "‑") and token.i and not token.nbor(-1).whitespace_ and not token.whitespace_:
            tied = bool(out) and out[-1] == token.nbor(-1).text
            continue
        if skip[0] <= token.i <= skip[1] or token.pos_ in _DROPPED or token.dep_ in ("det", "predet", "poss", "case"):
            continue
        if token.i > noun.i and token.pos_ == "PRON":
            continue
        if token.i < noun.i and token.lower_ in _BOUNDING:
            continue
        out.append(out.pop() + "-" + token.text if tied else token.text)
        tied = False
    return out
