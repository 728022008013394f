"""Files, folders, patterns and standard input: one bad file never costs the others."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from parley.errors import ReadError
from parley.model.reports import Report
from parley.read import KINDS, Skipped, read_paths
from parley.read.paths import Found

ARTICLE = "The Varnholt ferry ran aground on Monday, the harbour commission said. Nobody was hurt.\n"


def put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def named(found: list[Found], kind: type, root: Path) -> list[str]:
    places = [
        (one.file if not isinstance(one, ReadError) else one.resource or "") for one in found if isinstance(one, kind)
    ]
    return [place.removeprefix(f"{root}/") for place in places]


def test_a_folder_is_read_in_order_and_to_its_depth(tmp_path: Path) -> None:
    put(tmp_path, b_txt=ARTICLE, a__z_md=ARTICLE, c_pdf=b"%PDF-", README="x", _hidden_txt=ARTICLE)
    found = list(read_paths([str(tmp_path)]))
    assert named(found, Report, tmp_path) == ["a/z.md", "b.txt"]
    assert named(found, Skipped, tmp_path) == ["README", "c.pdf"]
    assert not named(found, ReadError, tmp_path)


def test_bad_files_are_errors_in_their_place_and_the_rest_is_read(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_txt=ARTICLE,
        b_txt=b"",
        c_txt=bytes(range(256)) * 9,
        d_md="---\ntitle: [\n---\nx",
        e_html="<html><body><nav><a href='/'>Home</a></nav></body></html>",
        f_txt="Паром ушёл утром".encode("koi8-r") * 9,
        g_txt=ARTICLE + "More.",
    )
    (tmp_path / "h.txt").symlink_to(tmp_path / "h.txt")
    (tmp_path / "i.txt").symlink_to(tmp_path / "gone.txt")
    found = list(read_paths([str(tmp_path)]))
    assert named(found, Report, tmp_path) == ["a.txt", "g.txt"]
    assert named(found, ReadError, tmp_path) == ["b.txt", "c.txt", "d.md", "e.html", "f.txt", "h.txt", "i.txt"]
    for fault in found:
        if isinstance(fault, ReadError):
            assert fault.advice
            assert "\n" not in str(fault)


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    put(tmp_path, a_txt=ARTICLE, b_txt=ARTICLE)
    found = []
    for one in read_paths([str(tmp_path)]):
        found.append(one)
        (tmp_path / "b.txt").unlink(missing_ok=True)
    assert isinstance(found[0], Report)
    assert isinstance(found[1], ReadError)
    assert "no such file" in str(found[1])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_rights(tmp_path: Path) -> None:
    put(tmp_path, a_txt=ARTICLE)
    (tmp_path / "a.txt").chmod(0)
    (fault,) = read_paths([str(tmp_path)])
    assert "may not be read" in str(fault)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    put(tmp_path, sub__a_txt=ARTICLE)
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = list(read_paths([str(tmp_path)]))
    assert named(found, Report, tmp_path) == ["sub/a.txt"]
    assert named(found, Skipped, tmp_path) == ["sub/loop"]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.jsonl")
    found = list(read_paths([str(tmp_path)]))
    assert [str(f).split(": ")[1].split(" (")[0] for f in found] == ["not a file", "not a file"]


@pytest.mark.parametrize("content", [{}, {"a_pdf": b"%PDF-"}])
def test_a_folder_without_reports_says_so(tmp_path: Path, content: dict[str, bytes]) -> None:
    put(tmp_path, **content)
    last = list(read_paths([str(tmp_path)]))[-1]
    assert isinstance(last, ReadError)
    assert all(ending in str(last) for ending in KINDS)


def test_patterns_and_files_named_twice(tmp_path: Path) -> None:
    put(tmp_path, a_txt=ARTICLE, b_txt=ARTICLE, c_md=ARTICLE)
    found = list(read_paths([f"{tmp_path}/*.txt", f"{tmp_path}/a.txt", f"{tmp_path}/*.rtf", f"{tmp_path}/none.txt"]))
    assert named(found, Report, tmp_path) == ["a.txt", "b.txt"]
    assert named(found, ReadError, tmp_path) == ["*.rtf", "none.txt"]


def test_the_same_bytes_are_one_report_from_one_place_and_two_from_two(tmp_path: Path) -> None:
    head = "---\nsource: https://{}.example/ferry\n---\n"
    put(tmp_path, a_txt=ARTICLE, b_txt=ARTICLE)
    first, second = read_paths([str(tmp_path)])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == second.id
    put(tmp_path, c_md=head.format("varnholt") + ARTICLE, d_md=head.format("ostmark") + ARTICLE)
    third, fourth = list(read_paths([f"{tmp_path}/*.md"]))
    assert isinstance(third, Report)
    assert isinstance(fourth, Report)
    assert third.id != fourth.id


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (ARTICLE.encode(), "plain"),
        (b"---\ntitle: x\n---\n" + ARTICLE.encode(), "markdown"),
        (
            b"<!-- x --><!DOCTYPE html><html><body><article><p>"
            + ARTICLE.encode() * 3
            + b"</p></article></body></html>",
            "trafilatura",
        ),
        (b'{"id": "1", "text": "' + ARTICLE.strip().encode() + b'"}', "jsonl"),
    ],
)
def test_standard_input_is_told_by_its_beginning(data: bytes, reader: str) -> None:
    (report,) = read_paths(["-"], stdin=io.BytesIO(data))
    assert isinstance(report, Report)
    assert report.reader.name == reader
    assert report.file == ("-#1" if reader == "jsonl" else "-")


def test_a_json_list_is_refused_with_advice() -> None:
    (fault,) = read_paths(["-"], stdin=io.BytesIO(b'[{"text": "x"}]'))
    assert isinstance(fault, ReadError)
    assert "one object a line" in str(fault)


def test_comments_before_a_page_are_passed_over_in_good_time() -> None:
    (fault,) = read_paths(["-"], stdin=io.BytesIO(b"<!---->" * 400 + b"x y"))
    assert isinstance(fault, Report)


def test_progress(tmp_path: Path) -> None:
    put(tmp_path, a_txt=ARTICLE, b_txt=b"")
    told: list[tuple[int, str]] = []
    list(read_paths([str(tmp_path)], progress=lambda done, file: told.append((done, Path(file).name))))
    assert told == [(0, "a.txt"), (1, "b.txt")]


def test_a_file_of_fifty_megabytes_is_refused_in_good_time(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"The ferry sailed on Monday. " * 1_800_000)
    (fault,) = read_paths([str(tmp_path)])
    assert "too long" in str(fault)
