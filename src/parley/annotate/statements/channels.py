"""Where something was said or posted, and who relayed it, as the words around a cue tell it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.page import Page
from parley.model.passages import Span

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
_AFTER_PLATFORM = frozenset({"on", "via", "to", "platform", "called", "over"})
_ANSWERS = ("quote", "clause", "clause-before", "parenthetical")


@dataclass(frozen=True, slots=True)
class Channel:
    """Where something was said. `known` if the words take it as told before ("in the interview", "his Monday post")."""

    name: str
    kind: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Outlets:
    """Names of those who publish: agencies and outlets relay, platforms carry posts; guarded names need a sign."""

    carriers: re.Pattern[str]
    agencies: frozenset[str]
    platforms: re.Pattern[str]
    guarded: frozenset[str]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("parley.annotate.lexicon").joinpath("channels.toml").read_text("utf-8"))


@cache
def lists() -> dict[str, frozenset[str]]:
    """The lists of the lexicon ``channels.toml``."""
    return {key: frozenset(value) for key, value in _words().items() if isinstance(value, list)}


@cache
def _outlets() -> Outlets:
    data = tomllib.loads(files("parley.annotate.lexicon").joinpath("agencies.toml").read_text("utf-8"))
    named = [forms for key in ("agency", "outlet") for forms in data[key]]
    forms = sorted({form for forms in named for form in forms}, key=lambda f: (-len(f), f))
    own = "|".join(map(re.escape, sorted(_words()["outlets"])))
    known = "|".join(map(re.escape, forms))
    carriers = re.compile(rf"(?<!\w)(?:{known}|(?:[A-Z][\w.’'-]{{0,30}}\s){{1,4}}(?:{own}))(?!\w)")
    platforms = sorted({forms[0] for forms in data["platform"]} | {"X", "VK"}, key=lambda f: (-len(f), f))
    return Outlets(
        carriers=carriers,
        agencies=frozenset(form for forms in data["agency"] for form in forms),
        platforms=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, platforms))})(?!\w)"),
        guarded=frozenset(data["guarded"]) | {"X"},
    )


def channel_of(page: Page, attribution: Attribution, zone: list[Range]) -> Channel | None:
    """Where it was said, from the words of the cue's own clause (`zone`), or None where they do not tell."""
    tokens = [t for part in zone for t in page.doc[part[0] : part[1]]]
    platform = platform_in(page, tokens)
    if platform is None and attribution.frame in _ANSWERS:
        platform = _words()["verbs"].get(attribution.anchor.lemma_.lower())
    if platform is not None:
        return Channel(str(platform), "post")
    occasion = _occasion(page, attribution, tokens)
    posted = occasion is None or occasion.kind == "post"
    if posted and any(word in _text(page, zone) for word in lists()["social"]):
        return Channel("social media", "post")
    return occasion or _speaking(page, attribution, tokens) or _addressee(page, attribution)


def _text(page: Page, zone: list[Range]) -> str:
    return " ".join(
        page.text[page.starts[a] : page.starts[b - 1] + len(page.doc[b - 1])] for a, b in zone if b > a
    ).lower()


def platform_in(page: Page, tokens: list[Token]) -> str | None:
    """The first platform among the tokens; a common word counts only where it stands as one."""
    outlets = _outlets()
    for token in tokens:
        if not token.text[0].isupper():
            continue
        match = outlets.platforms.match(page.text, token.idx)
        if match is not None and (match.group() not in outlets.guarded or _beside_platform(token)):
            return match.group()
    return None


def _beside_platform(token: Token) -> bool:
    doc = token.doc
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if after in ("-", "’s", "'s"):
        return False
    return before in _AFTER_PLATFORM or after in ("post", "account", "channel", "posts")


