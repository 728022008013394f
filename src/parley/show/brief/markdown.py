"""The brief as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.show.brief.model import Brief, Line, Table
from parley.show.brief.terminal import clean, numbers

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(brief: Brief) -> str:
    """The brief as a Markdown document; what reports say is escaped."""
    return "\n".join(_document(brief)) + "\n"


def _document(brief: Brief) -> Iterator[str]:
    yield f"# {escape(brief.title)}"
    yield ""
    yield escape(brief.subtitle)
    for section in brief.sections:
        yield ""
        yield f"## {section.title}"
        yield ""
        if section.table:
            yield from _table(section.table)
        yield from _lines(section.lines)
        if section.more:
            yield f"- … and {section.more} more"
    yield ""
    yield "## The reports"
    yield ""
    for source in brief.sources:
        lineage = f" · {escape(source.lineage)}" if source.lineage else ""
        yield f"{source.number}. **{escape(source.label)}** · {escape(source.about)}{lineage}"


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield f"- {_text(line)}"
        for under in line.under:
            yield f"  - {_text(under)}"


def _table(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(escape(h) for h in table.head) + " |"
    yield "|" + " --- |" * len(table.head)
    for row in table.rows:
        yield "| " + " | ".join("<br>".join(_text(line) for line in cell) for cell in row) + " |"


def _text(line: Line) -> str:
    mark = f"**{line.mark}** " if line.mark else ""
    refs = f" \\{numbers(line.refs)[:-1]}\\]" if line.refs else ""
    return f"{mark}{escape(line.text)}{refs}"


def escape(text: str) -> str:
    """The text with everything that Markdown or HTML would act on made harmless, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(clean(text).split())).replace("\\<", "&lt;").replace("\\>", "&gt;")
