"""The figures stage over whole passages: spans, what is counted, who says so, casualties, hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.annotate.annotator import Annotator
from parley.annotate.figures import all_quantities, find
from parley.annotate.figures.tallies import Tally, tally
from parley.annotate.reading import Reading
from parley.model.findings import FigureFinding
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.settings import DEFAULT_PIPELINE


def report_of(text: str) -> Report:
    body = (Span(0, len(text)),)
    return Report("r1", "one", "", None, None, None, (), "en", Published(), text, body, Reader("test", "1"))


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(DEFAULT_PIPELINE)


def reading_of(annotator: Annotator, text: str) -> Reading:
    return next(annotator.readings([report_of(text)]))


def figures_of(annotator: Annotator, text: str) -> list[FigureFinding]:
    reading = reading_of(annotator, text)
    find(reading)
    return reading.figures


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("They will swap 250 prisoners of war each next week.", "250 prisoners of war each"),
        ("Talks in Selm lasted two hours and 20 minutes.", "two hours and 20 minutes"),
        ("The envoy wants a 45-day truce.", "45-day truce"),
        ("Imports were cut by 70 percent.", "70 percent"),
        ("Of 90 rockets, 61 were shot down.", "61 were shot down"),
        ("The plant burns 300 tons of brown coal a day.", "300 tons of brown coal a day"),
    ],
)
def test_the_witness_is_the_shortest_phrase(annotator: Annotator, text: str, exact: str) -> None:
    assert exact in [f.exact for f in figures_of(annotator, text)]


def test_passages_give_their_words_and_hold_their_number(annotator: Annotator) -> None:
    text = "Some 40 boats sank off Mirra, drowning at least 12 people.\nAbout $3m was lost, said one owner, 51."
    for figure in figures_of(annotator, text):
        assert text[figure.start : figure.end] == figure.exact
        assert figure.start <= figure.number.start < figure.number.end <= figure.end


def test_a_figure_in_a_quotation_knows_its_statement() -> None:
    text = '"We found 18 graves," inspector Lena Holt said on Friday.'
    findings = Annotator(DEFAULT_PIPELINE).annotate(report_of(text))
    figure = next(f for f in findings.figures if f.value == 18)
    assert figure.statement is not None
    speaker = findings.statements[figure.statement].speaker
    assert speaker is None or speaker in figure.according_to


def test_ages_are_quantities_but_not_kept(annotator: Annotator) -> None:
    reading = reading_of(annotator, "A 61-year-old baker won the race.")
    assert [q.amount.value for q in all_quantities(reading)] == [61]
    find(reading)
    assert reading.figures == []


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two people were killed and three were wounded in a shooting in Aldon.", 2, 3),
        ("A man was shot dead outside a club. Police named him as Rory Vance.", 1, None),
        ("A teenager died and four others were hurt when gunmen opened fire.", 1, 4),
        ("Four people were shot, one fatally, police said. One man died at the scene.", 1, None),
        ("Ann Dole was found dead in her kitchen; Peter Marsh died in hospital.", 2, None),
        ("No one was killed.", 0, None),
        ("Girl, 12, dies after fall in Aldon. The family is in shock.", 1, None),
        ("The first murder of 2015 shook Aldon: a man was stabbed to death.", 1, None),
        ("Officers said he had threatened to kill a neighbour.", None, None),
        ("He killed two people before shooting himself dead.", 3, None),
    ],
)
def test_tallies_of_victims(annotator: Annotator, text: str, killed: int | None, injured: int | None) -> None:
    told: Tally = tally(reading_of(annotator, text))
    assert (told.killed.value if told.killed else None) == killed
    if injured is not None:
        assert told.injured is not None
        assert told.injured.value == injured


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="19 one two dozen million $%,.-–“”of killed people\n", min_size=1, max_size=120))
def test_any_text_is_survived(annotator: Annotator, text: str) -> None:
    if text.strip():
        for figure in figures_of(annotator, text):
            assert text[figure.start : figure.end] == figure.exact


def test_many_numbers_take_no_more_than_their_share_of_time(annotator: Annotator) -> None:
    reading = reading_of(annotator, "The clerk counted 14 sheep, 3.5 tons of hay and $200 in coins. " * 80)
    started = time.process_time()
    find(reading)
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Gunners shot down 26 drones over Mirra.", 26, "drones shot down"),
        ("The blast killed eight.", 8, "people killed"),
        ("Seven villagers are feared dead.", 7, "villagers dead"),
        ("Two officials told the paper of the plan.", 2, "officials"),
        ("The last two wagons tipped over.", 2, "wagons"),
        ("Four remain in serious condition.", 4, "people in serious condition"),
    ],
)
def test_what_is_counted_reads_right_behind_the_number(annotator: Annotator, text: str, value: float, of: str) -> None:
    assert [f.of for f in figures_of(annotator, text) if f.value == value] == [of]


def test_a_number_that_only_takes_up_what_was_told_is_not_kept(annotator: Annotator) -> None:
    assert figures_of(annotator, "The plan and the map differ, and the two are often confused.") == []


def test_a_measure_and_its_conversion_are_one_figure(annotator: Annotator) -> None:
    found = figures_of(annotator, "The lorry was going 45 miles per hour (72 km/h) at Mirra.")
    assert [(f.value, f.unit, f.exact) for f in found] == [(45, "mph", "45 miles per hour (72 km/h)")]


def test_a_lone_number_of_one_who_counts_is_of_what_was_counted_before(annotator: Annotator) -> None:
    text = "At least 12 people were killed in Mirra, the mayor said. The army had first counted eight."
    assert [f.of for f in figures_of(annotator, text) if f.value == 8] == ["people killed"]