def _occasion(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    occasions, posts = lists()["occasions"], lists()["posts"]
    held = {t.i for t in tokens}
    best: Channel | None = None
    for token in tokens:
        lemma = token.lemma_.lower()
        if lemma not in occasions or token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in ("pobj", "dobj", "conj"):
            continue
        if not _placed(token, attribution):
            continue
        words = _phrase(page, token, held)
        kind = "post" if lemma in posts else lemma
        known = bool(_KNOWN.match(words)) and " with " not in words
        name = _bare(words)
        if lemma == "interview":
            carriers = [] if " with " in name else carriers_in(page, [(t.i, t.i + 1) for t in tokens])
            return Channel(f"interview with {carriers[0]}", kind) if carriers else Channel(name, kind, known)
        best = best or Channel(name, kind, known)
    return best


def _placed(token: Token, attribution: Attribution) -> bool:
    """Whether the noun tells where: after "in", "at", "during" … and not as the source of the words."""
    source = attribution.source
    if source is not None and source[0] <= token.i < source[1]:
        return False
    head = token.head
    if head.dep_ == "prep" or head.pos_ == "ADP":
        return head.lower_ in _PLACING
    return head.lemma_ in ("give", "hold", "write", "address", "issue", "post", "deliver", "publish", "release", "host")


def _phrase(page: Page, token: Token, held: set[int]) -> str:
    """The noun with what stands before it, and with, to or for whom, in the words of the report."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "to", "for") and child.i == end:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if (
                inner is not None
                and inner.i in held
                and any(t.pos_ == "PROPN" for t in page.doc[child.i : inner.i + 1])
            ):
                end = inner.i + 1
    while start < end and start not in held:
        start += 1
    return _between(page, start, end)


def _between(page: Page, start: int, end: int) -> str:
    return " ".join(page.text[page.starts[start] : page.starts[end - 1] + len(page.doc[end - 1])].split())


def _bare(words: str) -> str:
    cut = _DETERMINER.match(words)
    while cut is not None:
        words = words[cut.end() :]
        cut = _DETERMINER.match(words)
    return words


def _speaking(page: Page, attribution: Attribution, tokens: list[Token]) -> Channel | None:
    """ "Speaking to dockers at the harbour, she said …": to whom, or at what."""
    for token in tokens:
        if token.tag_ != "VBG" or token.lemma_ not in lists()["speaking"] or token.i == attribution.anchor.i:
            continue
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("to", "at", "before", "with"):
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None and inner.ent_type_ not in ("GPE", "LOC", "DATE", "TIME", "CARDINAL"):
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
    for child in verb.children:
        if child.dep_ not in ("dobj", "dative") or not verb.i < child.i <= verb.i + 12:
            continue
        start = max(child.left_edge.i, verb.i + 1)
        if child.lower_ in lists()["addressees"]:
            end = _short_end(child)
            following = page.doc[end] if end < len(page.doc) else None
            if following is not None and following.lower_ in ("aboard", "at", "outside") and following.head.i == verb.i:
                inner = next((c for c in following.children if c.dep_ == "pobj"), None)
                end = inner.i + 1 if inner is not None and inner.pos_ == "PROPN" else end
            return Channel(_bare(_between(page, start, end)), "audience")
        carriers = carriers_in(page, [(start, child.i + 1)])
        if carriers and verb.lemma_ == "tell":
            return Channel(carriers[0], "interview")
    return None


def carriers_in(page: Page, zone: list[Range]) -> list[str]:
    """The agencies and outlets named in the ranges, as written, in order and once each."""
    outlets = _outlets()
    found: list[str] = []
    for start, end in zone:
        for at in range(start, end):
            token = page.doc[at]
            if token.text[0].isupper() and not (at > start and page.doc[at - 1].text[0].isupper()):
                name = _carrier(page, at, outlets)
                if name is not None and name not in found:
                    found.append(name)
    return found


def _carrier(page: Page, at: int, outlets: Outlets) -> str | None:
    for place in (at, at + 1) if page.doc[at].lower_ == "the" and at + 1 < len(page.doc) else (at,):
        match = outlets.carriers.match(page.text, page.starts[place])
        if match is not None and (match.group() not in outlets.guarded or _is_outlet(page, place)):
            return match.group()
    return None


def outlet_at(page: Page, part: Range) -> Span | None:
    """Where the range names an outlet."""
    outlets = _outlets()
    for at in range(*part):
        match = outlets.carriers.match(page.text, page.starts[at]) if page.doc[at].text[0].isupper() else None
        if match is not None and match.end() <= page.starts[part[1] - 1] + len(page.doc[part[1] - 1]):
            return Span(match.start(), match.end())
    return None


def _is_outlet(page: Page, at: int) -> bool:
    """Whether a short or common name stands as an outlet does: told something, or telling it."""
    token = page.doc[at]
    return token.dep_ in ("dobj", "dative", "nsubj", "pobj", "agent") and len(token.text) > 1


def outlet_of(words: str) -> str | None:
    """The outlet that these words name, as written, or None."""
    outlets = _outlets()
    for bare in (words, words[4:] if words.lower().startswith("the ") else words):
        if outlets.carriers.fullmatch(bare):
            return bare
    return None


def relays(words: str) -> bool:
    """Whether these words name one whose trade is to relay others' words: a news agency, "state media"."""
    bare = words[4:] if words.lower().startswith("the ") else words
    last = bare.split()[-1].lower() if bare.split() else ""
    return bare in _outlets().agencies or words in _outlets().agencies or last in lists()["agencies"]
