"""When an event was whose own clause names no time: tied to another event's day, carried on, or the report's news.

Each conclusion is kept open (`InferredTime`), so that it moves with the report's date, and is shown as a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children, own_subject
from parley.annotate.events.lexicon import load, status_words
from parley.annotate.events.mentions import agrees
from parley.annotate.events.page import DAY_GRAINS, Page, before, hangs_on, head_of, is_aside, is_fine, root_of
from parley.annotate.events.past import is_announced, is_simple_past, is_unsettled, leads, main_of
from parley.annotate.events.scene import Scene
from parley.annotate.events.tied import as_main, tied, with_main
from parley.model.findings import EventFinding, InferredTime
from parley.text.intervals import days_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PAST = frozenset(
    {"held", "happened", "agreed", "declared", "cancelled", "carried out", "broken", "lapsed", "postponed"}
)
RECENT = timedelta(days=3)


def date_untold(events: list[EventFinding], carriers: Mapping[int, Token], scene: Scene) -> list[EventFinding]:
    """The events, those that no mention in the report dates dated by inference where the wording allows.

    `carriers` are the words whose clauses tell the events, by the start of the event's trigger.
    """
    page = Page.of(events, carriers, scene)
    known = {root_of(i, e) for i, e in enumerate(events) if page.is_told(e)}
    done: list[EventFinding] = []
    for index, event in enumerate(events):
        inferred = None
        if root_of(index, event) not in known and not event.background:
            inferred = _infer(event, page)
        done.append(replace(event, inferred=inferred) if inferred is not None else event)
    return done


def _infer(event: EventFinding, page: Page) -> InferredTime | None:
    carrier = page.carriers.get(event.trigger.start)
    if carrier is None or page.scene.in_quotes(carrier.idx):
        return None
    standing = _standing(event, carrier, page)
    if standing is not None:
        return standing
    verb = carrier if carrier.pos_ in ("VERB", "AUX") else None
    if verb is None:
        return as_main(carrier, page)
    if event.status not in PAST:
        return with_main(verb, page) if event.status == "proposed" else None
    leaning = tied(verb, page)
    if leaning is not None:
        return leaning
    twins = _twins(event, page) if is_simple_past(verb) else []
    if twins:
        return InferredTime("mention", twins[0]) if len(twins) == 1 else None
    if event.definite and not _is_predicate(event, verb):
        return None
    return with_main(verb, page) or _carried(verb, page) or _news(verb, page)


def _is_predicate(event: EventFinding, verb: Token) -> bool:
    return event.trigger.start == verb.idx


def _standing(event: EventFinding, verb: Token, page: Page) -> InferredTime | None:
    """What lasts when the report, or the one whom it quotes, tells of it: "remains in custody", "is being held"."""
    words = status_words().sets
    kind = load().kinds[event.type]
    if kind.family not in words["states"] or verb.pos_ not in ("VERB", "AUX"):
        return None
    helpers = {c.lower_ for c in children(verb, "aux", "auxpass")}
    lasts = verb.lemma_ in words["lasting_verbs"] or (verb.tag_ in ("VBG", "VBN") and "being" in helpers)
    now = verb.tag_ in ("VBZ", "VBP") or bool(helpers & {"is", "are"})
    then = verb.tag_ == "VBD" or bool(helpers & {"was", "were"})
    if not lasts or not (now or then) or page.times(verb.sent.start_char, verb.sent.end_char) != _said(event, page):
        return None
    said = _said(event, page)
    if said:
        return InferredTime("standing", said[0])
    return InferredTime("standing") if now and event.statement is None else None


def _said(event: EventFinding, page: Page) -> list[int]:
    """The time at which what tells the event was said, where that stands in the same sentence."""
    if event.statement is None:
        return []
    made = page.scene.reading.statements[event.statement].made
    if made is None:
        return []
    token = page.carriers[event.trigger.start]
    time = page.time(made)
    return [made] if token.sent.start_char <= time.start < token.sent.end_char else []


def _twins(event: EventFinding, page: Page) -> list[int]:
    """Times of other mentions that may be of the same event: one time in all, or several that leave it open."""
    kinds = load().kinds
    family = kinds[event.type].family
    mine = {p.name for p in event.participants}
    found: dict[str, int] = {}
    for other in page.events:
        if other.time is None or not page.is_told(other) or kinds[other.type].family != family or other.background:
            continue
        if other.status != event.status or not agrees(event, other, page.scene):
            continue
        theirs = {p.name for p in other.participants}
        if mine & theirs and other.lemma == event.lemma:
            found.setdefault(page.time(other.time).value, other.time)
    return list(found.values())


def _carried(verb: Token, page: Page) -> InferredTime | None:
    """A sentence without a time that carries on the story of the one before, which names one day."""
    if not is_simple_past(verb) or not leads(verb):
        return None
    here = page.times(verb.sent.start_char, verb.sent.end_char)
    if any(not is_aside(head_of(i, page), verb) for i in here):
        return None
    previous = before(verb.sent, page)
    if previous is None or is_unsettled(verb, status_words().sets["breaking"]) or not _links(verb):
        return None
    named = page.times(previous.start_char, previous.end_char)
    if len(named) != 1 or not is_fine(named[0], page) or page.time(named[0]).direction == "future":
        return None
    root = previous.root
    tells = root.pos_ in ("VERB", "AUX") and is_simple_past(root)
    return InferredTime("carried", named[0]) if tells and hangs_on(head_of(named[0], page), root) else None


def _links(verb: Token) -> bool:
    """Whether the clause takes up what was told: by a pronoun, a known subject, or "then", "also"."""
    if any(c.lower_ in status_words().sets["links"] for c in children(verb, "advmod")):
        return True
    subject = own_subject(main_of(verb))
    if subject is None:
        return False
    return subject.pos_ == "PRON" or any(c.lower_ in ("the", "both", "these") for c in children(subject, "det"))


def _news(verb: Token, page: Page) -> InferredTime | None:
    """What a report tells as new at its top, in the simple past and with no time at all."""
    told = is_simple_past(verb) and verb.sent.start in page.lead
    if not leads(verb) or not (told or is_announced(verb)):
        return None
    if page.times(verb.sent.start_char, verb.sent.end_char) or is_unsettled(verb, status_words().sets["bygone"]):
        return None
    return None if _amid_older(verb.sent, page) else InferredTime("news")


def _amid_older(sentence: Span, page: Page) -> bool:
    """Whether a time told just before is no day of the last few: then the sentence may tell of then."""
    published = page.scene.reading.published
    before = page.times(max(0, sentence.start_char - 600), sentence.start_char)
    for index in before:
        time = page.time(index).time
        if time is None:
            continue
        if published.earliest is None or time.precision not in DAY_GRAINS:
            return True
        if days_of(time)[1] < date.fromisoformat(published.earliest[:10]) - RECENT:
            return True
    return False
