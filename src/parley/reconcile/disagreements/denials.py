"""What one party charges another with, and the other denies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from parley.model.items import About, Position
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import content_words
from parley.reconcile.events.parties import countries_of

NEAR = 400
"""How far (code points) behind a charge an answer that names no party may stand in the report."""


def find_denials(draft: Draft) -> list[Raised]:
    """Charges that the charged party denies: one disagreement between parties for each party charged."""
    countries = countries_of(draft)
    party = {n.id: countries.get(n.id, n.id) for n in draft.names}
    bench = {n.id for n in draft.names if pattern("bench").search(n.name)}
    charges = [p for p in draft.positions if p.stance == "accuses" and not _is_verdict(p) and p.party not in bench]
    denials = [p for p in draft.positions if p.stance == "rejects" and denies(p) and p.party not in bench]
    answered: dict[str, tuple[list[Position], list[Position]]] = {}
    for charge in charges:
        for denial in denials:
            accused = _answers(charge, denial, party)
            if accused:
                made, answers = answered.setdefault(accused, ([], []))
                made.extend([charge] if charge not in made else [])
                answers.extend([denial] if denial not in answers else [])
    return [_raise(draft, accused, made, answers, party) for accused, (made, answers) in answered.items()]


def denies(position: Position) -> bool:
    """Whether what is rejected is said to be untrue, rather than refused."""
    text = " ".join(w.exact for w in position.witnesses)
    return bool(pattern("denial").search(text)) and not pattern("withheld").search(text)


def _is_verdict(position: Position) -> bool:
    """Whether a court has found what others charge: that is no charge that waits for an answer."""
    return any(pattern("verdict").search(w.exact) for w in position.witnesses)


def _answers(charge: Position, denial: Position, party: Mapping[str, str]) -> str:
    """The party charged where the denial answers the charge, else nothing.

    It does where the party charged denies the matter, or all wrongdoing; or where somebody denies just this right
    behind it ("… accused the strikers of blocking a road. The union denied it").
    """
    accused = party.get(charge.toward, charge.toward) if charge.toward else ""
    accuser, answering = party.get(charge.party, charge.party), party.get(denial.party, denial.party)
    if accuser == answering:
        return ""
    if accused and accused == answering and accused != accuser:
        sweeping = pattern("sweeping").fullmatch(denial.issue)
        return accused if sweeping or _meets(charge, denial) else ""
    if charge.issue == denial.issue and any(_follows(c, d) for c in charge.witnesses for d in denial.witnesses):
        return accused or answering
    return ""


def _follows(charge: Witness, denial: Witness) -> bool:
    return charge.report == denial.report and 0 <= denial.start - charge.end <= NEAR


def _meets(charge: Position, denial: Position) -> bool:
    """Whether the denial answers the charge: they share words of the matter."""
    return len(_matter(charge) & _matter(denial)) >= 2


@lru_cache(maxsize=10_000)
def _matter(position: Position) -> frozenset[str]:
    return frozenset(content_words(f"{position.issue} {' '.join(w.exact for w in position.witnesses)}"))


def _raise(
    draft: Draft, accused: str, made: list[Position], answers: list[Position], party: Mapping[str, str]
) -> Raised:
    words: list[Witness] = [w for d in answers for w in d.witnesses]
    denial = pattern("denial")
    for statement in draft.statements:
        speaks = statement.speaker is not None and party.get(statement.speaker) == accused
        if speaks and denial.search(statement.reading):
            words += [v.witness for v in statement.witnesses if denial.search(v.witness.exact)]
    names = {n.id: n.name for n in draft.names}
    return Raised(
        About("position", made[0].id),
        "occurred",
        "parties",
        f"charged by {names.get(made[0].party, 'one party')}, denied by {names.get(answers[0].party, 'another')}",
        (
            reading(made[0].issue, [w for c in made for w in c.witnesses], [c.party for c in made]),
            reading("denied", words, [d.party for d in answers]),
        ),
    )
