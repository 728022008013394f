"""The words of a position: what is at issue, on what condition, and the shortest passage that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.grammar import below, is_infinitive
from parley.annotate.positions.words import lemmas
from parley.model.passages import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONS = frozenset({"if", "unless", "until", "before", "once", "provided", "providing", "till"})
ADJUNCTS = lemmas("if unless until because as while after although though since when before once but whereas despite")
CARRIERS = lemmas(
    "plan proposal offer agreement deal right decision request demand call bid effort attempt move vote law bill order "
    "ability need promise pledge refusal motion resolution way chance opportunity appeal intention measure step idea "
    "willingness readiness openness reluctance failure determination commitment threat warning duty obligation power "
    "authority permission desire wish mission mandate invitation push drive pressure requirement deadline campaign"
)
APART = lemmas("before until after despite following amid since as")
BOUNDS = lemmas("before until without unless till")
EDGES = lemmas("punct cc space")
MOST_TOKENS = 38
"""A passage longer than this is cut: it would no longer be the shortest that tells the position."""


def extent(head: Token) -> tuple[int, int]:
    """First and last token of what the head says, its trailing adjuncts, asides and joined clauses left out."""
    first, last = head.left_edge.i, head.right_edge.i
    doc = head.doc
    for token in below(head):
        if token.i <= head.i or token.left_edge.i > last:
            continue
        if _is_trailing(token, head) and token.left_edge.i > head.i:
            last = min(last, token.left_edge.i - 1)
    if head.pos_ in ("VERB", "AUX"):
        # A subordinate clause put before the main one belongs to the condition, a conjunction is no content.
        for token in head.children:
            leading = token.i < head.i and (
                token.dep_ in ("mark", "cc")
                or token.lower_ in ("why", "when", "how")
                or (token.dep_ == "advcl" and _marked(token))
            )
            if leading and token.right_edge.i < head.i:
                first = max(first, token.right_edge.i + 1)
    first, last = max(first, head.i - MOST_TOKENS), min(last, head.i + MOST_TOKENS)
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ in EDGES):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].is_space or doc[last].dep_ in EDGES):
        last -= 1
    while (
        last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    ):
        last += 2  # a word is not cut at its hyphen
    return first, last


def _marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in ADJUNCTS for c in clause.children)


def _is_trailing(token: Token, head: Token) -> bool:
    if token.dep_ in ("parataxis", "appos") or (token.dep_ == "punct" and token.text in ("—", "–", ";", ":", "--")):
        return True
    if token.dep_ == "advcl" and (_marked(token) or token.tag_ == "VBG"):
        return True
    if token.dep_ in ("acl", "relcl") and token.head == head and is_infinitive(token) and head.pos_ == "NOUN":
        return head.lemma_.lower() not in CARRIERS  # a purpose ("a truce to save lives"), not what it consists in
    if token.dep_ == "prep" and token.lower_ in APART:
        return token.head == head
    if token.dep_ == "prep" and token.lower_ == "on" and token.head == head and head.pos_ == "NOUN":
        return any(c.ent_type_ == "DATE" for c in token.children)  # when it was told, not what
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
        return token.head == head or (token.head.dep_ == "conj" and token.head.head == head)
    before = token.doc[max(0, token.left_edge.i - 1)]
    return token.dep_ in ("relcl", "acl") and before.text in (",", "—", "–") and token.head.i >= head.i


def noun_phrase(head: Token) -> tuple[int, int]:
    """First and last token of a noun with what stands before it and its "of" phrases."""
    last = head.i
    for child in head.rights:
        if (child.dep_ == "prep" and child.lower_ in ("of",)) or child.dep_ in ("compound", "nummod", "case"):
            last = max(last, extent(child)[1])
        elif child.dep_ not in EDGES:
            break
    first = head.left_edge.i
    while first < head.i and (head.doc[first].is_punct or head.doc[first].dep_ in ("cc", "mark", "space")):
        first += 1
    return first, last


ASKING = lemmas("what how who whom which why where whether")
HELPING = frozenset({"to", "’ll", "’d", "'ll", "'d", "had", "has", "have"})


def opening(clause: Token, first: int, doer: str, refused: bool) -> int:
    """Where a clause begins to say what is at issue.

    Left out are adverbials before its subject, a subject that is a pronoun or the party itself (`doer`, lower case)
    with its modal, and, of what is `refused`, the negation: "will not sign" refuses to sign.
    """
    subject = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    aim = next((c for c in clause.lefts if c.lower_ == "to" and c.dep_ == "aux"), None)
    asking = next((c for c in clause.lefts if c.lower_ in ASKING), None)
    if asking is not None and (aim is None or aim.i == asking.i + 1):
        return first
    modals = [c for c in clause.lefts if c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ in HELPING)]
    denied = [c for c in clause.lefts if refused and (c.dep_ == "neg" or c.lower_ == "longer")]
    if subject is not None and clause.pos_ == "AUX" and not modals:
        return max(first, subject.left_edge.i)  # "he is a poor choice" says nothing without "he"
    kept = next((c for c in clause.lefts if c.dep_ == "neg" and not refused), None)
    if aim is not None and kept is not None and subject is None:
        return max(first, kept.i)
    if subject is None or (subject.dep_ == "nsubj" and (subject.pos_ == "PRON" or subject.lower_ == doer)):
        if subject is None and not modals and not denied:
            return first
        return max(first, *(c.i + 1 for c in (subject, *modals, *denied) if c is not None))
    return max(first, subject.left_edge.i)


def clean(text: str) -> str:
    """The phrase on one line, quotation marks and a leading "to" or "that" taken off."""
    words = " ".join(text.translate(MARKS).split())
    for lead in ("to ", "that ", "by ", "the ", "a ", "an ", "its ", "their "):
        if words.lower().startswith(lead):
            words = words[len(lead) :]
    if words.count("[") != words.count("]"):
        words = words.replace("[", "").replace("]", "")
    return words.strip(TRIMMED)


TRIMMED = " ,;:.–—―-\u200e\u200f"
MARKS = {ord(mark): None for mark in '“”"„«»‟'}


def condition(predicate: Token, issue: Token | None) -> Token | None:
    """The head of the clause or phrase with if, unless, until, before … that hangs on the predicate or on the issue."""
    hosts = [predicate]
    if issue is not None and issue.i != predicate.i:
        hosts.append(issue)
        hosts.extend(t for t in below(issue) if t.dep_ in ("conj", "ccomp", "pcomp", "xcomp") and t.pos_ == "VERB")
    for host in hosts:
        for child in host.children:
            if child.dep_ == "advcl" and any(
                c.lower_ in CONDITIONS and c.dep_ in ("mark", "advmod", "prep") and c.i < child.i
                for c in child.children
            ):
                return child
            if child.dep_ == "prep" and child.lower_ in BOUNDS and _holds(child):
                return child
            if child.dep_ == "prep" and child.lower_ == "as" and any(c.lower_ == "part" for c in child.children):
                return child
    return None


def _holds(preposition: Token) -> bool:
    """Whether the phrase is more than a bare date ("before Monday")."""
    inner = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    return inner is not None and inner.ent_type_ not in ("DATE", "TIME")


def condition_text(head: Token) -> str:
    """The condition in the report's words."""
    first, last = head.left_edge.i, min(head.right_edge.i, head.left_edge.i + MOST_TOKENS)
    while first < head.i and head.dep_ == "advcl" and head.doc[first].lower_ not in CONDITIONS:
        first += 1
    return clean(head.doc[first : last + 1].text)


