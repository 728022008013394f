"""The measure of collation, on a tiny gold of invented reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from parley.evaluate.collation import evaluate

TRUE = "We will open the floodgates at noon, and the lower fields must be cleared of sheep."
GARBLED = "We will open the floodgates at noon, and the low fields should be cleared of sheep."
ELSE = "The levee at Tarn Mill was inspected twice in the spring."


def _witness(report: str, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"report": report, "start": start, "end": start + len(words), "text": words}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    told = {"one": [TRUE, ELSE], "two": [TRUE.upper()], "three": [GARBLED]}
    texts = {name: "\n".join(f"“{w}” she said." for w in words) for name, words in told.items()}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    statement = {"speaker": "Ada Holm", "kind": "direct", "made": None}
    versions = [_witness("one", texts["one"], TRUE), _witness("two", texts["two"], TRUE.upper())]
    versions.append(_witness("three", texts["three"], GARBLED))
    data = {
        "reports": {name: {"file": f"{name}.txt"} for name in told},
        "statements": [
            {**statement, "id": "gates", "altered": ["three"], "witnesses": versions},
            {**statement, "id": "levee", "altered": [], "witnesses": [_witness("one", texts["one"], ELSE)]},
        ],
    }
    (tmp_path / "gold.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def test_joining_and_judging_are_counted(gold: Path) -> None:
    rows = {row.measure: row for row in evaluate(gold, cast(Any, None))}
    assert rows["joined"].ours == 1.0
    assert rows["joined"].over == "3 pairs"
    assert rows["joined wrongly"].ours == 0
    assert rows["altered found"].ours == 1.0
    assert rows["altered invented"].ours == 0


@pytest.mark.shared
def test_floors_on_hand_read_stories(shared: Path) -> None:
    rows = {row.measure: row for row in evaluate(shared / "gold", cast(Any, None))}
    assert rows["joined"].ours >= 0.75
    assert rows["joined"].ours > (rows["joined"].simple or 0) + 0.15
    assert rows["joined wrongly"].ours <= 1
    assert rows["altered found"].ours >= 0.85
    assert rows["altered invented"].ours == 0
