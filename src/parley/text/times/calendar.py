"""The calendar: months, quarters, seasons, weeks and feasts as intervals of days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Where a season may begin and end, by the meteorologist's reckoning and the astronomer's (northern hemisphere).
SEASONS = {"SP": ((3, 1), (6, 21)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 21)), "WI": ((12, 1), (3, 20))}
Days = tuple[date, date]


def year_days(year: int) -> Days:
    """The first and last day of a year, kept within what the calendar can hold."""
    year = min(max(year, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month; months beyond 1–12 run into the years beside."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year = min(max(year, 1), 9999)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def quarter_days(year: int, quarter: int) -> Days:
    """The first and last day of a calendar quarter (1–4)."""
    return month_days(year, 3 * quarter - 2)[0], month_days(year, 3 * quarter)[1]


def season_days(year: int, code: str) -> Days:
    """The days that a season may cover; winter is named by the year in which it begins."""
    (m1, d1), (m2, d2) = SEASONS[code]
    return date(year, m1, d1), date(year + (m2 < m1), m2, d2)


def week_days(day: date) -> Days:
    """Monday and Sunday of the day's ISO week."""
    monday = shift(day, -day.weekday())
    return monday, shift(monday, 6)


def shift(day: date, days: int) -> date:
    """The day so many days later, kept within what the calendar can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day where it has fewer."""
    first, last = month_days(day.year, day.month + months)
    return first.replace(day=min(day.day, last.day))


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def feast(rule: str, year: int) -> date:
    """The day of a feast in a year, by its rule: ``12-25``, ``easter -2``, or ``thursday 4 11`` (-1 is the last)."""
    if "-" in rule and " " not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    parts = rule.split()
    if parts[0] == "easter":
        return easter(year) + timedelta(days=int(parts[1]))
    weekday, place, month_number = [w.lower() for w in WEEKDAYS].index(parts[0]), int(parts[1]), int(parts[2])
    days = list(calendar.Calendar().itermonthdates(year, month_number))
    found = [d for d in days if d.month == month_number and d.weekday() == weekday]
    return found[place - 1] if place > 0 else found[place]
