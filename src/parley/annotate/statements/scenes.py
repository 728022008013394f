"""Scenes: sentences that tell that someone spoke, where or when, but not what ("She met reporters on Friday.").

What the speaker says next was said there and then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.names import resolve
from parley.annotate.reading import Reading
from parley.annotate.statements.channels import Channel, occasion_in, spoken_to
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.moments import time_of
from parley.annotate.statements.outlets import lists
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import phrase, subject_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_LONGEST = 80
_LINK = 4


@dataclass(slots=True)
class Scene:
    """`speaker` is a local name id, or None where the next who speaks is meant."""

    attribution: Attribution
    speaker: str | None
    channel: Channel | None
    made: int | None


def scenes(reading: Reading, page: Page, attributions: list[Attribution], held: list[bool]) -> Iterator[Scene]:
    """The scenes, in order; `held` tells which tokens stand in a content."""
    taken = {a.anchor.i for a in attributions}
    staging = lists()["staging"] | lists()["giving"]
    for index, (start, end) in enumerate(page.sentences):
        if end - start > _LONGEST or any(i in taken for i in range(start, end)):
            continue
        verb = next((t for t in page.tokens[start:end] if t.dep_ == "ROOT"), None)
        if verb is None or held[verb.i] or page.quotation[verb.i] >= 0:
            continue
        if verb.tag_ in _FINITE and verb.lemma_ in staging:
            yield from _told(reading, page, verb, (start, end))
        elif not any(t.tag_ in (*_FINITE, "MD") for t in page.tokens[start:end]):
            yield from _begun(reading, page, verb, (start, _with_link(page, index)))


def _told(reading: Reading, page: Page, verb: Token, sentence: Range) -> Iterator[Scene]:
    """A sentence whose verb tells of speaking or publishing, with its subject."""
    subject = subject_of(verb)
    if subject is None or any(c.dep_ in ("neg", "auxpass") for c in verb.children):
        return
    attribution = Attribution("scene", verb, [], verb_group(verb), phrase(subject), subject)
    span = page.span(phrase(subject))
    speaker = resolve(reading, span.start, span.end)[0] if span is not None else None
    channel = occasion_in(page, attribution, list(page.tokens[sentence[0] : sentence[1]])) or spoken_to(page, verb)
    if verb.lemma_ not in lists()["staging"] and channel is None:
        return
    made = time_of(reading, page, attribution, [sentence])
    if speaker is not None and (channel is not None or made is not None):
        yield Scene(attribution, speaker, channel, made)


def _with_link(page: Page, index: int) -> int:
    """The end of a line, or of the few words in a line below it, as where a page breaks a sentence at a link."""
    end = page.sentences[index][1]
    if index + 1 < len(page.sentences):
        after = page.doc[slice(*page.sentences[index + 1])]
        words = [t for t in after if not t.is_space]
        if len(words) <= _LINK and all(t.pos_ == "PROPN" for t in words) and page.quotation[after.start] < 0:
            return after.end
    return end


def _begun(reading: Reading, page: Page, root: Token, sentence: Range) -> Iterator[Scene]:
    """A line without a verb of its own, as a page leaves it: "Speaking in an interview with Radio Marin"."""
    tokens = list(page.tokens[sentence[0] : sentence[1]])
    if not any(t.lemma_ in lists()["speaking"] and t.tag_ == "VBG" for t in tokens[:3]):
        return
    attribution = Attribution("scene", root, [], None, None, None)
    channel = occasion_in(page, attribution, tokens) or spoken_to(page, root)
    made = time_of(reading, page, attribution, [sentence])
    if channel is not None or made is not None:
        yield Scene(attribution, None, channel, made)
