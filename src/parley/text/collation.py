"""Collation: how far one rendering of an utterance keeps to another, word by word.

The classes are those of the record: `same`, `typography` (case, marks, spelling, the style of numbers), `cut` (words
left out openly or at an end), `altered` (words changed, added, or left out inside an unbroken quotation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from parley.text.alignment import Run, align_words
from parley.text.names import alike
from parley.text.style import alike_in_style
from parley.text.words import Word, is_negative, split_words

Faithfulness = Literal["same", "typography", "cut", "altered"]
ChangeKind = Literal[
    "case",
    "punctuation",
    "spelling",
    "number",
    "contraction",
    "words",
    "left out",
    "added",
    "negation",
    "editorial",
    "omission",
    "cut",
]

_ALTERING = frozenset({"words", "left out", "added", "negation"})
_CUTTING = frozenset({"cut", "omission", "editorial"})
_OPENING = " \t\r\n\"'“”‘’«».,;:!?…–—-"
_CLOSING = _OPENING.replace("!", "").replace("?", "")
_ALIKE_NAMES = 0.75
_CLAUSE = frozenset(",;:.!?…–—")
_STOPS = frozenset(".;!?")
_JOINTS = frozenset({"and", "but", "so"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `before` of the reading that stand as `after` in the version, with their offsets in each."""

    before: str
    after: str
    kind: ChangeKind
    in_reading: tuple[int, int]
    in_version: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a version renders a reading, and where it differs; `shared` counts the words that both have."""

    faithfulness: Faithfulness
    differences: tuple[Difference, ...]
    shared: int


Names = Mapping[str, frozenset[str]]
"""Which names a form may mean: the form's folded words, joined by spaces, to ids."""


def judge(version: str, reading: str, complete: bool = False, names: Names = MappingProxyType({})) -> Judgement:
    """Judge a quotation against a reading of the same utterance.

    `complete` says that the reading is the whole utterance (an original): then words at the version's ends that the
    reading lacks were added. Otherwise the version may simply quote more. `names` are known forms of names: two that
    look alike and mean one name ("Kiev", "Kyiv") differ in spelling only.
    """
    have, want = (split_words(text, asides=not complete) for text in (version, reading))
    differences: list[Difference] = []
    shared = 0
    for same, i, k, j, m in _at_edges(align_words(want, have), want, have, reading):
        if same:
            shared += k - i
            differences += _surface(want[i:k], have[j:m], reading, version)
        else:
            differences += _difference(want, have, (i, k, j, m), reading, version, complete, names)
    differences = _mark_negation(differences)
    kinds = {d.kind for d in differences}
    return Judgement(_class_of(kinds, version, reading), tuple(_merge_case(differences)), shared)


def _class_of(kinds: set[ChangeKind], version: str, reading: str) -> Faithfulness:
    if kinds & _ALTERING:
        return "altered"
    if kinds & _CUTTING:
        return "cut"
    return "same" if not kinds and _bare(version) == _bare(reading) else "typography"


def _bare(text: str) -> str:
    """Text without what a quotation's place in the sentence decides: white space and the marks at its ends."""
    return _SPACE.sub(" ", text).lstrip(_OPENING).rstrip(_CLOSING)


def _difference(
    want: Sequence[Word],
    have: Sequence[Word],
    run: tuple[int, int, int, int],
    reading: str,
    version: str,
    complete: bool,
    names: Names,
) -> list[Difference]:
    """What a run of unlike words means, by where it stands and by the signs of an open cut."""
    i, k, j, m = run
    lost = [w for w in want[i:k] if not (w.is_gap or w.bracketed)]
    new = [w for w in have[j:m] if not (w.is_gap or w.bracketed)]
    open_cut = any(w.is_gap for w in have[j:m])
    edited = any(w.bracketed for w in have[j:m])
    reading_open = any(w.is_gap or w.bracketed for w in want[i:k])
    at_start, at_end = j == 0, m == len(have)
    kind: ChangeKind
    if not lost and not new:
        kind = "editorial" if edited else "omission"
    elif _is_joint(lost, new, (want, i, k, reading), (have, j, m, version)):
        kind = "punctuation"
    elif not new:
        kind = "editorial" if edited else "omission" if open_cut else "cut" if at_start or at_end else "left out"
    elif not lost:
        if reading_open or (not complete and ((i == 0 and at_start) or (k == len(want) and at_end))):
            return []
        kind = "added"
    elif alike_in_style([w.form for w in lost], [w.form for w in new]) or _one_name(lost, new, names):
        kind = _style_of(*(" ".join(w.form for w in side) for side in (lost, new)))
    else:
        kind = "words"
    if kind == "omission" and not lost and not open_cut:
        return []
    return [_at(want[i:k], have[j:m], kind, reading, version)]


