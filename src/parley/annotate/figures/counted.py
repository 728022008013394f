"""What a number counts, read off the parse: the noun it belongs to, and what happens to that in the clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.text.amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_INSIDE = frozenset(
    {"nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "advmod", "predet", "det", "poss", "dep", "punct"}
)
_DROPPED = frozenset({"DET", "NUM", "PUNCT", "SPACE", "SYM"})
_KEPT_DEPS = frozenset({"amod", "compound", "nmod", "advmod", "hyph"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What an amount counts. `head` is the noun counted or measured, `verb` the clause's verb in which it is an argument.

    `elliptical` is true where the noun is not said beside the number and was taken from the context. `first`, `last`
    are the tokens of the shortest phrase (both inside). `about` is the clause's subject where that is not the head.
    """

    root: Token
    head: Token | None
    of: str
    verb: Token | None
    about: Token | None
    first: int
    last: int
    elliptical: bool = False


def core_of(doc: Doc, amount: Amount) -> tuple[int, int]:
    """The tokens (first, last) that hold the number and its unit."""
    start, end = amount.number.start, amount.number.end
    if amount.unit_at:
        start, end = min(start, amount.unit_at.start), max(end, amount.unit_at.end)
    return token_at(doc, start), token_at(doc, end - 1)


def token_at(doc: Doc, offset: int) -> int:
    """The index of the token that holds the offset, or the last one before it."""
    low, high = 0, len(doc) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= offset:
            low = middle
        else:
            high = middle - 1
    return low


def root_of(doc: Doc, first: int, last: int) -> Token:
    """The token of the stretch on which the others hang."""
    out = [t for t in doc[first : last + 1] if not first <= t.head.i <= last or t.head.i == t.i]
    worded = [t for t in out if t.pos_ not in ("PUNCT", "SPACE")]
    return (worded or out or [doc[last]])[-1]


def read_counted(doc: Doc, amount: Amount) -> Counted:
    """What the amount counts."""
    first, last = core_of(doc, amount)
    root = root_of(doc, first, last)
    head, reach = _noun_right(doc, root, first, last)
    if head is None:
        head, reach = _noun_of(doc, first, last)
    elliptical = False
    whole = head or root
    verb = verb_of(whole)
    about = subject_of(verb) if verb is not None else None
    if about is not None and (about.i == whole.i or first <= about.i <= last):
        about = None
    if head is None and amount.unit is None:
        head = _antecedent(root, verb)
        elliptical = head is not None
    of = _describe(doc, amount, root, head, verb, about, first, last)
    start, end = _extent(doc, amount, root, head, verb, first, max(last, reach), elliptical)
    return Counted(root, head, of, verb, about, start, end, elliptical)


def _noun_right(doc: Doc, root: Token, first: int, last: int) -> tuple[Token | None, int]:
    """The noun that the amount modifies: "nine *people*", "30-day *ceasefire*", "half the *condos*"."""
    at = root
    for _ in range(6):
        head = at.head
        if head.i == at.i or at.dep_ not in _INSIDE:
            break
        at = head
        if at.i > last and at.pos_ in NOUNS:
            while (
                at.dep_ in ("compound", "nmod") and at.head.i > at.i and at.head.pos_ in NOUNS and at.head.i - at.i < 4
            ):
                at = at.head
            return at, at.i
    if root.i >= first and root.dep_ in ("nummod", "quantmod") and root.head.i > last and root.head.pos_ in NOUNS:
        return root.head, root.head.i
    return _noun_next(doc, last)


def _noun_next(doc: Doc, last: int) -> tuple[Token | None, int]:
    """Where the parse lost the number: a plural noun right behind it, adjectives between; or "an 89 percent *cut*"."""
    article = next((t for t in reversed(doc[max(0, last - 4) : last]) if t.lower_ in ("a", "an")), None)
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if article is not None and behind is not None and behind.tag_ in ("VBN", "VB", "NN", "VBD"):
        if all(t.like_num or t.pos_ in ("NUM", "SYM", "PUNCT", "NOUN", "ADV") for t in doc[article.i + 1 : last + 1]):
            return behind, behind.i
    for token in doc[last + 1 : last + 5]:
        if token.tag_ in ("NNS", "NNPS"):
            return token, token.i
        if (
            (token.pos_ not in ("ADJ", "NOUN", "PROPN")
            and token.tag_ != "VBN")
            or (token.tag_ == "NNP"
            and not token.is_title)
        ):
            break
    return None, last


