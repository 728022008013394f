"""Frames of stances, their moods, and the passage, issue and condition of a position."""

from __future__ import annotations

import pytest

from parley.annotate.annotator import Annotator
from parley.annotate.positions.frames import load, read_frame
from parley.annotate.positions.wording import clean
from parley.model.findings import Findings
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, text: str) -> Findings:
    body = (Span(0, len(text)),)
    return annotator.annotate(
        Report("r1", "-", "", None, None, None, (), "en", Published(), text, body, Reader("plain", "1"))
    )  # fmt: skip


def stances(annotator: Annotator, text: str) -> list[str]:
    return [p.stance for p in read(annotator, text).positions]


def test_a_frame_is_read_as_it_is_written() -> None:
    heads, frame = read_frame("call|press on|upon TARGET to-do", "demands", "REQUEST", {})
    assert heads == ["call", "press"]
    assert [(p.kind, p.slot, p.mark) for p in frame.parts] == [("prep", "TARGET", ""), ("clause", "ISSUE", "to")]


def test_a_preposition_needs_its_object() -> None:
    with pytest.raises(ValueError, match="without its object"):
        read_frame("call on", "demands", "REQUEST", {})


def test_the_lexicon_covers_every_stance_and_tries_the_literal_frame_first() -> None:
    lexicon = load()
    told = {f.stance for frames in lexicon.verbs.values() for f in frames}
    assert told == {"demands", "offers", "agrees", "rejects", "supports", "threatens", "withholds", "accuses"}
    for frames in lexicon.verbs.values():
        assert [f.weight for f in frames] == sorted((f.weight for f in frames), reverse=True)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Peru has agreed to the plan.", "agrees"),
        ("Peru has not agreed to the plan.", "withholds"),
        ("Peru has yet to agree to the plan.", "withholds"),
        ("Peru will not agree to the plan.", "rejects"),
        ("Peru cannot accept the plan.", "rejects"),
        ("Peru never accepted the plan.", "rejects"),
        ("Peru refused to accept the plan.", "rejects"),
        ("Peru failed to accept the plan.", "withholds"),
        ("Peru does not back the plan.", "rejects"),
    ],
)
def test_negation_turns_a_stance(annotator: Annotator, text: str, stance: str) -> None:
    assert stances(annotator, text) == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "If Peru accepts the plan, the bridge will be built.",
        "Peru may accept the plan.",
        "It is unclear whether Peru would accept the plan.",
        "Instead of accepting the plan, the minister went home.",
        "Peru did not threaten to leave.",
    ],
)
def test_what_is_supposed_or_denied_is_nobodys_stance(annotator: Annotator, text: str) -> None:
    assert stances(annotator, text) == []


def test_the_passage_is_the_clause_and_the_issue_its_content(annotator: Annotator) -> None:
    text = "After a long night, Peru called for the release of the crew, officials in Lima told reporters."
    [position] = read(annotator, text).positions
    assert position.exact == "Peru called for the release of the crew"
    assert text[position.start : position.end] == position.exact
    assert position.issue == "release of the crew"


def test_a_condition_is_kept_beside_the_issue(annotator: Annotator) -> None:
    [position] = read(annotator, "Peru offered to reopen the port if the strike ends.").positions
    assert (position.issue, position.condition) == ("reopen the port", "if the strike ends")


def test_each_clause_of_an_enumeration_is_a_demand(annotator: Annotator) -> None:
    found = read(annotator, "Peru demanded that Chile free the crew and that Bolivia reopen the bridge.").positions
    assert [p.issue for p in found if p.stance == "demands"] == ["Chile free the crew", "Bolivia reopen the bridge"]


def test_issues_are_cleaned_of_marks_and_leading_words() -> None:
    assert clean("to “end  the\nsiege”,") == "end the siege"
    assert clean("that the port be closed") == "port be closed"


@pytest.mark.parametrize(
    "text", ["must " * 3000, "that " * 3000, "“We demand” " * 1500, "will not accept without " * 900]
)
def test_endless_sentences_are_passed_over(annotator: Annotator, text: str) -> None:
    assert read(annotator, text).positions == ()
