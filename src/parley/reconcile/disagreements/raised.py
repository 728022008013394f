"""Disagreements as they are raised, before they get their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model.items import About, Disagreement, DisagreementKind, Reading
from parley.model.passages import Witness
from parley.reconcile.draft import Draft


@dataclass(frozen=True, slots=True)
class Raised:
    """A disagreement that has no id yet."""

    about: About
    attribute: str
    kind: DisagreementKind
    because: str
    readings: tuple[Reading, ...]


def reading(value: str, witnesses: Iterable[Witness], parties: Iterable[str] = ()) -> Reading:
    """One side: its value, the passages that give it, and the parties that hold to it."""
    passages = tuple(sorted(set(witnesses)))
    return Reading(value, tuple(sorted({w.report for w in passages})), tuple(sorted(set(parties))), passages)


def settle(draft: Draft, raised: list[Raised]) -> list[Disagreement]:
    """The disagreements in order of their first passage, each with an id."""
    done: list[Disagreement] = []
    for one in sorted(raised, key=lambda r: (_first(r), r.attribute, r.about.id)):
        least = _first(one)
        done.append(
            Disagreement(
                id=draft.ids.give("disagreement", least.report, least.start),
                story=draft.story.id,
                about=one.about,
                attribute=one.attribute,
                kind=one.kind,
                because=one.because,
                readings=one.readings,
            )
        )
    return done


def _first(raised: Raised) -> Witness:
    return min(w for r in raised.readings for w in r.witnesses)


def told_by(reports: int) -> str:
    """How many reports, in words."""
    return "1 report" if reports == 1 else f"{reports} reports"
