"""How far one rendering keeps to another. All sentences are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.collation import judge

READING = "We will not reopen the harbor before Friday, unless the crews come back, and nobody should count on it."


@pytest.mark.parametrize(
    ("version", "reading"),
    [
        ("We will wait.", "We will wait."),
        ("We will wait,", "We will wait."),
        ("We will wait for the ferry", "We  will wait\nfor the ferry."),
    ],
)
def test_same_words_are_the_same_whatever_closes_the_quotation(version: str, reading: str) -> None:
    assert judge(version, reading).faithfulness == "same"


@pytest.mark.parametrize(
    ("version", "reading"),
    [
        ("THE PORT STAYS SHUT", "The port stays shut"),
        ("a cease-fire at dawn", "a ceasefire at dawn"),
        ("a cease fire at dawn", "a ceasefire at dawn"),
        ("some 5,000 tents", "some 5000 tents"),
        ("twenty-five tents", "25 tents"),
        ("a bill of $1.5 million", "a bill of $1.5m"),
        ("a bill of 1.5 million dollars", "a bill of $1.5m"),
        ("ten percent of it", "10 per cent of it"),
        ("at 10 a.m. sharp", "at 10:00 AM sharp"),
        ("the labour programme", "the labor program"),
        ("they realised it", "they realized it"),
        ("it’s what they’ll say", "it is what they will say"),
        ("we can't stay", "we cannot stay"),
        ("the “old” quay", "the 'old' quay"),
        ("the U.S. envoy", "the United States envoy"),
        ("thanks to Orlovskyi", "thanks to Orlovsky"),
    ],
)
def test_style_is_typography(version: str, reading: str) -> None:
    assert judge(version, reading).faithfulness == "typography"
    assert judge(reading, version).faithfulness == "typography"


@pytest.mark.parametrize(
    "version",
    [
        "We will not reopen the harbor before Friday",
        "reopen the harbor before Friday, unless the crews come back",
        "We will not reopen the harbor … unless the crews come back",
        "We will not reopen the harbor [...] and nobody should count on it.",
        "We will not reopen the harbor before Friday, unless [they] come back",
        "[T]he harbor before Friday",
    ],
)
def test_a_part_with_its_gaps_shown_is_a_cut(version: str) -> None:
    assert judge(version, READING).faithfulness == "cut"


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("We will not open the harbor before Friday", "words"),
        ("We will reopen the harbor before Friday", "negation"),
        ("We will not reopen the harbor, unless the crews come back", "left out"),
        ("We will not ever reopen the harbor before Friday", "added"),
        ("We will not reopen the harbor and nobody should count on it", "left out"),
    ],
)
def test_changed_words_in_an_unbroken_quotation_are_an_alteration(version: str, kind: str) -> None:
    judgement = judge(version, READING)
    assert judgement.faithfulness == "altered"
    assert kind in {d.kind for d in judgement.differences}


def test_a_moved_not_turns_nothing() -> None:
    judgement = judge("They would never have sailed", "They should have never sailed")
    assert judgement.faithfulness == "altered"
    assert "negation" not in {d.kind for d in judgement.differences}


def test_words_beyond_an_incomplete_reading_are_no_alteration_but_beyond_an_original_they_are() -> None:
    longer, reading = "The bridge is safe, and so is the road.", "The bridge is safe"
    assert judge(longer, reading).faithfulness != "altered"
    assert judge(longer, reading, complete=True).faithfulness == "altered"


def test_cuts_at_different_ends_alter_nothing() -> None:
    assert judge("his price and not his plan", "I hope it is only his price").faithfulness == "cut"


def test_a_clause_dropped_at_the_start_is_a_cut_though_its_first_word_recurs() -> None:
    assert judge("I think we can sail", "I know the captain well, I think we can sail").faithfulness == "cut"


def test_an_aside_in_round_brackets_is_the_outlets_own_unless_the_original_has_it() -> None:
    version, reading = "Then these inspectors came back", "Then these (local) inspectors came back"
    assert judge(version, reading).faithfulness != "altered"
    assert judge(version, reading, complete=True).faithfulness == "altered"


def test_a_passage_in_capitals_is_told_as_one_change() -> None:
    judgement = judge("NOBODY ASKED US ABOUT THE TOLL", "Nobody asked us about the toll")
    assert [d.kind for d in judgement.differences] == ["case"]


@given(st.text(max_size=200))
def test_everything_is_the_same_as_itself(text: str) -> None:
    assert judge(text, text).faithfulness == "same"


@given(st.text(max_size=120), st.text(max_size=120))
def test_differences_quote_both_sides(version: str, reading: str) -> None:
    for d in judge(version, reading).differences:
        assert reading[slice(*d.in_reading)] == d.before
        assert version[slice(*d.in_version)] == d.after


@given(
    st.lists(
        st.sampled_from(["the", "port", "will", "open", "at", "dawn", "on", "Friday", "or", "never"]),
        min_size=3,
        max_size=30,
    )
)
def test_a_run_of_words_out_of_a_text_is_never_altered(words: list[str]) -> None:
    assert judge(" ".join(words[1:-1]), " ".join(words)).faithfulness in ("same", "cut")


def test_a_changed_end_is_told_apart_from_what_was_cut_off() -> None:
    judgement = judge("We will not reopen the harbor before Monday", READING)
    assert next((d.before, d.after, d.kind) for d in judgement.differences) == ("Friday", "Monday", "words")
    assert judgement.differences[1].kind == "cut"


def test_long_hostile_texts_are_judged_in_time() -> None:
    started = time.perf_counter()
    judge("a b " * 20_000, "b a c " * 20_000)
    judge('"' * 100_000, "[" * 100_000)
    assert time.perf_counter() - started < 5


def test_forms_of_one_name_that_look_alike_are_a_matter_of_spelling() -> None:
    names = {"kiev": frozenset({"n1"}), "kyiv": frozenset({"n1"}), "london": frozenset({"n1"})}
    assert judge("We met in Kiev", "We met in Kyiv").faithfulness == "altered"
    assert judge("We met in Kiev", "We met in Kyiv", names=names).faithfulness == "typography"
    assert judge("We met in London", "We met in Kyiv", names=names).faithfulness == "altered"


def test_a_stop_for_an_and_is_no_alteration() -> None:
    two, one = "The pier cracked twice. Nobody came to look.", "The pier cracked twice, and nobody came to look."
    assert judge(one, two).faithfulness == judge(two, one).faithfulness == "typography"
    assert judge("The pier cracked and twice nobody came to look.", two).faithfulness == "altered"
