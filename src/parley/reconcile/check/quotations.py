"""Quotations of a text held against the statements of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.model.findings import Findings, StatementFinding
from parley.model.items import Change, Name, Statement
from parley.model.passages import Span
from parley.model.reports import Report
from parley.reconcile.check.verdict import RANK, Holds, Verdict, not_found
from parley.text.collation import Difference, Judgement, judge
from parley.text.marks import find_quotations
from parley.text.names import least_alike, tokens, without_honorific
from parley.text.sense import Side, sense_at_risk
from parley.text.shingles import meeting_pairs, shingle
from parley.text.words import content_stems, split_words, stem

# Shares of the passage's words that must stand in a reading before the rest is called a change of it.
_LEAST_SHARED = 0.5
_LEAST_CONTENT = 0.6
_LEAST_WORDS = 2
_ONE_NAME = 0.9
_MOST_STEMS = 24


@dataclass(frozen=True, slots=True)
class _Passage:
    """A quoted passage of the text, and to whom the text gives it."""

    span: Span
    exact: str
    speaker: str | None


def check_quotations(
    text: Report, findings: Findings, statements: Sequence[Statement], names: Mapping[str, Name]
) -> Iterator[Verdict]:
    """A verdict a quoted passage of two words or more; those of a statement are taken sentence by sentence."""
    passages = [p for p in _passages(text, findings) if len(split_words(p.exact)) >= _LEAST_WORDS]
    near = _candidates(passages, statements)
    for at, passage in enumerate(passages):
        options = [o for s in near.get(at, []) if (o := _against(passage, statements[s], names)) is not None]
        best = min(options, key=lambda o: (RANK[o[1].holds], -o[0], o[1].item or ""), default=None)
        yield best[1] if best else not_found("quotation", text.text, passage.span)


def _passages(text: Report, findings: Findings) -> Iterator[_Passage]:
    known: list[Span] = []
    for statement in findings.statements:
        for piece in (p for unit in statement.units for p in unit if p.quoted):
            known.append(piece.span)
            yield _Passage(piece.span, piece.span.of(text.text), _speaker(findings, statement))
    for quotation in find_quotations(text.text):
        inner = quotation.inner
        if quotation.level == 0 and not any(inner.meets(span) for span in known):
            yield _Passage(inner, inner.of(text.text), None)


def _speaker(findings: Findings, statement: StatementFinding) -> str | None:
    found = next((n for n in findings.names if n.id == statement.speaker), None)
    return found.name if found else statement.speaker_text or None


def _candidates(passages: Sequence[_Passage], statements: Sequence[Statement]) -> dict[int, list[int]]:
    """For each passage the statements that share two words of content or a run of three words with it."""
    size = len(passages)
    keys = {at: _keys([p.exact]) for at, p in enumerate(passages)}
    for at, statement in enumerate(statements):
        keys[size + at] = _keys(dict.fromkeys([statement.reading, *(v.witness.exact for v in statement.witnesses)]))
    near: dict[int, list[int]] = {}
    for (a, b), _ in meeting_pairs(keys, most=500):
        if a < size <= b:
            near.setdefault(a, []).append(b - size)
    return near


def _keys(wordings: Iterable[str]) -> set[tuple[str, ...]]:
    keys: set[tuple[str, ...]] = set()
    for wording in wordings:
        words = [w for w in split_words(wording) if not w.is_gap]
        keys.update(shingle([stem(w.form) for w in words], 3))
        stems = sorted(set(content_stems(words)))[:_MOST_STEMS]
        keys.update((a, b) for at, a in enumerate(stems) for b in stems[at + 1 :])
    return keys


def _against(passage: _Passage, statement: Statement, names: Mapping[str, Name]) -> tuple[int, Verdict] | None:
    """The verdict against one statement, with how many words they share; None where too few to be the same words."""
    judgement = judge(passage.exact, statement.reading, complete=statement.original is not None)
    quoted = [v.witness for v in statement.witnesses if v.fidelity != "paraphrase"]
    verbatim = [w for w in quoted if judge(passage.exact, w.exact).faithfulness != "altered"]
    if not verbatim and not _comparable(passage.exact, statement.reading, judgement.shared):
        return None
    holds: Holds = judgement.faithfulness
    cautions = [*_sense(judgement, statement.reading), *_attribution(passage, statement, names)]
    if not quoted:
        cautions.append("no report quotes these words: they are told without quotation marks")
    elif holds == "altered" and verbatim:
        cautions.append("so worded only where a report differs from the best supported reading")
    bearing = verbatim if verbatim and holds != "altered" else [v.witness for v in statement.witnesses]
    verdict = Verdict(
        kind="quotation",
        start=passage.span.start,
        end=passage.span.end,
        exact=passage.exact,
        holds=holds,
        reading=statement.reading,
        changes=tuple(Change(d.before, d.after, d.kind) for d in judgement.differences),
        item=statement.id,
        witnesses=tuple(bearing),
        cautions=tuple(cautions),
        so_worded=tuple(verbatim) if holds == "altered" else (),
    )
    return judgement.shared, verdict


def _comparable(exact: str, reading: str, shared: int) -> bool:
    """Whether enough of the passage stands in the reading, words of content above all, to call the rest a change."""
    words = [w for w in split_words(exact) if not w.is_gap]
    mine = set(content_stems(words))
    common = len(mine & set(content_stems(split_words(reading))))
    least = _LEAST_SHARED if len(mine) <= 2 else _LEAST_CONTENT
    return shared >= _LEAST_SHARED * len(words) and common >= least * len(mine) > 0


def _sense(judgement: Judgement, reading: str) -> Iterator[str]:
    """What was left out and may matter to the sense."""
    for difference in judgement.differences:
        if difference.kind in ("cut", "omission", "left out") and difference.before:
            risk = sense_at_risk(difference.before, _side(difference, reading))
            if risk is not None:
                yield f"cut so that its sense may change: the {risk[0]} “{risk[1]}” is left out"


def _side(difference: Difference, reading: str) -> Side:
    start, end = difference.in_reading
    if difference.kind != "cut":
        return "inside"
    return "before" if start < len(reading) - end else "after"


def _attribution(passage: _Passage, statement: Statement, names: Mapping[str, Name]) -> Iterator[str]:
    """Where the text gives the words to somebody else than the record does."""
    name = names.get(statement.speaker or "")
    forms = [name.name, *(f.text for f in name.forms)] if name else [statement.speaker_text]
    if passage.speaker and any(forms) and not any(_one_name(passage.speaker, f) for f in forms if f):
        yield f"given to {passage.speaker}; the record has it from {forms[0]}"


def _one_name(a: str, b: str) -> bool:
    return least_alike(tokens(without_honorific(a)), tokens(without_honorific(b))) >= _ONE_NAME
