"""The brief's figures, as people write them."""

from __future__ import annotations

import re

from parley.model.items import Event, Figure
from parley.model.passages import Witness
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk
from parley.text.numbers import find_numbers

BOUNDS = {"exact": "", "about": "about ", "more than": "more than ", "at least": "at least ", "up to": "up to ",
          "less than": "less than ", "range": ""}  # fmt: skip
WORD = re.compile(r"[\w’'-]+")
SHARE = re.compile(r" (?:each|on each side|per \w+|an? (?:hour|day|night|week|month|year))$", re.I)
PARTICIPLE = re.compile(r"\w{2,}ed|shot|hurt|lost|sunk|struck|hit|held|sent|taken|hidden|known|fled|dead|born|spent")
LEANING = re.compile(r"(?:it|they|them|are|is|was|were|that|this|these|those|who|which)\b", re.I)
BOUNDING = re.compile(r"(?:About|At|More|Nearly|Some|Almost|Over|Up|Less)\b")
SMALL = 4
"""A count up to this, told once and tied to nothing ("two officials"), is no news by itself."""


def figures(desk: Desk, most: int) -> Section:
    """Figures, those that most origins give first; what is tied to nothing last."""
    told = sorted(
        desk.items.figures, key=lambda f: (_is_noise(f), -f.support.origins, -f.support.reports, _bare(f), f.id)
    )
    kept = [f for f in told if most > 1000 or not _is_noise(f)][:most]
    return Section("figures", "Figures", tuple(_line(desk, f) for f in kept), more=len(told) - len(kept))


def counted(desk: Desk, event: Event) -> str:
    """The figure of what an event hands over or frees ("240 detainees each"), or none."""
    if event.type not in ("exchange", "release"):
        return ""
    mine = [f for f in desk.items.figures if f.event == event.id and f.unit is None and not isinstance(f.value, tuple)]
    main = min(mine, key=lambda f: (-f.support.reports, f.id), default=None)
    return phrase(main, acts=False) if main else ""


def phrase(figure: Figure, *, acts: bool = True) -> str:
    """The figure in words: as a report has it where that says what is counted, else number and noun.

    `acts` says what was done to what is counted ("killed") where the passage itself leaves it out.
    """
    exact = _plain(best(figure).exact)
    of = WORD.findall(figure.of)
    lacking = [w for w in of if not _has(exact, w)]
    at_end = len(lacking) < len(of) and of[len(of) - len(lacking) :] == lacking
    if at_end or not lacking or figure.unit or isinstance(figure.value, tuple):
        done = [w for w in lacking if PARTICIPLE.fullmatch(w)] if at_end and acts else []
        aside = f" ({figure.of})" if len(lacking) == len(of) and of else ""
        share = SHARE.search(exact)
        at = share.start() if share else len(exact)
        return " ".join([exact[:at], *done]) + exact[at:] + aside
    return f"{BOUNDS[figure.bound]}{_number(figure.value)} {figure.of}{_per(figure)}"


def best(figure: Figure) -> Witness:
    """The passage that tells the figure best."""
    return min(figure.witnesses, key=lambda w: (_rank(figure, w), w))


def _plain(exact: str) -> str:
    """The passage on one line, its first word small where it is only a bound, capitals undone."""
    told = " ".join(exact.split())
    if told.isupper():
        return told.lower()
    number = next(iter(find_numbers(told)), None)
    spelled = number is not None and number.start == 0 and told[0].isalpha()
    return told[:1].lower() + told[1:] if spelled or BOUNDING.match(told) else told


def _others(desk: Desk, figure: Figure) -> tuple[list[Witness], tuple[Line, ...]]:
    """The passages that give the same number as the best one, and those that give another, as written."""
    number = _first(best(figure).exact)
    same = [w for w in figure.witnesses if _first(w.exact) in (number, None)]
    other = [w for w in figure.witnesses if w not in same]
    return same, tuple(Line(_plain(w.exact), desk.refs([w])) for w in other)


def _first(text: str) -> float | None:
    found = next(iter(find_numbers(text)), None)
    return found.low if found else None


def _rank(figure: Figure, w: Witness) -> tuple[bool, bool, bool, bool, int]:
    """Passages that say what is counted and per what, in digits and not in capitals, come first."""
    words = WORD.findall(figure.of)
    return (
        sum(_has(w.exact, x) for x in words) < len(words) - 1,
        bool(figure.per) and not re.search(r"\beach\b|\ba\b|\bper\b|/", w.exact, re.I),
        w.exact.isupper(),
        not re.search(r"\d", w.exact),
        len(w.exact),
    )


def _per(figure: Figure) -> str:
    if not figure.per:
        return ""
    return " each" if figure.per == "each" else f" a {figure.per}"


def _line(desk: Desk, f: Figure) -> Line:
    statement = desk.statements.get(f.statement or "")
    speaker = desk.name(statement.speaker) or statement.speaker_text if statement else ""
    if statement and statement.kind == "direct" and speaker:
        source = f" (in the words of {speaker})"
    elif f.according_to:
        source = f" (according to {desk.names(f.according_to[:2])})"
    else:
        source = f" (according to {speaker})" if speaker else ""
    same, other = _others(desk, f)
    event = next((e for e in desk.items.events if e.id == f.event), None)
    done = event is None or event.status in ("happened", "held", "carried out")
    return Line(phrase(f, acts=done) + source, desk.refs(same), f.id, then=other)


def _is_noise(f: Figure) -> bool:
    words = WORD.findall(f.of)
    if isinstance(f.value, tuple):
        return f.support.reports == 1 and not f.event
    if LEANING.match(f.of) or not words:
        return True
    acts = any(PARTICIPLE.fullmatch(w) for w in words)
    if f.unit and len(words) == 1 and not _has(best(f).exact, words[0]):
        return True
    if f.unit:
        return f.support.reports == 1 and not f.event
    if f.value <= SMALL and f.bound == "exact":
        return not acts or f.support.reports == 1
    return f.support.reports == 1 and not f.event and not acts and f.value <= 20


def _bare(f: Figure) -> bool:
    return f.event is None


def _has(text: str, word: str) -> bool:
    """Whether the text has the word, in singular or plural, in one word or two."""
    stem = re.escape(word.rstrip("s").replace("-", ""))
    return re.search(rf"\b{stem}|{stem}\b", re.sub(r"(?<=[a-z])[- ](?=[a-z])", "", text), re.I) is not None or (
        re.search(rf"\b{re.escape(word.rstrip('s'))}", text, re.I) is not None
    )


def _number(value: float | tuple[float, float]) -> str:
    if isinstance(value, tuple):
        return "–".join(map(_number, value))
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
