"""Numbers and lengths of time: "twenty-four hours", "two and a half years", "an hour and 40 minutes"."""

from __future__ import annotations

from parley.text.times.nodes import Duration, Unit
from parley.text.times.tokens import Tokens, vocabulary

Amount = float | None
HYPHENS = frozenset("-‐‑–")
_VAGUE = frozenset(("several", "few", "many", "some", "numerous", "multiple", "couple"))
# Words before a number that only blur it; they belong to the expression (TimeML guidelines 1.2.1).
_BLUR = (
    ("more", "than"), ("less", "than"), ("fewer", "than"), ("no", "more", "than"), ("no", "less", "than"),
    ("no", "fewer", "than"), ("at", "least"), ("at", "most"), ("up", "to"), ("as", "long", "as"),
    ("as", "many", "as"), ("just", "over"), ("just", "under"), ("well", "over"), ("a", "little", "over"),
    ("nearly",), ("almost",), ("about",), ("around",), ("roughly",), ("approximately",), ("over",), ("under",),
    ("some",),
)  # fmt: skip
BLUR_WORDS = frozenset(words[0] for words in _BLUR)
_BLURS = {first: tuple(words for words in _BLUR if words[0] == first) for first in BLUR_WORDS}


def blur(t: Tokens, i: int) -> int:
    """The position after an approximating phrase at `i`, or `i` itself."""
    for words in _BLURS.get(t.at(i), ()):
        if all(t.at(i + k) == w for k, w in enumerate(words)):
            return i + len(words)
    return i


def cardinal(t: Tokens, i: int) -> tuple[Amount, int] | None:
    """An amount at `i`: digits, number words, "a", "a few", "several"; None as amount where it is not told."""
    word = t.at(i)
    if word.isdigit():
        return _digits(t, i)
    if word in ("a", "an"):
        if t.at(i + 1) in ("few", "couple", "dozen", "hundred", "thousand", "half"):
            return cardinal(t, i + 1)
        if t.at(i + 1) in ("good", "full", "mere", "whole", "single", "further", "additional"):
            return 1.0, i + 2
        return 1.0, i + 1
    if word == "couple":
        return 2.0, i + 1 + (t.at(i + 1) == "of")
    if word == "dozen":
        return 12.0, i + 1
    if word == "half":
        return 0.5, i + 1 + (t.at(i + 1) in ("a", "an"))
    if word in _VAGUE:
        return None, i + 1
    return _spelled(t, i)


def _digits(t: Tokens, i: int) -> tuple[Amount, int] | None:
    if len(t.at(i)) > 6:
        return None
    value, j = float(t.at(i)), i + 1
    if t.at(j) in (".", ",") and t.glued(j) and t.glued(j + 1) and t.at(j + 1).isdigit():
        if t.at(j) == ",":
            if len(t.at(j + 1)) != 3:
                return None
            value, j = value * 1000 + float(t.at(j + 1)), j + 2
        elif len(t.at(j + 1)) < 4:
            value, j = float(t.at(i) + "." + t.at(j + 1)), j + 2
    elif t.at(j).isdigit() and t.at(j + 1) == "/" and t.at(j + 2) in ("2", "4"):
        value, j = value + float(t.at(j)) / float(t.at(j + 2)), j + 3
    elif t.at(j) == "½":
        value, j = value + 0.5, j + 1
    return value, j


def _spelled(t: Tokens, i: int) -> tuple[Amount, int] | None:
    table = vocabulary()["numbers"]
    if t.at(i) not in table and t.at(i) != "hundred":
        return None
    total, j = 0.0, i
    while True:
        word = t.at(j)
        if word in table and (j == i or total % 10 == 0):
            total += table[word]
            j += 1
        elif word == "hundred":
            total = (total or 1) * 100
            j += 1
        elif word == "thousand" and total:
            total *= 1000
            j += 1
        elif (word in HYPHENS and t.glued(j) and t.glued(j + 1) and t.at(j + 1) in table and total % 10 == 0) or (
            word == "and" and total >= 100 and t.at(j + 1) in table
        ):
            j += 1
        else:
            break
        if j - i > 8:
            return None
    return (total, j) if j > i else None


def unit(t: Tokens, i: int) -> tuple[Unit, int] | None:
    """A unit of time at `i`."""
    found = vocabulary()["units"].get(t.at(i))
    return (found, i + 1) if found else None


def is_plural(word: str) -> bool:
    """Whether a unit's word is in the plural."""
    return word.endswith("s") and word not in ("hrs", "mins", "secs")


def measure(t: Tokens, i: int) -> tuple[Amount, Unit, int] | None:
    """An amount and its unit, "30-day", "two to three weeks", "two and a half years", "three more days"."""
    found = cardinal(t, i)
    if found is None:
        return None
    amount, j = found
    ranged = t.at(j) in ("to", "or", *HYPHENS) and t.at(j + 1) not in ("a", "an")
    other = cardinal(t, j + 1) if ranged else None
    if other and amount is not None and (other[0] is None or other[0] > amount):
        j = other[1]
    if t.at(j) in HYPHENS:
        j += 1
    elif t.at(j) == "and" and t.at(j + 1) == "a" and t.at(j + 2) == "half":
        amount, j = (amount + 0.5 if amount is not None else None), j + 3
    elif t.at(j) in ("more", "full", "straight", "consecutive", "additional", "further", "long", "whole", "extra") or (
        t.at(j) in ("trading", "working", "business", "calendar", "fiscal") and t.at(j + 1) in vocabulary()["units"]
    ):
        j += 1
    if t.at(j) == "of" and t.at(j - 1) in ("couple", "dozens", "hundreds"):
        j += 1
    found_unit = unit(t, j)
    if found_unit is None or (amount == 1.0 and t.at(i) in ("a", "an") and is_plural(t.at(j))):
        return None
    return amount, found_unit[0], found_unit[1]


def length(t: Tokens, i: int) -> tuple[Duration, int] | None:
    """A duration: one measure, or several ("one hour and 40 minutes"), "an hour and a half"."""
    first = measure(t, i)
    if first is None:
        return None
    amount, one, j = first
    parts: list[tuple[Amount, Unit]] = [(amount, one)]
    if t.at(j) == "and" and t.at(j + 1) == "a" and t.at(j + 2) == "half" and amount is not None:
        return Duration(((amount + 0.5, one),)), j + 3
    while len(parts) < 4:
        k = j + (t.at(j) == ",")
        k += t.at(k) == "and"
        more = measure(t, k) if k > j or t.at(j).isdigit() else None
        if more is None or _RANK[more[1]] >= _RANK[parts[-1][1]] or t.at(k) in ("a", "an"):
            break
        parts.append((more[0], more[1]))
        j = more[2]
    return Duration(tuple(parts)), j


_RANK: dict[Unit, int] = {
    "second": 0, "minute": 1, "hour": 2, "night": 3, "day": 3, "weekend": 3, "week": 4, "fortnight": 4, "month": 5,
    "quarter": 6, "year": 7, "decade": 8, "century": 9,
}  # fmt: skip
