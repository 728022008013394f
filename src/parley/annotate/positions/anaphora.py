"""What "this", "the demand", "a condition that it rejects" point back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.draft import Draft
from parley.annotate.positions.wording import clean, extent
from parley.annotate.positions.words import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"this", "that", "it", "these", "those", "them", "such"})
GENERIC = lemmas(
    "demand condition proposal offer request term idea suggestion plan call claim allegation accusation charge deal "
    "ultimatum invitation move step bid requirement concession point measure appeal "
    "pause initiative agreement idea draft document text"
)
BINDING = lemmas("commit sign accept approve endorse agree support back embrace ratify adopt do")
ANSWERED = 40
"""How many tokens back a demand stands to which "she would not" is the answer."""
REACH = 90
"""How many tokens back a thing may have been told."""


def name_issues(drafts: list[Draft]) -> list[Draft]:
    """The drafts with `meant` filled where the issue only points back; those that say nothing at all left out."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.issue is None and draft.target is None:
            continue
        issue = _pointer(draft.issue)
        if issue is not None and issue.tag_ == "MD":
            asked = next((d for d in reversed(kept[-4:]) if d.stance == "demands" and _may_mean(d, draft)), None)
            if asked is None or asked.issue is None or draft.predicate.i - asked.predicate.i > ANSWERED:
                continue
            first, last = extent(asked.issue)
            draft.meant = asked.meant or clean(issue.doc[first : last + 1].text)
            kept.append(draft)
            continue
        if issue is not None and _points(issue, draft):
            apposed = _apposed(issue)
            if apposed is not None:
                draft.meant = clean(apposed)
            else:
                near = (d for d in reversed(kept[-12:]) if _may_mean(d, draft) and _is_its(issue, d))
                before = next(near, None)
                if before is not None and before.issue is not None:
                    first, last = extent(before.issue)
                    draft.meant = before.meant or clean(issue.doc[first : last + 1].text)
        kept.append(draft)
    return kept


def _pointer(issue: Token | None) -> Token | None:
    """What may point back: the issue, or the object of a mere commitment ("committing to the proposal")."""
    if issue is None or issue.pos_ != "VERB" or issue.lemma_.lower() not in BINDING:
        return issue
    for child in issue.children:
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return issue


def _points(issue: Token, draft: Draft) -> bool:
    if issue.lower_ in POINTING:
        return True
    if issue.pos_ != "NOUN" or issue.lemma_.lower() not in GENERIC:
        return False
    own = [
        c
        for c in issue.children
        if c.dep_ in ("prep", "acl", "relcl", "amod", "compound", "poss") and c.i != draft.predicate.i
    ]
    return not [c for c in own if c.left_edge.i > issue.i or c.dep_ in ("compound", "amod")]


def _apposed(issue: Token) -> str | None:
    """ "…, a condition X rejects": the thing before, of which the noun is an apposition."""
    if issue.dep_ != "appos":
        return None
    inner = [
        c
        for c in issue.head.children
        if c.dep_ == "prep" and c.i < issue.i and c.lower_ in ("including", "for", "of", "that")
    ]
    for preposition in inner:
        for content in preposition.children:
            if content.dep_ in ("pobj", "pcomp"):
                first, last = extent(content)
                return str(issue.doc[first : min(last, issue.left_edge.i - 1) + 1].text)
    return None


def _may_mean(before: Draft, now: Draft) -> bool:
    near = 0 < now.predicate.i - before.predicate.i <= REACH
    return (
        near
        and before.issue is not None
        and before.stance in ("demands", "offers", "supports", "accuses")
        and not _same(before, now)
    )


def _is_its(issue: Token, before: Draft) -> bool:
    """Whether the thing pointed at can be that one's, where its owner is told ("Peru's offer", never "his offer")."""
    owner = next((c for c in issue.children if c.dep_ == "poss"), None)
    return owner is None or owner.lower_ == str(getattr(before.source, "lower_", ""))


def _same(before: Draft, now: Draft) -> bool:
    """Whether the two have one doer: nobody answers himself."""
    return str(getattr(before.source, "lower_", "")) == str(getattr(now.source, "lower_", "?"))
