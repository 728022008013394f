"""The whole utterance: its sentences tied together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parley.reconcile.draft import Draft
from parley.reconcile.statements.alignment import Utterance


def tie(draft: Draft, utterances: Sequence[Utterance]) -> None:
    """Set `of` on the sentences of one longer utterance, the id of its first, and share day and channel among them."""
    home = list(range(len(utterances)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    spoken: dict[tuple[str, object], int] = {}
    place: dict[int, list[tuple[str, int]]] = {}
    for at, utterance in enumerate(utterances):
        for r in utterance.renderings:
            place.setdefault(at, []).append((r.report, r.start))
            number: object = "original"
            if r.finding is not None:
                number = r.finding.utterance if r.finding.utterance is not None else ("finding", r.key[1])
            first = spoken.setdefault((r.report, number), at)
            home[max(root(first), root(at))] = min(root(first), root(at))
    groups: dict[int, list[int]] = {}
    for at in range(len(utterances)):
        groups.setdefault(root(at), []).append(at)
    for group in groups.values():
        if len(group) > 1:
            _share_occasion(draft, group)
            head = draft.statements[_first(group, place)].id
            for at in group:
                if draft.statements[at].id != head:
                    draft.statements[at] = replace(draft.statements[at], of=head)


def _first(group: Sequence[int], place: dict[int, list[tuple[str, int]]]) -> int:
    """The sentence that comes first in the report which gives most of the utterance."""
    counts = Counter(report for at in group for report in {p[0] for p in place[at]})
    fullest = min(counts, key=lambda report: (-counts[report], report))
    return min(group, key=lambda at: (min((s for r, s in place[at] if r == fullest), default=1 << 60), at))


def _share_occasion(draft: Draft, group: Sequence[int]) -> None:
    """Where only one day (or channel) is known of an utterance, its other sentences were said then (and there) too."""
    told = [draft.statements[at] for at in group]
    days = {(s.speaker, s.made.earliest, s.made.latest): s.made for s in told if s.made is not None}
    channels = {(s.speaker, s.channel) for s in told if s.channel is not None}
    if len(channels) > 1 or len(days) > 1:
        return
    for at in group:
        statement = draft.statements[at]
        for (speaker, *_), day in days.items():
            if statement.made is None and statement.speaker == speaker:
                because = f"{day.because}; said of another sentence of the utterance".removeprefix("; ")
                statement = replace(statement, made=replace(day, guess=True, because=because))
        for speaker, channel in channels:
            if statement.channel is None and statement.speaker == speaker:
                statement = replace(statement, channel=channel)
        draft.statements[at] = statement
