"""Which files hold reports, told by their endings, and by their beginnings where there is no ending."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from parley.errors import ReadError

Kind = Literal["plain", "markdown", "html", "jsonl", "json"]

KINDS: dict[str, Kind] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""The endings that are read, and how."""

PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--(?:(?!-->).)*-->\s*)*)<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file inside a folder that was passed over, and why."""

    file: str
    reason: str


def find_files(folder: str) -> Iterator[str | ReadError | Skipped]:
    """All files of known kind below `folder`, in order of their paths; hidden ones are left out.

    Links to folders are not followed, so that a loop of links ends.
    """
    files: list[str] = []
    links: list[str] = []
    faults: list[ReadError] = []

    def closed(fault: OSError) -> None:
        faults.append(
            ReadError(f"cannot be listed: {fault.strerror}", resource=str(fault.filename), advice="allow reading it")
        )

    for place, folders, names in os.walk(folder, onerror=closed, followlinks=False):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        links.extend(path for f in folders if os.path.islink(path := os.path.join(place, f)))
        files.extend(os.path.join(place, name) for name in names if not name.startswith("."))
    known = 0
    for file in sorted(files):
        suffix = Path(file).suffix.lower()
        if suffix in KINDS:
            known += 1
            yield os.path.normpath(file)
        else:
            yield Skipped(os.path.normpath(file), f"files ending in {suffix} are not read" if suffix else "no ending")
    for link in sorted(links):
        yield Skipped(os.path.normpath(link), "a link to a folder is not followed")
    yield from faults
    if not known and not faults:
        endings = " ".join(KINDS)
        yield ReadError("holds no report", resource=folder, advice=f"files ending in {endings} are read")


def sniff(beginning: bytes) -> Kind:
    """The kind of a stream without a name, by its first bytes."""
    sample = beginning[:4096]
    if PAGE.match(sample):
        return "html"
    stripped = sample.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb"\{\s*\"", stripped):
        return "jsonl"
    if re.match(rb"\[\s*\{", stripped):
        return "json"
    return "markdown" if stripped.startswith(b"---") else "plain"