def _is_own(source: Token, predicate: Token) -> bool:
    """Whether the source belongs to the predicate's clause, not borrowed over a conjunction or from a main clause."""
    at = predicate
    for _ in range(5):
        if at in (source.head, source) or source == at.head:
            return True
        if at.dep_ not in ("xcomp", "acomp", "attr", "oprd", "prep", "pobj", "pcomp", "dobj", "ccomp"):
            return source.head.head == at
        at = at.head
    return False


def passage(predicate: Token, source: Token | None, parts: list[tuple[int, int]], words: list[Token]) -> Span:
    """The shortest passage: predicate, auxiliaries and literal words, the issue, and the source where it is near."""
    doc = predicate.doc
    first = last = predicate.i
    for child in predicate.children:
        if (
            child.dep_ in ("aux", "auxpass", "neg", "advmod", "prt")
            and abs(child.i - predicate.i) <= 4
            and child.n_rights == 0
        ):
            first, last = min(first, child.i), max(last, child.i)
    for word in words:
        first, last = min(first, word.i), max(last, word.i)
    for start, end in parts:
        if abs(start - predicate.i) <= MOST_TOKENS:
            first, last = min(first, start), max(last, end)
    if source is not None and abs(source.i - predicate.i) <= MOST_TOKENS and _is_own(source, predicate):
        start, end = noun_phrase(source)
        if start < first and first - end <= 12 and last - start < MOST_TOKENS + 8:
            first = start
        elif end > last and start - last <= 6:
            last = end
    last = min(last, first + MOST_TOKENS + 8)
    while first < last and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))
