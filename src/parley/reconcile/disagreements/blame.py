"""Two parties that blame each other for one act: who delays a deal, who broke a truce, who fired first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from parley.model.items import About, Position
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import acts, pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.parties import countries_of


@dataclass(frozen=True, slots=True)
class Charge:
    """That a party did an act, as another says: the parties (countries, or names without one) and the position."""

    accuser: str
    accused: str
    position: Position


def find_blame(draft: Draft) -> list[Raised]:
    """For each act, the parties that charge each other with it, or of which one is charged with what it charges."""
    countries = countries_of(draft)
    party = {n.id: countries.get(n.id, n.id) for n in draft.names}
    by_act: dict[str, list[Charge]] = defaultdict(list)
    for position in draft.positions:
        if position.stance == "accuses" and position.toward is not None:
            charge = Charge(
                party.get(position.party, position.party), party.get(position.toward, position.toward), position
            )
            if charge.accuser != charge.accused:
                for act in _acts(position):
                    by_act[act].append(charge)
    raised: list[Raised] = []
    told: set[frozenset[str]] = set()
    for _, charges in sorted(by_act.items()):
        for one, other in _opposed(charges):
            pair = frozenset((one, other))
            if pair not in told:
                told.add(pair)
                raised.append(_raise(draft, [[c for c in charges if c.accused == side] for side in (one, other)]))
    return raised or _mutual(draft, party)


def _acts(position: Position) -> list[str]:
    text = f"{position.issue}\n{' '.join(w.exact for w in position.witnesses)}"
    return [act for act, words in acts().items() if words.search(text)]


def _opposed(charges: list[Charge]) -> Iterator[tuple[str, str]]:
    """Pairs of parties of which one is charged, and the other is charged by that one."""
    accused = list(dict.fromkeys(c.accused for c in charges))
    for one, other in combinations(accused, 2):
        if any({c.accuser, c.accused} == {one, other} for c in charges):
            yield one, other


def _raise(draft: Draft, sides: list[list[Charge]]) -> Raised:
    names = {n.id: n.name for n in draft.names}
    who = [names.get(charges[0].position.toward or "", "a party") for charges in sides]
    return Raised(
        About("position", sides[0][0].position.id),
        "responsible",
        "parties",
        f"some blame {who[0]}, others {who[1]}",
        tuple(
            reading(
                name,
                [w for c in charges for w in c.position.witnesses],
                [c.position.party for c in charges],
            )
            for name, charges in zip(who, sides, strict=True)
        ),
    )


def _mutual(draft: Draft, party: Mapping[str, str]) -> list[Raised]:
    """Where a report only sums up: "each side blames the other"."""
    passages: list[tuple[Position, Witness]] = [
        (p, w)
        for p in draft.positions
        if p.stance == "accuses"
        for w in p.witnesses
        if pattern("mutual").search(w.exact) is not None
    ]
    if not passages:
        return []
    first = passages[0][0]
    words = [w for _, w in passages]
    held = [p.party for p, _ in passages]
    return [
        Raised(
            About("position", first.id),
            "responsible",
            "parties",
            "each of the parties blames the other",
            (reading("the one side", words, held), reading("the other side", words, held)),
        )
    ]
