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
    """One line of the brief.

    `mark` is a short label before it ("altered"), `item` the id to look it up by, `changed` the offsets in `text` at
    which a version differs from its reading. `then` goes on in the same line (announced [1] · held [2]), `under` stands
    below it; where `versions` is true, what stands below are other versions of the same words. `when` are the words
    that date it, set apart before the text. `day` (ISO) is that on which it happened, where the line is a point of a
    timeline, `announced` that from which reports announced it, and `value` what it is worth there, where it is a point
    of a curve.
    """

    text: str
    refs: tuple[Ref, ...] = ()
    item: str | None = None
    mark: str | None = None
    under: tuple[Line, ...] = ()
    then: tuple[Line, ...] = ()
    changed: tuple[tuple[int, int], ...] = ()
    versions: bool = False
    when: str = ""
    day: str | None = None
    announced: str | None = None
    value: float | None = None


OTHERS = "others"
"""Head of the column for all parties that have none of their own; its lines name them."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a sequence of lines (empty where nothing is known)."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief: lines, or a table. `key` names it for links, `more` counts what was left to --all."""

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
    """A report as the brief numbers it: its label, when it appeared, why that is thought, and what it draws on."""

    number: int
    report: str
    label: str
    about: str
    because: str
    lineage: tuple[str, ...]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of one story."""

    story: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = field(default=())


NOTHING = "Nothing was found in it that a brief tells: no event, quotation, figure or position."
"""What stands in a brief without sections."""


def lines_of(brief: Brief) -> tuple[Line, ...]:
    """Every line of the brief, in the order of reading."""
    told: list[Line] = []

    def add(line: Line) -> None:
        told.append(line)
        for other in (*line.then, *line.under):
            add(other)

    for section in brief.sections:
        for row in section.table.rows if section.table else ():
            for cell in row:
                for line in cell:
                    add(line)
        for line in section.lines:
            add(line)
    return tuple(told)
