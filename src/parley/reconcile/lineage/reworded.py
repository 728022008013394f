"""How a report's quotations stand against those that others give of the same sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from parley.model.passages import Witness
from parley.reconcile.draft import Draft
from parley.reconcile.statements import Utterance
from parley.reconcile.statements.renderings import Rendering
from parley.text.collation import judge

LEAST_SHARE = 0.75
"""The share of its compared quotations that must be altered in a report that rewords."""

_LEAST_WORDS = 3
_MOST = 20
"""Different wordings of one sentence that are compared; a crowd says no more."""


@dataclass(slots=True)
class Tally:
    """One report's quotations: how many `compared`, how many `altered` against every other report's.

    `outvoted` counts the altered ones where two others, or an original, agree on the words; `against` the altered ones
    by the reports that give other words; `passages` shows them beside another's.
    """

    compared: int = 0
    altered: int = 0
    outvoted: int = 0
    against: Counter[str] = field(default_factory=Counter)
    passages: list[tuple[Witness, Witness]] = field(default_factory=list)

    @property
    def rewords(self) -> bool:
        """Whether nearly every quotation is altered: one alone is a slip, or another's translation."""
        return self.altered > 0 and self.altered >= LEAST_SHARE * self.compared


def tally_quotations(
    draft: Draft, utterances: Sequence[Utterance], without: Collection[str] = ()
) -> Mapping[str, Tally]:
    """A tally a report, in order of id; the quotations of reports `without` count for nothing."""
    tallies = {r.id: Tally() for r in draft.reports if not r.original}
    for utterance in utterances:
        quoting = [r for r in utterance.renderings if r.whole and len(r.inner) >= _LEAST_WORDS]
        quoting = [r for r in quoting if r.report not in without]
        if len({r.report for r in quoting}) > 1:
            _count(draft, quoting, tallies)
    return tallies


def _count(draft: Draft, quoting: Sequence[Rendering], tallies: Mapping[str, Tally]) -> None:
    """Wordings are compared once each, so that a sentence that a thousand reports quote costs no more."""
    told: dict[str, list[Rendering]] = {}
    for rendering in quoting:
        told.setdefault(rendering.quoted_text, []).append(rendering)
    wordings = sorted(told, key=lambda text: (-len(told[text]), text))[:_MOST]
    unlike = {(a, b): judge(a, b).faithfulness == "altered" for a in wordings for b in wordings if a != b}
    for mine in (r for text in wordings for r in told[text] if not r.original):
        others = [t for t in wordings if any(r.report != mine.report for r in told[t][:2])]
        tally = tallies[mine.report]
        tally.compared += 1
        if not others or not all(unlike.get((mine.quoted_text, text), False) for text in others):
            continue
        tally.altered += 1
        elsewhere = [r for text in others for r in told[text][:_MOST] if r.report != mine.report]
        tally.outvoted += any(r.original for r in elsewhere) or _agreed(others, told, unlike, mine.report)
        tally.against.update(sorted({r.report for r in elsewhere}))
        tally.passages.append((_passage(draft, mine), _passage(draft, elsewhere[0])))


def _agreed(
    others: Sequence[str], told: Mapping[str, Sequence[Rendering]], unlike: Mapping[tuple[str, str], bool], report: str
) -> bool:
    """Whether two reports other than this one keep to one wording."""
    for at, text in enumerate(others):
        holders = {r.report for r in told[text]} - {report}
        if len(holders) > 1:
            return True
        for other in others[at + 1 :]:
            if not unlike[text, other] and {r.report for r in told[other]} - {report} - holders:
                return True
    return False


def _passage(draft: Draft, rendering: Rendering) -> Witness:
    return draft.witness(rendering.report, rendering.quoted[0].start, rendering.quoted[0].end)
