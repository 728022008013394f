"""Who can speak: people, bodies of people, and what is written; never an amount, a day, an act or a state of mind."""

from __future__ import annotations

from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import View

PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "eer")
"""Endings of nouns for people by what they do."""
THINGS = frozenset(
    (
        "number", "power", "weather", "water", "offer", "matter", "letter", "error", "chapter", "quarter",
        "fire", "tower", "river", "winter", "summer", "center", "shelter", "corner", "disaster",
        "helicopter", "poster", "future", "measure", "danger", "anger", "terror", "horror", "disorder",
        "murder", "manoeuvre", "laser", "floor", "door", "color", "colour", "behavior", "behaviour",
        "corridor", "sector", "barrier", "ladder", "fever", "dinner", "paper", "surrender", "encounter",
        "handover", "takeover", "turnover", "rumor", "favor", "labor", "war", "year", "whether", "december",
        "september", "october", "november", "restaurant", "plant", "warrant", "grant", "pavement", "career",
    )
)  # fmt: skip
"""Nouns with such an ending that stand for nobody."""


@cache
def _nouns() -> frozenset[str]:
    bodies = lexicons.read("roles")["bodies"]
    return lexicons.role_words().union(*(bodies[name] for name in sorted(bodies)))


def can_speak(view: View, head: int) -> bool:
    """Whether what the noun at this token stands for can be the source of words."""
    if view.pos[head] != "NOUN":
        return view.ents[head] not in ("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "ORDINAL") or (
            view.pos[head] in ("PRON", "DET")
        )
    low = view.words[head].lower()
    lemma = view.doc[head].lemma_.lower()
    if low in _nouns() or lemma in _nouns():
        return True
    return lemma not in THINGS and lemma.endswith(PERSONAL)
