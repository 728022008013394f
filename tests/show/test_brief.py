"""The brief tells the story in each form, escapes what reports say, and leads every reference to its passage."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rich.console import Console

import parley
from parley.model.items import Figure, Story, StoryItems, Support
from parley.model.passages import Span, Witness
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.show.brief import compose, html, markdown, terminal
from parley.show.brief.model import NOTHING

HOSTILE = "<script>alert(1)</script> [x](javascript:y) *bold* | cell \x1b[31mred\x1b[0m `code`"


def hostile_story() -> StoryItems:
    report = Report(
        "r1", f"{HOSTILE}.txt", "0", HOSTILE, None, HOSTILE, (), "en", Published(), HOSTILE, (Span(0, len(HOSTILE)),),
        Reader("plain", "1"),
    )  # fmt: skip
    witness = Witness("r1", 0, 20, HOSTILE[:20])
    figure = Figure("f1", "s1", 300.0, "exact", None, None, HOSTILE, None, None, (), (witness,), Support(1, 1))
    return StoryItems(Story("s1", HOSTILE, ("r1",), None, None), (report,), (), (), (), (figure,), (), (), ())


class Page(HTMLParser):
    """Ids, links and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))


def test_the_html_brief_is_one_file_without_scripts_or_outside_links(example: str) -> None:
    (page,) = parley.brief(example, form="html")
    read = Page(page)
    assert "script" not in read.tags
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", page)
    assert all(link.startswith("#") for link in read.links)


def test_every_reference_leads_to_its_passage(example: str) -> None:
    (page,) = parley.brief(example, form="html")
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    anchors = [i for i in read.ids if re.fullmatch(r"p\d+", i)]
    assert len(anchors) > 20
    for anchor in anchors:
        assert f"body:has(#{anchor}:target) .{anchor} " in page
        assert re.search(rf'<span class="[^"]*\b{anchor}\b', page), anchor


def test_the_markdown_brief_has_the_parts_that_a_reader_looks_for(example: str) -> None:
    (brief,) = parley.brief(example)
    for title in ("In one look", "Where it stands", "What happened", "Who wants what", "What was said", "The reports"):
        assert f"\n## {title}\n" in brief


def test_an_unknown_form_is_refused(example: str) -> None:
    with pytest.raises(parley.SettingError, match=r"'terminal'.*markdown or html"):
        parley.brief(example, form="terminal")


def test_hostile_text_is_harmless_in_every_form() -> None:
    story = hostile_story()
    brief = compose(story)
    page = html.render(brief, story.reports)
    assert "<script" not in page
    told = markdown.render(brief)
    assert "<script" not in told
    assert "\x1b" not in told
    assert "](javascript" not in told.replace("\\]", "").replace("\\[", "")


def test_overlapping_passages_are_all_lit() -> None:
    story = hostile_story()
    wide = replace(story.figures[0], id="f2", witnesses=(Witness("r1", 5, 30, HOSTILE[5:30]),))
    page = html.render(compose(replace(story, figures=(*story.figures, wide))), story.reports)
    lit = dict.fromkeys(("p1", "p2"), "")
    for classes, text in re.findall(r'<span class="([^"]*)">(.*?)</span>', page, re.S):
        for anchor in lit:
            lit[anchor] += text if anchor in classes.split() else ""
    import html as library

    assert library.unescape(lit["p1"]) == HOSTILE[:20]
    assert library.unescape(lit["p2"]) == HOSTILE[5:30]


def test_a_brief_of_nothing_says_so() -> None:
    story = replace(hostile_story(), figures=())
    brief = compose(story)
    out = io.StringIO()
    terminal.render(brief, Console(file=out, width=200))
    for told in (out.getvalue(), markdown.render(brief), html.render(brief, story.reports)):
        assert NOTHING in told
