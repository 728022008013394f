"""From text and stated fields to a Report, in one place for every kind of file."""

from __future__ import annotations

from parley.errors import ReadError
from parley.model.passages import Span
from parley.model.reports import Reader, Report, report_id
from parley.model.times import Published
from parley.read.decoding import LIMIT
from parley.read.fields import Fields, with_date
from parley.read.furniture import find_article
from parley.read.language import detect_language
from parley.read.stated import published_from


def make_report(
    file: str,
    sha256: str,
    text: str,
    within: Span,
    fields: Fields,
    reader: Reader,
    notes: tuple[str, ...] = (),
    *,
    extracted: bool = False,
) -> Report:
    """A report of `text`, whose article lies somewhere in `within`. Raises ReadError for a text above the limit."""
    check_length(text, file)
    article = find_article(
        text, within, fields.title, extracted=extracted, outlet=fields.outlet, authors=fields.authors
    )
    if article.dated:
        fields = with_date(fields, published_from(article.dated, "the page's date line"))
    body = "\n".join(span.of(text) for span in article.body)
    return Report(
        id=report_id(sha256, fields.outlet, fields.url),
        file=file,
        sha256=sha256,
        outlet=fields.outlet,
        url=fields.url,
        title=fields.title or article.title,
        authors=fields.authors,
        language=fields.language or detect_language(body),
        published=fields.published or Published(),
        text=text,
        body=article.body,
        reader=reader,
        notes=notes,
    )


def check_length(text: str, file: str) -> None:
    """Refuses a text that no report is as long as. Raises ReadError."""
    if len(text) > LIMIT:
        raise ReadError(
            f"too long: {len(text):,} characters, and a report may have {LIMIT:,}",
            resource=file,
            advice="cut the file into one report each",
        )
