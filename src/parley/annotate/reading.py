"""A report while it is being annotated: its text, its parse, its marks, and what the stages have found so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.model.findings import (
    EventFinding,
    FigureFinding,
    NameFinding,
    PositionFinding,
    StatementFinding,
    TimeFinding,
)
from parley.model.passages import Span
from parley.model.reports import Report
from parley.model.times import Published
from parley.text.marks import Quotation, find_quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Phrase

    from parley.annotate.names.cast import Cast


def body_text(report: Report) -> str:
    """The report's text with furniture blanked out: same length, so the parse's offsets are the report's."""
    text = report.text
    parts: list[str] = []
    at = 0
    for span in report.body:
        parts.append(_blank(text[at : span.start]))
        parts.append(text[span.start : span.end])
        at = span.end
    parts.append(_blank(text[at:]))
    return "".join(parts)


def _blank(furniture: str) -> str:
    return "\n" * len(furniture)


@dataclass(slots=True)
class Reading:
    """One report with its parse. `doc` is over `text` (furniture blanked), so token.idx is an offset into it.

    Each stage of the annotator fills one of the lists and may read those filled before it, in the order in which they
    are declared here.
    """

    report: Report
    text: str
    doc: Doc
    quotations: tuple[Quotation, ...]
    published: Published
    names: list[NameFinding] = field(default_factory=list)
    times: list[TimeFinding] = field(default_factory=list)
    statements: list[StatementFinding] = field(default_factory=list)
    figures: list[FigureFinding] = field(default_factory=list)
    events: list[EventFinding] = field(default_factory=list)
    positions: list[PositionFinding] = field(default_factory=list)
    _mentions: list[tuple[int, int, str]] | None = None
    _named: dict[str, NameFinding] = field(default_factory=dict)
    cast: Cast | None = None

    @classmethod
    def begin(cls, report: Report, text: str, doc: Doc) -> Reading:
        """A reading with nothing found yet."""
        return cls(report, text, doc, find_quotations(text), report.published)

    def quoted(self, start: int, end: int) -> bool:
        """Whether the passage stands wholly inside quotation marks."""
        return any(q.inner.start <= start and end <= q.inner.end for q in self.quotations)

    def sentences(self) -> Iterator[Phrase]:
        """The parse's sentences that hold any word."""
        return (s for s in self.doc.sents if not all(t.is_space for t in s))

    def name_at(self, start: int, end: int) -> str | None:
        """The local id of the name whose mention covers most of the passage, innermost first; None if none meets it.

        Call it only after the names stage; mentions are indexed on first use.
        """
        if self._mentions is None:
            self._mentions = sorted((m.start, m.end, n.id) for n in self.names for m in n.mentions)
        index = bisect_right(self._mentions, (end, 0, ""))
        best: tuple[int, int, str] | None = None
        for m_start, m_end, name in self._mentions[max(0, index - 40) : index]:
            shared = min(end, m_end) - max(start, m_start)
            if shared > 0 and (best is None or (shared, -(m_end - m_start)) > (best[0], best[1])):
                best = (shared, -(m_end - m_start), name)
        return best[2] if best else None

    def name(self, local: str) -> NameFinding:
        """The name finding with this local id; names are indexed as they come. Raises KeyError where there is none."""
        for known in self.names[len(self._named) :]:
            self._named[known.id] = known
        return self._named[local]

    def span(self, start_token: int, end_token: int) -> Span:
        """The span of tokens [start_token, end_token), white space at its ends left out."""
        tokens = [t for t in self.doc[start_token:end_token] if not t.is_space]
        if not tokens:
            at = self.doc[start_token].idx
            return Span(at, at)
        return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
