"""Collation by itself: the statements are given as the gold has them, and only joining and judging is measured.

Gold: a story's reports beside a ``gold.json`` (or a folder of reports beside a file of its name), whose statements have
witnesses by report and offsets, and name the reports that alter them. The simple method joins two passages of
different reports when rapidfuzz's token set ratio is 85 or more, and calls a quotation altered when its words are no
unbroken part of the longest version's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from parley.evaluate.table import Row
from parley.model.findings import Findings, Piece, StatementFinding, StatementKind, TimeFinding
from parley.model.items import Form, Name, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published, Time
from parley.reconcile import lineage, statements
from parley.reconcile.draft import Draft, begin
from parley.text.marks import find_quotations
from parley.text.sentences import split_sentences
from parley.text.words import split_words

if TYPE_CHECKING:
    from parley.annotate.annotator import Annotator

ALIKE = 85


@dataclass(frozen=True, slots=True)
class Told:
    """A gold passage: the statement it tells, in its report, whether quoted, and whether the gold calls it altered."""

    statement: str
    report: str
    span: Span
    text: str
    speaker: str
    quoted: bool
    altered: bool
    compared: bool
    made: str | None


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """Pairs of passages joined, joined wrongly, alterations found and invented, over all stories in the folder."""
    del annotator  # the statements are given
    ours, simple = Tally(), Tally()
    for reports, gold in _stories(folder):
        told = list(_passages(reports, gold))
        draft = draft_of(reports, told)
        utterances = statements.align(draft)
        lineage.trace(draft, utterances)
        statements.collate(draft, utterances)
        ours.count(told, *_ours(draft, told))
        simple.count(told, *_simple(told))
    return [
        Row("joined", ours.joined / max(1, ours.same), simple.joined / max(1, ours.same), f"{ours.same} pairs"),
        Row("joined wrongly", ours.wrong, simple.wrong, "pairs"),
        Row("altered found", ours.found / max(1, ours.altered), simple.found / max(1, ours.altered), f"{ours.altered}"),
        Row("altered invented", ours.invented, simple.invented, f"of {ours.faithful}"),
    ]


@dataclass(slots=True)
class Tally:
    """Counts over stories."""

    same: int = 0
    joined: int = 0
    wrong: int = 0
    altered: int = 0
    found: int = 0
    faithful: int = 0
    invented: int = 0

    def count(self, told: list[Told], together: set[tuple[int, int]], altered: set[int]) -> None:
        """Add one story: pairs of passages held together, and passages called altered."""
        for a, b in combinations(range(len(told)), 2):
            if told[a].report != told[b].report:
                same = told[a].statement == told[b].statement
                self.same += same
                self.joined += same and (a, b) in together
                self.wrong += not same and (a, b) in together
        for at, one in enumerate(told):
            if one.compared and one.quoted:
                self.altered += one.altered
                self.faithful += not one.altered
                self.found += one.altered and at in altered
                self.invented += not one.altered and at in altered


def _ours(draft: Draft, told: list[Told]) -> tuple[set[tuple[int, int]], set[int]]:
    place = {(t.report, i): at for at, t in enumerate(told) for i in [_index(told, at)]}
    homes: dict[int, set[str]] = {}
    for (report, index, _), item in draft.statement_of.items():
        homes.setdefault(place[report, index], set()).add(item)
    together = {(a, b) for a, b in combinations(range(len(told)), 2) if homes.get(a, set()) & homes.get(b, set())}
    versions = [v for s in draft.statements for v in s.witnesses if v.fidelity == "altered"]
    altered = {
        at
        for at, t in enumerate(told)
        if any(v.witness.report == t.report and t.span.holds(v.witness.span) for v in versions)
    }
    return together, altered


def _index(told: list[Told], at: int) -> int:
    return sum(t.report == told[at].report for t in told[:at])


def _simple(told: list[Told]) -> tuple[set[tuple[int, int]], set[int]]:
    together = {
        (a, b)
        for a, b in combinations(range(len(told)), 2)
        if told[a].report != told[b].report and fuzz.token_set_ratio(told[a].text, told[b].text) >= ALIKE
    }
    altered: set[int] = set()
    for at, one in enumerate(told):
        others = [told[b if a == at else a].text for a, b in together if at in (a, b)]
        if others and one.quoted and _plain(one.text) not in _plain(max([*others, one.text], key=len)):
            altered.add(at)
    return together, altered


def _plain(text: str) -> str:
    return " ".join(w.form for w in split_words(text))


def _stories(folder: Path) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Each story's reports, by their gold names, and its gold."""
    for file in sorted({*folder.glob("**/gold.json"), *folder.glob("*.json")}):
        gold = json.loads(file.read_text("utf-8"))
        if "statements" not in gold:
            continue
        places = [file.parent, folder / file.stem, folder.parent / file.stem]
        paths = [p for place in places if place.is_dir() for p in sorted(place.iterdir())]
        described = gold.get("reports") or {name: {"file": name} for name in gold["published"]}
        reports: dict[str, str] = {}
        for name, about in described.items():
            stem = about["file"].split("/")[-1]
            path = next((p for p in paths if p.is_file() and p.name.startswith(stem)), None)
            if path is not None:
                reports[name] = path.read_text("utf-8")
        if len(reports) == len(described):
            yield reports, gold


