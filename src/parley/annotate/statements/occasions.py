"""Statements of one occasion: where and when each was made, who relayed it, and which run on from which."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from parley.annotate.reading import Reading
from parley.annotate.statements.channels import Channel, channel_of
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.moments import is_other_time, time_by_event, time_of
from parley.annotate.statements.outlets import carriers_in, lists, outlet_of, platform_in, relays
from parley.annotate.statements.page import Page
from parley.annotate.statements.runs import REACH, Occasion, hold, run, share
from parley.annotate.statements.scenes import scenes
from parley.annotate.statements.speakers import Voice

_WIDEST_ZONE = 150
_LONGEST_LEAD = 8


def occasions(reading: Reading, page: Page, attributions: list[Attribution], who: list[Voice]) -> list[Occasion]:
    """The occasion of each attribution, in their order."""
    held = _contents(page, attributions)
    found: list[Occasion] = []
    for attribution, voice in zip(attributions, who, strict=True):
        zone = _zone(page, attribution, held)
        channel = channel_of(page, attribution, zone) or _in_content(page, attribution)
        carried = list(dict.fromkeys([*voice.relays, *_carriers(page, attribution, zone)]))
        made = time_of(reading, page, attribution, zone)
        found.append(Occasion(channel, carried, made, alone=is_other_time(page, attribution, zone)))
    told = len(found)
    attributions, who = _with_scenes(reading, page, attributions, who, held, found)
    order = sorted(range(len(attributions)), key=lambda i: (attributions[i].anchor.i, i))
    _know(page, attributions, who, found, order)
    for group in run(page, reading.times, attributions, who, found, order):
        if all(found[i].made is None for i in group) and not found[group[0]].alone:
            times = (time_by_event(reading, page, attributions[i], held) for i in group)
            found[group[0]].made = next((t for t in times if t is not None), None)
        share(found, group)
    _tell_on(page, attributions, who, found, order)
    _reply(page, attributions, found, order)
    hold(page, reading.times, attributions, who, found, order)
    return found[:told]


def _with_scenes(
    reading: Reading,
    page: Page,
    attributions: list[Attribution],
    who: list[Voice],
    held: list[bool],
    found: list[Occasion],
) -> tuple[list[Attribution], list[Voice]]:
    """The attributions and voices with those of the scenes behind them, whose occasions are added to `found`.

    A scene without a speaker is that of the next who speaks.
    """
    every, voices = list(attributions), list(who)
    speaking = sorted((a.anchor.i, v.speaker) for a, v in zip(attributions, who, strict=True) if v.speaker is not None)
    for scene in scenes(reading, page, attributions, held):
        at, speaker = scene.attribution.anchor.i, scene.speaker
        if speaker is None:
            upcoming = bisect_left(speaking, (at, ""))
            near = upcoming < len(speaking) and page.paragraph[speaking[upcoming][0]] - page.paragraph[at] <= REACH
            speaker = speaking[upcoming][1] if near else None
        if speaker is not None:
            every.append(scene.attribution)
            voices.append(Voice(speaker, "", []))
            found.append(Occasion(scene.channel, [], scene.made))
    return every, voices


def _contents(page: Page, attributions: list[Attribution]) -> list[bool]:
    held = [q >= 0 for q in page.quotation]
    for attribution in attributions:
        if attribution.anchor.lemma_ == "ask" and attribution.frame == "about":
            continue  # "asked about it at the hearing, she said …": where it was asked is where it was said
        for start, end in attribution.content:
            held[start:end] = [True] * (end - start)
    return held


def _zone(page: Page, attribution: Attribution, held: list[bool]) -> list[Range]:
    """The words of the cue's sentence outside every content; for a cue inside a content, its own subtree."""
    start, end = page.sentences[page.sentence[attribution.anchor.i]]
    start, end = max(start, attribution.anchor.i - _WIDEST_ZONE), min(end, attribution.anchor.i + _WIDEST_ZONE)
    own = held[attribution.anchor.i]
    zone: list[Range] = []
    open_at: int | None = None
    for index in range(start, end + 1):
        inside = index < end and (_within(attribution, index) if own else not held[index])
        if inside and open_at is None:
            open_at = index
        elif not inside and open_at is not None:
            zone.append((open_at, index))
            open_at = None
    return zone


