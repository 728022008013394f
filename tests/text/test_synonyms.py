"""Words that mean much the same."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from parley.text import synonyms
from parley.text.synonyms import content_meanings, meaning, share_meaning
from parley.text.words import is_content, is_reversing, split_words, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bought", "purchasing"),
        ("dead", "died"),
        ("slain", "killed"),
        ("truce", "ceasefire"),
        ("kidnapped", "abducted"),
    ],
)
def test_synonyms_and_their_inflections_meet(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accept", "reject"),
        ("rise", "fall"),
        ("bought", "sold"),
        ("killed", "wounded"),
        ("begin", "end"),
        ("war", "truce"),
    ],
)
def test_opposites_stay_apart(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


def test_meanings_are_as_many_as_the_words_of_content() -> None:
    words = split_words("The dead were purchasing bread in the town")
    assert len(content_meanings(words)) == sum(is_content(w.form) for w in words)
    assert share_meaning(words, split_words("Villages buy flour"))
    assert not share_meaning(words, split_words("The pilots agreed"))


def test_a_word_stands_in_one_group_and_no_group_mixes_yes_and_no() -> None:
    path = Path(synonyms.__file__).with_name("synonyms.toml")
    home: dict[str, int] = {}
    for number, group in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["groups"]):
        forms = group.split()
        assert all(is_content(form) for form in forms), group
        assert all(home.setdefault(stem(form), number) == number for form in forms), group
        assert len({is_reversing(form) for form in forms}) == 1, group
