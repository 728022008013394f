"""Tokens give the text back whatever it is, and long runs of marks cost no more than their length."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from parley.annotate.tokens import GuardedTokenizer
from parley.settings import DEFAULT_PIPELINE

TOKENIZER = spacy.load(DEFAULT_PIPELINE).tokenizer
GUARDED = GuardedTokenizer(TOKENIZER, TOKENIZER.vocab)


@given(st.lists(st.tuples(st.sampled_from(["“", "a", "'", "\n", " ", "  ", "é", "1,"]), st.sampled_from([1, 2, 310]))))
def test_the_tokens_are_the_text(parts: list[tuple[str, int]]) -> None:
    text = "".join(part * times for part, times in parts)
    doc = GUARDED(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@pytest.mark.parametrize("text", ["The mayor said “no” on Friday.", "", " \n ", "a" * 299])
def test_ordinary_text_is_left_to_spacy(text: str) -> None:
    assert [t.text for t in GUARDED(text)] == [t.text for t in TOKENIZER(text)]


def test_each_mark_of_a_long_run_is_a_token() -> None:
    assert len(GUARDED("'\"" * 50_000)) == 100_000
