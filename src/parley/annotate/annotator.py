"""The annotator: a parse, then one stage after the other over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import TYPE_CHECKING, Any

from parley.annotate import dating, events, figures, names, positions, statements, times
from parley.annotate.parse import add_sentences
from parley.annotate.reading import Reading, body_text
from parley.annotate.tokens import GuardedTokenizer
from parley.errors import SettingError
from parley.model.findings import Findings
from parley.model.passages import Span
from parley.model.reports import Report
from parley.rules import rules_of
from parley.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


BATCH = 64_000
"""Code points parsed together: the parser's working memory grows with them, some 4 MB a thousand."""


class Annotator:
    """Finds names, times, statements, figures, events and positions in reports, one at a time.

    `pipeline` names an installed English spaCy pipeline with tagger, parser, lemmatizer and named entities.
    Raises SettingError if it is not installed.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.nlp = load(pipeline)
        self.version = self.version_of(pipeline)

    @staticmethod
    def version_of(pipeline: str) -> str:
        """The version that findings made with this pipeline carry; cheap, as the pipeline is not loaded."""
        try:
            return f"{rules_of('annotate', 'text')}+{pipeline}-{metadata.version(pipeline)}"
        except metadata.PackageNotFoundError as fault:
            raise SettingError(
                f"no spaCy pipeline named {pipeline!r} is installed", advice="set PARLEY_PIPELINE or install it"
            ) from fault

    def annotate(self, report: Report) -> Findings:
        """The findings of one report; none but its date if it is not in English."""
        return next(self.annotate_many([report]))

    def annotate_many(self, reports: Iterable[Report]) -> Iterator[Findings]:
        """The findings of each report, in order; holds a few reports at a time."""
        for report, doc in self._parse(reports):
            yield self._findings(report, doc)

    def readings(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Each report's reading before any stage has run; for trying out a stage alone."""
        for report, doc in self._parse(reports):
            if doc is not None:
                yield Reading.begin(report, doc.text, doc)

    def _parse(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Any]]:
        pairs = ((body_text(r) if r.language in (None, "en") else "", r) for r in reports)
        for batch in _batches(pairs):
            if len(batch) == 1 and len(batch[0][0]) > BATCH:
                yield batch[0][1], self._parse_long(batch[0][0])
            else:
                for doc, report in self.nlp.pipe(batch, as_tuples=True, batch_size=len(batch)):
                    yield report, (doc if len(doc) else None)

    def _parse_long(self, text: str) -> Doc:
        """The parse of a long text, made block by block and put together, so that working memory stays a batch's."""
        from spacy.tokens import Doc

        blocks = (self.nlp(block) for block in _blocks(text))
        return Doc.from_docs(list(blocks), ensure_whitespace=False) or self.nlp("")

    def _findings(self, report: Report, doc: Any) -> Findings:
        if doc is None:
            return Findings(report.id, self.version, report.published)
        reading = Reading.begin(report, doc.text, doc)
        names.find(reading)
        times.find(reading)
        dating.date_report(reading)
        statements.find(reading)
        names.own_words(reading)
        figures.find(reading)
        events.find(reading)
        positions.find(reading)
        return Findings(
            report=report.id,
            annotator=self.version,
            published=reading.published,
            times=tuple(reading.times),
            names=tuple(reading.names),
            statements=tuple(reading.statements),
            figures=tuple(reading.figures),
            events=tuple(reading.events),
            positions=tuple(reading.positions),
            sentences=tuple(Span(s.start_char, s.end_char) for s in reading.sentences()),
        )


def _batches(pairs: Iterable[tuple[str, Report]]) -> Iterator[list[tuple[str, Report]]]:
    """Reports that are parsed together: as many as fit in a batch's characters, at least one."""
    batch: list[tuple[str, Report]] = []
    size = 0
    for text, report in pairs:
        if batch and size + len(text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append((text, report))
        size += len(text)
    if batch:
        yield batch


def _blocks(text: str) -> Iterator[str]:
    """The text in blocks of at most a batch's size, cut after a line where there is one, else after a space."""
    at = 0
    while at < len(text):
        end = at + BATCH
        if end < len(text):
            cut = max(text.rfind("\n", at, end), -1)
            cut = cut if cut > at else text.rfind(" ", at, end)
            end = cut + 1 if cut > at else end
        yield text[at:end]
        at = end


def load(pipeline: str) -> Language:
    """The spaCy pipeline of that name. Raises SettingError where it is not installed."""
    import spacy

    try:
        nlp = spacy.load(pipeline)
    except OSError as fault:
        raise SettingError(
            f"no spaCy pipeline named {pipeline!r} is installed", advice="set PARLEY_PIPELINE or install it"
        ) from fault
    nlp.max_length = 100_000_000
    add_sentences(nlp)
    nlp.tokenizer = GuardedTokenizer(nlp.tokenizer, nlp.vocab)
    return nlp
