"""A report as it was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from parley.model.passages import Span
from parley.model.times import Published


@dataclass(frozen=True, slots=True)
class Reader:
    """What turned the bytes into text, so that offsets can be reproduced."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Report:
    """One news report, or an original (a post, transcript, communiqué).

    `text` is what was read, never rewritten; `body` are the parts of it that are the article itself, in order and
    without overlap, so everything outside is page furniture. `published` is what the bytes state (metadata, front
    matter); what the words imply is inferred later. `speaker`, `channel` and `made` are given for originals only.
    `notes` say what the reader had to mend (an undecodable byte, a NUL). `raw` are the bytes themselves where `text`
    is an extract of them (HTML), until the report is kept; a report read back from a store has none. `number` is the
    one under which a record cites it, from 1 in the order of first adding; 0 where no record has kept it.
    """

    id: str
    file: str
    sha256: str
    outlet: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    language: str | None
    published: Published
    text: str
    body: tuple[Span, ...]
    reader: Reader
    original: bool = False
    speaker: str | None = None
    channel: str | None = None
    made: str | None = None
    notes: tuple[str, ...] = ()
    raw: bytes | None = field(default=None, compare=False, repr=False)
    number: int = field(default=0, compare=False)


def report_id(sha256: str, outlet: str | None, url: str | None) -> str:
    """The id of a report: the same bytes from the same place are one report, from two outlets they are two."""
    place = outlet or url or ""
    return "r" + hashlib.sha256(f"{sha256}\0{place}".encode()).hexdigest()[:12]
