"""An attribution while it is being found: token ranges of content, cue and source, before they become a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]


@dataclass(slots=True)
class Attribution:
    """`frame` says which pattern found it; ranges are of tokens, half open. `quotes` are indices of its quotations.

    `anchor` is the cue's head token; `subject` the head of the source. `host` is the cue that this one stands beside
    although the parse hangs it below ("she said it would rain and predicted snow").
    """

    frame: str
    anchor: Token
    content: list[Range]
    cue: Range | None
    source: Range | None
    subject: Token | None
    quotes: list[int] = field(default_factory=list)
    negated: bool = False
    host: int | None = None
