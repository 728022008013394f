"""The brief in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from parley.show.brief.model import Brief, Line, Ref, Section, Table

MARKS = {
    "altered": "bold red",
    "conflict": "bold red",
    "parties": "bold yellow",
    "wording": "red",
    "told": "dim",
}


def render(brief: Brief, console: Console) -> None:
    """Print the brief. Report text is shown as text only: no markup or control code in it is obeyed."""
    console.print(Text(clean(brief.title), style="bold"))
    console.print(Text(clean(brief.subtitle), style="dim"))
    for section in brief.sections:
        console.print()
        console.print(Text(section.title, style="bold cyan"))
        console.print(_section(section))
    console.print()
    console.print(Text("The reports", style="bold cyan"))
    for source in brief.sources:
        line = Text(f"[{source.number}] ", style="cyan")
        line.append(clean(source.label), style="bold").append(f" · {clean(source.about)}", style="default")
        if source.lineage:
            line.append(f" · {clean(source.lineage)}", style="yellow")
        console.print(line)


def _section(section: Section) -> RenderableType:
    parts: list[RenderableType] = []
    if section.table:
        parts.append(_table(section.table))
    parts.extend(_lines(section.lines))
    if section.more:
        parts.append(Text(f"  … and {section.more} more (parley show --all)", style="dim"))
    return Group(*parts)


def _lines(lines: Iterable[Line]) -> Iterable[RenderableType]:
    for line in lines:
        yield Padding(Text.assemble("• ", text_of(line)), (0, 0, 0, 1))
        for under in line.under:
            yield Padding(Text.assemble("– ", text_of(under)), (0, 0, 0, 4))


def _table(table: Table) -> RichTable:
    drawn = RichTable(show_lines=True, header_style="bold", expand=False)
    for head in table.head:
        drawn.add_column(Text(clean(head)))
    for row in table.rows:
        drawn.add_row(*(Text("\n").join(text_of(line) for line in cell) for cell in row))
    return drawn


def text_of(line: Line) -> Text:
    """The line with its mark and references."""
    text = Text()
    if line.mark:
        text.append(f"{line.mark} ", style=MARKS.get(line.mark, "dim"))
    text.append(clean(line.text))
    if line.refs:
        text.append(" " + numbers(line.refs), style="cyan")
    if line.item:
        text.append(f" {line.item}", style="dim")
    return text


def numbers(refs: Iterable[Ref]) -> str:
    """References as people write them: [1 2 4]."""
    return f"[{' '.join(str(r.number) for r in refs)}]"


def clean(text: str) -> str:
    """The text without control characters, so that hostile text cannot steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text.replace("\r", "").replace("\t", " "))
