"""One report's count of victims: its first plain number, or as many victims as it tells apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from parley.annotate.figures.casualties import Casualty, find_casualties
from parley.annotate.figures.casualty_words import words_of_casualties
from parley.annotate.reading import Reading


@dataclass(frozen=True, slots=True)
class Count:
    """A report's count of victims, and whether it is told as a number or only gathered from victims told one by one."""

    value: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many a report tells killed and injured; None where it does not say."""

    killed: Count | None
    injured: Count | None


def tally(reading: Reading) -> Tally:
    """The report's victims, from plain counts and from those told one by one."""
    told = [c for c in find_casualties(reading) if not c.elsewhere]
    surnames = _surnames(reading)
    killed = _settle([c for c in told if c.slot == "killed"], surnames, set())
    dead = {surnames.get(c.who, c.who) for c in told if c.slot == "killed" and c.who}
    hurt = [c for c in told if c.slot == "injured"]
    injured = _settle([c for c in hurt if not _is_hit(c)], surnames, dead)
    if injured is None or not injured.plain:
        hit = _settle([c for c in hurt if _is_hit(c)], surnames, dead)
        if hit is not None and hit.plain:
            injured = Count(max(0, hit.value - (killed.value if killed else 0)), True)
        elif injured is None and hit is not None and killed is None:
            injured = hit
    return Tally(killed, injured)


def _is_hit(casualty: Casualty) -> bool:
    """Whether the victim is only said to be shot or struck, which those who died also were."""
    return casualty.trigger.lemma_.lower() in words_of_casualties().struck


def _surnames(reading: Reading) -> dict[str, str]:
    """Each part of a person's full name → its last part, so that a first name used alone is no second victim."""
    parts: dict[str, str] = {}
    for name in reading.doc.ents:
        if name.label_ == "PERSON" and len(name) > 1:
            words = [t.lower_ for t in name if t.is_alpha]
            for word in words[:-1]:
                parts.setdefault(word, words[-1])
    return parts


def _settle(told: list[Casualty], surnames: dict[str, str], others: set[str]) -> Count | None:
    """One count from many tellings: the first plain one; else as many as one clause or the names tell apart."""
    if not told:
        return None
    plain = [c for c in told if c.plain and c.count is not None]
    named = {surnames.get(c.who, c.who) for c in told if c.who and not c.who.startswith("self:")} - others
    by_clause = Counter(c.trigger.i for c in told if c.count == 1)
    alone = max([len(named), *by_clause.values()], default=0)
    selves = any(c.who.startswith("self:") for c in told)
    if plain:
        first = plain[0]
        by_killer = first.victim.dep_ == "dobj" and first.slot == "killed"
        return Count((first.count or 0) + int(selves and by_killer), True)
    if alone and selves and any(c.count == 1 and not c.who.startswith("self:") for c in told):
        alone = max(alone, 2)
    return Count(alone, False) if alone else None
