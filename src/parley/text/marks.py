"""Quotation marks: which passages of a text stand inside them (design decision 8).

Marks are paired paragraph by paragraph, as brackets are, by what a mark is (“ opens, ” closes) and by how it stands
(after a space it opens, before a space or a stop it closes); a mark that can be neither is left alone, so a garbled
passage loses a quotation but never gains one. A quotation that a paragraph leaves open runs on where the next paragraph
begins with an opening mark (Chicago Manual of Style, 13.32), else it ends with its paragraph. Time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.model.passages import Span

Way = Literal["open", "close", "either"]
Family = Literal["double", "angle", "single", "corner", "white corner"]

# What each mark is by its shape; place settles straight marks, and those that some languages use the other way round.
NATURES: dict[str, tuple[Family, Way]] = {
    "“": ("double", "open"), "”": ("double", "close"), "„": ("double", "open"), "‟": ("double", "open"),
    '"': ("double", "either"), "＂": ("double", "either"), "``": ("double", "open"), "''": ("double", "either"),
    "’’": ("double", "close"), "‘‘": ("double", "open"), "〝": ("double", "open"), "〞": ("double", "close"),
    "«": ("angle", "open"), "»": ("angle", "close"), "‹": ("angle", "open"), "›": ("angle", "close"),
    "「": ("corner", "open"), "」": ("corner", "close"),
    "『": ("white corner", "open"), "』": ("white corner", "close"),
    "‘": ("single", "open"), "’": ("single", "close"), "‚": ("single", "open"), "‛": ("single", "open"),
    "'": ("single", "either"), "`": ("single", "open"), "´": ("single", "close"),
}  # fmt: skip
_MARK = re.compile("``|''|’’|‘‘|[" + re.escape("".join(m for m in NATURES if len(m) == 1)) + "]")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n[^\S\n]*|[\r\u2028\u2029\v\f]\s*")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff*_"
_BEFORE_OPENING = frozenset("([{<–—-/:;=>|¿¡“„‘«‹\"'")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>–—-/|”’»›\"'")
_ELISION = re.compile(
    r"(?:\d\d?0?s?\b|(?:em|til|tis|twas|cause|cos|bout|round|n|ere|neath|twixt|kay|nuff|sup|ol|im|er)\b)", re.I
)
_SPOKEN_TAIL = re.compile(
    r"[,?!]\s[\w.’' -]{0,60}\b(?:said|says|noted|added|told|wrote|stated|tweeted|explained)\b[^\n]{0,60}[.]\s+\Z"
)
_SLIPS = 4
"""How many quotations of a paragraph may lack their closing marks and still be mended; more are noise."""
_POSSESSIVE = re.compile(r"[sxzSXZ]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage: `outer` with its marks, `inner` without; level 0 is outermost; `closed` if its mark is there.

    A quotation over paragraphs has one part of `parts` a paragraph, without the mark that each of them begins with.
    """

    outer: Span
    inner: Span
    level: int
    closed: bool
    parts: tuple[Span, ...] = ()
    single: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    way: Way
    nature: Way
    weak: bool = False  # a closing single mark that may be a plural's apostrophe


