"""The whole way on either database gives the same record, byte for byte."""

from __future__ import annotations

import parley
from tests.conftest import EXAMPLE


def test_either_database_gives_the_same_bytes(place: str, example: str) -> None:
    parley.add([str(EXAMPLE)], store=place)
    assert parley.export(place) == parley.export(example)
    _, changes = parley.add([str(EXAMPLE)], store=place)
    assert changes.lines == ()
    assert changes.added == {}
