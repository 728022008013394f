"""Originals: posts, transcripts and communiqués that the reports quote, as one long utterance of their speaker."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model.items import Name
from parley.model.passages import Span
from parley.model.reports import Report
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.statements.renderings import Rendering, name_stems_of
from parley.text.synonyms import content_meanings
from parley.text.words import content_stems, fold, is_content, split_words, stem


def of_original(draft: Draft, report: Report) -> Iterator[Rendering]:
    """An original is one long utterance: a rendering a sentence, by its speaker, wholly in his words."""
    speaker = speaker_of(draft, report)
    made = None
    if report.made:
        day = report.made[:10] if len(report.made) == 10 else report.made
        made = Time(
            day, day, "day" if len(day) == 10 else "minute", None, report.made, False, "given with the original"
        )
    for number, sentence in enumerate(sentences_of(draft, report)):
        words = split_words(sentence.of(report.text))
        if words:
            stems = tuple(content_stems(words))
            text = sentence.of(report.text)
            yield Rendering(
                key=(report.id, -1, number),
                quoted=(sentence,),
                clauses=(sentence,),
                quoted_text=text,
                full_text=text,
                inner=tuple(words),
                words=tuple(words),
                stems=stems,
                quoted_stems=stems,
                meanings=tuple(content_meanings(words)),
                name_stems=name_stems_of(words, text),
                speaker=speaker,
                speaker_text=report.speaker or "",
                finding=None,
                made=made,
                channel=report.channel,
                carried_by=(),
                original=True,
            )


def sentences_of(draft: Draft, report: Report) -> Iterator[Span]:
    for span in draft.findings[report.id].sentences or report.body:
        text = span.of(report.text)
        start = span.start + len(text) - len(text.lstrip())
        end = span.start + len(text.rstrip())
        if start < end:
            yield Span(start, end)


def speaker_of(draft: Draft, report: Report) -> str | None:
    """The name that an original's stated speaker goes by in this story."""
    if not report.speaker:
        return None
    want = [w.form for w in split_words(report.speaker)]
    best: tuple[int, int, str] | None = None
    for at, name in enumerate(draft.names):
        score = max((_shared_tail(want, form) for form in _forms(name)), default=0)
        if score and (best is None or (score, -at) > (best[0], best[1])):
            best = (score, -at, name.id)
    return best[2] if best else None


def _forms(name: Name) -> Iterator[list[str]]:
    for text in (name.name, *(f.text for f in name.forms)):
        yield [fold(w.form) for w in split_words(text)]


def _shared_tail(want: list[str], form: list[str]) -> int:
    """Three for the same words, two for the same first and last word, one for the same last word, else nothing."""
    if not want or not form or stem(want[-1]) != stem(form[-1]) or not is_content(want[-1]):
        return 0
    return 3 if want == form else 2 if want[0] == form[0] else 1
