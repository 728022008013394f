"""Renderings: each report's telling of one sentence of an utterance, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model.findings import Findings, Piece, StatementFinding
from parley.model.passages import Span
from parley.model.reports import Report
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.text.synonyms import content_meanings
from parley.text.words import Word, content_stems, fold, is_pronoun, split_words

Key = tuple[str, int, int]
"""Report id, index of the statement finding (-1 for an original's own sentences), and unit."""

_LEAST_REST = 20
"""Code points of indirect speech below which what is left beside a quoted sentence is only its cue."""

_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:es?|ed|ing)|retract\w*|recant\w*|withdr[ae]w\w*|disavow\w*|refut\w+|"
    r"rebut\w*|contradict\w*|debunk\w*|(?:took|takes?|taking|walk(?:s|ed|ing)?) back)\b",
    re.IGNORECASE,
)
_AFAR = re.compile(r"\b(?:(?:tele)?phone|interview|e-?mail|text message)\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:repeat(?:s|ed|ing)?|reiterat(?:es?|ed|ing))\b", re.IGNORECASE)
_MARKS = frozenset('"“”‘’«»„')
_BETWEEN = " \t\n\r\f\v\"'“”‘’«»„‟‹›`"


@dataclass(frozen=True, slots=True)
class Rendering:
    """One sentence of an utterance as one report gives it.

    `quoted` are its passages inside quotation marks, `clauses` the whole of it, cues left out; `inner` and `words`
    are the words of each, `quoted_stems` and `stems` the stems of those that carry content, `meanings` those of all of
    it with synonyms made one, `name_stems` the stems of capitalised words. `hearsay` marks what a person says that
    another said; an agency that relays words is none. `denied` says that the cue turns it ("denied that …"), `again`
    that it tells words said before ("he repeated"), `asked` that they were said to the report's own outlet. `days` are
    the first and last day on which the report appeared.
    """

    key: Key
    quoted: tuple[Span, ...]
    clauses: tuple[Span, ...]
    quoted_text: str
    full_text: str
    inner: tuple[Word, ...]
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    quoted_stems: tuple[str, ...]
    meanings: tuple[str, ...]
    name_stems: frozenset[str]
    speaker: str | None
    speaker_text: str
    finding: StatementFinding | None
    made: Time | None
    channel: str | None
    carried_by: tuple[str, ...]
    hearsay: bool = False
    original: bool = False
    denied: bool = False
    again: bool = False
    asked: bool = False
    days: tuple[str, str] | None = None

    @property
    def report(self) -> str:
        return self.key[0]

    @property
    def start(self) -> int:
        return self.clauses[0].start

    @property
    def place(self) -> tuple[str, int]:
        """Report and start, by which renderings are put in the order of the text."""
        return self.report, self.start

    @property
    def whole(self) -> bool:
        """Whether nothing but connecting words stands outside the quotation marks."""
        return bool(self.quoted) and len(self.quoted_stems) == len(self.stems)


def of_report(draft: Draft, report: Report) -> Iterator[Rendering]:
    """The renderings that a report's statements give, in order of statement and unit."""
    sentences = _sentences_quoted(draft.findings[report.id])
    for index, finding in enumerate(draft.findings[report.id].statements):
        for unit, pieces in enumerate(finding.units):
            own = _without_sentences(pieces, index, finding, sentences)
            rendering = _of_unit(draft, report, (report.id, index, unit), finding, own)
            if rendering is not None:
                yield rendering


_Sentences = list[tuple[int, str | None, Span]]


def _sentences_quoted(findings: Findings) -> _Sentences:
    """(statement, speaker, span) of every quoted piece that is a statement by itself."""
    return [
        (index, None if is_pronoun(finding.speaker_text) else finding.speaker, pieces[0].span)
        for index, finding in enumerate(findings.statements)
        for pieces in finding.units
        if len(pieces) == 1 and pieces[0].quoted
    ]


