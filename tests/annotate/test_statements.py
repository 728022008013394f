"""The statements stage: laws that hold on every text, and how the parts of an utterance hang together."""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path

import pytest

from parley.annotate.annotator import Annotator
from parley.annotate.statements.lexicon import cues
from parley.evaluate.statements import by_marks_and_verbs, evaluate, match, report_of, told_of
from parley.model.findings import Findings
from parley.settings import DEFAULT_PIPELINE, shared_folder

PIECES = (
    "“We sail at dawn,” said Captain Mia Torvald. ",
    "Torvald added that the sea was “calm as milk” and the crew rested.\n\n",
    "“No one",
    "” he said, ‘",
    "The harbour, according to the pilot, was shut; \n",
    "Ж“中” ",
    "\u200b\u202e“‘",
    '"Why?" ',
    "Owner: “Not mine.”\n",
    "He did not say that. ",
    "(“Odd” as it is) ",
    "12” by 9” ",
)


@cache
def annotator() -> Annotator:
    return Annotator(DEFAULT_PIPELINE)


def annotate(text: str) -> Findings:
    return annotator().annotate(report_of("r", text))


def made_up(seed: int) -> str:
    dice = random.Random(seed)
    return "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 25)))


@pytest.mark.parametrize("seed", range(40))
def test_laws_hold_on_any_text(seed: int) -> None:
    text = made_up(seed)
    found = annotate(text)
    names = {n.id for n in found.names}
    for index, statement in enumerate(found.statements):
        assert statement.content
        assert statement.units
        for span in statement.content:
            assert 0 <= span.start < span.end <= len(text)
        pieces = [piece for unit in statement.units for piece in unit]
        assert pieces == sorted(pieces)
        assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in pieces)
        flags = {p.quoted for p in pieces}
        assert statement.kind == ("mixed" if len(flags) == 2 else "direct" if True in flags else "indirect")
        assert statement.speaker is None or statement.speaker in names
        assert statement.made is None or 0 <= statement.made < len(found.times)
        assert statement.inside != index
        assert statement.inside is None or 0 <= statement.inside < len(found.statements)


def test_the_same_text_gives_the_same_statements() -> None:
    text = made_up(7)
    assert annotate(text).statements == annotate(text).statements


def test_an_utterance_keeps_its_number_and_shares_its_channel() -> None:
    text = (
        "“The vault is empty,” Olga Renn wrote on Telegram on Monday. “It was emptied by us,” she added.\n\n"
        "“That is false,” said banker Emil Hoch."
    )
    first, second, third = annotate(text).statements
    assert first.utterance == second.utterance != third.utterance
    assert (first.channel, second.channel, third.channel) == ("Telegram", "Telegram", None)
    assert first.made is not None
    assert first.made == second.made
    assert third.made is None


def test_what_is_told_inside_another_statement_points_at_it() -> None:
    found = annotate("Renn said that Hoch had promised to pay.").statements
    outer = next(i for i, s in enumerate(found) if s.inside is None)
    inner = next(s for s in found if s.inside is not None)
    assert inner.inside == outer


def test_a_quotation_of_several_sentences_has_a_unit_each() -> None:
    text = "“It rained. We stayed. Nobody slept,” said Mia Torvald."
    (statement,) = annotate(text).statements
    assert [text[u[0].start : u[0].end] for u in statement.units] == ["It rained.", "We stayed.", "Nobody slept,"]


def test_many_statements_take_linear_time() -> None:
    short, long = ("He said it rained. “So it did,” she said.\n" * n for n in (50, 400))
    began = time.process_time()
    annotate(short)
    middle = time.process_time()
    annotate(long)
    assert time.process_time() - middle < 30 * max(0.05, middle - began)


def test_lexicon_entries_are_lower_case_lemmas() -> None:
    for frame, lemmas in cues().frames.items():
        assert lemmas, frame
        assert all(lemma == lemma.lower() and " " not in lemma for lemma in lemmas), frame


def test_matching_is_one_to_one() -> None:
    text = "“It rained,” he said."
    told = [told_of(s) for s in annotate(text).statements]
    assert len(match(text, told, told)) == len(told) == 1
    assert match(text, told, []) == []
    assert [t.content[0].of(text) for t in by_marks_and_verbs(text)] == ["“It rained,”"]


@pytest.mark.shared
def test_attributions_of_news_reach_their_floor(tmp_path: Path) -> None:
    folder = shared_folder()
    if folder is None:
        pytest.skip("the shared benchmarks are not here")
    lines = (folder / "bench" / "statements" / "polnear-train.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "part.jsonl").write_text("\n".join(lines[3:840:60]), "utf-8")
    measured = {row.measure: row.ours for row in evaluate(tmp_path, annotator())}
    assert measured["content words F1"] >= 0.80
    assert measured["content words precision"] >= 0.82
    assert measured["attribution F1"] >= 0.66
    assert measured["source right"] >= 0.85
