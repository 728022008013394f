"""Whether two runs of words say the same in another outlet's style: compounds, numbers, contractions, initials."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_CONTRACTED = {"'s": frozenset({"is", "has", "us"}), "'d": frozenset({"would", "had", "did"})}
_SPELT_OUT = {
    "us": "united states",
    "usa": "united states of america",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
    "dr": "doctor",
    "mr": "mister",
    "st": "saint",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "lt": "lieutenant",
    "km": "kilometers",
    "kg": "kilograms",
    "ok": "okay",
    "tv": "television",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
}
_NAME_ENDING = re.compile(r"(?:yy|iy|ii|ij|yi|y|i)$")


def alike_in_style(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two runs of folded forms differ in style alone ("cease fire", "ceasefire"; "5 thousand", "5000")."""
    if len(left) > 12 or len(right) > 12:
        return False
    one, other = _spell_out(left), _spell_out(right)
    if one == other or "".join(one) == "".join(other):
        return True
    if _contraction(one, other) or _contraction(other, one):
        return True
    value = _value(one)
    if value is not None and value == _value(other):
        return True
    return len(one) == len(other) and all(_same_name(a, b) for a, b in zip(one, other, strict=True))


def _spell_out(forms: Sequence[str]) -> list[str]:
    out: list[str] = []
    for form in forms:
        out.extend(_SPELT_OUT.get(form, form).split())
    return out


def _contraction(short: Sequence[str], full: Sequence[str]) -> bool:
    return len(short) == len(full) and all(
        a == b or b in _CONTRACTED.get(a, ()) for a, b in zip(short, full, strict=True)
    )


def _value(forms: Sequence[str]) -> tuple[float, str] | None:
    """The number that forms spell, with the unit left over; None if they spell none."""
    total, current, seen = 0.0, 0.0, False
    rest: list[str] = []
    for form in forms:
        scale = _SCALES.get(form)
        if form[0].isdigit() and form.replace(".", "", 1).isdigit():
            current, seen = current + float(form), True
        elif scale == 100 and seen:
            current *= 100
        elif scale is not None and seen:
            total, current = total + current * scale, 0.0
        elif not (form == "and" and seen):
            rest.append(form.removesuffix("s"))
    return (total + current, " ".join(rest)) if seen else None


def _same_name(one: str, other: str) -> bool:
    """Whether two forms are one Slavic name in two transliterations ("-skyy", "-ski"), or differ by nothing."""
    if one == other:
        return True
    least = min(len(one), len(other))
    return least >= 6 and _NAME_ENDING.sub("y", one) == _NAME_ENDING.sub("y", other)
