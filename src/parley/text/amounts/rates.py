"""What an amount is per: a week, each, on each side."""

from __future__ import annotations

import re

_PER = re.compile(
    r"(?:\s|-)?(?:(?P<each>each|apiece)\b(?!\sof\b)"
    r"|(?:an?|per|every|each|/)\s?(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|season|head|person|capita|share"
    r"|barrel|ton|tonne|unit|gallon|litre|liter|kilo|kilogram|kg|pound|ounce|acre|mile|km|kilometre|kilometer|side|household|family|employee|worker"
    r"|vehicle|student|pupil|voter|game|match|100,000|1,000|million)\b(?!\s(?:ago|later|earlier|before|after|old))"
    r"|(?P<adverb>annually|yearly|daily|weekly|monthly|quarterly|hourly)\b"
    r"|(?P<side>(?:[a-z]+\s)?in\s(?:each|either)\s(?P<way>direction)|(?:on|from|by|for|in)\s(?:each|either)\s(?!of\b)(?P<of>[a-z]+))|(?P<next>in\seach\sof\s(?:the\s)?(?:next|last|past)\s\w+\s(?P<years>year|month|week|day)s))",
    re.IGNORECASE,
)  # fmt: skip


def per_after(text: str, end: int) -> tuple[str | None, int]:
    """What the amount that ends there is per ("a week" → "week", "each" → "each"), and where that ends."""
    found = _PER.match(text, end)
    if not found:
        return None, end
    adverbs = {"annually": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month",
               "quarterly": "quarter", "hourly": "hour"}  # fmt: skip
    if found["each"]:
        return "each", found.end()
    if found["adverb"]:
        return adverbs[found["adverb"].lower()], found.end()
    if found["side"]:
        return f"each {(found['of'] or found['way']).lower()}", found.end()
    return (found["unit"] or found["years"]).lower(), found.end()
