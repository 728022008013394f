"""The brief as a document without a form: sections of lines and tables, every line with its references."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model.passages import Witness


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: the number of the report in the brief, and the passage that it leads to."""

    number: int
    witness: Witness


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief. `mark` is a short label before it ("altered"), `item` the id to look it up by."""

    text: str
    refs: tuple[Ref, ...] = ()
    item: str | None = None
    mark: str | None = None
    under: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a sequence of lines (empty where nothing is known)."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief: lines, or a table. `key` names it for links."""

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    more: int = 0

    @property
    def empty(self) -> bool:
        return not self.lines and not (self.table and self.table.rows)


@dataclass(frozen=True, slots=True)
class Source:
    """A report as the brief numbers it."""

    number: int
    report: str
    label: str
    about: str
    lineage: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of one story."""

    story: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = field(default=())
