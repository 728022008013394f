"""Aligning the words of two renderings: which runs of words they share, in order."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from parley.text.words import Word

Run = tuple[bool, int, int, int, int]
"""(same?, i, k, j, m): words i to k of the reading stand as words j to m of the version."""

_LONGEST_MIDDLE = 1_000_000
"""Largest table of word pairs that is aligned word by word; what differs in a longer middle is one change."""

_SEAM = "\x00"


def align_words(want: Sequence[Word], have: Sequence[Word]) -> list[Run]:
    """Runs (same?, i, k, j, m): `want[i:k]` stands as `have[j:m]`; aligned on the words' forms."""
    left, right = [w.form for w in want], [w.form for w in have]
    at = _place(right, left)
    if at is not None:
        runs = [(False, 0, at, 0, 0), (True, at, at + len(right), 0, len(right))]
        runs.append((False, at + len(right), len(left), len(right), len(right)))
        return [run for run in runs if run[2] > run[1]]
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


def _place(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where the part first stands in the whole, unbroken; None if it does not, or is empty."""
    if not part or len(part) > len(whole):
        return None
    text, piece = _SEAM.join(["", *whole, ""]), _SEAM.join(["", *part, ""])
    found = text.find(piece)
    return None if found < 0 else text.count(_SEAM, 0, found + 1) - 1


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
