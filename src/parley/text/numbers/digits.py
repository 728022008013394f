"""Numbers in digits, with their scales, fractions and letters."""

from __future__ import annotations

import re

from parley.text.numbers.tokens import ORDINAL, Number, scales_behind
from parley.text.numbers.words import MAGNITUDES, SIGNS

_CURRENCY_CODE = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2,3})\$?\s?(?=\d)")

_CLOCK = re.compile(r":\d\d|\.?\d{0,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)


_RATIO = re.compile(r"/(\d{1,2})(?![\w/])")
_MIXED = re.compile(r"\s(\d)/(\d)(?![\w/])")
_SIGN_BEFORE = re.compile(r"[$£€¥₹₽₩]\s?\Z")
_MONEY_SHAPE = re.compile(r",\d{3}|\.\d\d\Z|(?:m|bn|tn)\Z")
_PLURAL_BEHIND = re.compile(r"\s(?:[a-z-]+\s){0,4}?[a-z]{2,}(?<!s)s\b|\s(?:people|euros?|yuan|yen)\b|\.$")
_LONGEST = 15
"""Digits in the longest count; what is longer is a serial number."""


def read_digits(text: str, found: re.Match[str]) -> Number | None:
    """A number that starts with digits; None for ordinals, clock times, codes and dates parted by strokes."""
    start, end = found.span("digits")
    if ORDINAL.match(text, end) or _CLOCK.match(text, end):
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
    if len(written) > _LONGEST:
        return None
    value = float(written) + extra
    if worth == 1.0:
        if ratio := _RATIO.match(text, end):
            low = int(ratio[1])
            if low and value < low and value == int(value) and low in (2, 3, 4, 5, 8, 10, 16):
                return Number(start, ratio.end(), value / low, value / low, "fraction")
            return None
        if mixed := _MIXED.match(text, end):
            value += int(mixed[1]) / max(1, int(mixed[2]))
            return Number(start, mixed.end(), value, value, "digits")
        stop, worth = scales_behind(text, end)
        if worth != 1.0:
            return Number(start, stop, value * worth, value * worth, "mixed")
    return Number(start, end, value * worth, value * worth, "digits")


_CODES = re.compile(
    r"(?:US|USD|EUR|GBP|JPY|CNY|RMB|INR|RM|AUD|CAD|NZD|SGD|HKD|CHF|ZAR|NGN|KES|RS|RUB|UAH|BRL|MXN|TRY)\Z"
)


def _is_money(text: str, start: int, written: str) -> bool:
    """Whether capitals right before the digits are a currency ("RM79", "XYZ2.7m") and not a name ("MH17")."""
    code = text[max(0, start - 3) : start].lstrip("0123456789.,;:()-–— $\n\"'“”")
    return bool(_CODES.search(code)) or bool(_MONEY_SHAPE.search(written))


def _is_magnitude(text: str, found: re.Match[str]) -> bool:
    """Whether the letters behind the digits are a scale and not a unit: money before it, or a plural noun after it."""
    letters = found["magnitude"]
    if letters.lower() in ("mn", "mil", "mln", "bn", "bln", "tn", "trn", "k"):
        return True
    before = text[max(0, found.start() - 5) : found.start()]
    if _SIGN_BEFORE.search(before) or _CURRENCY_CODE.search(before + "0"):
        return True
    if letters not in ("m", "M", "b", "B"):
        return False
    return bool(_PLURAL_BEHIND.match(text, found.end()))
