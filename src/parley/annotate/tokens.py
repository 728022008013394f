"""Tokens of hostile text in linear time: spaCy peels a word's marks one by one, which is quadratic in a run of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

RUN = re.compile(r"\S{300,}")
"""No word, address or table cell of a news text is this long without a space."""

PLAIN = re.compile(r"\w+|[^\w\s]")


class GuardedTokenizer:
    """spaCy's own tokenizer, but runs of hundreds of marks without a space are cut into words and single marks."""

    def __init__(self, tokenizer: Callable[[str], Doc], vocab: Any) -> None:
        self.tokenizer = tokenizer
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        if RUN.search(text) is None:
            return self.tokenizer(text)
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for run in RUN.finditer(text):
            self._add(words, spaces, text[at : run.start()])
            for part in PLAIN.findall(run.group()):
                words.append(part)
                spaces.append(False)
            at = run.end()
        self._add(words, spaces, text[at:])
        return Doc(self.vocab, words=words, spaces=spaces)

    def _add(self, words: list[str], spaces: list[bool], text: str) -> None:
        """The tokens of ordinary text; white space at its start belongs to the word before where it is one space."""
        if text.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            text = text[1:]
        for token in self.tokenizer(text):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
