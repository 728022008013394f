"""Indirect speech keeps the report's verb: a denial reads as one, and what was only supposed is not told as said."""

from __future__ import annotations

import pytest

from parley.model.items import Statement, Support, Version
from parley.model.passages import Span, Witness
from parley.show.brief.reported import is_fragment, reported


def told(text: str, source: str, cue: str, said: str) -> tuple[Statement, dict[str, str]]:
    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    at = place(said)
    version = Version(Witness("r1", at.start, at.end, said), place(cue), place(source), "same", ())
    one = Statement(
        "s1", "x", None, source, "indirect", "said", None, None, (), None, said, None, (version,), Support(1, 1)
    )
    return one, {"r1": text}


@pytest.mark.parametrize(
    ("text", "source", "cue", "said", "shown"),
    [
        (
            "The mill denied that it had dumped dye in the river.",
            "The mill",
            "denied",
            "it had dumped dye in the river",
            "denied that it had dumped dye in the river",
        ),
        ("Odd Berg has declined to attend.", "Odd Berg", "has declined", "to attend", "has declined to attend"),
        ("Berg said on Friday the quay is shut.", "Berg", "said", "the quay is shut", "the quay is shut"),
        ("Berg never said the quay is shut.", "Berg", "said", "the quay is shut", "never said the quay is shut"),
        ("The quay is safe, Berg claimed.", "Berg", "claimed", "The quay is safe", "(claimed) The quay is safe"),
        ("It ends if the union agrees to arbitration.", "union", "agrees", "arbitration", "if the union agrees to "),
        ("Berg, who was abroad, insisted\nthe quay is shut.", "Berg", "insisted", "the quay is shut", "insisted the "),
    ],
)
def test_the_verb_stands_unless_it_is_a_plain_one(text: str, source: str, cue: str, said: str, shown: str) -> None:
    assert reported(*told(text, source, cue, said)).startswith(shown)


def test_without_the_text_the_reading_stands() -> None:
    statement, _ = told("Berg denied that it burnt.", "Berg", "denied", "it burnt")
    assert reported(statement, {}) == "it burnt"


@pytest.mark.parametrize(
    ("said", "bare"), [("this", True), ("the offer", True), ("to attend", False), ("it fell", False)]
)
def test_bare_fragments_are_known(said: str, bare: bool) -> None:
    statement, _ = told(f"Berg refused {said}.", "Berg", "refused", said)
    assert is_fragment(statement) is bare
