"""Small drafts for tests: reports and what was found in them, from marked passages of invented text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model.findings import Findings, NameFinding, Piece, StatementFinding, TimeFinding
from parley.model.items import Form, Name, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published, Time
from parley.reconcile.draft import Draft, begin


@dataclass(frozen=True)
class Told:
    """A statement of a report: who says it, and its pieces as they stand in the text ("“…”" where quoted)."""

    speaker: str | None
    pieces: Sequence[str]
    day: str | None = None
    channel: str | None = None
    inside: int | None = None
    utterance: int | None = None
    speaker_text: str | None = None
    cue: str | None = None


def report(
    key: str, text: str, *, original: bool = False, speaker: str | None = None, day: str | None = None
) -> Report:
    """A report whose whole text is its body."""
    published = Published(day, day, "stated") if day else Published()
    return Report(
        key, f"{key}.txt", "0", None, None, None, (), "en", published, text, (Span(0, len(text)),),
        Reader("plain", "1"), original, speaker,
    )  # fmt: skip


def find_told(text: str, told: Sequence[Told], key: str) -> Findings:
    """Findings with the statements, times for their days, and a sentence a line."""
    times: list[TimeFinding] = []
    statements: list[StatementFinding] = []
    for one in told:
        pieces = []
        for words in one.pieces:
            bare = words.strip("“”")
            start = text.index(bare)
            pieces.append(Piece(start, start + len(bare), words.startswith("“")))
        made = None
        if one.day:
            made = len(times)
            times.append(TimeFinding(0, 0, "", "DATE", one.day, Time(one.day, one.day, "day", None, "", False, "")))
        flags = {p.quoted for p in pieces}
        statements.append(
            StatementFinding(
                kind="mixed" if len(flags) == 2 else "direct" if True in flags else "indirect",
                act="said",
                content=tuple(p.span for p in pieces),
                units=(tuple(pieces),),
                source=None,
                cue=Span(text.index(one.cue), text.index(one.cue) + len(one.cue)) if one.cue else None,
                speaker=one.speaker,
                speaker_text=one.speaker_text if one.speaker_text is not None else one.speaker or "",
                made=made,
                channel=one.channel,
                utterance=one.utterance,
                inside=one.inside,
            )
        )
    sentences, at = [], 0
    for line in text.split("\n"):
        if line:
            sentences.append(Span(at, at + len(line)))
        at += len(line) + 1
    names = tuple(NameFinding(n, "person", n, ()) for n in sorted({t.speaker for t in told if t.speaker}))
    return Findings(key, "1", Published(), tuple(times), names, tuple(statements), sentences=tuple(sentences))


def draft_of(*told: tuple[Report, Sequence[Told]], roles: dict[str, tuple[str, ...]] | None = None) -> Draft:
    """A draft of one story in which equal speaker names are one name."""
    reports = [r for r, _ in told]
    findings = {r.id: find_told(r.text, statements, r.id) for r, statements in told}
    draft = begin(Story("s0", "", tuple(sorted(r.id for r in reports)), None, None), reports, findings)
    speakers = sorted(
        {t.speaker for _, ts in told for t in ts if t.speaker} | {r.speaker for r in reports if r.speaker}
    )
    draft.names = [
        Name(f"n-{n}", "person", n, (), (Form(n, (), False),), (roles or {}).get(n, ()), ()) for n in speakers
    ]
    draft.name_of = {(r.id, n): f"n-{n}" for r in reports for n in speakers}
    draft.published = {r.id: r.published for r in reports}
    return draft
