"""The whole record as one JSON document, ``parley/1``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from parley.model.items import (
    Disagreement,
    Event,
    Figure,
    Lineage,
    Name,
    Position,
    Record,
    Statement,
    Story,
    Support,
    Version,
)
from parley.model.passages import Span, Witness
from parley.model.reports import Report
from parley.model.times import Published, Time

Json = dict[str, Any]


def dump(record: Record, *, text: bool = True) -> str:
    """The record as JSON text; without report text and every "exact" where `text` is false. Ends with a line end."""
    return json.dumps(as_json(record, text=text), ensure_ascii=False, indent=1) + "\n"


def as_json(record: Record, *, text: bool = True) -> Json:
    """The record as plain lists and dicts, every key present."""
    told = record.stories
    names = {n.id: n for s in told for n in s.names}
    whole: Json = {
        "format": "parley/1",
        "reports": [_report(r) for r in record.reports],
        "stories": [_story(s.story) for s in told],
        "names": [_name(n) for n in names.values()],
        "statements": [_statement(i) for s in told for i in s.statements],
        "events": [_event(i) for s in told for i in s.events],
        "figures": [_figure(i) for s in told for i in s.figures],
        "positions": [_position(i) for s in told for i in s.positions],
        "disagreements": [_disagreement(i) for s in told for i in s.disagreements],
        "lineage": [_lineage(i) for s in told for i in s.lineage],
        "set_aside": [{**_report(a.report), "taken_by": a.by} for a in record.aside],
    }
    if not text:
        _strip(whole)
    return whole


def _strip(part: Any) -> None:
    if isinstance(part, dict):
        part.pop("exact", None)
        part.pop("text", None) if "sha256" in part else None
        for value in part.values():
            _strip(value)
    elif isinstance(part, list):
        for value in part:
            _strip(value)


def number(value: float) -> int | float:
    """The number as people write it: whole numbers without a point."""
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def published(date: Published) -> Json:
    return {
        "earliest": date.earliest, "latest": date.latest, "basis": date.basis, "because": date.because,
    }  # fmt: skip


def time(moment: Time | None) -> Json | None:
    if moment is None:
        return None
    return {
        "earliest": moment.earliest,
        "latest": moment.latest,
        "precision": moment.precision,
        "zone": moment.zone,
        "as_written": moment.as_written,
        "guess": moment.guess,
        "because": moment.because,
    }


def span(place: Span | None) -> Json | None:
    return None if place is None else {"start": place.start, "end": place.end}


def _witness(w: Witness) -> Json:
    return {"report": w.report, "start": w.start, "end": w.end, "exact": w.exact}


def _witnesses(told: Sequence[Witness]) -> list[Json]:
    return [_witness(w) for w in told]


def _support(support: Support) -> Json:
    return {"reports": support.reports, "origins": support.origins}


def _report(r: Report) -> Json:
    return {
        "id": r.id,
        "file": r.file,
        "sha256": r.sha256,
        "outlet": r.outlet,
        "url": r.url,
        "title": r.title,
        "authors": list(r.authors),
        "language": r.language,
        "published": published(r.published),
        "original": r.original,
        "text": r.text,
        "body": [[s.start, s.end] for s in r.body],
        "reader": {"name": r.reader.name, "version": r.reader.version},
        "notes": list(r.notes),
    }


def _story(s: Story) -> Json:
    return {
        "id": s.id, "title": s.title, "reports": list(s.reports), "earliest": s.earliest, "latest": s.latest,
    }  # fmt: skip


def _name(n: Name) -> Json:
    return {
        "id": n.id,
        "kind": n.kind,
        "name": n.name,
        "members": list(n.members),
        "forms": [{"text": f.text, "reports": list(f.reports), "doubtful": f.doubtful} for f in n.forms],
        "roles": list(n.roles),
        "because": list(n.because),
    }


def _version(v: Version) -> Json:
    return {
        **_witness(v.witness),
        "cue": span(v.cue),
        "source": span(v.source),
        "fidelity": v.fidelity,
        "changes": [{"from": c.before, "to": c.after, "kind": c.kind} for c in v.changes],
    }


def _statement(s: Statement) -> Json:
    return {
        "id": s.id,
        "story": s.story,
        "speaker": s.speaker,
        "speaker_text": s.speaker_text,
        "kind": s.kind,
        "act": s.act,
        "made": time(s.made),
        "channel": s.channel,
        "carried_by": list(s.carried_by),
        "of": s.of,
        "reading": s.reading,
        "original": s.original,
        "witnesses": [_version(v) for v in s.witnesses],
        "support": _support(s.support),
    }


def _event(e: Event) -> Json:
    return {
        "id": e.id,
        "story": e.story,
        "type": e.type,
        "code": e.code,
        "background": e.background,
        "status": e.status,
        "time": time(e.time),
        "place": e.place,
        "participants": [{"name": p.name, "role": p.role} for p in e.participants],
        "terms": list(e.terms),
        "condition": e.condition,
        "expires": time(e.expires),
        "according_to": list(e.according_to),
        "summary": e.summary,
        "history": [{"status": t.status, "as_of": t.as_of, **_witness(t.witness)} for t in e.history],
        "witnesses": _witnesses(e.witnesses),
        "support": _support(e.support),
    }


def _value(value: float | tuple[float, float]) -> Any:
    return [number(v) for v in value] if isinstance(value, tuple) else number(value)


def _figure(f: Figure) -> Json:
    return {
        "id": f.id,
        "story": f.story,
        "value": _value(f.value),
        "bound": f.bound,
        "unit": f.unit,
        "per": f.per,
        "of": f.of,
        "event": f.event,
        "statement": f.statement,
        "according_to": list(f.according_to),
        "witnesses": _witnesses(f.witnesses),
        "support": _support(f.support),
    }


def _position(p: Position) -> Json:
    return {
        "id": p.id,
        "story": p.story,
        "party": p.party,
        "stance": p.stance,
        "code": p.code,
        "issue": p.issue,
        "toward": p.toward,
        "condition": p.condition,
        "time": time(p.time),
        "statement": p.statement,
        "witnesses": _witnesses(p.witnesses),
        "support": _support(p.support),
    }


def _disagreement(d: Disagreement) -> Json:
    return {
        "id": d.id,
        "story": d.story,
        "about": {"kind": d.about.kind, "id": d.about.id},
        "attribute": d.attribute,
        "kind": d.kind,
        "because": d.because,
        "readings": [
            {
                "value": r.value,
                "reports": list(r.reports),
                "parties": list(r.parties),
                "witnesses": _witnesses(r.witnesses),
            }
            for r in d.readings
        ],
    }


def _lineage(entry: Lineage) -> Json:
    return {
        "report": entry.report,
        "from": entry.source,
        "kind": entry.kind,
        "share": entry.share,
        "because": entry.because,
        "passages": [[_witness(a), _witness(b)] for a, b in entry.passages],
    }
