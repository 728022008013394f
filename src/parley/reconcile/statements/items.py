"""Statements out of utterances: the reading, every version judged against it, who, when and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from parley.model.findings import StatementKind
from parley.model.items import Change, Statement, Version
from parley.model.passages import Span
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.statements.alignment import Utterance
from parley.reconcile.statements.fresh import date_fresh, date_outlets
from parley.reconcile.statements.readings import Standard, forms_of_names, judge_version, standard_of
from parley.reconcile.statements.renderings import Rendering
from parley.reconcile.statements.whole import tie
from parley.text.collation import Names
from parley.text.intervals import agree
from parley.text.words import content_stems, is_bare_pronoun, split_words


def item_of_utterances(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Fill `draft.statements` and `draft.statement_of`."""
    names = forms_of_names(draft)
    utterances = [u for u in utterances if any(r.clauses for r in u.renderings)]
    drawn = [_statement(draft, utterance, names) for utterance in utterances]
    order = sorted(range(len(drawn)), key=lambda at: _least(drawn[at]))
    for at in order:
        report, start = _least(drawn[at])
        statement = replace(drawn[at], id=draft.ids.give("statement", report, start))
        draft.statements.append(statement)
        for rendering in utterances[at].renderings:
            draft.statement_of[rendering.key] = statement.id
    _lead_from_originals(draft, utterances)
    ordered = [utterances[at] for at in order]
    tie(draft, ordered)
    date_fresh(draft, ordered)
    date_outlets(draft, ordered)


