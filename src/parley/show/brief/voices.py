"""The brief's voices: one utterance under its speaker, place and day, each sentence with its versions."""

from __future__ import annotations

from collections import defaultdict

from parley.model.items import Statement, Version
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk, shorten
from parley.show.brief.reported import is_fragment, reported
from parley.show.brief.times import span
from parley.show.brief.wordings import FAITHFUL, is_altered
from parley.text.collation import judge

SENTENCES, FILLED = 4, 2
"""Sentences of one utterance in the short brief that were altered or told by several reports; of others so many."""
MARKS = "“”\"‘’'«»„‟"
SURFACE = ("case", "punctuation", "cut", "spelling")
"""Differences that alter no word."""


def said(desk: Desk, most: int) -> Section:
    """Quoted utterances: what was altered or what several reports give first, then the longest."""
    everything = most > 1000
    groups = _utterances([s for s in desk.items.statements if s.act == "said" and s.kind != "indirect"])
    groups.sort(key=lambda g: (-max(map(_weight, g)), -len(g), _who(desk, g[0]), g[0].id))
    kept = groups[:most]
    lines = tuple(_utterance(desk, g, 100_000 if everything else SENTENCES) for g in kept)
    more = sum(len(g) for g in groups) - sum(len(line.under) for line in lines)
    return Section("said", "What was said", lines, more=more)


def told_indirectly(desk: Desk, most: int) -> Section:
    """What was reported without quotation marks, each with the report's own verb."""
    told = [s for s in desk.items.statements if s.kind == "indirect" and s.speaker_text and not is_fragment(s)]
    told.sort(key=lambda s: (-s.support.origins, _who(desk, s), s.id))
    lines = tuple(
        Line(f"{_who(desk, s)}: {shorten(words, 300)}", desk.refs(v.witness for v in s.witnesses), s.id)
        for s in told[:most]
        if (words := reported(s, desk.texts))
    )
    return Section("told", "What was reported of them", lines, more=max(0, len(told) - most))


def _utterances(told: list[Statement]) -> list[list[Statement]]:
    """Statements of one utterance together: those that name the same longer one, or the same place and day."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for s in told:
        day = s.made.earliest[:10] if s.made and s.made.earliest[:10] == s.made.latest[:10] else ""
        whole = (s.speaker, s.channel, day) if s.speaker and s.channel and day else (s.of or s.id,)
        groups[whole].append(s)
    for group in groups.values():
        group.sort(key=lambda s: min(v.witness for v in s.witnesses))
    return list(groups.values())


def _weight(statement: Statement) -> int:
    altered = any(v.fidelity == "altered" for v in statement.witnesses)
    return 10 * altered + 2 * statement.support.reports + (statement.made is not None)


def _who(desk: Desk, s: Statement) -> str:
    return desk.name(s.speaker) or s.speaker_text or "unknown speaker"


def _utterance(desk: Desk, group: list[Statement], most: int) -> Line:
    first = group[0]
    dated = next((s.made for s in group if s.made), None)
    through = list(dict.fromkeys(c for s in group for c in s.carried_by if c not in (s.channel or "")))
    parts = [
        _who(desk, first),
        next((s.channel for s in group if s.channel), None),
        span(dated) if dated else None,
        f"through {', '.join(through)}" if through else None,
        "original at hand" if any(s.original for s in group) else None,
    ]
    ranked = sorted(group, key=lambda s: (-_weight(s), min(v.witness for v in s.witnesses)))
    notable = [s for s in ranked if s.support.reports > 1]
    best = ranked if most > 1000 else ranked[: min(most, max(len(notable), FILLED))]
    return Line(" · ".join(filter(None, parts)), under=tuple(_sentence(desk, s) for s in group if s in best))


def _sentence(desk: Desk, s: Statement) -> Line:
    faithful = [v.witness for v in s.witnesses if v.fidelity in FAITHFUL]
    altered = tuple(_other(desk, v, s.reading, is_altered(desk, s, v)) for v in s.witnesses if v.fidelity == "altered")
    close = {w.report for w in faithful}
    retold = [v.witness for v in s.witnesses if v.fidelity == "paraphrase" and v.witness.report not in close]
    then = (Line("told in other words", desk.refs(retold)),) if retold else ()
    return Line(_in_marks(desk, s), desk.refs(faithful), s.id, under=altered, then=then, versions=bool(altered))


def _other(desk: Desk, version: Version, reading: str, known: bool) -> Line:
    """A version in other words than the reading: altered, or, where that is not known, merely different."""
    exact = " ".join(version.witness.exact.split()).rstrip(",;: ")
    told = [d for d in judge(exact, reading).differences if d.kind not in SURFACE]
    words = [(_words(reading, d.in_reading), _words(exact, d.in_version)) for d in told]
    changed = tuple(dict.fromkeys((a + 1, b + 1) for _, (a, b) in words if a < b))
    notes = list(dict.fromkeys(_note(reading[a:b], exact[c:d], known) for (a, b), (c, d) in words))
    note = (Line("; ".join(shorten(n, 70) for n in notes[:4])),) if notes else ()
    return Line(
        f"“{exact}”", desk.refs([version.witness]), mark="altered" if known else "differs", changed=changed, then=note
    )


def _in_marks(desk: Desk, s: Statement) -> str:
    """The reading in quotation marks, unless only parts of it were quoted: these then stand in marks of their own."""
    reading = " ".join(s.reading.split()).rstrip(",;: ")
    opened = any(desk.texts[v.witness.report][: v.witness.start].rstrip()[-1:] in MARKS for v in s.witnesses)
    return f"“{reading}”" if s.kind == "direct" or (opened and not reading[1:].strip(MARKS).count("“")) else reading


def _words(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span widened to whole words, so that "won't" is not told as "won" and "'t"; an empty one stays."""
    start, end = span
    if start >= end:
        return span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _note(before: str, after: str, known: bool) -> str:
    was, now = before.strip(MARKS + ",;:."), after.strip(MARKS + ",;:.")
    if was and now:
        return f"{was} {'→' if known else '/'} {now}"
    if known:
        return f"left out: {was}" if was else f"added: {now}"
    return f"here without: {was}" if was else f"here with: {now}"
