"""What was once reached is not lost: every measure stands at its floor (or below its ceiling)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.eval.measures import LAYERS, is_ceiling, measure

FLOORS = Path(__file__).with_name("floors.toml")

SLACK = 0.005
"""Another processor's arithmetic may turn a close parse, so a floor gives way by this much and no more."""


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("layer", LAYERS)
def test_no_measure_falls_below_its_floor(layer: str, shared: Path) -> None:
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8")).get(layer, {})
    assert floors, f"no floors for {layer}: python -m tests.eval.raise_floors {layer}"
    reached = measure(layer, shared / "bench")
    worse = [
        f"{name}: {reached.get(name)} (floor {floor})"
        for name, floor in floors.items()
        if name not in reached or (reached[name] > floor + SLACK if is_ceiling(name) else reached[name] < floor - SLACK)
    ]
    assert not worse, "\n".join(worse)
