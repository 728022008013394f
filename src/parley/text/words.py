"""Words of news English as they are compared: offsets kept, outlet style folded away."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from parley.text.spelling import fold_spelling

GAP = "…"
"""The form of a mark that says words were left out: dots, with or without brackets."""

_TOKEN = re.compile(
    r"(?P<gap>\[\s*(?:…|\.{3,}|\. \. \.)\s*\]|\(\s*(?:…|\.{3,}|\. \. \.)\s*\)|…|\.{3,}|\. \. \.)"
    r"|(?P<fitted>\[[^\W\d_]{1,3}\][^\W\d_]+|[^\W\d_]+\[[^\W\d_]{1,4}\])"
    r"|(?P<money>[$€£¥]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|billion|trillion|thousand|mn|bn|tn|k|m|b)\b)?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)"
    r"|(?P<sign>[%$€£₤¥&])"
)
_EDITED = re.compile(r"\[[^\[\]]{0,200}\]")
_ASIDE = re.compile(r"\[[^\[\]]{0,200}\]|\([^()]{0,60}\)")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "'d", "'s": "'s", "'em": "them"}
_NEGATED = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_MONEY = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion", "tn": "trillion"}
_SIGNS = {"%": "percent", "&": "and", "$": "$", "€": "€", "£": "£", "₤": "£", "¥": "¥"}
_LONGEST_STEM = 6
_SUFFIXES = (
    *(("ies", 5), ("ied", 5), ("ing", 6), ("ed", 5), ("ments", 8), ("ment", 7), ("ence", 8), ("ent", 8), ("al", 7)),
    *(("es", 6), ("s", 4), ("ly", 6)),
)
"""Endings and the least length of a word that they are taken off."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text at [start, end): `form` is what it is compared by, `bracketed` whether [so] printed."""

    start: int
    end: int
    form: str
    bracketed: bool = False

    @property
    def is_gap(self) -> bool:
        return self.form == GAP


def split_words(text: str, asides: bool = False) -> list[Word]:
    """The words of `text` in order, contractions parted ("we'll": we, will) and gaps kept as words of form `GAP`.

    Words in square brackets are an editor's; with `asides`, those in short round brackets are taken for his too.
    Forms are free of case, accents, marks and outlet spelling (American, number words as digits, "10:00" as 10).
    """
    marked = "[" in text or (asides and "(" in text)
    edited = [m.span() for m in (_ASIDE if asides else _EDITED).finditer(text)] if marked else []
    at = 0
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        while at < len(edited) and edited[at][1] <= start:
            at += 1
        bracketed = match.lastgroup == "fitted" or (at < len(edited) and edited[at][0] <= start)
        for first, last, form in _forms(match.group(), match.lastgroup or "word"):
            found.append(Word(start + first, start + last, form, bracketed))
    return found


@lru_cache(maxsize=50_000)
def _forms(token: str, kind: str) -> tuple[tuple[int, int, str], ...]:
    size = len(token)
    if kind == "gap":
        return ((0, size, GAP),)
    if kind == "number":
        plain = token.replace(",", "")
        return ((0, size, plain[:-3] if plain.endswith(":00") else plain),)
    if kind == "money":
        figure = re.match(r"[\d.,]+", token[1:].lstrip())
        number = figure.group().rstrip(".,") if figure else ""
        scale = token[1:].lstrip()[len(number) :].strip().lower()
        said = [number.replace(",", ""), *([_SCALES.get(scale, scale)] if scale else []), _MONEY[token[0]]]
        return tuple((0, size, form) for form in said)
    if kind == "sign":
        return ((0, size, _SIGNS[token]),)
    if kind == "fitted":  # "[T]he" is "the"; of "want[ed]" only "want" was said
        kept = token.replace("[", "").replace("]", "") if token[0] == "[" else token[: token.index("[")]
        return ((0, size, _plain(fold(kept))),)
    low = fold(token).translate(_APOSTROPHES)
    if kind == "initials":
        return ((0, size, low.replace(".", "")),)
    if len(low) != size:  # folding changed the length ("ß"): its parts can no longer be placed
        return ((0, size, low.replace("'", "")),)
    if low in _NEGATED:
        cut = size - (3 if low == "cannot" else 2)
        return ((0, cut, _NEGATED[low]), (cut, size, "not"))
    if low.endswith("n't"):
        return ((0, size - 3, _plain(low[:-3])), (size - 3, size, "not"))
    at = low.rfind("'")
    if at > 0 and low[at:] in _ENDINGS:
        return ((0, at, _plain(low[:at])), (at, size, _ENDINGS[low[at:]]))
    return ((0, size, _plain(low.replace("'", ""))),)


