"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.polarity import same_polarity
from parley.text.sense import sense_at_risk
from parley.text.shingles import containment, meeting_pairs, shingle
from parley.text.spelling import fold_spelling
from parley.text.style import alike_in_style
from parley.text.weights import Weights, overlap
from parley.text.words import GAP, content_stems, is_pronoun, split_words, stem


@given(st.text(max_size=300))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    words = split_words(text)
    assert all(0 <= w.start <= w.end <= len(text) and w.form for w in words)
    assert [w.start for w in words] == sorted(w.start for w in words)


def test_contractions_are_parted_and_gaps_kept() -> None:
    assert [w.form for w in split_words("They’ll … won't stay")] == ["they", "will", GAP, "will", "not", "stay"]


def test_brackets_mark_the_editors_words_only() -> None:
    marked = {w.form for w in split_words("he [the mayor] left the hall [") if w.bracketed}
    assert marked == {"the", "mayor"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("killing", "kills"), ("Ukrainian", "Ukraine"), ("negotiations", "negotiate"), ("Korean", "Korea"),
     ("Chinese", "China"), ("nonexistent", "exist"), ("agreements", "agree"), ("proposal", "proposed")],
)  # fmt: skip
def test_stems_meet(one: str, other: str) -> None:
    assert stem(split_words(one)[0].form) == stem(split_words(other)[0].form)


def test_function_words_carry_no_content() -> None:
    assert content_stems(split_words("It was not for them that the bridge was built")) == ["bridg", "built"]


@pytest.mark.parametrize(("british", "american"), [("organise", "organize"), ("harbours", "harbors"), ("grey", "gray")])
def test_spellings_meet(british: str, american: str) -> None:
    assert fold_spelling(british) == fold_spelling(american)


def test_style_does_not_join_different_numbers_or_words() -> None:
    assert alike_in_style(["2", "million"], ["2000000"])
    assert not alike_in_style(["2", "million"], ["3000000"])
    assert not alike_in_style(["accept"], ["reject"])
    assert not alike_in_style(["austria"], ["australia"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the union accepted the offer", "the union rejected the offer", False),
        ("the union did not accept the offer", "the union rejected the offer", True),
        ("the mayor will resign", "the mayor will not resign", False),
        ("the mayor did not oppose a vote", "the mayor backed a vote", True),
    ],
)
def test_polarity_counts_what_governs_the_shared_words(one: str, other: str, same: bool) -> None:
    assert same_polarity(split_words(one), split_words(other)) is same


@pytest.mark.parametrize(
    ("left_out", "side", "kind"),
    [
        ("unless the crews come back", "after", "condition"),
        ("but not this year", "after", "contrast"),
        ("I do not think that", "before", "negation"),
        ("perhaps", "inside", "hedge"),
        ("on the old quay by the river", "after", None),
        ("He never lies. On Friday", "before", None),
    ],
)
def test_sense_hangs_on_small_words(left_out: str, side: str, kind: str | None) -> None:
    risk = sense_at_risk(left_out, side)  # type: ignore[arg-type]
    assert (risk[0] if risk else None) == kind


def test_shingles_meet_and_crowds_stay_linear() -> None:
    one, other = list(shingle(["a", "b", "c", "d"], 3)), list(shingle(["x", "b", "c", "d"], 3))
    assert containment(one, other) == 0.5
    assert list(shingle(["a"], 3)) == [("a",)]
    crowd = {at: ["same"] for at in range(500)}
    assert len(list(meeting_pairs(crowd, most=50))) == 499


def test_rare_words_weigh_more() -> None:
    weights = Weights.of([["port", "dredger"], ["port", "toll"], ["port", "ferry"]])
    assert weights.weight("dredger") > weights.weight("port")
    assert overlap(["port", "toll"], ["port", "ferry"], weights).least < 0.5
    assert overlap(["port"], ["quay"], weights).stems == ()


def test_pronouns_are_known() -> None:
    assert is_pronoun("he")
    assert is_pronoun("They both")
    assert not is_pronoun("Mayor Idris")
