"""The brief as one self-contained HTML file: a click on a reference opens the passage highlighted in its report.

It works without JavaScript: each passage is an anchor, and style rules light up the parts of the text that belong to
the anchor at which the page was opened (CSS Selectors 4, ``:target`` and ``:has()``). Passages may overlap, so the
text is cut wherever one begins or ends and each part names the passages it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jinja2 import Environment, PackageLoader, Template, select_autoescape
from markupsafe import Markup, escape

from parley.model.passages import Witness
from parley.model.reports import Report
from parley.show.brief import curve, timeline
from parley.show.brief.model import NOTHING, Brief, Line, Ref, lines_of

BACK = 3
"""Ways back from one passage: to as many lines that cite it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a report's text: the anchors that start with it, those that end with it, the passages it belongs to."""

    text: str
    anchors: tuple[str, ...]
    ends: tuple[str, ...]
    classes: str
    body: bool


class Anchors:
    """The page's anchors: ``p…`` of passages, ``l…`` of the lines that cite them."""

    def __init__(self, briefs: Sequence[Brief]) -> None:
        self.lines: dict[int, str] = {}
        self.back: dict[str, list[str]] = {}
        cited = [line for brief in briefs for line in lines_of(brief)]
        told = sorted({ref.witness for line in cited for ref in line.refs})
        self.passages = {w: f"p{n}" for n, w in enumerate(told, 1)}
        for n, line in enumerate(cited, 1):
            if line.refs:
                self.lines[id(line)] = f"l{n}"
                for ref in line.refs:
                    self.back.setdefault(self.passages[ref.witness], []).append(f"l{n}")

    def of(self, ref: Ref) -> str:
        """The anchor of the passage that the reference leads to."""
        return self.passages[ref.witness]

    def line(self, line: Line) -> str:
        """The anchor of the line, empty where it cites nothing."""
        return self.lines.get(id(line), "")


def render(brief: Brief, reports: tuple[Report, ...]) -> str:
    """The page of one story. Everything that comes from a report is escaped; nothing is fetched."""
    return render_all([(brief, reports)])


def render_all(stories: Sequence[tuple[Brief, tuple[Report, ...]]]) -> str:
    """One page with every story, and an index of them where there are several."""
    briefs = [brief for brief, _ in stories]
    anchors = Anchors(briefs)
    texts = {r.id: list(_parts(r, anchors)) for _, reports in stories for r in reports}
    return _template().render(
        briefs=briefs,
        prefix={b.story: "" if n == 0 else f"s{n + 1}-" for n, b in enumerate(briefs)},
        anchors=anchors,
        passages=sorted(anchors.passages.values(), key=lambda a: int(a[1:])),
        texts=texts,
        timeline=lambda brief: timeline.draw(brief, anchors.line),
        curve=curve.draw,
        nothing=NOTHING,
        marked=marked,
    )


def marked(line: Line) -> Markup:
    """The line's text, escaped, with what was changed in it marked."""
    parts, at = [], 0
    for start, end in line.changed:
        parts += [escape(line.text[at:start]), Markup("<mark>{}</mark>").format(line.text[start:end])]
        at = end
    return Markup("").join([*parts, escape(line.text[at:])])


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("parley.show.brief"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")


def _parts(report: Report, anchors: Anchors) -> Iterator[Part]:
    told = anchors.passages
    mine = sorted((w for w in told if w.report == report.id), key=lambda w: (w.start, w.end))
    cuts = {0, len(report.text)}
    for w in mine:
        cuts |= {w.start, w.end}
    for span in report.body:
        cuts |= {span.start, span.end}
    starts = _by(mine, told, lambda w: w.start)
    stops = _by(mine, told, lambda w: w.end)
    for start, end in pairwise(sorted(cuts)):
        within = [w for w in mine if w.start <= start and end <= w.end]
        yield Part(
            text=report.text[start:end],
            anchors=starts.get(start, ()),
            ends=stops.get(end, ()),
            classes=" ".join(told[w] for w in within),
            body=any(s.start <= start and end <= s.end for s in report.body),
        )


def _by(
    mine: Sequence[Witness], told: dict[Witness, str], edge: Callable[[Witness], int]
) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for w in mine:
        found[edge(w)] = (*found.get(edge(w), ()), told[w])
    return found
