"""Events, figures and utterances read as a person would write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.findings import Status
from parley.model.items import Event, Figure, Lineage, Name, Role, Statement, Story, StoryItems, Support, Turn, Version
from parley.model.passages import Span, Witness
from parley.model.reports import Reader, Report
from parley.model.times import Published, Time
from parley.show.brief.clauses import _dated, clause, undertaking
from parley.show.brief.figures import figures, phrase
from parley.show.brief.happenings import happened, one_look
from parley.show.brief.names import Desk, headline, join
from parley.show.brief.voices import said

TEXT = "“The strike is over,” Ana Reyes said. Ana Reyes and Ole Strand met. About 300 dockers were sent home. " * 3
DAY = Time("2025-03-17", "2025-03-17", "day", None, "Monday", False, "")


def witness(exact: str, report: str = "r1") -> Witness:
    start = TEXT.index(exact)
    return Witness(report, start, start + len(exact), exact)


def report(key: str) -> Report:
    return Report(
        key,
        f"{key}.txt",
        key,
        None,
        None,
        None,
        (),
        "en",
        Published(),
        TEXT,
        (Span(0, len(TEXT)),),
        Reader("plain", "1"),
    )


PEOPLE = (
    Name("n1", "person", "Ana Reyes", (), (), ("union leader",), ()),
    Name("n2", "person", "Ole Strand", (), (), (), ()),
    Name("n3", "person", "Mia Falk", (), (), ("spokeswoman",), ()),
    Name("n4", "place", "France", (), (), (), ()),
    Name("n5", "place", "Paris", (), (), (), ()),
    Name("n6", "place", "Germany", (), (), (), ()),
)


def event(kind: str, status: Status, *who: str, role: str = "party", **more: object) -> Event:
    made = Event(
        "e1", "s1", kind, None, False, status, DAY, None, tuple(Role(n, role) for n in who), (), None, None, (),
        "", (), (witness("Ana Reyes and Ole Strand met"),), Support(1, 1),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def desk(*events: Event, statements: tuple[Statement, ...] = (), counts: tuple[Figure, ...] = ()) -> Desk:
    story = Story("s1", "Docks", ("r1", "r2"), "2025-03-17", "2025-03-18")
    return Desk(StoryItems(story, (report("r1"), report("r2")), PEOPLE, statements, events, counts, (), (), ()))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("call", "held", "n1", "n2"), "Ana Reyes and Ole Strand spoke by phone on Monday 17 March 2025"),
        (
            event("call", "scheduled", "n1", "n2"),
            "Ana Reyes and Ole Strand are to speak by phone on Monday 17 March 2025",
        ),
        (event("call", "held", "n1", "n2", "n3"), "Ana Reyes and Ole Strand spoke by phone on Monday 17 March 2025"),
        (event("meeting", "held", "n1", "n2", "n4"), "Ana Reyes and Ole Strand met on Monday 17 March 2025"),
        (event("talks", "held", "n4", "n6", "n5", time=None), "France and Germany held talks"),
        (event("talks", "cancelled", "n4", "n6", time=None), "Talks between France and Germany are cancelled"),
        (event("ceasefire", "declared", "n4", role="source", time=None), "France declared a ceasefire"),
        (
            event("ceasefire", "proposed", "n4", role="source", time=None, terms=("20-day", "proposed by France")),
            "France proposed a 20-day ceasefire",
        ),
        (event("election", "scheduled"), "An election is planned on Monday 17 March 2025"),
    ],
)
def test_a_clause_says_who_did_what_when(told: Event, expected: str) -> None:
    assert clause(desk(told), told) == expected


def test_what_is_agreed_names_the_number_that_changes_hands() -> None:
    count = Figure(
        "f1",
        "s1",
        300.0,
        "about",
        None,
        None,
        "dockers",
        "e1",
        None,
        (),
        (witness("About 300 dockers"),),
        Support(1, 1),
    )
    deal = event("release", "agreed", "n4", "n6", role="source", time=None)
    assert undertaking(desk(deal, counts=(count,)), deal) == "a release of about 300 dockers"


def test_the_steps_of_an_event_stand_in_its_line() -> None:
    steps = (
        Turn("scheduled", "2025-03-16", witness("Ana Reyes and Ole Strand met", "r1")),
        Turn("held", "2025-03-18", witness("Ana Reyes and Ole Strand met", "r2")),
    )
    told = event("meeting", "held", "n1", "n2", history=steps)
    (line,) = one_look(desk(told)).lines
    assert [(step.text, [r.number for r in step.refs]) for step in line.then] == [("announced", [1]), ("held", [2])]
    assert line.refs == ()


def test_a_figure_is_told_in_the_words_of_a_report() -> None:
    count = Figure(
        "f1",
        "s1",
        300.0,
        "about",
        None,
        None,
        "dockers sent",
        None,
        None,
        (),
        (witness("About 300 dockers"),),
        Support(1, 1),
    )
    assert phrase(count) == "about 300 dockers sent"
    assert figures(desk(counts=(count,)), 5).lines[0].text == "about 300 dockers sent"


def test_an_altered_version_stands_under_its_reading_with_what_was_changed() -> None:
    version = Version(witness("The strike is over,"), None, None, "same", ())
    exact = TEXT[1:19]
    altered = Version(Witness("r2", 1, 19, exact.replace("over", "lost")), None, None, "altered", ())
    (utterance,) = said(desk(statements=(spoken(version, altered, original="r1"),)), 5).lines
    assert utterance.text == "Ana Reyes · radio · 17 March 2025 · original at hand"
    (sentence,) = utterance.under
    assert sentence.text == "“The strike is over”"
    (other,) = sentence.under
    assert [other.text[a:b] for a, b in other.changed] == ["lost"]
    assert other.then[0].text == "over → lost"


def spoken(*versions: Version, original: str | None = None) -> Statement:
    return Statement(
        "t1", "s1", "n1", "Ana Reyes", "direct", "said", DAY, "radio", (), None, "The strike is over,", original,
        versions, Support(len(versions), len(versions)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("faithful", "lineage", "original", "mark"),
    [
        (("r1",), (), None, "differs"),
        (("r1",), (), "r1", "altered"),
        (("r1", "r3"), (), None, "altered"),
        (("r1", "r3"), (Lineage("r3", "r1", "same agency", 0.4, "", ()),), None, "differs"),
        (("r1",), (Lineage("r2", None, "rewrite", 0.9, "", ()),), None, "altered"),
    ],
)
def test_one_of_two_versions_is_called_altered_only_where_that_is_known(
    faithful: tuple[str, ...], lineage: tuple[Lineage, ...], original: str | None, mark: str
) -> None:
    exact = TEXT[1:19]
    other = Version(Witness("r2", 1, 19, exact.replace("over", "lost")), None, None, "altered", ())
    told = spoken(
        *(Version(Witness(r, 1, 19, exact), None, None, "same", ()) for r in faithful), other, original=original
    )
    here = desk(statements=(told,))
    here.items = replace(here.items, lineage=lineage)
    here = Desk(replace(here.items, reports=tuple(map(report, ("r1", "r2", "r3")))))
    (line,) = said(here, 5).lines[0].under[0].under
    assert line.mark == mark
    assert line.then[0].text == ("over → lost" if mark == "altered" else "over / lost")
    (look,) = (x for x in one_look(here).lines if "quotation" in x.text)
    assert look.text.startswith(
        "1 quotation stands with altered" if mark == "altered" else "1 quotation is worded diff"
    )
    assert [r.number for r in look.refs] == ([2] if mark == "altered" else [1, 2, 3][: len(faithful) + 1])


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("VIENNA (Brava Wire) — talks end without a truce", "Talks end without a truce"),
        ("Vienna (BW) - Talks end", "Talks end"),
        ("LOWER BRAVA, March 14 (BW) — Quay falls", "Quay falls"),
        ("VIENNA — Talks end", "Talks end"),
        ("NATO — a short history", "NATO — a short history"),
        ("Talks (the third round) end", "Talks (the third round) end"),
        ("Ferry sinks - two dead", "Ferry sinks - two dead"),
        ("VIENNA (BW) — ", "VIENNA (BW) — "),
    ],
)
def test_a_headline_is_told_without_its_dateline(title: str, told: str) -> None:
    assert headline(title, {"vienna"}) == told


def test_names_join_as_in_a_sentence() -> None:
    assert join(["A", "B", "United States"]) == "A, B and the United States"
    assert join(list("ABCDEF")) == "A, B, C, D and others"


@pytest.mark.parametrize(
    ("told", "at", "expected"),
    [
        ("Ana Reyes resigned on Monday", "on Monday 17 March 2025", "Ana Reyes resigned on Monday (17 March 2025)"),
        ("Ana Reyes resigned on March 17", "on Monday 17 March 2025", "Ana Reyes resigned on March 17"),
        ("Ana Reyes resigned in March", "in March 2025", "Ana Reyes resigned in March 2025"),
        ("Ana Reyes resigned in 2025", "in 2025", "Ana Reyes resigned in 2025"),
        ("Ana Reyes resigned", "on Monday 17 March 2025", ""),
    ],
)
def test_words_with_a_date_of_their_own_are_told_what_it_leaves_open(told: str, at: str, expected: str) -> None:
    assert _dated(told, at, DAY) == expected


def test_what_has_no_day_says_so() -> None:
    told = replace(event("meeting", "happened", "n1", "n2"), time=None)
    (line,) = happened(desk(told), 5).lines
    assert (line.when, line.text) == ("day unknown", "Ana Reyes and Ole Strand met")


def test_an_event_told_in_a_phrase_stands_in_the_words_of_the_report() -> None:
    freed = event("release", "happened", "n1", role="target")
    phrase_told = Witness("r1", 0, 24, "his release after a week")
    told = clause(desk(), replace(freed, witnesses=(phrase_told,)), dated=False)
    assert told == "“his release after a week” (release: Ana Reyes)"


def test_who_only_takes_part_in_what_is_planned_is_not_said_to_do_it() -> None:
    assert clause(desk(), event("sentence", "scheduled", "n2")).startswith("A sentence involving Ole Strand is planned")
    assert clause(desk(), event("sentence", "scheduled", "n2", role="source")).startswith("A sentence by Ole Strand")
