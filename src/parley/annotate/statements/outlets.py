"""Those who publish what others say: agencies, outlets and platforms, as the words around a cue name them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from parley.annotate.statements.draft import Range
from parley.annotate.statements.page import Page
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER_PLATFORM = frozenset({"on", "via", "to", "platform", "called", "over"})
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Outlets:
    """Names of those who publish: agencies and outlets relay, platforms carry posts; guarded names need a sign."""

    carriers: re.Pattern[str]
    agencies: frozenset[str]
    platforms: re.Pattern[str]
    guarded: frozenset[str]


@cache
def lexicon() -> dict[str, Any]:
    """The lexicon ``channels.toml``."""
    return tomllib.loads(files("parley.annotate.lexicon").joinpath("channels.toml").read_text("utf-8"))


@cache
def lists() -> dict[str, frozenset[str]]:
    """The lists of the lexicon ``channels.toml``."""
    return {key: frozenset(value) for key, value in lexicon().items() if isinstance(value, list)}


@cache
def _outlets() -> Outlets:
    data = tomllib.loads(files("parley.annotate.lexicon").joinpath("agencies.toml").read_text("utf-8"))
    named = [forms for key in ("agency", "outlet") for forms in data[key]]
    forms = sorted({form for forms in named for form in forms}, key=lambda f: (-len(f), f))
    own, first = ("|".join(map(re.escape, sorted(lexicon()[key]))) for key in ("outlets", "outlets_first"))
    known = "|".join(map(re.escape, forms))
    led = rf"(?:{first})(?:\s(?:[A-Z][\w.’'-]{{1,30}}|\d{{1,3}})){{1,2}}"
    carriers = re.compile(rf"(?<!\w)(?:{known}|(?:[A-Z][\w.’'-]{{0,30}}\s){{1,4}}(?:{own})|{led})(?!\w)")
    platforms = sorted({forms[0] for forms in data["platform"]} | {"X", "VK"}, key=lambda f: (-len(f), f))
    return Outlets(
        carriers=carriers,
        agencies=frozenset(form for forms in data["agency"] for form in forms),
        platforms=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, platforms))})(?!\w)"),
        guarded=frozenset(data["guarded"]) | {"X"},
    )


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


def carriers_in(page: Page, zone: list[Range]) -> list[str]:
    """The agencies and outlets named in the ranges, as written, in order and once each."""
    outlets = _outlets()
    found: list[str] = []
    for start, end in zone:
        for at in range(start, end):
            token = page.tokens[at]
            name = None
            if token.text[0].isupper() and not (at > start and page.tokens[at - 1].text[0].isupper()):
                name = _carrier(page, at, outlets)
            elif token.lower_ in lists()["papers"]:
                name = _named_beside(page, at, (start, end))
            if name is not None and name not in found:
                found.append(name)
    return found


def _carrier(page: Page, at: int, outlets: Outlets) -> str | None:
    for place in (at, at + 1) if page.tokens[at].lower_ == "the" and at + 1 < len(page.tokens) else (at,):
        match = outlets.carriers.match(page.text, page.starts[place])
        if match is not None and (match.group() not in outlets.guarded or _is_outlet(page, place)):
            return match.group()
    return None


def _named_beside(page: Page, at: int, within: Range) -> str | None:
    """The outlet that a common noun goes with: "the newspaper Norden", "the state agency Marin", "Norden newspaper"."""
    doc = page.tokens
    noun = doc[at]
    if noun.lower_ in lists()["papers_of"] and (at == 0 or doc[at - 1].lower_ not in lists()["paper_kinds"]):
        return None  # of agencies and channels, only those that a word before makes ones of news
    high = at + 1
    while high < min(within[1], at + 1 + _LONGEST_NAME) and _names(doc[high]):
        high += 1
    if high > at + 1:
        last = doc[high - 1]
        return page.text[doc[at + 1].idx : last.idx + len(last)]
    end = at - 1 if doc[at - 1].lower_ in lists()["paper_kinds"] else at
    low = end
    while low > max(within[0], end - _LONGEST_NAME) and _names(doc[low - 1]) and doc[low - 1].ent_type_ != "NORP":
        low -= 1
    if low == end or doc[low].ent_type_ in ("GPE", "LOC"):
        return None
    return page.text[doc[low].idx : doc[end - 1].idx + len(doc[end - 1])]


def _names(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def outlet_at(page: Page, part: Range) -> Span | None:
    """Where the range names an outlet."""
    outlets = _outlets()
    for at in range(*part):
        match = outlets.carriers.match(page.text, page.starts[at]) if page.tokens[at].text[0].isupper() else None
        if match is not None and match.end() <= page.starts[part[1] - 1] + len(page.tokens[part[1] - 1]):
            return Span(match.start(), match.end())
    return None


def _is_outlet(page: Page, at: int) -> bool:
    """Whether a short or common name stands as an outlet does: told something, or telling it."""
    token = page.tokens[at]
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
