"""``parley evaluate``: measure against gold."""

from __future__ import annotations

import importlib
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from parley.annotate import Annotator
from parley.errors import SettingError
from parley.evaluate.table import Row
from parley.settings import from_environment, shared_folder

LAYERS = {
    "statements": "statements",
    "collation": "../gold",
    "times": "times",
    "dating": "times",
    "figures": "figures",
    "incidents": "incidents",
    "positions": "positions",
    "names": "names",
    "stories": "stories",
    "html": "html",
    "story": "../gold",
}
"""Each layer and the folder below the benchmarks whose shape it reads."""


@click.command("evaluate")
@click.argument("layer", required=False, type=click.Choice(sorted(LAYERS)))
@click.option("--gold", type=click.Path(path_type=Path), help="Folder with gold in the shape of the layer's.")
def command(layer: str | None, gold: Path | None) -> None:
    """Measure LAYER (or every layer) against gold, beside what a simple method gets."""
    annotator = Annotator(from_environment().pipeline)
    for one in [layer] if layer else LAYERS:
        folder = gold or _default(LAYERS[one])
        if not folder.is_dir():
            raise SettingError("no such folder", resource=str(folder), advice="name the gold with --gold")
        rows: list[Row] = importlib.import_module(f"parley.evaluate.{one}").evaluate(folder, annotator)
        _print(one, rows)


def _default(folder: str) -> Path:
    shared = shared_folder()
    if shared is None:
        raise SettingError("no gold here", advice="name a folder with --gold, or set PARLEY_SHARED")
    return shared / "bench" / folder


def _print(layer: str, rows: list[Row]) -> None:
    table = Table(title=layer)
    for head in ("measure", "Parley", "simple method", "counted over"):
        table.add_column(head)
    for row in rows:
        table.add_row(row.measure, _figure(row.ours), _figure(row.simple), row.over)
    Console().print(table)


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
