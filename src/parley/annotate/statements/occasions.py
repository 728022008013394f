"""Statements of one occasion: where and when each was made, who relayed it, and which run on from which."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.annotate.reading import Reading
from parley.annotate.statements.channels import carriers_in, channel_of, relays
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.page import Page

_REACH = 3
"""Over how many paragraphs without a word from the speaker an utterance runs on."""


@dataclass(slots=True)
class Occasion:
    """What the words around a cue tell; `own` says whether time or channel stand there and are not taken over."""

    channel: str | None
    carried_by: list[str]
    made: int | None
    utterance: int = 0
    own: bool = field(default=False)


def occasions(
    reading: Reading, page: Page, attributions: list[Attribution], speakers: list[str | None]
) -> list[Occasion]:
    """The occasion of each attribution, in their order."""
    contents = _contents(page, attributions)
    found: list[Occasion] = []
    for attribution in attributions:
        zone = _zone(page, attribution, contents)
        channel = channel_of(page, attribution, zone)
        made = _time(reading, page, attribution, zone)
        found.append(
            Occasion(channel, _carriers(page, attribution, zone), made, own=channel is not None or made is not None)
        )
    _run(page, attributions, speakers, found)
    return found


def _contents(page: Page, attributions: list[Attribution]) -> list[bool]:
    held = [q >= 0 for q in page.quotation]
    for attribution in attributions:
        for start, end in attribution.content:
            held[start:end] = [True] * (end - start)
    return held


def _zone(page: Page, attribution: Attribution, held: list[bool]) -> list[Range]:
    """The words of the cue's sentence that belong to the cue: outside every content, and not below another cue."""
    at = attribution.anchor.i
    start, end = page.sentences[page.sentence[at]]
    own = held[at]
    zone: list[Range] = []
    open_at: int | None = None
    for index in range(start, end + 1):
        inside = index < end and (not held[index] if not own else _within(attribution, index))
        if inside and open_at is None:
            open_at = index
        elif not inside and open_at is not None:
            zone.append((open_at, index))
            open_at = None
    return zone


def _within(attribution: Attribution, index: int) -> bool:
    """For a cue that stands inside another content: its own subtree without its own content."""
    edge = attribution.anchor.left_edge.i, attribution.anchor.right_edge.i
    return edge[0] <= index <= edge[1] and not any(a <= index < b for a, b in attribution.content)


def _carriers(page: Page, attribution: Attribution, zone: list[Range]) -> list[str]:
    source = attribution.source
    outside: list[Range] = []
    for start, end in zone:
        if source is None or source[1] <= start or end <= source[0]:
            outside.append((start, end))
            continue
        if start < source[0]:
            outside.append((start, source[0]))
        if source[1] < end:
            outside.append((source[1], end))
    found = carriers_in(page, outside)
    if source is not None and attribution.frame == "according" and not found:
        span = page.span(source)
        words = span.of(page.text) if span else ""
        if relays(words):
            found = carriers_in(page, [source]) or [words]
    return found


def _time(reading: Reading, page: Page, attribution: Attribution, zone: list[Range]) -> int | None:
    """The time of the cue's clause that stands nearest to the cue."""
    cue = attribution.anchor.idx
    best: tuple[int, int] | None = None
    for index, time in enumerate(reading.times):
        if time.time is None or time.type in ("DURATION", "SET"):
            continue
        low = page.token_at(time.start)
        if any(start <= low < end for start, end in zone):
            distance = abs(time.start - cue)
            if best is None or distance < best[0]:
                best = (distance, index)
    return best[1] if best else None


def _run(page: Page, attributions: list[Attribution], speakers: list[str | None], found: list[Occasion]) -> None:
    """Number the utterances, and let each share the channel, time and carriers that one of its parts tells."""
    number = -1
    members: list[list[int]] = []
    latest: dict[str, int] = {}
    turn: str | None = None
    for index in sorted(range(len(attributions)), key=lambda i: (attributions[i].anchor.i, i)):
        speaker = speakers[index]
        nested = _is_nested(attributions, index)
        before = latest.get(speaker) if speaker is not None else None
        runs = (
            before is not None and (turn == speaker or nested) and _continues(page, attributions, found, before, index)
        )
        if runs and before is not None:
            found[index].utterance = found[before].utterance
            members[found[index].utterance].append(index)
        else:
            number += 1
            found[index].utterance = number
            members.append([index])
        if speaker is not None:
            latest[speaker] = index
        if not nested:
            turn = speaker
    for group in members:
        _share(found, group)


def _is_nested(attributions: list[Attribution], index: int) -> bool:
    at = attributions[index].anchor.i
    return any(a <= at < b for i, o in enumerate(attributions) if i != index for a, b in o.content)


def _continues(page: Page, attributions: list[Attribution], found: list[Occasion], before: int, index: int) -> bool:
    gap = page.paragraph[attributions[index].anchor.i] - page.paragraph[attributions[before].anchor.i]
    if gap > _REACH:
        return False
    mine, theirs = found[index], found[before]
    if mine.channel and theirs.channel and mine.channel != theirs.channel:
        return False
    return mine.made is None or theirs.made is None or mine.made == theirs.made


def _share(found: list[Occasion], group: list[int]) -> None:
    for attribute in ("channel", "made"):
        value = None
        for index in group:
            value = getattr(found[index], attribute) if getattr(found[index], attribute) is not None else value
            if getattr(found[index], attribute) is None:
                setattr(found[index], attribute, value)
        for index in reversed(group):
            value = getattr(found[index], attribute) if getattr(found[index], attribute) is not None else value
            if getattr(found[index], attribute) is None:
                setattr(found[index], attribute, value)
    carried = [c for index in group for c in found[index].carried_by]
    for index in group:
        if not found[index].carried_by:
            found[index].carried_by = list(dict.fromkeys(carried))
