"""Whether two tellings of one thing say yes or no alike: "rejected" is never "accepted", however alike the rest."""

from __future__ import annotations

from collections.abc import Sequence

from parley.text.words import Word, is_content, is_reversing, stem

_BEFORE = 3
"""How many words before the first shared word still govern it ("did not", "refused to")."""


def same_polarity(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether the parts that two runs of words share hold as many reversing words, counted two by two.

    A double no is a yes ("did not rule out" and "open to"), so the counts' parity is compared.
    """
    common = _stems(a) & _stems(b)
    return not common or _reversals(a, common) % 2 == _reversals(b, common) % 2


def _stems(words: Sequence[Word]) -> set[str]:
    return {stem(w.form) for w in words if is_content(w.form) and not is_reversing(w.form)}


def _reversals(words: Sequence[Word], common: set[str]) -> int:
    """The reversing words from just before the first shared word to the last one."""
    places = [at for at, w in enumerate(words) if stem(w.form) in common]
    if not places:
        return 0
    region = words[max(0, places[0] - _BEFORE) : places[-1] + 2]
    return sum(is_reversing(w.form) for w in region)
