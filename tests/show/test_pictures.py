"""The drawings of the HTML brief: what they show, what they say to those who cannot see them, that they are safe."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from parley.show.brief import curve, timeline
from parley.show.brief.model import Brief, Line, Section


def brief(happened: tuple[Line, ...], ahead: tuple[Line, ...] = ()) -> Brief:
    return Brief("s1", "Talks", "", (Section("happened", "", happened), Section("ahead", "", ahead)))


def event(text: str, day: str, announced: str | None = None) -> Line:
    return Line(text, when=day, day=day, announced=announced)


def svg(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_a_timeline_has_a_row_an_event_in_order_of_days_each_a_link() -> None:
    told = brief((event("B", "2025-03-15"), event("A", "2025-03-14")), (event("C", "2025-03-17", "2025-03-14"),))
    drawn = svg(timeline.draw(told, lambda line: f"to-{line.text}"))
    links = drawn.findall("a")
    assert [a.get("href") for a in links] == ["#to-A", "#to-B", "#to-C"]
    assert [a.find("circle").get("class") for a in links] == ["held", "held", "ahead"]  # type: ignore[union-attr]
    assert [a.find("path") is not None for a in links] == [False, False, True]
    at = [float(a.find("circle").get("cx")) for a in links]  # type: ignore[union-attr, arg-type]
    assert at == sorted(at)
    assert "3 events from 2025-03-14 to 2025-03-17" in str(drawn.get("aria-label"))


def test_what_lies_far_from_the_rest_is_left_to_the_list() -> None:
    days = ("2009-01-01", "2025-03-14", "2025-03-15", "2025-03-16")
    drawn = timeline.draw(brief(tuple(event(d, d) for d in days)), lambda line: line.text)
    assert "#2009" not in drawn
    assert drawn.count("<a ") == 3


def test_two_days_need_no_timeline() -> None:
    assert timeline.draw(brief((event("A", "2025-03-14"), event("B", "2025-03-15"))), str) == ""


def test_labels_stay_inside_the_drawing() -> None:
    long = "The delegations of both countries and their mediators met again in the old harbour hotel of Lower Brava"
    days = [event(long, f"2025-03-{n}", "2025-03-10") for n in range(10, 20)]
    for a in svg(timeline.draw(brief(tuple(days)), lambda line: "x")).findall("a"):
        label = a.find("text")
        assert label is not None
        width = 7.2 * len(label.text or "")
        x = float(label.get("x", "0"))
        start, end = (x - width, x) if label.get("class") == "end" else (x, x + width)
        assert start >= 0
        assert end <= timeline.WIDTH


def count(*values: tuple[str, float]) -> Line:
    return Line("Killed <b>", under=tuple(Line(str(v), when=day, day=day, value=v) for day, v in values))


def test_a_curve_shows_each_value_and_says_them_all() -> None:
    drawn = curve.draw(count(("2025-03-14", 2), ("2025-03-15", 5), ("2025-03-16", 1200)))
    root = svg(drawn)
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Killed <b>: 14 March 2025, 2; 15 March 2025, 5; 16 March 2025, 1,200"
    assert re.findall(r">([\d,]+)</text>", drawn) == ["2", "5", "1,200"]
    heights = [float(c.get("cy", "0")) for c in root.findall("circle")]
    assert heights == sorted(heights, reverse=True)


def test_two_values_or_one_day_make_no_curve() -> None:
    assert curve.draw(count(("2025-03-14", 2), ("2025-03-15", 5))) == ""
    assert curve.draw(count(("2025-03-14", 2), ("2025-03-14", 5), ("2025-03-14", 7))) == ""
    assert curve.draw(count(("2025-03-14", 0), ("2025-03-15", 0), ("2025-03-16", 0))).count("<circle") == 3


def test_hostile_words_are_escaped_in_drawings() -> None:
    bad = "<script>alert(1)</script>\"'"
    told = brief(tuple(event(bad, f"2025-03-1{n}") for n in range(3)))
    for drawn in (timeline.draw(told, lambda line: "x"), curve.draw(count(*((f"2025-03-1{n}", n) for n in range(3))))):
        assert "<script" not in drawn
        assert "<b>" not in drawn
        svg(drawn)