def _is_joint(
    lost: Sequence[Word],
    new: Sequence[Word],
    left: tuple[Sequence[Word], int, int, str],
    right: tuple[Sequence[Word], int, int, str],
) -> bool:
    """Whether one side joins with "and" or "but" what the other parts by a stop: who writes down speech sets both."""
    if len(lost) + len(new) != 1 or (*lost, *new)[0].form not in _JOINTS:
        return False
    words, start, end, text = left if new else right
    if start != end or not 0 < start < len(words):
        return False
    return any(mark in _STOPS for mark in text[words[start - 1].end : words[start].start])


def _one_name(lost: Sequence[Word], new: Sequence[Word], names: Names) -> bool:
    """Whether both sides are forms of one name that look alike; "America" for "the United States" do not."""
    before, after = (" ".join(w.form for w in side) for side in (lost, new))
    known = names.get(before, frozenset()) & names.get(after, frozenset())
    return bool(known) and alike(lost[-1].form, new[-1].form) >= _ALIKE_NAMES


def _at_edges(runs: Sequence[Run], want: Sequence[Word], have: Sequence[Word], reading: str) -> Iterator[Run]:
    """The runs, those of changed words at the version's ends parted into what was changed and what was cut off."""
    for same, i, k, j, m in runs:
        start, end = j == 0, m == len(have)
        if same or j == m or start == end or k - i <= m - j:
            yield same, i, k, j, m
            continue
        size = _replaced(want[i:k], have[j:m], reading, start)
        if start:
            yield False, i, k - size, j, j
            yield False, k - size, k, j, m
        else:
            yield False, i, i + size, j, m
            yield False, i + size, k, m, m


def _replaced(lost: Sequence[Word], new: Sequence[Word], reading: str, at_start: bool) -> int:
    """How many of the lost words, from their inner end, the new ones replace: those alike in style, or the clause."""
    forms = [w.form for w in new]
    for size in range(max(1, len(new) - 3), min(len(lost), len(new) + 4)):
        inner = lost[-size:] if at_start else lost[:size]
        if alike_in_style([w.form for w in inner], forms):
            return size
    for size in range(len(new), len(lost)):
        one, other = (lost[-size - 1], lost[-size]) if at_start else (lost[size - 1], lost[size])
        if any(mark in _CLAUSE for mark in reading[one.end : other.start]):
            return size
    return len(lost)


def _mark_negation(differences: Sequence[Difference]) -> list[Difference]:
    """The same, with short changes that turn yes into no marked; a "not" that only moved turns nothing."""
    counts = [(_negatives(d.before), _negatives(d.after)) if d.kind in _ALTERING else (0, 0) for d in differences]
    if sum(a for a, _ in counts) == sum(b for _, b in counts):
        return list(differences)
    return [
        replace(d, kind="negation") if a != b and len(split_words(d.before)) <= 4 else d
        for d, (a, b) in zip(differences, counts, strict=True)
    ]


def _negatives(text: str) -> int:
    return sum(is_negative(w.form) for w in split_words(text))


def _at(want: Sequence[Word], have: Sequence[Word], kind: ChangeKind, reading: str, version: str) -> Difference:
    left = (want[0].start, want[-1].end) if want else (0, 0)
    right = (have[0].start, have[-1].end) if have else (0, 0)
    return Difference(reading[slice(*left)], version[slice(*right)], kind, left, right)


def _surface(want: Sequence[Word], have: Sequence[Word], reading: str, version: str) -> list[Difference]:
    """Differences below the words in a run whose forms are alike: case, spelling, and the marks between words."""
    out: list[Difference] = []
    for at, (left, right) in enumerate(zip(want, have, strict=True)):
        before, after = reading[left.start : left.end], version[right.start : right.end]
        if at and (left.start == want[at - 1].start or right.start == have[at - 1].start):
            continue  # one token read as several words ("$2m"): told with its first
        if before != after and not left.is_gap:
            kind = _style_of(before, after)
            out.append(Difference(before, after, kind, (left.start, left.end), (right.start, right.end)))
        if at + 1 < len(want):
            left_gap, right_gap = (left.end, want[at + 1].start), (right.end, have[at + 1].start)
            between = _SPACE.sub(" ", reading[slice(*left_gap)])
            instead = _SPACE.sub(" ", version[slice(*right_gap)])
            if between != instead and between + instead != " ":
                out.append(Difference(between, instead, "punctuation", left_gap, right_gap))
    return out


def _style_of(before: str, after: str) -> ChangeKind:
    """Which matter of style sets two ways of saying the same apart."""
    if before.casefold() == after.casefold():
        return "case"
    if any(c.isdigit() for c in before + after):
        return "number"
    if _letters(before) == _letters(after):
        return "punctuation"
    return "contraction" if {"'", "’"} & set(before + after) else "spelling"


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _merge_case(differences: Sequence[Difference]) -> list[Difference]:
    """Only the first of many changes of case told: a passage in capitals is one change, not thirty."""
    out: list[Difference] = []
    for difference in differences:
        if difference.kind == "case" and any(d.kind == "case" for d in out):
            continue
        out.append(difference)
    return out
