"""A story's statements against gold: found, whose, when, where, joined, altered; beside marks and a verb list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from parley.evaluate.compared import Story
from parley.evaluate.matching import Passage, cover, date_right, dice, near, one_to_one, same_name, words
from parley.evaluate.table import Row
from parley.model.items import Statement, Version
from parley.text.marks import find_quotations


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the record as one report tells it."""

    item: Statement
    version: Version
    passage: Passage


Gold = tuple[dict[str, Any], dict[str, Any]]
"""A gold statement and one of its witnesses."""


def measure(story: Story) -> list[Row]:
    """The rows of the statements' measures."""
    pool = [
        Told(s, v, p)
        for s in story.items("statements")
        for v in s.witnesses
        if (p := story.passage(v.witness)) is not None
    ]
    quoted = [t for t in pool if t.item.kind in ("direct", "mixed") and t.version.fidelity != "paraphrase"]
    wanted = _wanted(story.gold)
    found: dict[int, Told] = {}
    for _, w in wanted["direct"]:
        best = _quotation(_gold(w), quoted)
        if best is not None:
            found[id(w)] = best
    scored = [
        (dice(w["text"], t.passage.text), id(w), n)
        for _, w in wanted["indirect"]
        for n, t in enumerate(pool)
        if near(_gold(w), t.passage)
    ]
    found |= {w: pool[n] for w, n in one_to_one(scored)}
    rows = []
    for kind, gold in wanted.items():
        hit = [(g, w) for g, w in gold if id(w) in found]
        right = sum(_speaker_right(story, g, w, found[id(w)]) for g, w in hit)
        simple = _simple_found(story, gold) if kind == "direct" else None
        rows.append(_rate(f"{kind} statements found", len(hit), len(gold), simple))
        rows.append(_rate(f"{kind} speaker right", right, len(hit)))
    rows.append(_precision(story, quoted, wanted["direct"]))
    rows += _when_and_where(story, found)
    rows += _collation(story, found)
    return rows


def _rate(name: str, hit: int, of: int, simple: float | None = None) -> Row:
    return Row(name, hit / of if of else float("nan"), simple, f"{hit} of {of}")


def _gold(witness: dict[str, Any]) -> Passage:
    return Passage(witness["report"], witness["text"])


def _wanted(gold: dict[str, Any]) -> dict[str, list[Gold]]:
    wanted: dict[str, list[Gold]] = {"direct": [], "indirect": []}
    for g in gold["statements"]:
        for w in g["witnesses"]:
            kind = "indirect" if w["report"] in g.get("indirect_in", []) else w.get("kind", g["kind"])
            if kind in wanted:
                wanted[kind].append((g, w))
    return wanted


def _quotation(gold: Passage, pool: Sequence[Told]) -> Told | None:
    """The quotation that tells a gold one best, where it, or several made of it, hold nearly all its words."""
    parts = [
        t
        for t in pool
        if t.passage.report == gold.report
        and (
            dice(gold.text, t.passage.text) >= 0.8
            or cover(gold.text, t.passage.text) >= 0.9
            or cover(t.passage.text, gold.text) >= 0.9
        )
    ]
    if not parts or cover(gold.text, " ".join(t.passage.text for t in parts)) < 0.85:
        return None
    return max(parts, key=lambda t: dice(gold.text, t.passage.text))


def _speaker_right(story: Story, gold: dict[str, Any], witness: dict[str, Any], told: Told) -> bool:
    by_report = gold.get("speaker_by_report", {}).get(witness["report"], gold["speaker"])
    return same_name(f"{gold['speaker']}|{by_report}", story.names(told.item.speaker, told.item.speaker_text))


def _precision(story: Story, quoted: Sequence[Told], direct: Sequence[Gold]) -> Row:
    neutral = [_gold(n) for n in story.gold.get("not_statements", [])]
    counted = [t for t in quoted if len(words(t.passage.text)) >= 3 and not any(near(n, t.passage) for n in neutral)]
    good = sum(any(near(_gold(w), t.passage) for _, w in direct) for t in counted)
    return _rate("direct precision", good, len(counted))


def _simple_found(story: Story, direct: Sequence[Gold]) -> float:
    """What taking every passage in quotation marks would find."""
    marked = {
        name: [q.inner.of(r.text) for q in find_quotations(r.text)]
        for r in story.record.reports
        if (name := story.known.get(r.id))
    }
    hit = sum(any(cover(w["text"], q) >= 0.85 for q in marked.get(w["report"], [])) for _, w in direct)
    return hit / len(direct) if direct else float("nan")


def _when_and_where(story: Story, found: dict[int, Told]) -> list[Row]:
    def told(key: str) -> list[tuple[dict[str, Any], Told]]:
        return [
            (g, found[id(w)]) for g in story.gold["statements"] if g.get(key) for w in g["witnesses"] if id(w) in found
        ]

    dated, placed = told("made"), told("channel")
    when = sum(date_right([g["made"], g["made"]], t.item.made, slack=1) for g, t in dated)
    where = sum(cover(g["channel"], " ".join([t.item.channel or "", *t.item.carried_by])) >= 0.5 for g, t in placed)
    return [_rate("statement date right", when, len(dated)), _rate("channel right", where, len(placed))]


def _collation(story: Story, found: dict[int, Told]) -> list[Row]:
    gold = story.gold["statements"]
    where = [(g, w, found[id(w)].item.id) for g in gold for w in g["witnesses"] if id(w) in found]
    pairs = joined = wrong = 0
    for (g, w, one), (h, v, other) in combinations(where, 2):
        if w["report"] == v["report"]:
            continue
        same = g["id"] == h["id"]
        pairs += same
        joined += same and one == other
        wrong += one == other and not same and not _overlap(g, h)
    wanted = said = both = 0
    for g in gold:
        if g["kind"] == "direct" and len(g["witnesses"]) > 1:
            for w in g["witnesses"]:
                altered = id(w) in found and found[id(w)].version.fidelity == "altered"
                wanted += w["report"] in g["altered"]
                said += altered
                both += altered and w["report"] in g["altered"]
    return [
        _rate("utterances joined across reports", joined, pairs),
        Row("utterances joined wrongly", wrong),
        _rate("altered quotations found", both, wanted),
        Row("faithful quotations called altered", said - both),
    ]


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one gold statement holds the other in some report: joining them is no fault."""
    return any(
        a["report"] == b["report"] and (cover(a["text"], b["text"]) >= 0.9 or cover(b["text"], a["text"]) >= 0.9)
        for a in one["witnesses"]
        for b in other["witnesses"]
    )
