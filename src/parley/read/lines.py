"""JSON Lines: one report a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from parley.errors import ReadError
from parley.model.reports import Report


@dataclass(frozen=True, slots=True)
class Given:
    """A report of a JSON Lines stream, with the id that its line gives (the report's own where it gives none)."""

    id: str
    report: Report


def read_given(stream: BinaryIO, name: str = "-") -> Iterator[Given | ReadError]:
    """The reports of a JSON Lines stream of ``{"id", "text", "title"?, "published"?, "outlet"?, "url"?}``, in order.

    `name` is the file's name, so that a report's file is ``name#line``. A broken line comes out as a ReadError naming it.
    """
    raise NotImplementedError
