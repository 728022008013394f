"""Utterances: which statements run on from which, and what the parts of one tell for each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from parley.annotate.statements.channels import Channel
from parley.annotate.statements.draft import Attribution
from parley.annotate.statements.page import Page
from parley.annotate.statements.speakers import Voice
from parley.model.findings import TimeFinding

REACH = 3
"""Over how many paragraphs without a word from the speaker an utterance runs on."""
_FAR = 8
"""Over how many paragraphs the only occasion that a report gives for a speaker holds for what they say without one."""


@dataclass(slots=True)
class Occasion:
    """What the words around a cue tell, and what was taken over from the same utterance."""

    channel: Channel | None
    carried_by: list[str]
    made: int | None
    utterance: int = 0
    alone: bool = field(default=False)

    @property
    def where(self) -> str | None:
        return self.channel.name if self.channel else None


def run(
    page: Page,
    times: list[TimeFinding],
    attributions: list[Attribution],
    who: list[Voice],
    found: list[Occasion],
    order: list[int],
) -> list[list[int]]:
    """Number the utterances; returns the statements of each."""
    depth = _depth(page, attributions)
    members: list[list[int]] = []
    latest: dict[str, int] = {}
    turn: str | None = None
    for index in order:
        speaker = who[index].speaker
        nested = depth[attributions[index].anchor.i] > _holds_itself(attributions[index]) or _is_aside(
            attributions[index]
        )
        before = latest.get(speaker) if speaker is not None and attributions[index].frame != "scene" else None
        if (
            before is not None
            and (turn == speaker or nested)
            and _continues(page, times, attributions, found, before, index)
        ):
            found[index].utterance = found[before].utterance
            members[found[index].utterance].append(index)
        else:
            found[index].utterance = len(members)
            members.append([index])
        if speaker is not None:
            latest[speaker] = index
        if not nested:
            turn = speaker
    return members


def _depth(page: Page, attributions: list[Attribution]) -> list[int]:
    """For each token, in how many contents it stands."""
    steps = [0] * (len(page.tokens) + 1)
    for attribution in attributions:
        for start, end in attribution.content:
            steps[start] += 1
            steps[end] -= 1
    return list(accumulate(steps))


def _is_aside(attribution: Attribution) -> bool:
    """Whether it is told in passing, of one of whom the sentence tells something else: "a man who said …"."""
    return attribution.anchor.dep_ == "relcl"


def _holds_itself(attribution: Attribution) -> int:
    return sum(start <= attribution.anchor.i < end for start, end in attribution.content)


def _continues(
    page: Page,
    times: list[TimeFinding],
    attributions: list[Attribution],
    found: list[Occasion],
    before: int,
    index: int,
) -> bool:
    gap = page.paragraph[attributions[index].anchor.i] - page.paragraph[attributions[before].anchor.i]
    mine, theirs = found[index], found[before]
    if gap > REACH or mine.alone != theirs.alone:
        return False
    if mine.channel and theirs.channel and not _same_channel(mine.channel, theirs.channel):
        return False
    return mine.made is None or theirs.made is None or _same_time(times, mine.made, theirs.made)


def _same_time(times: list[TimeFinding], a: int, b: int) -> bool:
    return a == b or times[a].value == times[b].value


def _same_channel(a: Channel, b: Channel) -> bool:
    return a.name == b.name or (a.kind == b.kind == "post" and "social media" in (a.name, b.name))


def share(found: list[Occasion], group: list[int]) -> None:
    """Let the parts of an utterance share the channel, time and carriers that one of them tells."""
    for run in (group, group[::-1]):
        channel: Channel | None = None
        made: int | None = None
        for index in run:
            here = found[index]
            channel = here.channel = here.channel or channel
            made = here.made = here.made if here.made is not None else made
    carried = list(dict.fromkeys(c for index in group for c in found[index].carried_by))
    for index in group:
        found[index].carried_by = found[index].carried_by or carried


def hold(
    page: Page,
    times: list[TimeFinding],
    attributions: list[Attribution],
    who: list[Voice],
    found: list[Occasion],
    order: list[int],
) -> None:
    """Where a report gives one occasion alone for a speaker, what they say after it without one was said then."""
    by_speaker: dict[str, list[int]] = {}
    for index in order:
        if (speaker := who[index].speaker) is not None and not found[index].alone:
            by_speaker.setdefault(speaker, []).append(index)
    for group in by_speaker.values():
        whole = len(group) > 0.6 * len(order)
        placed = [i for i in group if found[i].channel is not None]
        dated = [i for i in group if found[i].made is not None]
        if whole and len({found[i].where for i in placed}) == 1:
            for index in group:
                here, told = found[index], found[placed[0]]
                if here.channel is None:
                    here.channel, here.carried_by = told.channel, here.carried_by or told.carried_by
        if len({times[m].value for i in dated if (m := found[i].made) is not None}) == 1:
            last: int | None = None
            for index in group:
                place, here = page.paragraph[attributions[index].anchor.i], found[index]
                if here.made is not None:
                    last = index
                elif last is not None and place - page.paragraph[attributions[last].anchor.i] <= _FAR:
                    other = found[last]
                    if not (here.channel and other.channel) or _same_channel(here.channel, other.channel):
                        here.made = other.made
