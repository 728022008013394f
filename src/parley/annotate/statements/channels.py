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

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACING = frozenset(
    {"in", "at", "during", "on", "via", "through", "over", "from", "before", "to", "for", "with", "into", "writing"}
)
_DETERMINER = re.compile(
    r"(?:an?|the|this|that|his|her|its|their|another|one|separate|brief|daily|regular|latest|recent|new|later|earlier)\s+",
    re.I,
)
_AFTER_PLATFORM = frozenset({"on", "via", "to", "platform", "called", "over"})


@dataclass(frozen=True, slots=True)
class Outlets:
    """Names of those who publish: agencies and outlets relay, platforms carry posts; guarded names need a sign beside them."""

    carriers: re.Pattern[str]
    platforms: re.Pattern[str]
    guarded: frozenset[str]
    full: dict[str, str]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("parley.annotate.lexicon").joinpath("channels.toml").read_text("utf-8"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in _words().items() if isinstance(value, list)}


@cache
def _outlets() -> Outlets:
    data = tomllib.loads(files("parley.annotate.lexicon").joinpath("agencies.toml").read_text("utf-8"))
    named = [forms for key in ("agency", "outlet") for forms in data[key]]
    full = {form: forms[0] for forms in named for form in forms}
    own = "|".join(map(re.escape, sorted(_words()["outlets"])))
    known = "|".join(map(re.escape, sorted(full, key=lambda f: (-len(f), f))))
    carriers = re.compile(rf"(?<!\w)(?:{known}|(?:[A-Z][\w.’'-]*\s){{1,4}}(?:{own}))(?!\w)")
    platforms = [forms[0] for forms in data["platform"]]
    guarded = frozenset(data["guarded"]) | {"X"}
    listed = "|".join(map(re.escape, sorted({*platforms, "X", "VK"}, key=lambda f: (-len(f), f))))
    return Outlets(carriers, re.compile(rf"(?<!\w)(?:{listed})(?!\w)"), guarded, full)


def channel_of(page: Page, attribution: Attribution, zone: list[Range]) -> str | None:
    """Where it was said, from the words of the cue's own clause (`zone`), or None where they do not tell."""
    tokens = [t for part in zone for t in page.doc[part[0] : part[1]]]
    platform = _platform(page, tokens)
    verb = _words()["verbs"].get(attribution.anchor.lemma_.lower())
    if platform is None and attribution.frame in ("quote", "clause", "clause-before", "parenthetical"):
        platform = verb
    if platform is not None:
        return str(platform)
    occasion = _occasion(page, attribution, tokens)
    if occasion is not None:
        return occasion
    text = " ".join(page.text[page.doc[a].idx : page.doc[b - 1].idx + len(page.doc[b - 1])] for a, b in zone if b > a)
    if any(word in text.lower() for word in _lists()["social"]):
        return "social media"
    return _addressee(page, attribution)


def _platform(page: Page, tokens: list[Token]) -> str | None:
    outlets = _outlets()
    for token in tokens:
        if not token.text[0].isupper():
            continue
        match = outlets.platforms.match(page.text, token.idx)
        if match is None:
            continue
        name = match.group()
        if name not in outlets.guarded or _beside_platform(token):
            return "X" if name == "X" else name
    return None


def _beside_platform(token: Token) -> bool:
    before = [token.nbor(-k).lower_ for k in (1, 2) if token.i - k >= 0]
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if after in ("-", "’s", "'s") or (token.text != "X" and token.ent_type_ == "PERSON"):
        return False
    return bool(before) and (before[0] in _AFTER_PLATFORM or after in ("post", "account", "channel", "posts"))


def _occasion(page: Page, attribution: Attribution, tokens: list[Token]) -> str | None:
    lists = _lists()
    held = {t.i for t in tokens}
    best: str | None = None
    for token in tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in lists["occasions"]:
            continue
        if token.dep_ not in ("pobj", "dobj", "conj") or not _placed(token, attribution):
            continue
        phrase = _phrase(page, token, held)
        if token.lemma_.lower() == "interview":
            return phrase if " with " in phrase else _with_outlet(page, tokens, phrase)
        if best is None:
            best = phrase
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
    """The noun with what stands before it, and "with", "to", "by", "of" or "for" whom, in the words of the report."""
    start = token.left_edge.i
    end = token.i + 1
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "to", "for") and child.i == end:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.pos_ == "PROPN" and inner.i in held:
                end = inner.i + 1
    while start < end and start not in held:
        start += 1
    words = page.text[page.doc[start].idx : page.doc[end - 1].idx + len(page.doc[end - 1])]
    words = " ".join(words.split())
    while True:
        cut = _DETERMINER.match(words)
        if cut is None:
            return words
        words = words[cut.end() :]


def _with_outlet(page: Page, tokens: list[Token], phrase: str) -> str:
    carriers = carriers_in(page, [(t.i, t.i + 1) for t in tokens])
    return f"interview with {carriers[0]}" if carriers else phrase


def _addressee(page: Page, attribution: Attribution) -> str | None:
    """The occasion that the one addressed stands for: "told the court", "told reporters", "told the Riga Forum"."""
    for child in attribution.anchor.children:
        if child.dep_ in ("dobj", "dative") and child.i > attribution.anchor.i and child.i - attribution.anchor.i <= 12:
            if child.lower_ in _lists()["addressees"]:
                start = max(child.left_edge.i, attribution.anchor.i + 1)
                words = page.text[page.doc[start].idx : child.idx + len(child)]
                cut = _DETERMINER.match(words)
                return " ".join(words[cut.end() if cut else 0 :].split())
    return None


def carriers_in(page: Page, zone: list[Range]) -> list[str]:
    """The agencies and outlets named in the ranges, by their fullest name, in order and once each."""
    outlets = _outlets()
    found: list[str] = []
    for start, end in zone:
        for at in range(start, end):
            token = page.doc[at]
            if not token.text[0].isupper() or (at > start and page.doc[at - 1].text[0].isupper() and at - 1 >= start):
                continue
            for offset in (
                token.idx,
                *([page.doc[at + 1].idx] if token.lower_ == "the" and at + 1 < len(page.doc) else []),
            ):
                match = outlets.carriers.match(page.text, offset)
                if match is None or (match.group() in outlets.guarded and not _is_outlet(page, at)):
                    continue
                name = outlets.full.get(match.group(), match.group())
                if name not in found:
                    found.append(name)
                break
    return found


def _is_outlet(page: Page, at: int) -> bool:
    """Whether a short or common name stands as an outlet does: told something, or telling it."""
    token = page.doc[at]
    return token.dep_ in ("dobj", "dative", "nsubj", "pobj", "agent") and len(token.text) > 1


def relays(words: str) -> bool:
    """Whether a source is one that relays others' words: a news agency, an outlet, "state media"."""
    outlets = _outlets()
    bare = words[4:] if words.lower().startswith("the ") else words
    if outlets.carriers.fullmatch(bare) or outlets.carriers.fullmatch(words):
        return True
    last = words.split()[-1].lower() if words.split() else ""
    return last in _lists()["carriers"]
