"""The brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.show.brief.model import NOTHING, Brief, Line, Source, Table
from parley.show.brief.terminal import clean, numbers

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(brief: Brief) -> str:
    """The brief as a Markdown document; what reports say is escaped."""
    return "\n".join(_document(brief)) + "\n"


def _document(brief: Brief) -> Iterator[str]:
    yield f"# {escape(brief.title)}"
    yield ""
    yield escape(brief.subtitle)
    if not brief.sections:
        yield f"\n{NOTHING}"
    for section in brief.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        if section.table:
            yield from _table(section.table)
        yield from _lines(section.lines)
        if section.more:
            yield f"\n… and {section.more} more"
    yield ""
    yield "## The reports"
    yield ""
    for source in brief.sources:
        yield _source(source)


def _source(source: Source) -> str:
    parts = [source.about, source.because, *source.lineage]
    if source.doubtful:
        parts.append(f"doubtful names: {', '.join(source.doubtful)}")
    return f"- \\[{source.number}\\] **{escape(source.label)}** · {' · '.join(escape(p) for p in parts if p)}"


def _lines(lines: Iterable[Line], depth: int = 0) -> Iterator[str]:
    for line in lines:
        yield f"{'  ' * depth}- {_text(line)}"
        yield from _lines(line.under, depth + 1)


def _table(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(escape(h) for h in table.head) + " |"
    yield "|" + " --- |" * len(table.head)
    for row in table.rows:
        yield "| " + " | ".join("<br>".join(_text(line) for line in cell) for cell in row) + " |"


def _text(line: Line) -> str:
    mark = f"**{line.mark}** " if line.mark else ""
    mark += f"**{escape(line.when)}:** " if line.when else ""
    refs = f" \\{numbers(line.refs)[:-1]}\\]" if line.refs else ""
    then = ""
    if line.then:
        then = (" " if line.text.endswith(":") else " — ") + " · ".join(map(_text, line.then))
    return f"{mark}{_marked(line)}{refs}{then}"


def _marked(line: Line) -> str:
    parts, at = [], 0
    for start, end in line.changed:
        parts += [escape(line.text[at:start], ends=True), f"**{escape(line.text[start:end])}**"]
        at = end
    return "".join([*parts, escape(line.text[at:], ends=True)])


def escape(text: str, *, ends: bool = False) -> str:
    """The text with everything that Markdown or HTML would act on made harmless, on one line.

    White space at its ends is kept as one space where `ends` is true.
    """
    told = re.sub(r"\s+", " ", clean(text))
    return SPECIAL.sub(r"\\\1", told if ends else told.strip()).replace("\\<", "&lt;").replace("\\>", "&gt;")
