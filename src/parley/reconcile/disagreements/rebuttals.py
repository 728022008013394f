"""What somebody says in a report, and somebody else calls untrue in the next breath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.model.items import About, Position, Statement
from parley.model.passages import Span, Witness
from parley.reconcile.disagreements.denials import denies
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import content_words

THAT = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disput(?:ed|es)) (?:that(?: any| there)?|any|there|having)\b", re.I)
NEAR = 400
"""How far (code points) before its denial a claim may stand in the report."""
TITLE = 30
"""How long (code points) a title before a name may be at the head of a sentence."""
BRIEF = 2
"""Words of matter up to which one in common is enough: "denied that any siren had sounded"."""


def find_rebuttals(draft: Draft, told: list[Raised]) -> list[Raised]:
    """Claims that another party denies right behind them, but for those that `told` has already."""
    answered = {w for r in told if r.attribute == "occurred" for one in r.readings for w in one.witnesses}
    raised: list[Raised] = []
    spoken = _spoken(draft)
    names = {n.id: n.name for n in draft.names}
    for position in draft.positions:
        if position.stance != "rejects" or not denies(position) or not answered.isdisjoint(position.witnesses):
            continue
        for witness in position.witnesses:
            claim = _denied(witness, position, spoken.get(witness.report, []))
            if claim is not None:
                who = names.get(position.party, "a party")
                passages = spoken.get(witness.report, [])
                raised.append(
                    _raise(About("position", position.id), claim, position.witnesses, who, position.party, passages)
                )
                answered.update(position.witnesses)
                break
    covered = [*answered]
    for report in draft.reports:
        for sentence, passage in _rebuttals(draft, report.id):
            if any(w.report == report.id and w.span.meets(sentence) for w in covered):
                continue
            found = _answered(draft, report.id, sentence, passage, spoken.get(report.id, []))
            if found is not None:
                claim, who, local = found
                passages = spoken.get(report.id, [])
                raised.append(_raise(About("statement", claim[0].id), claim, [passage], who, local, passages))
    return raised


Spoken = tuple[Statement, Witness]


def _spoken(draft: Draft) -> dict[str, list[Spoken]]:
    """Each report's passages that tell a statement, in order."""
    found: dict[str, list[Spoken]] = {}
    for statement in draft.statements:
        for version in statement.witnesses:
            found.setdefault(version.witness.report, []).append((statement, version.witness))
    for passages in found.values():
        passages.sort(key=lambda p: (p[1], p[0].id))
    return found


def _denied(denial: Witness, position: Position, spoken: list[Spoken]) -> Spoken | None:
    """The claim just before that somebody else makes and that is denied here in so many words."""
    parts = THAT.split(denial.exact)
    if len(parts) < 2:
        return None
    matter = content_words(parts[-1])
    best: tuple[int, bool, Witness] | None = None
    claim: Spoken | None = None
    for statement, witness in spoken:
        if statement.speaker == position.party or pattern("denial").search(statement.reading):
            continue
        shared = len(matter & content_words(witness.exact)) if 0 <= denial.start - witness.end <= NEAR else 0
        if 2 * shared >= len(matter) and shared >= min(2, len(matter) - BRIEF + 1):
            rank = (shared, bool(statement.speaker_text), witness)
            if best is None or rank > best:
                best, claim = rank, (statement, witness)
    return claim


def _rebuttals(draft: Draft, report: str) -> Iterator[tuple[Span, Witness]]:
    """Sentences that call what was said before untrue, with the words that do."""
    text = draft.report(report).text
    for sentence in draft.findings[report].sentences:
        found = pattern("rebuttal").search(text, sentence.start, sentence.end)
        if found is not None:
            yield sentence, draft.witness(report, found.start(), found.end())


def _answered(
    draft: Draft, report: str, sentence: Span, passage: Witness, spoken: list[Spoken]
) -> tuple[Spoken, str, str | None] | None:
    """The claim in the sentence before, and who rebuts it: somebody else, or there is no dispute."""
    findings = draft.findings[report]
    text = draft.report(report).text
    before = max((s for s in findings.sentences if s.end <= sentence.start), default=None)
    speaker = next(
        (
            s
            for s in findings.statements
            if s.source is not None and not s.negated and any(c.meets(passage.span) for c in s.content)
        ),
        None,
    )
    if before is None or pattern("asked").search(text, sentence.start, passage.start):
        return None
    if speaker is not None:
        local = draft.name_of.get((report, speaker.speaker)) if speaker.speaker else None
        who = speaker.speaker_text
    else:
        local, who = _subject(draft, report, sentence, passage)
        if local is None:
            return None
    claims = [(s, w) for s, w in spoken if before.start <= w.start and w.end <= passage.start]
    claims = [(s, w) for s, w in claims if len(content_words(w.exact)) >= BRIEF]
    if not claims:
        return None
    statement, witness = claims[-1]
    same = statement.speaker == local if local and statement.speaker else statement.speaker_text == who
    if same or pattern("denial").search(statement.reading):
        return None
    return (statement, witness), who or "another", local


def _subject(draft: Draft, report: str, sentence: Span, passage: Witness) -> tuple[str | None, str]:
    """The name with which the sentence begins, where the words that rebut follow soon."""
    for name in draft.findings[report].names:
        for mention in name.mentions:
            begins = sentence.start <= mention.start <= sentence.start + TITLE
            if begins and mention.end < passage.start <= mention.end + TITLE * 2 and name.kind != "place":
                return draft.name_of.get((report, name.id)), mention.exact
    return None, ""


def _raise(
    about: About, claim: Spoken, denial: Sequence[Witness], who: str, by: str | None, spoken: list[Spoken]
) -> Raised:
    """The dispute, with what the one said around the claim and the other right behind the denial."""
    statement, witness = claim
    first, last = min(denial), max(denial)
    more = [
        w
        for s, w in spoken
        if statement.speaker and s.speaker == statement.speaker and 0 <= witness.start - w.end <= NEAR // 2
    ]
    answer = [w for s, w in spoken if by and s.speaker == by and first.start <= w.start <= last.end + NEAR // 2]
    return Raised(
        about,
        "occurred",
        "parties",
        f"told by {statement.speaker_text or 'one source'}, denied by {who}",
        (
            reading(witness.exact, [witness, *more], [statement.speaker] if statement.speaker else []),
            reading("denied", [*denial, *answer], [by] if by else []),
        ),
    )
