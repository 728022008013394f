"""Dating a report from what it says, where its bytes do not."""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib import resources

from parley.annotate.happenings import Happening, happenings
from parley.annotate.reading import Reading
from parley.annotate.times.finding import place
from parley.annotate.times.tense import governor, lexicon
from parley.model.times import Published
from parley.text.times import interpret, read
from parley.text.times.calendar import valid
from parley.text.times.dating import Clues, clues_of, days_for, ends_for, relaxed, runs
from parley.text.times.nodes import Day

_LATEST = date(2032, 12, 31)
# Days that two terms must share for their holders to be in office together.
_HANDOVER = 45
_TITLE = re.compile(
    r"(?:(?P<not>[Ff]ormer(?:ly)?|[Tt]hen|[Ee]x|[Ll]ate|[Oo]ne-time|[Dd]eputy|[Aa]ssistant|[Aa]cting|[Ss]hadow)"
    r"[ -](?:U\.S\. |US |Vice )?)?"
    r"\b(?P<title>(?:Vice )?President|Prime Minister|Pope|Chancellor|Premier|(?:U\.S\. )?Secretary of State|"
    r"Defen[sc]e Secretary|Attorney General|Secretary[- ]General)(?P<elect>-elect)? "
    r"(?P<name>[A-Z][^\s,;:()]*(?: (?:[A-Z][^\s,;:()]*|al-\S+|el-\S+)){0,3})"
)
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[ -]anniversary\b(?: since| of)?([^.\n]{0,90})", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
_HEADER = re.compile(
    r"(?:^|[\s(])(?:(?:First |Last )?(?:Updated|Published|Posted|Issued|Modified)|UPDATED|PUBLISHED|POSTED|Date)"
    rf"(?: on| at)?\s?:?[^\n]{{0,25}}?\b(?P<date>{_DATE})"
)
_LINE = re.compile(rf"^[^\S\n]*(?:\w{{3,6}}day,? )?(?P<date>{_DATE})[^\n]{{0,25}}$", re.MULTILINE)
_DATELINE = re.compile(
    rf"^[A-Z][A-Z .,'’/-]{{2,40}}[^\n]{{0,40}}?[,(] ?(?P<date>{_DATE})[^\n]{{0,25}}?[-–—_]", re.MULTILINE
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
# A dateline without its year: "PORT LOUIS, May 3 (Agency) --", and what an agency sends out ahead for the day it names.
_WIRE = re.compile(
    rf"^\s*[A-Z][A-Z.'’-]{{1,20}}(?: [A-Z.'’-]{{2,20}}){{0,3}}(?:, [A-Z][A-Za-z. ]{{1,20}})?,? ?[,(] ?"
    rf"(?P<date>{_DAY}) ?(?:\([^()\n]{{2,30}}\)|\)|,[^\n]{{2,15}}\))? ?[-–—_]"
)
_COLUMN = re.compile(rf"\b(?:editorial|column|commentary)\b[^\n.]{{0,30}}?\b(?P<date>{_DAY})\b", re.IGNORECASE)
# Codes that systems put on copy: "AP-NY-05-03-29 1234EDT"; "20290503" alone or before a number on a line.
_SLUG = re.compile(r"\b[A-Z]{2,4}-[A-Z]{2}-(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d(?:\d\d)?)\b(?:[ -]\d{4})?")
_CODE = re.compile(
    r"^\W{0,3}[A-Z]{0,8}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[.-]\d{1,6}){0,3}\W{0,3}$", re.MULTILINE
)
_POST = re.compile(rf"\(@\w{{1,30}}\)[^\S\n]{{0,3}}(?P<date>{_DATE})")
# What dates a report by a line or a mark: how far around the days so given it can have appeared. A page says when it
# was posted or last updated; a post that is shown in it is of the days before.
_MARKS = ((_HEADER, 1, 1), (_LINE, 1, 1), (_DATELINE, 0, 1), (_POST, 1, 2))
_HEAD = 1500


def date_report(reading: Reading) -> None:
    """Set `reading.published` and resolve the times that lean on it.

    A stated date is kept. Else the days that agree with all the report says of its own date are taken, from the first
    to the last, with the reasons; where they are not bounded from both sides, the date stays unknown.
    """
    if reading.published.basis == "stated" and reading.published.earliest:
        return
    clues = clues_for(reading)
    days = _one_day(clues) or next((d for c in relaxed(clues) if (d := ends_for(c))), None) or _soon_after(clues)
    if days:
        reading.published = Published(days[0].isoformat(), days[1].isoformat(), "inferred", "; ".join(_reasons(clues)))
    else:
        reading.published = Published(None, None, "unknown", "; ".join(_reasons(clues)) or "the text does not tell")
    place(reading)


def _one_day(clues: Clues) -> tuple[date, date] | None:
    """The only days that the dateline can mean, by the day of the week whose news the report tells.

    Agency copy names the day it is sent by its weekday; where several years of the bounds fit so, None.
    """
    if not clues.issued or not clues.pairs:
        return None
    exact = replace(
        clues, news=frozenset(), past=frozenset(), ahead=frozenset(), behind_days=frozenset(), ahead_days=frozenset()
    )
    if clues.lower and not clues.upper and not clues.terms:
        exact = replace(exact, upper=clues.lower + timedelta(days=2 * 366))
    found = runs(days_for(exact))
    return found[0] if len(found) == 1 else None


def _soon_after(clues: Clues) -> tuple[date, date] | None:
    """The first days after the newest year told on which a date falls on the weekday named with it.

    A date and its weekday agree again after five, six or eleven years; news names a newer year than that.
    """
    if not clues.pairs or clues.lower is None or clues.upper is not None:
        return None
    days = days_for(replace(clues.within(None, clues.lower + timedelta(days=5 * 366), ""), ahead_days=frozenset()))
    found = runs(days, 100)
    return found[0] if len(found) == 1 else None


def clues_for(reading: Reading) -> Clues:
    """All clues of a report to its own date."""
    clues = clues_of(reading.times, _news(reading))
    for first, last, why in _headers(reading.text):
        # The mark's own date is among the times; it bounds no closer than the mark does.
        own = clues.lower is not None and first <= clues.lower <= last
        clues = replace(clues, lower=None if own else clues.lower, upper=None).within(first, last, why)
    for lower, upper, why in (*_anniversaries(reading.text), *_counted(reading)):
        if not (clues.upper and lower and lower > clues.upper) and not (clues.lower and upper and upper < clues.lower):
            clues = clues.within(lower, upper, why)
    clues = _with_dateline(reading.text, clues)
    for told in happenings(reading):
        if clues.upper == date(told.day.year, 12, 31):
            clues = replace(clues, upper=None)  # what has come to pass is no plan for its year
        if clues.upper is None or told.day <= clues.upper:
            clues = _with_happening(clues, told)
    terms, why = _terms(reading.text, clues)
    if terms:
        clues = replace(clues, terms=terms, why=(*clues.why, why))
    return clues


def _with_dateline(text: str, clues: Clues) -> Clues:
    """The clues with the days that a dateline without its year leaves open, and its day of the week if it is told."""
    for pattern, first, last in ((_WIRE, 0, 1), (_COLUMN, -1, 1)):
        match = pattern.search(text, 0, 300)
        node = read(match["date"]) if match else None
        if match is None or not isinstance(node, Day):
            continue
        there = date(2000, node.month, node.day)
        days = [there + timedelta(days=n) for n in range(first, last + 1)]
        newest = [b for b in sorted(clues.behind_days) if (b + 1) % 7 not in clues.behind_days]
        pairs = clues.pairs
        if pattern is _WIRE and len(newest) == 1:
            pairs = pairs | {(node.month, node.day, newest[0])}
        issued = frozenset((d.month, d.day) for d in days)
        return replace(clues, issued=issued, pairs=pairs, why=(*clues.why, f"its dateline {match['date']!r}"))
    return clues


def _with_happening(clues: Clues, told: Happening) -> Clues:
    """The clues bounded by an event told of; where the dateline's day comes within the fortnight, of its year."""
    last = told.last
    near = [told.day + timedelta(days=n) for n in range(15)]
    if last is None and any((d.month, d.day) in clues.issued for d in near):
        last = near[-1]
    keep = last is None or clues.lower is None or clues.lower <= last
    return clues.within(told.day, last if keep else None, f"it tells of {told.words!r} ({told.day})")


def _reasons(clues: Clues) -> list[str]:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    reasons = list(clues.why)
    if clues.news:
        reasons.append("statements dated " + ", ".join(f"{m:02d}-{d:02d}" for m, d in sorted(clues.news)))
    if clues.pairs:
        reasons.append(
            "dates with their weekday: " + ", ".join(f"{names[w]} {m:02d}-{d:02d}" for m, d, w in sorted(clues.pairs))
        )
    if clues.behind_days:
        reasons.append("weekdays behind: " + ", ".join(names[w] for w in sorted(clues.behind_days)))
    if clues.ahead_days:
        reasons.append("ahead: " + ", ".join(names[w] for w in sorted(clues.ahead_days)))
    return reasons


def _news(reading: Reading) -> set[int]:
    """The times without a year that date a statement: what is quoted as said on a day is the day's news."""
    found: set[int] = set()
    for index, time in enumerate(reading.times):
        node = read(time.exact)
        if not isinstance(node, Day) or node.year is not None:
            continue
        phrase = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if phrase is None:
            continue
        verb = governor(phrase.root)
        head = phrase.root.head.lower_
        over = phrase.root.head.head.lower_ if head in ("on", "of", "from") else head
        said = verb is not None and verb.lemma_ in lexicon()["saying"] and head in ("on", verb.lower_)
        if said or over in ("post", "statement", "tweet", "announcement", "interview"):
            found.add(index)
    return found


def _headers(text: str) -> list[tuple[date, date, str]]:
    """Bounds from what dates a page: "Updated: May 17, 2025", a date on its own line, a dateline, a post shown."""
    codes = [d for p in (_SLUG, _CODE) for match in p.finditer(text) if (d := _coded(match))]
    if codes and len(set(codes)) == 1:
        return [(codes[0] - timedelta(days=1), codes[0] + timedelta(days=1), f"the text is marked {codes[0]}")]
    for pattern, before, after in _MARKS:
        end = len(text) if pattern is _POST else _HEAD
        days = sorted(day for match in pattern.finditer(text, 0, end) if (day := _full(match["date"])))
        if pattern is _POST:
            days = days[-1:]
        if days:
            first, last = days[0] - timedelta(days=before), days[-1] + timedelta(days=after)
            if (last - first).days <= 7:
                return [(first, last, f"the text is marked {days[-1]}")]
    return []


def _coded(match: re.Match[str]) -> date | None:
    year = int(match["y"])
    year += 0 if year > 99 else 1900 if year > 60 else 2000
    return valid(year, int(match["m"]), int(match["d"]))


def _full(written: str) -> date | None:
    meaning = interpret(written, None)
    return date.fromisoformat(meaning.value) if meaning and meaning.time and len(meaning.value) == 10 else None


def _anniversaries(text: str) -> list[tuple[date | None, date | None, str]]:
    """The year in which a known anniversary falls; told of from the year before to the year after only if marked."""
    found: list[tuple[date | None, date | None, str]] = []
    table = _tables()[1]
    for match in _ANNIVERSARY.finditer(text):
        words = " ".join(match[2].lower().replace("’", "'").split())
        year = next((y for name, y in table.items() if name in words), None)
        if year is None and "victory" in words and ("nazi" in words or "world war ii" in words):
            year = 1945
        if year is not None:
            when = year + int(match[1])
            found.append((date(when, 1, 1), date(when, 12, 31), f"the {match[1]}th anniversary of {year}"))
    return found


def _counted(reading: Reading) -> list[tuple[date | None, date | None, str]]:
    """Years that have passed since a dated event, told in one sentence: "more than three years … since March 2022"."""
    found: list[tuple[date | None, date | None, str]] = []
    times = reading.times
    for first, second in itertools.pairwise(times):
        if second.start - first.end > 60 or first.type == second.type:
            continue
        length, start = (first, second) if first.type == "DURATION" else (second, first)
        match = re.fullmatch(r"P(\d{1,2})Y", length.value)
        between = reading.text[first.end : second.start].lower()
        if (
            match
            and start.time
            and re.search(r"\bsince\b|\bafter\b", between)
            and "\n" not in between
            and start.anchor == "none"
        ):
            years, begin = int(match[1]), date.fromisoformat(start.time.earliest[:10])
            if "since" in between and begin.year + years + 1 < 9999:
                found.append((date(begin.year + years, 1, 1), None, f"{length.exact} since {start.exact}"))
    return found


@cache
def _tables() -> tuple[dict[tuple[str, str], list[tuple[str, list[tuple[date, date]]]]], dict[str, int]]:
    text = resources.files("parley.annotate.lexicon").joinpath("offices.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    holders: dict[tuple[str, str], list[tuple[str, list[tuple[date, date]]]]] = {}
    for title, name, *terms in data["holders"]:
        spans = [(date.fromisoformat(a), date.fromisoformat(b) if b else _LATEST) for a, b in terms]
        last = name if title == "pope" else name.removesuffix(" Jr.").rsplit(" ", 1)[-1]
        holders.setdefault((title, last.lower()), []).append((name.lower(), spans))
    return holders, data["anniversaries"]


def _terms(text: str, clues: Clues) -> tuple[tuple[tuple[date, date], ...], str]:
    """The terms of office that all the titles in the text allow together, and whose they are."""
    holders = _tables()[0]
    allowed: list[tuple[date, date]] = []
    named: list[str] = []
    seen: set[tuple[str, str]] = set()
    for match in _TITLE.finditer(text):
        if match["not"] or match["elect"]:
            continue
        title = match["title"].lower().removeprefix("u.s. ").replace("defence", "defense")
        title = title.replace("secretary general", "secretary-general")
        title = "prime minister" if title == "premier" else title
        spans = _spans(holders, title, match["name"])
        key = (title, match["name"])
        if spans is None or key in seen:
            continue
        seen.add(key)
        lower, upper = clues.lower or date.min, clues.upper or date.max
        spans = [s for s in spans if s[1] >= lower and s[0] <= upper]
        if not spans:
            continue
        both = [(max(a[0], s[0]), min(a[1], s[1])) for a in allowed for s in spans]
        both = [span for span in both if (span[1] - span[0]).days > _HANDOVER]
        # Two who never held office together: the earlier is told of as history.
        if not allowed or both:
            allowed = both or spans
        elif min(spans) > min(allowed):
            allowed, named = spans, []
        else:
            continue
        named.append(f"{match['title']} {match['name']}")
    return (tuple(sorted(allowed)), "in office: " + ", ".join(named[:4])) if allowed else ((), "")


def _spans(
    holders: dict[tuple[str, str], list[tuple[str, list[tuple[date, date]]]]], title: str, name: str
) -> list[tuple[date, date]] | None:
    """The terms of those whom a title and name can mean; the full name decides where it is given."""
    words = name.lower().replace("’s", "").replace("'s", "").rstrip(".").split()
    for size in range(len(words), 0, -1):
        form = " ".join(words[:size])
        found = holders.get((title, form)) or holders.get((title, words[size - 1]))
        if not found:
            continue
        if size > 1 and title != "pope":
            given = words[0]
            exact = [spans for full, spans in found if full.split()[0] == given or full == form]
            return [s for spans in exact for s in spans] if exact else None
        return [s for _, spans in found for s in spans]
    return None
