"""What dates a report: datelines without a year, codes on copy, known events, offices."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from parley.annotate.datelines import marks, with_dateline
from parley.annotate.happenings import happenings
from parley.annotate.offices import terms_of_office
from parley.text.times.dating import Clues
from tests.annotate.test_times import read

EMBASSIES = "bomb attacks on the embassies in Kenya and Tanzania"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"Aid reached the scene of the {EMBASSIES} on Friday.", date(1998, 8, 13)),
        (f"The Aug. 7 {EMBASSIES} were condemned.", date(1999, 7, 3)),
        (f"The 1998 {EMBASSIES} were recalled on Friday.", None),
        (f"A year ago, the {EMBASSIES} shook the world. He spoke on Friday.", None),
        (f"He spoke on Monday of the {EMBASSIES}.", None),
    ],
)
def test_how_an_event_is_told_bounds_the_report(text: str, last: date | None) -> None:
    (told,) = happenings(read(text, None))
    assert (told.day, told.last) == (date(1998, 8, 7), last)


def test_words_of_an_event_in_different_sentences_tell_of_none() -> None:
    assert not list(happenings(read("The embassies were closed. Kenya won. Tanzania lost. A bomb was found.", None)))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ACCRA, May 3 (Agency) -- Two ferries met.", {(5, 3), (5, 4)}),
        ("PORT LOUIS, 31 May - Two ferries met.", {(5, 31), (6, 1)}),
        ("The Daily Post said in an editorial on May 3: No.", {(5, 2), (5, 3), (5, 4)}),
        ("On May 3, two ferries met.", set()),
        ("The ferries of MAY met May 3 - twice.", set()),
    ],
)
def test_a_dateline_without_its_year_gives_the_day(text: str, days: set[tuple[int, int]]) -> None:
    assert with_dateline(text, Clues()).issued == days


def test_agency_copy_names_its_own_weekday() -> None:
    clues = with_dateline("ACCRA, May 3 (Agency) -- It said so.", Clues(behind_days=frozenset((1, 2))))
    assert clues.pairs == {(5, 3, 2)}


@pytest.mark.parametrize("code", ["AP-NY-05-03-91 1234EDT", "19910503", "RTR19910503.0123"])
def test_a_code_on_the_copy_dates_it(code: str) -> None:
    (found,) = marks(f"The ferry sank.\n{code}\n")
    assert found[:2] == (date(1991, 5, 2), date(1991, 5, 4))


def test_two_codes_that_differ_date_nothing() -> None:
    assert not marks("19910503\nThe ferry sank.\n19920503\n")


def test_terms_meet_or_the_later_holds() -> None:
    both, _ = terms_of_office("President Clinton met Prime Minister Tony Blair.", Clues())
    later, _ = terms_of_office("President Reagan was recalled when President Obama spoke.", Clues())
    assert both == ((date(1997, 5, 2), date(2001, 1, 20)),)
    assert later == ((date(2009, 1, 20), date(2017, 1, 20)),)


def test_terms_are_in_order_and_do_not_overlap() -> None:
    from parley.annotate.offices import _tables

    for holders in _tables()[0].values():
        for _, spans in holders:
            assert all(first < last for first, last in spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
