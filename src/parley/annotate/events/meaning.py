"""What the language of standing means for a kind of event: a meeting that "happened" was held."""

from __future__ import annotations

from parley.annotate.events.lexicon import StatusWords
from parley.annotate.events.triggers import Trigger
from parley.model.findings import Status

PLANS = frozenset({"plan", "proposal", "memorandum", "initiative"})
SETTLED = frozenset({"agreement", "exchange", "release", "ceasefire", "withdrawal", "deal"})
FULFILLED = frozenset({"exchange", "agreement", "withdrawal", "release"})


def default(trigger: Trigger) -> Status:
    """The status of an event of which the language says nothing else."""
    if trigger.kind.held:
        return "held"
    if trigger.kind.name == "ceasefire":
        return "proposed"
    if trigger.kind.name == "agreement":
        return "proposed" if not trigger.verb and trigger.token.lemma_ in PLANS else "agreed"
    return "happened"


def fit(found: str, trigger: Trigger, words: StatusWords) -> Status:
    """The status that what was found means for this kind of event."""
    kind = trigger.kind
    begun = {trigger.token.lemma_, trigger.token.head.lemma_} & words.sets["begun"]
    if found in ("happened", "declared") and kind.family in words.sets["lasting"] and begun:
        return "under way"
    if found == "happened":
        return default(trigger) if kind.name != "ceasefire" else "happened"
    if found == "declared" and kind.name not in ("ceasefire", "sanctions", "disaster", "mourning"):
        if kind.name == "agreement":
            return "agreed"
        return "scheduled" if kind.held else "happened"
    if found == "agreed" and kind.name not in SETTLED:
        return "scheduled" if kind.held else "agreed"
    if found in ("broken", "lapsed") and kind.name not in ("ceasefire", "agreement"):
        return default(trigger)
    if found == "carried out" and kind.name not in FULFILLED:
        return default(trigger)
    return found  # type: ignore[return-value]
