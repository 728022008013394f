"""Names as strings: folding, likeness, possessives and titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.text.names import alike, fold, initials, least_alike, plain, tokens, without_honorific, without_possessive

SAME = 0.9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei", "Sergey"), ("Yulia", "Iuliia"), ("Kovalskyy", "Kovalsky"), ("Dmitri", "Dmitry"),
        ("Andriy", "Andrii"),
        ("Mikhaylov", "Mikhailov"), ("Yevgeny", "Evgeny"), ("Aleksei", "Alexei"), ("Chernov", "Černov"),
    ],
)  # fmt: skip
def test_romanisations_fold_together(a: str, b: str) -> None:
    assert alike(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Vladimir", "Korda"), ("Vladimir", "Melnik")),
        (("Adam", "Frost"), ("Peter", "Frost")),
        (("Oleksandr", "Lukashenko"), ("Oleksandr", "Lukashevich")),
    ],
)
def test_one_shared_name_is_not_enough(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    assert least_alike(a, b) < SAME


def test_an_initial_is_as_good_as_its_name() -> None:
    assert least_alike(("j", "calder"), ("judith", "calder")) == 1.0
    assert least_alike(("k", "calder"), ("judith", "calder")) == 0.0


def test_middle_names_do_not_count() -> None:
    assert least_alike(tokens("Maren J. Oldt"), tokens("Maren Oldt")) == 1.0


@pytest.mark.parametrize(
    ("form", "bare"), [("Oldt's", "Oldt"), ("Oldt’s", "Oldt"), ("the Reyes’", "the Reyes"), ("Oldt", "Oldt")]
)
def test_possessive_goes(form: str, bare: str) -> None:
    assert without_possessive(form) == bare


def test_titles_go_but_never_the_whole_name() -> None:
    assert without_honorific("Mr. Oldt") == "Oldt"
    assert without_honorific("President Dr Maren Oldt") == "Maren Oldt"
    assert without_honorific("Gen") == "Gen"


def test_initials_are_of_capital_words() -> None:
    assert initials("Baltic Federation of Dockers") == "BFD"


def test_full_stops_and_accents_do_not_tell_forms_apart() -> None:
    assert plain("U.S.") == plain("US")
    assert plain("Çelik") == plain("Celik")


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= alike(a, b) <= 1.0
    assert alike(a, b) == alike(b, a)
    assert alike(a, a) == 1.0


@given(st.text(max_size=60))
def test_folding_any_text_ends(text: str) -> None:
    assert isinstance(fold(text), str)
    assert without_possessive(text) == text or len(without_possessive(text)) < len(text)
