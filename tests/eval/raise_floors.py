"""Set the floors to what is reached now.

    python -m tests.eval.raise_floors [LAYER ...] [--lower "reason"]

A floor only rises (a ceiling only falls) unless --lower gives the reason, which is written beside it.
"""

from __future__ import annotations

import argparse
import sys
import tomllib

from parley.settings import shared_folder
from tests.eval.measures import LAYERS, is_ceiling, measure
from tests.eval.test_floors import FLOORS


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("layers", nargs="*", default=list(LAYERS))
    ask.add_argument("--lower", metavar="REASON")
    asked = ask.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit("no gold here: PARLEY_SHARED names no folder")
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    reasons = floors.pop("lowered", {})
    for layer in asked.layers:
        known = floors.setdefault(layer, {})
        for name, value in measure(layer, shared / "bench").items():
            better = name not in known or (value < known[name] if is_ceiling(name) else value > known[name])
            if better:
                known[name] = value
            elif value != known[name] and asked.lower:
                reasons[f"{layer}: {name}"] = f"{known[name]} → {value}: {asked.lower}"
                known[name] = value
            elif value != known[name]:
                print(f"{layer}: {name} stands at {value}, its floor is {known[name]}", file=sys.stderr)
    FLOORS.write_text(_toml(floors, reasons), "utf-8")


def _toml(floors: dict[str, dict[str, float]], reasons: dict[str, str]) -> str:
    lines = ["# Reached once, never to be lost: python -m tests.eval.raise_floors"]
    for layer in sorted(floors):
        lines += ["", f"[{layer}]", *(f'"{name}" = {value}' for name, value in floors[layer].items())]
    if reasons:
        lines += ["", "[lowered]", *(f'"{name}" = "{why}"' for name, why in sorted(reasons.items()))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
