"""One amount told in two units: "52 miles per hour (84 km/h)", and whether the one comes out as the other.

Factors are those of the unit table (SI brochure, NIST Handbook 44). Rates of exchange change from day to day, so a sum
told in two currencies stays two amounts, each with a life of its own in the reports that follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from parley.text.amounts.bounded import Amount
from parley.text.units import comparable, table

_OPENS = re.compile(r"\s?[(\[]\s?(?:or\s)?", re.IGNORECASE)

_LEAST = 0.03
"""The share by which a conversion may miss whatever its digits: news rounds."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount and the same told again in brackets; `end` is behind the bracket.

    `due` is what the first comes to in the unit of the second; `holds` whether the second is that within the rounding
    of both.
    """

    first: Amount
    second: Amount
    end: int
    due: float
    holds: bool


def conversion(text: str, first: Amount, second: Amount) -> Conversion | None:
    """The two amounts as one, where the second stands in brackets right behind the first and measures the same."""
    one, two = table().names.get(first.unit or ""), table().names.get(second.unit or "")
    if one is None or two is None or one == two or one.dimension != two.dimension:
        return None
    if second.start - first.end > 6 or not _OPENS.fullmatch(text[first.end : second.start]):
        return None
    if text[second.end : second.end + 1] not in (")", "]"):
        return None
    rate = comparable(first.unit, second.unit)
    if rate is None:
        return None
    due = first.high * rate
    slack = max(_rounding(first.high) * rate + _rounding(second.high), _LEAST * due)
    return Conversion(first, second, second.end + 1, due, abs(due - second.high) <= slack)


def _rounding(value: float) -> float:
    """Half of the last place that is not zero."""
    exponent = int(Decimal(f"{abs(value):.6g}").normalize().as_tuple().exponent) if value else 0
    return 0.5 * float(Decimal(10) ** exponent)
