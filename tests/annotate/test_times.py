"""The times stage over a parse, and the dating of a report from its text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parley.annotate.annotator import Annotator, load
from parley.annotate.dating import date_report
from parley.annotate.reading import Reading
from parley.annotate.times import find, place, time_for
from parley.evaluate import dating as dating_measure
from parley.evaluate import times as times_measure
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.settings import DEFAULT_PIPELINE


@cache
def pipeline() -> Any:
    return load(DEFAULT_PIPELINE)


def read(text: str, day: str | None = "2031-06-07") -> Reading:
    published = Published(day, day, "stated", "given") if day else Published()
    report = Report(
        "r", "-", "", None, None, None, (), "en", published, text, (Span(0, len(text)),), Reader("test", "1")
    )
    reading = Reading.begin(report, text, pipeline()(text))
    find(reading)
    date_report(reading)
    return reading


PASSAGE = """Rescuers said on Thursday that the ferry will be raised next week.
It sank near Manila at 4:20 a.m. local time on May 30, three years after its refit in March 2028.
The next day, divers found the recorder. A hearing is set for Monday. The owner meets unions every Friday."""


def test_offsets_give_the_words() -> None:
    reading = read(PASSAGE)
    assert [t.exact for t in reading.times] == [
        "Thursday", "next week", "4:20 a.m. local time on May 30", "three years", "March 2028", "The next day",
        "Monday",
        "every Friday",
    ]  # fmt: skip
    assert all(reading.text[t.start : t.end] == t.exact for t in reading.times)


def test_values() -> None:
    values = {t.exact: t.value for t in read(PASSAGE).times}
    assert values["Thursday"] == "2031-06-05"
    assert values["next week"] == "2031-W24"
    assert values["4:20 a.m. local time on May 30"] == "2031-05-30T04:20"
    assert values["The next day"] == "2031-05-31"
    assert values["Monday"] == "2031-06-09"


def test_every_relative_time_says_why() -> None:
    for time in read(PASSAGE).times:
        if time.anchor != "none" and time.time is not None:
            assert "from" in time.time.because
            assert time.exact in time.time.because


def test_placing_again_changes_nothing() -> None:
    reading = read(PASSAGE)
    before = list(reading.times)
    place(reading)
    assert reading.times == before


def test_a_new_date_moves_what_leans_on_it_and_nothing_else() -> None:
    reading = read(PASSAGE)
    before = {t.exact: t.value for t in reading.times}
    reading.published = Published("2032-06-05", "2032-06-05", "stated", "mended")
    place(reading)
    after = {t.exact: t.value for t in reading.times}
    assert after["March 2028"] == before["March 2028"]
    assert after["three years"] == before["three years"]
    assert after["Thursday"] == "2032-06-03"
    assert after["The next day"] == "2032-05-31"


def test_without_a_date_relative_times_stay_open() -> None:
    reading = read("The ferry sank on Friday. Divers will return next week.", None)
    assert reading.published.basis == "unknown"
    assert [t.time for t in reading.times] == [None, None]
    assert reading.times[0].value == "XXXX-WXX-5"


def test_a_stated_date_is_kept() -> None:
    reading = read("President Bill Clinton spoke on Friday.", "2031-06-07")
    assert reading.published == Published("2031-06-07", "2031-06-07", "stated", "given")


def test_the_time_of_a_clause() -> None:
    reading = read(PASSAGE)
    for clause, words in (
        ("sank", "4:20 a.m. local time on May 30"),
        ("divers found", "The next day"),
        ("said", "Thursday"),
    ):
        start = PASSAGE.index(clause)
        index = time_for(reading, start, start + len(clause))
        assert index is not None
        assert reading.times[index].exact == words


def test_hostile_texts() -> None:
    for text in ("\n" * 500, "Monday " * 800, '"' * 2000, "1 2 3 4 " * 500, "May May May. " * 300):
        reading = read(text)
        assert all(text[t.start : t.end] == t.exact for t in reading.times)


def test_measures_on_a_small_gold(tmp_path: Path) -> None:
    text = "The ferry sank on Friday, May 30, 2031, and on Saturday divers came."
    spans = [("Friday, May 30, 2031", "2031-05-30"), ("Saturday", "2031-05-31")]
    times = [{"start": text.index(w), "end": text.index(w) + len(w), "value": v} for w, v in spans]
    line = {"id": "a", "published": "2031-06-01", "text": text, "times": times}
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    annotator = Annotator()
    rows = {r.measure: r for r in times_measure.evaluate(tmp_path, annotator)}
    assert rows["strict F1"].ours == rows["value F1"].ours == 1.0
    assert rows["strict F1"].simple is not None
    assert rows["strict F1"].simple < 1.0
    dated = {r.measure: r for r in dating_measure.evaluate(tmp_path, annotator)}
    assert dated["right of those answered"].simple == 1.0


@pytest.mark.shared
def test_floors(shared: Path) -> None:
    """A sample of the gold, so that no change loses what was reached."""
    folder = shared / "bench" / "times"
    lines = (folder / "aquaint.jsonl").read_text(encoding="utf-8").splitlines()[:25]
    annotator = Annotator()
    counts = times_measure.Counts()
    for line in lines:
        document = json.loads(line)
        findings = annotator.annotate(times_measure.as_report(document))
        gold = [(t["start"], t["end"], t["value"]) for t in document["times"]]
        times_measure.compare([(t.start, t.end, t.value) for t in findings.times], gold, counts)
    assert counts.f1(counts.relaxed) > 0.85
    assert counts.f1(counts.value) > 0.6
