"""Under which party each name of a story acts: its country, the body whose organ it is, the longer name it shortens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from parley.model.items import Name
from parley.reconcile.draft import Draft
from parley.reconcile.events.counts import words

WORD = re.compile(r"[^\W_]+(?:['’.]\w+)*")


def countries_of(draft: Draft) -> dict[str, str]:
    """The country of each of the story's names: that of the party it speaks for, as most reports have it."""
    votes: dict[str, Counter[str]] = {}
    for report in draft.reports:
        local = {n.id: n for n in draft.findings[report.id].names}
        for finding in local.values():
            spoken = local.get(finding.speaks_for) if finding.speaks_for else None
            country = finding.country or (spoken.country if spoken is not None else None)
            name = draft.name_of.get((report.id, finding.id))
            sided = finding.kind != "place" or (finding.key or "").startswith(("country/", "seat/"))
            if country and name and sided:
                votes.setdefault(name, Counter())[country] += 1
    return {name: min(count, key=lambda c: (-votes[name][c], c)) for name, count in votes.items()}


@dataclass(frozen=True, slots=True)
class Sides:
    """Of a story's names the country of each, and the fuller or wider name under which one stands.

    `sites` are airports, ports and the like, with the town that their name tells.
    """

    countries: Mapping[str, str]
    bodies: Mapping[str, str]
    sites: Mapping[str, str]

    def own(self, name: str) -> str:
        """The name itself, or the one that it shortens or is an organ of."""
        return self.bodies.get(name, name)

    def side(self, name: str) -> str:
        """The country for which the name acts, else its own."""
        return self.countries.get(name) or self.countries.get(self.own(name)) or self.own(name)

    def known(self, name: str) -> bool:
        return name in self.countries or name in self.bodies


def sides_of(draft: Draft) -> Sides:
    """The party of each name that acts under another: a country, a body ("the Council" of a union), a fuller name."""
    return Sides(countries_of(draft), _bodies(draft.names), _sites(draft.names))


def _bodies(names: list[Name]) -> dict[str, str]:
    """Organisations whose name begins with another's, to that one; and short names to the one that ends in them.

    Ships and firms are told by the last word of their names, which then looks like a person's.
    """
    organs: dict[tuple[str, ...], str] = {}
    tails: dict[str, list[str]] = {}
    short: list[tuple[str, str]] = []
    alike: dict[tuple[str, ...], str] = {}
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda n: n.id):
        told = tuple(w.lower() for w in WORD.findall(name.name))
        if name.kind != "place" and len(told) > 1 and alike.setdefault(told, name.id) != name.id:
            found[name.id] = alike[told]  # read as a person in one report, as a body in another
        if name.kind == "organisation" and (len(told) > 1 or name.name.isupper()):
            organs.setdefault(told, name.id)
        if name.kind in ("organisation", "other") and len(told) > 1:
            tails.setdefault(told[-1], []).append(name.id)
        elif name.kind in ("person", "other") and len(told) == 1:
            short.append((told[0], name.id))
    for told, key in organs.items():
        body = next((organs[told[:n]] for n in range(1, len(told)) if told[:n] in organs), None)
        if body is not None:
            found[key] = body
    return found | {key: tails[word][0] for word, key in short if len(tails.get(word, ())) == 1}


def _sites(names: list[Name]) -> dict[str, str]:
    """Places at which things happen ("Patras Harbour"), each with the town that begins or ends its name."""
    told = {n.id: tuple(w.lower() for w in WORD.findall(n.name)) for n in sorted(names, key=lambda n: n.id)}
    towns: dict[tuple[str, ...], str] = {}
    for name in sorted(names, key=lambda n: n.id):
        if name.kind == "place":
            towns.setdefault(told[name.id], name.id)
    found: dict[str, str] = {}
    for key, site in told.items():
        if words()["sites"].isdisjoint(site):
            continue
        parts = (part for n in range(len(site) - 1, 0, -1) for part in (site[:n], site[-n:]))
        town = next((towns[part] for part in parts if part in towns), None)
        if town is not None:
            found[key] = town
    return found
