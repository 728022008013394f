"""When words without a day were said: a report is written within a day of what it quotes.

News style gives the day of what is older ("said last week", "had said") and may leave out that of what is new.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from parley.model.findings import TimeFinding
from parley.model.passages import Span
from parley.model.times import Published, Time
from parley.reconcile.draft import Draft
from parley.reconcile.statements.alignment import Utterance
from parley.reconcile.statements.renderings import Rendering
from parley.text.words import fold

BECAUSE = "no day is given; reports are written within a day of what they quote"

_WIDEST = timedelta(days=2)
"""How far apart the first and last day may lie on which the report can have appeared."""

_OLDER = timedelta(days=7)
_NEAR = 400
_LONGEST = 1000
"""Code points on either side of a cue that count as its sentence."""

_COARSE = ("year", "quarter", "season", "month")
"""A day named so many code points before, and so long before the report, leads a tale of what went before."""

_REACH = 40
"""Code points before a cue in which its auxiliaries and adverbs stand."""

_NOT_NEWS = re.compile(
    r"\b(?:has|have|had|having|'ve|’ve|once|often|repeatedly|previously|earlier|formerly|long|always|ever|never|later|"
    r"then|would|will|could|may|might|should|must|can|to|if|when|whenever|until|before|after|since|did|does|do|not|"
    r"who|which|that|whether)\b[^.;:,“”\"]*$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*(?:afterwards?|at the time|back then|then|later|earlier|previously|before|last|after)\b", re.I)
_BOUND = re.compile(r"\b(?:before|ahead of|prior to)\b[^.;:,]*$", re.I)
_KEPT = re.compile(
    r"\b(?:interview\w*|book|memoir\w*|autobiograph\w*|documentar\w+|letters?|studies|study|podcast\w*|column|essay|"
    r"article|documents?|file|files|diar\w+|testimony|e-?mails?|memo|memorandum|report|media reports|news reports)\b",
    re.IGNORECASE,
)


def date_fresh(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Give statements without a day the day of their first report or the one before, as a guess.

    `utterances` stand in the order of `draft.statements`.
    """
    found: dict[tuple[str, str | None], Time] = {}
    pages: dict[str, _Page] = {}
    older = _older(draft, pages, utterances)
    for at, utterance in enumerate(utterances):
        statement = draft.statements[at]
        old = any(_said_with(r) in older for r in utterance.renderings)
        made = _fresh(draft, pages, utterance.renderings) if statement.made is None and not old else None
        if made is not None:
            draft.statements[at] = replace(statement, made=made)
            found.setdefault((statement.of or statement.id, statement.speaker), made)
    for at, utterance in enumerate(utterances):
        statement = draft.statements[at]
        made = found.get((statement.of or statement.id, statement.speaker))
        if statement.made is None and made is not None and all(_bare(r) for r in utterance.renderings):
            draft.statements[at] = replace(statement, made=made)


