"""One event in a clause that a journalist would write."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from parley.model.items import Event
from parley.model.times import Time
from parley.show.brief.figures import counted
from parley.show.brief.names import Desk, join, shorten
from parley.show.brief.times import moment, span, when

LASTING = frozenset({"aid", "casualties", "sanctions"})
"""Types of which nobody says that they took place."""
MUTUAL = frozenset({"agreement", "ceasefire", "deal", "exchange", "truce"})
AGAINST = frozenset({"sanctions", "strike", "attack", "raid"})
SETTLED = frozenset({"happened", "held", "carried out"})
UNSAID = re.compile(
    r"(?:to|that|which|who|whom|whose|where|when|while|as|and|but|or|if|he|she|it|they|his|her|its|their|this|these|"
    r"those|we|i|you|our|my|another|there|also|including|with|by|after|before|then|now|how|\w+ed by|\w+ing)\b",
    re.I,
)
"""A passage that begins like this leans on words outside it."""
RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when)\b.*", re.S)
DATED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d)"
)
MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
DAY_AND_MONTH = re.compile(rf"\b{MONTHS}\w*\.? \d|\b\d{{1,2}} {MONTHS}")
NAMED = re.compile(r"(?:the|an?) (?!same\b)(?:\S+ ){4,}", re.I)
"""A noun with enough around it to know what it was."""
DATELINE = re.compile(r"^[A-Z][A-Z ,.'’-]{2,40}(?:\([^)]{1,40}\))? ?[–—-]+ ")
FULL = 90
"""Letters of a clause that says enough and not too much."""
PHRASE = (12, 140)
"""Letters of a passage that says by itself what happened, if not in a sentence."""
LEANING = re.compile(r"(?:its|their)\b", re.I)
"""A passage that begins like this leans on its source alone, where it has one."""
FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|\w{2,}ed|hit|struck|shot|met|held|fell|broke|began|went|came|left|took|fled|"
    r"sank|lost|won|made|gave|put|set|cut|sent|fought|drove|flew|caught|led|said|spoke|blew|rose|burnt|shut)\b"
)
NUMBERED = re.compile(r"\d")
ADJECTIVE = re.compile(r"[\w.]+(?:-[\w.]+)+|full|immediate|temporary|partial|complete|unconditional|permanent")
ADDED = re.compile(r"(?:on|for|of|in|over|to|against|with|aimed|until|covering|granting|giving|about)\s")


def clause(desk: Desk, event: Event, *, dated: bool = True) -> str:
    """Who did what with whom, where and (where `dated`) when; how it stands where it has not simply happened."""
    told = _act(desk, event)
    at = when(event.time) if dated else ""
    if at and event.time and event.status in SETTLED and (said := _dated(told, at, event.time)):
        return said[:1].upper() + said[1:]
    if event.status not in SETTLED and at and event.status in ("agreed", "proposed"):
        at = f"expected {at}" if event.status == "agreed" else f"for {at.removeprefix('on ').removeprefix('in ')}"
    if told.endswith(")") and at:
        at = f", {moment(event.time)}"
        return told[:1].upper() + told[1:] + at
    line = told + (f", {at}" if at.startswith(("about", "expected")) else f" {at}" if at else "")
    return line[:1].upper() + line[1:]


def _dated(told: str, at: str, time: Time) -> str:
    """The words with what their own date leaves open ("on Friday (6 April 2018)"); empty where they have none."""
    year = at.rsplit(" ", 1)[-1]
    if told.endswith(at):
        return told
    if told.endswith(f" {at.removesuffix(f' {year}')}"):
        return f"{told} {year}"
    if not DATED.search(told):
        return ""
    open_ended = time.precision in ("year", "month") or DAY_AND_MONTH.search(told) or told.endswith(")")
    return told if open_ended else f"{told} ({span(time)})"


def subject(desk: Desk, event: Event, *, place: bool = True) -> str:
    """The event as a noun: "the talks between A and B in C"."""
    noun = re.sub(r"^an? ", "", _noun(event))
    who = desk.parties(event)
    mutual = is_joint(event) or event.type in MUTUAL
    link = f" between {join(who)}" if len(who) > 1 and mutual else f" with {who[0]}" if who and is_joint(event) else ""
    if who and not link:
        doer = [d for d in who if d in desk.named(r.name for r in event.participants if r.role == "source")]
        link = f" by {join(doer)}" if doer else ""
    return f"the {noun}{link}{_place(desk, event, who) if place else ''}"


def undertaking(desk: Desk, event: Event, *, article: bool = True) -> str:
    """What a proposal or agreement is: "a 30-day ceasefire", "an exchange of 240 detainees each"."""
    noun = _noun(event)
    bare = re.sub(r"^an? ", "", noun)
    terms = [" ".join(t.split()) for t in event.terms]
    before = next((t for t in terms if ADJECTIVE.fullmatch(t)), "")
    if before:
        noun = f"{'an' if before[0] in 'aeioAEIO8' else 'a'} {before} {bare}" if noun != bare else f"{before} {bare}"
    many = counted(desk, event)
    added = next((t for t in terms if ADDED.match(t) and not t.startswith("on each")), "")
    named = next((t for t in terms if re.search(rf"\b{bare}\b", t) and not ADDED.match(t)), "")
    if named:
        return shorten(named, 100)
    numbers = next((t for t in terms if NUMBERED.search(t) and t != before and not ADDED.match(t)), "")
    if many or numbers:
        noun += f" of {many or shorten(numbers, 80)}"
    elif added:
        noun += f" {shorten(added, 90)}"
    return noun if article else re.sub(r"^an? ", "", noun)


def _act(desk: Desk, event: Event) -> str:
    who = desk.parties(event)
    if is_joint(event) and len(who) > 1:
        return _together(event, join(who)) + _place(desk, event, who)
    if event.status in SETTLED:
        return as_told(desk, event) or _one_sided(desk, event, who)
    return _intended(desk, event, who)


def _together(event: Event, who: str) -> str:
    words = _words(event)
    if event.status in SETTLED:
        return f"{who} {words['past']}"
    if event.status == "scheduled":
        return f"{who} are to {words['plan']}"
    if event.status == "under way":
        return f"{who} are {words['now']}"
    return f"{words['noun']} between {who} {'are' if event.type == 'talks' else 'is'} {event.status}"


def _intended(desk: Desk, event: Event, who: list[str]) -> str:
    doers = desk.named(r.name for r in event.participants if r.role != "target") or who
    doers = [d for d in who if d in doers] or doers
    what = undertaking(desk, event)
    if event.status == "agreed":
        return f"{join(doers)} agreed on {what}" if doers else f"{what} is agreed"
    if event.status in ("proposed", "declared") and doers and not is_joint(event):
        return f"{join(doers)} {event.status} {what}"
    be = "are" if re.match(r"(?!an? )\w+s\b", _noun(event)) else "is"
    state = {"scheduled": f"{be} planned", "under way": f"{be} under way", "lapsed": "lapsed"}.get(
        event.status, f"{be} {event.status}"
    )
    sources = desk.named(r.name for r in event.participants if r.role == "source")
    others = f" with {join(who)}" if is_joint(event) and who else f" by {join(sources)}" if sources else ""
    if not others and doers:
        others = f" involving {join(doers)}"  # who only takes part need not be the one who does it
    return f"{what}{others}{_place(desk, event, who)} {state}"


def as_told(desk: Desk, event: Event) -> str:
    """The words of a report that tell it best by themselves: a clause, or at least a noun with what it did."""
    plain = {w: _closed(DATELINE.sub("", w.exact)).strip(" ,;") for w in event.witnesses if "\n" not in w.exact}
    whole = {w: told for w, told in plain.items() if 25 <= len(told) <= 170}
    finite = {w for w, told in whole.items() if FINITE.search(RELATIVE.sub("", told))}
    fit = (
        [w for w in finite if not UNSAID.match(whole[w]) and not FINITE.match(whole[w])]
        or [w for w in finite if LEANING.match(whole[w]) and desk.teller(w)]
        or [w for w in whole if NAMED.match(whole[w]) and not is_joint(event)]
    )
    if not fit:
        return ""
    best = min(fit, key=lambda w: (w.report in desk.rewritten, abs(len(whole[w]) - FULL), w))
    teller = join([desk.teller(best)]) if desk.teller(best) else ""
    if LEANING.match(whole[best]):
        return f"according to {teller}, {whole[best]}"
    return f"{whole[best]} (according to {teller})" if teller else whole[best]


def _closed(words: str) -> str:
    """The words up to a bracket that opens in them and does not close."""
    return words[: words.rindex("(")] if words.count("(") > words.count(")") else words


def _one_sided(desk: Desk, event: Event, who: list[str]) -> str:
    words = _words(event)
    doers = desk.named(r.name for r in event.participants if r.role == "source")
    targets = desk.named(r.name for r in event.participants if r.role in ("target", "victim"))
    if doers and targets and "verb" in words:
        return f"{join(doers)} {words['verb']} {join(targets)}{_place(desk, event, who)}"
    noun = _noun(event)
    if is_joint(event) and who:
        noun += f" with {join(who)}"
    elif told := _quoted(event):
        return f"{told} ({': '.join(filter(None, (re.sub('^an? ', '', noun), join(who))))})"
    elif doers:
        noun += f" by {join(doers)}"
    elif targets:
        noun += f" {'on' if event.type in AGAINST else 'of'} {join(targets)}"
    return noun + _place(desk, event, who) + ("" if event.type in LASTING else " took place")


def _quoted(event: Event) -> str:
    """A passage that is no sentence, in quotation marks: safer than a sentence made from roles that may be misread."""
    passages = sorted({" ".join(w.exact.split()).strip(" ,;") for w in event.witnesses})
    told = [p for p in passages if PHRASE[0] <= len(p) <= PHRASE[1]]
    return f"“{max(told, key=lambda p: (len(p), p))}”" if told else ""


def _place(desk: Desk, event: Event, who: list[str]) -> str:
    place = desk.name(event.place)
    return f" {'to' if event.type == 'visit' else 'in'} {place}" if place and place not in who else ""


def is_joint(event: Event) -> bool:
    """Whether the parties act together, as in a call or talks."""
    return "past" in _words(event)


def _noun(event: Event) -> str:
    kind = event.type
    return _words(event).get("noun") or (
        kind if kind.endswith("s") else f"{'an' if kind[:1] in 'aeio' else 'a'} {kind}"
    )


def _words(event: Event) -> dict[str, str]:
    return _lexicon().get(event.type, {})


@cache
def _lexicon() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.files("parley.show.brief").joinpath("clauses.toml").read_text("utf-8"))


def state(event: Event) -> str:
    """How a proposal or agreement stands, since when or for when, on what condition, until when."""
    at = moment(event.time)
    told = event.status + (f", {at}" if at else "")
    if event.condition:
        told += f", {shorten(event.condition, 60)}"
    if event.expires:
        told += f", until {moment(event.expires)}"
    return told
