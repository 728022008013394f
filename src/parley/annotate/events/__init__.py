"""Events: who did what to whom, where and when, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import coordinated, prepositional
from parley.annotate.events.codes import root_of
from parley.annotate.events.lexicon import status_words
from parley.annotate.events.mentions import resolve_mentions
from parley.annotate.events.past import is_in_course
from parley.annotate.events.roles import Cast, cast
from parley.annotate.events.scene import Scene
from parley.annotate.events.status import Standing, stand
from parley.annotate.events.telling import clause, phrase
from parley.annotate.events.terms import condition_of, expiry_of, terms_of
from parley.annotate.events.timing import is_background, is_bound, is_future, is_past, time_of
from parley.annotate.events.triggers import Trigger, find_triggers, modifiers
from parley.annotate.events.untold import date_untold
from parley.annotate.reading import Reading
from parley.model.findings import EventFinding, Status
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

DETERMINERS = frozenset(["the", "this", "that", "these", "those", "both"])
RESULTS = frozenset(["kill", "wound", "injure", "damage", "destroy", "displace", "maim"])
RINGING = frozenset(["phone", "telephone", "ring", "call"])
CARRIED = frozenset(
    [
        "agreement",
        "deal",
        "accord",
        "pact",
        "plan",
        "proposal",
        "offer",
        "treaty",
        "announcement",
        "memorandum",
        "settlement",
    ]
)


def find(reading: Reading) -> None:
    """Fill `reading.events`."""
    scene = Scene.of(reading)
    told: list[tuple[Trigger, Standing]] = []
    triggers = prune(list(find_triggers(scene)))
    for trigger in triggers:
        standing = stand(trigger)
        if standing.status is not None:
            told.append((trigger, standing))
    acts = {t.token.i: t for t, _ in told if t.verb}
    deeds = {t.token.i: t for t in triggers if t.verb}
    told = [(t, _as_known(t, _with_verb(t, s, acts), deeds)) for t, s in told]
    carriers = {s.carrier.i for t, s in told if not t.verb and not _beside_another(t, s, acts)}
    carriers |= {t.token.head.i for t, _ in told if _object_of_kin(t, acts)}
    found: list[EventFinding] = []
    assumed: set[int] = set()
    carriers_of: dict[int, Token] = {}
    for trigger, standing in told:
        if trigger.verb and trigger.token.i in carriers:
            continue  # a light verb: its noun tells the event
        event = _event(trigger, standing, scene)
        if event is not None:
            found += _each(event, trigger, scene)
            carriers_of[trigger.token.idx] = standing.carrier
            if not standing.explicit:
                assumed.add(event.trigger.start)
    resolved = resolve_mentions(found, frozenset(assumed), scene)
    reading.events.extend(date_untold(resolved, carriers_of, scene))


def _result(verb: Token) -> bool:
    """Whether the verb tells what came of its head's event ("…, killing four")."""
    if verb.lemma_ not in RESULTS or verb.tag_ == "VBN":
        return False
    return verb.dep_ in ("advcl", "relcl", "acl") or (verb.dep_ == "conj" and verb.tag_ == "VBG")


def _with_verb(trigger: Trigger, standing: Standing, acts: dict[int, Trigger]) -> Standing:
    """The standing of a noun, told by the clause of its verb where that is a trigger of the same family."""
    if standing.carrier.i != trigger.token.i or not _object_of_kin(trigger, acts):
        return standing
    return replace(standing, carrier=trigger.token.head)


def _as_known(trigger: Trigger, standing: Standing, acts: dict[int, Trigger]) -> Standing:
    """The standing of what has been, named by a verb that tells something else ("divers are to enter the wreck")."""
    token, family = trigger.token, trigger.kind.family
    verb = token.head if token.dep_ in ("dobj", "nsubjpass") else None
    if trigger.verb or verb is None or family not in KNOWN or verb.i not in acts:
        return standing
    if acts[verb.i].kind.family == family or standing.status in ("denied", None):
        return standing
    return Standing("happened", token, False)


def _beside_another(trigger: Trigger, standing: Standing, acts: dict[int, Trigger]) -> bool:
    """Whether a noun is the second of two, the first of which its verb tells ("ordered mourning and a probe")."""
    act = acts.get(standing.carrier.i)
    return trigger.token.dep_ == "conj" and act is not None and act.kind.family != trigger.kind.family


def _object_of_kin(trigger: Trigger, acts: dict[int, Trigger]) -> bool:
    """Whether a noun is the object of a verb that tells an event of the same family ("impose sanctions")."""
    token = trigger.token
    act = acts.get(token.head.i) if not trigger.verb and token.dep_ in ("dobj", "nsubjpass") else None
    return act is not None and act.kind.family == trigger.kind.family


