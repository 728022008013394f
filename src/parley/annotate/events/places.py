"""Where an event is: the narrowest place that the words around it put it in.

Tried in order: the phrases of its own noun or verb; the seat of the court, the country of an election; the end of the
journey whose aim it is; its host; other phrases of its clause; the place that the report is written from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import agent, children, coordinated, prepositional, subject, undergoer
from parley.annotate.events.lexicon import load, status_words
from parley.annotate.events.scene import Scene
from parley.annotate.events.telling import DASHES
from parley.annotate.events.triggers import Trigger
from parley.annotate.names import lexicons
from parley.annotate.names.gazetteer import find_city

if TYPE_CHECKING:
    from spacy.tokens import Token

Pairs = list[tuple[str, "Token"]]
NARROW = {"city": 0, "site": 0, "region": 1, "country": 3}
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "csubj", "parataxis", "appos"})
PARTS = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
DEEPEST = 10
MOST_STEPS = 2
"""Prepositions from a place up to its clause: "signed with the union in Bern", not "a photo of a visit to …"."""
LEAD = 2
"""Sentences from the top that tell what happened where the report was written."""


@cache
def words() -> dict[str, frozenset[str]]:
    """The sets of ``events_places.toml``."""
    raw = tomllib.loads((files("parley.annotate") / "lexicon" / "events_places.toml").read_text(encoding="utf-8"))
    return {name: frozenset(entry) for name, entry in raw["sets"].items()}


def place_of(trigger: Trigger, carrier: Token, pairs: Pairs, scene: Scene) -> str | None:
    """The local id of the place of an event, None where nothing says it.

    `carrier` is the word whose clause or phrase tells the event, `pairs` the prepositional phrases around it.
    """
    if trigger.kind.name == "call":
        return _hosted(trigger.token, scene)  # a call has none; what is named is a clock, or one of the two
    return (
        _best(_own(trigger, pairs, scene), scene)
        or _seat(trigger, carrier, scene)
        or _journey(trigger.token, scene)
        or _hosted(trigger.token, scene)
        or _only(_around(trigger, carrier), scene)
        or _written_from(trigger, carrier, scene)
    )


def sort_of(name: str, scene: Scene) -> str:
    """What sort of entry the name has in the gazetteer ("city", "country" …); "" for none."""
    return (scene.reading.name(name).key or "/").split("/")[0]


def _best(nouns: Iterator[tuple[str, Token]], scene: Scene) -> str | None:
    """The narrowest place that the nouns name, each after its preposition; of equals the first."""
    best: tuple[int, int, str] | None = None
    for preposition, noun in nouns:
        start, end = extent(noun)
        for name, at, upto in scene.names_in(start, end):
            if at != noun.idx and scene.is_people(at, upto) and noun.lemma_.lower() in words()["abroad"]:
                continue  # "an American compound" may be anywhere
            if scene.kinds.get(name) != "place" and not _is_sited(name, at, upto, preposition, noun, scene):
                continue
            rank = (NARROW.get(sort_of(name, scene), 2), at, name)
            if best is None or rank < best:
                best = rank
    return best[2] if best else None


def _only(nouns: Iterator[tuple[str, Token]], scene: Scene) -> str | None:
    """The narrowest place of the clause, where its phrases do not put it in several of one sort."""
    found: list[str] = []
    for one in nouns:
        name = _best(iter([one]), scene)
        if name is not None and name not in found:
            found.append(name)
    ranks = [NARROW.get(sort_of(name, scene), 2) for name in found]
    least = [name for name, rank in zip(found, ranks, strict=True) if rank == min(ranks)]
    return least[0] if len(least) == 1 else None


def _own(trigger: Trigger, pairs: Pairs, scene: Scene) -> Iterator[tuple[str, Token]]:
    """The nouns around the trigger that say where."""
    token, family = trigger.token, trigger.kind.family
    locative = words()["locative"] - {"on", "under"}
    for preposition, noun in pairs:
        if preposition in locative and not _is_aside(noun, token, family in words()["undergone"]):
            yield preposition, noun
    if family in words()["undergone"]:
        if not trigger.verb and token.dep_ == "nsubj":
            yield from (("", n) for n in children(token.head, "dobj"))
        for preposition, noun in pairs:
            if preposition in ("on", "against", "of", "through") and not _is_aside(noun, token, True):
                yield "", noun
        acted = undergoer(token) if trigger.verb else None
        if acted is not None:
            yield "", acted
    if trigger.verb and family == "visit":
        acted = undergoer(token)
        if acted is not None:
            yield "at", acted
        yield from (("at", n) for p, n in pairs if p == "to")
    if family == "invitation":
        yield from (("at", n) for p, n in pairs if p == "to")
    if not trigger.verb:
        yield from (("", c) for c in token.lefts if c.dep_ in ("compound", "nmod") and _is_city(c, scene))


def _is_aside(noun: Token, event: Token, undergone: bool) -> bool:
    """Whether a noun is no place of the event: a time ("on the day of …"), or a place of what it is about.

    What is `undergone` by something is where that is ("an attack on a post in Kufra").
    """
    if noun.lemma_.lower() in words()["moments"] or noun.ent_type_ in ("DATE", "TIME"):
        return True
    at = noun.head
    for _ in range(DEEPEST):
        if at.i == event.i or at.head.i == at.i:
            return False
        over = at.head
        if at.dep_ == "pobj" and at.i != noun.i:
            if at.lemma_.lower() in words()["moments"]:
                return True
            topic = over.lower_ in words()["topical"] - {"of", "into"} and over.head.i == event.i
            if topic and not undergone and event.pos_ in ("NOUN", "PROPN"):
                return True
        at = over
    return False


def _is_sited(name: str, start: int, end: int, preposition: str, noun: Token, scene: Scene) -> bool:
    """Whether a name of which nothing else is known is that of a place, by the words that it stands with."""
    found = scene.reading.name(name)
    if found.kind not in ("organisation", "other", "person") or found.key or found.roles or found.speaks_for:
        return False
    if any(m.kind != "name" for m in found.mentions):
        return False
    named = scene.reading.doc.char_span(start, end, alignment_mode="expand")
    if named is None:
        return False
    root = named.root
    head = root.head
    if preposition in words()["still"] and root.i == noun.i and found.kind != "person" and find_city(found.name):
        return True
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in words()["sited"]:
        return True  # "the port of Vardal"
    if root.i != noun.i and root.dep_ in PARTS and head.lemma_.lower() in words()["sited"]:
        return True  # "the Vardal tunnel"
    return root.i == noun.i and preposition in words()["beside"] and found.kind != "person"


def _seat(trigger: Trigger, carrier: Token, scene: Scene) -> str | None:
    """Where the court sits that is named as doer ("by a Lima court"), and whose election it is."""
    token = trigger.token
    if trigger.kind.family in ("election", "vote") and not trigger.verb:
        return _modifying(token, scene)
    if trigger.kind.family not in ("court", "inquiry", "custody"):
        return None
    for verb in dict.fromkeys((token, carrier)):
        doer = (agent(verb) or subject(verb)) if verb.pos_ in ("VERB", "AUX") else None
        if doer is not None and doer.lemma_.lower() in words()["courts"]:
            return _modifying(doer, scene)
    return None


def _modifying(noun: Token, scene: Scene) -> str | None:
    """The place named before a noun ("the Lima court", "the Kenyan election")."""
    for child in noun.lefts:
        if child.dep_ in PARTS:
            for name, _, _ in scene.names_in(child.idx, child.idx + len(child)):
                if scene.kinds.get(name) == "place":
                    return name
    return None


def _journey(token: Token, scene: Scene) -> str | None:
    """Where a journey ends whose aim the event is ("flew to Bern to meet her", "is in Bern for talks")."""
    at = token
    if (token.dep_ == "pobj" and token.head.lower_ == "for") or (
        token.dep_ == "dobj" and token.head.dep_ in ("advcl", "xcomp") and token.head.tag_ == "VB"
    ):
        at = token.head
    elif not (token.dep_ in ("advcl", "xcomp") and token.tag_ == "VB"):
        return None
    verb = at.head
    if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ not in words()["journeys"] | {"be", "meet"}:
        return None
    ends = [(p, n) for p, n in prepositional(verb) if p in ("to", "in", "into", "at") and n.i < token.i]
    direct = [("at", n) for n in children(verb, "dobj")] if verb.lemma_ == "visit" else []
    return _best(iter([*ends, *direct]), scene)


def _hosted(token: Token, scene: Scene) -> str | None:
    """Where a host receives: in his own country ("offered to host the talks")."""
    verb = token if token.lemma_ == "host" and token.pos_ == "VERB" else token.head
    if verb.lemma_ != "host" or (verb.i != token.i and token.dep_ != "dobj"):
        return None
    host = subject(verb)
    name = scene.name_of(host) if host is not None else None
    if host is None or name is None:
        return None
    found = scene.reading.name(name)
    if found.kind == "place":
        return name
    code = found.country or next((s for r in found.roles if (s := load().seats.get(r.split()[-1].lower()))), None)
    return scene.country(code) if code else None


def _around(trigger: Trigger, carrier: Token) -> Iterator[tuple[str, Token]]:
    """The other locative phrases of the clause, whatever noun of it the parse hangs them on."""
    top = carrier if carrier.pos_ in ("VERB", "AUX") else trigger.token
    remote = trigger.kind.family in words()["remote"]
    undergone = trigger.kind.family in words()["undergone"]
    linking = words()["still"] | ({"on", "against"} if undergone else frozenset())
    clause = list(top.subtree)
    borrowed = subject(top) if top.pos_ in ("VERB", "AUX") and not remote else None
    if borrowed is not None and not top.is_ancestor(borrowed) and not borrowed.is_ancestor(top):
        clause += list(borrowed.subtree)
    for token in clause:
        if token.dep_ != "pobj" or token.head.lower_ not in linking:
            continue
        if _is_aside(token, top, trigger.kind.family in words()["undergone"]) or (
            remote and _under_subject(token, top)
        ):
            continue
        if _in_clause(token, top) or (borrowed is not None and _in_clause(token, borrowed)):
            yield token.head.lower_, token


def _in_clause(token: Token, top: Token) -> bool:
    """Whether no other clause stands between the token and the verb or noun `top`."""
    at, steps = token, 0
    for _ in range(DEEPEST):
        if at.i == top.i:
            return True
        steps += at.dep_ == "prep"
        if steps > MOST_STEPS:
            return False
        if at.tag_ == "VB" and at.dep_ == "advcl" and at.head.i == top.i and is_expecting(top):
            at = top  # "expect the talks to end the war in Bern": the parse takes the talks' place for the aim's
            continue
        clausal = at.dep_ in CLAUSES or (at.dep_ in ("acl", "xcomp", "conj", "pcomp") and at.pos_ in ("VERB", "AUX"))
        dateline = at.dep_ == "appos" and any(t.text in DASHES for t in at.doc[at.head.i : at.left_edge.i + 1])
        if (clausal and not dateline) or at.head.i == at.i:
            return False
        at = at.head
    return False


def is_expecting(verb: Token) -> bool:
    """Whether the verb plans or expects its object."""
    return status_words().governor.get(verb.lemma_) == "scheduled"


def _under_subject(token: Token, top: Token) -> bool:
    at = token
    while at.i != top.i and at.head.i != at.i:
        if at.dep_ in ("nsubj", "nsubjpass"):
            return True
        at = at.head
    return False


def _written_from(trigger: Trigger, carrier: Token, scene: Scene) -> str | None:
    """The dateline's place: for what was "here", and for the news of the first sentences where they name no place."""
    name = scene.dateline_place()
    if name is None:
        return None
    sentence = carrier.sent
    if any(c.lower_ == "here" and c.dep_ == "advmod" for t in (carrier, trigger.token) for c in t.children):
        return name
    family = trigger.kind.family
    capital = sort_of(name, scene) == "seat" or scene.reading.name(name).name.title() in _capitals()
    if family not in words()["reported_from_capitals" if capital else "reported_there"]:
        return None
    first = [s.start for _, s in zip(range(LEAD), scene.sentences_after_dateline(), strict=False)]
    if sentence.start not in first or carrier.pos_ not in ("VERB", "AUX") or not _is_news(carrier):
        return None
    named = scene.names_in(max(sentence.start_char, scene.dateline[1]), sentence.end_char)
    peoples = {name for name, at, upto in named if not scene.reading.text[at:upto][:1].isupper()}
    if any(scene.kinds.get(n) == "place" and n not in peoples and n != name for n, _, _ in named):
        return None
    return name


