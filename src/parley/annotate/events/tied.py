"""An event tied to the day of another: "hours after …", "on the day of …", "… as the plan leaked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.lexicon import status_words
from parley.annotate.events.page import Page, hangs_on, head_of, is_fine, root_of
from parley.annotate.events.past import is_simple_past
from parley.model.findings import EventFinding, InferredTime

if TYPE_CHECKING:
    from spacy.tokens import Token


def tied(verb: Token, page: Page) -> InferredTime | None:
    """By "hours after …", "on the day of …", "after … on May 3": the day of what the clause leans on."""
    words = status_words().sets
    spans = [c for c in verb.children if c.dep_ in ("npadvmod", "advmod", "dep")]
    for child in [*verb.children, *(c for s in spans for c in s.children if c.dep_ in ("advcl", "prep"))]:
        if child.dep_ == "prep" and child.lower_ == "on":
            day = next((c for c in children(child, "pobj") if c.lemma_ == "day"), None)
            if day is not None and {c.lower_ for c in day.lefts} & {"the", "same", "very"}:
                index = _time_within(day, page)
                if index is not None:
                    return InferredTime("same day", index)
            continue
        link = child if child.dep_ in ("prep", "advmod") else next(iter(children(child, "mark", "advmod")), None)
        if link is None or link.lower_ not in ("after", "before", "following"):
            continue
        index = _time_within(child, page)
        if index is None:
            continue
        measured = {c.lemma_.lower() for c in (*link.lefts, *child.lefts)} | {_word_before(link)}
        if not words["short_spans"].isdisjoint(measured):
            return InferredTime("before" if link.lower_ == "before" else "after", index)
        if link.lower_ == "after" and child.dep_ == "advcl" and is_fine(index, page):
            return InferredTime("since", index)
    return None


def _time_within(clause: Token, page: Page) -> int | None:
    """The one time that the words under `clause` name, or by which an event among them is dated elsewhere."""
    start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    named = page.times(start, end)
    if named:
        # Of several, the one that hangs on the clause itself.
        own = [i for i in named if hangs_on(head_of(i, page), _clause_word(clause))]
        return own[0] if len(own) == 1 else None
    told = [e for e in page.events if start <= e.trigger.start < end]
    found: list[int] = []
    for event in told:
        times = _times_of(event, page)
        found += [t for t in times if t not in found]
    fine = [i for i in found if is_fine(i, page)]
    values = {page.time(i).value for i in fine}
    return fine[0] if len(values) == 1 else None


def _clause_word(clause: Token) -> Token:
    """The verb of a clause, or the noun of a prepositional phrase."""
    if clause.dep_ == "prep":
        return next((c for c in clause.children if c.dep_ in ("pobj", "pcomp")), clause)
    return clause


def _word_before(token: Token) -> str:
    return token.nbor(-1).lemma_.lower() if token.i else ""


def _times_of(event: EventFinding, page: Page) -> list[int]:
    """The time of the event: its own, or that of the first mention that has one."""
    if event.time is not None:
        return [event.time]
    root = event.refers_to if event.refers_to is not None else page.events.index(event)
    return [e.time for i, e in enumerate(page.events) if root_of(i, e) == root and e.time is not None][:1]


def with_main(verb: Token, page: Page) -> InferredTime | None:
    """What was as, when or while the dated main clause was ("In May the talks stalled as the plan leaked")."""
    if verb.dep_ != "advcl" or not is_simple_past(verb):
        return None
    if not any(c.lower_ in ("as", "while", "when") for c in children(verb, "mark", "advmod")):
        return None
    head = verb.head
    if head.pos_ not in ("VERB", "AUX") or not is_simple_past(head) or head.dep_ not in ("ROOT", "conj"):
        return None
    named = page.times(verb.sent.start_char, verb.sent.end_char)
    if len(named) != 1:
        return None
    at = head_of(named[0], page)
    return InferredTime("same day", named[0]) if not verb.is_ancestor(at) and hangs_on(at, head) else None


def as_main(noun: Token, page: Page) -> InferredTime | None:
    """The same where the parse takes the clause for a noun ("…, as the plan leaked to the press")."""
    link = noun.head
    clause = (
        noun.dep_ == "pobj" and link.lower_ == "as" and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in noun.rights)
    )
    if not clause or link.dep_ != "prep" or not link.i or link.nbor(-1).text != ",":
        return None
    head, named = link.head, page.times(link.sent.start_char, link.sent.end_char)
    if head.pos_ not in ("VERB", "AUX") or head.dep_ != "ROOT" or not is_simple_past(head) or len(named) != 1:
        return None
    return InferredTime("same day", named[0]) if hangs_on(head_of(named[0], page), head) else None
