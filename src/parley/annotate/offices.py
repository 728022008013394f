"""What dates a report by who holds an office in it, and by the anniversaries that it tells of."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources

from parley.text.times.dating import Clues

_LATEST = date(2032, 12, 31)
# Days that two terms must share for their holders to be in office together.
_HANDOVER = 45
_TITLE = re.compile(
    r"(?:(?P<not>[Ff]ormer(?:ly)?|[Tt]hen|[Ee]x|[Ll]ate|[Oo]ne-time|[Dd]eputy|[Aa]ssistant|[Aa]cting|[Ss]hadow)"
    r"[ -](?:U\.S\. |US |Vice )?)?"
    r"\b(?P<title>(?:Vice )?President|Prime Minister|Foreign Minister|Pope|Chancellor|Premier|"
    r"(?:U\.S\. )?Secretary of State|Defen[sc]e Secretary|Attorney General|Secretary[- ]General)(?P<elect>-elect)? "
    r"(?P<name>[A-Z][^\s,;:()]*(?: (?:[A-Z][^\s,;:()]*|al-\S+|el-\S+)){0,3})"
)
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[ -]anniversary\b(?: since| of)?([^.\n]{0,90})", re.IGNORECASE)


def anniversaries(text: str) -> list[tuple[date | None, date | None, str]]:
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


def terms_of_office(text: str, clues: Clues) -> tuple[tuple[tuple[date, date], ...], str]:
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