def _within(attribution: Attribution, index: int) -> bool:
    edge = attribution.anchor.left_edge.i, attribution.anchor.right_edge.i
    return edge[0] <= index <= edge[1] and not any(a <= index < b for a, b in attribution.content)


def _in_content(page: Page, attribution: Attribution) -> Channel | None:
    """The platform behind an object: "announced the plan on Truth Social"."""
    if not attribution.frame.startswith("obj"):
        return None
    start, end = attribution.content[-1]
    platform = platform_in(page, list(page.tokens[start:end]))
    return Channel(platform, "post") if platform else None


def _carriers(page: Page, attribution: Attribution, zone: list[Range]) -> list[str]:
    """Outlets named around the cue, the source itself left out unless it is one that relays."""
    source = attribution.source or (0, 0)
    outside = [
        (a, b) for start, end in zone for a, b in ((start, min(end, source[0])), (max(start, source[1]), end)) if a < b
    ]
    found = carriers_in(page, outside)
    quoted = page.quotation[min(attribution.content)[0]]
    if not found and quoted >= 0:
        found = _headed_by(page, quoted)
    span = page.span(source) if attribution.source else None
    if span is not None and not found:
        words = span.of(page.text)
        if relays(words) or outlet_of(words):
            return carriers_in(page, [source]) or [words]
        if attribution.frame == "according":
            return carriers_in(page, [source])
    return found


def _headed_by(page: Page, index: int) -> list[str]:
    """The outlets that a line before a quotation names as where it is taken from: "From Norpress:"."""
    start = page.quoted[index][0]
    before = page.sentence[start] - 1 if page.sentences[page.sentence[start]][0] == start else page.sentence[start]
    low, high = page.sentences[before][0] if before >= 0 else start, start
    words = [t for t in page.tokens[low:high] if not t.is_space]
    if not words or words[-1].text != ":" or len(words) > _LONGEST_LEAD:
        return []
    return carriers_in(page, [(words[0].i + (words[0].pos_ in ("ADP", "SCONJ")), high)])


def _reply(page: Page, attributions: list[Attribution], found: list[Occasion], order: list[int]) -> None:
    """Let one who answers another in the same paragraph have spoken where the other did."""
    for before, index in pairwise(order):
        anchor = attributions[index].anchor
        verbs = {anchor.lemma_, anchor.head.lemma_ if anchor.dep_ == "advcl" else ""}
        here = page.paragraph[anchor.i] == page.paragraph[attributions[before].anchor.i]
        if here and verbs & lists()["replying"] and found[index].channel is None:
            found[index].channel = found[before].channel


def _tell_on(
    page: Page, attributions: list[Attribution], who: list[Voice], found: list[Occasion], order: list[int]
) -> None:
    """Let those whom a report quotes one by one have told it to the outlet that several told ("Witnesses told …")."""
    seen: set[str | None] = {None}
    told: tuple[int, Channel] | None = None
    for index in order:
        subject, channel, place = attributions[index].subject, found[index].channel, attributions[index].anchor.i
        if channel is not None:
            several = channel.kind == "interview" and subject is not None and subject.tag_ == "NNS"
            told = (page.paragraph[place], channel) if several else None
        elif told is not None and (who[index].speaker in seen or page.paragraph[place] - told[0] > REACH):
            told = None
        elif told is not None:
            found[index].channel = told[1]
            continue
        seen.add(who[index].speaker)


def _know(
    page: Page, attributions: list[Attribution], who: list[Voice], found: list[Occasion], order: list[int]
) -> None:
    """Let "in the interview", "his Monday post" mean the channel that was told before for the speaker."""
    last: dict[tuple[str, str], Channel] = {}
    for index in order:
        channel, speaker = found[index].channel, who[index].speaker
        if channel is None or speaker is None:
            continue
        before = last.get((speaker, channel.kind))
        if channel.known and before is not None:
            found[index].channel = before
        else:
            last[speaker, channel.kind] = channel
