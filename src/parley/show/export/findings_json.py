"""One report's findings as one JSON object, as ``parley annotate`` writes them."""

from __future__ import annotations

from typing import Any

from parley.model.findings import (
    EventFinding,
    FigureFinding,
    Findings,
    Party,
    PositionFinding,
    StatementFinding,
)
from parley.model.reports import Report
from parley.show.export.record_json import Json, number, published, span, time


def as_json(report: Report, findings: Findings, given: str | None = None) -> Json:
    """The findings with their offsets into the report's text; `given` is the id under which it came, if it had one."""
    return {
        "id": given or report.id,
        "file": report.file,
        "text": report.text,
        "language": report.language,
        "published": published(findings.published),
        "body": [[s.start, s.end] for s in report.body],
        "times": [
            {
                "start": t.start,
                "end": t.end,
                "exact": t.exact,
                "type": t.type,
                "value": t.value,
                "earliest": t.time.earliest if t.time else None,
                "latest": t.time.latest if t.time else None,
                "zone": t.time.zone if t.time else None,
            }
            for t in findings.times
        ],
        "names": [
            {
                "id": n.id,
                "kind": n.kind,
                "name": n.name,
                "mentions": [{"start": m.start, "end": m.end, "exact": m.exact} for m in n.mentions],
            }
            for n in findings.names
        ],
        "statements": [_statement(findings, s) for s in findings.statements],
        "figures": [_figure(f) for f in findings.figures],
        "events": [_event(findings, e) for e in findings.events],
        "positions": [_position(findings, p) for p in findings.positions],
    }


def _at(findings: Findings, index: int | None) -> Json | None:
    return None if index is None else time(findings.times[index].time)


def _statement(findings: Findings, s: StatementFinding) -> Json:
    return {
        "kind": s.kind,
        "act": s.act,
        "speaker": s.speaker,
        "speaker_text": s.speaker_text,
        "source": span(s.source),
        "cue": span(s.cue),
        "content": [[c.start, c.end] for c in s.content],
        "made": _at(findings, s.made),
        "channel": s.channel,
        "carried_by": list(s.carried_by),
    }


def _figure(f: FigureFinding) -> Json:
    value: Any = [number(v) for v in f.value] if isinstance(f.value, tuple) else number(f.value)
    return {
        "start": f.start,
        "end": f.end,
        "exact": f.exact,
        "value": value,
        "bound": f.bound,
        "unit": f.unit,
        "per": f.per,
        "of": f.of,
    }


def _party(party: Party | None) -> Json | None:
    return None if party is None else {"name": party.name, "start": party.start, "end": party.end}


def _event(findings: Findings, e: EventFinding) -> Json:
    return {
        "start": e.start,
        "end": e.end,
        "exact": e.exact,
        "type": e.type,
        "code": e.code,
        "status": e.status,
        "background": e.background,
        "source": _party(e.source),
        "target": _party(e.target),
        "participants": [{"name": p.name, "role": p.role} for p in e.participants],
        "time": _at(findings, e.time),
        "place": e.place,
    }


def _position(findings: Findings, p: PositionFinding) -> Json:
    return {
        "start": p.start,
        "end": p.end,
        "exact": p.exact,
        "stance": p.stance,
        "code": p.code,
        "source": _party(p.source),
        "target": _party(p.target),
        "issue": p.issue,
        "condition": p.condition,
        "time": _at(findings, p.time),
    }