def _noun_of(doc: Doc, first: int, last: int) -> tuple[Token | None, int]:
    """The noun behind "of": "dozens of *people*", "600 tons of *oil*", "two of those *tankers*"."""
    for token in doc[first : last + 1]:
        for child in token.rights:
            if child.i > last and child.lower_ == "of":
                noun = next((t for t in child.rights if t.dep_ == "pobj"), None)
                if noun is not None:
                    return noun, noun.i
    nxt = doc[last + 1] if last + 1 < len(doc) else None
    if nxt is not None and nxt.lower_ == "of":
        noun = next((t for t in nxt.rights if t.dep_ == "pobj"), None)
        if noun is not None and noun.i - last < 12:
            return noun, noun.i
    return None, last


def verb_of(token: Token) -> Token | None:
    """The verb of which the token, or the noun phrase or prepositional phrase it heads, is an argument."""
    at = token
    for _ in range(8):
        if at.dep_ in ("relcl", "acl", "advcl", "ROOT", "ccomp") and at.pos_ in ("VERB", "AUX"):
            return at
        if at.head.i == at.i:
            return at if at.pos_ in ("VERB", "AUX") else None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the clause it hangs on (conjuncts, participles)."""
    at = verb
    for _ in range(4):
        for child in at.lefts:
            if child.dep_ in _SUBJECTS:
                return _antecedent_of_relative(child)
        if at.dep_ in ("relcl", "acl") and at.head.pos_ in NOUNS:
            return at.head
        if at.dep_ in ("conj", "xcomp", "advcl", "pcomp", "aux") or (
            at.dep_ == "ccomp" and not any(c.dep_ in _SUBJECTS for c in at.children)
        ):
            at = at.head if at.dep_ != "pcomp" else at.head.head
            continue
        break
    return None


def _antecedent_of_relative(subject: Token) -> Token:
    """The noun that "which", "that" or "who" stands for."""
    if subject.lower_ in ("which", "that", "who") and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _antecedent(root: Token, verb: Token | None) -> Token | None:
    """The noun meant by a number that stands alone: "112 drones, of which *76* were downed", "nine more", "157 each"."""
    at = root
    for _ in range(6):
        if at.dep_ == "relcl" and at.head.pos_ in NOUNS:
            return at.head
        if at.head.i == at.i:
            break
        at = at.head
    if root.dep_ == "appos" and root.head.pos_ in NOUNS:
        return root.head
    if root.dep_ == "pobj" and root.head.lower_ in ("to", "at", "from", "by") and verb is not None:
        return subject_of(verb)
    if root.dep_ in ("pobj", "attr", "oprd", "acomp"):
        subject = subject_of(verb) if verb is not None else None
        if (
            subject is not None
            and subject.i != root.i
            and (subject.lower_ in ("toll", "number", "total", "count", "tally") or root.head.lower_ == "at")
        ):
            return subject
    if root.dep_ in ("conj", "nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "dep", "appos"):
        start = root.sent.start
        for token in reversed(root.doc[start : root.i]):
            if (
                token.like_num
                and token.dep_ == "nummod"
                and token.head.tag_ in ("NNS", "NNPS", "NN")
                and token.head.i < root.i
            ):
                return token.head
    return None


def phrase(noun: Token) -> tuple[int, int]:
    """The first and last token of a noun with what stands before it and a short "of" phrase behind it."""
    first = last = noun.i
    for child in noun.lefts:
        if child.dep_ in _KEPT_DEPS | {"det", "poss", "nummod"}:
            first = min(first, child.left_edge.i)
    for child in noun.rights:
        if child.lower_ == "of" and child.right_edge.i - child.i <= 7 and child.i - last <= 1:
            last = _trim(noun.doc, child)
    return first, last


def _trim(doc: Doc, preposition: Token) -> int:
    """The end of an "of" phrase, without relative clauses and further attachments."""
    noun = next((t for t in preposition.rights if t.dep_ == "pobj"), None)
    if noun is None:
        return preposition.i - 1
    last = noun.i
    for child in noun.rights:
        if (
            child.dep_ in ("conj", "cc")
            and child.right_edge.i - last <= 4
            and not any(t.like_num for t in child.subtree)
        ):
            last = child.right_edge.i
    return last


def words_of(noun: Token, skip: tuple[int, int]) -> list[str]:
    """The noun with its modifiers in the report's words, without determiners and without the amount itself."""
    first, last = phrase(noun)
    out = []
    for token in noun.doc[first : last + 1]:
        if skip[0] <= token.i <= skip[1] or token.pos_ in _DROPPED or token.dep_ in ("det", "predet", "poss", "case"):
            continue
        if token.i > noun.i and token.pos_ == "PRON":
            continue
        out.append(token.text)
    return out


