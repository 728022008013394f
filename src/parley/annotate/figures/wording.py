"""How what is counted is told: the words for it, and the shortest phrase that holds them with the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.figures.clauses import COUNTING, LINKS, NOUNS, SUBJECTS, conjoined, few, verb_of
from parley.annotate.figures.lexicon import around
from parley.annotate.figures.nouns import phrase, words_of
from parley.annotate.figures.stretches import token_at
from parley.text.amounts import Amount
from parley.text.counted import counts_people, slots_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def describe(
    doc: Doc,
    amount: Amount,
    root: Token,
    head: Token | None,
    verb: Token | None,
    about: Token | None,
    first: int,
    last: int,
) -> str:
    """What is counted, in the report's words: "prisoners of war", "drones intercepted or downed", "talks lasted"."""
    skip = (min(first, token_at(doc, amount.start)), last)
    if (state := _bare_state(doc, amount, head, first, last)) is not None:
        return f"people {state.text}"
    words: list[str] = []
    if head is not None:
        words = [w for w in words_of(head, skip) if not w.isdigit() and w.lower() not in around().ordering]
        words = words[:-1] if words[-1:] == ["of"] else words
        words = ["people"] if head.lower_ in ("us", "you") else words
    elif root.dep_ == "pobj" and root.head.head.pos_ in NOUNS:
        words = words_of(root.head.head, skip)
    elif about is not None and about.pos_ != "PRON" and amount.unit is not None:
        words = words_of(about, skip)
    slot = head if head is not None and head.i >= first else root
    if verb is not None and (head is None or amount.unit is None):
        words += _action(slot, root, verb, head is None)
    if head is not None and amount.unit is None and not slots_of(" ".join(words)):
        words += _befell_before(doc, skip[0])
    if head is not None and head.i < first and verb is not None and verb.lemma_ in COUNTING:
        other = verb_of(head)
        words += _action(head, head, other, False) if other is not None and not slots_of(" ".join(words)) else []
    state = _state_behind(head) if head is not None and amount.unit is None else None
    if state is not None and state.text not in words:
        words.append(state.text)
    if (
        head is None
        and amount.unit is None
        and root.dep_ in ("dobj", "nsubjpass")
        and len(words) == 1
        and slots_of(words[0])
    ):
        words = ["people", *words]
    if head is None and amount.unit is None and words and _is_done_to(words[-1]) and not counts_people(" ".join(words)):
        words = _victims(doc, root, words)
    if not words and amount.written == "crowd":
        words = ["people"]
    if not words and verb is not None and head is None and _is_done_to(verb.text):
        words = [verb.text]
    return " ".join([*words, *_condition_behind(doc, last, verb, amount, head)])


def _bare_state(doc: Doc, amount: Amount, head: Token | None, first: int, last: int) -> Token | None:
    """The state right behind a number that has no noun of its own: "23 wounded and three *dead*"."""
    behind = doc[last + 1] if last + 1 < len(doc) else None
    alone = amount.unit is None and (head is None or head.i < first)
    return behind if alone and behind is not None and behind.lower_ in around().states else None


def _is_done_to(word: str) -> bool:
    """Whether the word says by itself what befell the counted: "killed", "shot"."""
    return bool(slots_of(word))


def _victims(doc: Doc, root: Token, words: list[str]) -> list[str]:
    """A lone number of the killed or hurt counts people: "the shelling killed seven"."""
    return ["people", *words[-1:]] if slots_of(words[-1]) & _OF_PEOPLE else words


def _condition_behind(doc: Doc, last: int, verb: Token | None, amount: Amount, head: Token | None) -> list[str]:
    """The state that a lone number of patients is in: "six remain *in critical condition*"."""
    if amount.unit is not None or verb is None or verb.lemma_ not in ("remain", "be", "stay") or verb.i < last:
        return []
    words = [t.text for t in doc[verb.i + 1 : verb.i + 6]]
    if words[:1] == ["in"] and "condition" in words:
        return [*([] if head is not None else ["people"]), *words[: words.index("condition") + 1]]
    return []


def _action(slot: Token, root: Token, verb: Token, lone: bool) -> list[str]:
    """What happened to the counted: the verb of which it is an argument, as a participle where that is sure."""
    argument = _first_of(slot) if _first_of(slot).head.i == verb.i else root
    if argument.dep_ not in ("dobj", "nsubjpass", "nsubj") and not lone:
        return []
    if verb.lemma_ in COUNTING:
        return []
    if verb.lemma_ in ("be", "have", "do", "say", "include", "get", "take", "make"):
        return [t.text for t in _said_to_be(verb)] if verb.lemma_ == "be" else []
    if (state := _held_to_be(verb)) is not None:
        return [state.text]
    if argument.dep_ == "nsubj" and not slots_of(verb.text):
        return []
    verbs = _as_participle(verb)
    if not verbs:
        return []
    for conj in conjoined(verb):
        if argument.dep_ == "nsubjpass" and _shares_subject(verb, conj):
            verbs += ["or" if any(t.lower_ == "or" for t in verb.doc[verb.i : conj.i]) else "and", conj.text]
    return verbs


