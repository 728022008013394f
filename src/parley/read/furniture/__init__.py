"""Page furniture: what stands on a news page beside the article. It is marked out of the body, never removed."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.passages import Span


@dataclass(frozen=True, slots=True)
class Article:
    """Where the article is: its body, its headline line where one stands above it, and the date line beside it."""

    body: tuple[Span, ...]
    title: str | None
    dated: str | None


def find_article(text: str, within: Span, title: str | None = None, *, extracted: bool = False) -> Article:
    """The article in `text[within]`. `title` is the headline where it is known; `extracted` says that menus are gone already."""
    return Article((within,), None, None)
