"""What one party charges another with, and the other denies."""

from __future__ import annotations

import re

from parley.model.items import About, Position
from parley.model.passages import Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import content_words, countries_of

THAT = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:ed|es)) that\b", re.I)
NEAR = 400
"""How far (code points) before its denial a claim may stand in the report."""


def find_denials(draft: Draft) -> list[Raised]:
    """Charges that the charged party denies: one disagreement between parties for each pair of them."""
    countries = countries_of(draft)
    party = {n.id: countries.get(n.id, n.id) for n in draft.names}
    charges = [p for p in draft.positions if p.stance == "accuses" and p.toward is not None]
    denials = [p for p in draft.positions if p.stance == "rejects" and _denies(p)]
    raised: list[Raised] = []
    denial = pattern("denial")
    for accused in dict.fromkeys(party.get(p.toward or "", "") for p in charges):
        answers = [d for d in denials if party.get(d.party) == accused]
        made = [c for c in charges if party.get(c.toward or "") == accused and party.get(c.party) != accused]
        made = [c for c in made if any(_meets(c, d) for d in answers)]
        if not made or not answers:
            continue
        words: list[Witness] = [w for d in answers for w in d.witnesses]
        for statement in draft.statements:
            speaks = statement.speaker is not None and party.get(statement.speaker) == accused
            if speaks and denial.search(statement.reading):
                words += [v.witness for v in statement.witnesses if denial.search(v.witness.exact)]
        names = {n.id: n.name for n in draft.names}
        raised.append(
            Raised(
                About("position", made[0].id),
                "occurred",
                "parties",
                f"{names.get(made[0].party, 'one')} says so, {names.get(answers[0].party, 'the other')} denies it",
                (
                    reading(made[0].issue, [w for c in made for w in c.witnesses], [c.party for c in made]),
                    reading("denied", words, [d.party for d in answers]),
                ),
            )
        )
    answered = {w for r in raised for one in r.readings for w in one.witnesses}
    for denial_of in denials:
        if answered.isdisjoint(denial_of.witnesses) and (found := _contradiction(draft, denial_of)) is not None:
            raised.append(found)
            answered.update(denial_of.witnesses)
    return raised


def _contradiction(draft: Draft, denied: Position) -> Raised | None:
    """What somebody else says just before in the same report, and a party denies in so many words."""
    for witness in denied.witnesses:
        if THAT.search(witness.exact) is None:
            continue
        matter = content_words(THAT.split(witness.exact)[-1])
        for statement in draft.statements:
            if statement.speaker == denied.party or pattern("denial").search(statement.reading):
                continue
            told = [
                v.witness
                for v in statement.witnesses
                if v.witness.report == witness.report and 0 <= witness.start - v.witness.end <= NEAR
            ]
            if told and len(matter & content_words(told[0].exact)) >= 2:
                who = {n.id: n.name for n in draft.names}.get(denied.party, "a party")
                return Raised(
                    About("position", denied.id),
                    "occurred",
                    "parties",
                    f"{statement.speaker_text or 'one source'} says so, {who} denies it",
                    (
                        reading(told[0].exact, told, [statement.speaker] if statement.speaker else []),
                        reading("denied", denied.witnesses, [denied.party]),
                    ),
                )
    return None


def _denies(position: Position) -> bool:
    text = " ".join(w.exact for w in position.witnesses)
    return bool(pattern("denial").search(text)) and not pattern("withheld").search(text)


def _meets(charge: Position, denial: Position) -> bool:
    """Whether the denial answers the charge: they share words of the matter."""
    said = content_words(f"{charge.issue} {' '.join(w.exact for w in charge.witnesses)}")
    answered = content_words(f"{denial.issue} {' '.join(w.exact for w in denial.witnesses)}")
    return len(said & answered) >= 2
