"""HTML pages: the article, and what the page says of itself. Pages are invented."""

from __future__ import annotations

import json

import pytest

from parley.errors import ReadError
from parley.model.reports import Report
from parley.read.decoding import decode
from parley.read.pages import extractor, read_page

PARAGRAPHS = (
    "The Varnholt ferry ran aground on Monday with 214 people on board, the harbour commission said in the evening.",
    "“Nobody was hurt,” said harbour master Ilse Brandt. “We will tow her off at high tide, not one minute before.”",
    "The ship's owner, Nordal Lines, declined to comment on the cause while the inquiry of the commission goes on.",
    "Divers found a tear of two metres in the hull on Tuesday, and pumps were brought from the mainland by helicopter.",
)
MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "News", "Sport", "Harbour", "Tides", "Contact")
)


def page(head: str = "", *, before: str = "", after: str = "", lang: str = "en") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Ferry aground | Varnholt Daily</title>{head}</head>'
        f"<body><nav><ul>{MENU}</ul></nav><article><h1>Ferry aground off Varnholt</h1>{before}{body}{after}</article>"
        "<footer><p>© 2031 Varnholt Media. All rights reserved.</p></footer></body></html>"
    ).encode()


def read(data: bytes) -> Report:
    return read_page(decode(data, "ferry.html"), "ferry.html", "0" * 64)


def body(report: Report) -> str:
    return "\n".join(span.of(report.text) for span in report.body)


def test_the_article_is_the_body_and_menus_are_not() -> None:
    report = read(page())
    assert all(p in body(report) for p in PARAGRAPHS)
    assert "Tides" not in report.text
    assert "rights reserved" not in body(report)
    assert report.reader == extractor()
    assert report.reader.name == "trafilatura"
    assert report.language == "en"


def test_captions_and_boxes_that_the_extractor_leaves_are_marked_out() -> None:
    report = read(
        page(
            before="<p>The ferry on its side, March 3, 2031. (Jon Aske/Reuters)</p>",
            after="<p>Read more: Ferries that sank</p>",
        )
    )
    assert "Jon Aske" not in body(report)
    assert "Ferries that sank" not in body(report)


def linked(**fields: object) -> str:
    data = json.dumps({"@context": "https://schema.org", **fields})
    return f'<script type="application/ld+json">{data}</script>'


def test_json_ld_gives_date_with_time_and_zone_authors_and_outlet() -> None:
    report = read(
        page(
            linked(
                **{
                    "@graph": [
                        {"@type": "WebSite", "name": "x"},
                        {
                            "@type": ["NewsArticle"],
                            "headline": "Ferry aground &amp; safe",
                            "datePublished": "2031-03-03T17:20:00+01:00",
                            "dateModified": "2031-03-05T09:00:00+01:00",
                            "author": [
                                {"@type": "Person", "name": "Jon Aske"},
                                {"@type": "Person", "name": "Mia Lund"},
                            ],
                            "publisher": {"@type": "Organization", "name": "Varnholt Daily"},
                        },
                    ]
                }
            )
        )
    )
    assert report.published.earliest == "2031-03-03T16:20Z"
    assert report.published.basis == "stated"
    assert "datePublished" in report.published.because
    assert report.authors == ("Jon Aske", "Mia Lund")
    assert report.outlet == "Varnholt Daily"
    assert report.title == "Ferry aground & safe"


@pytest.mark.parametrize(
    ("head", "earliest", "basis"),
    [
        ('<meta property="article:published_time" content="2031-03-03T16:20:00Z">', "2031-03-03T16:20Z", "stated"),
        ('<meta name="pubdate" content="3 March 2031">', "2031-03-03", "stated"),
        ('<meta itemprop="datePublished" content="2031-03-03">', "2031-03-03", "stated"),
        ('<link rel="canonical" href="https://varnholt.example/2031/03/03/ferry">', "2031-03-03", "stated"),
        ('<meta property="article:published_time" content="soon">', None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_where_a_page_states_its_date(head: str, earliest: str | None, basis: str) -> None:
    published = read(page(head)).published
    assert (published.earliest, published.basis) == (earliest, basis)


def test_outlet_by_address_where_the_page_names_none() -> None:
    report = read(page('<link rel="canonical" href="https://www.varnholt.example/ferry">'))
    assert report.outlet == "varnholt.example"
    assert report.url == "https://www.varnholt.example/ferry"


@pytest.mark.parametrize(
    "data",
    [
        f"<html><body><nav><ul>{MENU}</ul></nav></body></html>".encode(),
        b"<html></html>",
        b"<html><body><script>var x = 1;</script></body></html>",
        b"<html><body>" + b"<div>" * 50_000,
    ],
)
def test_a_page_without_article_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="no article") as caught:
        read(data)
    assert caught.value.resource == "ferry.html"
    assert caught.value.advice


@pytest.mark.parametrize(
    "script",
    ["{not json", "[[[[]]]]", '"NewsArticle"', '{"@type": 7}', "[" * 5000, '{"@type":"Article","author":[[["x"]]]}'],
)
def test_broken_json_ld_harms_nothing(script: str) -> None:
    report = read(page(f'<script type="application/ld+json">{script}</script>'))
    assert PARAGRAPHS[0] in body(report)


def test_the_same_bytes_give_the_same_report() -> None:
    assert read(page()) == read(page())