@dataclass(slots=True)
class _Open:
    """A quotation that waits for its closing mark."""

    mark: _Mark
    parts: list[Span]
    begin: int
    doubtful: bool = False  # goes on only if the next paragraph begins with its mark
    spoken: bool = False  # a single mark that follows a colon or comma: no apostrophe


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, white space at their ends left out.

    A line end parts paragraphs, except in text that is wrapped to a width, where only an empty line does.
    """
    wrapped = _is_wrapped(text)
    found: list[Span] = []
    at = 0
    for gap in _BREAK.finditer(text):
        if wrapped and gap.group().count("\n") < 2:
            continue
        _add(text, at, gap.start(), found)
        at = gap.end()
    _add(text, at, len(text), found)
    return found


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if end > start:
        found.append(Span(start, end))


def _is_wrapped(text: str) -> bool:
    """Whether lines end at a width: most lines of 50 to 100 characters, many of them broken inside a sentence."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    full = [line.rstrip() for line in lines if 50 <= len(line.rstrip()) <= 100]
    inside = [line for line in full if line[-1].isalnum() or line[-1] == ","]
    return len(full) > 0.6 * len(lines) and len(inside) > 0.6 * len(full)


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of `text`, in order of its start, the longer first; quotations nest and never cross."""
    found: list[Quotation] = []
    carried: _Open | None = None
    for paragraph in paragraphs(text):
        marks = _marks(text, paragraph)
        carried = _pair(text, paragraph, marks, carried, found)
    if carried is not None:
        _end_open(carried, found)
    return _levels(found)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        family, nature = NATURES[match.group()]
        before = _neighbour(text, match.start() - 1, -1, paragraph)
        after = _neighbour(text, match.end(), 1, paragraph)
        way = _way(before, after)
        if family == "single":
            mark = _single(text, match, nature, way, before, after)
            if mark is not None:
                marks.append(mark)
            continue
        marks.append(_Mark(match.start(), match.end(), family, way, nature))
    return marks


def _neighbour(text: str, at: int, step: int, paragraph: Span) -> str:
    for _ in range(4):
        if not paragraph.start <= at < paragraph.end:
            return " "
        if text[at] not in _UNSEEN:
            return text[at]
        at += step
    return " "


def _way(before: str, after: str) -> Way:
    """What the place of a mark says of it."""
    if (before.isspace() or before in _BEFORE_OPENING) and not after.isspace():
        if before in _BEFORE_OPENING and not before.isspace() and after in _AFTER_CLOSING:
            return "either"
        return "open"
    if not before.isspace() and (after.isspace() or after in _AFTER_CLOSING):
        return "close"
    return "either"


def _single(text: str, match: re.Match[str], nature: Way, way: Way, before: str, after: str) -> _Mark | None:
    """A single mark, or None where it can only be an apostrophe."""
    if before.isalnum() and after.isalnum():
        return None
    if way == "open" and nature != "close" and not _ELISION.match(text, match.end()):
        return _Mark(match.start(), match.end(), "single", "open", nature)
    if way == "close" and nature != "open":
        weak = bool(_POSSESSIVE.match(before)) and after.isspace()
        return _Mark(match.start(), match.end(), "single", "close", nature, weak)
    return None


def _pair(
    text: str, paragraph: Span, marks: list[_Mark], carried: _Open | None, found: list[Quotation]
) -> _Open | None:
    """Pair the paragraph's marks; returns the quotation that it leaves open, if any."""
    stack: list[_Open] = []
    depth: dict[Family, int] = {}
    if carried is not None:
        first = marks[0] if marks and marks[0].start == paragraph.start else None
        if first is not None and first.family == carried.mark.family and _opens(first):
            carried.parts.append(Span(first.end, paragraph.end))
            carried.begin = first.end
            carried.doubtful = False
            marks = marks[1:]
            stack.append(carried)
            depth[carried.mark.family] = 1
        elif _runs_on(text, paragraph, marks, carried):
            carried.parts.append(paragraph)
            carried.begin = paragraph.start
            stack.append(carried)
            depth[carried.mark.family] = 1
        else:
            _end_open(carried, found)
    strong = _next_strong(marks)
    last = -1
    for index, mark in enumerate(marks):
        family = mark.family
        if _closes(mark, depth.get(family, 0) > 0):
            if not depth.get(family) or (family == "single" and stack[-1].mark.family != "single"):
                continue
            if mark.weak and strong[index] is not None:
                continue
            while stack[-1].mark.family != family:
                depth[stack.pop().mark.family] -= 1
            opened = stack.pop()
            depth[family] -= 1
            if mark.start > opened.begin:
                last = max(last, opened.mark.start)
                _close(opened, mark, found)
        else:
            stack.append(_Open(mark, [Span(mark.end, paragraph.end)], mark.end))
            depth[family] = depth.get(family, 0) + 1
    if len(stack) <= _SLIPS:
        for opened in stack:
            _mend(text, opened, found)
    return _left_open(text, paragraph, stack, last)


def _runs_on(text: str, paragraph: Span, marks: list[_Mark], carried: _Open) -> bool:
    """Whether a stray line end broke the quotation: the paragraph goes on in lower case and closes it."""
    first = next((m for m in marks if m.family == carried.mark.family), None)
    return first is not None and text[paragraph.start].islower() and not _opens(first) and _closes(first, True)