def prune(triggers: list[Trigger]) -> list[Trigger]:
    """The triggers without those that only name the topic, the round or the settling of another."""
    at = {t.token.i: t for t in triggers}
    dropped: set[int] = set()
    for trigger in triggers:
        token = trigger.token
        head = at.get(token.head.i)
        if token.dep_ == "pobj" and token.head.lower_ in ("of", "for"):
            head = at.get(token.head.head.i)
            if (
                head is not None
                and not head.verb
                and (head.kind.family == trigger.kind.family or token.head.lower_ == "of")
            ):
                dropped.add(token.i if head.kind.family == trigger.kind.family else token.head.head.i)
            continue
        if token.dep_ == "pobj" and token.head.lower_ == "in":
            held_in = at.get(token.head.head.i)
            if held_in is not None and not held_in.verb and held_in.kind.family == trigger.kind.family == "court":
                dropped.add(token.i)  # "the verdict in the trial of …"
                continue
        following = at.get(token.i + 1)
        if following is not None and not trigger.verb and not following.verb and token.dep_ != "dobj":
            head = following  # "ceasefire talks", however the parse hangs the first
            dropped.add(head.token.i if head.token.lemma_.lower() in CARRIED else token.i)
            continue
        if head is None or head.token.i == token.i:
            continue
        if _result(token):
            dropped.add(token.i)
            continue
        settles = head.token.lemma_.lower() in CARRIED or head.token.lemma_ in ("agree", "propose")
        if token.dep_ in ("compound", "nmod", "amod"):
            dropped.add(head.token.i if settles else token.i)
        elif token.dep_ in ("acl", "relcl") and not head.verb and head.kind.family == trigger.kind.family:
            dropped.add(token.i)  # "the sanctions that were imposed": the noun tells both
        elif (token.dep_ in ("acl", "xcomp", "ccomp") and settles) or (
            token.dep_ in ("dobj", "nsubjpass") and head.kind.name == "agreement" and head.verb
        ):
            dropped.add(head.token.i)
    return [t for t in triggers if t.token.i not in dropped]


def _event(trigger: Trigger, standing: Standing, scene: Scene) -> EventFinding | None:
    token, carrier = trigger.token, standing.carrier
    doc = token.doc
    if carrier.pos_ in ("VERB", "AUX"):
        first, end = clause(carrier, token)
    else:
        first, end = phrase(carrier, token)
    span = scene.reading.span(first, end)
    roles = cast(trigger, carrier, scene)
    time = time_of(trigger, carrier, span, scene)
    definite = _definite(token, scene) if not trigger.verb else False
    numbered = any(t.like_num and t.ent_type_ not in ("DATE", "TIME") for t in doc[first:end])
    if not _tells(trigger, standing, roles, time, definite, numbered, scene):
        return None
    status = standing.status
    assert status is not None
    status = _by_time(status, trigger, standing, time, scene)
    if status in BEHIND and is_future(time, scene):
        time = None  # what has happened cannot be ahead: the day is that of something else
    if status in AHEAD and _looks_ahead(carrier) and is_past(time, scene):
        time = None  # and the other way round: "will look into the clash of last week"
    if time is not None and status != "postponed" and is_bound(time, status in AHEAD, scene):
        time = None
    if standing.denial is not None and standing.denial.sent == token.sent:
        # The words that deny belong to the telling, whose own days and places they do not give.
        first, end = min(first, clause(standing.denial, token)[0]), max(end, clause(standing.denial, token)[1])
        span = scene.reading.span(first, end)
    statement = scene.statement_at(token.idx)
    speaker = scene.reading.statements[statement].speaker if statement is not None else None
    exact = scene.reading.text[span.start : span.end]
    return EventFinding(
        start=span.start,
        end=span.end,
        exact=exact,
        trigger=Span(token.idx, token.idx + len(token)),
        lemma=token.lemma_.lower(),
        type=trigger.kind.name,
        code=root_of(trigger.kind.name, trigger.kind.code, token.lemma_.lower(), status, exact),
        status=status,
        background=is_background(trigger, time, doc[first:end], scene),
        definite=definite,
        source=roles.source,
        target=roles.target,
        participants=tuple(roles.participants),
        time=time,
        place=roles.place,
        terms=terms_of(trigger, carrier, scene),
        condition=condition_of(carrier, scene),
        expires=expiry_of(span, scene),
        statement=statement,
        according_to=(speaker,) if speaker else (),
    )


def _each(event: EventFinding, trigger: Trigger, scene: Scene) -> list[EventFinding]:
    """One event for each of those with whom calls or meetings are held: "calls with A and B" are two."""
    token = trigger.token
    if trigger.verb:
        return _rung(event, token, scene)
    if token.tag_ != "NNS" or token.lemma_ not in ("call", "conversation", "meeting", "visit"):
        return [event]
    withs = [n for p, n in prepositional(token) if p in ("with", "to")]
    partners: list[str] = []
    for noun in withs:
        for part in coordinated(noun):
            name = scene.name_of(part)
            if name is not None and name not in partners:
                partners.append(name)
    if len(partners) < 2:
        return [event]
    return [
        replace(event, participants=tuple(p for p in event.participants if p.name == one or p.name not in partners))
        for one in partners
    ]