def date_outlets(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Give what an outlet reported without a day the one day that the story names for its report, as a guess.

    `utterances` stand in the order of `draft.statements`; those of which a day is concluded only count for nothing.
    """
    told: dict[str | None, dict[tuple[str, str], Time]] = {}
    for at, utterance in enumerate(utterances):
        statement = draft.statements[at]
        outlet = any(fold(c) in fold(r.speaker_text) for r in utterance.renderings for c in r.carried_by)
        if outlet and statement.made is not None and statement.speaker is not None and not statement.made.guess:
            days = told.setdefault(statement.speaker, {})
            days[statement.made.earliest[:10], statement.made.latest[:10]] = statement.made
    for at, utterance in enumerate(utterances):
        statement = draft.statements[at]
        if statement.made is None and statement.speaker in told:
            named = told[statement.speaker].items()
            near = [
                t for (first, last), t in named if all(_just_after(draft, r, first, last) for r in utterance.renderings)
            ]
            if len(near) == 1:
                because = f"{near[0].because}; another report names the day of what this outlet told".removeprefix("; ")
                draft.statements[at] = replace(statement, made=replace(near[0], guess=True, because=because))


def _just_after(draft: Draft, rendering: Rendering, first: str, last: str) -> bool:
    """Whether the report that tells it appeared on the day named or within days of it."""
    published = _days(draft.published.get(rendering.report))
    if published is None or rendering.denied:
        return False
    return date.fromisoformat(first) <= published[1] and published[0] - date.fromisoformat(last) <= _OLDER


def _said_with(rendering: Rendering) -> tuple[str, int | None]:
    """The report and the number of the utterance in it."""
    return rendering.report, rendering.finding.utterance if rendering.finding is not None else None


def _older(draft: Draft, pages: dict[str, _Page], utterances: Sequence[Utterance]) -> set[tuple[str, int | None]]:
    """The utterances said before a time that one of their sentences begins with ("Ahead of the talks on Monday, …")."""
    found: set[tuple[str, int | None]] = set()
    for utterance in utterances:
        for rendering in utterance.renderings:
            finding = rendering.finding
            if finding is None or finding.cue is None or finding.utterance is None or finding.made is not None:
                continue
            if rendering.report not in pages:
                pages[rendering.report] = _Page(draft, rendering.report)
            page = pages[rendering.report]
            sentence = page.sentence(finding.cue.start)
            if sentence is not None and _bounded(page, rendering, sentence):
                found.add(_said_with(rendering))
    return found


def _bounded(page: _Page, rendering: Rendering, sentence: Span) -> bool:
    """Whether the sentence begins with a time, outside what was said, before which it was said."""
    finding = rendering.finding
    content, upto = (finding.content, finding.cue.start) if finding and finding.cue else ((), sentence.start)
    for time in page.times(sentence.start, upto):
        before = page.text[max(sentence.start, time.start - _REACH) : time.start]
        if _BOUND.search(before) and not any(c.meets(Span(time.start, time.end)) for c in content):
            return True
    return False


def _bare(rendering: Rendering) -> bool:
    """Whether it is a quotation that runs on from another, without a cue of its own."""
    return rendering.finding is not None and rendering.finding.cue is None


class _Page:
    """A report's sentences, times and spoken passages, looked up by place."""

    def __init__(self, draft: Draft, report: str) -> None:
        findings = draft.findings[report]
        self.text = draft.report(report).text
        self._sentences = findings.sentences
        self._starts = [s.start for s in findings.sentences]
        self._times = sorted((t for t in findings.times if t.type in ("DATE", "TIME")), key=lambda t: (t.start, t.end))
        self._time_starts = [t.start for t in self._times]
        said = sorted({p.span for s in findings.statements for unit in s.units for p in unit})
        self._said_starts = [s.start for s in said]
        self._said_ends = list(accumulate((s.end for s in said), max))

    def sentence(self, at: int) -> Span | None:
        place = bisect_right(self._starts, at) - 1
        return self._sentences[place] if place >= 0 and at < self._sentences[place].end else None

    def times(self, start: int, end: int) -> list[TimeFinding]:
        """The times that begin in [start, end)."""
        return self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def is_said(self, time: TimeFinding) -> bool:
        """Whether the time stands in what somebody says."""
        place = bisect_right(self._said_starts, time.start) - 1
        return place >= 0 and self._said_ends[place] >= time.end


def _fresh(draft: Draft, pages: dict[str, _Page], renderings: Sequence[Rendering]) -> Time | None:
    """The days in which the first report that tells it appeared, and one more; None where that cannot be said."""
    dated = [(days, r) for r in renderings if (days := _days(draft.published.get(r.report))) is not None]
    if not dated or len(dated) < len(renderings):
        return None
    (first, last), rendering = min(dated, key=lambda one: (one[0], one[1].place))
    if rendering.report not in pages:
        pages[rendering.report] = _Page(draft, rendering.report)
    if last - first > _WIDEST or not _is_news(pages[rendering.report], rendering, first):
        return None
    earliest, latest = (first - timedelta(days=1)).isoformat(), last.isoformat()
    return Time(earliest, latest, "day", None, "", guess=True, because=BECAUSE)


def _days(published: Published | None) -> tuple[date, date] | None:
    if published is None or not published.earliest or not published.latest:
        return None
    return date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])


def _is_news(page: _Page, rendering: Rendering, day: date) -> bool:
    """Whether the report tells it as new: a plain cue, no other time beside it, no older day named before it."""
    finding = rendering.finding
    if finding is None or finding.cue is None or finding.act != "said" or finding.negated or rendering.hearsay:
        return False
    if rendering.channel and _KEPT.search(rendering.channel):
        return False
    text, cue = page.text, finding.cue
    sentence = page.sentence(cue.start) or cue
    sentence = Span(max(sentence.start, cue.start - _LONGEST), min(sentence.end, cue.end + _LONGEST))
    before = text[max(sentence.start, cue.start - _REACH) : cue.start]
    if _NOT_NEWS.search(_outside(before, cue.start - len(before), finding.content)):
        return False
    if _NOT_NEWS.match(cue.of(text)) or _THEN.match(text, cue.end) or _is_outlet(rendering):
        return False
    if _KEPT.search(_outside(text[sentence.start : sentence.end], sentence.start, finding.content)):
        return False
    return not _dated_otherwise(page, rendering, sentence, day)


def _is_outlet(rendering: Rendering) -> bool:
    """Whether it is another outlet's own report that is told: it may have appeared any day before."""
    return any(fold(rendering.speaker_text) == fold(carrier) for carrier in rendering.carried_by) or bool(
        _KEPT.search(rendering.speaker_text[:100])
    )


def _outside(passage: str, start: int, content: Sequence[Span]) -> str:
    """The passage, which begins at `start`, with what stands in the content blanked out."""
    kept = list(passage)
    for span in content:
        for at in range(max(span.start, start), min(span.end, start + len(passage))):
            kept[at - start] = " "
    return "".join(kept)


def _dated_otherwise(page: _Page, rendering: Rendering, sentence: Span, day: date) -> bool:
    """Whether the sentence names a time outside what was said, or its paragraph, before it, an older day."""
    content = rendering.finding.content if rendering.finding else ()
    paragraph = page.text.rfind("\n", max(0, sentence.start - _NEAR), sentence.start) + 1
    for time in page.times(sentence.start - _NEAR, sentence.end):
        span = Span(time.start, time.end)
        if sentence.holds(span):
            if not any(c.meets(span) for c in content):
                return True
        elif time.time is not None and time.time.precision not in _COARSE and not page.is_said(time):
            last = date.fromisoformat(time.time.latest[:10])
            if last < (day - timedelta(days=1) if time.start >= paragraph else day - _OLDER):
                return True
    return False
