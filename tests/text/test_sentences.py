"""Sentences of news English: quotation marks, abbreviations, times of day, ellipses; every character kept."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings

from parley.text.sentences import split_sentences
from tests.text.test_marks import HOSTILE


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry leaves at 10 a.m. ET on Sunday.",
        "Trains stop at 5 p.m. Moscow time.",
        "U.S. Secretary J. R. Halden met Dr. Amy Poe of St. Ives.",
        "“Why now?” Ames asked.",
        "“Stop!” shouted the guard.",
        "“Who is next?” Gov. Lena Hart then asked.",
        "The fine is No. 5 on the list of Jan. 12 cases at Marlow Inc. of Kent.",
        "“We waited … They never came,” he said.",
        "Prices rose 3.5 percent.",
        "Mr. and Mrs. Vale left.",
        "The firm, Yarrow Ltd., fell.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left at 10 a.m. The rest stayed.", ["He left at 10 a.m.", "The rest stayed."]),
        ("They moved to the U.S. He stayed.", ["They moved to the U.S.", "He stayed."]),
        ("“It is over,” she said. “We lost.”", ["“It is over,” she said.", "“We lost.”"]),
        ("“It is over. We lost,” she said.", ["“It is over.", "We lost,” she said."]),
        ("She called it “a gift.” He did not.", ["She called it “a gift.”", "He did not."]),
        (
            "STRIKE ENDS AT PORT\nCranes moved on Monday.\n\nBy Ann Lee",
            ["STRIKE ENDS AT PORT", "Cranes moved on Monday.", "By Ann Lee"],
        ),
        ("They waited... Then they left.", ["They waited...", "Then they left."]),
        ("Moss wrote on X. “I will stay.”", ["Moss wrote on X.", "“I will stay.”"]),
        ("It came from Ada J. Moss. It was late.", ["It came from Ada J. Moss.", "It was late."]),
        ("Is it safe? Nobody knows!", ["Is it safe?", "Nobody knows!"]),
        ("(It rained.) The match went on.", ["(It rained.)", "The match went on."]),
        ("He was born in Me. He said so twice.", ["He was born in Me.", "He said so twice."]),
    ],
)
def test_several_sentences(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize("text", ["." * 200_000, ". " * 100_000, "? A" * 60_000, "a.b." * 50_000, '." ' * 60_000])
def test_time_is_linear(text: str) -> None:
    began = time.process_time()
    split_sentences(text)
    assert time.process_time() - began < 8


@settings(deadline=None)
@given(HOSTILE)
def test_sentences_part_the_text(text: str) -> None:
    found = split_sentences(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[s.start : s.end] for s in found)
    assert "".join(kept.split()) == "".join(text.split())
