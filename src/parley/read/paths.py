"""Reports from files, folders, patterns and standard input, one after the other."""

from __future__ import annotations

import glob
import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from parley.errors import ReadError
from parley.model.reports import Report
from parley.read.bytes import open_file, read_bytes, too_large
from parley.read.decoding import LIMIT_BYTES, declared_encoding, decode
from parley.read.files import KINDS, Kind, Skipped, find_files, sniff
from parley.read.lines import Given, read_given
from parley.read.pages import read_page
from parley.read.plain import read_markdown, read_plain

Found = Report | ReadError | Skipped


def read_paths(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> Iterator[Report | ReadError | Skipped]:
    """The reports at `paths`: files, folders (all below them, sorted), glob patterns, ``-`` for standard input.

    What cannot be read comes out as a ReadError in its place, so that the rest goes on; files of unknown kind inside a
    folder come out as Skipped. A file named twice is read once. `progress` is told the number of files read so far and
    the file at hand.
    """
    done = 0
    seen: set[str] = set()
    for path in paths:
        if path == "-":
            if stdin is not None:
                yield from read_stream(stdin)
            continue
        for found in _at(path):
            if not isinstance(found, str):
                yield found
                continue
            if found in seen:
                continue
            seen.add(found)
            if progress:
                progress(done, found)
            done += 1
            yield from read_file(found)


def _at(path: str) -> Iterator[str | ReadError | Skipped]:
    """The files that `path` stands for, or why there are none."""
    if os.path.isdir(path):
        yield from find_files(path)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield os.path.normpath(path) if path else path
    else:
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield ReadError("no file fits the pattern", resource=path, advice="check the pattern")
        for match in matches:
            yield from _at(match)


def read_file(path: str) -> Iterator[Found]:
    """The report in a file (each report of a JSON Lines file), or the error in its place."""
    kind = KINDS.get(Path(path).suffix.lower())
    try:
        if kind == "jsonl":
            with open_file(path) as stream:
                yield from map(_report, read_given(stream, path))
        else:
            yield from read_data(read_bytes(path), path, kind)
    except ReadError as fault:
        yield fault


def read_stream(stream: BinaryIO) -> Iterator[Found]:
    """The reports on standard input: JSON Lines where it begins with an object, else one report."""
    try:
        data = stream.read(LIMIT_BYTES + 1)
        if len(data) > LIMIT_BYTES:
            raise too_large("-")
        yield from read_data(data, "-", None)
    except ReadError as fault:
        yield fault


def read_data(data: bytes, file: str, kind: Kind | None) -> Iterator[Found]:
    """The report or reports in `data`; their kind is told by the beginning where `kind` is None. Raises ReadError."""
    kind = kind or sniff(data)
    if kind == "jsonl":
        yield from map(_report, read_given(io.BytesIO(data), file))
        return
    if kind == "json":
        raise ReadError("a JSON list", resource=file, advice="write one object a line, or add it as an original")
    digest = hashlib.sha256(data).hexdigest()
    decoded = decode(data, file, declared=declared_encoding(data) if kind == "html" else None)
    if kind == "html":
        yield read_page(decoded, file, digest)
    elif kind == "markdown":
        yield read_markdown(decoded, file, digest)
    else:
        yield read_plain(decoded, file, digest)


def _report(found: Given | ReadError) -> Found:
    return found.report if isinstance(found, Given) else found
