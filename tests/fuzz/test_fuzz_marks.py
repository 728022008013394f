"""A short run of what ``fuzz_marks`` runs for long."""

from __future__ import annotations

from hypothesis import given, settings

from tests.fuzz.fuzz_marks import check
from tests.text.test_marks import HOSTILE


@settings(deadline=None, max_examples=300)
@given(HOSTILE)
def test_any_text(text: str) -> None:
    check(text)
