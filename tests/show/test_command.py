"""The command does what its help says: results to stdout, notes to stderr, one line and a code for a mistake."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE
from tests.show.running import run


def test_help_names_every_subcommand_and_starts_without_the_pipeline() -> None:
    done = run("--help")
    assert done.returncode == 0
    for name in ("add", "show", "export", "annotate", "check", "evaluate"):
        assert name in done.stdout.decode()
    code = "import sys, parley.show.cli; sys.exit('spacy' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_adding_again_changes_nothing(example: str) -> None:
    before = run("export", "--store", example).stdout
    done = run("add", "--store", example, str(EXAMPLE))
    assert done.returncode == 0
    assert b"0 reports added (6 there already)" in done.stdout
    assert b"nothing else changed" in done.stdout
    assert run("export", "--store", example).stdout == before


def test_the_order_of_adding_does_not_matter(example: str, tmp_path: Path) -> None:
    place = str(tmp_path / "r.db")
    for file in sorted(EXAMPLE.iterdir(), reverse=True):
        assert run("add", "--store", place, str(file)).returncode == 0
    assert run("export", "--store", place).stdout == run("export", "--store", example).stdout


def test_a_mistake_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("The ferry sailed at noon, the harbour master said on Friday.\n" * 3)
    done = run("add", "--store", str(tmp_path / "r.db"), str(tmp_path / "empty.txt"), str(tmp_path / "good.txt"))
    assert done.returncode == 1
    assert b"1 report added" in done.stdout
    assert b"empty.txt" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "--store", "none.db"),
        ("export", "--store", "none.db"),
        ("add", "--store", "none/none.db", str(EXAMPLE)),
        ("add", "--store", "r.db", "no-such-file.txt"),
        ("add", "--store", "r.db"),
        ("annotate", "no-such-file.txt"),
        ("add", "--store", "oracle://nowhere", str(EXAMPLE)),
        ("no-such-command",),
    ],
)
def test_no_mistake_shows_a_traceback(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_an_item_is_shown_with_its_passages(example: str) -> None:
    record = json.loads(run("export", "--store", example).stdout)
    statement = next(s for s in record["statements"] if len(s["witnesses"]) > 1)
    done = run("show", "--store", example, statement["id"])
    assert done.returncode == 0
    told = " ".join(done.stdout.decode().split())
    for witness in statement["witnesses"]:
        assert " ".join(witness["exact"].split()) in told
        assert f"{witness['start']}–{witness['end']}" in told
    assert run("show", "--store", example, "no-such-item").returncode == 1


def test_annotate_gives_one_object_a_report_in_order_with_the_given_id() -> None:
    lines = [
        {"id": "b", "text": "“The bridge is open,” the mayor, Jonas Pell, said on Friday.", "published": "2025-03-15"},
        {"id": "a", "text": "Nothing else happened in Upper Brava on Saturday."},
    ]
    done = run("annotate", stdin="\n".join(json.dumps(line) for line in lines).encode())
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["id"] for f in found] == ["b", "a"]
    content = found[0]["statements"][0]["content"][0]
    assert lines[0]["text"][content[0] : content[1]].startswith("The bridge is open")
    for f, line in zip(found, lines, strict=True):
        for layer in ("times", "figures", "events", "positions"):
            for one in f[layer]:
                assert line["text"][one["start"] : one["end"]] == one["exact"]


def test_the_export_keeps_its_laws(example: str) -> None:
    record = json.loads(run("export", "--store", example).stdout)
    assert record["format"] == "parley/1"
    text = {r["id"]: r["text"] for r in record["reports"]}
    body = {r["id"]: r["body"] for r in record["reports"]}
    names = {n["id"] for n in record["names"]}
    for kind in ("statements", "events", "figures", "positions"):
        for item in record[kind]:
            assert item["witnesses"], item["id"]
            for w in item["witnesses"]:
                assert text[w["report"]][w["start"] : w["end"]] == w["exact"]
                assert any(a <= w["start"] and w["end"] <= b for a, b in body[w["report"]]), w
            assert 1 <= item["support"]["origins"] <= item["support"]["reports"]
    for s in record["statements"]:
        assert s["speaker"] is None or s["speaker"] in names
    for p in record["positions"]:
        assert p["party"] in names
    ids = [
        i["id"]
        for kind in ("names", "statements", "events", "figures", "positions", "disagreements")
        for i in record[kind]
    ]
    assert len(ids) == len(set(ids))


def test_export_without_text_holds_no_sentence_of_a_report(example: str) -> None:
    bare = run("export", "--store", example, "--no-text").stdout.decode()
    record = json.loads(bare)
    assert all("text" not in r for r in record["reports"])
    assert '"exact":' not in bare


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_leaves_a_good_store(tmp_path: Path, jobs: str) -> None:
    place = str(tmp_path / "r.db")
    texts = tmp_path / "many"
    texts.mkdir()
    for n in range(60):
        (texts / f"{n:03}.txt").write_text(
            f"Ferry {n} sailed at noon on Friday, harbour master Ana Reyes said.\n\n" * 40
        )
    working = subprocess.Popen(
        [sys.executable, "-m", "parley", "add", "--jobs", jobs, "--store", place, str(texts)],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    for _ in range(600):
        time.sleep(0.05)
        if Path(place).exists() and _findings(place):
            break
    os.killpg(working.pid, signal.SIGINT)  # as a terminal does: to every process
    _, told = working.communicate(timeout=60)
    assert b"Traceback" not in told
    if working.returncode:
        assert working.returncode == 130
        assert b"stopped" in told
    assert run("add", "--store", place, str(texts)).returncode == 0
    assert len(json.loads(run("export", "--store", place).stdout)["reports"]) == 60


def _findings(place: str) -> int:
    try:
        return int(sqlite3.connect(place).execute("select count(*) from findings").fetchone()[0])
    except sqlite3.Error:
        return 0
