"""One line on an event, in plain English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from parley.model.findings import Status
from parley.model.items import Role
from parley.model.times import Time
from parley.reconcile.events.families import MUTUAL
from parley.text.intervals import days_of

SHOWN = 4
SILENT: frozenset[Status] = frozenset(["held", "happened", "carried out"])


def summarise(
    names: Mapping[str, str], kind: str, status: Status, roles: tuple[Role, ...], place: str | None, time: Time | None
) -> str:
    """What, between or by whom, where, when, and how it stands unless it simply happened; `names` by their ids."""
    line = kind[:1].upper() + kind[1:]
    if kind in MUTUAL:
        shown = [names[r.name] for r in roles if r.name in names][:SHOWN]
        if len(shown) > 1:
            line += f" between {', '.join(shown[:-1])} and {shown[-1]}"
        elif shown:
            line += f" with {shown[0]}" if kind in ("call", "talks", "summit", "meeting") else f", {shown[0]}"
    else:
        doers = [names[r.name] for r in roles if r.role == "source" and r.name in names][:2]
        others = [names[r.name] for r in roles if r.role != "source" and r.name in names][:2]
        if doers:
            line += f" by {' and '.join(doers)}"
        if others:
            line += f", of {' and '.join(others)}" if doers else f" of {' and '.join(others)}"
    if place is not None and place in names:
        line += f" in {names[place]}"
    if time is not None:
        line += f", {_day(time)}"
    if status in SILENT:
        return line
    return f"{line} ({'planned' if status == 'scheduled' else status})"


def _day(time: Time) -> str:
    first, last = days_of(time)
    if time.precision == "year":
        return str(first.year)
    if first == last:
        return _written(first)
    if time.precision in ("month", "quarter", "season"):
        return first.strftime("%B %Y")
    return f"{_written(first)} to {_written(last)}"


def _written(day: date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
