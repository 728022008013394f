"""How the brief calls people, parties, reports, days and states."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from parley.model.items import StoryItems
from parley.model.passages import Witness
from parley.model.reports import Report
from parley.model.times import Published, Time
from parley.show.brief.model import Ref


class Desk:
    """What the sections of one story's brief share: report numbers and name look-up."""

    def __init__(self, items: StoryItems) -> None:
        self.items = items
        self.reports = sorted(items.reports, key=lambda r: (r.file, r.id))
        self.number = {r.id: n for n, r in enumerate(self.reports, 1)}
        self._names = {n.id: n.name for n in items.names}

    def name(self, name: str | None) -> str:
        """The name of a name id, empty for none."""
        return self._names.get(name, "") if name else ""

    def names(self, many: Iterable[str | None]) -> str:
        """The names, joined as in a sentence, each once."""
        told = list(dict.fromkeys(filter(None, map(self.name, many))))
        return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)

    def refs(self, witnesses: Iterable[Witness]) -> tuple[Ref, ...]:
        """One reference a report, its first passage, in order of the reports' numbers."""
        first: dict[str, Witness] = {}
        for w in sorted(witnesses):
            first.setdefault(w.report, w)
        return tuple(sorted((Ref(self.number[r], w) for r, w in first.items()), key=lambda ref: ref.number))


def label(report: Report) -> str:
    """A report's short name: its outlet and title, or its file."""
    if report.outlet and report.title:
        return f"{report.outlet}: {report.title}"
    return report.title or report.outlet or PurePosixPath(report.file).name


def day(text: str) -> str:
    """An ISO day or instant as people write it: 16 May 2025."""
    moment = date.fromisoformat(text[:10])
    return f"{moment.day} {moment:%B} {moment.year}"


def days(earliest: str | None, latest: str | None) -> str:
    """An interval as people write it: 16–19 May 2025."""
    if not earliest or not latest:
        return ""
    first, last = date.fromisoformat(earliest[:10]), date.fromisoformat(latest[:10])
    if first == last:
        return day(earliest)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B} {last.year}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {last.day} {last:%B} {last.year}"
    return f"{day(earliest)} – {day(latest)}"


def moment(time: Time | None) -> str:
    """A time as people write it, with its weekday or clock where it is that exact; "about" marks a guess."""
    if time is None:
        return ""
    if time.precision in ("minute", "hour") and time.earliest.endswith("Z") and time.earliest == time.latest:
        at = datetime.fromisoformat(time.earliest.replace("Z", "+00:00"))
        local = at.astimezone(ZoneInfo(time.zone)) if time.zone else at
        there = f" ({local:%H:%M} {time.zone.split('/')[-1].replace('_', ' ')})" if time.zone else ""
        told = f"{at:%A} {day(time.earliest)}, {at:%H:%M} UTC{there}"
    elif time.earliest[:10] == time.latest[:10]:
        told = f"{date.fromisoformat(time.earliest[:10]):%A} {day(time.earliest)}"
    else:
        told = _span(time)
    return f"about {told}" if time.guess else told


def _span(time: Time) -> str:
    first = date.fromisoformat(time.earliest[:10])
    if time.precision == "month":
        return f"{first:%B} {first.year}"
    if time.precision == "year":
        return str(first.year)
    return days(time.earliest, time.latest)


def appeared(published: Published) -> str:
    """When a report appeared, and whether that is stated or inferred."""
    told = days(published.earliest, published.latest)
    if not told:
        return "undated"
    return f"{told} (inferred)" if published.basis == "inferred" else told
