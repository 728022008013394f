"""Where something was said or posted, as the words around a cue tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.lexicon import cues
from parley.annotate.statements.outlets import carriers_in, lexicon, lists, platform_in
from parley.annotate.statements.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACING = frozenset(
    {"in", "at", "during", "on", "via", "through", "over", "from", "before", "to", "for", "with", "into"}
)
_DETERMINER = re.compile(
    r"(?:an?|the|this|that|his|her|its|their|another|one|separate|brief|daily|regular|latest|recent|new|later|earlier|own"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[’']s)?(?:\s(?:morning|afternoon|evening|night))?)\s+",
    re.I,
)
_KNOWN = re.compile(r"(?:the|that|this|his|her|their|its|same)\s", re.I)
_ANSWERS = ("quote", "clause", "clause-before", "parenthetical")
_BIDDING = ("raise", "inf", "passive-inf", "count")
_FAR_VERBS = frozenset({"reach", "contact", "interview", "ask", "speak", "tell", "question", "say"})
_SEVERAL = frozenset({"pair", "series", "string", "flurry", "couple", "number", "set", "barrage", "burst", "round"})


@dataclass(frozen=True, slots=True)
class Channel:
    """Where something was said. `known` if the words take it as told before ("in the interview", "his Monday post")."""

    name: str
    kind: str
    known: bool = False


def channel_of(page: Page, attribution: Attribution, zone: list[Range]) -> Channel | None:
    """Where it was said, from the words of the cue's own clause (`zone`), or None where they do not tell."""
    tokens = [t for part in zone for t in page.tokens[part[0] : part[1]]]
    platform = platform_in(page, tokens)
    if platform is None and attribution.frame in _ANSWERS:
        verbs = (attribution.anchor, *islice(attribution.anchor.ancestors, 2))  # "tweeted a picture, saying …"
        platform = next(
            (p for v in verbs if (p := lexicon()["verbs"].get(v.lemma_.lower())) and v.pos_ == "VERB"), None
        )
    if platform is not None:
        return Channel(str(platform), "post")
    occasion = occasion_in(page, attribution, tokens)
    posted = occasion is None or occasion.kind == "post"
    if posted and any(word in _text(page, zone) for word in lists()["social"]):
        return Channel("social media", "post")
    return (
        occasion
        or _speaking(page, attribution, tokens)
        or _addressee(page, attribution)
        or _broadcast(page, attribution, tokens)
        or _afar(page, attribution, tokens)
        or _document(page, attribution)
    )


def _text(page: Page, zone: list[Range]) -> str:
    return " ".join(
        page.text[page.starts[a] : page.starts[b - 1] + len(page.tokens[b - 1])] for a, b in zone if b > a
    ).lower()


