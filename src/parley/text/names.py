"""Names as strings: folding of spellings, and how alike two forms are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|rev|hon|president|sen|rep|gov|gen)\.?\s+)+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
WORD = re.compile(r"\w+(?:['’\-]\w+)*\.?(?:\w\.)*", re.UNICODE)
INITIAL = re.compile(r"^\w\.?$")
ARTICLE = re.compile(r"^(?:al|el|ad|ed|an|ar|as|ash|at|az)-(?=\w{3})")
"""The Arabic article before a surname, which one report writes and another leaves out."""

# Romanisations of Slavic names differ in regular ways (BGN/PCGN, ISO 9, national systems, press usage); each pair
# maps the variants to one spelling, applied in order to the lower-cased, unaccented token.
_SLAVIC = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"['’ʼ`]", ""),
        (r"^ie|^ye", "e"),
        (r"^iu|^yu", "u"),
        (r"^ia|^ya", "a"),
        (r"(?:ii|iy|yi|yy|ij|yj|ey|ei|iyy|y|i)$", "i"),
        (r"shch", "sc"),
        (r"kh", "h"),
        (r"zh", "j"),
        (r"(?:tz|ts|cz)", "c"),
        (r"sz", "s"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"(?<=[aeou])[yj](?=[aeiou])", "i"),
        (r"iy|yi|ij|y", "i"),
        (r"i(?=[aeou])", ""),
        (r"g", "h"),
        (r"(.)\1", r"\1"),
    )
]


def plain(text: str) -> str:
    """Lower case, without accents, quotation marks or full stops: how two forms are first compared."""
    if text.isascii():
        return text.replace(".", "").lower().strip()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.replace("’", "'").replace(".", "").casefold().strip()


def without_possessive(text: str) -> str:
    """The form without a closing 's or apostrophe."""
    return POSSESSIVE.sub("", text)


def without_honorific(text: str) -> str:
    """The form without courtesy titles before it."""
    return HONORIFIC.sub("", text) or text


def tokens(text: str) -> tuple[str, ...]:
    """The words of a name, lower-cased and unaccented, full stops dropped; hyphens stay."""
    return tuple(plain(w) for w in WORD.findall(text))


@lru_cache(maxsize=20_000)
def fold(token: str) -> str:
    """One spelling for the romanisations of a Slavic name: Sergei, Sergey and Serhiy become one string."""
    folded = ARTICLE.sub("", plain(token))
    for pattern, to in _SLAVIC:
        folded = pattern.sub(to, folded)
    return folded


@lru_cache(maxsize=50_000)
def alike(a: str, b: str) -> float:
    """How alike two single tokens are, 0 to 1: Jaro-Winkler, of the plain or of the folded spellings, the larger."""
    plain_a, plain_b = ARTICLE.sub("", plain(a)), ARTICLE.sub("", plain(b))
    if plain_a == plain_b:
        return 1.0
    return max(JaroWinkler.similarity(plain_a, plain_b), JaroWinkler.similarity(fold(a), fold(b)))


def least_alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The similarity of the least similar pair of tokens, both names read from the last token back.

    A shared first or last name alone does not make two people one, so the weakest token decides. An initial is as
    good as the name it begins. Names of different length are compared over the shorter, outer tokens first:
    surname with surname, given name with given name.
    """
    if not a or not b or _middles_differ(a, b):
        return 0.0
    scores = [alike(a[-1], b[-1])]
    if len(a) > 1 and len(b) > 1:
        first_a, first_b = a[0], b[0]
        if INITIAL.match(first_a) or INITIAL.match(first_b):
            scores.append(1.0 if first_a[:1] == first_b[:1] else 0.0)
        else:
            scores.append(given_alike(first_a, first_b))
    return min(scores)


def given_alike(a: str, b: str) -> float:
    """How alike two given names are; none at all where the last letter makes a man's name a woman's: Carlo, Carla."""
    short, long = sorted((plain(a), plain(b)), key=len)
    pair = {short[-1:], long[-1:]} == {"a", "o"} and short[:-1] == long[:-1]
    return 0.0 if pair or long == short + "a" else alike(a, b)


def _middles_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle initials, and not the same: "Ann C. Rowe" is not "Ann P. Rowe"."""
    if len(a) != 3 or len(b) != 3 or max(len(a[1]), len(b[1])) > 2:
        return False
    return a[1] != b[1] and not (a[1][:1] == b[1][:1] and len(a[1]) != len(b[1]))


def is_short_for(short: str, full: str) -> bool:
    """Whether the one is the initials of the other: "IAEA", "I.A.E.A."."""
    letters = short.replace(".", "")
    return short.isupper() and 2 < len(letters) < 8 and initials(full) == letters


def initials(text: str) -> str:
    """The capital initials of a name's words: ``IAEA`` for International Atomic Energy Agency."""
    return "".join(w[0] for w in re.findall(r"\w+", text) if w[0].isupper())
