"""How the figures measures count, on invented quantities; and their floors over the shared gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.annotate.annotator import Annotator
from parley.evaluate import figures, incidents
from parley.evaluate.figures import Told, f1, told_of_gold
from parley.evaluate.incidents import by_pattern, settle
from parley.settings import DEFAULT_PIPELINE


def told(low: float, high: float | None = None, change: str = "=", words: str = "goat") -> Told:
    return Told(low, low if high is None else high, change, frozenset(words.split()))


def test_each_of_ours_serves_once() -> None:
    assert f1([[told(3), told(3)]], [[told(3)]], None) == pytest.approx(2 / 3)


def test_a_change_must_be_right_where_it_is_asked_for() -> None:
    assert f1([[told(3, change=">")]], [[told(3)]], None) == 1
    assert f1([[told(3, change=">")]], [[told(3)]], "change") == 0


def test_a_concept_needs_a_shared_word() -> None:
    assert f1([[told(3, words="brown goat")]], [[told(3, words="goat")]], "concept") == 1
    assert f1([[told(3, words="sheep")]], [[told(3, words="goat")]], "concept") == 0


def test_a_share_in_percent_is_right_as_a_fraction_but_not_the_other_way() -> None:
    assert f1([[told(0.5)]], [[told(50)]], None) == 1
    assert f1([[told(50)]], [[told(0.5)]], None) == 0


@pytest.mark.parametrize(
    ("value", "ends"), [("20-30", (20, 30)), ("-5.0", (-5, -5)), ("1000.0-10000.0", (1000, 10000))]
)
def test_gold_values_are_read(value: str, ends: tuple[float, float]) -> None:
    gold = told_of_gold({"value": value, "change": "=", "unit": "goats", "referred_concepts": "-"})
    assert (gold.low, gold.high) == ends


def test_the_commonest_count_stands_and_the_latest_of_a_tie() -> None:
    assert settle([2, 2, 3]) == 2
    assert settle([2, None, 3]) == 3
    assert settle([None]) is None


def test_the_simple_method_takes_the_last_count() -> None:
    assert by_pattern("Two people killed; later four men were dead.", "killed") == 4


@pytest.mark.shared
def test_quantities_reach_their_floors(shared: Path) -> None:
    rows = {r.measure: r for r in figures.evaluate(shared / "bench" / "figures", Annotator(DEFAULT_PIPELINE))}
    assert rows["value F1"].ours >= 0.92
    assert rows["value and change F1"].ours >= 0.86
    assert rows["value and concept F1"].ours >= 0.80
    assert all(r.simple is not None and r.ours > r.simple for r in rows.values())


@pytest.mark.shared
@pytest.mark.slow
def test_incidents_reach_their_floors(shared: Path) -> None:
    rows = {
        r.measure: r for r in incidents.evaluate(shared / "bench" / "incidents", Annotator(DEFAULT_PIPELINE), every=25)
    }
    assert rows["killed, stated: share with a count"].ours >= 0.6
    assert rows["killed, given: right where given"].ours >= 0.75
