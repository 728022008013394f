"""What a story of one event has but one number for: people aboard, a crowd, a prison term, days of mourning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from parley.model.findings import FigureFinding
from parley.model.items import About, DisagreementKind, Figure
from parley.model.passages import Witness
from parley.reconcile.disagreements.counts import range_of
from parley.reconcile.disagreements.publication import in_order
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern, slots
from parley.reconcile.draft import Draft
from parley.text.counted import counts_people, stems
from parley.text.units import comparable

REACH = 70
"""How far (code points) before and behind a number the words are looked at that say what it is of."""
TIME = frozenset({"term", "mourning"})
LENGTHS = frozenset({"days", "weeks", "months", "years"})
CROWD = frozenset({"crowd"})
NAMES = {"crowd": "one crowd", "term": "one prison term", "mourning": "the time of mourning"}
FEW = 5
"""Values of one slot beyond which a story is of several things."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number for a slot: the report, the finding and its item, who gives it, and the passage."""

    report: str
    finding: FigureFinding
    item: Figure
    voice: str
    name: str | None
    witness: Witness


def find_slots(draft: Draft, told: list[Raised]) -> list[Raised]:
    """Slots for which reports, or sources, give numbers that do not meet, but for those that `told` has already."""
    done = {w for r in told if r.attribute == "number" for one in r.readings for w in one.witnesses}
    figures = {f.id: f for f in draft.figures}
    by_slot: dict[str, list[Told]] = defaultdict(list)
    for report in draft.reports:
        for slot, one in _in_report(draft, report.id, figures):
            by_slot[slot].append(one)
    raised: list[Raised] = []
    for slot, claims in sorted(by_slot.items()):
        at_odds = [c for c in claims if any(_against(c, other, slot) for other in claims)]
        if slot in CROWD and len({c.report for c in at_odds}) == len(at_odds):
            continue  # reports may tell of two gatherings; sources within one report do not
        values = {c.item.id for c in at_odds}
        if 1 < len(values) <= FEW and done.isdisjoint(c.witness for c in at_odds):
            raised.append(_raise(draft, slot, at_odds))
    return raised


def _in_report(draft: Draft, report: str, figures: dict[str, Figure]) -> Iterator[tuple[str, Told]]:
    """The report's first number for each slot, and each further one that another source gives."""
    text = draft.report(report).text
    seen: dict[str, list[str]] = defaultdict(list)
    findings = draft.findings[report]
    for index, finding in enumerate(findings.figures):
        slot = _slot(draft, report, text, finding)
        if slot is None:
            continue
        statement = findings.statements[finding.statement] if finding.statement is not None else None
        name = draft.name_of.get((report, finding.according_to[0])) if finding.according_to else None
        voice = name or (statement.speaker_text if statement is not None else "")
        if voice in seen[slot] or (seen[slot] and slot not in CROWD):
            continue
        seen[slot].append(voice)
        witness = draft.witness(report, finding.start, finding.end)
        yield slot, Told(report, finding, figures[draft.figure_of[report, index]], voice, name, witness)


def _slot(draft: Draft, report: str, text: str, finding: FigureFinding) -> str | None:
    sentence = draft.sentence(report, finding.number.start)
    if sentence is None or finding.per is not None:
        return None
    lead = text[max(sentence.start, finding.start - REACH) : finding.start]
    before = text[max(sentence.start, finding.number.start - REACH) : finding.number.start]
    behind = text[finding.number.end : min(sentence.end, finding.number.end + REACH)]
    words = f"{lead[-12:]}{finding.exact}"
    if pattern("part").search(words) or pattern("ahead").search(lead) or pattern("sought").search(before):
        return None
    for slot, (first, last) in slots().items():
        persons = finding.unit is None and (not finding.head or counts_people(finding.of))
        fits = finding.unit in LENGTHS if slot in TIME else persons
        if fits and ((first and first.search(before)) or (last and last.match(behind))):
            return f"the {'passengers' if 'passenger' in finding.of else 'people'} aboard" if slot == "aboard" else slot
    return None


def _against(a: Told, b: Told, slot: str) -> bool:
    """Whether two numbers do not meet: of two reports, or of two sources in one."""
    rate = comparable(a.finding.unit, b.finding.unit)
    if rate is None or a.item.id == b.item.id:
        return False
    if a.report == b.report and (slot not in CROWD or not a.voice or not b.voice or stems(a.voice) & stems(b.voice)):
        return False
    (low, high), (least, most) = range_of(a.item), range_of(b.item)
    return low * rate > most or least > high * rate


def _raise(draft: Draft, slot: str, claims: list[Told]) -> Raised:
    by_item: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        by_item[claim.item.id].append(claim)
    sides = list(by_item.values())
    voices = {c.voice for c in claims}
    later = in_order(draft, [{c.report for c in side} for side in sides])
    kind: DisagreementKind = "update" if later and slot not in TIME else "conflict"
    if slot in CROWD and len(voices) > 1:
        kind = "parties"
    told = "; ".join(side[0].witness.exact for side in sides)
    return Raised(
        About("figure", sides[0][0].item.id),
        "number",
        kind,
        f"numbers for {NAMES.get(slot, slot)} that do not meet: {told}",
        tuple(
            reading(side[0].witness.exact, [c.witness for c in side], [c.name for c in side if c.name])
            for side in sides
        ),
    )
