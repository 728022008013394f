"""Checking a text against a record. All of it is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.findings import FigureFinding, Findings
from parley.model.items import Figure, Record, StoryItems, Support
from parley.model.passages import Span, Witness
from parley.model.times import Published
from parley.reconcile import lineage, statements
from parley.reconcile.check import Verdict, check
from parley.reconcile.check.figures import check_figures
from tests.reconcile.drafting import Told, draft_of, find_told, report

SAID = "We will rebuild the landing by summer, unless the province refuses to pay for the steel."
GARBLED = "We will repair the landing by summer, unless the province refuses to pay for the steel."


@pytest.fixture(scope="module")
def record() -> Record:
    told = [
        (report(key, f"“{words}” said Orla Venn."), [Told("Orla Venn", [f"“{words}”"])])
        for key, words in (("a", SAID), ("b", SAID), ("c", GARBLED))
    ]
    draft = draft_of(*told)
    utterances = statements.align(draft)
    lineage.trace(draft, utterances)
    statements.collate(draft, utterances)
    figure = Figure(
        "f1", "s0", 40.0, "about", None, None, "fishing boats", None, None, (), (Witness("a", 0, 4, "some 40 boats"),),
        Support(1, 1),
    )  # fmt: skip
    items = StoryItems(
        draft.story, draft.reports, tuple(draft.names), tuple(draft.statements), (), (figure,), (), (), ()
    )
    return Record(draft.reports, (items,))


def verdict(record: Record, words: str, speaker: str | None = None) -> Verdict:
    text = f"As somebody put it, “{words}” (so the quay heard)."
    told = [Told(speaker, [f"“{words}”"])] if speaker else []
    (found,) = check(report("mine", text), find_told(text, told, "mine"), record)
    assert text[found.start : found.end] == found.exact
    return found


def test_faithful_quotations_hold_with_their_witnesses(record: Record) -> None:
    same = verdict(record, SAID)
    assert same.holds == "same"
    assert {w.report for w in same.witnesses} == {"a", "b"}
    assert verdict(record, SAID.upper()).holds == "typography"


def test_a_harmless_cut_is_only_a_cut(record: Record) -> None:
    found = verdict(record, "unless the province refuses to pay for the steel")
    assert found.holds == "cut"
    assert found.cautions == ()


def test_a_cut_that_drops_the_condition_says_so(record: Record) -> None:
    found = verdict(record, "We will rebuild the landing by summer")
    assert found.holds == "cut"
    assert any("sense may change" in c and "unless" in c for c in found.cautions)


def test_an_alteration_shows_how(record: Record) -> None:
    found = verdict(record, "We will rebuild the landing by winter")
    assert found.holds == "altered"
    assert ("summer", "winter") in {(c.before.split()[0], c.after) for c in found.changes}


def test_a_wording_that_only_an_altered_version_has_is_told(record: Record) -> None:
    found = verdict(record, "We will repair the landing by summer")
    assert found.holds == "altered"
    assert {w.report for w in found.so_worded} == {"c"}
    assert found.cautions


def test_words_nobody_said_are_not_found(record: Record) -> None:
    found = verdict(record, "The landing has been a ruin for years")
    assert (found.holds, found.item, found.witnesses) == ("not found", None, ())


def test_another_speaker_is_a_caution(record: Record) -> None:
    assert any("Ivo Brandt" in c for c in verdict(record, SAID, speaker="Ivo Brandt").cautions)
    assert not verdict(record, SAID, speaker="Orla Venn").cautions


def figure(value: float, bound: str, of: str) -> Findings:
    finding = FigureFinding(0, 9, "x" * 9, Span(0, 2), value, bound, None, None, of)  # type: ignore[arg-type]
    return Findings("mine", "1", Published(), figures=(finding,))


@pytest.mark.parametrize(
    ("value", "bound", "of", "holds", "kinds"),
    [
        (40.0, "about", "boats", "same", set()),
        (40.0, "exact", "fishing boats", "altered", {"bound"}),
        (60.0, "about", "boats", "altered", {"number"}),
        (60.0, "about", "boats and trawlers", "not found", set()),
        (40.0, "about", "lamp posts", "not found", set()),
    ],
)
def test_figures_are_held_against_what_is_counted(
    record: Record, value: float, bound: str, of: str, holds: str, kinds: set[str]
) -> None:
    (found,) = check(report("mine", "x" * 9), figure(value, bound, of), record)
    assert found.holds == holds
    assert {c.kind for c in found.changes} == kinds


def test_a_figure_of_which_the_record_has_others_calls_for_a_look(record: Record) -> None:
    (story,) = record.stories
    one = replace(story.figures[0], bound="exact", event="e1")
    told = (
        one,
        replace(one, id="f2", value=44.0),
        replace(one, id="f3", value=42.0),
        replace(one, id="f4", value=50.0, event="e2"),
        replace(one, id="f5", value=51.0, bound="at least"),
        replace(one, id="f6", value=52.0, of="lamp posts"),
    )
    seen = replace(record, stories=(replace(story, figures=told),))
    (found,) = check(report("mine", "x" * 9), figure(40.0, "exact", "fishing boats"), seen)
    assert found.holds == "same"
    assert found.cautions == ("the record also has 42, 44",)
    assert not found.stands


@pytest.mark.parametrize(
    ("mine", "theirs", "number", "holds"),
    [
        ("dead", "number of dead", 31.0, "same"),
        ("people killed", "death toll", 31.0, "same"),
        ("are confirmed dead", "people died", 31.0, "same"),
        ("sheep killed", "death toll", 30.0, "not found"),
        ("people injured", "death toll", 31.0, "not found"),
    ],
)
def test_a_toll_that_the_record_has_in_other_words_holds(mine: str, theirs: str, number: float, holds: str) -> None:
    text = "Somebody wrote that 31 it was."
    told = Figure(
        "f1", "s0", number, "exact", None, None, theirs, None, None, (), (Witness("a", 0, 2, "31"),), Support(1, 1)
    )
    found = FigureFinding(20, 22, "31", Span(20, 22), 31.0, "exact", None, None, mine)
    (got,) = check_figures(report("mine", text), Findings("mine", "v", Published(), figures=(found,)), [told])
    assert got.holds == holds
