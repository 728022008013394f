"""Plain text and Markdown reports."""

from __future__ import annotations

from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.read.article import check_length, make_report
from parley.read.decoding import Decoded
from parley.read.fields import Fields, fields_from
from parley.read.heads import read_head

PLAIN = Reader("plain", "1")
MARKDOWN = Reader("markdown", "1")


def read_plain(decoded: Decoded, file: str, sha256: str) -> Report:
    """A plain-text report: nothing is known of it but its words."""
    check_length(decoded.text, file)
    return make_report(file, sha256, decoded.text, Span(0, len(decoded.text)), Fields(), PLAIN, decoded.notes)


def read_markdown(decoded: Decoded, file: str, sha256: str) -> Report:
    """A Markdown report; its front matter stays in the text, outside the body. Raises ReadError for a
    malformed head.
    """
    check_length(decoded.text, file)
    head = read_head(decoded.text, file)
    fields = fields_from(head.fields, head.where)
    return make_report(file, sha256, decoded.text, head.article, fields, MARKDOWN, decoded.notes)
