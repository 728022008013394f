"""Bytes → reports: plain text, Markdown, HTML and JSON Lines, each with its furniture marked."""

from __future__ import annotations

from parley.read.files import KINDS, Skipped
from parley.read.lines import Given, read_given
from parley.read.originals import read_original
from parley.read.paths import read_paths

__all__ = ["KINDS", "Given", "Skipped", "read_given", "read_original", "read_paths"]
