"""One line on an event, in plain English: a noun, what it concerns, who takes part, where and when."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from parley.model.findings import EventFinding
from parley.model.items import Name, Role
from parley.model.times import Time
from parley.reconcile.events.counts import words
from parley.reconcile.events.families import MUTUAL, family_of
from parley.text.intervals import days_of

SHOWN = 3
OF_TWO = frozenset(["talks", "exchange", "agreement", "ceasefire", "deal"])
OWNED = re.compile(r" of (?:their|his|her|its|the)\b")
LENGTH = re.compile(r"\b(\d+|one|two|three|ten|thirty)[- ](hour|day|week|month)s?\b", re.I)


def summarise(
    names: Mapping[str, Name],
    kind: str,
    roles: tuple[Role, ...],
    place: str | None,
    time: Time | None,
    told: Sequence[EventFinding],
) -> str:
    """What, of or between whom, where and when, not how it stands; `names` by their ids, `told` the mentions."""
    counted = _counted(kind, told)
    if place is not None and family_of(kind) == "force":
        # The town says it; the country around it says no more.
        roles = tuple(r for r in roles if r.role == "source" or (r.name in names and names[r.name].kind != "place"))
    tell = _mutual if kind in MUTUAL else _acted
    line = tell(names, kind, roles, counted, told)
    if place is not None and place in names and names[place].name not in line:
        at = names[place].name.split()[-1].lower() in words()["sites"]
        preposition = _words()["placed"].get(kind, "at" if at else "in")
        line += f" {preposition} {names[place].name}"
    return f"{line}, {_day(time)}" if time is not None else line


def _mutual(
    names: Mapping[str, Name], kind: str, roles: tuple[Role, ...], counted: str, told: Sequence[EventFinding]
) -> str:
    line = _noun(kind, told)
    if kind == "ceasefire" and (length := next((m for e in told if (m := LENGTH.search(e.exact))), None)) is not None:
        line = f"{length.group(1).capitalize()}-{length.group(2).lower()} ceasefire"
    if counted:
        line += f" of {counted}"
    shown = _named(names, [r.name for r in roles])
    if kind not in OF_TWO:
        persons = [n for n in shown if n.kind == "person"]
        shown = persons if len(persons) > 1 else shown
    texts = [n.name for n in shown][: 2 if kind in OF_TWO else SHOWN]
    if len(texts) > 1:
        return f"{line} between {', '.join(texts[:-1])} and {texts[-1]}"
    if texts:
        return f"{line} {'by' if kind == 'ceasefire' else 'with'} {texts[0]}"
    return line


def _acted(
    names: Mapping[str, Name], kind: str, roles: tuple[Role, ...], counted: str, told: Sequence[EventFinding]
) -> str:
    line = _noun(kind, told)
    _, onto, by = _words()["wording"].get(kind, ("", "of", "by"))
    doers = [n.name for n in _named(names, [r.name for r in roles if r.role == "source"])][:1]
    others = [n for n in _named(names, [r.name for r in roles if r.role != "source"]) if n.name not in doers]
    if kind == "casualties":
        victims = [n.name for n in others if n.kind == "person"]
        if counted or not victims:
            return f"Death of {counted}" if counted else "Deaths"
        others = [n for n in others if n.kind == "person"]
    if family_of(kind) in ("mishap", "disaster") and kind != "casualties":
        return line
    object_ = counted or " and ".join(n.name for n in others[:2])
    if line in ("Conviction", "Acquittal", "Shelling"):
        onto = "of"
    if object_ and onto:
        line += f" {onto} {object_}"
    if doers and by and not (object_ and by == onto):
        line += f" {by} {doers[0]}"
    return line


def _named(names: Mapping[str, Name], ids: Sequence[str]) -> list[Name]:
    """The names, without groups that are only described ("the two delegations") where others have a name."""
    found = [names[i] for i in dict.fromkeys(ids) if i in names]
    proper = [n for n in found if n.name[:1].isupper()]
    return proper or found


def _noun(kind: str, told: Sequence[EventFinding]) -> str:
    """What the event is called: by the word that most mentions use, where that is a name for such a thing."""
    called: dict[str, str] = _words()["called"] | _words()["called_in"].get(kind, {})
    votes = Counter(called[e.lemma] for e in told if e.lemma in called and family_of(e.type) == family_of(kind))
    votes += Counter("Conviction" for e in told if e.type == kind == "ruling" and "guilty" in e.exact)
    if votes:
        return min(votes, key=lambda v: (-votes[v], v))
    wording = _words()["wording"].get(kind)
    return str(wording[0]) if wording else kind[:1].upper() + kind[1:]


def _counted(kind: str, told: Sequence[EventFinding]) -> str:
    """How many people it concerns, as most mentions say ("1,000 prisoners each")."""
    if kind not in _words()["counted"]["types"]:
        return ""
    votes: Counter[str] = Counter()
    for event in told:
        found = _count_pattern().search(event.exact)
        if found is not None:
            words = OWNED.sub("", " ".join(found.group(0).split()))
            votes[words[:1].lower() + words[1:]] += 1
    return min(votes, key=lambda v: (-votes[v], -len(v), v)) if votes else ""


@cache
def _count_pattern() -> re.Pattern[str]:
    words = _words()["counted"]
    number, noun, each = ("|".join(words[k]) for k in ("numbers", "nouns", "each"))
    return re.compile(rf"\b(?:{number})\s+(?:[a-z]+\s+){{0,2}}?(?:{noun})\b(?:\s+(?:{each})\b)?", re.I)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("parley.reconcile.events") / "summary.toml").read_text(encoding="utf-8"))


def _day(time: Time) -> str:
    first, last = days_of(time)
    if time.precision == "year":
        return str(first.year)
    if first == last:
        return _written(first)
    if time.precision in ("month", "quarter", "season"):
        return first.strftime("%B %Y")
    return f"{_written(first)} to {_written(last)}"


def _written(day: date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
