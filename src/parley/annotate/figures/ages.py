"""Ages: quantities that a record of events does not keep."""

from __future__ import annotations

import re

from parley.text.amounts import Amount

_AGE = re.compile(
    r"[-\s]?years?[-\s](?:old|olds)\b|[-\s](?:month|week|day)s?[-\s]olds?\b|[-\s]?years? of age\b|[-\s]?yrs?[-\s]old",
    re.IGNORECASE,
)

_AGED = re.compile(r"\b(?:aged?|ages)\s(?:between\s|of\s|under\s)?\Z", re.IGNORECASE)

_APPOSED = re.compile(r"[^\W\d_],\s?\Z")


def is_age(text: str, amount: Amount) -> bool:
    """Whether the amount is someone's age: "7-year-old", "aged 7", "Ms Name, 43, said"."""
    at = amount.number.end
    if amount.unit is None and amount.high < 110 and _APPOSED.search(text[max(0, amount.start - 4) : amount.start]):
        name = text[max(0, amount.start - 24) : amount.start].split()
        if text[at : at + 1] in (",", ".", ";", ")", "\n") and name and name[-1][:1].isupper():
            return True
    return bool(_AGE.match(text, at) or _AGED.search(text[max(0, amount.start - 14) : amount.start]))
