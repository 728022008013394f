"""The reading of an utterance: its original, or the wording that most independent origins bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model.items import Fidelity
from parley.reconcile.draft import Draft
from parley.reconcile.statements.renderings import Rendering
from parley.text.collation import Judgement, Names, judge
from parley.text.synonyms import share_meaning
from parley.text.words import split_words

_MOST_WORDINGS = 40
_ORDER = ("same", "typography", "cut", "altered")
_FEW = 0.34
"""The share of the shorter's words below which two passages quote different words of a sentence."""
_FRAME = 0.6
"""The share of the longer's words that must stand in both where no word of content does."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What versions are judged against: `wordings` (none if nobody quotes), and what is `shown` as the reading.

    There is one wording, unless no report's quotation goes on over the whole sentence: then a wording for each part.
    `whole` is an original's full text, so that a version may run over several of its sentences.
    """

    wordings: tuple[str, ...]
    shown: str
    original: str | None
    whole: str | None = None


def forms_of_names(draft: Draft) -> Names:
    """The undoubted forms of the story's names."""
    found: dict[str, set[str]] = {}
    for name in draft.names:
        for form in name.forms:
            if not form.doubtful:
                found.setdefault(" ".join(w.form for w in split_words(form.text)), set()).add(name.id)
    return {form: frozenset(ids) for form, ids in found.items()}


def standard_of(draft: Draft, renderings: Sequence[Rendering], names: Names) -> Standard:
    """The standard for these renderings of one sentence."""
    for rendering in renderings:
        if rendering.original:
            whole = draft.report(rendering.report).text
            text = " ".join(r.quoted_text for r in renderings if r.report == rendering.report)
            return Standard((text,), text, rendering.report, whole)
    quoting = [r for r in renderings if r.quoted]
    if not quoting:
        told = max(renderings, key=lambda r: (len(set(r.stems)), len(r.full_text), r.full_text))
        return Standard((), told.full_text, None)
    parts = _parts(_ranked(draft, quoting, names))
    best = parts[0]
    shown = best.full_text
    if 2 * len(best.quoted_stems) >= len(best.stems):
        together = sorted((p for p in parts if p.report == best.report), key=lambda p: p.start)
        shown = " ".join(p.quoted_text for p in together)
    # A comma before the closing mark belongs to the cue that follows, not to what was said.
    return Standard(tuple(p.quoted_text for p in parts), shown.rstrip(" ,"), None)


def _parts(ranked: Sequence[Rendering]) -> list[Rendering]:
    """The best quotation, and the best of those that quote other words of the sentence."""
    parts: list[Rendering] = []
    for candidate in ranked[:_MOST_WORDINGS]:
        texts = [p.quoted_text for p in parts]
        if all(_few_shared(judge(candidate.quoted_text, text), candidate.quoted_text, text) for text in texts):
            parts.append(candidate)
    return parts


def _ranked(draft: Draft, quoting: Sequence[Rendering], names: Names) -> list[Rendering]:
    """Different quotations, those that most independent origins follow first; rewrites last, then the first told.

    Where no other report bears a wording out, the one that was there first is no rendering of another's.
    """
    doubted = {link.report for link in draft.lineage if link.kind == "rewrite"}
    distinct = {r.quoted_text: r for r in reversed(quoting)}

    def origin(rendering: Rendering) -> str:
        return draft.origin_of.get(rendering.report, rendering.report)

    def follows(rendering: Rendering, candidate: Rendering) -> bool:
        """Whether the rendering keeps to the candidate's words, or quotes other words of the sentence."""
        if rendering.quoted_text == candidate.quoted_text or len(distinct) > _MOST_WORDINGS:
            return rendering.quoted_text == candidate.quoted_text
        judgement = judge(rendering.quoted_text, candidate.quoted_text, names=names)
        return judgement.faithfulness != "altered" or _few_shared(
            judgement, rendering.quoted_text, candidate.quoted_text
        )

    def rank(candidate: Rendering) -> tuple[int, bool, bool, str, int, int, str, int]:
        followers = {origin(r) for r in quoting if follows(r, candidate)}
        return (
            -len(followers),
            candidate.report in doubted,
            candidate.quoted_text.isupper(),
            _published(draft, candidate.report),
            -len(candidate.quoted_stems),
            -len(candidate.quoted_text),
            candidate.report,
            candidate.start,
        )

    return sorted(distinct.values(), key=rank)


def _published(draft: Draft, report: str) -> str:
    """The day on which the report says that it appeared; one that does not say comes last."""
    published = draft.published.get(report)
    stated = published is not None and published.basis == "stated"
    return published.earliest[:10] if stated and published is not None and published.earliest else "~"


def judge_version(
    text: str, rendering: Rendering, standard: Standard, names: Names
) -> tuple[Fidelity, list[tuple[str, str, str]]]:
    """The fidelity of one quoted passage, and its changes as (before, after, kind).

    Against several wordings the worst counts; a passage that shares hardly a word with any quotes words of its own.
    """
    if not standard.wordings or (rendering.original and standard.original == rendering.report):
        return "same", []
    complete = standard.original is not None
    judgements = [(judge(text, wording, complete, names), wording) for wording in standard.wordings]
    if complete:
        worst = judgements[0][0]
        if worst.faithfulness == "altered" and standard.whole is not None:
            over = judge(text, standard.whole, complete, names)
            worst = over if over.faithfulness != "altered" else worst
    else:
        compared = [j for j, wording in judgements if not _few_shared(j, text, wording)]
        if not compared:
            return "cut", []
        worst = max(compared, key=lambda j: _ORDER.index(j.faithfulness))
    fidelity: Fidelity = worst.faithfulness
    changes: list[tuple[str, str, str]] = [(d.before, d.after, d.kind) for d in worst.differences if d.kind != "cut"]
    return fidelity, changes


def _few_shared(judgement: Judgement, one: str, other: str) -> bool:
    """Whether two passages quote different words of a sentence, rather than one wording of it changed."""
    left, right = split_words(one), split_words(other)
    least, most = sorted((len(left), len(right)))
    if not share_meaning(left, right):
        # "We are …" twice, both all that is quoted: the frame shows that the last word was exchanged.
        return judgement.shared < _FRAME * most
    return judgement.shared < _FEW * least
