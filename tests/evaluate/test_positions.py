"""The measure by PLOVER roots: which finding answers for a sentence, and how roots are scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.annotate.annotator import Annotator
from parley.evaluate.positions import by_keywords, choose, evaluate, macro_f1
from parley.model.findings import EventFinding, Findings, Party, PositionFinding
from parley.model.passages import Span
from parley.model.times import Published

SENTENCE = "Peru rejected a request by Chile after meeting the envoy of Bolivia."


def party(words: str) -> Party:
    start = SENTENCE.index(words)
    return Party(None, start, start + len(words))


def findings() -> Findings:
    whole = (0, len(SENTENCE), SENTENCE)
    refusal = PositionFinding(*whole, "rejects", "REJECT", party("Peru"), party("Chile"), "request")
    meeting = EventFinding(
        *whole, Span(37, 44), "meet", "meeting", "CONSULT", "held", False, source=party("Peru"), target=party("Bolivia")
    )
    return Findings("r1", "1", Published(), positions=(refusal,), events=(meeting,))


def test_the_finding_whose_parties_fit_best_answers() -> None:
    assert choose(findings(), SENTENCE, "Peru", "Chile") == "REJECT"
    assert choose(findings(), SENTENCE, "Peru", "Bolivia") == "CONSULT"


def test_of_equal_fits_the_position_comes_first() -> None:
    assert choose(findings(), SENTENCE, "Peru", "Norway") == "REJECT"


def test_nothing_found_is_no_root() -> None:
    assert choose(Findings("r1", "1", Published()), SENTENCE, "Peru", "Chile") is None


def test_macro_f1_weighs_every_root_alike() -> None:
    assert macro_f1(["A", "A", "A", "B"], ["A", "A", "A", None]) == 0.5
    assert macro_f1(["A", "B"], ["A", "B"]) == 1.0


def test_the_simple_method_counts_words() -> None:
    assert by_keywords("The union rejected and refused the offer.") == "REJECT"
    assert by_keywords("Nothing of the kind.") is None


@pytest.mark.shared
@pytest.mark.slow
def test_roots_are_told_better_than_by_words(shared: Path, tmp_path: Path) -> None:
    lines = (shared / "bench" / "positions" / "plover-train.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "some.jsonl").write_text("\n".join(lines[::12]), encoding="utf-8")
    rows = {row.measure: row for row in evaluate(tmp_path, Annotator())}
    measure = rows["PLOVER root, macro-F1"]
    assert measure.simple is not None
    assert measure.ours > max(0.6, measure.simple)
