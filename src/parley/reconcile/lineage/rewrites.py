"""Rewrites by machine: quotations reworded throughout, whether the source is among the reports or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from parley.model.items import Lineage
from parley.model.passages import Span
from parley.reconcile.draft import Draft
from parley.reconcile.lineage.copies import in_sequence
from parley.reconcile.lineage.reworded import Tally, tally_quotations
from parley.reconcile.lineage.sentences import Passages, clip_to_body
from parley.reconcile.statements import Utterance
from parley.text.synonyms import content_meanings
from parley.text.weights import Weights
from parley.text.words import split_words

_LEAST_ALTERED = 3

# A sentence is told again where so much of what it means stands in the other; a report is, where so many of its
# sentences are, in order, and so much of all of them. Independent reports of one event stay below half of either.
_TOLD_AGAIN, _IN_ORDER, _COVERED = 0.4, 0.6, 0.5
_FEW_ALTERED, _MORE_IN_ORDER = 2, 0.8
_LEAST_SENTENCES, _LEAST_MEANINGS = 4, 4
_LEAST_PLAIN = 2
_MOST_SOURCES = 5
_MOST_PAIRS = 40_000
"""Pairs of sentences compared for one pair of reports; longer reports are compared in their first sentences."""


def rewritten(draft: Draft, utterances: Sequence[Utterance]) -> list[Lineage]:
    """Reports that follow another of the story sentence by sentence, in other words, quotations not spared.

    Honest reports of one press conference quote alike, and each in its own order; a rewrite changes what stands in
    quotation marks and keeps the order.
    """
    tallies = tally_quotations(draft, utterances)
    suspects = [report for report, tally in tallies.items() if tally.rewords]
    if not suspects:
        return []
    told = _Told(draft)
    found: list[tuple[tuple[object, ...], Lineage]] = []
    for report in suspects:
        tally = tallies[report]
        sources = sorted(tally.against, key=lambda s: (-tally.against[s], s))[:_MOST_SOURCES]
        pairs = [pair for s in sources if (pair := told.compare(report, s)) is not None]
        pairs = [p for p in pairs if tally.altered >= _FEW_ALTERED or p.share >= _MORE_IN_ORDER]
        if pairs:
            best = max(pairs, key=lambda p: (p.covered, p.source))
            garbled = bool(_garbled(draft, report))
            rank = (-(garbled + (tally.outvoted > 0)), _later(draft, report, best.source), -best.covered, report)
            found.append((rank, _link(draft, best, tally)))
    kept: list[Lineage] = []
    for _, link in sorted(found, key=lambda one: one[0]):
        if not any({link.report, link.source} <= {other.report, other.source} for other in kept):
            kept.append(link)
    return kept


def unseen_source(draft: Draft, utterances: Sequence[Utterance], known: Collection[str] = ()) -> Iterator[Lineage]:
    """Reports that reword nearly every quotation which others give too, and whose source is not here.

    One reworded quotation is a slip, and two outlets may each translate a foreign speaker. So most of a report's
    shared quotations must be altered, and two further signs are wanted of these three: others agree against it on a
    wording, it alone has garbled forms of names, and at least four quotations are altered. Rewrites already `known`
    are left out, and do not speak against others.
    """
    for report, tally in tally_quotations(draft, utterances, without=known).items():
        if not tally.rewords or tally.altered < _LEAST_ALTERED:
            continue
        garbled = _garbled(draft, report)
        signs = (tally.outvoted > 0) + bool(garbled) + (tally.altered >= _LEAST_ALTERED + 1)
        if signs >= 2:
            because = f"{tally.altered} of {tally.compared} quotations that others give too are reworded"
            if garbled:
                because += f", and names are garbled ({', '.join(garbled[:3])})"
            share = round(tally.altered / tally.compared, 3)
            yield Lineage(report, None, "rewrite", share, because + "; its source is not here", tuple(tally.passages))


@dataclass(frozen=True, slots=True)
class _Pair:
    """How a report follows a source: pairs of sentences in order, their share of its own, how much is covered."""

    report: str
    source: str
    chain: tuple[tuple[Span, Span], ...]
    share: float
    covered: float


class _Told:
    """What the sentences of the reports mean, quotations and all, read as they are asked for."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known: dict[str, list[tuple[Span, frozenset[str]]]] = {}

    def _sentences(self, report: str) -> list[tuple[Span, frozenset[str]]]:
        if report not in self._known:
            text = self._draft.report(report).text
            spans = clip_to_body(self._draft, report)
            read = [(s, frozenset(content_meanings(split_words(s.of(text))))) for s in spans]
            self._known[report] = [(s, meant) for s, meant in read if len(meant) >= _LEAST_MEANINGS]
        return self._known[report]

    def compare(self, report: str, source: str) -> _Pair | None:
        """How the report follows the source; None where it does not."""
        theirs = self._sentences(source)
        mine = self._sentences(report)[: max(1, _MOST_PAIRS // max(1, len(theirs)))]
        if len(mine) < _LEAST_SENTENCES or len(theirs) < _LEAST_SENTENCES:
            return None
        weights = Weights.of(meant for _, meant in (*mine, *theirs))
        again: list[tuple[int, int]] = []
        best = [0.0] * len(mine)
        for i, (_, meant) in enumerate(mine):
            whole = weights.sum(meant)
            for j, (_, other) in enumerate(theirs):
                share = weights.sum(meant & other) / whole
                best[i] = max(best[i], share)
                if share >= _TOLD_AGAIN:
                    again.append((i, j))
        chain = in_sequence(again)
        share, covered = len(chain) / len(mine), sum(best) / len(mine)
        if share < _IN_ORDER or covered < _COVERED or len(chain) < _LEAST_SENTENCES:
            return None
        if sum(not _quotes(self._draft, report, mine[i][0]) for i, _ in chain) < _LEAST_PLAIN:
            return None
        told = tuple((mine[i][0], theirs[j][0]) for i, j in chain)
        return _Pair(report, source, told, share, covered)


def _quotes(draft: Draft, report: str, sentence: Span) -> bool:
    """Whether a quotation stands in the sentence: of two translations of one speech, those alone are told again."""
    units = (piece for s in draft.findings[report].statements for unit in s.units for piece in unit)
    return any(piece.quoted and sentence.meets(piece.span) for piece in units)


def _link(draft: Draft, pair: _Pair, tally: Tally) -> Lineage:
    passages: Passages = tuple(
        (draft.witness(pair.report, a.start, a.end), draft.witness(pair.source, b.start, b.end))
        for a, b in pair.chain[:3]
    )
    quotations = f"{tally.altered} of {tally.compared} quotations that others give too are reworded"
    because = f"{len(pair.chain)} sentences follow the other's in order, reworded, and {quotations}"
    return Lineage(pair.report, pair.source, "rewrite", round(pair.share, 3), because, passages)


def _later(draft: Draft, report: str, source: str) -> int:
    """0 where the report is known to be the later of the two, 1 where nothing is known, 2 where it is the earlier."""
    one, other = draft.published.get(report), draft.published.get(source)
    if one is None or other is None or not (one.earliest and one.latest and other.earliest and other.latest):
        return 1
    return 0 if one.earliest > other.latest else 2 if one.latest < other.earliest else 1


def _garbled(draft: Draft, report: str) -> list[str]:
    """Doubtful forms of names that only this report has, in order."""
    return sorted({f.text for name in draft.names for f in name.forms if f.doubtful and f.reports == (report,)})
