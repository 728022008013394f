"""What can go wrong for a user, each error saying what, where, and what to do next."""

from __future__ import annotations


class ParleyError(Exception):
    """A user's mistake or a fault of the surroundings: one clear line, never a traceback.

    `resource` is the file, report, store or setting concerned; `advice` what to do about it.
    """

    def __init__(self, message: str, *, resource: str | None = None, advice: str | None = None) -> None:
        super().__init__(message)
        self.resource = resource
        self.advice = advice

    def __str__(self) -> str:
        head = f"{self.resource}: " if self.resource else ""
        tail = f" ({self.advice})" if self.advice else ""
        return f"{head}{super().__str__()}{tail}"


class ReadError(ParleyError):
    """A report could not be read; the others still are."""


class StoreError(ParleyError):
    """The store cannot be opened, written or understood."""


class NotFound(ParleyError):  # noqa: N818 - the name users see in `except parley.NotFound`
    """Nothing in the record has that id."""


class SettingError(ParleyError):
    """A setting names something that is not there."""
