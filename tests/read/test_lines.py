"""JSON Lines, for the store and for annotating."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ReadError
from parley.read import Given, read_given

TEXT = "The Varnholt ferry ran aground on Monday, the harbour commission said. Nobody was hurt."


def lines(*found: object) -> io.BytesIO:
    return io.BytesIO(b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in found))


def test_the_given_id_is_kept_and_the_fields_are_read() -> None:
    (given_report,) = read_given(
        lines(
            {
                "id": "doc-7",
                "text": TEXT,
                "title": "Ferry",
                "published": "2031-03-03",
                "outlet": "Varnholt Daily",
                "url": "https://v.example/f",
            }
        ),
        "all.jsonl",
    )
    assert isinstance(given_report, Given)
    report = given_report.report
    assert given_report.id == "doc-7"
    assert (report.file, report.title, report.outlet, report.url) == (
        "all.jsonl#1",
        "Ferry",
        "Varnholt Daily",
        "https://v.example/f",
    )
    assert report.published.earliest == "2031-03-03"
    assert report.text == TEXT
    assert report.body[0].of(TEXT) == TEXT


def test_without_an_id_the_reports_own_is_given() -> None:
    (one,) = read_given(lines({"text": TEXT}))
    assert isinstance(one, Given)
    assert one.id == one.report.id


def test_numbers_may_be_ids() -> None:
    (one,) = read_given(lines({"id": 7, "text": TEXT}))
    assert isinstance(one, Given)
    assert one.id == "7"


def test_a_broken_line_names_its_number_and_the_rest_is_read() -> None:
    found = list(
        read_given(
            lines(
                {"text": TEXT}, b"{broken", b"", [1], {"id": "x"}, b'{"text": "\xff"}', {"text": " "}, {"text": TEXT}
            ),
            "a.jsonl",
        )
    )
    assert [f.resource for f in found if isinstance(f, ReadError)] == [f"a.jsonl#{n}" for n in (2, 4, 5, 6, 7)]
    assert [f.report.file for f in found if isinstance(f, Given)] == ["a.jsonl#1", "a.jsonl#8"]


def test_signs_that_no_file_can_hold_are_mended_and_said() -> None:
    (one,) = read_given(io.BytesIO(b'\xef\xbb\xbf{"text": "The ferry\\u0000 sailed \\ud800 on Monday."}'))
    assert isinstance(one, Given)
    assert one.report.text == "The ferry\ufffd sailed \ufffd on Monday."
    assert len(one.report.notes) == 2


def test_a_line_beyond_all_measure_is_passed_over() -> None:
    found = list(read_given(lines(b'{"text": "' + b"a" * 33_000_000 + b'"}', {"text": TEXT})))
    assert isinstance(found[0], ReadError)
    assert isinstance(found[1], Given)


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    (fault,) = read_given(io.BytesIO(b"[" * 200_000))
    assert isinstance(fault, ReadError)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_comes_out_with_its_offsets(text: str) -> None:
    (one,) = read_given(lines({"text": text}))
    assert isinstance(one, Given)
    assert len(one.report.text) == len(text)
    for span in one.report.body:
        assert 0 <= span.start < span.end <= len(text)
