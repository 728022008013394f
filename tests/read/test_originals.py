"""Originals: who said it, where, when, and every word of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parley.errors import ReadError
from parley.read import read_original

POST = "WE WILL TOW THE FERRY OFF AT HIGH TIDE. THE CREW IS SAFE!!!\n\nAdvertisement\n\nThank you to the tugs."


def test_a_list_of_posts(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    posts = [
        {
            "id": "1",
            "author": "Ilse Brandt",
            "platform": "Chirper",
            "created_at": "2031-03-03T14:58:48.603Z",
            "url": "https://chirper.example/1",
            "text": POST,
        },
        {
            "id": "2",
            "speaker": "Per Nordal",
            "channel": "a press conference",
            "date": "2031-03-04",
            "text": "We regret it.",
        },
    ]
    path.write_text(json.dumps(posts))
    first, second = read_original(str(path))
    assert first.original
    assert (first.speaker, first.channel, first.made) == ("Ilse Brandt", "Chirper", "2031-03-03T14:58Z")
    assert [span.of(first.text) for span in first.body] == [POST]  # an original has no furniture
    assert first.file == f"{path}#1"
    assert (second.speaker, second.channel, second.made) == ("Per Nordal", "a press conference", "2031-03-04")
    assert first.id != second.id


def test_a_communique_with_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "statement.md"
    path.write_text(
        "---\nspeaker: Harbour Commission\nchannel: communiqué\ndate: 2031-03-03\ntime: unknown\n---\n\n"
        "The ferry is afloat.\n"
    )
    (report,) = read_original(str(path))
    assert (report.speaker, report.channel, report.made) == ("Harbour Commission", "communiqué", "2031-03-03")
    assert [span.of(report.text) for span in report.body] == ["The ferry is afloat."]


def test_a_date_and_a_time_in_two_fields(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_text(
        "---\nspeaker: Harbour Commission\ndate: 2031-03-03\ntime: 18:30 +02:00\n---\nThe ferry is afloat.\n"
    )
    (report,) = read_original(str(path))
    assert report.made == "2031-03-03T16:30Z"


def test_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text('{"author": "A B", "text": "One."}\n{"author": "C D", "text": "Two."}\n')
    assert [(r.speaker, r.text) for r in read_original(str(path))] == [("A B", "One."), ("C D", "Two.")]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", "[1]", "not a JSON object"),
        ("a.json", "[]", "no original"),
        ("a.json", '[{"author": "x"}]', "no text"),
        ("a.json", "{broken", "not JSON"),
        ("a.md", "---\nspeaker: x\n---\n\n", "no text below"),
        ("a.txt", "", "empty"),
    ],
)
def test_what_is_no_original_is_one_clear_error(tmp_path: Path, name: str, content: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(ReadError, match=says):
        read_original(str(path))


def test_a_missing_file() -> None:
    with pytest.raises(ReadError, match="no such file"):
        read_original("/nowhere/at/all.md")
