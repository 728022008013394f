"""Attributions against PolNeAR (Newell, Margolin and Ruths, LREC 2018), each a source, a cue and a content.

Contents are compared as sets of words by their places, over the union of a document's contents (marks and other
punctuation do not count). Attributions are matched one to one, best first, where Dice over the contents' words,
function words left out, is at least a half. A source is right when it shares a word with the gold's. A content in
quotation marks is found when four fifths of its words lie in some content of ours. The simple method takes what stands
in quotation marks, and what follows a verb of a short list up to the sentence's end, or goes before it after a
comma.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.annotate.annotator import Annotator
from parley.evaluate.table import Row
from parley.model.findings import StatementFinding
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

LEAST = 0.5
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FUNCTION = frozenset(
    {"the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "that", "it", "he", "she", "they", "his", "her",
     "their", "its", "is", "was", "be", "been", "are", "were", "has", "have", "had", "will", "would", "by", "with",
     "as", "at", "from", "this", "but", "not", "i", "we", "you"}
)  # fmt: skip
_QUOTED = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"|''[^\n]+?''")
_OPENING = re.compile(r"[“\"]|''")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_VERBS = (
    r"(?:said|says?|told|added|wrote|tweeted|asked|argued|claimed|noted|suggested|announced|believes?|warned|insisted)"
)
_AFTER = re.compile(rf"\b{_VERBS}\b(?: [A-Z]\w+)? ((?:that )?\w.*)")
_BEFORE = re.compile(rf"(.+),[”\"]? (?:[\w.]+ ){{1,4}}{_VERBS}\b[^,]*$")


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution, of the gold or of a method."""

    content: tuple[Span, ...]
    source: Span | None = None


@dataclass(slots=True)
class Tally:
    """Counts over the documents, from which the measures follow."""

    shared: int = 0
    gold_words: int = 0
    our_words: int = 0
    matched: int = 0
    gold: int = 0
    ours: int = 0
    sourced: int = 0
    sources_right: int = 0
    quoted: int = 0
    quoted_found: int = 0

    def add(self, text: str, gold: Sequence[Told], ours: Sequence[Told]) -> None:
        """Count one document."""
        wanted, got = _union(text, gold), _union(text, ours)
        self.shared += len(wanted & got)
        self.gold_words += len(wanted)
        self.our_words += len(got)
        self.gold += len(gold)
        self.ours += len(ours)
        for mine, theirs in match(text, gold, ours):
            self.matched += 1
            source = theirs.source
            if source is not None:
                self.sourced += 1
                found = mine.source is not None and _words(text, [mine.source]) & _words(text, [source])
                self.sources_right += bool(found)
        for told in gold:
            for span in told.content:
                words = _words(text, [span])
                if words and _OPENING.match(text, span.start):
                    self.quoted += 1
                    self.quoted_found += len(words & got) >= 0.8 * len(words)


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """The measures over ``*.jsonl`` of the folder, each document with its text and its attributions."""
    documents = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    ours, simple = Tally(), Tally()
    findings = annotator.annotate_many(report_of(d["id"], d["text"]) for d in documents)
    for document, found in zip(documents, findings, strict=True):
        text, gold = document["text"], [*told_of_gold(document["attributions"])]
        ours.add(text, gold, [told_of(s) for s in found.statements])
        simple.add(text, gold, by_marks_and_verbs(text))
    return rows(ours, simple)


def rows(ours: Tally, simple: Tally) -> list[Row]:
    """The table of the two tallies."""
    words, told = f"{ours.gold_words} words of contents", f"{ours.gold} attributions"
    found: list[Row] = []
    for name, index, over in (
        ("content words precision", 0, words),
        ("content words recall", 1, words),
        ("content words F1", 2, words),
        ("attribution precision", 3, told),
        ("attribution recall", 4, told),
        ("attribution F1", 5, told),
    ):
        found.append(Row(name, _measures(ours)[index], _measures(simple)[index], over))
    found.append(Row("source right", _ratio(ours.sources_right, ours.sourced), None, f"{ours.sourced} matched"))
    quoted = _ratio(simple.quoted_found, simple.quoted)
    found.append(Row("quoted contents found", _ratio(ours.quoted_found, ours.quoted), quoted, f"{ours.quoted} quoted"))
    return found


def _measures(tally: Tally) -> tuple[float, ...]:
    def three(hit: int, got: int, wanted: int) -> tuple[float, float, float]:
        return _ratio(hit, got), _ratio(hit, wanted), _ratio(2 * hit, got + wanted)

    words = three(tally.shared, tally.our_words, tally.gold_words)
    return (*words, *three(tally.matched, tally.ours, tally.gold))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def match(text: str, gold: Sequence[Told], ours: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Pairs (ours, gold) of attributions, one to one, by Dice over content words; ties go to the earlier."""
    wanted = [_content_words(text, told.content) for told in gold]
    got = [_content_words(text, told.content) for told in ours]
    holding: dict[int, list[int]] = {}
    for index, words in enumerate(wanted):
        for word in words:
            holding.setdefault(word, []).append(index)
    scored = []
    for mine, words in enumerate(got):
        for theirs in sorted({index for word in words for index in holding.get(word, ())}):
            score = 2 * len(words & wanted[theirs]) / (len(words) + len(wanted[theirs]))
            if score >= LEAST:
                scored.append((-score, mine, theirs))
    used_mine: set[int] = set()
    used_theirs: set[int] = set()
    pairs = []
    for _, mine, theirs in sorted(scored):
        if mine not in used_mine and theirs not in used_theirs:
            used_mine.add(mine)
            used_theirs.add(theirs)
            pairs.append((ours[mine], gold[theirs]))
    return pairs


def by_marks_and_verbs(text: str) -> list[Told]:
    """The simple method: quotation marks, and a list of verbs."""
    found = [Told((Span(m.start(), m.end()),)) for m in _QUOTED.finditer(text)]
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if any(mark in words for mark in '“”"') or "''" in words:
            continue
        hit = _AFTER.search(words) or _BEFORE.match(words)
        if hit is not None:
            found.append(Told((Span(sentence.start() + hit.start(1), sentence.start() + hit.end(1)),)))
    return found


def told_of(statement: StatementFinding) -> Told:
    """A statement of ours as compared."""
    return Told(statement.content, statement.source)


def told_of_gold(attributions: Iterable[dict[str, Any]]) -> Iterator[Told]:
    """The gold's attributions that have a content."""
    for attribution in attributions:
        content = tuple(Span(start, end) for start, end in attribution.get("content") or ())
        source = attribution.get("source")
        if content:
            yield Told(content, Span(source[0][0], source[-1][1]) if source else None)


def report_of(name: str, text: str) -> Report:
    """A bare report of one text."""
    body = (Span(0, len(text)),)
    return Report(name, name, "", None, None, None, (), "en", Published(), text, body, Reader("plain", "1"))


def _words(text: str, spans: Iterable[Span]) -> set[int]:
    return {m.start() for span in spans for m in _WORD.finditer(text, span.start, span.end)}


def _content_words(text: str, spans: Sequence[Span]) -> set[int]:
    """The places of the words that mean something, or of all where none does."""
    places = {
        m.start()
        for span in spans
        for m in _WORD.finditer(text, span.start, span.end)
        if m.group().lower() not in _FUNCTION
    }
    return places or _words(text, spans)


def _union(text: str, told: Iterable[Told]) -> set[int]:
    return _words(text, [span for one in told for span in one.content])
