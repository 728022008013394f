"""The signs by which a line shows that it is furniture, from a lexicon of labels, boxes, captions and
credits.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from parley.read.furniture.dates import is_small_print
from parley.read.furniture.units import ENDED, LONG

Sign = Literal["junk", "caption", "date", ""]

MARKS = re.compile(r"[“”\"«»]|(?<!\w)[‘'](?=\w)")
SECOND = re.compile(r"[.!?…][\"”’)]*\s+[\"“‘(]?[A-Z]")
NO_WORDS = re.compile(r"[^A-Za-z\u00c0-\U0010ffff]*|.")
CODE = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{5,12}")
SIGNATURE = re.compile(r"[a-z]{2,4}(?:[-/][a-z]{2,5})+|[a-z]{2,3}-[a-z]{2,3}")
MARKED_LINK = r"!?\[[^\]]*\]\(\S*\)"
LINK = re.compile(
    rf"(?:[*+-]\s+)?{MARKED_LINK}(?:\s*[|·]?\s*{MARKED_LINK})*|<?https?://\S+>?|[\w.+-]+@[\w-]+\.[\w.]+|(?:[#@]\w+\s*)+"
)
READING = re.compile(
    r"(?:temp|temperature)?:?\s*-?\d+\s?°\s?[CF]?(?:\s*/\s*-?\d+\s?°\s?[CF]?)?|\d{1,2}\s?[AP]M", re.IGNORECASE
)
PLAYED = re.compile(r"\d{1,2}:\d\d (?![AP]\.?M\b)[A-Z'‘“\"]")
"""A video's length before its headline."""

TAIL_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,140})[)\]][.\s]*(?:[(\[][^()\[\]]{2,60}[)\]])?$")
BY_HAND = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|video|illustration|graphic)(?: credits?)?(?: by\b|:| courtesy(?: of)?\b)\s*"
    r"[A-Z][^.!?]{1,60}$"
    r"|(?:photo|image|picture|video)?\s?(?:credit|courtesy of|courtesy|handout via):?\s+[A-Z][^.!?]{1,60}$",
    re.IGNORECASE,
)
POSED = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b"
    r"|\b(?:walks?|stands?|sits?|gestures?|speaks?|looks?|poses?|waves?|"
    r"shakes? hands|attends?|arrives?|leaves?|addresses|holds?|greets?|welcomes?|inspects?|carr(?:y|ies)|meets?|"
    r"listens?|embraces?|gathers?|rides?|flies|fly|burns?|rises?|works?|cuts?|delivers?|makes? a speech|answers?|"
    r"reacts?|applauds?)\b"
)
DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s?\d{1,2},?\s+(?:19|20)\d\d\b"
    r"|\b\d{1,2} [A-Z][a-z]+\.?,? (?:19|20)\d\d\b"
)
PAST = re.compile(r"\b(?:said|told|was|were|had|did|added|wrote|announced|killed|reported|\w{3,}ed)\b")

