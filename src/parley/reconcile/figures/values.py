"""Values of figures: whether two can be one as written, and what a value by itself tells."""

from __future__ import annotations

from decimal import Decimal

from parley.model.findings import FigureFinding
from parley.text.units import comparable, table

_SAME = 0.005

_LOOSE = 0.1
_LOOSE_TIME = 0.25
"""The most that a rounded measure may be off by; a length of time more, as it is told in whole hours or years."""

_CLOSE = 0.02
"""How far apart counts of things may be where one is rounded: "some 40 hurt" and "37 hurt" are two counts."""


def agree(a: FigureFinding, b: FigureFinding) -> bool:
    """Whether two values can be one as written: equal, or the one the rounding of the other where it says "about"."""
    rate = comparable(a.unit, b.unit)
    if rate is None:
        return False
    (low, high), (low2, high2) = ends_of(a), ends_of(b)
    low, high = low * rate, high * rate
    if max(_apart(low, low2), _apart(high, high2)) <= _SAME:
        return True
    if low != high or low2 != high2:
        return False
    if a.unit is None:
        return {a.bound, b.bound} <= {"about", "exact"} and abs(low - low2) <= _CLOSE * max(low, low2)
    slack = max(_rounding(a) * rate if a.bound == "about" else 0.0, _rounding(b) if b.bound == "about" else 0.0)
    unit = table().names.get(b.unit or "")
    loose = _LOOSE_TIME if unit is not None and unit.dimension == "time" else _LOOSE
    return abs(low - low2) <= min(slack, loose * max(low, low2))


def _rounding(finding: FigureFinding) -> float:
    """Half of the last place that is not zero: "about 420" stands for 415 to 425, "about two hours" for 1.5 to 2.5."""
    value = abs(ends_of(finding)[0])
    if not value:
        return 0.0
    digits = f"{value:.6g}"
    mantissa = Decimal(digits).normalize()
    return 0.5 * float(Decimal(10) ** int(mantissa.as_tuple().exponent))


def ends_of(finding: FigureFinding) -> tuple[float, float]:
    value = finding.value
    return value if isinstance(value, tuple) else (value, value)


def _apart(a: float, b: float) -> float:
    return abs(a - b) / max(abs(a), abs(b), 1e-12)


def is_telling(finding: FigureFinding) -> bool:
    """Whether the value is rare enough for likeness to tell: several digits that are not zero, or an open count."""
    low, high = ends_of(finding)
    digits = f"{high:.15g}".replace(".", "").strip("0")
    return (len(digits) >= 2 and high > 20) or (low != high and high < 10**5)


def base_of(finding: FigureFinding) -> tuple[str, float]:
    """The dimension (a currency is one by itself) and the upper value in its base unit."""
    value = finding.value[1] if isinstance(finding.value, tuple) else finding.value
    unit = table().names.get(finding.unit or "")
    if unit is None:
        return finding.unit or "count", abs(value)
    if unit.dimension == "money":
        return unit.name, abs(value)
    return unit.dimension, abs(value) * unit.size