def _describe(
    doc: Doc,
    amount: Amount,
    root: Token,
    head: Token | None,
    verb: Token | None,
    about: Token | None,
    first: int,
    last: int,
) -> str:
    """What is counted, in the report's words: "prisoners of war", "drones intercepted or neutralized", "talks lasted"."""
    skip = (min(first, token_at(doc, amount.start)), last)
    words: list[str] = []
    if head is not None:
        words = [w for w in words_of(head, skip) if not w.isdigit()]
    elif root.dep_ == "pobj" and root.head.head.pos_ in NOUNS:
        words = words_of(root.head.head, skip)
    elif about is not None:
        words = words_of(about, skip)
    slot = head if head is not None and head.i >= first else root
    if verb is not None and (head is None or amount.unit is None):
        words += _action(slot, root, verb, head is None)
    state = _state_behind(head) if head is not None and amount.unit is None else None
    if state is not None and state.text not in words:
        words.append(state.text)
    if not words and verb is not None:
        words = [verb.text]
    return " ".join(words)


def _action(slot: Token, root: Token, verb: Token, lone: bool) -> list[str]:
    """The verb as what happened to the counted: participles of a passive subject or an object; deaths of an active one."""
    argument = slot if slot.head.i == verb.i else root
    if argument.dep_ not in ("dobj", "nsubjpass", "nsubj") and not lone:
        return []
    if verb.lemma_ in ("be", "have", "do", "say", "include", "get", "take", "make"):
        return [t.text for t in _said_to_be(verb)] if verb.lemma_ == "be" else []
    verbs = [verb.text]
    for conj in verb.conjuncts:
        if argument.dep_ == "nsubjpass" and _shares_subject(verb, conj):
            verbs += ["or" if any(t.lower_ == "or" for t in verb.doc[verb.i : conj.i]) else "and", conj.text]
    return verbs


def _shares_subject(verb: Token, conj: Token) -> bool:
    """Whether a second participle is said of the same subject: "intercepted or neutralized"."""
    return conj.tag_ == "VBN" and 0 < conj.i - verb.i < 4 and not any(c.dep_ in _SUBJECTS for c in conj.children)


_STATES = frozenset(
    ["dead", "injured", "wounded", "hurt", "missing", "homeless", "hospitalized", "hospitalised", "stranded", "trapped", "jobless"]
)


def _state_behind(noun: Token) -> Token | None:
    """What the counted are left as: "left nine villagers *dead*", "with 40 people *missing*"."""
    for token in noun.doc[noun.i + 1 : noun.i + 3]:
        if token.lower_ in _STATES:
            return token
        if token.pos_ not in ("ADV", "AUX"):
            break
    return None


def _said_to_be(verb: Token) -> list[Token]:
    """The adjectives behind a form of be, with "and" or "or" between two: "were dead or missing"."""
    adjective = next((c for c in verb.rights if c.dep_ in ("acomp", "oprd")), None)
    if adjective is None:
        return []
    second = next((c for c in adjective.rights if c.dep_ == "conj" and c.i - adjective.i < 4), None)
    link = [c for c in adjective.rights if c.dep_ == "cc"] if second is not None else []
    return [adjective, *link[:1], *([second] if second is not None else [])]


def _extent(
    doc: Doc,
    amount: Amount,
    root: Token,
    head: Token | None,
    verb: Token | None,
    first: int,
    last: int,
    elliptical: bool,
) -> tuple[int, int]:
    """The shortest phrase with the number and what is counted."""
    start, end = token_at(doc, amount.start), max(last, token_at(doc, amount.end - 1))
    if head is not None and not elliptical and head.i >= first:
        left, right = phrase(head)
        end = max(end, right)
        if (state := _state_behind(head)) is not None and amount.unit is None:
            end = max(end, state.i)
        if left < start and left >= start - 1 and doc[left].dep_ != "poss":
            start = min(start, max(left, first - 1)) if doc[left].pos_ not in ("DET", "PRON") else start
    elif verb is not None and root.dep_ in _SUBJECTS and 0 < verb.i - end <= 6:
        end = verb.i
        for conj in verb.conjuncts:
            if _shares_subject(verb, conj):
                end = conj.i
        end = max([end, *(t.i for t in _said_to_be(verb) if t.i - end <= 6)])
    elif end + 1 < len(doc) and doc[end + 1].lower_ in ("more", "others", "each"):
        end += 1
    return start, end