def _plain(low: str) -> str:
    return _lexicon().plain.get(low) or fold_spelling(low)


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """`text` without case and accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def content_stems(words: Iterable[Word]) -> list[str]:
    """The stems of the words that carry content, in order."""
    return [stem(w.form) for w in words if is_content(w.form)]


def is_negative(form: str) -> bool:
    """Whether a form turns yes into no by itself ("not", "never")."""
    return form in _lexicon().sets["negative"]


def qualifier(form: str) -> str | None:
    """What kind of word a sentence cannot lose without its sense being at risk; None for other words."""
    kinds = (("negation", is_negative(form)), ("condition", form in _lexicon().sets["conditions"]))
    more = (("contrast", form in _lexicon().sets["contrasts"]), ("hedge", form in _lexicon().sets["hedges"]))
    return next((kind for kind, true in (*kinds, *more) if true), None)


def is_collective(form: str) -> bool:
    """Whether a form stands for speakers without naming their body ("officials", "a spokesman")."""
    return form in _lexicon().sets["collectives"]


def is_pronoun(text: str) -> bool:
    """Whether a source is given by a pronoun alone ("he", "which"), so that whom it means was only concluded."""
    words = split_words(text[:40])
    return bool(words) and words[0].form in _lexicon().sets["pronouns"]


def is_bare_pronoun(text: str) -> bool:
    """Whether a source is a pronoun and nothing else; "those close to the talks" is more than that."""
    words = split_words(text[:40])
    return len(words) == 1 and words[0].form in _lexicon().sets["pronouns"] | _lexicon().sets["objects"]


def is_reversing(form: str) -> bool:
    """Whether a form turns what it governs into its opposite: a negative, or a word such as "rejected"."""
    return form in _lexicon().sets["negative"] or form in _lexicon().sets["reversing"]


@cache
def is_content(form: str) -> bool:
    """Whether a form is a word of content: no function word, no gap, no lone letter."""
    return form != GAP and form not in _lexicon().sets["function"] and (len(form) > 1 or form.isdigit())


@lru_cache(maxsize=100_000)
def stem(form: str) -> str:
    """A crude stem: endings stripped, six letters kept, so that "Ukrainian" meets "Ukraine" and "killing" "kills".

    Truncation to a fixed length does for English what longer rules do when stems only propose and never decide
    (McNamee, Nicholas and Mayfield 2009, "Addressing morphological variation in alphabetic languages").
    """
    if not form.isalpha():
        return form
    form = _lexicon().demonyms.get(form, form)
    if form.startswith("non") and len(form) >= 9:
        form = form[3:]
    for ending, least in _SUFFIXES:
        if form.endswith(ending) and len(form) >= least and not form.endswith("ss"):
            form = form[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if form.endswith(("ean", "ian")) and len(form) >= 6:
        form = form[:-1]
    if len(form) > 4 and form[-1] == form[-2] and form[-1] not in "lse":
        form = form[:-1]
    return form[:_LONGEST_STEM].removesuffix("e") if len(form) > 3 else form


class _Lexicon(NamedTuple):
    sets: dict[str, frozenset[str]]
    plain: dict[str, str]
    demonyms: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    plain = {word: str(value) for value, word in enumerate(data.pop("units").split())}
    plain |= {word: str(10 * tens) for tens, word in enumerate(data.pop("tens").split(), 3)}
    plain |= data.pop("short")
    demonyms = data.pop("demonyms")
    return _Lexicon({name: frozenset(words.split()) for name, words in data.items()}, plain, demonyms)
