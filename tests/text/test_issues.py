"""What phrases of an issue are taken for one, and how a desk names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import SettingError
from parley.text.issues import alike, likeness, read_lens, understand

ONE = [
    ("a complete, unconditional ceasefire", "the full and unconditional cease-fire"),
    ("tougher international sanctions on Lima", "severe sanctions against Peru"),
    ("a face-to-face meeting", "direct talks"),
    ("an immediate halt to fighting", "end the hostility"),
    ("exchange 400 prisoners of war", "the prisoner swap"),
    ("a 9 percent pay rise", "wage increase of 9 percent"),
    ("resignation of the minister", "the minister step down"),
]
TWO = [
    ("a full and unconditional ceasefire", "a 30-day ceasefire"),
    ("a 30-day ceasefire", "a 10-day ceasefire"),
    ("release of the crew", "release of the ship's cargo"),
    ("host the next round of talks", "withdraw from the port"),
    ("foreign troops in the valley", "no foreign troops in the valley"),
    ("a deal on fishing quotas for the northern sea", "a deal"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_issue_in_two_wordings(one: str, other: str) -> None:
    assert alike(understand(one), understand(other))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_issues(one: str, other: str) -> None:
    assert not alike(understand(one), understand(other))


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = understand(one), understand(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert alike(a, a)


def test_a_lens_names_issues_and_parties() -> None:
    lens = read_lens(
        '[[issue]]\nname = "Ferry subsidy"\nalso = ["ferry grant"]\n[[party]]\nname = "Peru"\nalso = ["Lima"]\n'
    )
    assert lens.issue("a larger ferry subsidy for the islands") == "Ferry subsidy"
    assert lens.issue("the ferry grants of last year") == "Ferry subsidy"
    assert lens.issue("a bus subsidy") is None
    assert lens.party("lima") == "Peru"
    assert lens.party("Quito") == "Quito"


@pytest.mark.parametrize("text", ["[[issue]]\nalso = 3", "not toml at all [", "issue = 4"])
def test_what_is_no_lens_is_told(text: str) -> None:
    with pytest.raises(SettingError):
        read_lens(text)
