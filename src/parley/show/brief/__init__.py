"""The brief of a story: what it tells, without a form, and its renderings (terminal, Markdown, HTML)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model.items import Aside, StoryItems
from parley.show.brief.disputes import disagreements
from parley.show.brief.figures import figures
from parley.show.brief.happenings import ahead, background, happened, one_look
from parley.show.brief.model import Brief, Section
from parley.show.brief.names import Desk, headline
from parley.show.brief.series import Series, in_short, series
from parley.show.brief.sources import sources
from parley.show.brief.standing import standing
from parley.show.brief.times import days
from parley.show.brief.voices import said, told_indirectly
from parley.show.brief.wants import wants

__all__ = ["Brief", "compose"]

SHORT, LONG = 8, 100_000
"""Lines of a section in the brief, and when everything is asked for."""


def compose(items: StoryItems, *, everything: bool = False, aside: Sequence[Aside] = ()) -> Brief:
    """The brief of one story; each section cut to its best-supported lines unless `everything` is asked for.

    `aside` are the record's reports that were set aside: those that a newer version replaced are named with it.
    """
    desk = Desk(items)
    most = LONG if everything else SHORT
    counts = series(desk)
    sections = [
        one_look(desk, [in_short(desk, s) for s in counts if s.told][:1]),
        standing(desk, most),
        happened(desk, most),
        ahead(desk, most),
        wants(desk, most),
        said(desk, most if everything else 6),
        *([told_indirectly(desk, most)] if everything else []),
        _figures(desk, counts, most),
        *disagreements(desk, everything=everything),
        *([background(desk)] if everything else []),
    ]
    return Brief(
        story=items.story.id,
        title=_title(desk),
        subtitle=_subtitle(desk),
        sections=tuple(s for s in sections if not s.empty),
        sources=sources(desk, aside, everything=everything),
    )


def _title(desk: Desk) -> str:
    places = {form.text.casefold() for name in desk.items.names if name.kind == "place" for form in name.forms}
    return headline(desk.items.story.title, places) or "Untitled story"


def _figures(desk: Desk, counts: Sequence[Series], most: int) -> Section:
    """Counts of which reports give several values first, then the other figures."""
    rest = figures(desk, most, {f.id for s in counts for f in s.figures})
    return replace(rest, lines=(*(s.line for s in counts[:most]), *rest.lines))


def _subtitle(desk: Desk) -> str:
    story = desk.items.story
    undated = sum(r.published.basis != "stated" for r in desk.reports)
    many = len(desk.reports)
    parts = [days(story.earliest, story.latest), f"{many} report{'s' if many != 1 else ''}"]
    if undated:
        some = f"{undated} {'does not state its' if undated == 1 else 'do not state their'} date"
        parts.append("none states its date" if undated == many > 1 else some)
    drawn = [desk.number[r.id] for r in desk.reports if r.id in desk.rewritten]
    if drawn:
        parts.append(f"{len(drawn)} copied or rewritten [{' '.join(map(str, drawn))}]")
    return " · ".join(filter(None, parts))
