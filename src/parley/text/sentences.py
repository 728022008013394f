"""Sentences of news English, cut with the quotation marks already found (design decision 8).

A closing mark belongs to the sentence it closes and an opening mark to the one it opens; paragraphs, headings and list
items end sentences without a stop; "10 a.m. ET", "U.S. Secretary", initials and a question in quotation marks with its
cue behind it ("Why now?" Ames asked) do not. Ellipses in quotation marks stand for a cut and do not end a sentence.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from parley.model.passages import Span
from parley.text.marks import Quotation, find_quotations, paragraphs

CLOSERS = "”\"’'»›)]}」』＂"
OPENERS = "“\"‘'«‹„([{「『＂—–-*•"
_STOP = re.compile(
    r"(?<![.!?…。！？‽])(?P<stop>[.!?…。！？‽]++(?:\s\.){0,3})(?P<close>["
    + re.escape(CLOSERS)
    + r"]{0,4})(?P<gap>[^\S\n]+|\n+\s*)"
    r"(?P<open>(?:[" + re.escape(OPENERS) + r"]\s?){0,4})(?=(?P<next>\w[\w'’.&-]{0,40})?)"
)
_WORD_BEFORE = re.compile(r"(?<![\w.])((?:\w+[.'’-])*\w+)\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]|[^\W\d_](?:\.[^\W\d_])+|Wm|Chas|Geo|Ph|Yu|Ju|Ya|Th)\Z")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,4})\Z")
_SAYING = (
    "said|says|asked|asks|added|adds|told|wrote|writes|tweeted|posted|replied|replies|explained|continued|recalled|"
    "insisted|shouted|yelled|quipped|joked|wondered|declared|concluded|noted|warned|argued|stated|responded|exclaimed|"
    "demanded|commented|cried"
)
_CUE_AFTER = re.compile(
    r"(?:(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\.\s)?(?:[A-Z][\w'’.-]{0,30}\s){1,4}"
    r"(?:(?:then|later|also|once)\s)?(?:" + _SAYING + r")\b"
    r"|(?:" + _SAYING + r")\s(?:the\s|a\s|an\s)?\w)"
)  # fmt: skip


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("parley.text").joinpath("abbreviations.toml").read_text("utf-8"))
    return {key: frozenset(words) for key, words in data.items()}


def split_sentences(text: str, quotations: tuple[Quotation, ...] | None = None) -> tuple[Span, ...]:
    """The sentences of `text` in order; together they hold every character but the white space between them."""
    if quotations is None:
        quotations = find_quotations(text)
    cover = _Cover(quotations)
    found: list[Span] = []
    for paragraph in paragraphs(text):
        at = paragraph.start
        for match in _STOP.finditer(text, paragraph.start, paragraph.end):
            cut = _cut(text, match, cover)
            if cut is None or cut[0] <= at:
                continue
            found.append(Span(at, cut[0]))
            at = cut[1]
        if paragraph.end > at:
            found.append(Span(at, paragraph.end))
    return tuple(found)


class _Cover:
    """Which places stand inside quotation marks: the outermost quotations, for look-up by place."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        outermost = [q for q in quotations if q.level == 0]
        self._starts = [q.inner.start for q in outermost]
        self._ends = [q.inner.end for q in outermost]
        self._opening = {q.outer.start for q in quotations}
        self._closing = {q.outer.end for q in quotations if q.closed}

    def holds(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]

    def opens(self, at: int) -> bool:
        return at in self._opening

    def closes(self, end: int) -> bool:
        return end in self._closing


def _cut(text: str, match: re.Match[str], cover: _Cover) -> tuple[int, int] | None:
    """Where the sentence ends and the next begins, or None if it runs on here."""
    stop, close, following = match["stop"], match["close"], match["next"] or ""
    quoted = cover.holds(match.start("stop"))
    end, begin = match.end("close"), match.start("open")
    if not following:
        return (end, begin) if match["open"] and cover.opens(begin) else None
    first = following[0]
    if first.islower() and not (match["open"] and cover.opens(begin) and len(stop) == 1):
        return None
    if first.islower() and not close:
        return None
    if match["open"].strip() in {"—", "–", "-"} and not text[match.end("open")].isupper():
        return None
    if stop[0] == "…" or stop.startswith("..") or "\u0020." in stop:
        return None if quoted and cover.holds(begin) else (end, begin)
    if close and _CUE_AFTER.match(text, match.start("next")) and not match["open"]:
        return None
    if stop == "." and not close and not _ends_after(text, match, following):
        return None
    return end, begin


def _ends_after(text: str, match: re.Match[str], following: str) -> bool:
    """Whether a single full stop after this word ends the sentence, given the next word."""
    at = match.start("stop")
    before = _WORD_BEFORE.search(text, max(0, at - 40), at)
    if before is None:
        return True
    word = before.group(1)
    lower = word.lower()
    lexicon = _lexicon()
    starts_new = following.lower() in lexicon["openings"] or bool(match["open"].strip())
    if lower in ("a.m", "p.m", "am", "pm"):
        return following.strip(".") not in lexicon["zones"] and not following[0].isdigit()
    if lower in lexicon["titles"] and (lower != "no" or following[0].isdigit()):
        return False
    if lower in lexicon["numbered"] and (word[0].isupper() or len(word) > 3):
        return not following[0].isdigit() and (starts_new or lower in ("sun", "sat", "mar"))
    if lower in lexicon["endings"] and (
        word[0].isupper() or "." in word or lower in ("etc", "hrs", "mins", "lbs", "oz")
    ):
        return starts_new
    if _INITIAL.match(word) and word[0].isupper() and word != "I":
        # "wrote on X. “I …": an initial stands before no opening mark
        return bool(match["open"].strip()) or (starts_new and following.lower() not in ("a", "i"))
    return not (_LIST_NUMBER.match(word) and _begins_line(text, before.start(1)))


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
