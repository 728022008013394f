"""Which files hold reports, told by their endings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["plain", "markdown", "html", "jsonl"]

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


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file inside a folder that was passed over, and why."""

    file: str
    reason: str