def _without_sentences(
    pieces: Sequence[Piece], index: int, finding: StatementFinding, sentences: _Sentences
) -> list[Piece]:
    """The pieces without a quoted sentence that stands as a statement of its own beside them, by the same speaker.

    "… it was unfair, adding: “I hope …”" are two sentences, though the first may have been found to run on.
    """
    told = sorted(p for p in pieces if p.end > p.start)
    if len(told) < 2 or all(p.quoted for p in told):
        return told
    others = [span for at, speaker, span in sentences if at != index and speaker in (None, finding.speaker)]
    kept = [p for p in told if not (p.quoted and any(p.span.meets(span) for span in others))]
    return kept if any(p.quoted for p in kept) or sum(p.end - p.start for p in kept) > _LEAST_REST else told


def _of_unit(
    draft: Draft, report: Report, key: Key, finding: StatementFinding, told: Sequence[Piece]
) -> Rendering | None:
    if not told:
        return None
    quoted = tuple(p.span for p in told if p.quoted)
    clauses = tuple(_clauses(report.text, told))
    quoted_text = " ".join(s.of(report.text) for s in quoted)
    full_text = " ".join(s.of(report.text) for s in clauses)
    every = split_words(full_text)
    inner = every if quoted_text == full_text else split_words(quoted_text)
    if not any(not w.is_gap for w in every):
        return None
    return Rendering(
        key=key,
        quoted=quoted,
        clauses=clauses,
        quoted_text=quoted_text,
        full_text=full_text,
        inner=tuple(inner),
        words=tuple(every),
        stems=tuple(content_stems(every)),
        quoted_stems=tuple(content_stems(inner)),
        meanings=tuple(content_meanings(every)),
        name_stems=name_stems_of(every, full_text),
        speaker=draft.name_of.get((report.id, finding.speaker)) if finding.speaker is not None else None,
        speaker_text=finding.speaker_text,
        finding=finding,
        made=draft.time(report.id, finding.made),
        channel=finding.channel,
        carried_by=finding.carried_by,
        hearsay=_is_hearsay(draft.findings[report.id], finding),
        again=finding.cue is not None and _AGAIN.search(finding.cue.of(report.text)) is not None,
        asked=_is_asked(report, finding),
        days=_days(draft, report.id),
        denied=finding.cue is not None and not quoted and _DENIES.search(finding.cue.of(report.text)) is not None,
    )


def _is_asked(report: Report, finding: StatementFinding) -> bool:
    """Whether the words were said to the report's own outlet: on the telephone, in an interview, or told to it."""
    if finding.channel is None or finding.carried_by:
        return False
    own = report.outlet is not None and fold(finding.channel) in fold(report.outlet)
    return own or _AFAR.search(finding.channel) is not None


def _days(draft: Draft, report: str) -> tuple[str, str] | None:
    published = draft.published.get(report)
    if published is None or not published.earliest or not published.latest:
        return None
    return published.earliest[:10], published.latest[:10]


def name_stems_of(words: Sequence[Word], text: str) -> frozenset[str]:
    """The stems of capitalised words; of the first word only if the next is capitalised too."""
    capital = [text[w.start].isupper() for w in words]
    first = len(capital) > 1 and capital[1]
    return frozenset(content_stems(w for at, w in enumerate(words) if capital[at] and (at or first)))


def _is_hearsay(findings: Findings, finding: StatementFinding) -> bool:
    if finding.inside is None:
        return False
    teller = findings.statements[finding.inside].speaker
    return any(name.id == teller and name.kind == "person" for name in findings.names)


def _clauses(text: str, pieces: Sequence[Piece]) -> Iterator[Span]:
    """Pieces that only quotation marks and space part, joined; a clause partly quoted keeps its outer marks."""
    runs: list[list[Piece]] = [[pieces[0]]]
    for piece in pieces[1:]:
        if text[runs[-1][-1].end : piece.start].strip(_BETWEEN):
            runs.append([piece])
        else:
            runs[-1].append(piece)
    for run in runs:
        start, end = run[0].start, max(p.end for p in run)
        if len({p.quoted for p in run}) == 2:
            start -= run[0].quoted and text[start - 1 : start] in _MARKS
            end += run[-1].quoted and text[end : end + 1] in _MARKS
        yield Span(start, end)
