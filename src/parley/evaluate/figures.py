"""Quantities against NewsQuant (Almasian, Kazakova and Gertz, "CQE", EMNLP 2023): value, change and concept.

A gold quantity is found when one of ours in the same sentence has its value (both ends of a range, one per cent of
slack); each of ours serves once. `change` compares = ~ < > and, as the set also marks them, up and down. A concept is
right when what we say is counted shares a content word with the gold's referred concept or, where the gold gives a
counted noun as the unit, with that; where the gold has no concept, a value with a true unit of measure needs none.
Measured is what `all_quantities` finds, before the record leaves out ages, "one" and the like, because the set counts
those too. The simple method takes digits and number words by a regular expression, and the next noun-like word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.annotate.annotator import Annotator
from parley.annotate.figures import Quantity, all_quantities
from parley.evaluate.table import Row
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.text.units import table

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_STOP = frozenset(
    {"the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "per", "by", "with", "from", "its", "their"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """One quantity as told, by gold or by a method."""

    low: float
    high: float
    change: str
    words: frozenset[str]
    needs_concept: bool = True


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """Value F1, value with change, and value with concept, over the sentences of the set."""
    sentences = [json.loads(line) for line in (folder / "newsquant-half.jsonl").read_text("utf-8").splitlines() if line]
    gold = [[told_of_gold(q) for q in s["quantities"]] for s in sentences]
    reports = [report_of(f"s{n}", s["text"]) for n, s in enumerate(sentences)]
    ours = [[told_of(q) for q in all_quantities(r)] for r in annotator.readings(reports)]
    simple = [list(by_pattern(s["text"])) for s in sentences]
    over = f"{sum(map(len, gold))} quantities"
    rows = []
    for name, test in (("value F1", None), ("value and change F1", "change"), ("value and concept F1", "concept")):
        rows.append(Row(name, f1(gold, ours, test), f1(gold, simple, test), over))
    return rows


def report_of(name: str, text: str) -> Report:
    """A bare report of one text."""
    body = (Span(0, len(text)),)
    return Report(name, name, "", None, None, None, (), "en", Published(), text, body, Reader("plain", "1"))


def told_of_gold(quantity: dict[str, Any]) -> Told:
    """The gold's quantity; a value such as "10-20" is a range."""
    ends = [
        float(v)
        for v in re.findall(
            r"(?:(?<=^)-)?\d+(?:\.\d+)?(?:e\+?\d+)?|(?<=-)-?\d[\d.]*", quantity["value"].replace(" ", "")
        )
    ]
    low, high = (ends[0], ends[-1]) if len(ends) > 1 else (ends[0], ends[0])
    concept, unit = content(quantity["referred_concepts"]), content(quantity["unit"])
    measured = quantity["unit"].lower() in table().forms or "$" in quantity["unit"] or quantity["unit"] in ("-", "%")
    words = concept | (frozenset() if measured and concept else unit)
    return Told(min(low, high), max(low, high), quantity["change"], words, bool(concept) or not measured)


def told_of(quantity: Quantity) -> Told:
    """Ours, in the same terms."""
    amount = quantity.amount
    marks = {
        "exact": "=",
        "range": "=",
        "about": "~",
        "more than": ">",
        "at least": ">",
        "up to": "<",
        "less than": "<",
    }
    change = quantity.trend or marks[amount.bound]
    return Told(amount.low, amount.high, change, content(f"{quantity.counted.of} {quantity.about}"))


def content(text: str) -> frozenset[str]:
    """The content words, plural s dropped."""
    return frozenset(w.rstrip("s") for w in (m.lower() for m in _WORD.findall(text)) if w not in _STOP and len(w) > 1)


def f1(gold: Iterable[list[Told]], found: Iterable[list[Told]], test: str | None) -> float:
    """F1 of quantities whose value, and what `test` names, are right; matched one to one in each sentence."""
    hit = wanted = had = 0
    for want, have in zip(gold, found, strict=True):
        wanted, had = wanted + len(want), had + len(have)
        left = list(have)
        for one in want:
            best = next((h for h in left if same_value(one, h) and passes(one, h, test)), None)
            if best is not None:
                left.remove(best)
                hit += 1
    return 2 * hit / (wanted + had) if wanted + had else 0.0


def same_value(gold: Told, ours: Told) -> bool:
    """Within one per cent at both ends; a share told in percent is also right as a fraction."""
    for worth in (1.0, 100.0):
        if near(gold.low * worth, ours.low) and near(gold.high * worth, ours.high) and (worth == 1 or gold.high < 1):
            return True
    return False


def near(a: float, b: float) -> bool:
    return abs(a - b) <= 0.01 * max(abs(a), abs(b)) + 1e-9


def passes(gold: Told, ours: Told, test: str | None) -> bool:
    if test == "change":
        return gold.change == ours.change
    if test == "concept":
        return bool(gold.words & ours.words) or not gold.needs_concept
    return True


_NUMBER = re.compile(
    r"(?<![\w.])(?:(\d[\d,]*(?:\.\d+)?)|(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty))(?:\s(hundred|thousand|million|billion))?"
    r"[\s%-]?\s?((?:[a-z-]+\s?){0,2})", re.IGNORECASE,
)  # fmt: skip
_WORTH = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SMALL = {
    w: n for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
} | {
    "twelve": 12,
    "twenty": 20,
    "fifty": 50,
}


def by_pattern(text: str) -> Iterable[Told]:
    """The simple method: a pattern for numbers, a few words for the bound, the next words for the concept."""
    for found in _NUMBER.finditer(text):
        value = float(found[1].replace(",", "")) if found[1] else float(_SMALL[found[2].lower()])
        value *= _WORTH.get((found[3] or "").lower(), 1)
        before = text[max(0, found.start() - 14) : found.start()].lower()
        cue = re.search(r"(about|around|nearly|some|over|more than|at least|under|less than|up to)\s\$?\Z", before)
        mark = (
            "="
            if not cue
            else ">"
            if cue[1] in ("over", "more than", "at least")
            else "<"
            if cue[1] in ("under", "less than", "up to")
            else "~"
        )
        yield Told(value, value, mark, content(found[4] or ""))
