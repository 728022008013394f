"""Units of measure and money: what they are called, and which can be compared."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CASE_MATTERS = frozenset(
    {"m", "g", "l", "w", "v", "p", "ha", "mi", "ms", "ps", "nm", "pp", "mb", "stone", "oz", "won", "dong", "°", "″"}
)
"""Short forms that are units only right behind digits ("5 m", "70g"), never behind a number in words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its usual name, what it measures, and its size in the base unit of that dimension."""

    name: str
    dimension: str
    size: float


@dataclass(frozen=True, slots=True)
class Table:
    """All units by their forms in lower case; currency signs as written."""

    forms: dict[str, Unit]
    signs: dict[str, Unit]
    names: dict[str, Unit]


@cache
def table() -> Table:
    """The units that ship with the package."""
    data = tomllib.loads((files("parley.text") / "units.toml").read_text(encoding="utf-8"))
    signs = data.pop("signs")
    forms: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for dimension, units in data.items():
        for name, (size, *written) in units.items():
            names[name] = Unit(name, dimension, float(size))
            forms |= dict.fromkeys(written, names[name])
    return Table(forms, {sign: names[name] for sign, name in signs.items()}, names)


@cache
def behind() -> re.Pattern[str]:
    """Matches a unit right behind a number."""
    ordered = sorted(table().forms, key=lambda f: (-len(f), f))
    words = "|".join(re.escape(f).replace(r"\ ", r"[\s-]") for f in ordered)
    more = (
        "more|further|additional|extra|consecutive|straight|whole|full|working|business|calendar|long|short"
        "|successive|other"
    )
    return re.compile(
        rf"(?P<gap>\s?[-–]\s?|\san?\s(?=hour)|\s)?(?:(?P<more>{more})\s)?(?P<unit>{words})(?![\w²³]|-\w*\d)",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    """Matches a currency sign that ends where a number starts."""
    ordered = sorted(table().signs, key=lambda s: (-len(s), s))
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{'|'.join(map(re.escape, ordered))})\s?\Z")


def comparable(a: str | None, b: str | None) -> float | None:
    """How many of unit `b` make one of unit `a`; None where they measure different things. Two counts compare as 1."""
    if a == b:
        return 1.0
    names = table().names
    first, second = names.get(a or ""), names.get(b or "")
    if first is None or second is None or first.dimension != second.dimension or first.dimension == "money":
        return None
    if first.dimension in ("temperature", "physics"):
        return None
    return first.size / second.size
