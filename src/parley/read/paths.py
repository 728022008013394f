"""Reports from files, folders, patterns and standard input, one after the other."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from parley.errors import ReadError
from parley.model.reports import Report
from parley.read.bytes import read_bytes, too_large
from parley.read.decoding import LIMIT_BYTES, decode
from parley.read.files import KINDS, Skipped, find_files, sniff
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
    try:
        kind = KINDS.get(Path(path).suffix.lower())
        if kind == "jsonl":
            with open(path, "rb") as stream:
                yield from map(_report, read_given(stream, path))
            return
        yield read_data(read_bytes(path), path, kind)
    except ReadError as fault:
        yield fault
    except OSError as fault:
        yield ReadError(f"cannot be read: {fault.strerror}", resource=path, advice="check the path and its rights")


def read_stream(stream: BinaryIO) -> Iterator[Found]:
    """The reports on standard input: JSON Lines where it begins with an object, else one report."""
    data = stream.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        yield too_large("-")
        return
    try:
        if sniff(data) == "jsonl":
            import io

            yield from map(_report, read_given(io.BytesIO(data), "-"))
        else:
            yield read_data(data, "-", None)
    except ReadError as fault:
        yield fault


def read_data(data: bytes, file: str, kind: str | None) -> Report:
    """The report in `data`; its kind is told by its beginning where `kind` is None. Raises ReadError."""
    digest = hashlib.sha256(data).hexdigest()
    decoded = decode(data, file)
    match kind or sniff(decoded.text.encode("utf-8", "replace")[:4096]):
        case "html":
            return read_page(decoded, file, digest)
        case "markdown":
            return read_markdown(decoded, file, digest)
    return read_plain(decoded, file, digest)


def _report(found: Given | ReadError) -> Found:
    return found.report if isinstance(found, Given) else found
