"""The sentences of reports, quotations left out, and what one report has word for word, or nearly, from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model.passages import Span, Witness
from parley.reconcile.draft import Draft
from parley.text.marks import find_quotations
from parley.text.shingles import Shingle, containment, shingle
from parley.text.words import content_stems, split_words

RUN = 5
"""Words in a run; five in a row are rarely shared by chance, and small changes leave most runs whole."""

_LEAST_STEMS = 4

Passages = tuple[tuple[Witness, Witness], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its own words, those outside quotation marks, as runs and as stems of content; and their number."""

    span: Span
    runs: frozenset[Shingle]
    stems: frozenset[str]
    words: int


Bodies = Mapping[str, Sequence[Sentence]]
"""Each report's sentences in order, by report id."""


def read_bodies(draft: Draft) -> dict[str, list[Sentence]]:
    """The sentences of every report that have at least four own words of content."""
    return {report.id: list(_own_sentences(draft, report.id)) for report in draft.reports}


def _own_sentences(draft: Draft, report: str) -> list[Sentence]:
    text = draft.report(report).text
    found: list[Sentence] = []
    for span in clip_to_body(draft, report):
        words = split_words(_without_quotations(span.of(text)))
        stems = frozenset(content_stems(words))
        if len(stems) >= _LEAST_STEMS:
            runs = frozenset(shingle([w.form for w in words], RUN))
            found.append(Sentence(span, runs, stems, len(words)))
    return found


def clip_to_body(draft: Draft, report: str) -> list[Span]:
    """The report's sentences without the page furniture that a sentence may straddle."""
    body = draft.report(report).body
    found: list[Span] = []
    at = 0
    for sentence in draft.findings[report].sentences or body:
        while at < len(body) and body[at].end <= sentence.start:
            at += 1
        for part in body[at:]:
            if part.start >= sentence.end:
                break
            found.append(Span(max(part.start, sentence.start), min(part.end, sentence.end)))
    return found


def _without_quotations(sentence: str) -> str:
    parts: list[str] = []
    at = 0
    for quotation in find_quotations(sentence):
        if quotation.level == 0 and quotation.outer.start >= at:
            parts.append(sentence[at : quotation.outer.start])
            at = quotation.outer.end
    return " ".join([*parts, sentence[at:]])


def runs_of(sentences: Sequence[Sentence]) -> set[Shingle]:
    """All runs of own words of a report."""
    return {run for sentence in sentences for run in sentence.runs}


def common_share(bodies: Bodies, report: str, source: str) -> float:
    """The share of the report's own runs of words that stand word for word in the source, 0 to 1."""
    return round(containment(runs_of(bodies[report]), runs_of(bodies[source])), 3)


def alike_passages(draft: Draft, bodies: Bodies, report: str, source: str, most: int = 3) -> Passages:
    """The sentences that the two share most of word for word, up to `most` pairs, in the report's order."""
    holders: dict[Shingle, int] = {}
    for at, sentence in enumerate(bodies[source]):
        for run in sentence.runs:
            holders.setdefault(run, at)
    pairs: list[tuple[float, int, int]] = []
    for at, mine in enumerate(bodies[report]):
        met = {holders[run] for run in mine.runs if run in holders}
        if met:
            share, other = max((containment(mine.runs, bodies[source][m].runs), -m) for m in met)
            if share >= 0.3:
                pairs.append((-share, at, -other))
    best = sorted((at, other) for _, at, other in sorted(pairs)[:most])
    return tuple(
        (witness(draft, report, bodies[report][at]), witness(draft, source, bodies[source][other]))
        for at, other in best
    )


def witness(draft: Draft, report: str, sentence: Sentence) -> Witness:
    """The sentence as a passage of its report."""
    return draft.witness(report, sentence.span.start, sentence.span.end)
