"""Quotation marks: which passages of a text stand inside them (design decision 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model.passages import Span

OPENERS = {"“": "”", "«": "»", "„": "“"}
PARAGRAPH = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage: `outer` with its marks, `inner` without, `level` 0 for the outermost, `closed` if its mark is there."""

    outer: Span
    inner: Span
    level: int
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text`, in order of its start."""
    found: list[Quotation] = []
    opened: int | None = None
    for at, mark in enumerate(text):
        if opened is None and (mark in OPENERS or mark == '"'):
            opened = at
        elif opened is not None and (mark == OPENERS.get(text[opened]) or (mark == '"' and text[opened] == '"')):
            found.append(Quotation(Span(opened, at + 1), Span(opened + 1, at), 0, True))
            opened = None
        elif opened is not None and mark == "\n":
            end = len(text[:at].rstrip())
            found.append(Quotation(Span(opened, end), Span(opened + 1, end), 0, False))
            opened = None
    if opened is not None:
        found.append(Quotation(Span(opened, len(text)), Span(opened + 1, len(text)), 0, False))
    return tuple(found)
