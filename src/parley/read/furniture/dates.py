"""Lines that date: nothing but a date, a day above an entry of a timeline, small print with a date in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 160
"""Code points above which a line is no small print."""

DATE_PARTS = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?|a\.?m\.?|p\.?m\.?|[a-z]{2,4}t|gmt|utc|hrs?|hours?|at|on|first|last|published|posted|updated|modified|created|"
    r"date|time|issued|st|nd|rd|th|of)\b",
    re.IGNORECASE,
)
DAY_NAME = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?<=\d)(?:(?:st|nd|rd|th|[ap]\.?m|z)\b|t(?=\d))", re.IGNORECASE)
FULL_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*(?:19|20)\d\d|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?"
    r"|\b\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d|(?:19|20)\d\d.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)

UPDATED = re.compile(r"\W*(?:last )?(?:updated|modified|edited)\b", re.IGNORECASE)
PARTS = re.compile(r"\s+[|·•∙●—–/]\s+|\s*[|•]\s*|\s{3,}|\t")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.?"
DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d)"
)
LABELLED = re.compile(rf"(?:publish(?:ed)?(?: date)?|posted|date)\b[^|•.]{{0,25}}?({DAY}.*)", re.IGNORECASE)
SIGNED = re.compile(
    r"\W{0,3}(?:(?:[Bb]y|BY|[Ff]rom|[Aa]uthor:?|[Ss]taff|[\w ]{0,20}[Dd]esk),? )"
    rf"(?:(?:[A-Z][\w.'’-]*|and|in|for|at|of|the|&|[|])[,:]? +){{0,12}}?((?i:{DAY}).*)"
)
CUT = re.compile(r"\W*\b(?:last )?(?:updated|modified|edited|by|\d+[- ]min|reading time)\b", re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """Whether the line is nothing but a date, perhaps with a time, a zone and "Updated"."""
    if len(text) > 90 or not FULL_DATE.search(text):
        return False
    rest = DATE_PARTS.sub(" ", ORDINAL.sub("", text))
    return not re.search(r"[^\W\d_]", rest) and len(re.findall(r"\d+", rest)) >= 2


def is_day_heading(text: str) -> bool:
    """Whether the line is nothing but a day or a month, as stands above each entry of a timeline."""
    if len(text) > 40 or not DAY_NAME.search(text):
        return False
    return not re.search(r"[^\W\d_]", DATE_PARTS.sub(" ", ORDINAL.sub("", text)))


def dates_in(line: str) -> Iterator[str]:
    """The dates of a line of small print: alone in it, in a part of it, after a label or a byline; none of an update.

    The one that a label calls that of publication comes first.
    """
    if len(line) > LONGEST or not FULL_DATE.search(line):
        return
    parts = PARTS.split(line)
    yield from (m for part in (*parts, *re.split(r"(?=\b(?:FIRST )?PUBLISHED\b)", line)) for m in _labelled(part))
    for words in (_bare(part) for part in (line, *parts) if not UPDATED.match(part)):
        if words:
            yield words
    if (signed := SIGNED.match(line)) and (words := _bare(PARTS.split(signed[1])[0])):
        yield words


def _labelled(part: str) -> Iterator[str]:
    match = LABELLED.match(re.sub(r"^\W*(?:first |originally )?", "", part, flags=re.IGNORECASE))
    if match and (words := _bare(part) or _bare(match[1])):
        yield words


def _bare(words: str) -> str:
    """The words up to where an update or a byline follows, if they are but a date; else nothing."""
    words = CUT.split(words.strip(), maxsplit=1)[0].strip(" ,;()")
    return words if is_date_line(words) else ""


def is_small_print(line: str) -> bool:
    """Whether the line is small print with a date: alone, among parts, after a label or a byline, or of an update."""
    if len(line) > LONGEST or not FULL_DATE.search(line):
        return False
    return next(dates_in(line), None) is not None or any(is_date_line(part) for part in PARTS.split(line))
