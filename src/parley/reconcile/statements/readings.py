"""The reading of an utterance: its original, or the wording that most independent origins bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model.items import Fidelity
from parley.reconcile.draft import Draft
from parley.reconcile.statements.renderings import Rendering
from parley.text.collation import Judgement, judge
from parley.text.words import content_stems, split_words

_MOST_WORDINGS = 40
_FEW = 0.34
"""The share of the shorter's words below which two passages quote different words of a sentence."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What versions are judged against: `wording` (quoted words; None if nobody quotes), and what is `shown`.

    `whole` is an original's full text, so that a version may run over several of its sentences.
    """

    wording: str | None
    shown: str
    original: str | None
    whole: str | None = None


def standard_of(draft: Draft, renderings: Sequence[Rendering]) -> Standard:
    """The standard for these renderings of one sentence."""
    for rendering in renderings:
        if rendering.original:
            whole = draft.report(rendering.report).text
            text = " ".join(r.quoted_text for r in renderings if r.report == rendering.report)
            return Standard(text, text, rendering.report, whole)
    quoting = [r for r in renderings if r.quoted]
    if not quoting:
        told = max(renderings, key=lambda r: (len(set(r.stems)), len(r.full_text), r.full_text))
        return Standard(None, told.full_text, None)
    best = _best_wording(draft, quoting)
    shown = best.quoted_text if 2 * len(best.quoted_stems) >= len(best.stems) else best.full_text
    return Standard(best.quoted_text, shown, None)


def _best_wording(draft: Draft, quoting: Sequence[Rendering]) -> Rendering:
    """The quotation that most independent origins follow; rewrites last, then the fullest, then by place."""
    doubted = {link.report for link in draft.lineage if link.kind == "rewrite"}
    distinct = {r.quoted_text: r for r in reversed(quoting)}

    def origin(rendering: Rendering) -> str:
        return draft.origin_of.get(rendering.report, rendering.report)

    def follows(rendering: Rendering, candidate: Rendering) -> bool:
        """Whether the rendering keeps to the candidate's words, or quotes other words of the sentence."""
        if rendering.quoted_text == candidate.quoted_text or len(distinct) > _MOST_WORDINGS:
            return rendering.quoted_text == candidate.quoted_text
        judgement = judge(rendering.quoted_text, candidate.quoted_text)
        return judgement.faithfulness != "altered" or _few_shared(
            judgement, rendering.quoted_text, candidate.quoted_text
        )

    def rank(candidate: Rendering) -> tuple[int, bool, int, int, int, str, int]:
        against = {origin(r) for r in quoting if not follows(r, candidate)}
        followers = {origin(r) for r in quoting} - against
        case = candidate.quoted_text.isupper()
        return (
            -len(followers),
            candidate.report in doubted,
            case,
            -len(candidate.quoted_stems),
            -len(candidate.quoted_text),
            candidate.report,
            candidate.start,
        )

    return min(distinct.values(), key=rank)


def judge_version(text: str, rendering: Rendering, standard: Standard) -> tuple[Fidelity, list[tuple[str, str, str]]]:
    """The fidelity of one quoted passage, and its changes as (before, after, kind)."""
    if standard.wording is None or (rendering.original and standard.original == rendering.report):
        return "same", []
    judgement = judge(text, standard.wording, complete=standard.original is not None)
    if judgement.faithfulness == "altered" and standard.whole is not None:
        judgement = min(
            (judgement, judge(text, standard.whole, complete=True)), key=lambda j: j.faithfulness == "altered"
        )
    if judgement.faithfulness == "altered" and _elsewhere(text, judgement, standard):
        return "cut", []
    fidelity: Fidelity = judgement.faithfulness
    changes: list[tuple[str, str, str]] = [
        (d.before, d.after, d.kind) for d in judgement.differences if d.kind != "cut"
    ]
    return fidelity, changes


def _elsewhere(text: str, judgement: Judgement, standard: Standard) -> bool:
    """Whether a fragment quotes another part of the sentence than the reading does, so that nothing can be compared."""
    return standard.original is None and _few_shared(judgement, text, standard.wording or text)


def _few_shared(judgement: Judgement, one: str, other: str) -> bool:
    if not set(content_stems(split_words(one))) & set(content_stems(split_words(other))):
        return True
    return judgement.shared < _FEW * min(len(split_words(one)), len(split_words(other)))
