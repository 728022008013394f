"""Originals: posts, transcripts and communiqués as they were published, to check quotations against."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from parley.errors import ReadError
from parley.model.passages import Span
from parley.model.reports import Reader, Report, report_id
from parley.model.times import Published
from parley.read.article import check_length
from parley.read.bytes import read_bytes
from parley.read.decoding import decode
from parley.read.fields import CHANNEL, SPEAKER, Fields, fields_from
from parley.read.heads import read_head
from parley.read.language import detect_language
from parley.read.lines import TEXT, mend

JSON = Reader("original-json", "1")
MARKED = Reader("original", "1")


def read_original(path: str) -> list[Report]:
    """The originals in the file at `path`.

    JSON: an object or a list of objects, or one object a line, with ``text`` and any of ``author`` or ``speaker``,
    ``platform`` or ``channel``, ``created_at`` or ``date``, ``url``, ``title``. Any other file: text, with the same as
    front matter. An original has no furniture, so all its text is body. Raises ReadError.
    """
    data = read_bytes(path)
    decoded = decode(data, path)
    check_length(decoded.text, path)
    if Path(path).suffix.lower() in {".json", ".jsonl", ".ndjson"}:
        return _from_json(decoded.text, path)
    head = read_head(decoded.text, path)
    fields = fields_from(head.fields, head.where)
    digest = hashlib.sha256(data).hexdigest()
    return [_original(path, digest, decoded.text, head.article, fields, MARKED, decoded.notes)]


def _from_json(source: str, path: str) -> list[Report]:
    try:
        found = json.loads(source)
        named = [
            (path if isinstance(found, dict) else f"{path}#{n}", one) for n, one in enumerate(_list(found), start=1)
        ]
    except (ValueError, RecursionError):
        named = []
        for number, line in enumerate(source.splitlines(), start=1):
            try:
                if line.strip():
                    named.append((f"{path}#{number}", json.loads(line)))
            except (ValueError, RecursionError) as fault:
                raise ReadError(
                    "not JSON", resource=f"{path}#{number}", advice="a list of objects with text"
                ) from fault
    if not named:
        raise ReadError("holds no original", resource=path, advice="a list of objects with text")
    return [_from_object(one, file) for file, one in named]


def _list(found: Any) -> list[Any]:
    if isinstance(found, dict):
        inner = next((found[key] for key in ("originals", "posts", "items") if isinstance(found.get(key), list)), None)
        return inner if inner is not None else [found]
    return found if isinstance(found, list) else [found]


def _from_object(found: Any, file: str) -> Report:
    if not isinstance(found, dict):
        raise ReadError("not a JSON object", resource=file, advice="a list of objects with text")
    text = next((value for key in TEXT if isinstance(value := found.get(key), str)), None)
    if not text or not text.strip():
        raise ReadError("no text", resource=file, advice='give what was said as "text"')
    text, notes = mend(text)
    digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
    return _original(file, digest, text, Span(0, len(text)), fields_from(found, "stated"), JSON, notes)


def _original(
    file: str, sha256: str, text: str, within: Span, fields: Fields, reader: Reader, notes: tuple[str, ...]
) -> Report:
    speaker = fields.get(*SPEAKER) or (fields.authors[0] if fields.authors else None)
    channel = fields.get(*CHANNEL) or fields.outlet
    published = fields.published or Published()
    made = published.earliest
    body = _trimmed(text, within)
    if body is None:
        raise ReadError("no text below the front matter", resource=file, advice="write what was said below it")
    return replace(
        Report(
            id=report_id(sha256, fields.outlet, fields.url),
            file=file,
            sha256=sha256,
            outlet=fields.outlet,
            url=fields.url,
            title=fields.title,
            authors=fields.authors,
            language=fields.language or detect_language(body.of(text)),
            published=published,
            text=text,
            body=(body,),
            reader=reader,
            notes=notes,
        ),
        original=True,
        speaker=speaker,
        channel=channel,
        made=made,
    )


def _trimmed(text: str, within: Span) -> Span | None:
    """`within` without white space at its ends; None where nothing is left."""
    words = text[within.start : within.end]
    start = within.start + len(words) - len(words.lstrip())
    end = within.start + len(words.rstrip())
    return Span(start, end) if start < end else None
