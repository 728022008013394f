"""Disagreements: their shape, and that they do not hang on the order of reports (what is raised: tests/traps)."""

from __future__ import annotations

from itertools import permutations

from tests.reconcile.test_events import ANNOUNCED, HELD, story

ROME = ("2024-04-09", "Envoys from Sudan and Ethiopia held talks in Rome on Monday.")
MILAN = ("2024-04-09", "Talks between Sudan and Ethiopia in Italy broke up on Monday. The talks in Milan took an hour.")
QUOTED = ("2024-04-09", "“We will not sell our forests to foreign companies without a vote,” Rosa Vega said on Monday.")
REWORDED = ("2024-04-09", "“We will not sell our woods to foreign companies without a vote,” Rosa Vega said on Monday.")


def test_each_reading_has_its_passages() -> None:
    items = story(ROME, MILAN, QUOTED, REWORDED, ANNOUNCED, HELD)
    assert {d.attribute for d in items.disagreements} >= {"place", "wording", "status"}
    texts = {r.id: r.text for r in items.reports}
    held = {e.id for e in items.events} | {s.id for s in items.statements} | {f.id for f in items.figures}
    assert len({d.id for d in items.disagreements}) == len(items.disagreements)
    for dispute in items.disagreements:
        assert len(dispute.readings) > 1
        assert dispute.about.id in held
        assert dispute.because
        assert "\n" not in dispute.because
        for side in dispute.readings:
            assert side.value
            assert side.witnesses
            assert set(side.reports) == {w.report for w in side.witnesses}
            assert all(texts[w.report][w.start : w.end] == w.exact for w in side.witnesses)


def test_order_does_not_matter() -> None:
    told = (ROME, MILAN, HELD)
    expected = story(*told).disagreements
    for order in permutations(range(3)):
        assert story(*told, order=order).disagreements == expected


def test_two_towns_name_both() -> None:
    (place,) = [d for d in story(ROME, MILAN).disagreements if d.attribute == "place"]
    assert {r.value for r in place.readings} == {"Rome", "Milan"}
    assert place.kind == "conflict"


def test_a_claim_denied_in_its_own_words() -> None:
    items = story(
        (
            "2024-04-09",
            "A welder told the Gazette that a crack had been found in the boiler on Sunday. "
            "Hale Works denied that any crack had been found.",
        )
    )
    (dispute,) = [d for d in items.disagreements if d.attribute == "occurred"]
    assert dispute.kind == "parties"
    assert dispute.readings[1].value == "denied"


def test_a_denial_of_something_else_is_no_dispute() -> None:
    items = story(
        (
            "2024-04-09",
            "A welder told the Gazette that the night shift was short of staff. "
            "Hale Works denied that any crack had been found.",
        )
    )
    assert not [d for d in items.disagreements if d.attribute == "occurred"]