def _lead_from_originals(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Lead what was found inside an original to the statement of the sentence in which it stands."""
    own = [r for u in utterances for r in u.renderings if r.original]
    for report in (r for r in draft.reports if r.original):
        sentences = [(r.clauses[0], draft.statement_of[r.key]) for r in own if r.report == report.id]
        for index, finding in enumerate(draft.findings[report.id].statements):
            for unit, pieces in enumerate(finding.units):
                held = [item for span, item in sentences if pieces and span.start <= pieces[0].start < span.end]
                if held:
                    draft.statement_of[report.id, index, unit] = held[0]


def _least(statement: Statement) -> tuple[str, int]:
    return min((v.witness.report, v.witness.start) for v in statement.witnesses)


def _statement(draft: Draft, utterance: Utterance, names: Names) -> Statement:
    renderings = utterance.renderings
    standard = standard_of(draft, renderings, names)
    versions = _distinct([v for rendering in renderings for v in _versions(draft, rendering, standard, names)])
    speaker, speaker_text = _speaker(draft, renderings)
    return Statement(
        id="",
        story=draft.story.id,
        speaker=speaker,
        speaker_text=speaker_text,
        kind=_kind(renderings),
        act="said" if any(r.finding is None or r.finding.act == "said" for r in renderings) else "thought",
        made=_made(renderings),
        channel=_channel(draft, renderings),
        carried_by=tuple(sorted({c for r in renderings for c in r.carried_by})),
        of=None,
        reading=standard.shown,
        original=standard.original,
        witnesses=tuple(sorted(versions, key=lambda v: v.witness)),
        support=draft.support({r.report for r in renderings}),
    )


def _kind(renderings: Sequence[Rendering]) -> StatementKind:
    if any(r.whole for r in renderings):
        return "direct"
    return "mixed" if any(r.quoted for r in renderings) else "indirect"


def _versions(draft: Draft, rendering: Rendering, standard: Standard, names: Names) -> Iterator[Version]:
    """A version a quoted passage, and one for the whole clause where words of content stand outside the marks."""
    text = draft.report(rendering.report).text
    finding = rendering.finding
    cue, source = (finding.cue, finding.source) if finding else (None, None)

    def version(span: Span, quoted: bool) -> Version:
        witness = draft.witness(rendering.report, span.start, span.end)
        if not quoted:
            return Version(witness, cue, source, "paraphrase", ())
        fidelity, changes = judge_version(span.of(text), rendering, standard, names)
        return Version(witness, cue, source, fidelity, tuple(Change(*c) for c in changes))

    yield from (version(span, True) for span in rendering.quoted)
    told = [c for c in rendering.clauses if c not in rendering.quoted and _adds(text, c, rendering)]
    if not told and rendering.clauses and not rendering.quoted:
        told = [max(rendering.clauses, key=lambda c: (c.end - c.start, -c.start))]
    yield from (version(clause, False) for clause in told)


def _distinct(versions: Sequence[Version]) -> list[Version]:
    """Versions without those that tell the same words of a report again, as part of a longer telling."""
    kept: list[Version] = []
    for version in sorted(versions, key=lambda v: (v.witness.report, v.witness.start, -v.witness.end)):
        last = next((k for k in reversed(kept) if _class(k) == _class(version)), None)
        if last is None or not _tells_again(last, version):
            kept.append(version)
    return kept


def _class(version: Version) -> bool:
    return version.fidelity == "paraphrase"


def _tells_again(first: Version, second: Version) -> bool:
    one, other = first.witness, second.witness
    return one.report == other.report and one.span.holds(other.span)


def _adds(text: str, clause: Span, rendering: Rendering) -> bool:
    """Whether a clause says something beyond the words quoted in it; two words of content at least."""
    quoted = " ".join(s.of(text) for s in rendering.quoted if clause.holds(s))
    said = len(content_stems(split_words(clause.of(text))))
    return said >= len(content_stems(split_words(quoted))) + 2


def _weigh(draft: Draft, pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Values with the number of independent origins that give each; pairs are (report, value)."""
    told: dict[str, set[str]] = {}
    for report, value in pairs:
        told.setdefault(value, set()).add(draft.origin_of.get(report, report))
    return {value: len(origins) for value, origins in told.items()}


def _best(weights: dict[str, int], key: Callable[[str], object]) -> str | None:
    return min(weights, key=lambda v: (-weights[v], key(v), v)) if weights else None


def _speaker(draft: Draft, renderings: Sequence[Rendering]) -> tuple[str | None, str]:
    """The speaker most origins name (an original's own first), and the fullest words for him in the text."""
    for rendering in renderings:
        if rendering.original and rendering.speaker is not None:
            return rendering.speaker, rendering.speaker_text
    quoting = [r for r in renderings if r.quoted and r.speaker is not None]
    named = quoting or renderings  # who quotes tells best who spoke; a retelling may name the body he speaks for
    speaker = _best(_weigh(draft, ((r.report, r.speaker) for r in named if r.speaker is not None)), len)
    texts = Counter(r.speaker_text for r in renderings if r.speaker_text and r.speaker == speaker)
    if speaker is None:  # a pronoun that stands for nobody known says nothing
        texts = Counter({t: n for t, n in texts.items() if not is_bare_pronoun(t)})
    capital = [t for t in texts if t[:1].isupper() and not is_bare_pronoun(t)] or list(texts)
    return speaker, (max(capital, key=lambda t: (texts[t], len(t), t)) if capital else "")


def _made(renderings: Sequence[Rendering]) -> Time | None:
    """The narrowest time among those that most others agree with, one that was said before one concluded.

    What is quoted was said when those who quote it say, not in the month in which another tells that it was said.
    """
    quoted = any(r.quoted for r in renderings)
    times = [r.made for r in renderings if r.made is not None and (r.quoted or not quoted or _grain(r.made)[0] <= 4)]
    for rendering in renderings:
        if rendering.original and rendering.made is not None:
            return rendering.made
    if not times:
        return None
    return min(times, key=lambda t: (-sum(agree(t, o) for o in times), t.guess, _grain(t), t.earliest, t.as_written))


_GRAINS = ("minute", "hour", "part of day", "day", "week", "month", "season", "quarter", "year")


def _grain(time: Time) -> tuple[int, int]:
    grain = _GRAINS.index(time.precision)
    return max(grain, 3 if time.earliest[:10] == time.latest[:10] else 4), grain


def _channel(draft: Draft, renderings: Sequence[Rendering]) -> str | None:
    """The most specific channel: an original's, else one with a name in it, else the one most origins give."""
    for rendering in renderings:
        if rendering.original and rendering.channel:
            return rendering.channel
    weights = _weigh(draft, ((r.report, r.channel) for r in renderings if r.channel))
    return min(weights, key=lambda c: (not _named(c), -weights[c], -len(c), c)) if weights else None


def _named(channel: str) -> bool:
    return any(word[:1].isupper() for word in channel.split())