def _first_of(noun: Token) -> Token:
    """The first of nouns that share a verb: what befell "five soldiers and three farmers" befell the farmers."""
    for _ in range(LINKS):
        if noun.dep_ != "conj" or noun.head.pos_ not in NOUNS or noun.head.i >= noun.i:
            break
        noun = noun.head
    return noun


_HELD = frozenset(
    {"know", "believe", "fear", "confirm", "report", "presume", "think", "list", "declare", "find", "pronounce"}
)


def _held_to_be(verb: Token) -> Token | None:
    """What the counted are held to be: "are known to have *died*", "are feared *dead*"."""
    if verb.lemma_ not in _HELD or verb.tag_ != "VBN":
        return None
    for child in few(verb.rights):
        if child.dep_ in ("xcomp", "oprd", "acomp", "ccomp") and slots_of(child.text):
            return child
    return None


_BEFALLING = frozenset({"killed", "injured", "displaced", "arrested", "freed", "captured", "rescued", "downed"})

_OF_PEOPLE = frozenset({"killed", "injured", "arrested", "missing", "displaced", "rescued"})


def _as_participle(verb: Token) -> list[str]:
    """What the verb did to the counted, with its particle: "killing 12" leaves them killed, "shot down".

    A verb that is no past form says nothing that reads right behind a noun, unless its slot is a participle.
    """
    if verb.tag_ in ("VBN", "VBD"):
        return [verb.text, *(c.text for c in few(verb.rights) if c.i - verb.i == 1 and _is_particle(c))]
    slot = next(iter(slots_of(verb.text)), "")
    return [slot] if slot.endswith("ed") or slot in _BEFALLING else []


def _is_particle(word: Token) -> bool:
    """Whether the word belongs to the verb before it; the parse takes the "down" of "went down" for an adverb."""
    return word.dep_ == "prt" or (word.dep_ == "advmod" and word.lower_ in ("down", "up", "off", "out"))


def _befell_before(doc: Doc, first: int) -> list[str]:
    """The verb of harm right before the amount where the parse lost it: "killing, on average, more than 50 men"."""
    for token in reversed(doc[max(0, first - 6) : first]):
        if token.pos_ == "VERB" and slots_of(token.text) & _BEFALLING:
            return _as_participle(token)
        if token.pos_ not in ("PUNCT", "ADP", "ADV", "DET") and token.lower_ != "average":
            break
    return []


def _shares_subject(verb: Token, conj: Token) -> bool:
    """Whether a second participle is said of the same subject: "intercepted or neutralized"."""
    return conj.tag_ == "VBN" and 0 < conj.i - verb.i < 4 and not any(c.dep_ in SUBJECTS for c in few(conj.children))


def _state_behind(noun: Token) -> Token | None:
    """What the counted are left as: "left nine villagers *dead*", "with 40 people *missing*"."""
    for token in noun.doc[noun.i + 1 : noun.i + 3]:
        if token.lower_ in around().states or _is_left_so(token, noun):
            return token
        if token.pos_ not in ("ADV", "AUX"):
            break
    return None


def _is_left_so(participle: Token, noun: Token) -> bool:
    """Whether a participle right behind the counted tells what befell them: "spoke of 11 raiders *killed*"."""
    told = participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.head.i == noun.i
    return told and bool(slots_of(participle.text) & _OF_PEOPLE)


def _said_to_be(verb: Token) -> list[Token]:
    """The adjectives behind a form of be, with "and" or "or" between two: "were dead or missing"."""
    adjective = next((c for c in few(verb.rights) if c.dep_ in ("acomp", "oprd")), None)
    if adjective is None:
        return []
    second = next((c for c in few(adjective.rights) if c.dep_ == "conj" and c.i - adjective.i < 4), None)
    link = [c for c in few(adjective.rights) if c.dep_ == "cc"] if second is not None else []
    return [adjective, *link[:1], *([second] if second is not None else [])]


def _runs_on(doc: Doc, end: int, verb: Token) -> bool:
    """Whether the verb follows without a mark between, and says more than that something is."""
    if any(t.is_punct for t in doc[end + 1 : verb.i]):
        return False
    return verb.lemma_ != "be" or bool(_said_to_be(verb))


def extent_of(
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
    elif verb is not None and root.dep_ in SUBJECTS and 0 < verb.i - end <= 6 and _runs_on(doc, end, verb):
        end = verb.i
        if any(c.dep_ == "prt" and c.i == verb.i + 1 for c in few(verb.rights)):
            end += 1
        for conj in conjoined(verb):
            if _shares_subject(verb, conj):
                end = conj.i
        end = max([end, *(t.i for t in _said_to_be(verb) if t.i - end <= 6)])
    elif end + 1 < len(doc) and doc[end + 1].lower_ in ("more", "others", "each"):
        end += 1
    return start, end
