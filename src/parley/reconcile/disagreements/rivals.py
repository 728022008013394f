"""Two numbers for one thing within one report, each from another source: "the union said 900, the police 600"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.findings import FigureFinding
from parley.model.items import About, Figure
from parley.model.passages import Span, Witness
from parley.reconcile.disagreements.counts import meet
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.text.counted import counts_people, slots_of, stems
from parley.text.units import comparable

NEAR = 450
"""How far apart (code points) two sources' numbers of one thing may stand."""
ACCORDING = re.compile(r"[^.;]{0,40}?\baccording to ((?:the )?[\w’' -]{3,40})")
TOLLS = frozenset({"killed", "injured", "missing", "arrested", "displaced", "infected"})
BODIES = re.compile(r"\b(?:body|bodies|corpses?)\b", re.I)
CLOSE = 40
"""How far before a number the words may end that give it as another's ("put the crowd at some")."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of a report: the finding, its item, who gives it (as told, and his name if any), and its sentence."""

    finding: FigureFinding
    item: Figure
    voice: str
    title: str
    name: str | None
    sentence: Span
    witness: Witness

    @property
    def words(self) -> frozenset[str]:
        """What the source is called, by name and as the report has it."""
        return stems(f"{self.voice} {self.title}")


def find_rivals(draft: Draft, told: list[Raised]) -> list[Raised]:
    """One disagreement between parties for each thing of which sources of one report give different numbers."""
    done = {w for r in told if r.attribute == "number" for one in r.readings for w in one.witnesses}
    figures = {f.id: f for f in draft.figures}
    names = {n.id: n.name for n in draft.names}
    raised: list[Raised] = []
    for report in draft.reports:
        for group in _groups(report.text, list(_claims(draft, report.id, figures, names))):
            if done.isdisjoint(c.witness for c in group):
                raised.append(_raise(group))
    return raised


def _claims(draft: Draft, report: str, figures: dict[str, Figure], names: dict[str, str]) -> Iterator[Claim]:
    text = draft.report(report).text
    findings = draft.findings[report]
    for index, finding in enumerate(findings.figures):
        sentence = draft.sentence(report, finding.number.start)
        if sentence is None:
            continue
        statement = findings.statements[finding.statement] if finding.statement is not None else None
        name = draft.name_of.get((report, finding.according_to[0])) if finding.according_to else None
        voice = names.get(name or "", statement.speaker_text if statement is not None else "")
        if not voice:
            put = pattern("put").search(text, sentence.start, finding.number.start)
            according = ACCORDING.match(text, finding.end, sentence.end)
            voice = text[sentence.start : put.start()] if put else according.group(1) if according else ""
        if voice.strip():
            witness = draft.witness(report, finding.start, finding.end)
            title = statement.speaker_text if statement is not None else ""
            yield Claim(finding, figures[draft.figure_of[report, index]], voice.strip(), title, name, sentence, witness)


def _groups(text: str, claims: list[Claim]) -> Iterator[list[Claim]]:
    """Numbers of one thing from several sources, of which two at least cannot both be true."""
    used: set[int] = set()
    for n, first in enumerate(claims):
        if n in used:
            continue
        group = [first]
        for m in range(n + 1, len(claims)):
            other = claims[m]
            if other.finding.start - group[-1].finding.end > NEAR:
                break
            if _sources_differ(group, other) and any(_one_thing(text, c, other) for c in group):
                group.append(other)
                used.add(m)
        if any(not meet(a.item, b.item) for k, a in enumerate(group) for b in group[k + 1 :]):
            yield group


def _sources_differ(group: list[Claim], other: Claim) -> bool:
    """Whether nobody in the group is the other's source; "police" and "Detroit police" may be one."""
    return all(not c.words & other.words and c.item.id != other.item.id for c in group)


def _one_thing(text: str, a: Claim, b: Claim) -> bool:
    """Whether the second number is given for what the first one counts."""
    one, other = a.finding, b.finding
    if comparable(one.unit, other.unit) is None or bool(one.per) != bool(other.per) or _partial(text, a, b):
        return False
    between = text[one.end : other.start]
    if one.unit is None and _toll(one) and _toll(one) == _toll(other) and 1 not in (one.value, other.value):
        return True
    near = a.sentence == b.sentence or not text[a.sentence.end : b.sentence.start].strip()
    same = stems(one.of) == stems(other.of) and bool(one.head) and one.head == other.head
    put = pattern("put").search(text, max(one.end, b.sentence.start), other.number.start)
    if (
        near
        and put is not None
        and other.number.start - put.end() <= CLOSE
        and (same or not other.head or not one.unit)
    ):
        return True
    lead = text[max(0, a.sentence.start - NEAR // 3) : other.end]
    if near and one.unit == "percent" and pattern("dispute").search(lead):
        return True
    return near and same and bool(pattern("contrast").search(between) or pattern("dispute").search(lead))


def _toll(finding: FigureFinding) -> frozenset[str]:
    words = f"{finding.of} {finding.exact}"
    return slots_of(words) & TOLLS if counts_people(finding.of) else frozenset()


def _partial(text: str, a: Claim, b: Claim) -> bool:
    """Whether words set the two apart: only some are counted or found, or over a longer time, or one is hoped for."""
    spans = [(c, text[c.sentence.start : c.sentence.end]) for c in (a, b)]
    for claim, _ in spans:
        words = f"{text[max(0, claim.finding.start - 12) : claim.finding.start]}{claim.finding.exact}"
        if pattern("part").search(words) or pattern("scope").search(claim.finding.exact):
            return True
        if BODIES.search(claim.finding.exact) and pattern("found").search(
            text, claim.sentence.start, claim.sentence.end
        ):
            return True
    (_, one), (_, other) = spans
    return any(bool(pattern(w).search(one)) != bool(pattern(w).search(other)) for w in ("longer", "ahead"))


def _raise(group: list[Claim]) -> Raised:
    told = "; ".join(f"{c.witness.exact} ({c.voice})" for c in group)
    return Raised(
        About("figure", group[0].item.id),
        "number",
        "parties",
        f"sources give different numbers: {told}",
        tuple(reading(c.witness.exact, [c.witness], [c.name] if c.name else []) for c in group),
    )