def occasion_in(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    """The occasion that a noun among the tokens names ("in an interview with …", "at a briefing"), if one does."""
    occasions, posts = lists()["occasions"], lists()["posts"]
    held = {t.i for t in tokens}
    best: Channel | None = None
    for token in tokens:
        lemma = token.lemma_.lower()
        if lemma == "mail" and page.text[max(0, token.idx - 2) : token.idx].lower() == "e-":
            lemma = "e-mail"
        if lemma not in occasions or token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in ("pobj", "dobj", "conj"):
            continue
        if not _placed(_of_several(token), attribution):
            continue
        words = _phrase(page, token, held)
        kind = "post" if lemma in posts else lemma
        known = bool(_KNOWN.match(words)) and " with " not in words
        name = "e-mail" if lemma == "e-mail" else _bare(words)
        if lemma == "interview":
            carriers = [] if " with " in name else carriers_in(page, [(t.i, t.i + 1) for t in tokens])
            return Channel(f"interview with {carriers[0]}", kind) if carriers else Channel(name, kind, known)
        best = best or Channel(name, kind, known)
    return best


def _of_several(token: Token) -> Token:
    """The word on which "a pair of …", "a series of …" hangs, for such a noun; else the noun."""
    head = token.head
    if head.lower_ == "of" and head.head.lemma_.lower() in _SEVERAL:
        return head.head
    return token


def _placed(token: Token, attribution: Attribution) -> bool:
    """Whether the noun tells where: after "in", "at", "during" … and not as the source of the words."""
    source = attribution.source
    if source is not None and source[0] <= token.i < source[1]:
        return False
    head = token.head
    if head.dep_ == "prep" or head.pos_ == "ADP":
        return head.lower_ in _PLACING
    return head.lemma_ in lists()["giving"]


def _phrase(page: Page, token: Token, held: set[int]) -> str:
    """The noun with what stands before it, and with, to or for whom, in the words of the report."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "to", "for") and child.i == end:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if (
                inner is not None
                and inner.i in held
                and any(t.pos_ == "PROPN" for t in page.tokens[child.i : inner.i + 1])
            ):
                end = inner.i + 1
    while start < end and start not in held:
        start += 1
    return _between(page, start, end)


def _between(page: Page, start: int, end: int) -> str:
    return " ".join(page.text[page.starts[start] : page.starts[end - 1] + len(page.tokens[end - 1])].split())


def _bare(words: str) -> str:
    cut = _DETERMINER.match(words)
    while cut is not None:
        words = words[cut.end() :]
        cut = _DETERMINER.match(words)
    return words


def _speaking(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    """ "Speaking to dockers at the harbour, she said …": to whom, or at what."""
    for token in tokens:
        if token.tag_ == "VBG" and token.lemma_ in lists()["speaking"] and token.i != attribution.anchor.i:
            audience = spoken_to(page, token)
            if audience is not None:
                return audience
    return None


def spoken_to(page: Page, verb: Token) -> Channel | None:
    """To whom, or at what, a verb of speaking says that someone spoke."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "at", "before", "with"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.ent_type_ not in ("GPE", "LOC", "DATE", "TIME", "CARDINAL", "PERSON"):
                return Channel(_bare(_between(page, inner.left_edge.i, _short_end(inner))), "audience")
    return None


def _short_end(noun: Token) -> int:
    """The end of a noun's phrase with its "of …", "at …", "aboard …", and nothing further."""
    end = noun.i + 1
    for child in noun.children:
        if child.dep_ == "prep" and child.i == end and child.lower_ in ("of", "at", "aboard", "outside"):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and any(t.pos_ == "PROPN" for t in noun.doc[child.i : inner.i + 1]):
                end = inner.i + 1
    return end


def _addressee(page: Page, attribution: Attribution) -> Channel | None:
    """The occasion or outlet that the one addressed stands for: "told the court", "told the Riga Forum"."""
    verb = attribution.anchor
    if attribution.frame in _BIDDING:
        return None  # "asked the court to rule": what is wanted of it is not told to it
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "to" and child.i > verb.i:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.lower_ in lists()["told"] | lists()["papers"] | lists()["addressees"]:
                return Channel(_bare(_between(page, inner.left_edge.i, inner.i + 1)), "audience")
        if child.dep_ not in ("dobj", "dative") or not verb.i < child.i <= verb.i + 12:
            continue
        start = max(child.left_edge.i, verb.i + 1)
        if child.lower_ in lists()["addressees"]:
            end = _short_end(child)
            return Channel(_bare(_between(page, start, _place_end(page, verb, end))), "audience")
        if verb.lemma_ != "tell":
            continue
        end = child.i + 1
        while end < len(page.tokens) and page.tokens[end].pos_ == "PROPN":  # "the news agency Marin"
            end += 1
        carriers = carriers_in(page, [(start, end)])
        if carriers:
            return Channel(carriers[0], "interview")
        if child.lower_ in lists()["told"] or (child.pos_ == "PROPN" and _is_body(page, start, child)):
            return Channel(_bare(_between(page, start, child.i + 1)), "interview")
    return None


def _place_end(page: Page, verb: Token, end: int) -> int:
    """Where "reporters" end with the place that follows: "reporters aboard the Meridian"."""
    following = page.tokens[end] if end < len(page.tokens) else None
    if following is None or following.lower_ not in ("aboard", "at", "outside") or following.head.i != verb.i:
        return end
    inner = next((c for c in following.children if c.dep_ == "pobj"), None)
    named = inner is not None and any(t.pos_ == "PROPN" for t in page.tokens[following.i : inner.i + 1])
    return inner.i + 1 if inner is not None and named else end


def _is_body(page: Page, start: int, head: Token) -> bool:
    """Whether the one told is a body of a proper name, as outlets, courts and councils are, and no person or state."""
    kind = page.kind_of((start, head.i + 1))
    if page.tokens[start].lower_ == "the" and head.i == start + 1:  # "told the Gazette": no name of a person goes so
        titled = head.lower_ in cues().people | lists()["titled"] or head.ent_type_ in ("GPE", "LOC", "NORP", "FAC")
        return not titled and kind != "place" and kind != "group"
    return kind == "organisation" or (kind is None and head.ent_type_ == "ORG")


def _broadcast(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    """ "Said on Radio Marin", "said on state television": on whose air."""
    for token in tokens:
        if token.lower_ not in ("on", "over") or token.dep_ != "prep" or token.head.i != attribution.anchor.i:
            continue
        inner = next((c for c in token.children if c.dep_ == "pobj"), None)
        if inner is None:
            continue
        carriers = carriers_in(page, [(token.i + 1, inner.i + 1)])
        if carriers:
            return Channel(carriers[0], "broadcast")
        if inner.lower_ in lists()["aired"]:
            return Channel(_bare(_between(page, inner.left_edge.i, inner.i + 1)), "broadcast")
    return None


def _document(page: Page, attribution: Attribution) -> Channel | None:
    """ "According to a report by the bank", "offered a plan calling for …": the document in which it is said."""
    noun = attribution.subject
    if attribution.frame == "obj":
        noun = page.doc[attribution.content[0][0] : attribution.content[0][1]].root
        if not any(c.dep_ == "acl" and c.tag_ == "VBG" for c in noun.children):
            return None
    if noun is None or noun.lemma_.lower() not in lists()["written"] or noun.i >= len(page.tokens):
        return None
    start = noun.i
    while start > noun.left_edge.i and page.tokens[start - 1].dep_ in ("compound", "amod", "nmod", "nummod", "punct"):
        start -= 1
    return Channel(_bare(_between(page, start, noun.i + 1)), noun.lemma_.lower(), True)


def _afar(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    """ "Reached by telephone, she said …": the means by which one spoke from afar."""
    source = attribution.source or (0, 0)
    for token in (*tokens, *page.tokens[source[0] : source[1]]):
        if token.lower_ in lists()["afar"] and token.head.lower_ in ("by", "via", "over"):
            verb = token.head.head
            if verb.i == attribution.anchor.i or verb.lemma_ in _FAR_VERBS:
                return Channel(token.lower_, "interview")
    return None
