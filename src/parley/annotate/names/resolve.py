"""Who a phrase means: a name, the antecedent of a pronoun, the holder of a role, or someone described but not named."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast
from parley.annotate.names.describe import describe
from parley.annotate.names.groups import group_of
from parley.annotate.names.holders import role_holder
from parley.model.findings import NameKind

FIRST = frozenset(("i", "me", "my", "we", "us", "our", "mine", "ours", "myself", "ourselves"))
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
WHO = frozenset(("who", "whom", "that", "which", "whose"))


def resolve_phrase(cast: Cast, start: int, end: int) -> str | None:
    """The entry that tokens [start, end) mean, made where they describe someone whom the report does not name."""
    view = cast.view
    while start < end and view.pos[start] in ("PUNCT", "SPACE", "ADP", "CCONJ"):
        start += 1
    while end > start and (view.pos[end - 1] in ("PUNCT", "SPACE") or view.words[end - 1] in ("'s", "’s")):
        end -= 1
    if start >= end:
        return None
    for at in range(start + 1, end - 1):
        if view.words[at] in ("—", "–", "--") and (view.words[start].isupper() or view.words[at - 1] == ")"):
            start = at + 1  # a dateline stands before who is meant
            break
    head = view.head_of(start, end)
    joint = _joint(cast, start, end, head)
    if joint is not None:
        return joint
    return _single(cast, start, end, head)


def _single(cast: Cast, start: int, end: int, head: int) -> str | None:
    view = cast.view
    if head in cast.at and view.words[head].lower() not in WHO:
        return cast.at[head]
    low = view.words[head].lower()
    if view.pos[head] == "PRON" or low in FIRST | NEUTER | PLURAL | WHO:
        return _pronoun(cast, head, low)
    named = _apposed(cast, start, end, head)
    if named is not None:
        return named
    if view.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "VERB"):
        return None
    holder = role_holder(cast, start, end, head)
    if holder is not None:
        return holder
    return describe(cast, start, end, head)


def _joint(cast: Cast, start: int, end: int, head: int) -> str | None:
    """A group for "X and Y" where both are names, or one is a name and the other is described."""
    view = cast.view
    parts = [head]
    at = head
    while True:
        nxt = [t.i for t in view.doc[at].children if t.dep_ == "conj" and start <= t.i < end]
        if not nxt:
            break
        at = nxt[0]
        parts.append(at)
    if len(parts) < 2:
        return None
    members = [local for part in parts if (local := cast.at.get(part)) is not None]
    members = list(dict.fromkeys(members))
    if len(members) < 2:
        return members[0] if len(members) == 1 and len(parts) == 1 else None
    if len(members) < len(parts):
        return None
    return group_of(cast, members).id


def _pronoun(cast: Cast, at: int, low: str) -> str | None:
    view = cast.view
    if at in cast.pronouns:
        return cast.pronouns[at]
    if low in WHO and view.heads[at] != at:
        verb = at
        for _ in range(6):
            if view.deps[verb] in ("relcl", "acl"):
                noun = view.heads[verb]
                token = view.doc[noun]
                return _single(cast, token.left_edge.i, noun + 1, noun) if noun < at else None
            if view.heads[verb] == verb:
                break
            verb = view.heads[verb]
        return None
    if low in NEUTER:
        if view.deps[at] in ("nsubj", "expl") and view.doc[view.heads[at]].lemma_ == "be":
            return None
        return _last_subject(cast, at, ("organisation",), singular=True)
    if low in PLURAL:
        return _last_subject(cast, at, ("group",), singular=False)
    return None


def _last_subject(cast: Cast, at: int, kinds: tuple[NameKind, ...], singular: bool) -> str | None:
    """The body that was last a subject in this sentence or the one before, unless two compete."""
    view = cast.view
    here = view.sentence[at]
    found: list[str] = []
    for mark, local in reversed(cast.marks_before(at)):
        if here - view.sentence[mark.start] > 1:
            break
        entry = cast.entries[local]
        if entry.kind not in kinds and not (
            singular and entry.kind == "place" and (entry.key or "").startswith(("country/", "seat/"))
        ):
            continue
        if view.quoted[mark.start] and not view.quoted[at]:
            continue
        if view.deps[view.head_of(mark.start, mark.end)] in ("nsubj", "nsubjpass") and local not in found:
            found.append(local)
    return found[0] if found else None


def _apposed(cast: Cast, start: int, end: int, head: int) -> str | None:
    """The name beside a role noun: "the minister, Ana Reyes", "spokesman Ivan Orlov"."""
    view = cast.view
    for token in view.doc[head].children:
        if (
            token.dep_ == "appos"
            and token.i in cast.at
            and cast.entries[cast.at[token.i]].kind in ("person", "organisation")
        ):
            return cast.at[token.i]
    if view.words[head].lower() not in lexicons.role_words():
        return None
    for at in range(head + 2, end):
        # "a spokesman for the ministry, Ivan Orlov": the name closes the phrase after a comma.
        if view.words[at - 1] == "," and at in cast.at and cast.entries[cast.at[at]].kind == "person":
            closes = at
            while closes < end and cast.at.get(closes) == cast.at[at]:
                closes += 1
            if closes >= end or view.words[closes] == ",":
                return cast.at[at]
    nxt = head + 1
    if nxt < end and view.words[nxt] == ",":
        nxt += 1
    if nxt < end and nxt in cast.at and cast.entries[cast.at[nxt]].kind == "person":
        return cast.at[nxt]
    if view.heads[head] in cast.at and view.deps[head] in ("compound", "nmod") and start <= view.heads[head] < end:
        return cast.at[view.heads[head]]
    return None
