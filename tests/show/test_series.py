"""Tolls stand side by side, dated, with whose they are; other figures in the words of their sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.items import Event, Figure, Name, Story, StoryItems, Support
from parley.model.passages import Span, Witness
from parley.model.reports import Reader, Report
from parley.model.times import Published, Time
from parley.show.brief import compose
from parley.show.brief.figures import around, told
from parley.show.brief.model import Section
from parley.show.brief.names import Desk

TEXTS = {
    "r1": ("2025-03-14", "Mr. Pell said at least two people died when the quay at Lower Brava fell into the river."),
    "r2": (
        "2025-03-15",
        "Police said five people were killed on the quay, and 12 injured. Nine of the injured are children.",
    ),
    "r3": (
        "2025-03-16",
        "Seven people died on the quay. The town paid the builder $84,000 for the quay in 2011, records show.",
    ),
}
FALL = Event(
    "e1", "s1", "collapse", None, False, "happened", None, None, (), (), None, None, (), "", (),
    (Witness("r1", 31, 50, TEXTS["r1"][1][31:50]),), Support(1, 1),
)  # fmt: skip


def report(key: str, number: int) -> Report:
    day, text = TEXTS[key]
    dated = Published(day, day, "stated", "")
    body = (Span(0, len(text)),)
    return Report(
        key, f"{key}.txt", key, None, None, None, (), "en", dated, text, body, Reader("plain", "1"), number=number
    )


def figure(key: str, exact: str, value: float, of: str, event: str | None = "e1", unit: str | None = None) -> Figure:
    start = TEXTS[key][1].index(exact)
    by = ("n1",) if key == "r2" else ()
    passage = Witness(key, start, start + len(exact), exact)
    return Figure(f"f-{key}-{start}", "s1", value, "exact", unit, None, of, event, None, by, (passage,), Support(1, 1))


TWO = replace(figure("r1", "at least two people", 2, "people died"), bound="at least")
FIVE = figure("r2", "five people", 5, "people killed")
SEVEN = figure("r3", "Seven people", 7, "people died")
COST = figure("r3", "$84,000", 84_000, "town paid", None, "USD")


def story(*figures: Figure, events: tuple[Event, ...] = (FALL,)) -> StoryItems:
    reports = tuple(report(key, n) for n, key in enumerate(TEXTS, 1))
    police = Name("n1", "organisation", "police", (), (), (), ())
    home = Story("s1", "A quay falls", tuple(TEXTS), "2025-03-14", "2025-03-16")
    return StoryItems(home, reports, (police,), (), events, figures, (), (), ())


def section(key: str, items: StoryItems) -> Section:
    return next(s for s in compose(items).sections if s.key == key)


def test_values_of_one_toll_stand_in_order_of_the_days_on_which_they_were_told() -> None:
    count = section("figures", story(SEVEN, FIVE, TWO)).lines[0]
    assert count.text == "Killed in the collapse"
    assert [(value.when, value.text) for value in count.under] == [
        ("14 March 2025", "at least two people died"),
        ("15 March 2025", "five people killed (according to police)"),
        ("16 March 2025", "seven people died"),
    ]
    assert [[r.number for r in value.refs] for value in count.under] == [[1], [2], [3]]
    assert [(value.day, value.value) for value in count.under] == [
        ("2025-03-14", 2),
        ("2025-03-15", 5),
        ("2025-03-16", 7),
    ]


def test_a_toll_that_grew_is_seen_in_one_look() -> None:
    lines = section("look", story(SEVEN, FIVE, TWO)).lines
    count = next(line for line in lines if line.text.startswith("Killed"))
    assert count.text == "Killed in the collapse:"
    assert [value.text for value in count.then] == ["at least 2", "5", "7"]


def test_an_event_of_long_before_is_no_home_for_values_without_one() -> None:
    then = Time("2019-03-01", "2019-03-31", "month", None, "March 2019", False, "")
    old = replace(FALL, id="e9", type="fire", time=then)
    items = story(replace(TWO, event="e9"), replace(FIVE, event=None), replace(SEVEN, event=None), events=(old,))
    (count,) = (line for line in section("figures", items).lines if line.under)
    assert count.text == "Killed"
    assert [value.value for value in count.under] == [5, 7]


def test_values_that_fall_and_belong_to_no_event_are_no_curve_and_not_in_one_look() -> None:
    loose = [replace(f, event=None) for f in (replace(TWO, value=9.0), FIVE, SEVEN)]
    items = story(*loose, events=())
    assert [value.value for value in section("figures", items).lines[0].under] == [None] * 3
    assert not any(s.key == "look" for s in compose(items).sections)


def test_a_value_that_no_event_is_known_for_joins_the_only_toll_that_it_fits() -> None:
    loose = replace(SEVEN, event=None)
    (count,) = section("figures", story(TWO, FIVE, loose)).lines
    assert len(count.under) == 3
    far = replace(SEVEN, event=None, value=700.0)
    assert len(section("figures", story(TWO, FIVE, far)).lines[0].under) == 2


def test_tolls_of_two_events_are_two() -> None:
    other = replace(FALL, id="e2", type="explosion")
    lines = section("figures", story(TWO, replace(FIVE, event="e2"), SEVEN, events=(FALL, other))).lines
    assert [line.text for line in lines if line.under] == ["Killed in the collapse"]
    assert len(lines) == 2


def test_what_was_done_may_stand_behind_the_number() -> None:
    hurt = [figure("r2", "12", 12, "people"), replace(figure("r3", "Seven people", 7, "people injured"), id="f9")]
    (count,) = section("figures", story(*hurt)).lines
    assert count.text == "Injured in the collapse"


def test_a_part_of_a_toll_is_no_value_of_it() -> None:
    part = figure("r2", "Nine of the injured", 9, "injured")
    hurt = figure("r1", "at least two people", 2, "people injured")
    assert not any(line.under for line in section("figures", story(part, hurt)).lines)


def test_a_measure_is_told_in_its_sentence() -> None:
    desk = Desk(story(COST))
    assert told(desk, COST) == "$84,000: “The town paid the builder $84,000 for the quay in 2011, records show”"


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        ("at least two people", 2, "… Pell said at least two people died when …"),
        ("at least two people", 20, TEXTS["r1"][1].rstrip(".")),
        ("river", 1, "… the river"),
        ("Mr. Pell", 1, "Mr. Pell said …"),
    ],
)
def test_words_around_a_passage_end_with_its_sentence(words: str, most: int, expected: str) -> None:
    text = "It rained. " + TEXTS["r1"][1] + " Divers came.\nNobody slept."
    start = text.index(words)
    assert around(text, Witness("r1", start, start + len(words), words), most) == expected