BYLINE = re.compile(
    r"\W{0,3}(?:By|BY|Words by|Story by) [A-Z][\w.’']*(?:(?: |, | and |-)[A-Z][\w.’']*){1,7}"
    r"(?: (?:in|for|at) [A-Z][\w.’']*(?:,? [A-Z][\w.’']*){0,2})?(?:, [\w ]{3,40})?"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    source = files("parley.read").joinpath("lexicon/furniture.toml").read_text(encoding="utf-8")
    lexicon = {
        key: "|".join(f"(?:{p})" for p in value) for key, value in tomllib.loads(source).items() if key != "agencies"
    }
    names = sorted(tomllib.loads(source)["agencies"], key=len, reverse=True)
    agency = "|".join(re.escape(name) for name in names)
    flags = re.IGNORECASE
    return {
        "labels": re.compile(rf"\W{{0,4}}(?:{lexicon['labels']})\W{{0,3}}", flags),
        "openings": re.compile(rf"[^\w©&(]{{0,4}}(?:{lexicon['openings']})", flags),
        "inside": re.compile(lexicon["inside"], flags),
        "captions": re.compile(rf"[\s(\[*•–-]{{0,3}}(?:{lexicon['captions']})", flags),
        "lists": re.compile(rf"\W{{0,4}}(?:{lexicon['lists']})\W{{0,3}}", flags),
        "credit": re.compile(
            rf"(?:^|/|,|\bvia |\bfor |—|–|-|\bfile: )\s*(?:{agency})\b|\b(?:{agency})\s*(?:/|photo\b|file\b|via\b)"
        ),
        "tail": re.compile(rf"(?:\S/|\bvia |\s?[—–|]\s?|\s-\s)(?:{agency})\.?$"),
        "lead": re.compile(rf"(?:{agency})\s+[A-Z]"),
        "bare": re.compile(rf"(?:{agency})"),
    }


@cache
def _remembered(text: str) -> Sign:
    if is_small_print(text):
        return "date"
    if _is_junk(text):
        return "junk"
    return "caption" if is_caption(text) else ""


def sign_of(text: str) -> Sign:
    """What the line by itself shows: ``junk`` (a label, button, box, code), a ``caption``, a ``date`` line,
    or nothing.
    """
    if len(text) > LONG:
        return ""
    return _remembered(text) if len(text) <= 40 else _remembered.__wrapped__(text)


def opens_list(text: str) -> bool:
    """Whether the line is the label above a list of other stories."""
    return len(text) <= 80 and bool(_patterns()["lists"].fullmatch(text))


def _is_junk(text: str) -> bool:
    patterns = _patterns()
    if len(text) <= 90:
        if (
            NO_WORDS.fullmatch(text)
            or LINK.fullmatch(text)
            or READING.fullmatch(text)
            or patterns["labels"].fullmatch(text)
        ):
            return True
        if CODE.fullmatch(text) or SIGNATURE.fullmatch(text) or BYLINE.fullmatch(text):
            return True
    elif LINK.fullmatch(text):
        return True
    if PLAYED.match(text) and text.count(" ") < 18 and not ENDED.search(text):
        return True
    if patterns["openings"].match(text) and not _is_told(text):
        return True
    return text.count(" ") < 30 and not MARKS.search(text) and bool(patterns["inside"].search(text))


def _is_told(text: str) -> bool:
    """Whether a line that begins like a box has the marks of a report: quotation marks and someone who said
    it.
    """
    return bool(MARKS.search(text)) and bool(re.search(r"\b(?:said|says|told|wrote|added)\b", text))


def is_caption(text: str) -> bool:
    """Whether the line is the caption of a picture: by how it begins, by the credit at its end, or by its
    dated present.
    """
    patterns = _patterns()
    if patterns["captions"].match(text) or (patterns["lead"].match(text) and not ENDED.search(text[-80:])):
        return True
    bracket = TAIL_BRACKET.search(text[-220:])
    if bracket:
        inner = bracket[1].strip()
        if patterns["bare"].fullmatch(inner) and not inner.lower().endswith(("photo", "images")):
            # "(Reuters)" alone may also be an agency's signature under a sentence of the report.
            return text.count(" ") < 45 and not MARKS.search(text) and not re.search(r"\b(?:said|told|added)\b", text)
        if (
            patterns["bare"].fullmatch(inner)
            or patterns["credit"].search(inner)
            or re.match(r"(?:photo|image|picture|video|file|credit|source)\b", inner, re.IGNORECASE)
        ):
            return True
    if patterns["tail"].search(text[-120:]) or BY_HAND.search(text[-120:]):
        return True
    one = not SECOND.search(text) and text.count(" ") < 45
    return (
        one
        and not MARKS.search(text)
        and bool(POSED.search(text) and DATED.search(text))
        and not PAST.search(re.sub(r"\b(?:is|are|being) \w+ed\b|,[^,]*\b(?:was|were)\b[^,]*,", "", text))
    )
