"""Events of one report: laws that hold for any text, and the lexicon's own soundness."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.annotate.annotator import Annotator
from parley.annotate.events.lexicon import load, status_words
from parley.model.findings import Findings, Status
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published

PLOVER = frozenset(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT"])
PLOVER |= frozenset(["THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"])
SPECIAL = frozenset(["@any", "@person", "@party", "@place", "@placename", "@name", "@pronoun", "@leader", "@force"])
SPECIAL |= frozenset(["@target", "@court", "@measurement", "@never", "@called", "@number"])


@cache
def annotator() -> Annotator:
    return Annotator()


def annotate(text: str, day: str | None = "2024-04-09") -> Findings:
    published = Published(day, day, "stated", "given") if day else Published()
    report = Report(
        "r1", "a.txt", "0", None, None, None, (), "en", published, text, (Span(0, len(text)),), Reader("test", "1")
    )
    return annotator().annotate(report)


PHRASES = [
    "The president of Chad met Libya's envoy in Tunis on Monday. ",
    "“We will strike a deal,” she said. ",
    "The truce, which ",
    "(a 30-day cease-fire) ",
    "Two men were arrested; ",
    "no talks were held — ",
    "’s call with ",
    "\n\n",
    "Police said that they said that they ",
    "A bus crashed near Cuzco, killing nine. ",
    "to exchange 40 prisoners of war each ",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PHRASES), max_size=9))
def test_passages_are_what_they_say(parts: list[str]) -> None:
    text = "".join(parts)
    found = annotate(text)
    local = {n.id for n in found.names}
    for index, event in enumerate(found.events):
        assert text[event.start : event.end] == event.exact
        assert event.exact == event.exact.strip()
        assert event.start <= event.trigger.start < event.trigger.end <= event.end
        assert event.refers_to is None or event.refers_to < index
        assert {p.name for p in event.participants} <= local
        assert event.place is None or event.place in local
        assert event.time is None or event.time < len(found.times)


def test_same_text_same_events() -> None:
    text = "".join(PHRASES)
    assert annotate(text).events == annotate(text).events


@pytest.mark.parametrize("text", ["“" * 500, "strike " * 1_500, "the talks, " * 700, "met " * 1_500 + ".", ""])
def test_hostile_text_is_survived(text: str) -> None:
    annotate(text)


def test_a_mention_stands_as_what_it_takes_up() -> None:
    found = annotate("Luc Martin will hold a call with Emre Kaya on Friday. The call is about fishing rights.")
    call, mention = found.events
    assert (call.status, mention.status) == ("scheduled", "scheduled")
    assert mention.refers_to == 0


def test_calls_with_two_are_two_events() -> None:
    found = annotate("Ida Berg held separate calls with Marco Bellini and Pavel Horak on Monday.")
    names = {n.id: n.name for n in found.names}
    partners = [{names[p.name] for p in e.participants} - {"Ida Berg"} for e in found.events]
    assert partners == [{"Marco Bellini"}, {"Pavel Horak"}]


def test_condition_and_expiry() -> None:
    found = annotate("The rebels declared a five-day ceasefire until April 14 if the army leaves the valley.")
    (truce,) = found.events
    assert truce.status == "declared"
    assert truce.expires is not None
    assert found.times[truce.expires].exact == "April 14"


def test_lexicon_is_sound() -> None:
    lexicon = load()
    assert {k.code for k in lexicon.kinds.values()} - {None} <= PLOVER
    for table in (lexicon.nouns, lexicon.verbs):
        for patterns in table.values():
            for pattern in patterns:
                assert pattern.status is None or pattern.status in get_args(Status)
                words = {w for test in pattern.tests.values() if isinstance(test, frozenset) for w in test}
                assert {w for w in words if w.startswith("@")} <= SPECIAL


def test_status_words_name_statuses() -> None:
    words = status_words()
    known = {*get_args(Status), "none"}
    assert {*words.governor.values(), *words.modifier.values(), *words.adjective.values()} <= known
    assert words.wanted <= load().kinds.keys()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Mara Voss was found guilty of fraud on Monday.", "ruling", "happened"),
        ("Mara Voss lodged an appeal on Monday.", "appeal", "happened"),
        ("The river Olt burst its banks on Monday.", "disaster", "happened"),
        ("Six aid workers were let go on Monday.", "release", "happened"),
        ("The Marine Board has opened an inquiry.", "investigation", "under way"),
        ("Norway proposed that a second round be held in Oslo in May.", "talks", "proposed"),
        ("A summit between Peru and Chile was possible, Brazil said.", "summit", "proposed"),
    ],
)
def test_how_civil_news_stands(text: str, kind: str, status: str) -> None:
    assert [(e.type, e.status) for e in annotate(text).events if e.type == kind] == [(kind, status)]


def test_a_dateline_is_no_party() -> None:
    found = annotate("LAGOS, Nigeria — Dockers voted on Monday to strike over pay.")
    assert not [p for e in found.events for p in e.participants]
