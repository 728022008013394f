"""What a check says of one quotation or figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.items import Change
from parley.model.passages import Span, Witness

Holds = Literal["same", "typography", "cut", "altered", "not found"]

RANK: dict[Holds, int] = {"same": 0, "typography": 1, "cut": 2, "altered": 3, "not found": 4}
"""From the most faithful on."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one quotation or figure of the text stands to the record.

    `exact` is the passage of the text at [start, end). `item` is the statement or figure it was held against and
    `reading` what the record has for it; `witnesses` are the passages that bear the record out. `cautions` say what a
    reader should look at besides the words: a cut that may change the sense, another speaker, a wording that only an
    altered version has; `so_worded` are the passages of such versions.
    """

    kind: Literal["quotation", "figure"]
    start: int
    end: int
    exact: str
    holds: Holds
    reading: str | None = None
    changes: tuple[Change, ...] = ()
    item: str | None = None
    witnesses: tuple[Witness, ...] = ()
    cautions: tuple[str, ...] = ()
    so_worded: tuple[Witness, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether a writer may leave the passage as it is."""
        return self.holds in ("same", "typography", "cut") and not self.cautions


def not_found(kind: Literal["quotation", "figure"], text: str, span: Span) -> Verdict:
    """The verdict on a passage that the record has nothing for."""
    return Verdict(kind, span.start, span.end, span.of(text), "not found")
