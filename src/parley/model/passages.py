"""Passages: where in a report something stands, in code points of the report's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of the span in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """A passage of a report that tells an item; ``report.text[start:end] == exact`` always."""

    report: str
    start: int
    end: int
    exact: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
