"""The brief's figures, as people write them."""

from __future__ import annotations

import re

from parley.model.items import Event, Figure
from parley.model.passages import Witness
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk

BOUNDS = {"exact": "", "about": "about ", "more than": "more than ", "at least": "at least ", "up to": "up to ",
          "less than": "less than ", "range": ""}  # fmt: skip
WORD = re.compile(r"[\w’'-]+")
PARTICIPLE = re.compile(r"\w{2,}ed|shot|hurt|lost|sunk|struck|hit|held|sent|taken|hidden|known|fled|dead|born|spent")
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
    best = min(mine, key=lambda f: (-f.support.reports, f.id), default=None)
    return phrase(best) if best else ""


def phrase(figure: Figure) -> str:
    """The figure in words: as a report has it where that says what is counted, else number and noun."""
    best = min(figure.witnesses, key=lambda w: (_rank(figure, w), w))
    exact = " ".join(best.exact.split())
    if exact.isupper():
        exact = exact.lower()
    of = WORD.findall(figure.of)
    lacking = [w for w in of if not _has(exact, w)]
    acts = [w for w in lacking if PARTICIPLE.fullmatch(w)]
    if len(acts) == len(lacking) or figure.unit or isinstance(figure.value, tuple):
        tail = " " + " ".join(acts) if acts and len(acts) == len(lacking) else ""
        aside = f" ({figure.of})" if lacking and not tail else ""
        return f"{exact}{tail}{aside}"
    return f"{BOUNDS[figure.bound]}{_number(figure.value)} {figure.of}{_per(figure)}"


def _rank(figure: Figure, w: Witness) -> tuple[bool, bool, bool, int]:
    """Passages that say what is counted and per what, in digits, come first."""
    words = WORD.findall(figure.of)
    return (
        sum(_has(w.exact, x) for x in words) < len(words) - 1,
        bool(figure.per) and not re.search(r"\beach\b|\ba\b|\bper\b|/", w.exact, re.I),
        not re.search(r"\d", w.exact),
        len(w.exact),
    )


def _per(figure: Figure) -> str:
    if not figure.per:
        return ""
    return " each" if figure.per == "each" else f" a {figure.per}"


def _line(desk: Desk, f: Figure) -> Line:
    statement = next((s for s in desk.items.statements if s.id == f.statement), None)
    speaker = desk.name(statement.speaker) or statement.speaker_text if statement else ""
    if statement and statement.kind == "direct" and speaker:
        source = f" (in the words of {speaker})"
    elif f.according_to:
        source = f" (according to {desk.names(f.according_to)})"
    else:
        source = f" (according to {speaker})" if speaker else ""
    return Line(phrase(f) + source, desk.refs(f.witnesses), f.id)


def _is_noise(f: Figure) -> bool:
    if f.support.reports > 1 or f.unit or f.event or isinstance(f.value, tuple):
        return isinstance(f.value, tuple) and f.support.reports == 1 and not f.event
    acts = any(PARTICIPLE.fullmatch(w) for w in WORD.findall(f.of))
    return (f.value <= SMALL and f.bound == "exact") or not (acts or f.value > 20)


def _bare(f: Figure) -> bool:
    return f.event is None


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word.rstrip('s'))}", text, re.I) is not None


def _number(value: float | tuple[float, float]) -> str:
    if isinstance(value, tuple):
        return "–".join(map(_number, value))
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
