"""The units in which a page is read: its lines, those joined that were broken inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.passages import Span

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
ENDED = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]*_]*$|[.!?…][\"'”’»)\]]*\s?\[\w{1,3}\]$|(?:[—–_]|--|\s-)$|[,;]$")
GOES_ON = re.compile(r"[a-z,;.)\]%]")
WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
WRAPPED = range(45, 121)
"""How wide a column of hard-wrapped text is, in code points."""
LONG = 1500
"""Code points above which a line is an article's paragraph, and no sign of furniture is looked for in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the page, or several that make one sentence: its place, its words, and whether it ends like a
    sentence.
    """

    start: int
    end: int
    text: str
    words: int
    ended: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def split_units(text: str, within: Span) -> list[Unit]:
    """The units of `text[within]`, white space at their ends left out."""
    return [_unit(text, start, end) for block in _blocks(text, within) for start, end in _join(text, block)]


def _unit(text: str, start: int, end: int) -> Unit:
    words = text[start:end]
    long = end - start > LONG
    return Unit(
        start, end, words, len(words) // 6 if long else len(WORD.findall(words)), bool(ENDED.search(words[-80:]))
    )


def _blocks(text: str, within: Span) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without an empty line between them."""
    block: list[tuple[int, int]] = []
    last = within.start
    for match in LINE.finditer(text, within.start, within.end):
        line = match.group()
        bare = line.strip()
        if not bare:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if (
            block
            and text.count("\n", last, start) + (text.count("\r", last, start) if "\n" not in text[last:start] else 0)
            > 1
        ):
            yield block
            block = []
        last = start + len(bare)
        block.append((start, last))
    if block:
        yield block


def _join(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a block, those put together that a narrow column or a link in the middle has parted."""
    if _is_wrapped(text, block):
        return [(block[0][0], block[-1][1])]
    joined: list[tuple[int, int]] = []
    for start, end in block:
        if (
            joined
            and GOES_ON.match(text, start)
            and not ENDED.search(text[max(joined[-1][0], joined[-1][1] - 80) : joined[-1][1]])
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether the lines are of nearly one width and break inside sentences, as in plain-text mail and wire
    copy.
    """
    if len(block) < 2:
        return False
    widths = [end - start for start, end in block]
    widest = max(widths)
    if widest not in WRAPPED or any(width < 0.6 * widest for width in widths[:-1]):
        return False
    open_ends = sum(not ENDED.search(text[max(start, end - 80) : end]) for start, end in block[:-1])
    return 3 * open_ends >= 2 * (len(block) - 1) and any(GOES_ON.match(text, start) for start, _ in block[1:])
