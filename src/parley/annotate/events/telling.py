"""The shortest passage that tells an event: the clause of a verb, or the noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 38
RELATIVE_LONGEST = 18
CLAUSE_KEPT = frozenset(
    [
        "dobj",
        "dative",
        "prep",
        "agent",
        "prt",
        "oprd",
        "acomp",
        "attr",
        "npadvmod",
        "advmod",
        "xcomp",
        "pobj",
        "obj",
        "neg",
        "aux",
        "auxpass",
        "nmod",
    ]
)
PHRASE_KEPT = frozenset(["prep", "acl", "relcl", "compound", "amod", "nummod", "npadvmod"])
DASHES = frozenset(["–", "—", "--"])
DROPPED_ADVERBS = frozenset(["however", "meanwhile", "also", "additionally", "instead", "therefore", "reportedly"])


def clause(verb: Token, trigger: Token) -> tuple[int, int]:
    """Token range of the verb's clause, without what is subordinated to it or stands before its subject."""
    subject = own_subject(verb)
    first = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "prt"):
            first = min(first, child.i)
    if subject is not None and subject.i < verb.i:
        first = _left_edge(subject)
    if trigger.i < first:
        first = trigger.left_edge.i
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ == "punct" and child.text in (",", "—", "–", ";", ":") and end > trigger.i:
            break
        if child.dep_ in CLAUSE_KEPT or child.dep_ in ("nsubj", "nsubjpass"):
            if child.dep_ == "advmod" and child.lower_ in DROPPED_ADVERBS:
                continue
            end = max(end, _right_edge(child))
        elif child.dep_ in ("advcl", "ccomp", "cc", "conj", "parataxis", "csubj") and end > trigger.i:
            break
    return _cut(first, max(end, trigger.i + 1), trigger)


def phrase(noun: Token, trigger: Token) -> tuple[int, int]:
    """Token range of the noun's phrase: what stands before it and the phrases and short clauses that follow."""
    first = min(
        (c.left_edge.i for c in noun.lefts if c.dep_ not in ("punct", "cc", "mark", "preconj")),
        default=noun.i,
    )
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "punct":
            if child.text == "-":
                continue
            following = next((c for c in noun.rights if c.i > child.i), None)
            if (
                following is None
                or following.dep_ not in ("acl", "relcl")
                or following.right_edge.i - following.left_edge.i > RELATIVE_LONGEST
            ):
                break
            continue
        if child.dep_ not in PHRASE_KEPT and child.i > trigger.i:
            break
        if child.dep_ == "relcl" and child.right_edge.i - child.left_edge.i > RELATIVE_LONGEST and child.i > trigger.i:
            break
        end = max(end, _right_edge(child))
    return _cut(first, max(end, trigger.i + 1), trigger)


def _left_edge(subject: Token) -> int:
    edge = subject.left_edge.i
    dash = next((t.i for t in reversed(subject.doc[edge : subject.i]) if t.text in DASHES), None)
    if dash is not None:
        edge = dash + 1  # what stands before it is the dateline
    return edge if subject.i - edge <= 14 else max(edge, subject.i - 6)


def _right_edge(child: Token) -> int:
    """One past the child's subtree, cut before a long relative or a clause that hangs on it."""
    edge = child.right_edge.i + 1
    for inner in child.subtree:
        if inner.dep_ in ("relcl", "advcl", "ccomp", "parataxis") and inner is not child and inner.i > child.i:
            start = inner.left_edge.i
            if edge - start > RELATIVE_LONGEST or inner.dep_ != "relcl":
                edge = min(edge, start)
    return max(edge, child.i + 1)


def _cut(first: int, end: int, trigger: Token) -> tuple[int, int]:
    doc = trigger.doc
    sentence = trigger.sent
    first, end = max(first, sentence.start), min(end, sentence.end)
    if end - first > LONGEST:
        first = max(first, trigger.i - LONGEST // 2)
        end = min(end, first + LONGEST)
    while end - 1 > trigger.i and (
        doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ in ("cc", "mark")
    ):
        end -= 1
    while first < trigger.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ in ("cc", "mark")):
        first += 1
    return first, end
