"""What is measured for the floors: each layer on a part of its benchmark, each story whole."""

from __future__ import annotations

import importlib
import math
import tempfile
from pathlib import Path

from parley.annotate import Annotator
from parley.evaluate.table import Row
from parley.settings import from_environment

LAYERS = {
    "statements": ("statements", 12),
    "times": ("times", 2),
    "dating": ("times", 2),
    "figures": ("figures", 1),
    "positions": ("positions", 2),
    "names": ("names", 2),
    "stories": ("stories", 1),
    "html": ("html", 1),
    "story": ("../gold", 1),
}
"""Layer → its folder below the benchmarks, and which part is measured: every n-th line (1: all of it)."""

CEILINGS = ("wrongly", "called altered", "invented", "not in gold", "for each", "days wide")
"""Words in the names of measures of which less is better."""


def is_ceiling(measure: str) -> bool:
    """Whether less is better."""
    return any(word in measure for word in CEILINGS)


def measure(layer: str, bench: Path) -> dict[str, float]:
    """The layer's measures, by name; those that counted nothing are left out."""
    folder, every = LAYERS[layer]
    annotator = Annotator(from_environment().pipeline)
    with tempfile.TemporaryDirectory() as place:
        part = _part(bench / folder, every, Path(place)) if every > 1 else (bench / folder).resolve()
        rows: list[Row] = importlib.import_module(f"parley.evaluate.{layer}").evaluate(part, annotator)
    return {row.measure: round(float(row.ours), 4) for row in rows if not math.isnan(row.ours)}


def _part(folder: Path, every: int, place: Path) -> Path:
    for file in sorted(folder.glob("*.jsonl")):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        (place / file.name).write_text("".join(lines[::every]), "utf-8")
    return place
