"""What an HTML page states about itself: JSON-LD after schema.org first, then meta elements, then what can be made out.

trafilatura drops the time of day of a date, so dates are read here, and its own guess is only the last resort.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from parley.model.times import Published
from parley.read.fields import Fields, fields_from
from parley.read.stated import day_in_url, published_from

DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publish-date",
    "publish_date", "publication_date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "cxenseparse:recs:publishtime", "article.published", "dc.date", "date",
)  # fmt: skip
"""Names and properties of meta elements that hold the publication date, the surest first."""

ARTICLE_TYPE = re.compile(r"\w*Article$|\w*Posting$|Report$|Review$")
DEEPEST = 12


def page_fields(tree: Any, markup: str, url: str | None) -> Fields:
    """The fields of the page parsed as `tree`."""
    from trafilatura.metadata import extract_metadata

    said = next(_articles(tree), {})
    meta = _meta(tree)
    known = extract_metadata(tree, default_url=url)
    publisher = said.get("publisher")
    fields = fields_from(
        {
            "title": unescape(_name(said.get("headline")) or known.title or ""),
            "url": url or known.url,
            "outlet": meta.get("og:site_name") or _name(publisher),
            "authors": said.get("author") or known.author,
        },
        "page",
    )
    published = (
        published_from(said.get("datePublished"), "JSON-LD, datePublished")
        or next((p for name in DATE_NAMES if (p := published_from(meta.get(name), f"meta, {name}"))), None)
        or _marked_date(tree)
        or day_in_url(fields.url)
        or _made_out(markup, fields.url)
    )
    return replace(fields, published=published)


def _meta(tree: Any) -> dict[str, str]:
    """The first content of each meta element, by its name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for key in ("property", "name", "itemprop"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), content)
    return found


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article, in the page's order."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _objects(found):
            types = thing.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and ARTICLE_TYPE.match(name) for name in names):
                yield thing


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects at the top of the data and in its lists and graphs, outermost first."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)


def _marked_date(tree: Any) -> Published | None:
    """The date of an element marked up as the publication date (microdata)."""
    for element in tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate]'):
        for value in (element.get("datetime"), element.get("content"), " ".join(element.itertext())):
            published = published_from(value, "the element marked datePublished")
            if published:
                return published
    return None


def _made_out(markup: str, url: str | None) -> Published | None:
    """The day that htmldate makes out of the page where nothing states it plainly."""
    from htmldate import find_date

    try:
        found = find_date(markup, original_date=True, extensive_search=False, url=url)
    except Exception:  # its errors on broken pages are many; no date is no fault
        return None
    published = published_from(found, "made out of the page by htmldate")
    return replace(published, basis="inferred") if published else None


def _name(thing: Any) -> str | None:
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else None
