"""What a time expression says, before it is placed: one class a kind, as the grammar reads it from the words alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Base = Literal["published", "focus"]
Which = Literal["", "last", "next", "this", "past", "previous", "following", "coming", "same", "that"]
Unit = Literal[
    "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "year",
    "decade", "century",
]  # fmt: skip
Mod = Literal["start", "mid", "end", "before", "after", ""]


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number, or (`offset`) so many years from the base."""

    year: int | None
    offset: int = 0
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade by its first digits: 198 for the 1980s."""

    digits: int


@dataclass(frozen=True, slots=True)
class Century:
    """A century by its first digits: 19 for the twentieth."""

    digits: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month, of a year if one is named; `which` for "last May"."""

    month: int
    year: Year | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; `weekday` (0 is Monday) where it is named too, as a check."""

    month: int
    day: int
    year: Year | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `weeks` for "a week from Monday", `week` for that of another week ("Friday of last week")."""

    weekday: int
    which: Which = ""
    weeks: int = 0
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before or after the base: yesterday, last month, two days later, that year.

    `about` where the distance is counted ("three years ago"), not the calendar's unit named ("last year"); a count of
    None is an untold number, before (`side` -1) or after the base.
    """

    unit: Unit
    count: float | None
    base: Base = "published"
    about: bool = False
    side: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends (`side` -1) or begins (1) at the base: the past three months, the coming days."""

    unit: Unit
    count: float | None
    side: int
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year; number 0 is the one in focus ("the quarter"), with `offset` quarters from the base."""

    number: int
    year: Year | None = None
    offset: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a year."""

    number: int
    year: Year | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its TIMEX3 code."""

    code: str
    year: Year | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday."""

    which: Which = ""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its rule in words.toml."""

    rule: str
    year: Year | None = None
    which: Which = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day (TIMEX3 codes MO MI AF EV NI), of the day in focus where none is named."""

    code: str
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night that ends on the morning of `into`, or last night."""

    into: Node | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day by the clocks of a zone ("local": the place's own), and the same moment in another zone."""

    hour: int
    minute: int | None = None
    zone: str | None = None
    of: Node | None = None
    beside: Clock | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a longer time: its start, middle, end, or what lies before or after the base in it."""

    of: Node
    mod: Mod


@dataclass(frozen=True, slots=True)
class Range:
    """From one time through another; its value is an interval after ISO 8601 ("2030-05-03/2030-05-07")."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: amounts of units, None for "several"."""

    parts: tuple[tuple[float | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


Node = (
    Year | Decade | Century | Month | Day | Weekday | Offset | Stretch | Quarter | Half | Season | Weekend | Feast
    | Part | Overnight | Clock | Edge | Range | Duration | Repeated | Reference
)  # fmt: skip


def base_of(node: Node) -> Literal["published", "focus", "none"]:
    """What the expression leans on: the publication date, the time in focus, or nothing."""
    match node:
        case Decade() | Century() | Duration() | Repeated() | Reference():
            return "none"
        case Year(year=int()):
            return "none"
        case Offset(base=base) | Stretch(base=base):
            return base
        case Month(year=Year(year=int())) | Day(year=Year(year=int())) | Season(year=Year(year=int())):
            return "none"
        case Quarter(number=0):
            return "published"
        case Quarter(year=Year(year=int())) | Half(year=Year(year=int())) | Feast(year=Year(year=int())):
            return "none"
        case Weekday(which=which) | Season(which=which) | Weekend(which=which) | Month(which=which):
            return "focus" if which in ("previous", "following", "same", "that") else "published"
        case Clock(of=None) | Part(of=None):
            return "focus"
        case Clock(of=of) | Part(of=of):
            return base_of(of)  # type: ignore[arg-type]
        case Edge(of=of):
            return base_of(of)
        case Range(first=first, last=last):
            return base_of(first) if base_of(first) != "none" else base_of(last)
        case _:
            return "published"
