"""What a figure counts, by its words alone."""

from __future__ import annotations

import pytest

from parley.text.counted import counts_people, slots_of, stem, stems


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("civilians killed", {"killed"}),
        ("death toll", {"killed"}),
        ("people wounded", {"injured"}),
        ("drones intercepted or neutralized", {"downed"}),
        ("tons of barley", set()),
    ],
)
def test_slots(text: str, slots: set[str]) -> None:
    assert slots_of(text) == slots


def test_words_that_give_way_to_each_other_share_a_stem() -> None:
    assert stem("vessels") == stem("ships")
    assert stem("cease-fire") == stem("ceasefire")
    assert stem("transfers") == stem("transferred")
    assert stem("ships") != stem("planes")


def test_empty_words_are_no_stems() -> None:
    assert stems("of the other") == frozenset()


def test_persons() -> None:
    assert counts_people("wounded soldiers")
    assert not counts_people("barrels of oil")
