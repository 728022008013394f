"""Lines in which the outlet speaks: to its readers, of itself, and of those who write for it.

No list of sentences could hold these. They are known by who speaks to whom: an order or a question to the reader
("you", "us") about the outlet's own things (newsletter, tips, coverage), a sentence whose subject is the writer in the
byline or the outlet itself. What is quoted, or told as someone's words, is the report's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.read.furniture.units import Unit

LONGEST = 60
"""Words above which a line is no box."""

ADVICE = 6
"""Lines that say "you" from which, if they are a fifth of all, an article is taken for advice."""

MARKS = re.compile(r"[“”\"«»]|(?<!\w)[‘'](?=\w)")
TOLD = re.compile(
    r"\b(?:said|says|told|added|wrote|asked|appealed|announced|shouted|replied|urged|warned|insisted|according to)\b"
)
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-Z“\"])")
YOU = re.compile(r"\b(?:you|your|yours|you[’'](?:re|ll|ve|d))\b", re.IGNORECASE)
WE = re.compile(r"\b(?:[Ww]e|[Uu]s|[Oo]ur|we[’'](?:re|ll|ve|d))\b")
HANDLE = re.compile(r"(?<!\w)@\w{3,}|[\w.+-]+@[\w-]+\.\w{2,}|\b\d{3}[-.\s]\d{3,4}[-.\s]?\d{0,4}\b")
NAME = re.compile(r"[A-Z][\w.'’-]+(?: (?:[a-z]{1,3} )?[A-Z][\w.'’-]*){1,3}")
BYLINE = re.compile(r"\W{0,3}(?:[Bb]y|BY|Author:?|Words:?|Text:?|Story by|Written by|Report(?:ing)? by)\s+(?=[A-Z])")
PRONOUN = re.compile(r"(?:He|She|They|His|Her|Their)\b")


@dataclass(frozen=True, slots=True)
class Makers:
    """Who makes the report: the words of the writers' names in lower case, and the outlet's name run together."""

    writers: frozenset[str]
    outlet: str


def makers_of(units: Sequence[Unit], authors: Iterable[str], outlet: str | None) -> Makers:
    """The makers as stated, and the writers whom a byline of the page names."""
    found = {word for name in authors if len(name) < 60 for word in _words(name)}
    for unit in units:
        if len(unit.text) <= 90 and not unit.ended and (lead := BYLINE.match(unit.text)):
            for name in re.split(r"\s+and\s+|\s+AND\s+|[,;&|]", unit.text[lead.end() :])[:4]:
                if NAME.match(name.strip()):
                    found.update(_words(name))
    host = re.sub(r"^www\.", "", (outlet or "").lower())
    label = host.split(".")[-2] if "." in host and " " not in host else host
    return Makers(frozenset(found), _run_together(label))


def _words(name: str) -> list[str]:
    return [w.lower() for w in re.findall(r"[^\W\d_][\w'’-]{2,}", name)]


def _run_together(name: str) -> str:
    return re.sub(r"\W|^the\b|\bthe\s", "", name.lower())


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    source = tomllib.loads(files("parley.read").joinpath("lexicon/address.toml").read_text(encoding="utf-8"))
    words = {key: "|".join(value) for key, value in source.items()}
    return {
        "order": re.compile(
            rf"(?:Please |Kindly |Just |(?:To|If you) .{{3,60}}?, (?:please )?)?(?:{words['orders']})\b", re.IGNORECASE
        ),
        "question": re.compile(rf"(?:{words['questions']})\b[^?]{{0,120}}\?", re.IGNORECASE),
        "own": re.compile(rf"\b(?:{words['own']})\b", re.IGNORECASE),
        "work": re.compile(rf"[^.]{{0,40}}?\b(?:{words['work']})\b"),
        "trade": re.compile(
            rf"{NAME.pattern}(?:,[^,]{{2,60}},)?(?: \([^()]{{2,60}}\))? (?:is|was) (?:an?|the|our|[\w’']+[’']s)\b"
            rf"[^.]{{0,80}}?\b(?:{words['trade']})\b"
        ),
        "writer": re.compile(rf"(?:{words['writer']})\s+(?:is|was|has|teaches|lives|works|runs|can|writes)\b"),
        "itself": re.compile(rf"(?:{words['itself']})\b"),
    }


def speaks(text: str, makers: Makers) -> bool:
    """Whether the line, wherever it stands, is the outlet's word to its readers or about its writers."""
    if len(text) > 8 * LONGEST or text.count(" ") >= LONGEST or MARKS.search(text) or TOLD.search(text):
        return False
    lexicon = _lexicon()
    if is_about_writer(text, makers):
        return True
    sentences = SENTENCE.split(text)
    own = bool(lexicon["own"].search(text)) or bool(HANDLE.search(text))
    asked = any(lexicon["question"].match(s) for s in sentences)
    ordered = any(lexicon["order"].match(s) for s in sentences)
    if asked and (ordered or own):
        return True
    if ordered and own:
        return True
    return own and bool(YOU.search(text) or WE.search(text)) and bool(OUTLET_NOUN.search(text))


