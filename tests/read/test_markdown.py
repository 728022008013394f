"""Plain text and Markdown: heads, fields, and where the body is."""

from __future__ import annotations

import pytest

from parley.errors import ReadError
from parley.model.reports import Report
from parley.read.decoding import Decoded
from parley.read.fields import fields_from
from parley.read.outlets import outlet_of
from parley.read.plain import read_markdown, read_plain

ARTICLE = (
    "The Varnholt ferry ran aground on Monday with 214 people on board, the harbour commission said.\n"
    "“Nobody was hurt,” said harbour master Ilse Brandt.\n"
)


def read(text: str) -> Report:
    return read_markdown(Decoded(text, "utf-8"), "ferry.md", "0" * 64)


def test_front_matter_is_text_but_not_body() -> None:
    head = (
        '---\ntitle: "Ferry aground"\nsource: https://www.varnholt.example/ferry\noutlet: www.varnholt.example\n'
        "date: 2031-03-03T00:00:00\nauthors: [Jon Aske, Mia Lund]\n---\n\n"
    )
    report = read(head + ARTICLE)
    assert report.text == head + ARTICLE
    assert report.body[0].start == len(head)
    assert report.title == "Ferry aground"
    assert report.url == "https://www.varnholt.example/ferry"
    assert report.outlet == "varnholt.example"
    assert report.authors == ("Jon Aske", "Mia Lund")
    assert (report.published.earliest, report.published.basis) == ("2031-03-03", "stated")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends(end: str) -> None:
    source = "---\ntitle: Ferry aground\ndate: 2031-03-03\n---\n".replace("\n", end)
    report = read(source + ARTICLE.replace("\n", end))
    assert report.title == "Ferry aground"
    assert report.body[0].start == len(source)


def test_an_unknown_date_is_unknown() -> None:
    report = read("---\ntitle: x\ndate: unknown\n---\n" + ARTICLE)
    assert report.published.basis == "unknown"
    assert report.published.earliest is None


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('---\ntitle: "a "quoted" word"\n---\ntext\n', "malformed front matter at line 2"),
        ("---\n- a\n- b\n---\ntext\n", "not a list of fields"),
        ("---\ntitle: x\n\nThe ferry sailed.\n", "no closing"),
        ("---\na: !!python/object/apply:os.getcwd []\nb: [\n---\ntext\n", "malformed"),
    ],
)
def test_malformed_front_matter_is_one_clear_error(source: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read(source)
    assert caught.value.advice


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    report = read("---\n\n" + ARTICLE)
    assert ARTICLE.strip() == report.body[0].of(report.text)


def test_references_in_yaml_do_not_explode() -> None:
    levels = "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    report = read(f"---\na: &a [x,x,x]\n{levels}authors: *i\n---\n{ARTICLE}")
    assert report.authors == ()


def test_a_page_savers_file() -> None:
    menu = "Home\nNews\nSport\nHarbour\nTides\nWeather\nContact\n"
    text = (
        "# varnholt.example\n\n## Metadata\n\n- **URL**: https://varnholt.example/ferry\n"
        "- **Scraped at**: 2031-04-01T10:00:00\n\n"
        f"## Page Structure\n\n- # Ferry aground off Varnholt\n\n## Content\n\n{menu}"
        "Ferry aground off Varnholt\nMarch 3, 2031\n"
        f"{ARTICLE}{menu}\n## Links\n\n- [Home](https://varnholt.example/)\n"
    )
    report = read(text)
    assert [span.of(text) for span in report.body] == [ARTICLE.strip()]
    assert report.outlet == "varnholt.example"
    assert report.published.earliest == "2031-03-03"  # not the day on which the page was saved
    assert report.title == "Ferry aground off Varnholt"


def test_plain_text_knows_nothing_but_its_words() -> None:
    report = read_plain(Decoded(ARTICLE, "utf-8"), "varnholt-daily-2031-03-03.txt", "0" * 64)
    assert (report.outlet, report.url, report.title, report.published.basis) == (None, None, None, "unknown")


def test_a_text_beyond_the_limit_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="too long: 5,200,000 characters") as caught:
        read_plain(Decoded("word " * 1_040_000, "utf-8"), "archive.txt", "0" * 64)
    assert "one report each" in str(caught.value)


def test_language() -> None:
    german = (
        "Die Fähre ist am Montag vor dem Hafen auf Grund gelaufen, teilte die Hafenbehörde am Abend mit. "
        "Verletzt wurde niemand.\n"
    )
    assert read_plain(Decoded(german * 3, "utf-8"), "f", "0").language == "de"
    assert read_plain(Decoded(ARTICLE, "utf-8"), "f", "0").language == "en"
    assert read_plain(Decoded("Ja.", "utf-8"), "f", "0").language == "en"


@pytest.mark.parametrize(
    ("raw", "authors"),
    [
        ("By Jon Aske and Mia Lund", ("Jon Aske", "Mia Lund")),
        ("Jon Aske, Mia Lund; Tove Vik", ("Jon Aske", "Mia Lund", "Tove Vik")),
        ("Martin Hale, Jr.", ("Martin Hale, Jr.",)),
        ([{"name": "Jon Aske"}, "Jon Aske"], ("Jon Aske",)),
        ({"name": "Jon Aske"}, ("Jon Aske",)),
        (None, ()),
    ],
)
def test_authors(raw: object, authors: tuple[str, ...]) -> None:
    assert fields_from({"author": raw}, "x").authors == authors


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.varnholt.example/a", "varnholt.example"),
        ("http://web.archive.org/web/20310303/http://varnholt.example/a", "varnholt.example"),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_outlet_by_address(url: str | None, outlet: str | None) -> None:
    assert outlet_of(url) == outlet
