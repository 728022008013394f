"""Types that may name one event in other words: a meeting is told as talks, a strike as an attack."""

from __future__ import annotations

FAMILIES = {
    "call": "contact", "talks": "contact", "summit": "contact", "meeting": "contact",
    "strike": "force", "attack": "force",
    "exchange": "release", "release": "release",
    "arrest": "custody", "seizure": "custody", "inspection": "custody",
    "accident": "mishap", "crash": "mishap", "fire": "mishap", "explosion": "mishap", "casualties": "mishap",
}  # fmt: skip

MUTUAL = frozenset({"call", "talks", "summit", "meeting", "exchange", "agreement", "ceasefire", "deal"})
# What is agreed one day and done another.
SETTLED_FIRST = frozenset({"release", "ceasefire", "withdrawal", "deal"})
HELD = frozenset({"call", "talks", "summit", "meeting", "visit", "interview", "vote", "election", "trial"}) | {
    "address",
    "session",
    "ceremony",
}
DATED = frozenset({"force", "mishap", "disaster", "custody", "contact", "test", "protest", "walkout", "transfer"}) | {
    "raid",
    "visit",
    "rescue",
    "search",
    "departure",
    "arrival",
    "closure",
    "reopening",
    "discovery",
}


# What a story has but one of, unless day, place, people or number tell two apart: every report tells it its own way.
SINGULAR = frozenset(
    {"mishap", "disaster", "walkout", "release", "abduction", "ruling", "sentence", "trial", "appeal"}
    | {"vote", "election", "investigation", "visit", "resignation", "custody", "charge", "motion", "pleading"}
    | {"questioning", "testimony", "summons", "address", "hospital", "mourning", "licence", "candidacy", "raid"}
    | {"departure", "arrival", "distress", "warning", "rescue", "search", "closure", "reopening", "standoff"}
    | {"ransom", "disappearance", "recall", "dissolution", "discovery"}
)
# Of these it is the people that tell two apart.
PERSONAL = frozenset(
    {"ruling", "sentence", "appeal", "trial", "visit", "resignation", "investigation", "abduction", "charge"}
    | {"pleading", "questioning", "testimony", "summons", "address", "hospital", "candidacy", "disappearance"}
)
# What may be put off to another day.
MOVABLE = frozenset(
    {"release", "visit", "vote", "election", "trial", "ruling", "sentence", "walkout"}
    | {"motion", "testimony", "search", "reopening", "departure", "ceremony"}
)

# What a report tells as one incident with many acts; blows of a war are many incidents.
INCIDENTS = frozenset({"attack", "casualties", "accident", "crash", "fire", "explosion", "disaster"})
# What kills and injures.
CAUSES = frozenset(["mishap", "disaster", "force"])
# Acts after PLOVER that are news of another name, and those too small to stand in a record by themselves.
PLAIN = {"refusal_to_work": "walkout"}
MINOR = frozenset(
    ["violence", "assistance", "reduction", "repression", "concession", "encounter", "cooperation", "alert"]
)


def family_of(kind: str) -> str:
    """The family of a type; its own where it has none."""
    plain = PLAIN.get(kind, kind)
    return FAMILIES.get(plain, plain)