OUTLET_NOUN = re.compile(
    r"\bour (?:\w+ )?(?:journalism|newsroom|newsletters?|coverage|articles?|app|podcast|readers|subscribers)\b"
    r"|\bthrough (?:our |the )?links\b|\blinks (?:in|on) this\b",
    re.IGNORECASE,
)


def is_about_writer(text: str, makers: Makers) -> bool:
    """Whether the line tells of the byline's writer, by the name at its beginning and what writers' lives hold."""
    first = re.match(r"[^\W\d_][\w'’-]*(?: [A-Z][\w.'’-]*){0,3}", text)
    if first is None or not makers.writers or len(text) > 8 * LONGEST:
        return False
    named = [w for w in _words(first.group()) if w in makers.writers]
    return bool(named) and bool(_lexicon()["work"].match(text[first.end() :]))


def closes(text: str, makers: Makers) -> bool:
    """Whether the line is such a word where it stands at the end of the page: weaker signs count there."""
    if len(text) > 8 * LONGEST or text.count(" ") >= LONGEST or MARKS.search(text):
        return False
    if speaks(text, makers):
        return True
    lexicon = _lexicon()
    if TOLD.search(text):
        return False
    if lexicon["trade"].match(text) or lexicon["writer"].match(text) or _is_outlet(text, makers):
        return True
    sentences = SENTENCE.split(text)
    spoken = [s for s in sentences if lexicon["order"].match(s) and (YOU.search(s) or WE.search(s) or HANDLE.search(s))]
    return bool(spoken) or bool(YOU.search(text) and WE.search(text))


def _is_outlet(text: str, makers: Makers) -> bool:
    """Whether the line's subject is the outlet, and what is said of it is what outlets say of themselves."""
    found = _lexicon()["itself"].search(text[:160])
    if found is None or len(makers.outlet) < 4:
        return False
    subject = _run_together(re.sub(r"^About\s+", "", text[: found.start()]))
    return len(subject) >= 4 and (makers.outlet in subject or (len(subject) >= 6 and subject in makers.outlet))


def without_address(units: Sequence[Unit], kept: Sequence[bool], makers: Makers) -> list[bool]:
    """Which units stay when what the outlet says in its own voice goes."""
    out = list(kept)
    order = [n for n, keep in enumerate(kept) if keep]
    if _advises(units, order):
        return out
    told = False
    for n in order:
        before = told
        told = speaks(units[n].text, makers)
        biography = is_about_writer(units[n].text, makers)
        if told or (before and _goes_on(units[n].text)):
            out[n], told = False, biography or before
        else:
            told = False
    for n in reversed(order):
        if out[n] and not (closes(units[n].text, makers) or (_goes_on(units[n].text) and _after_writer(units, n))):
            break
        out[n] = False
    return out if any(out) else list(kept)


def _advises(units: Sequence[Unit], order: Sequence[int]) -> bool:
    """Whether the article itself talks to its readers, as advice and reviews do."""
    addressed = sum(bool(YOU.search(units[n].text[:600])) and not MARKS.search(units[n].text[:600]) for n in order)
    return addressed >= ADVICE and 5 * addressed >= len(order)


def _goes_on(text: str) -> bool:
    """Whether a sentence without its subject's name tells of a writer's life."""
    lead = PRONOUN.match(text)
    return lead is not None and bool(_lexicon()["work"].match(text[lead.end() :])) and not TOLD.search(text)


def _after_writer(units: Sequence[Unit], n: int) -> bool:
    """Whether the line before tells who the writer is."""
    return n > 0 and bool(_lexicon()["trade"].match(units[n - 1].text))
