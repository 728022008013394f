"""Publication dates as pages state them."""

from __future__ import annotations

import pytest

from parley.read.stated import day_in_url, published_from


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2031-04-09T16:05:00Z", "2031-04-09T16:05Z"),
        ("2031-04-09T16:05:00.123+03:00", "2031-04-09T13:05Z"),
        ("2031-04-09 16:05:00+0300", "2031-04-09T13:05Z"),
        ("Wed, 09 Apr 2031 16:05:00 +0000", "2031-04-09T16:05Z"),
        ("April 9, 2031 at 4:05 pm EDT", "2031-04-09T20:05Z"),
        ("9 April 2031, 16.05 GMT", "2031-04-09T16:05Z"),
        ("Published 4:05 p.m. ET April 9, 2031", "2031-04-09T20:05Z"),
        ("Published 4:05 p.m. ET Jan. 9, 2031", "2031-01-09T21:05Z"),
        ("9 Apr 2031 | 12:30 AM GMT", "2031-04-09T00:30Z"),
        ("April 9th, 2031 06:00 PM GMT+03:00", "2031-04-09T15:00Z"),
    ],
)
def test_a_time_with_its_zone_is_an_instant(written: str, instant: str) -> None:
    published = published_from(written, "date")
    assert published is not None
    assert (published.earliest, published.latest, published.basis) == (instant, instant, "stated")
    assert written in published.because


@pytest.mark.parametrize(
    "written",
    [
        "2031-04-09",
        "20310409",
        "2031-04-09T00:00:00",  # software's way of writing a day
        "2031-04-09T00:00:00Z",
        "2031-04-09T16:05:00",  # no zone: the day is all that is sure
        "April 9, 2031, 16:05 IST",  # India, Israel or Ireland
        "9th of April 2031",
        "Apr. 9, 2031",
        "2031/04/09",
        "2031.4.9",
        "09.04.2031",  # points stand after a day
        "2031-04-09T22:05:00-05:00",  # already the 10th in UTC, but "today" is said from there
    ],
)
def test_a_day_stays_a_day(written: str) -> None:
    published = published_from(written, "date")
    assert published is not None
    assert (published.earliest, published.latest) == ("2031-04-09", "2031-04-09")


@pytest.mark.parametrize("written", ["17/04/2031", "04/17/2031", "17-4-2031", "4/17/2031 16:05"])
def test_a_day_above_twelve_tells_the_order(written: str) -> None:
    published = published_from(written, "date")
    assert published is not None
    assert published.earliest == "2031-04-17"


@pytest.mark.parametrize(
    "written",
    [
        "unknown",
        "",
        None,
        7,
        "N/A",
        "2031-13-45",
        "31 June 2031",
        "last Tuesday",
        "x" * 500,
        "09/04/2031",
        "31.13.2031",
    ],
)
def test_unknown_is_unknown(written: object) -> None:
    assert published_from(written, "date") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://gazette.example/2031/04/09/ferry", "2031-04-09"),
        ("https://gazette.example/world/2031/apr/9/ferry", "2031-04-09"),
        ("https://gazette.example/news/2031-04-09/", "2031-04-09"),
        ("https://gazette.example/2031/44/09/ferry", None),
        ("https://gazette.example/article/20310409", None),
        (None, None),
    ],
)
def test_a_day_in_the_address(url: str | None, day: str | None) -> None:
    published = day_in_url(url)
    assert (published.earliest if published else None) == day