def _opens(mark: _Mark) -> bool:
    return mark.way == "open" or (mark.nature == "open" and mark.way == "either")


def _closes(mark: _Mark, pending: bool) -> bool:
    """Whether the mark closes: its place and its nature decide where they agree, else whether one is open."""
    if mark.family in ("corner", "white corner"):
        return mark.nature == "close"
    says = {mark.way, mark.nature} - {"either"}
    if len(says) == 1:
        return "close" in says
    return pending


def _next_strong(marks: list[_Mark]) -> list[int | None]:
    """For each mark, the next single closing mark that is no plural's apostrophe, before a single mark opens again."""
    following: list[int | None] = [None] * len(marks)
    nearest: int | None = None
    for index in range(len(marks) - 1, -1, -1):
        following[index] = nearest
        if marks[index].family == "single":
            if marks[index].way == "open":
                nearest = None
            elif not marks[index].weak:
                nearest = index
    return following


def _mend(text: str, opened: _Open, found: list[Quotation]) -> None:
    """End a quotation that lacks its closing mark before a cue, and a sentence before the next one, at the comma."""
    following = next((q.outer.start for q in reversed(found) if q.outer.start > opened.mark.start), None)
    if following is None or opened.mark.family == "single" or len(opened.parts) > 1:
        return
    following = min(q.outer.start for q in found if q.outer.start > opened.mark.start)
    begin = max(opened.begin, following - 160)
    tail = _SPOKEN_TAIL.search(text, begin, following)
    if tail is not None and not _MARK.search(text, tail.start(), following):
        span = Span(opened.begin, tail.start() + 1)
        found.append(Quotation(Span(opened.mark.start, span.end), span, 0, False, (span,)))


def _left_open(text: str, paragraph: Span, stack: list[_Open], last: int) -> _Open | None:
    """The quotation that the paragraph leaves open: its last open double mark, if no other pair stands after it."""
    for opened in reversed(stack):
        if opened.mark.family == "single":
            lead = text[max(paragraph.start, opened.mark.start - 2) : opened.mark.start].strip()
            opened.spoken = lead in (":", ",") and text[opened.mark.end : opened.mark.end + 1].isupper()
            if last < opened.mark.start and (opened.spoken or opened.mark.start == paragraph.start):
                return opened
            continue
        first = opened.parts[0].start if len(opened.parts) == 1 else opened.begin
        if len(opened.parts) > 1:
            return opened
        if paragraph.end > first and not text[first : paragraph.end].isspace():
            opened.doubtful = last > opened.mark.start
            if not opened.doubtful or opened.mark.start == paragraph.start:
                return opened
        return None
    return None


def _close(opened: _Open, mark: _Mark, found: list[Quotation]) -> None:
    parts = [*opened.parts[:-1], Span(opened.parts[-1].start, mark.start)]
    inner = Span(parts[0].start, mark.start)
    outer = Span(opened.mark.start, mark.end)
    found.append(Quotation(outer, inner, 0, True, tuple(parts), opened.mark.family == "single"))


def _end_open(opened: _Open, found: list[Quotation]) -> None:
    if (opened.mark.family == "single" and not opened.spoken) or opened.doubtful:
        return  # an opening single mark that never closes is an apostrophe; before other pairs, a slip
    end = opened.parts[-1].end
    found.append(
        Quotation(Span(opened.mark.start, end), Span(opened.parts[0].start, end), 0, False, tuple(opened.parts))
    )


def _levels(found: list[Quotation]) -> tuple[Quotation, ...]:
    ordered = sorted(found, key=lambda q: (q.outer.start, -q.outer.end))
    holding: list[int] = []
    levelled: list[Quotation] = []
    for q in ordered:
        while holding and holding[-1] <= q.outer.start:
            holding.pop()
        if holding and q.outer.end > holding[-1]:
            continue
        levelled.append(Quotation(q.outer, q.inner, len(holding), q.closed, q.parts, q.single))
        holding.append(q.outer.end)
    return tuple(levelled)
