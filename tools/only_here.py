"""Rules and lexicon entries that fire on one story alone: written for its sentences instead of for news English.

    python tools/only_here.py STORY OTHERS [OTHERS ...] [--sample N]

STORY and OTHERS are folders of reports. OTHERS may also hold JSON Lines with a "text", "content" or "sentence" in each
line, of which up to N a file are read, and trap sets.
Prints two lists, which should be empty, and exits 1 if they are not:

- lines of code of the stages that run on the story and on none of the others (consecutive lines as one);
- lexicon entries whose words stand in the story's text and in none of the others' (gazetteers left out).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import coverage

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "parley"
WORD = re.compile(r"[^\W_]+")
GAZETTEERS = ("given.toml", "offices.toml", "regions.toml", "countries.toml")
"""Names of people, offices and places: facts about the world, which hold whether or not a sample mentions them."""

ROOMS = ("annotate", "reconcile", "text")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("story", type=Path)
    ask.add_argument("others", type=Path, nargs="+")
    ask.add_argument("--sample", type=int, default=60, metavar="N")
    asked = ask.parse_args()
    found = [*lines_only_here(asked.story, asked.others, asked.sample), *entries_only_here(asked.story, asked.others)]
    print(*found, sep="\n")
    print(f"{len(found)} rules or entries fire on {asked.story} alone", file=sys.stderr)
    sys.exit(bool(found))


def lines_only_here(story: Path, others: Iterable[Path], sample: int) -> Iterator[str]:
    """Each run of lines of code that only the story reaches, with its place and its first line."""
    # Each in a process of its own: what is loaded once and remembered would only count where it was loaded.
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        here = pool.submit(_covered, [story], sample).result()
        elsewhere = pool.submit(_covered, list(others), sample).result()
    for file in sorted(here):
        alone = sorted(here[file] - elsewhere.get(file, set()))
        source = Path(file).read_text("utf-8").splitlines()
        for first, last in _runs(alone):
            place = f"{Path(file).relative_to(PACKAGE)}:{first}" + (f"-{last}" if last > first else "")
            yield f"{place}: {source[first - 1].strip()}"


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    start = last = None
    for line in lines:
        if last is not None and line > last + 1:
            yield start or line, last
            start = line
        start = start or line
        last = line
    if start is not None and last is not None:
        yield start, last


def _covered(folders: Iterable[Path], sample: int) -> dict[str, set[int]]:
    """The lines of the stages that run while records are made of the folders' reports and samples annotated."""
    watch = coverage.Coverage(data_file=None, include=[f"{PACKAGE}/{room}/*" for room in ROOMS], concurrency="thread")
    watch.start()
    try:
        _work(folders, sample)
    finally:
        watch.stop()
    data = watch.get_data()
    return {file: set(data.lines(file) or ()) for file in data.measured_files()}


def _work(folders: Iterable[Path], sample: int) -> None:
    from parley.annotate import Annotator
    from parley.build import take_in, update
    from parley.model.items import Story
    from parley.reconcile import reconcile
    from parley.record import open_store
    from parley.settings import from_environment

    annotator = Annotator(from_environment().pipeline)
    for folder in folders:
        for place in _stories(folder):
            with tempfile.TemporaryDirectory() as scratch, open_store(f"{scratch}/r.db") as store:
                take_in(store, [str(p) for p in place])
                update(store, from_environment(), 1)
        for text, published in _texts(folder, sample):
            annotator.annotate(_report(text, published))
        for told in _traps(folder):
            reports = [_report(text, day, f"r{n}") for n, (text, day) in enumerate(told)]
            story = Story("s", "", tuple(r.id for r in reports), None, None)
            reconcile(story, reports, {r.id: annotator.annotate(r) for r in reports})


def _traps(folder: Path) -> Iterator[list[tuple[str, str | None]]]:
    """The trap sets below the folder: each trap's passage, or its several reports, with their dates."""
    for file in sorted(folder.rglob("*.toml")):
        for trap in tomllib.loads(file.read_text("utf-8")).get("trap", ()):
            told = trap.get("report") or [trap]
            yield [(r["text"], r.get("published")) for r in told]


def _stories(folder: Path) -> Iterator[list[Path]]:
    for place in [folder, *sorted(p for p in folder.rglob("*") if p.is_dir())]:
        reports = sorted(p for p in place.iterdir() if p.suffix in (".txt", ".md", ".html"))
        if reports and not (place / "README.md").exists():
            yield reports


def _texts(folder: Path, sample: int | None = None) -> Iterator[tuple[str, str | None]]:
    for file in sorted(folder.rglob("*.jsonl")):
        lines = file.read_text("utf-8").splitlines()
        for line in lines[:: max(1, len(lines) // sample)] if sample else lines:
            row: dict[str, Any] = json.loads(line)
            text = row.get("text") or row.get("content") or row.get("sentence")
            if isinstance(text, str) and text.strip():
                date = row.get("published") or row.get("dct") or row.get("date")
                yield text, date if isinstance(date, str) else None


def _report(text: str, published: str | None, name: str = "r") -> Any:
    from parley.model.passages import Span
    from parley.model.reports import Reader, Report
    from parley.model.times import Published

    date = Published(published[:10], published[:10], "stated", "given") if published else Published()
    whole = (Span(0, len(text)),)
    return Report(name, "-", "", None, None, None, (), "en", date, text, whole, Reader("given", "1"))


def entries_only_here(story: Path, others: Iterable[Path]) -> Iterator[str]:
    """Each lexicon entry that stands in the story's words and in none of the others'."""
    here = _words(" ".join(p.read_text("utf-8") for p in sorted(story.iterdir()) if p.is_file()))
    elsewhere = " ".join(
        _words(part)
        for folder in others
        for part in (
            *(p.read_text("utf-8", errors="replace") for p in sorted(folder.rglob("*")) if p.suffix in (".txt", ".md")),
            *(text for text, _ in _texts(folder)),
            *(text for told in _traps(folder) for text, _ in told),
        )
    )
    for file in sorted(f for f in PACKAGE.rglob("*.toml") if f.name not in GAZETTEERS):
        for entry in sorted(set(_strings(tomllib.loads(file.read_text("utf-8"))))):
            plain = _words(entry)
            if plain.strip() and plain in here and plain not in elsewhere:
                yield f"{file.relative_to(PACKAGE)}: {entry!r}"


def _words(text: str) -> str:
    """The text's words, small, each between single spaces."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from _strings(value)
    elif isinstance(part, list):
        for value in part:
            yield from _strings(value)


if __name__ == "__main__":
    main()
