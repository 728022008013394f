"""A drawing of when things happened: a row an event, days from left to right, from when it was announced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from parley.show.brief.model import Brief, Line

LONGEST = 31
"""Days that a drawing may span; what lies apart from the rest is told in the list alone."""
MOST = 14
"""Rows of a drawing."""
WIDTH, ROW, HEAD, EDGE = 900, 26, 30, 48
LETTERS = 62
"""Letters of a row's label."""


@dataclass(frozen=True, slots=True)
class Point:
    """An event in the drawing: its day, the day from which reports announced it, and whether it is still ahead."""

    day: date
    announced: date | None
    ahead: bool
    line: Line


def draw(brief: Brief, anchor: Callable[[Line], str]) -> Markup:
    """The drawing as SVG, each row a link to its line; empty where fewer than three days have events."""
    points = _together(_points(brief))
    if len({p.day for p in points}) < 3:
        return Markup("")
    points = sorted(points, key=lambda p: p.day)[:MOST]
    days = [p.day for p in points] + [p.announced for p in points if p.announced]
    first, last = min(days), max(days)
    high = HEAD + ROW * len(points) + 30
    ticks = [_tick(day, _place(day, first, last), high - 30) for day in _spaced(sorted(set(days)), first, last)]
    rows = [_row(n, p, anchor(p.line), first, last) for n, p in enumerate(points)]
    told = f"Timeline of {len(points)} events from {first} to {last}; the list below tells them"
    return Markup(
        '<svg class="picture" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="group" aria-label="{2}">{3}{4}</svg>'
    ).format(WIDTH, high, told, Markup("").join([*ticks, *rows]), _legend(points, high))


def _points(brief: Brief) -> list[Point]:
    return [
        Point(
            date.fromisoformat(line.day),
            date.fromisoformat(line.announced) if line.announced else None,
            section.key == "ahead",
            line,
        )
        for section in brief.sections
        if section.key in ("happened", "ahead")
        for line in section.lines
        if line.day
    ]


def _place(day: date, first: date, last: date) -> float:
    return EDGE + (WIDTH - 2 * EDGE) * (day - first).days / max((last - first).days, 1)


def _row(n: int, p: Point, anchor: str, first: date, last: date) -> Markup:
    x, y = _place(p.day, first, last), HEAD + ROW * n + ROW // 2 + 4
    left = x > WIDTH / 2
    before = Markup("")
    if p.announced:
        x0 = _place(p.announced, first, last)
        before = Markup('<path class="wait" d="M{:.0f} {}V{}M{:.0f} {}H{:.0f}"/>').format(x0, y - 5, y + 5, x0, y, x)
    label = Markup('<text class="{}" x="{:.0f}" y="{}">{}</text>').format(
        "end" if left else "start", x - 12 if left else x + 12, y + 4, _short(p.line.text)
    )
    dot = Markup('<circle class="{}" cx="{:.0f}" cy="{}" r="6"/>').format("ahead" if p.ahead else "held", x, y)
    title = Markup("<title>{}: {}</title>").format(p.line.when, p.line.text)
    return Markup('<a href="#{}">{}{}{}{}</a>').format(anchor, title, before, dot, label)


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else text[: LETTERS - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _tick(day: date, x: float, foot: int) -> Markup:
    return Markup('<path class="tick" d="M{0:.0f} 24V{1}"/><text class="day" x="{0:.0f}" y="16">{2}</text>').format(
        x, foot, f"{day:%a} {day.day} {day:%b}"
    )


def _legend(points: list[Point], high: int) -> Markup:
    told = [("held", "took place"), ("ahead", "planned, not yet told to have taken place")]
    shown = [(kind, words) for kind, words in told if any(p.ahead == (kind == "ahead") for p in points)]
    parts, x = [], EDGE
    for kind, words in shown:
        parts.append(
            Markup('<circle class="{}" cx="{}" cy="{}" r="5"/><text class="start" x="{}" y="{}">{}</text>').format(
                kind, x, high - 12, x + 11, high - 8, words
            )
        )
        x += 30 + 7 * len(words)
    if any(p.announced for p in points):
        before = (
            '<path class="wait" d="M{0} {1}v10M{0} {2}h26"/><text class="start" x="{3}" y="{4}">announced before</text>'
        )
        parts.append(Markup(before).format(x, high - 17, high - 12, x + 34, high - 8))
    return Markup("").join(parts)


def _spaced(days: list[date], first: date, last: date) -> list[date]:
    """The days whose labels fit beside each other."""
    kept: list[date] = []
    for when in days:
        if not kept or _place(when, first, last) - _place(kept[-1], first, last) >= 84:
            kept.append(when)
    return kept


def _together(points: list[Point]) -> list[Point]:
    """The points of the month in which most lie; announcements from before it are cut to its first day."""
    best: list[Point] = []
    for start in sorted({p.day for p in points}):
        inside = [p for p in points if start <= p.day <= start + timedelta(days=LONGEST)]
        if len(inside) > len(best):
            best = inside
    return best
