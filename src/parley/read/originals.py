"""Originals: posts, transcripts and communiqués as they were published."""

from __future__ import annotations

from parley.model.reports import Report


def read_original(path: str) -> list[Report]:
    """The originals in the file at `path`. Raises ReadError."""
    raise NotImplementedError
