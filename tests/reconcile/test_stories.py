"""Grouping reports into stories."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model.findings import Findings
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.stories import group
from parley.reconcile.stories.days import days_of, named_days, nearness
from parley.reconcile.stories.linkage import link
from parley.reconcile.stories.titles import headline
from parley.reconcile.stories.vectors import likeness, rarity, stems, vector

FERRY = (
    "The ferry Albatross capsized off Brava in a squall. Coastguard crews pulled forty passengers from the water. "
    "Harbour master Tomas Arden said the ferry's cargo had shifted. Divers searched the capsized hull for survivors.",
    "Divers searched the hull of the Albatross, the ferry that capsized off Brava. Coastguard boats found passengers "
    "clinging to cargo. Tomas Arden, the harbour master, blamed the squall.",
    "A squall capsized the Albatross ferry near Brava, and coastguard divers rescued passengers. The harbour master, "
    "Tomas Arden, said survivors clung to floating cargo around the hull.",
)
STRIKE = (
    "Dockers at Port Orlen walked out over wages. Union chief Hana Weiss rejected the employers' offer and called a "
    "ballot. Cranes stood idle and container ships queued outside the port.",
    "Container ships queued outside Port Orlen as dockers struck over wages. Hana Weiss, the union chief, said "
    "a ballot would follow the employers' offer. Cranes stood idle.",
)


def report(local: str, text: str, day: str | None = None, title: str | None = None) -> Report:
    published = Published(day, day, "stated", "given") if day else Published()
    return Report(
        local, local, "", None, None, title, (), "en", published, text, (Span(0, len(text)),), Reader("test", "1")
    )


def stories(reports: list[Report]) -> set[tuple[str, ...]]:
    findings = {r.id: Findings(r.id, "test", r.published) for r in reports}
    return {s.reports for s in group(reports, findings)}


def test_two_events_are_two_stories() -> None:
    reports = [report(f"f{n}", text, "2031-06-07") for n, text in enumerate(FERRY)]
    reports += [report(f"s{n}", text, "2031-06-07") for n, text in enumerate(STRIKE)]
    assert stories(reports) == {("f0", "f1", "f2"), ("s0", "s1")}


def test_undated_reports_of_one_event_are_one_story() -> None:
    assert stories([report(f"f{n}", text) for n, text in enumerate(FERRY)]) == {("f0", "f1", "f2")}


def test_months_apart_are_two_stories() -> None:
    reports = [report("f0", FERRY[0], "2031-06-07"), report("f1", FERRY[1], "2031-11-07")]
    assert stories(reports) == {("f0",), ("f1",)}


def test_order_does_not_matter() -> None:
    reports = [report(f"{n:02}", text, f"2031-06-0{n % 4 + 1}") for n, text in enumerate((*FERRY, *STRIKE) * 2)]
    first = stories(reports)
    for seed in range(5):
        mixed = reports[:]
        random.Random(seed).shuffle(mixed)
        assert stories(mixed) == first


def test_a_report_without_words_stands_alone() -> None:
    assert stories([report("a", ""), report("b", ""), report("f0", FERRY[0])]) == {("a",), ("b",), ("f0",)}


def test_no_reports_no_stories() -> None:
    assert stories([]) == set()


def test_a_story_has_its_central_headline_and_days() -> None:
    reports = [
        report("f0", FERRY[0], "2031-06-07", "Ferry capsizes off Brava | The Orlen Post"),
        report("f1", FERRY[1], "2031-06-09"),
    ]
    story = group(reports, {r.id: Findings(r.id, "test", r.published) for r in reports})[0]
    assert (story.title, story.earliest, story.latest) == ("Ferry capsizes off Brava", "2031-06-07", "2031-06-09")


def test_a_headline_keeps_its_own_dash() -> None:
    assert headline("Strike - what now") == "Strike - what now"


def test_vague_dates_prove_nothing() -> None:
    year, day = days_of(Published("2031-01-01", "2031-12-31")), days_of(Published("2031-06-07", "2031-06-07"))
    assert nearness(day, day) == 1.0
    assert nearness(year, year) == 1.0
    assert 0 < nearness(year, day) < 1
    assert days_of(Published("June", "July")) is None


def test_a_day_that_an_undated_report_names_puts_it_near() -> None:
    day = days_of(Published("2031-06-07", "2031-06-07"))
    undated = report("a", "Seen in Oskil on Jun.2 2031 and on 3 May 2019; not on June 31, 2031.")
    assert len(named_days(undated)) == 2
    assert nearness(None, day, named_days(undated)) == 1.0
    assert nearness(None, day, ()) < 1.0


def test_frequencies_know_common_words() -> None:
    assert rarity("said") < rarity("minister") < rarity("albatross")
    assert stems("Ministries’ ships, glasses") == ["ministry", "ship", "glasse"]


def test_a_vector_is_of_unit_length() -> None:
    v = vector(report("f0", FERRY[0]))
    assert likeness(v, v) == pytest.approx(1.0)
    assert vector(report("a", "")) == {}


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0, 1), max_size=20))
def test_links_are_a_partition_in_order(drawn: dict[tuple[int, int], float]) -> None:
    scores = {(a, b): score for (a, b), score in drawn.items() if a < b}
    groups = link(8, scores, 0.3)
    assert sorted(n for members in groups for n in members) == list(range(8))
    assert groups == link(8, dict(reversed(scores.items())), 0.3)
    assert all(members == sorted(members) for members in groups)


@pytest.mark.shared
def test_the_example_of_gold_is_one_story(shared) -> None:  # type: ignore[no-untyped-def]
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    assert len(stories([report(f"r{n}", text) for n, text in enumerate(texts)])) == 1
