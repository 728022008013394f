"""A grammar of English numbers: digits, words, their mixtures, fractions and open counts.

Covers what CQE (Almasian et al., 2023) and the AP and Guardian style books list for news: "5,000", "1.5 million", "$1.3bn",
"twenty-eight thousand", "half a million", "two dozen", "one-fifth of", "tens of thousands of", "2½".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parley.text.numbers.words import CROWDS, FEW, GROUPS, MAGNITUDES, PARTS, SCALES, SIGNS, TENS, UNITS

Kind = Literal["digits", "words", "mixed", "crowd", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written (``text[start:end]``) and as understood; `low` equals `high` unless the count is open.

    A fraction is a share of 1. `kind` tells digits from words, because "one" is not always a count and "1" is.
    """

    start: int
    end: int
    low: float
    high: float
    kind: Kind

    @property
    def exact(self) -> bool:
        return self.low == self.high


_UNIT_WORDS = "|".join(sorted([*UNITS, *TENS], key=lambda w: (-len(w), w)))
_SCALE_WORDS = "|".join([*GROUPS, *SCALES])
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:,\d\d)+,\d{3}(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_MAGNITUDE = "|".join(sorted(MAGNITUDES, key=lambda m: (-len(m), m)))
_PART_WORDS = "|".join(sorted(PARTS, key=lambda w: (-len(w), w)))

TOKEN = re.compile(
    rf"(?P<digits>(?:(?<![\w.,/:])(?<!\d-)[-−+]?|(?<=\d-)|(?<=(?<![A-Za-z0-9])[A-Z]{{2}})|(?<=(?<![A-Za-z0-9])[A-Z]{{3}}))(?:{_DIGITS})(?:(?P<magnitude>{_MAGNITUDE})(?![\w/])|(?P<sign>[½⅓⅔¼¾⅛⅜⅝⅞]))?)"
    rf"|(?P<alone>(?<![\w.])[½⅓⅔¼¾⅛⅜⅝⅞])"
    rf"|(?<![\w])(?:(?P<stack>(?:tens|dozens|scores|hundreds|thousands)\sof\s(?:{'|'.join(CROWDS)}))|(?P<crowd>{'|'.join(CROWDS)})|(?P<unit>{_UNIT_WORDS})|(?P<scale>{_SCALE_WORDS})"
    rf"|(?P<half>half)|(?P<few>{'|'.join(FEW)})|(?P<part>{_PART_WORDS})|(?P<article>an?))(?!\w)",
    re.IGNORECASE,
)
_CURRENCY_CODE = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2,3})\$?\s?(?=\d)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[ -](?:hundredth|thousandth|millionth)\b", re.IGNORECASE)
_CLOCK = re.compile(r":\d\d|\.?\d{0,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)
_LINK = re.compile(r"(?:\s|-)(?:and\s)?|\s?(?=[½⅓⅔¼¾⅛⅜⅝⅞])", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:all\s)?(?:the\s)?", re.IGNORECASE)
_SHARED = re.compile(r"\s(?:of|the|its|their|his|her|our|my|your|that|those|these|all)\b", re.IGNORECASE)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of the text, in order and without overlap; ordinals, clock times and codes ("G7") are not numbers."""
    at = 0
    while found := TOKEN.search(text, at):
        number = _read(text, found)
        if number is None:
            at = found.end()
            continue
        at = number.end
        yield number


def _read(text: str, found: re.Match[str]) -> Number | None:
    kind = found.lastgroup
    if found["digits"] is not None:
        return _digits(text, found)
    if found["alone"]:
        worth = SIGNS[found["alone"]]
        return Number(found.start(), found.end(), worth, worth, "fraction")
    if kind == "stack":
        return _stack(found)
    if kind == "crowd":
        return _crowd(text, found)
    if kind == "unit":
        return _fraction(text, found, UNITS.get(found["unit"].lower())) or _words(text, found)
    if kind == "half":
        return _half(text, found)
    if kind in ("article", "few"):
        return _after_article(text, found)
    return None  # a bare scale or part ("the hundred", "a third man") is no number by itself


def _digits(text: str, found: re.Match[str]) -> Number | None:
    start, end = found.span("digits")
    if _ORDINAL.match(text, end) or _CLOCK.match(text, end):
        return None
    if start and text[start - 1].isalpha() and not _is_money(text, start, found["digits"]):
        return None
    written = found["digits"].replace(",", "").replace("−", "-")
    worth = 1.0
    if found["magnitude"]:
        if not _is_magnitude(text, found):
            end = found.start("magnitude")
        else:
            worth = MAGNITUDES[found["magnitude"].lower()]
        written = written[: -len(found["magnitude"])]
    extra = 0.0
    if found["sign"]:
        extra, written = SIGNS[found["sign"]], written[:-1]
    if len(written) > 15:  # longer than any count; a serial number
        return None
    value = float(written) + extra
    if worth == 1.0:
        if ratio := re.compile(r"/(\d{1,2})(?![\w/])").match(text, end):
            low = int(ratio[1])
            if low and value < low and value == int(value) and low in (2, 3, 4, 5, 8, 10, 16):
                return Number(start, ratio.end(), value / low, value / low, "fraction")
            return None
        if mixed := re.compile(r"\s(\d)/(\d)(?![\w/])").match(text, end):
            return Number(
                start,
                mixed.end(),
                value + int(mixed[1]) / max(1, int(mixed[2])),
                value + int(mixed[1]) / max(1, int(mixed[2])),
                "digits",
            )
        stop, worth = _scales(text, end)
        if worth != 1.0:
            return Number(start, stop, value * worth, value * worth, "mixed")
    return Number(start, end, value * worth, value * worth, "digits")


_CODES = re.compile(
    r"(?:US|USD|EUR|GBP|JPY|CNY|RMB|INR|RM|AUD|CAD|NZD|SGD|HKD|CHF|ZAR|NGN|KES|RS|RUB|UAH|BRL|MXN|TRY)\Z"
)


def _is_money(text: str, start: int, written: str) -> bool:
    """Whether capitals right before the digits are a currency ("RM79", "XYZ2.7m") and not a name ("MH17")."""
    code = text[max(0, start - 3) : start].lstrip("0123456789.,;:()-–— $\n\"'“”")
    return bool(_CODES.search(code)) or bool(re.search(r",\d{3}|\.\d\d\Z|(?:m|bn|tn)\Z", written))


def _is_magnitude(text: str, found: re.Match[str]) -> bool:
    """Whether the letters behind the digits are a scale and not a unit: money before it, or a plural noun after it."""
    letters = found["magnitude"]
    if letters.lower() in ("mn", "mil", "mln", "bn", "bln", "tn", "trn", "k"):
        return True
    before = text[max(0, found.start() - 5) : found.start()]
    if re.search(r"[$£€¥₹₽₩]\s?\Z", before) or _CURRENCY_CODE.search(before + "0"):
        return True
    if letters not in ("m", "M", "b", "B"):
        return False
    return bool(
        re.compile(r"\s(?:[a-z-]+\s){0,4}?[a-z]{2,}(?<!s)s\b|\s(?:people|euros?|yuan|yen)\b|\.$").match(
            text, found.end()
        )
    )


def _scales(text: str, end: int) -> tuple[int, float]:
    """Scale words behind a number in digits: "4 hundred million", "1.5-million"."""
    worth = 1.0
    while link := re.compile(rf"[\s-](?:({_SCALE_WORDS})|(mn|bn|tn|mil|mln|bln))(?!\w)", re.IGNORECASE).match(
        text, end
    ):
        word = (link[1] or link[2]).lower()
        worth *= GROUPS.get(word) or SCALES.get(word) or MAGNITUDES[word]
        end = link.end()
    return end, worth


def _words(text: str, found: re.Match[str]) -> Number | None:
    """A whole number in words, read left to right; stops where no number could go on."""
    total, current, last = 0.0, float(_worth(found["unit"])), found["unit"].lower()
    end = found.end()
    if _ORDINAL.match(text, end):
        return None
    scaled = False
    ceiling = float("inf")
    while link := _LINK.match(text, end):
        step = TOKEN.match(text, link.end())
        if not step:
            break
        conjunction = "and" in link[0].lower()
        if step["scale"]:
            word = step["scale"].lower()
            worth = GROUPS.get(word) or SCALES[word]
            if conjunction or (worth >= ceiling and word in SCALES):
                break
            if word in GROUPS:
                current *= worth
            else:
                total, current, ceiling = total + current * worth, 0.0, worth
            scaled, last = True, word
        elif step["unit"]:
            word = step["unit"].lower()
            worth = _worth(word)
            fits = (last in TENS and 0 < worth < 10 and not conjunction) or (
                last in GROUPS or (last in SCALES and worth < ceiling)
            )
            if not fits or last == "dozen" or (conjunction and not _ends_number(text, step.end(), last)):
                break
            current += worth
            last = word
        elif (step["half"] and conjunction) or (step["article"] and conjunction):
            rest = re.compile(r"(?:an?\s)?(half|quarter)(?!\w)", re.IGNORECASE).match(text, link.end())
            if not rest or scaled:
                break
            current += 1 / PARTS[rest[1].lower()]
            end = rest.end()
            stop, worth = _scales(text, end)
            return Number(found.start(), stop, current * worth, current * worth, "words")
        else:
            break
        end = step.end()
    return Number(found.start(), end, total + current, total + current, "words")


def _ends_number(text: str, end: int, last: str) -> bool:
    """Whether "and" goes on with the same number ("two hundred and five people"), not with another ("a hundred and five men")."""
    return last in GROUPS or last in SCALES


def _worth(word: str) -> int:
    word = word.lower()
    return UNITS[word] if word in UNITS else TENS[word]


def _crowd(text: str, found: re.Match[str]) -> Number | None:
    low, high = CROWDS[found["crowd"].lower()]
    end = found.end()
    if found["crowd"].lower() == "scores" and not _OF.match(text, end):
        return None
    return Number(found.start(), end, low, high, "crowd")


def _stack(found: re.Match[str]) -> Number:
    """Stacked open counts: tens of thousands, hundreds of millions."""
    first, _, scale = found["stack"].lower().split()
    low, high = (10, 99) if first == "tens" else CROWDS[first]
    base = CROWDS[scale][0]
    return Number(found.start(), found.end(), low * base, (high + 1) * base - 1, "crowd")


def _fraction(text: str, found: re.Match[str], count: int | None) -> Number | None:
    """One-fifth, two-thirds of, three quarters."""
    if count is None or not 0 < count < 20:
        return None
    part = re.compile(rf"(-|\s)({_PART_WORDS})(?!\w)", re.IGNORECASE).match(text, found.end())
    if not part:
        return None
    parts = PARTS[part[2].lower()]
    if count >= parts or not (part[1] == "-" or part[2].lower().endswith("s") or _SHARED.match(text, part.end())):
        return None
    return Number(found.start(), part.end(), count / parts, count / parts, "fraction")


def _half(text: str, found: re.Match[str]) -> Number | None:
    """Half a million, half a dozen, half of, half the."""
    start, end = found.span()
    scale = re.compile(rf"[\s-](?:an?\s)?({_SCALE_WORDS})(?!\w)", re.IGNORECASE).match(text, end)
    if scale:
        word = scale[1].lower()
        worth = (GROUPS.get(word) or SCALES[word]) / 2
        return Number(start, scale.end(), worth, worth, "words")
    if re.compile(r"[\s-](?:an?\s)?(?:hour|day|year|century|decade|mile|pint|kilo|ton|inch)\b", re.IGNORECASE).match(
        text, end
    ):
        return Number(start, end, 0.5, 0.5, "words")
    if _SHARED.match(text, end) and not re.compile(r"(?:second|first|other|latter|better)\s\Z", re.IGNORECASE).search(
        text[max(0, start - 8) : start]
    ):
        return Number(start, end, 0.5, 0.5, "fraction")
    return None


_ARTICLE_HALF = re.compile(r"\s(half)[\s-]", re.IGNORECASE)


def _after_article(text: str, found: re.Match[str]) -> Number | None:
    """A dozen, a hundred, a million, a third of, a few hundred, a couple of thousand, several dozen."""
    start, end = found.span()
    few = found["few"].lower() if found["few"] else None
    if few is None:
        if half := _ARTICLE_HALF.match(text, end):
            return _half(text, TOKEN.match(text, half.start(1)) or found)
        if next_few := re.compile(rf"\s({'|'.join(FEW)})(?!\w)", re.IGNORECASE).match(text, end):
            few, end = next_few[1].lower(), next_few.end()
    if few == "couple":
        end = (re.compile(r"\sof\b", re.IGNORECASE).match(text, end) or found).end()
    scale = re.compile(rf"\s({_SCALE_WORDS})(?!\w)", re.IGNORECASE).match(text, end)
    if scale:
        word = scale[1].lower()
        worth = GROUPS.get(word) or SCALES[word]
        if few:
            return _few(text, found.start(), scale.end(), few, worth)
        return _go_on(text, start, scale.end(), worth)
    if few or found["few"]:
        return None
    part = re.compile(rf"\s({_PART_WORDS})(?!\w)", re.IGNORECASE).match(text, end)
    if part and part[1].lower() not in ("half", "halves") and _SHARED.match(text, part.end()):
        return Number(start, part.end(), 1 / PARTS[part[1].lower()], 1 / PARTS[part[1].lower()], "fraction")
    return None


def _few(text: str, start: int, end: int, few: str, worth: float) -> Number:
    low, high = FEW[few]
    stop, more = _scales(text, end)
    return Number(start, stop, low * worth * more, high * worth * more, "crowd" if low != high else "words")


def _go_on(text: str, start: int, end: int, worth: float) -> Number:
    """What may follow "a hundred": a further scale ("a hundred million"), or tens and units ("a hundred and ten")."""
    stop, more = _scales(text, end)
    total = worth * more
    rest = re.compile(rf"\sand\s({_UNIT_WORDS})(?:-({'|'.join(UNITS)}))?(?!\w)", re.IGNORECASE).match(text, stop)
    if rest and more == 1.0 and worth >= 100:
        total += _worth(rest[1]) + (_worth(rest[2]) if rest[2] else 0)
        stop = rest.end()
    return Number(start, stop, total, total, "words")
