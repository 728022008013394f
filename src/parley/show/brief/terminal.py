"""The brief in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from parley.show.brief.model import NOTHING, OTHERS, Brief, Line, Ref, Section, Source, Table

MARKS = {"altered": "bold red", "differs": "bold yellow"}
HEAD = "bold cyan"
PLAIN_WIDTH = 100
"""Columns where standard output is no terminal."""
NARROW = 72
"""Below this many columns a table is told line by line."""
FILLED = 0.6
"""Share of a table's cells from which on it is drawn as one: a sparse one is told line by line."""
TIED = "\ue000"
"""Stands for a space at which no line may break; `clean` lets none through from a report."""
SHOWN = 8
"""Characters of an id that the brief shows; `parley show` takes as many as are unambiguous."""


def console() -> Console:
    """Standard output, as wide as the terminal."""
    wide = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PLAIN_WIDTH
    return Console(highlight=False, width=wide)


def render(brief: Brief, to: Console, *, ids: bool = False) -> None:
    """Print the brief; `ids` also in its tables. Report text is shown as text only: no code in it is obeyed."""
    with to.capture() as captured:
        for part in _document(brief, to.width, ids):
            to.print(part)
    to.file.write(captured.get().replace(TIED, " "))


def index(briefs: Sequence[Brief], to: Console) -> None:
    """List the stories, each with the id that shows it alone."""
    to.print(Text(f"{len(briefs)} stories", style=HEAD))
    for brief in briefs:
        line = Text(clean(brief.title), style="bold")
        line.append(f" · {clean(brief.subtitle)}", style="not bold").append(
            f" {brief.story[:SHOWN]}", style="not bold dim"
        )
        to.print(_hanging("•", line, "", 1))
    to.print()


def _document(brief: Brief, width: int, ids: bool) -> Iterator[RenderableType]:
    yield Text(clean(brief.title), style="bold")
    yield Text(clean(brief.subtitle), style="dim")
    if not brief.sections:
        yield Text(NOTHING)
    for section in brief.sections:
        yield ""
        yield Text(section.title, style=HEAD)
        yield _section(section, width, ids)
    yield ""
    yield Text("The reports", style=HEAD)
    for source in brief.sources:
        yield _source(source)
    yield ""
    yield Text("Look at any line: parley show ID, with the letters behind it.", style="dim")


def _section(section: Section, width: int, ids: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if section.table:
        fits = width >= NARROW and _filled(section.table) >= FILLED
        parts += [_table(section.table, ids)] if fits else _rows(section.table, ids)
    parts += _lines(section.lines)
    if section.more:
        parts.append(Text(f"   … and {section.more} more (parley show --all)", style="dim"))
    return Group(*parts)


def _source(source: Source) -> RenderableType:
    line = Text(clean(source.label), style="bold")
    line.append(f" · {clean(source.about)}", style="not bold")
    if source.because:
        line.append(f" ({clean(source.because)})", style="not bold dim")
    for one in source.lineage:
        line.append(f" · {clean(one)}", style="not bold yellow")
    line.append(f" {source.report[:SHOWN]}", style="not bold dim")
    if source.doubtful:
        line.append(f" · doubtful names: {clean(', '.join(source.doubtful))}", style="not bold yellow")
    return _hanging(f"[{source.number}]", line, "cyan", 1)


def _lines(lines: Iterable[Line], depth: int = 0) -> Iterator[RenderableType]:
    for line in lines:
        yield _hanging("•–·"[min(depth, 2)], text_of(line, ids=True), "", 1 + 2 * depth)
        yield from _lines(line.under, depth + 1)


def _hanging(bullet: str, text: Text, style: str, indent: int) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(bullet, style=style), text)
    return Padding(grid, (0, 0, 0, indent))


def _table(table: Table, ids: bool) -> RichTable:
    drawn = RichTable(show_lines=True, header_style="bold", box=box.HORIZONTALS, padding=(0, 1), expand=False)
    for head in table.head:
        drawn.add_column(Text(clean(head)))
    for row in table.rows:
        drawn.add_row(*(Text("\n").join(text_of(line, ids, tie=" ") for line in cell) for cell in row))
    return drawn


def _filled(table: Table) -> float:
    cells = [cell for row in table.rows for cell in row[1:]]
    return sum(map(bool, cells)) / max(1, len(cells))


def _rows(table: Table, ids: bool) -> Iterator[RenderableType]:
    for first, *cells in table.rows:
        yield from (_hanging("•", text_of(line, ids), "", 1) for line in first)
        for head, cell in zip(table.head[1:], cells, strict=False):
            for line in cell:
                label = "" if head == OTHERS else f"{clean(head)}: "
                yield _hanging("–", Text.assemble((label, "dim"), text_of(line, ids)), "", 3)


def text_of(line: Line, ids: bool = False, tie: str = TIED) -> Text:
    """The line with its mark and references, and what goes on in it; `tie` stands between a line and its numbers."""
    text = Text()
    if line.mark:
        text.append(f"{line.mark} ", style=MARKS.get(line.mark, "dim"))
    if line.when:
        text.append(f"{clean(line.when)}: ", style="bold")
    start = len(text)
    text.append(clean(line.text))
    for a, b in line.changed:
        text.stylize("bold red", start + a, start + b)
    if line.refs:
        text.append(f"{tie}{numbers(line.refs).replace(' ', tie)}", style="cyan")
    for n, then in enumerate(line.then):
        text.append(" — " if not n and not line.text.endswith(":") else " " if not n else " · ", style="dim")
        text.append_text(text_of(then, tie=tie))
    if line.item and ids:
        text.append(f" {line.item[:SHOWN]}", style="dim")
    return text


def numbers(refs: Iterable[Ref]) -> str:
    """References as people write them: [1 2 4]."""
    return f"[{' '.join(str(r.number) for r in refs)}]"


def clean(text: str) -> str:
    """The text without control characters, so that hostile text cannot steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text.replace("\r", "").replace("\t", " "))
