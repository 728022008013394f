"""Who takes part in an event and where it is: names by the place they hold around its trigger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import (
    agent,
    children,
    doer,
    prepositional,
    subject,
    undergoer,
)
from parley.annotate.events.governors import phrase
from parley.annotate.events.lexicon import load, status_words
from parley.annotate.events.places import extent, place_of, sort_of
from parley.annotate.events.scene import Scene
from parley.annotate.events.triggers import Trigger
from parley.model.findings import Participant, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKING_SIDES = frozenset(
    ["support", "back", "endorse", "reject", "oppose", "accept", "welcome", "favour", "favor", "dismiss", "spurn"]
)
BODIES = frozenset(["delegation", "team", "side", "union", "party", "group", "family"])
FIRST = frozenset(["i", "we", "me", "us"])
LOCATIVE = frozenset(
    ["in", "at", "near", "outside", "inside", "off", "across", "around", "aboard", "over", "from", "into", "through"]
)
WITH_PARTY = frozenset(["with", "between", "among", "to"])
TOWARD = frozenset(["on", "against", "at", "to", "for", "toward", "towards", "upon"])
OWNED = frozenset(["of", "by", "from", "between", "with", "among", "involving"])
CARRIERS = frozenset(["deal", "agreement", "accord", "round", "series", "session"])


@dataclass(slots=True)
class Cast:
    """The roles of one event."""

    source: Party | None = None
    target: Party | None = None
    participants: list[Participant] = field(default_factory=list)
    place: str | None = None


def cast(trigger: Trigger, carrier: Token, scene: Scene) -> Cast:
    """The roles around a trigger; `carrier` is the verb or noun whose clause or phrase tells the event."""
    found = Cast()
    token = trigger.token
    sources: list[Token] = []
    targets: list[Token] = []
    if trigger.verb:
        actor, acted = doer(token), undergoer(token)
        sources += [actor] if actor is not None else []
        targets += [acted] if acted is not None else []
        pairs = prepositional(token)
        for prep, noun in pairs:
            if prep in WITH_PARTY or (prep in TOWARD and scene.kind(noun) in ("person", "organisation", "group")):
                targets.append(noun)
    else:
        sources += [c for c in token.lefts if c.dep_ in ("poss", "amod", "compound", "nmod")]
        pairs = prepositional(token)
        for held in [token, *_holders(token)]:
            pairs += [p for p in prepositional(held) if p not in pairs] if held.lemma_ in CARRIERS else []
            for clause in children(held, "acl"):
                pairs += prepositional(clause)
        for prep, noun in list(pairs):
            if prep in LOCATIVE or prep == "of":
                pairs += [p for p in prepositional(noun) if p not in pairs]
        for prep, noun in pairs:
            if prep in OWNED:
                (targets if prep == "of" and not trigger.kind.mutual else sources).append(noun)
            elif prep in TOWARD or prep == "with":
                targets.append(noun)
        for holder in _holders(token):
            sources += [c for c in holder.lefts if c.dep_ == "poss"]
            sources += [n for p, n in prepositional(holder) if p in ("by", "from") and not _under(token, n)]
        if trigger.kind.family == "address" and carrier is token and token.dep_ == "pobj":
            spoke = subject(token.head.head) if token.head.head.pos_ == "VERB" else None
            sources += [spoke] if spoke is not None else []  # "she said in a televised address"
        if carrier is not token:
            if carrier.pos_ in ("VERB", "AUX"):
                actor = agent(carrier) or subject(carrier)
                owned = any(p in ("by", "from") for p, _ in pairs) or any(c.dep_ == "poss" for c in token.lefts)
                owned = owned or any(c.dep_ == "poss" for h in _holders(token) for c in h.lefts)
                if carrier.lemma_ in TAKING_SIDES and owned:
                    actor = None  # who supports or rejects another's proposal does not make it
                if trigger.kind.mutual and actor is not None and _only_moves(carrier, actor, scene):
                    actor = None  # the mediator who puts talks off is no side to them
                if actor is not None and not _under(token, actor):
                    sources.insert(0, actor)
                pairs += prepositional(carrier)
                for deed in children(carrier, "xcomp"):
                    if deed.tag_ == "VB" and deed.lemma_ in status_words().light:
                        pairs += prepositional(deed)  # "is expected to open in …"
                targets += [n for p, n in prepositional(carrier) if p in ("with", "between")]
            else:
                sources += [n for p, n in prepositional(carrier) if p in OWNED and not _under(token, n)]
    found.place = place_of(trigger, carrier, pairs, scene)
    _fill(found, trigger, sources, targets, scene)
    return found


def _only_moves(verb: Token, actor: Token, scene: Scene) -> bool:
    """Whether one person puts off what others hold."""
    governor = status_words().governor
    moves = "postponed" in (governor.get(phrase(verb)), governor.get(verb.lemma_))
    return moves and scene.kind(actor) == "person" and not any(c.dep_ == "conj" for c in actor.children)


def _holders(token: Token) -> list[Token]:
    """The nouns that the event noun hangs on ("the king's request for a meeting"), nearest first."""
    found: list[Token] = []
    at = token
    for _ in range(3):
        if at.dep_ == "pobj" and at.head.head.pos_ in ("NOUN", "PROPN"):
            at = at.head.head
        elif at.dep_ in ("compound", "acl") and at.head.pos_ == "NOUN":
            at = at.head
        elif at.dep_ == "dobj" and at.head.dep_ == "acl":
            at = at.head.head
        else:
            break
        found.append(at)
    return found


def _under(token: Token, above: Token) -> bool:
    return above.i == token.i or above.is_ancestor(token)


def _stands_in(token: Token) -> bool:
    """Whether the word may stand for a party named elsewhere."""
    if token.pos_ == "PRON":
        return token.lower_ not in ("there", "this", "that", "what", "which")
    return token.pos_ == "NOUN" and token.lemma_.lower() in load().classes["delegates"]


def _takes_part(name: str, found: Cast, trigger: Trigger, scene: Scene) -> bool:
    """Whether the name can be a party to the event: where it happens, or where it is posted, is none."""
    if trigger.kind.family == "force":
        return True
    sort = sort_of(name, scene)
    if name == found.place or sort == "platform":
        return False
    return not (trigger.kind.mutual and sort in ("city", "site", "region", "outlet", "agency"))


def _fill(found: Cast, trigger: Trigger, sources: list[Token], targets: list[Token], scene: Scene) -> None:
    seen: set[str] = set()
    for role, tokens in (("source", sources), ("target", targets)):
        for token in tokens:
            start, end = extent(token)
            names = [n for n in scene.names_in(start, end) if _takes_part(n[0], found, trigger, scene)]
            if token.tag_ == "NN" and _stands_in(token) and token.lemma_.lower() not in BODIES:
                holder = scene.meant(start, end)
                if holder is not None and scene.kinds.get(holder) == "person" and scene.reading.name(holder).mentions:
                    names = [(holder, start, end)]
            if not names and _stands_in(token):
                meant = scene.speaker_at(token) if token.lower_ in FIRST else scene.meant(start, end)
                members = scene.reading.name(meant).members if meant is not None else ()
                names = [(m, start, end) for m in members or ((meant,) if meant is not None else ())]
            if role == "source" and found.source is None and (names or token.pos_ in ("NOUN", "PROPN", "PRON")):
                found.source = Party(names[0][0] if names else None, start, end)
            elif role == "target" and found.target is None:
                found.target = Party(names[0][0] if names else None, start, end)
            for name, _, _ in names:
                if name not in seen:
                    seen.add(name)
                    found.participants.append(Participant(name, "party" if trigger.kind.mutual else role))
