"""What a report states about itself besides its text, whatever its file calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from parley.model.times import Published
from parley.read.outlets import clean_url, outlet_of
from parley.read.stated import day_in_url, published_from

TITLE = ("title", "headline")
URL = (
    "url",
    "source_url",
    "canonical",
    "canonical_url",
    "original_url",
    "link",
    "permalink",
    "source",
    "uri",
)
OUTLET = (
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "site_name",
    "sitename",
    "site",
    "source",
    "news_source",
    "domain",
)
DATE = (
    "published", "date", "date_published", "datepublished", "published_at", "publish_date", "published_date", "pubdate",
    "pub_date", "created_at", "created",
)  # fmt: skip
AUTHORS = ("authors", "author", "byline", "by")
LANGUAGE = ("language", "lang")
SPEAKER = ("speaker", "author", "from")
CHANNEL = ("channel", "platform", "venue", "medium")

MOST_AUTHORS = 100

LEAD_BY = re.compile(r"^by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fields:
    """Title, address, outlet, authors, date and language as stated; `raw` keeps every field by its plain name."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    raw: tuple[tuple[str, Any], ...] = ()

    def get(self, *names: str) -> str | None:
        """The first of the raw fields named that holds words."""
        held = dict(self.raw)
        return next((text for name in names if (text := _words(held.get(name)))), None)


def fields_from(raw: Mapping[str, Any], where: str) -> Fields:
    """The fields of a front matter, a metadata list or a JSON object. `where` names it, for the date's `because`."""
    held = {plain_name(str(key)): value for key, value in raw.items()}
    url = next((found for name in URL if (found := clean_url(held.get(name)))), None)
    outlet = next((text for name in OUTLET if (text := _words(held.get(name))) and not clean_url(text)), None)
    dates = (_date(held.get(name), held.get("time"), f"{where}, {name}") for name in DATE)
    return Fields(
        title=next((text for name in TITLE if (text := _words(held.get(name)))), None),
        url=url,
        outlet=_outlet_name(outlet) or outlet_of(url),
        authors=next((people for name in AUTHORS if (people := _authors(held.get(name)))), ()),
        published=next((day for day in dates if day), None) or day_in_url(url),
        language=_code(next((text for name in LANGUAGE if (text := _words(held.get(name)))), None)),
        raw=tuple(held.items()),
    )


def _date(value: Any, time: Any, where: str) -> Published | None:
    """The date that `value` states, with the time of day where another field gives it."""
    day = published_from(value, where)
    if day and isinstance(time, str):
        moment = published_from(f"{value} {time}", where)
        return moment if moment and day.earliest and moment.earliest and "T" not in day.earliest else day
    return day


def with_date(fields: Fields, published: Published | None) -> Fields:
    """`fields`, dated by `published` where a line of the page says more than the address did."""
    if published and (fields.published is None or fields.published.because.startswith("the address")):
        return replace(fields, published=published)
    return fields


def plain_name(key: str) -> str:
    """A field's name in lower case, words joined by underscores."""
    return re.sub(r"[\s\-]+", "_", key.strip().strip("*:").strip().lower())


def _words(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    text = " ".join(value.replace("\0", "\ufffd").split())
    return text if text and text.lower() not in {"unknown", "none", "null", "n/a", "-"} else None


def _outlet_name(outlet: str | None) -> str | None:
    """An outlet's name; a host name without ``www.``."""
    if outlet and "." in outlet and " " not in outlet:
        return outlet_of("https://" + outlet.lower()) or outlet
    return outlet


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        parts = re.split(r"\s*(?:;|\band\b|&|,(?!\s*(?:Jr|Sr|MD|PhD)\b))\s*", LEAD_BY.sub("", value.strip()))
        return tuple(dict.fromkeys(p for p in map(_words, parts) if p))
    if isinstance(value, Mapping):
        return _authors(_words(value) or "")
    if isinstance(value, list | tuple):  # one level deep: lists in lists come from no honest page
        plain = [one for one in value[:MOST_AUTHORS] if isinstance(one, str | Mapping)]
        return tuple(dict.fromkeys(name for one in plain for name in _authors(one)))
    return ()


def _code(language: str | None) -> str | None:
    """``en`` of ``en-GB``; None for what is no code ("English")."""
    match = re.fullmatch(r"([a-z]{2,3})(?:[-_].*)?", language.lower()) if language else None
    return match[1] if match else None
