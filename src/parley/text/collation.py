"""Collation: how far one rendering of an utterance keeps to another, word by word.

The classes are those of the record: `same`, `typography` (case, marks, spelling, the style of numbers), `cut` (words
left out openly or at an end), `altered` (words changed, added, or left out inside an unbroken quotation).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from parley.text.style import alike_in_style
from parley.text.words import Word, is_negative, split_words

Faithfulness = Literal["same", "typography", "cut", "altered"]
ChangeKind = Literal[
    "case", "punctuation", "spelling", "words", "left out", "added", "negation", "editorial", "omission", "cut"
]

_LONGEST_MIDDLE = 1_000_000
"""Largest table of word pairs that is aligned word by word; what differs in a longer middle is one change."""

_ALTERING = frozenset({"words", "left out", "added", "negation"})
_CUTTING = frozenset({"cut", "omission", "editorial"})
_EDGES = re.compile(r"^[\s\"'“”‘’«».,;:!?…–—-]+|[\s\"'“”‘’«».,;:…–—-]+$")
_SPACE = re.compile(r"\s+")


Run = tuple[bool, int, int, int, int]
"""(same?, i, k, j, m): words i to k of the reading stand as words j to m of the version."""


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


def judge(version: str, reading: str, complete: bool = False) -> Judgement:
    """Judge a quotation against a reading of the same utterance.

    `complete` says that the reading is the whole utterance (an original): then words at the version's ends that the
    reading lacks were added. Otherwise the version may simply quote more.
    """
    have, want = (split_words(text, asides=not complete) for text in (version, reading))
    differences: list[Difference] = []
    shared = 0
    for same, i, k, j, m in align_words(want, have):
        if same:
            shared += k - i
            differences += _surface(want[i:k], have[j:m], reading, version)
        else:
            differences += _difference(want, have, (i, k, j, m), reading, version, complete)
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
    return _EDGES.sub("", _SPACE.sub(" ", text))


def align_words(want: Sequence[Word], have: Sequence[Word]) -> list[Run]:
    """Runs (same?, i, k, j, m): `want[i:k]` stands as `have[j:m]`; aligned on the words' forms."""
    left, right = [w.form for w in want], [w.form for w in have]
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    last, end = len(left) - tail, len(right) - tail
    middle: list[Run] = []
    if (last - head) * (end - head) > _LONGEST_MIDDLE:
        middle = [(False, head, last, head, end)]
    elif head < last or head < end:
        codes = SequenceMatcher(None, left[head:last], right[head:end], autojunk=False).get_opcodes()
        middle = [(op == "equal", i + head, k + head, j + head, m + head) for op, i, k, j, m in codes]
    runs = [(True, 0, head, 0, head), *middle, (True, last, len(left), end, len(right))]
    return _slide_to_ends(_join([run for run in runs if run[2] > run[1] or run[4] > run[3]]), left)


def _slide_to_ends(runs: list[Run], left: Sequence[str]) -> list[Run]:
    """The same, with words left out next to the version's end moved out to it where the words allow.

    "I (know him and I) think so" leaves out the first words, not some in the middle: both tell the same difference,
    but a cut at an end is no alteration.
    """
    if len(runs) > 1 and runs[0][0] and runs[1][3] == runs[1][4]:
        (_, start, i, _, j), (_, _, k, _, _) = runs[:2]
        if left[start:i] == left[k - (i - start) : k] and k - i >= i - start:
            middle = k - (i - start)
            runs = [(False, start, middle, 0, 0), (True, middle, k, 0, j), *runs[2:]]
    if len(runs) > 1 and runs[-1][0] and runs[-2][3] == runs[-2][4]:
        (_, i, _, j, _), (_, k, end, _, last) = runs[-2:]
        if left[k:end] == left[i : i + end - k] and k - i >= end - k:
            middle = i + end - k
            runs = [*runs[:-2], (True, i, middle, j, last), (False, middle, end, last, last)]
    return _join(runs)


def _join(runs: Sequence[Run]) -> list[Run]:
    """Neighbouring runs of one kind made one."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1][0] == run[0] and out[-1][2] == run[1] and out[-1][4] == run[3]:
            out[-1] = (run[0], out[-1][1], run[2], out[-1][3], run[4])
        else:
            out.append(run)
    return out


def _difference(
    want: Sequence[Word],
    have: Sequence[Word],
    run: tuple[int, int, int, int],
    reading: str,
    version: str,
    complete: bool,
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
    elif not new:
        kind = "editorial" if edited else "omission" if open_cut else "cut" if at_start or at_end else "left out"
    elif not lost:
        if reading_open or (not complete and ((i == 0 and at_start) or (k == len(want) and at_end))):
            return []
        kind = "added"
    elif alike_in_style([w.form for w in lost], [w.form for w in new]):
        kind = "spelling"
    elif (at_start or at_end) and _style_at_end(lost, new, at_start):
        kind = "cut"
    elif reading_open and not complete:
        return []
    else:
        kind = "words"
    if kind == "omission" and not lost and not open_cut:
        return []
    return [_at(want[i:k], have[j:m], kind, reading, version)]


def _style_at_end(lost: Sequence[Word], new: Sequence[Word], at_start: bool) -> bool:
    """Whether the version begins (or ends) in another style with words from the inner end of those it lacks."""
    forms = [w.form for w in new]
    for size in range(1, min(len(lost), len(new) + 3)):
        inner = lost[-size:] if at_start else lost[:size]
        if alike_in_style([w.form for w in inner], forms):
            return True
    return False


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
            kind: ChangeKind = "case" if before.casefold() == after.casefold() else "spelling"
            if kind == "spelling" and _letters(before) == _letters(after):
                kind = "punctuation"
            out.append(Difference(before, after, kind, (left.start, left.end), (right.start, right.end)))
        if at + 1 < len(want):
            left_gap, right_gap = (left.end, want[at + 1].start), (right.end, have[at + 1].start)
            between = _SPACE.sub(" ", reading[slice(*left_gap)])
            instead = _SPACE.sub(" ", version[slice(*right_gap)])
            if between != instead and between + instead != " ":
                out.append(Difference(between, instead, "punctuation", left_gap, right_gap))
    return out


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
