"""Whole numbers written out, the other way round from the grammar."""

from __future__ import annotations

from parley.text.numbers.words import SCALES, TENS, UNITS

_UNIT = {value: word for word, value in UNITS.items()}
_TEN = {value: word for word, value in TENS.items()}
_SCALE = [(v, w) for w, v in sorted(SCALES.items(), key=lambda x: -x[1]) if w not in ("lakh", "crore")]


def group_digits(number: int, mark: str = ",") -> str:
    """The number in digits with a mark between thousands."""
    return f"{number:,}".replace(",", mark)


def spell(number: int, british: bool = False) -> str:
    """The number in words, 0 to 10**15 - 1; British usage puts "and" before the last tens and units.

    Raises ValueError outside that range.
    """
    if not 0 <= number < 10**15:
        raise ValueError(f"cannot spell {number}")
    if number == 0:
        return _UNIT[0]
    parts: list[str] = []
    for worth, word in _SCALE:
        count, number = divmod(number, worth)
        if count:
            parts.append(f"{_below_thousand(count, british)} {word}")
    if number:
        last = _below_thousand(number, british)
        parts.append(f"and {last}" if british and parts and number < 100 else last)
    return " ".join(parts)


def _below_thousand(number: int, british: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_UNIT[hundreds]} hundred"] if hundreds else []
    if rest:
        if hundreds and british:
            words.append("and")
        if rest in _UNIT:
            words.append(_UNIT[rest])
        else:
            ten, unit = divmod(rest, 10)
            words.append(_TEN[10 * ten] + (f"-{_UNIT[unit]}" if unit else ""))
    return " ".join(words)
