"""Page furniture: what stands on a news page beside the article. It is marked out of the body, never removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.model.passages import Span
from parley.read.furniture.address import makers_of, without_address
from parley.read.furniture.clusters import main_units
from parley.read.furniture.comments import without_comments
from parley.read.furniture.dates import UPDATED, dates_in, is_day_heading
from parley.read.furniture.loose import keep_loose
from parley.read.furniture.repeats import find_repeats, plain
from parley.read.furniture.signs import sign_of
from parley.read.furniture.units import Unit, split_units

__all__ = ["Article", "find_article"]

LEAST_DAYS = 2
"""Entries that make a timeline."""

LONGEST_TITLE = 40
"""Words above which a line is no headline."""

BESIDE = 3
"""Lines of the article's first, and lines below it, among which a date line is still sought."""

MOST_TITLES = 300
"""Lines above the article among which the headline is sought."""


@dataclass(frozen=True, slots=True)
class Article:
    """Where the article is: its body, its headline line where one stands above it, and the date line beside it."""

    body: tuple[Span, ...]
    title: str | None
    dated: str | None


def find_article(
    text: str,
    within: Span,
    title: str | None = None,
    *,
    extracted: bool = False,
    outlet: str | None = None,
    authors: Sequence[str] = (),
) -> Article:
    """The article in `text[within]`.

    `title` is the headline where it is known, `outlet` and `authors` are who made it. `extracted` says that an
    extractor has taken menus away already, so that lines which do not end like a sentence are headings of the article.
    Where no sentence is left, all that is no plain furniture is body: a post or a headline may be all there is.
    """
    units = split_units(text, within)
    signs = [sign_of(unit.text) for unit in units]
    repeats = find_repeats(units, title, extracted=extracted)
    kept = [not sign and n not in repeats for n, sign in enumerate(signs)]
    if not extracted:
        sentences = [unit.ended and kept[n] for n, unit in enumerate(units)]
        if sum(u.words for u, s in zip(units, sentences, strict=True) if s) >= 20:
            kept = keep_loose(units, kept, signs)
            kept = _with_days(units, main_units(units, without_comments(units, kept)))
    kept = without_address(units, kept, makers_of(units, authors, outlet))
    if not any(kept):
        kept = [not sign for sign in signs]
    first = next((n for n, keep in enumerate(kept) if keep), len(units))
    headline = _title(units, signs, first)
    return Article(_spans(text, units, kept), headline, _dated(units, signs, kept, title or headline))


def _with_days(units: Sequence[Unit], kept: list[bool]) -> list[bool]:
    """`kept`, with the days above the entries of a timeline, without which what is told below them has no date."""
    days = [
        n
        for n in range(1, len(units) - 1)
        if not kept[n] and kept[n - 1] and kept[n + 1] and is_day_heading(units[n].text)
    ]
    if len(days) >= LEAST_DAYS:
        first = kept.index(True)
        if first and is_day_heading(units[first - 1].text):
            days.append(first - 1)
        for n in days:
            kept[n] = True
    return kept


def _spans(text: str, units: Sequence[Unit], kept: Sequence[bool]) -> tuple[Span, ...]:
    """The kept units as spans, neighbours joined with what is between them."""
    spans: list[Span] = []
    last_kept = False
    for unit, keep in zip(units, kept, strict=True):
        if keep and last_kept:
            spans[-1] = Span(spans[-1].start, unit.end)
        elif keep:
            spans.append(unit.span)
        last_kept = keep
    return tuple(spans)


def _title(units: Sequence[Unit], signs: Sequence[str], first: int) -> str | None:
    """The headline above the article: of the lines there, the one that comes most often, the first of these."""
    above = [
        u.text
        for u, sign in zip(units[:first], signs[:first], strict=True)
        if not sign and 3 <= u.words <= LONGEST_TITLE
    ]
    if not above or first >= len(units):
        return None
    folded = [plain(line) for line in above[:MOST_TITLES]]

    def rank(n: int) -> tuple[int, int]:
        # A page's first line is its title with the outlet's name after it, so the headline comes again below.
        same_start = above[0].startswith(above[n][:20])
        return (sum(other.startswith(folded[n]) for other in folded) if same_start else 0), -n

    return " ".join(above[max(range(len(folded)), key=rank)].lstrip("#* ").split())


def _dated(units: Sequence[Unit], signs: Sequence[str], kept: Sequence[bool], title: str | None) -> str | None:
    """The words that date the article, in a line beside it that is no caption; none that tells of an update.

    What stands between the headline and the article goes before what stands above them, where pages put today's date.
    """
    first = next((n for n, keep in enumerate(kept) if keep), len(units))
    headline = plain(title) if title else ""
    above = next((n for n in range(first - 1, -1, -1) if headline and _heads(units[n].text, headline)), -1)
    for n in [*range(above + 1, first), *_beside(kept, first), *range(above + 1)]:
        after_label = n > 0 and UPDATED.fullmatch(units[n - 1].text[:40].strip(" :"))
        if signs[n] != "caption" and not after_label and (found := next(dates_in(units[n].text), None)):
            return found
    return None


def _heads(line: str, headline: str) -> bool:
    """Whether the line is the headline or its beginning."""
    return len(line) < 400 and len(words := plain(line)) >= 12 and headline.startswith(words[:60])


def _beside(kept: Sequence[bool], first: int) -> Iterator[int]:
    """The lines left out among the article's first, as below a standfirst, and right below the article."""
    seen = 0
    for n in range(first, len(kept)):
        seen += kept[n]
        if seen > BESIDE:
            break
        if not kept[n]:
            yield n
    last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n]), -1)
    yield from range(last + 1, min(last + 1 + BESIDE, len(kept)))
