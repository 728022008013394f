"""A quantity as a finding: its shortest phrase, its value, and the statement inside which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.figures.quantities import Quantity
from parley.annotate.reading import Reading
from parley.model.findings import FigureFinding
from parley.text.amounts import per_after

if TYPE_CHECKING:
    from spacy.tokens import Token


def figure_of(reading: Reading, quantity: Quantity, reach: int = 0) -> FigureFinding:
    """The finding of one quantity; its phrase goes on to `reach` where a conversion follows."""
    amount, counted = quantity.amount, quantity.counted
    span = reading.span(counted.first, counted.last + 1)
    start, end = min(span.start, amount.start), max(span.end, amount.end)
    per = amount.per
    if per is None:
        per, end = per_after(reading.text, end)
    if per is None:
        per, _ = per_after(reading.text, amount.number.end)
    start, end = trim(reading.text, start, max(end, reach))
    statement = statement_at(reading, amount.number.start, amount.number.end)
    return FigureFinding(
        start=start,
        end=end,
        exact=reading.text[start:end],
        number=amount.number,
        value=amount.value,
        bound=amount.bound,
        unit=amount.unit,
        per=per,
        of=counted.of,
        head=_whole_word(counted.head) if counted.head is not None else "",
        statement=statement,
        according_to=told_by(reading, statement),
    )


def _whole_word(noun: Token) -> str:
    """The noun with what a hyphen ties to it: "cease-fire" where the parse has three tokens."""
    first = last = noun.i
    doc = noun.doc
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and doc[first - 2].is_alpha:
        if doc[first - 2].whitespace_ or doc[first - 2].like_num:
            break
        first -= 2
    return str(doc[first : last + 1].text)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage without a line break inside it or marks and spaces at its ends."""
    cut = text.find("\n", start, end)
    if cut >= 0:
        end = cut
    while start < end and text[end - 1] in ' \t,;:.”"’—–-(':
        end -= 1
    while start < end and text[start] in ' \t,;“"‘—–)':
        start += 1
    return start, end


def statement_at(reading: Reading, start: int, end: int) -> int | None:
    """The index of the innermost statement whose content holds the passage."""
    best: tuple[int, int] | None = None
    for index, statement in enumerate(reading.statements):
        for span in statement.content:
            if span.start <= start and end <= span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, index)
    return best[1] if best else None


def told_by(reading: Reading, statement: int | None) -> tuple[str, ...]:
    """The names that give the figure: the speaker of its statement, and of the statements that tell that one."""
    names: list[str] = []
    while statement is not None and len(names) < 4:
        found = reading.statements[statement]
        if found.speaker is not None and found.speaker not in names:
            names.append(found.speaker)
        if found.inside == statement:
            break
        statement = found.inside
    return tuple(names)
