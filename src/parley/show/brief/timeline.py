"""A small drawing of when things happened: days from left to right, a dot an event, stacked where they share a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from markupsafe import Markup

from parley.show.brief.model import Brief, Line

LONGEST = 31
"""Days that a drawing may span; what lies apart from the rest is told in the list alone."""
WIDTH, STEP, BASE = 720, 18, 30


def draw(brief: Brief, anchor: Callable[[Line], str]) -> Markup:
    """The drawing as SVG, each dot a link to its line; empty where fewer than three days have events."""
    points = [
        (date.fromisoformat(line.day), section.key, line)
        for section in brief.sections
        if section.key in ("happened", "ahead")
        for line in section.lines
        if line.day
    ]
    points = _together(points)
    by_day: dict[date, list[tuple[str, Line]]] = defaultdict(list)
    for when, key, line in points:
        by_day[when].append((key, line))
    if len(by_day) < 3:
        return Markup("")
    first, last = min(by_day), max(by_day)
    span = max((last - first).days, 1)
    high = BASE + STEP * max(map(len, by_day.values())) + 8
    parts = [Markup('<line x1="24" y1="{0}" x2="{1}" y2="{0}"/>').format(high - BASE, WIDTH - 24)]
    for when in sorted(by_day):
        x = 60 + (WIDTH - 120) * (when - first).days / span
        parts += [
            Markup('<a href="#{}"><circle class="{}" cx="{:.0f}" cy="{}" r="6"><title>{}</title></circle></a>').format(
                anchor(line), key, x, high - BASE - 12 - STEP * n, line.text
            )
            for n, (key, line) in enumerate(by_day[when])
        ]
    parts += [_label(when, first, span, high) for when in _spaced(sorted(by_day), first, span)]
    return Markup(
        '<svg class="timeline" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="group" aria-label="{2}">{3}</svg>'
    ).format(WIDTH, high, f"Timeline of {len(points)} events from {first} to {last}", Markup("").join(parts))


def _label(when: date, first: date, span: int, high: int) -> Markup:
    x = 60 + (WIDTH - 120) * (when - first).days / span
    return Markup('<text x="{:.0f}" y="{}">{}</text>').format(x, high - 8, f"{when:%a} {when.day} {when:%b}")


def _spaced(days: list[date], first: date, span: int) -> list[date]:
    """The days whose labels fit beside each other."""
    kept: list[date] = []
    for when in days:
        if not kept or (when - kept[-1]).days * (WIDTH - 120) / span >= 84:
            kept.append(when)
    return kept


def _together(points: list[tuple[date, str, Line]]) -> list[tuple[date, str, Line]]:
    """The points of the month in which most lie."""
    best: list[tuple[date, str, Line]] = []
    for start in sorted({when for when, _, _ in points}):
        inside = [p for p in points if start <= p[0] <= start + timedelta(days=LONGEST)]
        if len(inside) > len(best):
            best = inside
    return best
