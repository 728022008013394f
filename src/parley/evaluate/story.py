"""A whole story against gold read by hand: reports beside a ``gold.json``, or a folder beside its JSON file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parley.annotate import Annotator
from parley.build import take_in, update
from parley.evaluate import story_facts, story_statements
from parley.evaluate.compared import Story
from parley.evaluate.table import Row
from parley.model.items import Record
from parley.record import open_store
from parley.settings import from_environment


def evaluate(folder: Path, annotator: Annotator) -> list[Row]:
    """The measures of each story found in or below `folder`; rows carry the story's name where there are several."""
    del annotator  # the record is made as a user makes it, pipeline and all
    found = list(_stories(folder))
    rows: list[Row] = []
    for name, reports, gold in found:
        for row in measure(Story(_record(reports), gold)):
            rows.append(
                Row(f"{name}: {row.measure}" if len(found) > 1 else row.measure, row.ours, row.simple, row.over)
            )
    return rows


def measure(story: Story) -> list[Row]:
    """All measures of one story."""
    return [*story_statements.measure(story), *story_facts.measure(story)]


def _stories(folder: Path) -> Iterator[tuple[str, list[Path], dict[str, Any]]]:
    for file in sorted(folder.glob("**/gold.json")):
        reports = sorted(p for p in file.parent.iterdir() if p.suffix in (".md", ".txt", ".html", ".jsonl"))
        yield file.parent.name, reports, json.loads(file.read_text("utf-8"))
    for file in sorted(folder.glob("*.json")):
        reports_folder = next((f for f in (folder / file.stem, folder.parent / file.stem) if f.is_dir()), None)
        if reports_folder is not None:
            yield file.stem, [reports_folder], json.loads(file.read_text("utf-8"))


def _record(reports: list[Path]) -> Record:
    with tempfile.TemporaryDirectory() as place, open_store(f"{place}/story.db") as store:
        take_in(store, [str(p) for p in reports])
        update(store, from_environment())
        return store.record()
