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


def test_what_is_removed_and_brought_back_is_the_same_on_either_database(place: str, example: str) -> None:
    parley.add([str(EXAMPLE)], store=place)
    gone = parley.remove(["4"], store=place)
    assert gone.totals["reports"] == 5
    assert parley.load(place).aside[0].report.number == 4
    back = parley.undo(store=place)
    assert back.totals["reports"] == 6
    assert parley.export(place) == parley.export(example)
    assert parley.brief(place) == parley.brief(example)
