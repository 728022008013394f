"""HTML pages: the article as trafilatura extracts it."""

from __future__ import annotations

import logging
from typing import Any

from parley.errors import ReadError
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.read.article import make_report
from parley.read.decoding import Decoded
from parley.read.fields import Fields
from parley.read.furniture.units import split_units
from parley.read.lines import mend
from parley.read.page_head import page_fields

LONGEST_PAGE = 20_000_000
"""Code points of mark-up above which a page is not parsed: no news page comes near."""

LEAST = 30
"""Code points of the shortest sentence that shows a page to be more than menus."""

NO_ARTICLE = ("the page holds no article", "save the article's own page, or its text")


def read_page(decoded: Decoded, file: str, sha256: str, url: str | None = None) -> Report:
    """A report from an HTML page. Raises ReadError where the page holds no article (all menu) or is beyond any size."""
    if len(decoded.text) > LONGEST_PAGE:
        raise ReadError("the page is too large", resource=file, advice="save the article alone")
    try:
        tree = parse(decoded.text)
        text = extract(decoded.text, url) if tree is not None else ""
        fields = page_fields(tree, decoded.text, url) if tree is not None else Fields()
    except Exception as fault:  # the parser's and extractor's own errors are many and undocumented
        raise ReadError("the page cannot be parsed", resource=file, advice="save it as plain text") from fault
    message, advice = NO_ARTICLE
    if not text.strip():
        raise ReadError(message, resource=file, advice=advice)
    text, notes = mend(text)
    report = make_report(
        file, sha256, text, Span(0, len(text)), fields, extractor(), decoded.notes + notes, extracted=True
    )
    units = (unit for span in report.body for unit in split_units(report.text, span))
    if not any(len(unit.text) >= LEAST and (unit.ended or ". " in unit.text) for unit in units):
        raise ReadError(message, resource=file, advice=advice)
    return report


def extractor() -> Reader:
    """The extractor and its version, by which the text can be had again from the bytes."""
    return Reader("trafilatura", str(_trafilatura().__version__))


def parse(markup: str) -> Any:
    """The page as an lxml tree, or None where there is no mark-up in it."""
    _trafilatura()
    from trafilatura.utils import load_html

    return load_html(markup)


def extract(markup: str, url: str | None = None) -> str:
    """The article's text as trafilatura gives it, a paragraph a line; empty where it finds none."""
    found = _trafilatura().extract(
        markup,
        url=url,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        deduplicate=False,
    )
    return str(found or "")


def _trafilatura() -> Any:
    """The library, loaded when the first page is read (it takes a while) and told to keep quiet."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura
