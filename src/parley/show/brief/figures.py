"""The brief's figures, as people write them."""

from __future__ import annotations

import re
from collections.abc import Collection

from parley.model.items import Event, Figure
from parley.model.passages import Span, Witness
from parley.show.brief.model import Line, Section
from parley.show.brief.names import Desk
from parley.text.numbers import find_numbers
from parley.text.sentences import split_sentences

BOUNDS = {"exact": "", "about": "about ", "more than": "more than ", "at least": "at least ", "up to": "up to ",
          "less than": "less than ", "range": ""}  # fmt: skip
WORD = re.compile(r"[\w’'-]+")
SHARE = re.compile(r" (?:each|on each side|per \w+|an? (?:hour|day|night|week|month|year))$", re.I)
PARTICIPLE = re.compile(r"\w{2,}ed|shot|hurt|lost|sunk|struck|hit|held|sent|taken|hidden|known|fled|dead|born|spent")
LEANING = re.compile(r"(?:it|they|them|are|is|was|were|that|this|these|those|who|which)\b", re.I)
BOUNDING = re.compile(r"(?:About|At|More|Nearly|Some|Almost|Over|Up|Less)\b")
FINITE = re.compile(r"\b(?:was|were|is|are|had|has|have|remain\w*|died|\w+ed)\b")
BLANK = re.compile(r"\s+")
MARKS = ' “”"‘’«»„'
PEOPLE = frozenset({"people", "persons", "person", "others"})
"""Nouns that say no more than that somebody is counted: "21 injured"."""
SHORT, LONG = 2, 5
"""Words up to which a clause, and a noun with all around it, may leave open what is counted."""
SMALL = 4
"""A count up to this, told once and tied to nothing ("two officials"), is no news by itself."""


def figures(desk: Desk, most: int, apart: Collection[str] = ()) -> Section:
    """Figures, those that most origins give first; what is tied to nothing last. Those told `apart` are left out."""
    given = sorted(
        (f for f in desk.items.figures if f.id not in apart),
        key=lambda f: (_is_noise(f), -f.support.origins, -f.support.reports, _bare(f), f.id),
    )
    kept = [f for f in given if most > 1000 or not _is_noise(f)][:most]
    return Section("figures", "Figures", tuple(_line(desk, f) for f in kept), more=len(given) - len(kept))


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
    if not says_what(figure):
        return f"{BOUNDS[figure.bound]}{_number(figure.value)} {figure.unit or figure.of}{_per(figure)}"
    of, lacking = _lacking(figure)
    at_end = bool(lacking) and of[-len(lacking) :] == lacking
    done = [w for w in lacking if PARTICIPLE.fullmatch(w)] if at_end and acts and not FINITE.search(exact) else []
    share = SHARE.search(exact)
    at = share.start() if share else len(exact)
    return " ".join([exact[:at], *done]) + exact[at:]


def told(desk: Desk, figure: Figure, *, acts: bool = True) -> str:
    """The figure in words, within those around it where the passage alone does not say what is counted."""
    if says_what(figure):
        return phrase(figure, acts=acts)
    w = best(figure)
    return f"{_plain(w.exact)}: “{around(desk.texts[w.report], w)}”"


def says_what(figure: Figure) -> bool:
    """Whether the passage names what is counted, or all but what was done to it, or is a clause by itself."""
    exact = best(figure).exact
    if len(WORD.findall(exact)) > LONG or (FINITE.search(exact) and len(WORD.findall(exact)) > SHORT):
        return True
    of, lacking = _lacking(figure)
    if lacking and set(lacking) <= PEOPLE and len(lacking) < len(of):
        return True
    things = [w for w in of if not PARTICIPLE.fullmatch(w)] or of
    return bool(of) and (not lacking or (len(lacking) < len(of) and things[-1] not in lacking))


def _lacking(figure: Figure) -> tuple[list[str], list[str]]:
    """The words that say what is counted, and those of them that the best passage leaves out."""
    of = WORD.findall(figure.of)
    exact = best(figure).exact
    return of, [w for w in of if not _has(exact, w)]


def around(text: str, w: Witness, most: int = 8) -> str:
    """The passage with up to so many words of its sentence on each side."""
    line = text.rfind("\n", 0, w.start) + 1
    stop = text.find("\n", w.end)
    lines = text[line : len(text) if stop < 0 else stop]
    inside = (s for s in split_sentences(lines) if s.start <= w.start - line < s.end)
    sentence = next(inside, Span(0, len(lines)))
    before = list(BLANK.finditer(lines, sentence.start, w.start - line))
    after = list(BLANK.finditer(lines, w.end - line, max(sentence.end, w.end - line)))
    start = before[-most - 1].end() if len(before) > most else sentence.start
    end = after[most].start() if len(after) > most else max(sentence.end, w.end - line)
    told = " ".join(lines[start:end].split()).strip(MARKS).rstrip(" ,;:.")
    return ("… " if start > sentence.start else "") + told + (" …" if end < sentence.end else "")


def middle(figure: Figure) -> float:
    """The figure's value, or the middle of its range."""
    return sum(figure.value) / 2 if isinstance(figure.value, tuple) else float(figure.value)


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


def according(desk: Desk, f: Figure) -> str:
    """Whose figure it is, in brackets; empty where the reports give it by themselves."""
    statement = desk.statements.get(f.statement or "")
    speaker = desk.name(statement.speaker) or statement.speaker_text if statement else ""
    if statement and statement.kind == "direct" and speaker:
        return f" (in the words of {speaker})"
    if f.according_to:
        return f" (according to {desk.names(f.according_to[:2])})"
    return f" (according to {speaker})" if speaker else ""


def _line(desk: Desk, f: Figure) -> Line:
    same, other = _others(desk, f)
    event = next((e for e in desk.items.events if e.id == f.event), None)
    done = event is None or event.status in ("happened", "held", "carried out")
    return Line(told(desk, f, acts=done) + according(desk, f), desk.refs(same), f.id, then=other)


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


def amount(figure: Figure) -> str:
    """The figure's number alone, with its bound: at least 14."""
    return f"{BOUNDS[figure.bound]}{_number(figure.value)}"


def _number(value: float | tuple[float, float]) -> str:
    if isinstance(value, tuple):
        return "–".join(map(_number, value))
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