def _passages(reports: dict[str, str], gold: dict[str, Any]) -> Iterator[Told]:
    for statement in gold["statements"]:
        for w in statement["witnesses"]:
            if w["report"] not in reports or reports[w["report"]][w["start"] : w["end"]] != w["text"]:
                continue
            indirect = w["report"] in statement.get("indirect_in", [])
            quoted = not indirect and w.get("kind", statement["kind"]) == "direct"
            yield Told(
                statement["id"], w["report"], Span(w["start"], w["end"]), w["text"], statement["speaker"], quoted,
                w["report"] in statement["altered"],
                len(statement["witnesses"]) > 1 and statement["kind"] == "direct",
                statement.get("made"),
            )  # fmt: skip


def draft_of(reports: dict[str, str], told: list[Told]) -> Draft:
    """A draft in which the gold's passages are what was found, and its speakers the names."""
    read = [_report(name, text) for name, text in sorted(reports.items())]
    findings: dict[str, Findings] = {}
    for report in read:
        own = [t for t in told if t.report == report.id]
        days = [Time(t.made, t.made, "day", None, t.made, False, "") if t.made else None for t in own]
        times = tuple(TimeFinding(0, 0, "", "DATE", "", day) for day in days)
        findings[report.id] = Findings(
            report.id, "gold", Published(), times, (), tuple(_finding(report.text, t, at) for at, t in enumerate(own))
        )
    draft = begin(Story("s", "", tuple(sorted(reports)), None, None), read, findings)
    speakers = sorted({t.speaker for t in told})
    draft.names = [Name(s, "person", s.split("|")[0], (), (Form(s, (), False),), (), ()) for s in speakers]
    draft.name_of = {(r.id, s): s for r in read for s in speakers}
    draft.published = {r.id: r.published for r in read}
    return draft


def _report(name: str, text: str) -> Report:
    body = (Span(0, len(text)),)
    reader = Reader("gold", "1")
    return Report(name, name, name, None, None, None, (), "en", Published(), text, body, reader)


def _finding(text: str, told: Told, time: int) -> StatementFinding:
    units = tuple(
        (Piece(told.span.start + s.start, told.span.start + s.end, True),)
        if told.quoted
        else tuple(_pieces(text, Span(told.span.start + s.start, told.span.start + s.end)))
        for s in split_sentences(told.text)
    )
    kind: StatementKind = "direct" if told.quoted else "indirect"
    return StatementFinding(kind, "said", (told.span,), units, None, None, told.speaker, told.speaker, time)


def _pieces(text: str, span: Span) -> Iterator[Piece]:
    """An indirect telling parted into what it quotes and what it does not."""
    at = span.start
    for quotation in find_quotations(span.of(text)):
        if quotation.level == 0:
            start, end = span.start + quotation.inner.start, span.start + quotation.inner.end
            if span.start + quotation.outer.start > at:
                yield Piece(at, span.start + quotation.outer.start, False)
            yield Piece(start, end, True)
            at = span.start + quotation.outer.end
    if at < span.end:
        yield Piece(at, span.end, False)
