"""Types that may name one event in other words: a meeting is told as talks, a strike as an attack."""

from __future__ import annotations

FAMILIES = {
    "call": "contact", "talks": "contact", "summit": "contact", "meeting": "contact",
    "strike": "force", "attack": "force",
    "exchange": "release", "release": "release",
    "arrest": "custody", "seizure": "custody", "inspection": "custody",
    "accident": "mishap", "crash": "mishap", "fire": "mishap", "explosion": "mishap", "casualties": "mishap",
    "ruling": "court", "sentence": "court",
}  # fmt: skip

MUTUAL = frozenset({"call", "talks", "summit", "meeting", "exchange", "agreement", "ceasefire", "deal"})
# What is agreed one day and done another.
SETTLED_FIRST = frozenset({"release", "ceasefire", "withdrawal", "deal"})
HELD = frozenset({"call", "talks", "summit", "meeting", "visit", "interview", "vote", "election", "trial"})
DATED = frozenset({"force", "mishap", "disaster", "custody", "contact", "test", "protest", "walkout", "transfer"})


# What a report tells as one incident with many acts; blows of a war are many incidents.
INCIDENTS = frozenset({"attack", "casualties", "accident", "crash", "fire", "explosion", "disaster"})
# Acts after PLOVER that are news of another name, and those too small to stand in a record by themselves.
PLAIN = {"refusal_to_work": "walkout"}
MINOR = frozenset(
    ["violence", "assistance", "reduction", "repression", "concession", "encounter", "cooperation", "alert"]
)


def family_of(kind: str) -> str:
    """The family of a type; its own where it has none."""
    plain = PLAIN.get(kind, kind)
    return FAMILIES.get(plain, plain)
