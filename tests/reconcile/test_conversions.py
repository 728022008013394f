"""A conversion that does not come out is a conflict within its report; one that does is not."""

from __future__ import annotations

import pytest

from tests.traps.test_disagreements import disagreements


@pytest.mark.parametrize(("bracket", "faults"), [("84 km/h", 0), ("120 km/h", 1)])
def test_only_a_wrong_conversion_is_a_conflict(bracket: str, faults: int) -> None:
    text = f"The tram was travelling at 52 miles per hour ({bracket}) when it left the rails on Tuesday, police said."
    raised = disagreements({"report": [{"published": "2024-10-09", "text": text}]})
    assert sum(d.kind == "conflict" and d.attribute == "number" for d in raised) == faults
