"""A drawing of a count as it grew: its values over the days on which reports gave them."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from parley.show.brief.model import Line

WIDTH, HIGH, LEFT, RIGHT, TOP, FOOT = 420, 132, 34, 40, 26, 28


def draw(count: Line) -> Markup:
    """The curve of a count's values as SVG; empty where fewer than three values, or one day only, are known."""
    points = sorted({(date.fromisoformat(v.day), v.value) for v in count.under if v.day and v.value is not None})
    days = sorted({day for day, _ in points})
    if len(points) < 3 or len(days) < 2:
        return Markup("")
    first, span = days[0], (days[-1] - days[0]).days
    most = max(value for _, value in points)
    placed = [
        (
            LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span,
            HIGH - FOOT - (HIGH - TOP - FOOT) * value / max(most, 1),
            value,
        )
        for day, value in points
    ]
    path = f"M{placed[0][0]:.0f} {placed[0][1]:.0f}" + "".join(f"H{x:.0f}V{y:.0f}" for x, y, _ in placed[1:])
    mark = Markup('<circle cx="{0:.0f}" cy="{1:.0f}" r="4"/><text class="day" x="{0:.0f}" y="{2:.0f}">{3}</text>')
    marks = [mark.format(x, y, y - 9, f"{value:,.0f}") for x, y, value in placed]
    feet = [
        Markup('<text class="day" x="{:.0f}" y="{}">{}</text>').format(x, HIGH - 8, f"{day.day} {day:%b}")
        for day, x in ((days[0], LEFT), (days[-1], WIDTH - RIGHT))
    ]
    told = f"{count.text}: " + "; ".join(f"{day.day} {day:%B} {day.year}, {value:,.0f}" for day, value in points)
    return Markup(
        '<svg class="curve" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-label="{2}">'
        '<path class="tick" d="M{3} {4}H{5}"/><path class="grown" d="{6}"/>{7}</svg>'
    ).format(WIDTH, HIGH, told, LEFT, HIGH - FOOT, WIDTH - RIGHT, path, Markup("").join([*marks, *feet]))
