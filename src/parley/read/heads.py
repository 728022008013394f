"""What stands before a Markdown report: YAML front matter, or a list of metadata as page savers write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from parley.errors import ReadError
from parley.model.passages import Span

BREAK = r"(?:\r\n|[\r\n])"
FRONT = re.compile(rf"\s*---[ \t]*{BREAK}(?P<yaml>(?:.*?[\r\n])??)(?:---|\.\.\.)[ \t]*(?:{BREAK}|\Z)", re.DOTALL)
LONGEST_HEAD = 100_000
SECTION = re.compile(r"^##[ \t]+(?P<name>[^\r\n]+?)[ \t]*$", re.MULTILINE)
ENTRY = re.compile(r"^[-*][ \t]+\*\*(?P<key>[^*\r\n]{1,40}?):?\*\*:?[ \t]*(?P<value>[^\r\n]*)$", re.MULTILINE)
ARTICLE = {"content", "article", "text", "body", "article text", "full text", "main content"}
"""The sections that hold the article where a page saver cuts its file into sections."""


@dataclass(frozen=True, slots=True)
class Head:
    """The fields stated before the article, and where the article is."""

    fields: dict[str, Any] = field(default_factory=dict)
    article: Span = field(default_factory=lambda: Span(0, 0))
    where: str = "front matter"


def read_head(text: str, file: str) -> Head:
    """The head of a Markdown file. Raises ReadError where front matter is opened and is not YAML fields."""
    beginning = text[:LONGEST_HEAD]
    if beginning.lstrip().startswith("---"):
        front = FRONT.match(beginning)
        if front:
            return Head(_load(front["yaml"], file), Span(front.end(), len(text)))
        if re.match(rf"\s*---[ \t]*{BREAK}[\w-]+:(?:\s|$)", beginning):
            raise ReadError("front matter has no closing ---", resource=file, advice="close it with a line of ---")
    return _sections(text) or Head({}, Span(0, len(text)))


def _load(source: str, file: str) -> dict[str, Any]:
    """YAML as strings only, so that a date stays as written and nothing but plain values can be made."""
    try:
        found = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        line = getattr(getattr(fault, "problem_mark", None), "line", None)
        place = f" at line {line + 2}" if line is not None else ""
        raise ReadError(
            f"malformed front matter{place}", resource=file, advice="mend the YAML or leave it out"
        ) from fault
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise ReadError("front matter is not a list of fields", resource=file, advice="write it as `title: …` lines")
    return {str(key): value for key, value in found.items()}


def _sections(text: str) -> Head | None:
    """A page saver's file: a section of ``- **key**: value`` entries, and one that holds the page as text."""
    sections = list(SECTION.finditer(text))
    if not sections or sections[0]["name"].strip().lower() != "metadata":
        return None
    ends = [s.start() for s in sections[1:]] + [len(text)]
    entries = {e["key"]: e["value"].strip() for e in ENTRY.finditer(text, sections[0].end(), ends[0])}
    for section, end in zip(sections[1:], ends[1:], strict=True):
        if section["name"].strip().lower() in ARTICLE:
            return Head(entries, Span(section.end(), end), "metadata")
    return None