@cache
def _capitals() -> frozenset[str]:
    return frozenset(seat for country in lexicons.read("countries").values() for seat in country["seats"])


def _is_news(verb: Token) -> bool:
    """Whether the sentence tells it, and not only in passing of one of its nouns ("a man who was shot in May")."""
    at = verb
    for _ in range(DEEPEST):
        if at.dep_ in ("relcl", "acl", "pcomp"):
            return False
        if at.head.i == at.i:
            return True
        at = at.head
    return False


def _is_city(token: Token, scene: Scene) -> bool:
    name = scene.name_of(token)
    return name is not None and scene.kinds.get(name) == "place" and sort_of(name, scene) in ("city", "seat", "/", "")


def extent(noun: Token) -> tuple[int, int]:
    """Offsets of a noun with what is joined to it, but without clauses and locative phrases that hang on it."""
    first, last = noun.i, noun.i
    for part in coordinated(noun):
        for child in part.children:
            if child.dep_ in ("compound", "amod", "poss", "nmod", "det", "nummod"):
                if any(t.text in DASHES for t in noun.doc[child.left_edge.i : part.i]):
                    continue  # the dateline
                first = min(first, child.left_edge.i)
                last = max(last, child.i)
            elif child.dep_ == "appos" and child.i - last <= 4:
                last = max(last, child.i)
                if not any(t.text == "," for t in noun.doc[part.i : child.left_edge.i + 1]):
                    # "envoy Ana Roy and President Luc Ray met": the parse joins the second to the first one's name.
                    last = max(m.i for m in coordinated(child))
            elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
                last = max([last, *(m.i for c in children(child, "pobj") for m in coordinated(c))])
        last = max(last, part.i)
    end = noun.doc[last]
    return noun.doc[first].idx, end.idx + len(end)
