"""Progress where standard error is no terminal: a line now and then, none for what is quick."""

from __future__ import annotations

import pytest

from parley.show.cli import options


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that passes, in seconds, to be set by the test."""
    now = [0.0]
    monkeypatch.setattr("parley.show.cli.options.time.monotonic", lambda: now[0])
    return now


def test_long_work_tells_how_far_it_is(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar() as tell:
        for done in range(1, 1201):
            clock[0] += 0.05
            tell("reading", done, 1200)
    told = capsys.readouterr().err.splitlines()
    assert 2 <= len(told) <= 4
    assert told[0].startswith("reading: ")
    assert told[0].endswith(" of 1,200")


def test_quick_work_tells_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar() as tell:
        for done in range(1, 101):
            tell("reading", done, 100)
    assert capsys.readouterr().err == ""


def test_work_of_unknown_length_counts_up(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with options.progress_bar() as tell:
        clock[0] = 60.0
        tell("taking in", 7, 0)
    assert capsys.readouterr().err == "taking in: 7\n"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"reports": 1, "stories": 1}, "1 report, 1 story"),
        ({"stories": 2, "statements": 1200}, "2 stories, 1,200 statements"),
        ({"disagreements": 0}, "0 disagreements"),
    ],
)
def test_counts_read_as_in_a_sentence(counts: dict[str, int], told: str) -> None:
    assert options.counts(counts) == told
