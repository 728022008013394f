"""Disagreements read as a person would write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.items import About, Disagreement, DisagreementKind, Figure, ItemKind, Name, Reading
from parley.show.brief.disputes import disagreements
from parley.show.brief.names import Desk
from tests.show.test_clauses import spoken
from tests.show.test_series import COST, FIVE, SEVEN, TWO, story

PARTIES = (Name("n1", "person", "Ana Reyes", (), (), (), ()), Name("n2", "person", "Ole Strand", (), (), (), ()))


def a_disagreement(
    about: str, of: ItemKind, attribute: str, kind: DisagreementKind, *sides: tuple[str, tuple[str, ...]]
) -> Disagreement:
    readings = tuple(Reading(value, ("r1",), by, ()) for value, by in sides)
    return Disagreement("d1", "s1", About(of, about), attribute, kind, "", readings)


def test_who_says_so_and_who_denies_it() -> None:
    told = replace(spoken(), id="t1")
    d = a_disagreement("t1", "statement", "occurred", "parties", ("The strike is over", ("n1",)), ("denied", ("n2",)))
    items = replace(story(), names=PARTIES, statements=(told,), disagreements=(d,))
    (line,) = disagreements(Desk(items), everything=False)[1].lines
    assert line.text == "Whether this is so: “The strike is over,”:"
    assert [side.text for side in line.then] == ["said by Ana Reyes", "denied by Ole Strand"]


@pytest.mark.parametrize(
    ("figure", "head"),
    [
        (TWO, "The number of people who died:"),
        (FIVE, "The number of people killed:"),
        (COST, "A figure (“The town paid the builder $84,000 for the quay in 2011, records show”):"),
    ],
)
def test_what_is_counted_is_said_in_words(figure: Figure, head: str) -> None:
    d = a_disagreement(figure.id, "figure", "number", "conflict", ("two", ()), ("five", ()))
    (line,) = disagreements(Desk(replace(story(figure, SEVEN), disagreements=(d,))), everything=False)[0].lines
    assert line.text == head
