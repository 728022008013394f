"""Rewrites whose source is not among the reports: quotations reworded throughout, and names garbled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parley.model.items import Lineage
from parley.model.passages import Witness
from parley.reconcile.draft import Draft
from parley.reconcile.statements import Utterance
from parley.reconcile.statements.renderings import Rendering
from parley.text.collation import judge

_LEAST_ALTERED = 3
_LEAST_SHARE = 0.75
_LEAST_WORDS = 3


@dataclass(slots=True)
class _Tally:
    """How a report's quotations stand against those that other reports give of the same sentences.

    `outvoted` counts the altered ones where two others, or an original, agree on the words.
    """

    compared: int = 0
    altered: int = 0
    outvoted: int = 0
    passages: list[tuple[Witness, Witness]] = field(default_factory=list)


def unseen_source(draft: Draft, utterances: Sequence[Utterance]) -> Iterator[Lineage]:
    """Reports that reword nearly every quotation which others give too.

    One reworded quotation is a slip, and two outlets may each translate a foreign speaker. So most of a report's
    shared quotations must be altered, and two further signs are wanted of these three: others agree against it on a
    wording, it alone has garbled forms of names, and at least four quotations are altered.
    """
    tallies = {report.id: _Tally() for report in draft.reports if not report.original}
    for utterance in utterances:
        _count(draft, utterance, tallies)
    for report, tally in tallies.items():
        garbled = _garbled(draft, report)
        signs = (tally.outvoted > 0) + bool(garbled) + (tally.altered >= _LEAST_ALTERED + 1)
        if tally.altered >= _LEAST_ALTERED and tally.altered >= _LEAST_SHARE * tally.compared and signs >= 2:
            because = f"{tally.altered} of {tally.compared} quotations that others give too are reworded"
            if garbled:
                because += f", and names are garbled ({', '.join(garbled[:3])})"
            share = round(tally.altered / tally.compared, 3)
            yield Lineage(report, None, "rewrite", share, because + "; its source is not here", tuple(tally.passages))


def _count(draft: Draft, utterance: Utterance, tallies: dict[str, _Tally]) -> None:
    quoting = [r for r in utterance.renderings if r.whole and len(r.inner) >= _LEAST_WORDS]
    if len({r.report for r in quoting}) < 2:
        return
    for mine in quoting:
        if mine.original:
            continue
        others = [r for r in quoting if r.report != mine.report]
        against = [r for r in others if judge(mine.quoted_text, r.quoted_text).faithfulness == "altered"]
        tally = tallies[mine.report]
        tally.compared += 1
        if len(against) < len(others) or not others:
            continue
        tally.altered += 1
        tally.outvoted += any(r.original for r in others) or _agreed(others)
        tally.passages.append((_passage(draft, mine), _passage(draft, others[0])))


def _agreed(others: Sequence[Rendering]) -> bool:
    return any(
        a.report != b.report and judge(a.quoted_text, b.quoted_text).faithfulness != "altered"
        for at, a in enumerate(others[:20])
        for b in others[at + 1 : 20]
    )


def _passage(draft: Draft, rendering: Rendering) -> Witness:
    return draft.witness(rendering.report, rendering.quoted[0].start, rendering.quoted[0].end)


def _garbled(draft: Draft, report: str) -> list[str]:
    """Doubtful forms of names that only this report has, in order."""
    return sorted({f.text for name in draft.names for f in name.forms if f.doubtful and f.reports == (report,)})