def _rung(event: EventFinding, verb: Token, scene: Scene) -> list[EventFinding]:
    """One call for each whom somebody rings: "will phone A at noon and B after that"."""
    if verb.lemma_ not in RINGING and not any(c.lower_ == "separately" for c in verb.children):
        return [event]
    if event.type != "call":
        return [event]
    rung = [n for n, _, _ in scene.names_in(verb.idx + len(verb), event.end) if scene.kinds.get(n) == "person"]
    partners = [n for n in dict.fromkeys(rung) if any(p.name == n for p in event.participants)]
    if len(partners) < 2:
        return [event]
    exact = event.time is not None and scene.reading.times[event.time].type == "TIME"
    return [
        replace(
            event,
            participants=tuple(p for p in event.participants if p.name == one or p.name not in partners),
            # The hour is that of the first; the others follow.
            time=None if exact and one != partners[0] else event.time,
        )
        for one in partners
    ]


def _definite(noun: Token, scene: Scene) -> bool:
    """Whether the wording takes the event as known."""
    if noun.dep_ == "compound" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    for child in noun.lefts:
        if child.dep_ == "det" and child.lower_ in DETERMINERS:
            return True
        if child.dep_ == "poss":
            return True
        if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" and scene.kind(child) == "place":
            return True
    return False


KNOWN = frozenset(["mishap", "disaster"])
"""Families of which a later deed only names the event or what is left of it."""
BEHIND = frozenset(["held", "happened", "agreed", "carried out", "broken", "lapsed"])
AHEAD = frozenset(["scheduled", "proposed"])
BEFALLING = frozenset(["force", "release"])
"""Families of which it is enough to know whom or what they befall."""
ACTS = frozenset(["repression", "concession", "cooperation"])
"""Families of acts that doer and undergoer make an event, whether or not they are named."""


def _tells(
    trigger: Trigger, standing: Standing, roles: Cast, time: int | None, definite: bool, numbered: bool, scene: Scene
) -> bool:
    """Whether the passage tells an event that a record should hold, and not only touches on such events."""
    token = trigger.token
    told = len(roles.participants) + (roles.place is not None) + (time is not None)
    if standing.status == "proposed" and len(roles.participants) < 2 and scene.in_quotes(token.idx):
        return False  # what one speaker wishes aloud
    if trigger.verb:
        both = roles.source is not None and roles.target is not None
        return (
            told > 0
            or numbered
            or (trigger.kind.family in ACTS and both)
            or (trigger.kind.family in BEFALLING and roles.target is not None)
        )
    if trigger.kind.name == "ceasefire" and not definite:
        # A truce is on everybody's lips; one with days, a duration, a manner or a declaration is an event.
        if not status_words().manners.isdisjoint(modifiers(token)):
            return True
        counted = any(c.like_num for c in token.subtree)
        return counted or time is not None or standing.status in ("declared", "broken", "lapsed", "agreed")
    return told > 0 or definite or numbered or (standing.carrier.pos_ == "VERB" and standing.carrier.i != token.i)


def _looks_ahead(verb: Token) -> bool:
    """Whether the verb tells of what is still to come, and not of what was once planned ("was due on Friday")."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "shall", "'ll", "’ll"}:
        return True
    above = verb.head.head if verb.head.dep_ == "acomp" else verb.head
    return "to" in helpers and verb.dep_ == "xcomp" and above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP")


def _is_timetable(verb: Token) -> bool:
    """Whether the verb is in the present passive, which with a day ahead is a plan ("is sworn in next month")."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & {"is", "are", "'s", "’s"}) and verb.tag_ == "VBN" and not helpers & {"been", "being"}


def _by_time(status: Status, trigger: Trigger, standing: Standing, time: int | None, scene: Scene) -> Status:
    """The status, where only the event's time tells that it is still to come."""
    planned = (not standing.explicit and trigger.kind.family not in status_words().sets["unplanned"]) or _is_timetable(
        standing.carrier
    )
    announced = status_words().governor.get(standing.carrier.lemma_) == "declared" and standing.carrier.pos_ == "VERB"
    if (planned or announced) and status in ("held", "happened") and is_future(time, scene):
        return "scheduled"
    if (
        status in ("under way", "happened")
        and standing.carrier.tag_ in ("VBG", "VBZ", "VBP")
        and is_future(time, scene)
    ):
        return "scheduled"
    pending = trigger.kind.family in status_words().sets["pending"]
    if status == "happened" and pending and is_in_course(standing.carrier) and not is_past(time, scene):
        return "under way"  # "was being questioned": so it stood as the report was written
    if status == "under way" and trigger.kind.held and trigger.kind.family != "contact":
        return status
    if status == "happened" and trigger.kind.held:
        return "held"
    return status


__all__ = ["find", "prune"]
