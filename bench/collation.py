"""How the time of collation grows with the number of statements: python bench/collation.py

Invented statements of an invented story at 100, 1,000 and 10,000: three in ten are versions of another report's
sentence (a cut, a rewording, a telling in other words), the rest are sentences of their own. Prints seconds, and the
ratio to the step before, of one run in one process.
"""

from __future__ import annotations

import random
import time
from itertools import pairwise

from parley.model.findings import Findings, NameFinding, Piece, StatementFinding
from parley.model.items import Form, Name, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile import lineage, statements
from parley.reconcile.draft import Draft, begin

SIZES = (100, 1_000, 10_000)
PER_REPORT = 20
WORDS = 25
SYLLABLES = ("bra", "ven", "lo", "mar", "tis", "ko", "dun", "pel", "sha", "rin", "gor", "mi", "tal", "us", "wex", "fo")
COMMON = ("the", "of", "a", "and", "to", "will", "we", "not", "for", "on", "that", "is", "in", "with", "they", "it")


def story(size: int) -> Draft:
    """A draft with `size` statements in reports of twenty; the same for the same size."""
    dice = random.Random(size)
    rare = ["".join(dice.choice(SYLLABLES) for _ in range(3)) for _ in range(400 + size // 2)]
    told: list[list[str]] = []
    for _ in range(size):
        if told and dice.random() < 0.3:
            words = list(dice.choice(told))
            if dice.random() < 0.5:
                words = words[: max(8, len(words) // 2)]
            else:
                words[dice.randrange(len(words))] = dice.choice(rare)
        else:
            words = [dice.choice(COMMON) if dice.random() < 0.5 else dice.choice(rare) for _ in range(WORDS)]
        told.append(words)
    reports, findings = [], {}
    for first in range(0, size, PER_REPORT):
        key = f"r{first // PER_REPORT:05d}"
        text, spoken = "", []
        for words in told[first : first + PER_REPORT]:
            start = len(text)
            text += " ".join(words)
            piece = Piece(start, len(text), quoted=dice.random() < 0.6)
            text += ".\n"
            kind = "direct" if piece.quoted else "indirect"
            content = (Span(piece.start, piece.end),)
            spoken.append(StatementFinding(kind, "said", content, ((piece,),), None, None, "p", "Orla Venn"))
        reports.append(_report(key, text))
        name = NameFinding("p", "person", "Orla Venn", ())
        findings[key] = Findings(key, "1", Published(), names=(name,), statements=tuple(spoken))
    draft = begin(Story("s", "", tuple(r.id for r in reports), None, None), reports, findings)
    draft.names = [Name("n", "person", "Orla Venn", (), (Form("Orla Venn", (), False),), (), ())]
    draft.name_of = {(r.id, "p"): "n" for r in reports}
    return draft


def _report(key: str, text: str) -> Report:
    body = (Span(0, len(text)),)
    reader = Reader("plain", "1")
    return Report(key, key, key, None, None, None, (), "en", Published(), text, body, reader)


def main() -> None:
    """Print the curve."""
    print(f"{'statements':>10} {'align':>9} {'lineage':>9} {'collate':>9} {'all':>9} {'ratio':>7}   utterances")
    before = 0.0
    for size in SIZES:
        draft = story(size)
        marks = [time.perf_counter()]
        utterances = statements.align(draft)
        marks.append(time.perf_counter())
        lineage.trace(draft, utterances)
        marks.append(time.perf_counter())
        statements.collate(draft, utterances)
        marks.append(time.perf_counter())
        steps = [b - a for a, b in pairwise(marks)]
        whole = sum(steps)
        ratio = f"{whole / before:7.1f}" if before else f"{'-':>7}"
        cells = " ".join(f"{s:8.2f}s" for s in (*steps, whole))
        print(f"{size:>10,} {cells} {ratio}   {len(utterances):,}")
        before = whole


if __name__ == "__main__":
    main()
