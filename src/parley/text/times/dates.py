"""Dates by name: years, months, days of the month and of the week, quarters, seasons, decades, feasts."""

from __future__ import annotations

from parley.text.times.amounts import HYPHENS
from parley.text.times.nodes import (
    Century,
    Day,
    Decade,
    Feast,
    Half,
    Month,
    Node,
    Quarter,
    Range,
    Season,
    Weekday,
    Weekend,
    Which,
    Year,
)  # fmt: skip
from parley.text.times.tokens import Tokens, vocabulary

Found = tuple[Node, int] | None
_WHICH: dict[str, Which] = {
    "last": "last", "next": "next", "this": "this", "past": "past", "previous": "previous", "preceding": "previous",
    "following": "following", "coming": "coming", "same": "same", "that": "that", "upcoming": "coming",
}  # fmt: skip
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_SHORT = frozenset(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"))


def which(t: Tokens, i: int) -> tuple[Which, int]:
    """A word that picks one of many at `i`: last, next, this, "this past", "the following" …"""
    j = i + (t.at(i) == "the")
    word = t.at(j)
    if word == "this" and t.at(j + 1) in ("past", "coming", "same"):
        return _WHICH[t.at(j + 1)], j + 2
    if word == "that" and t.at(j + 1) == "same":
        return "same", j + 2
    return (_WHICH[word], j + 1) if word in _WHICH else ("", i)


def year_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year in digits or words: 2025, "nineteen ninety-six", "the year two thousand"."""
    word = t.at(i)
    if len(word) == 4 and (value := t.number(i, 1000, 2199)) is not None:
        follows = t.at(i + 1)
        if follows in (".", ",") and t.glued(i + 1) and t.glued(i + 2) and t.at(i + 2).isdigit():
            return None
        return value, i + 1
    table = vocabulary()["numbers"]
    if word in ("nineteen", "eighteen", "twenty") and t.at(i + 1) in table and table[t.at(i + 1)] >= 10:
        century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[word]
        value, j = century + table[t.at(i + 1)], i + 2
        j += t.at(j) in HYPHENS
        if table[t.at(i + 1)] >= 20 and 0 < table.get(t.at(j), 0) < 10:
            return value + table[t.at(j)], j + 1
        return value, i + 2
    if word == "two" and t.at(i + 1) == "thousand":
        return 2000, i + 2
    return None


def year(t: Tokens, i: int) -> tuple[Year, int] | None:
    """A year: by number, "fiscal 1989", "the year 2000", "FY2024"."""
    j = i + (t.at(i) == "the")
    fiscal = t.at(j) in ("fiscal", "fy")
    j += fiscal
    if t.at(j) == "year":
        j += 1
        if not fiscal and j == i + 1:
            return None
    elif not fiscal and j > i:
        return None
    if found := year_number(t, j):
        return Year(found[0], fiscal=fiscal), found[1]
    return None


def year_of(t: Tokens, i: int) -> tuple[Year, int] | None:
    """The year that a month, quarter or season belongs to: "2025", ", 2025", "of 1998", "of last year", "this year"."""
    j = i
    if t.at(j) == ",":
        j += 1
        found = year_number(t, j)
        return (Year(found[0]), found[1]) if found and len(t.at(j)) == 4 else None
    j += t.at(j) in ("of", "in")
    j += t.at(j) == "the" and t.at(j + 1) in ("same", "following", "previous")
    if t.at(j) in ("last", "this", "next", "previous", "following", "same", "that") and t.at(j + 1) == "year":
        step = {"last": -1, "next": 1, "previous": -1, "following": 1}.get(t.at(j), 0)
        return Year(None, step), j + 2
    if found_year := year(t, j):
        return found_year
    if t.at(j) in ("'", "’") and t.at(j + 1).isdigit() and len(t.at(j + 1)) == 2 and t.at(j + 2) != "s":
        return Year(_expand(int(t.at(j + 1)))), j + 2
    return None


def _expand(two: int) -> int:
    return two + (2000 if two < 50 else 1900)


def month_name(t: Tokens, i: int) -> tuple[int, int] | None:
    """A month's name or abbreviation, with its full stop."""
    number = vocabulary()["months"].get(t.at(i))
    if number is None or not t.capital(i):
        return None
    short = len(t.at(i)) <= 4 and t.at(i) not in ("may", "june", "july")
    if not short:
        return number, i + 1
    stop = t.at(i + 1) == "." and t.glued(i + 1)
    after = i + 1 + stop
    if stop or t.number(after, 1, 31) is not None or t.number(after, 1900, 2100) is not None:
        return number, after
    return None


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month: 17, 17th, seventeenth, "twenty-first"."""
    if (value := t.number(i, 1, 31)) is not None and len(t.at(i)) <= 2:
        if t.at(i + 1) in _SUFFIXES and t.glued(i + 1):
            return value, i + 2
        stop = t.at(i + 1) in (".", ",", ":", "%", "/") and t.glued(i + 1) and t.glued(i + 2) and t.at(i + 2).isdigit()
        return None if stop and t.at(i + 1) != "," else (value, i + 1)
    return _ordinal_word(t, i)


def _ordinal_word(t: Tokens, i: int) -> tuple[int, int] | None:
    ordinals, numbers = vocabulary()["ordinals"], vocabulary()["numbers"]
    if t.at(i) in ("twenty", "thirty"):
        j = i + 1 + (t.at(i + 1) in HYPHENS)
        if 0 < ordinals.get(t.at(j), 0) < 10 and (value := numbers[t.at(i)] + ordinals[t.at(j)]) <= 31:
            return value, j + 1
    return (ordinals[t.at(i)], i + 1) if t.at(i) in ordinals else None


def month_date(t: Tokens, i: int) -> Found:
    """A month, or a day in it: "May", "May 17th, 2025", "May of last year", "last May", "May 8-10"."""
    pick, j = which(t, i)
    named = month_name(t, j)
    if named is None:
        return None
    month, j = named
    day = day_number(t, j + (t.at(j) == "the")) if t.at(j) != "the" or t.at(j + 1) in vocabulary()["ordinals"] else None
    if day is None or pick not in ("", "last", "next", "this", "past"):
        of = None if pick else year_of(t, j)
        return (Month(month, of[0]), of[1]) if of else (Month(month, None, pick), j)
    return _with_year(t, month, day[0], day[1])


def _with_year(t: Tokens, month: int, day: int, j: int) -> Found:
    first = Day(month, day)
    if t.at(j) in HYPHENS or t.at(j) in ("through", "to", "—", "till"):
        last = day_number(t, j + 1)
        if last and last[0] > day and t.at(j + 1).isdigit() and t.at(last[1]) not in vocabulary()["units"]:
            of = _closing_year(t, last[1])
            found = of[0] if of else None
            return Range(Day(month, day, found), Day(month, last[0], found)), of[1] if of else last[1]
    if t.at(j) == "and" and t.number(j + 1, day + 1, day + 1) and (of := _closing_year(t, j + 2)):
        # "May 8 and 9 last year": one stay of two days; without the year each day stands for itself.
        return Range(Day(month, day, of[0]), Day(month, day + 1, of[0])), of[1]
    of = _closing_year(t, j)
    return (Day(month, day, of[0]), of[1]) if of else (first, j)


def _closing_year(t: Tokens, j: int) -> tuple[Year, int] | None:
    return year_of(t, j) if t.at(j) != "in" else None


def day_month(t: Tokens, i: int) -> Found:
    """A day before its month: "17 May 2025", "the 17th of May", "8-10 May"."""
    j = i + (t.at(i) == "the")
    day = day_number(t, j)
    if day is None:
        return None
    j = day[1]
    joined = t.at(j) in HYPHENS or (t.at(j) == "and" and t.number(j + 1, day[0] + 1, day[0] + 1) is not None)
    if joined and (last := day_number(t, j + 1)) and last[0] > day[0]:
        named = month_name(t, last[1])
        if named:
            of = _closing_year(t, named[1])
            found = of[0] if of else None
            return Range(Day(named[0], day[0], found), Day(named[0], last[0], found)), of[1] if of else named[1]
    j += t.at(j) == "of"
    named = month_name(t, j)
    if named is None:
        return None
    of = _closing_year(t, named[1])
    return (Day(named[0], day[0], of[0]), of[1]) if of else (Day(named[0], day[0]), named[1])


def numeric(t: Tokens, i: int) -> Found:
    """A date in figures: ISO 8601 ("2025-05-17"), or with slashes or stops where only one order is possible."""
    if len(t.at(i)) == 4 and t.at(i + 1) in HYPHENS and t.at(i + 3) == t.at(i + 1) and t.glued(i + 4):
        y, m, d = t.number(i, 1000, 2199), t.number(i + 2, 1, 12), t.number(i + 4, 1, 31)
        if y and m and d and len(t.at(i + 2)) == 2:
            return Day(m, d, Year(y)), i + 5
    mark = t.at(i + 1)
    if mark in ("/", ".") and t.at(i + 3) == mark and t.glued(i + 1) and t.glued(i + 3) and t.glued(i + 4):
        a, b, y = t.number(i, 1, 31), t.number(i + 2, 1, 31), t.number(i + 4, 0, 2199)
        if a and b and y is not None and len(t.at(i + 4)) in (2, 4):
            y = y if len(t.at(i + 4)) == 4 else _expand(y)
            if mark == "." and b <= 12 and y >= 1000:
                return Day(b, a, Year(y)), i + 5
            if mark == "/" and (a > 12) != (b > 12):
                return (Day(a, b, Year(y)) if b > 12 else Day(b, a, Year(y))), i + 5
            if mark == "/" and a == b:
                return Day(a, b, Year(y)), i + 5
    return None


_WEEKS = {"last": -1, "this": 0, "next": 1}


def weekday(t: Tokens, i: int) -> Found:
    """A day of the week: "Monday", "last Friday", "this coming Sunday, March 8", "Mon., May 19"."""
    pick, j = which(t, i)
    number = vocabulary()["weekdays"].get(t.at(j))
    if number is None:
        return None
    if t.at(j) in _SHORT:
        stop = t.at(j + 1) in (".", ",") and t.glued(j + 1)
        if not t.capital(j) or not (stop or month_name(t, j + 1)):
            return None
        after = j + 1 + stop + (t.at(j + 1) == "." and t.at(j + 2) == ",")
        date = month_date(t, after) or day_month(t, after)
        if date is None and t.at(j + 1) != ".":
            return None
        j = j + 1 + (stop and t.at(j + 1) == ".")
    else:
        j += 1
    k = j + (t.at(j) == ",") + (t.at(j) == "(" and t.at(j + 2) != "")
    k += t.at(k) == "the"
    date = month_date(t, k) or day_month(t, k)
    if date and isinstance(date[0], Day):
        end = date[1] + (t.at(j) == "(" and t.at(date[1]) == ")")
        return Day(date[0].month, date[0].day, date[0].year, number), end
    if t.at(j) == "week" and t.at(j + 1) != "'":
        return Weekday(number, pick, 1), j + 1
    of = j + (t.at(j) in ("of", "in"))
    if not pick and of > j and t.at(of) in _WEEKS and t.at(of + 1) == "week" and t.at(of + 2) not in ("'", "’"):
        return Weekday(number, week=_WEEKS[t.at(of)]), of + 2
    return Weekday(number, pick), j


def quarter(t: Tokens, i: int) -> Found:
    """A quarter or half: "the third quarter of 1984", "third-quarter", "Q3 2024", "this year's third quarter"."""
    j = i + (t.at(i) == "the")
    if (t.at(j) == "q" and (n := t.number(j + 1, 1, 4)) and t.glued(j + 1)) and len(t.at(j + 1)) == 1:
        of = year_of(t, j + 2)
        return Quarter(n, of[0] if of else None), of[1] if of else j + 2
    lead = None
    if t.at(j) in ("last", "this", "next") and t.at(j + 1) == "year" and t.at(j + 2) in ("'", "’"):
        lead, j = Year(None, {"last": -1, "this": 0, "next": 1}[t.at(j)]), j + 4
    elif found := year_number(t, j):
        lead, j = Year(found[0]), found[1]
    elif t.at(j) in ("year-ago", "year-earlier"):
        j += 1
    fiscal = t.at(j) == "fiscal"
    j += fiscal
    j += fiscal and t.at(j) in HYPHENS
    numbers: dict[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
    if t.at(j).isdigit() and t.at(j + 1) in _SUFFIXES and t.glued(j + 1):
        number, j = int(t.at(j)), j + 2
    else:
        number, j = numbers.get(t.at(j), 0), j + 1
        number = 9 if t.at(j - 1) == "last" else number
    if t.at(j) in HYPHENS and t.at(i) == "the" and lead is None and t.at(j + 2) not in ("of", ",", ".", ""):
        return None
    fiscal = fiscal or t.at(j) == "fiscal"
    j += t.at(j) == "fiscal"
    j += t.at(j) in HYPHENS
    what = t.at(j)
    if what not in ("quarter", "half") or not number:
        return None
    if what == "half" and (number not in (1, 2, 9)):
        return None
    of = year_of(t, j + 1) if lead is None else None
    year = lead or (of[0] if of else None)
    end = of[1] if of else j + 1
    if what == "half":
        return (Half(2 if number == 9 else number, year), end) if year else None
    return (Quarter(number, year, fiscal=fiscal), end) if number <= 4 else None


def season(t: Tokens, i: int) -> Found:
    """A season: "spring 2022", "the summer of 1994", "last fall"."""
    pick, j = which(t, i)
    if not pick:
        j = i + (t.at(i) == "the")
    code = vocabulary()["seasons"].get(t.at(j))
    if code is None:
        return None
    of = None if pick else year_of(t, j + 1)
    return (Season(code, of[0]), of[1]) if of else (Season(code, None, pick), j + 1)


def weekend(t: Tokens, i: int) -> Found:
    """A weekend: "the weekend", "last weekend"."""
    pick, j = which(t, i)
    if not pick:
        j = i + (t.at(i) == "the")
    return (Weekend(pick), j + 1) if t.at(j) == "weekend" and j > i else None


def decade(t: Tokens, i: int) -> Found:
    """A decade: "the 1990s", "the '80s", "the nineties"; or a century: "the 20th century"."""
    j = i + (t.at(i) == "the")
    if (y := t.number(j, 1000, 2190)) is not None and t.at(j) and len(t.at(j)) == 4 and y % 10 == 0:
        k = j + 1 + (t.at(j + 1) in ("'", "’"))
        if t.at(k) == "s" and t.glued(k):
            return Decade(y // 10), k + 1
    k = j + (t.at(j) in ("'", "’", "‘"))
    if (
        (y := t.number(k, 10, 90)) is not None
        and y % 10 == 0
        and t.at(k + 1) == "s"
        and t.glued(k + 1)
        and (k > j or j > i)
    ):
        return Decade((1900 + y) // 10 if y > 20 else (2000 + y) // 10), k + 2
    if j > i and (digit := vocabulary()["decades"].get(t.at(j))):
        return Decade(190 + digit), j + 1
    place = None
    if t.at(j).isdigit() and t.at(j + 1) in _SUFFIXES and t.glued(j + 1) and len(t.at(j)) <= 2:
        place, k = int(t.at(j)), j + 2
    elif ordinal := _ordinal_word(t, j):
        place, k = ordinal
    if place and t.at(k + (t.at(k) in HYPHENS)) == "century" and 4 <= place <= 30:
        return Century(place - 1), k + 1 + (t.at(k) in HYPHENS)
    return None


def feast(t: Tokens, i: int) -> Found:
    """A feast: "Christmas Eve", "last Thanksgiving", "New Year's Day 2024"."""
    pick, j = which(t, i)
    if not t.capital(j):
        return None
    table = vocabulary()["feasts"]
    for size in (5, 4, 3, 2, 1):
        if j + size > len(t):
            continue
        words = t.text[t.start[j] : t.end[j + size - 1]].lower().replace("’", "'")
        if words in table and len(words) < 40:
            of = None if pick else year_of(t, j + size)
            return (Feast(table[words], of[0]), of[1]) if of else (Feast(table[words], None, pick), j + size)
    return None
