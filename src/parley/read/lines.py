"""JSON Lines: one report a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from parley.errors import ReadError
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.read.article import make_report
from parley.read.fields import fields_from

JSONL = Reader("jsonl", "1")
LONGEST_LINE = 32_000_000
"""Bytes of the longest line that is taken in; the rest of a longer one is passed over."""
TEXT = ("text", "content", "body", "article")


@dataclass(frozen=True, slots=True)
class Given:
    """A report of a JSON Lines stream, with the id that its line gives (the report's own where it gives
    none).
    """

    id: str
    report: Report


def read_given(stream: BinaryIO, name: str = "-") -> Iterator[Given | ReadError]:
    """The reports of a JSON Lines stream of ``{"id", "text", "title"?, "published"?, "outlet"?, "url"?}``, in
    order.

    `name` is the file's name, so that a report's file is ``name#line``. A broken line comes out as a
    ReadError naming it. Empty lines are passed over. The stream may be of any length: a line is held at a
    time.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        file = f"{name}#{number}"
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            while (more := stream.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
                pass
            yield ReadError("the line is too long", resource=file, advice="one report a line")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            yield _read_line(line, file)
        except ReadError as fault:
            yield fault


def _read_line(line: bytes, file: str) -> Given:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise ReadError("the line is not UTF-8", resource=file, advice="save the file as UTF-8") from fault
    except (ValueError, RecursionError) as fault:
        where = f": {fault.msg} at column {fault.colno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise ReadError(f"not JSON{where}", resource=file, advice="one JSON object a line") from fault
    if not isinstance(found, dict):
        raise ReadError("not a JSON object", resource=file, advice='write {"id": …, "text": …}')
    report = report_from_object(found, file, hashlib.sha256(line.strip()).hexdigest())
    given = found.get("id")
    return Given(str(given) if isinstance(given, str | int) and str(given) else report.id, report)


def report_from_object(found: dict[str, Any], file: str, sha256: str) -> Report:
    """The report in a JSON object. Raises ReadError where it holds no text."""
    text = next((value for key in TEXT if isinstance(value := found.get(key), str)), None)
    if text is None or not text.strip():
        raise ReadError("no text", resource=file, advice='give the report as "text"')
    text, notes = mend(text)
    return make_report(file, sha256, text, Span(0, len(text)), fields_from(found, "stated"), JSONL, notes)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with U+0000 and lone surrogates, which no file can hold, read as U+FFFD; and notes that say
    so.
    """
    notes: tuple[str, ...] = ()
    if nuls := text.count("\0"):
        text = text.replace("\0", "\ufffd")
        notes = (f"{nuls} × U+0000 read as U+FFFD",)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        notes += ("lone surrogates read as U+FFFD",)
    return text, notes
