"""Whole numbers in words: "twenty-eight thousand", "two hundred and five", "one and a half million"."""

from __future__ import annotations

import re

from parley.text.numbers.tokens import ORDINAL, TOKEN, Number, scales_behind, worth_of
from parley.text.numbers.words import GROUPS, PARTS, SCALES, TENS

_LINK = re.compile(r"(?:\s|-)(?:and\s)?|\s?(?=[½⅓⅔¼¾⅛⅜⅝⅞])", re.IGNORECASE)

_AND_PART = re.compile(r"(?:an?\s)?(half|quarter)(?!\w)", re.IGNORECASE)


def read_words(text: str, found: re.Match[str]) -> Number | None:
    """A whole number in words, read left to right; stops where no number could go on."""
    total, current, last = 0.0, float(worth_of(found["unit"])), found["unit"].lower()
    end = found.end()
    if ORDINAL.match(text, end):
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
            worth = float(GROUPS.get(word) or SCALES[word])
            if conjunction or (worth >= ceiling and word in SCALES):
                break
            if word in GROUPS:
                current *= worth
            else:
                total, current, ceiling = total + current * worth, 0.0, worth
            scaled, last = True, word
        elif step["unit"]:
            word = step["unit"].lower()
            worth = float(worth_of(word))
            fits = (last in TENS and 0 < worth < 10 and not conjunction) or (
                last in GROUPS or (last in SCALES and worth < ceiling)
            )
            if not fits or last == "dozen" or (conjunction and not (last in GROUPS or last in SCALES)):
                break
            current += worth
            last = word
        elif conjunction and (step["half"] or step["article"]):
            rest = _AND_PART.match(text, link.end())
            if not rest or scaled:
                break
            current += 1 / PARTS[rest[1].lower()]
            end = rest.end()
            stop, worth = scales_behind(text, end)
            return Number(found.start(), stop, current * worth, current * worth, "words")
        else:
            break
        end = step.end()
    return Number(found.start(), end, total + current, total + current, "words")
