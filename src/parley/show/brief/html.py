"""The brief as one self-contained HTML file: a click on a reference opens the passage highlighted in its report.

It works without JavaScript: each passage is an anchor, and style rules light up the parts of the text that belong to
the anchor at which the page was opened (CSS Selectors 4, ``:target`` and ``:has()``). Passages may overlap, so the
text is cut wherever one begins or ends and each part names the passages it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from jinja2 import Environment, PackageLoader, Template, select_autoescape

from parley.model.passages import Witness
from parley.model.reports import Report
from parley.show.brief.model import Brief, Line


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a report's text: the anchors that start with it, the passages it belongs to, whether it is body."""

    text: str
    anchors: tuple[str, ...]
    classes: str
    body: bool


def render(brief: Brief, reports: tuple[Report, ...]) -> str:
    """The page. Everything that comes from a report is escaped; nothing is fetched."""
    anchors = _anchors(brief)
    texts = {r.id: list(_parts(r, anchors)) for r in reports}
    return _template().render(
        brief=brief,
        anchor=lambda ref: anchors[ref.witness],
        passages=sorted(anchors.values(), key=lambda a: int(a[1:])),
        texts=texts,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("parley.show.brief"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")


def _anchors(brief: Brief) -> dict[Witness, str]:
    told = {ref.witness for line in _all_lines(brief) for ref in line.refs}
    return {w: f"p{n}" for n, w in enumerate(sorted(told), 1)}


def _all_lines(brief: Brief) -> Iterator[Line]:
    for section in brief.sections:
        for line in section.lines:
            yield line
            yield from line.under
        for row in section.table.rows if section.table else ():
            for cell in row:
                yield from cell


def _parts(report: Report, anchors: dict[Witness, str]) -> Iterator[Part]:
    mine = sorted((w for w in anchors if w.report == report.id), key=lambda w: (w.start, w.end))
    cuts = {0, len(report.text)}
    for w in mine:
        cuts |= {w.start, w.end}
    for span in report.body:
        cuts |= {span.start, span.end}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        within = [w for w in mine if w.start <= start and end <= w.end]
        yield Part(
            text=report.text[start:end],
            anchors=tuple(anchors[w] for w in mine if w.start == start),
            classes=" ".join(anchors[w] for w in within),
            body=any(s.start <= start and end <= s.end for s in report.body),
        )
