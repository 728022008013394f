"""Victims told without a numeral: "a man was killed", "a 7-year-old has died", "no one was hurt", "the death of …".

A clause tells a casualty where a person is the object of killing or wounding, the subject of dying, or said to be dead.
A report's tally takes its first plain count where there is one, and otherwise counts the victims whom it tells apart.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from parley.annotate.figures.counted import subject_of
from parley.annotate.reading import Reading
from parley.text.counted import lexicon as counted_words
from parley.text.numbers import find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

Slot = Literal["killed", "injured"]


@dataclass(frozen=True, slots=True)
class Casualty:
    """One telling of victims: how many (None for a bare plural), who ("" for a description), and where it stands.

    `plain` is true where the clause gives the count itself ("two dead"), `definite` where it takes the victim as known.
    """

    slot: Slot
    count: int | None
    who: str
    plain: bool
    definite: bool
    victim: Token
    trigger: Token
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: dict[str, Slot]
    dying: frozenset[str]
    adjectives: dict[str, Slot]
    nouns: dict[str, Slot]
    manners: frozenset[str]
    struck: frozenset[str]
    multiples: dict[str, int]
    elsewhere: tuple[str, ...]
    unreal: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = tomllib.loads(
        (files("parley.annotate") / "lexicon" / "casualties.toml").read_text(encoding="utf-8")
    )
    killed, injured, context = data["killed"], data["injured"], data["context"]
    verbs: dict[str, Slot] = dict.fromkeys(killed["object_verbs"], "killed")
    verbs |= dict.fromkeys(injured["object_verbs"], "injured")
    adjectives: dict[str, Slot] = dict.fromkeys(killed["adjectives"], "killed")
    adjectives |= dict.fromkeys(injured["adjectives"], "injured")
    nouns: dict[str, Slot] = dict.fromkeys(killed["nouns"], "killed")
    return _Words(
        verbs=verbs,
        dying=frozenset(killed["subject_verbs"]),
        adjectives=adjectives,
        nouns=nouns,
        manners=frozenset(killed["manners"]),
        struck=frozenset(injured["struck"]),
        multiples=context["multiples"],
        elsewhere=tuple(context["elsewhere"]),
        unreal=frozenset(context["unreal"]),
    )


def find_casualties(reading: Reading) -> Iterator[Casualty]:
    """Every telling of people killed or injured, in order of position."""
    words = _words()
    for token in reading.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            yield from _verb(reading, words, token, lemma)
        elif token.lower_ in words.adjectives:
            yield from _adjective(reading, words, token)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in words.nouns:
            yield from _noun(reading, words, token, words.nouns[lemma])


def _verb(reading: Reading, words: _Words, verb: Token, lemma: str) -> Iterator[Casualty]:
    slot: Slot | None = words.verbs.get(lemma)
    if lemma in words.dying:
        victim = subject_of(verb)
        if victim is not None:
            yield from _told(reading, words, "killed", victim, verb)
        return
    if slot is None and lemma in words.struck:
        slot = (
            "killed" if _is_fatal(words, verb) else "injured" if lemma in ("shoot", "stab", "hit", "strike") else None
        )
    if slot is None:
        if (
            lemma in ("claim", "take", "lose")
            and (life := next((c for c in verb.rights if c.lower_ in ("life", "lives")), None)) is not None
        ):
            victim = (
                subject_of(verb)
                if lemma == "lose"
                else next((p for c in life.rights if c.lower_ == "of" for p in c.rights), life)
            )
            if victim is not None:
                yield from _told(reading, words, "killed", victim, verb)
        return
    victim = victim_of(verb)
    if victim is not None:
        yield from _told(reading, words, slot, victim, verb)


def victim_of(verb: Token) -> Token | None:
    """Whom the verb befalls: the passive subject, the object, the noun that a participle qualifies."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            return child
        if child.dep_ == "nsubjpass":
            return child
    if verb.tag_ in ("VBN", "VBD"):
        if (
            verb.dep_ in ("acl", "relcl")
            and verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")
            and verb.head.i < verb.i
        ):
            return verb.head
        if (
            verb.dep_ == "conj"
            and verb.head.pos_ in ("VERB", "AUX")
            and not any(c.dep_ == "nsubj" for c in verb.children)
        ):
            return victim_of(verb.head)
        if verb.dep_ == "amod" and verb.head.i > verb.i:
            return verb.head
        passive = any(
            c.dep_ == "auxpass" or c.lower_ in ("was", "were", "been", "is", "are", "being", "got") for c in verb.lefts
        )
        if passive or not any(c.dep_ in ("dobj", "ccomp") for c in verb.children):
            subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None and (passive or not reading_active(verb)):
                return subject
            if passive and verb.dep_ in ("conj", "ccomp", "advcl"):
                return subject_of(verb)
    return None


def reading_active(verb: Token) -> bool:
    """Whether a past tense with a subject is more likely active: anything but a headline's bare participle."""
    return not (
        verb.tag_ in ("VBN", "VBD")
        and any(
            c.dep_ in ("prep", "agent") and c.lower_ in ("in", "by", "at", "after", "during", "near", "on", "outside")
            for c in verb.rights
        )
    )


def _is_fatal(words: _Words, verb: Token) -> bool:
    """Shot *dead*, *fatally* stabbed, beaten *to death*, shot and *killed*."""
    for child in verb.children:
        if child.lower_ in words.manners or child.lower_ == "dead":
            return True
        if child.lower_ == "to" and any(g.lower_ == "death" for g in child.children):
            return True
        if child.dep_ == "conj" and words.verbs.get(child.lemma_.lower()) == "killed":
            return True
    after = verb.doc[verb.i + 1 : verb.i + 4].text.lower()
    return after.startswith(("dead", "to death", "fatally", "and killed"))


def _adjective(reading: Reading, words: _Words, word: Token) -> Iterator[Casualty]:
    """ "Two dead", "left one woman dead", "was pronounced dead", "three others injured"."""
    slot = words.adjectives[word.lower_]
    head = word.head
    victim: Token | None = None
    if word.dep_ == "amod" and head.i > word.i and head.pos_ in ("NOUN", "PROPN"):
        victim = head
    elif word.dep_ in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advmod") and head.pos_ in ("VERB", "AUX"):
        victim = next((c for c in head.rights if c.dep_ in ("dobj", "nsubj") and c.i < word.i), None) or next(
            (c for c in word.lefts if c.dep_ == "nsubj"), None
        )
        if victim is None or not _is_person(reading, victim):
            victim = subject_of(head)
    else:
        victim = next((c for c in word.lefts if c.dep_ in ("nsubj", "nummod", "nsubjpass", "npadvmod")), None)
        if victim is None and word.i and (word.nbor(-1).like_num or _is_person(reading, word.nbor(-1))):
            victim = word.nbor(-1)
    if victim is not None:
        yield from _told(reading, words, slot, victim, word)


def _noun(reading: Reading, words: _Words, noun: Token, slot: Slot) -> Iterator[Casualty]:
    """ "The death of a nurse", "her son's death", "a double homicide", "two deaths"."""
    multiple = next((words.multiples[c.lower_] for c in noun.lefts if c.lower_ in words.multiples), None)
    if multiple is not None:
        yield Casualty(slot, multiple, "", True, False, noun, noun, _is_elsewhere(words, noun))
        return
    number = next((c for c in noun.lefts if c.dep_ == "nummod"), None)
    if noun.lemma_.lower() == "death" and number is not None and (count := _count(number)) is not None:
        yield Casualty(slot, count, "", True, False, noun, noun, _is_elsewhere(words, noun))
        return
    for child in noun.children:
        victim = (
            next((p for p in child.rights if p.dep_ == "pobj"), None)
            if child.lower_ == "of"
            else child
            if child.dep_ == "poss"
            else None
        )
        if victim is not None and not (child.dep_ == "poss" and noun.lemma_.lower() != "death"):
            yield from _told(reading, words, slot, victim, noun)


def _told(reading: Reading, words: _Words, slot: Slot, victim: Token, trigger: Token) -> Iterator[Casualty]:
    """The victims named by one noun phrase, its conjuncts one by one."""
    if _is_unreal(words, trigger):
        return
    elsewhere = _is_elsewhere(words, trigger)
    for one in (victim, *victim.conjuncts):
        if victim.i < one.i and one.i > trigger.i > victim.i:
            continue
        count, plain = _count_of(one)
        person = _is_person(reading, one)
        if not person and not (plain and (one.like_num or count == 0)):
            continue
        if one.lower_ in ("himself", "herself", "myself"):
            subject = subject_of(trigger)
            yield Casualty(
                slot, 1, f"self:{subject.lower_ if subject is not None else ''}", False, True, one, trigger, elsewhere
            )
            continue
        definite = one.pos_ == "PRON" or any(
            c.lower_ in ("the", "this", "that", "his", "her", "their") for c in one.lefts
        )
        yield Casualty(slot, count, _who(reading, one), plain, definite, one, trigger, elsewhere)


def _count(number: Token) -> int | None:
    found = next(iter(find_numbers(number.text)), None)
    return int(found.low) if found is not None and found.exact and found.low == int(found.low) else None


def _count_of(noun: Token) -> tuple[int | None, bool]:
    """How many the noun phrase stands for, and whether it says so with a number."""
    if noun.lower_ in ("nobody", "none") or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.lefts)):
        return 0, True
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.lefts):
        return 0, True
    if noun.like_num:
        return _count(noun), True
    for child in noun.lefts:
        if child.dep_ == "nummod" and (count := _count(child)) is not None and not child.nbor(1).text == "-":
            return count, True
        if child.lower_ in ("another", "a", "an") and noun.lower_ in ("couple",):
            return 2, True
    if noun.tag_ in ("NNS", "NNPS") or noun.lower_ in (
        "they",
        "them",
        "we",
        "people",
        "others",
        "police",
        "troops",
        "family",
    ):
        return None, False
    return 1, False


def _is_person(reading: Reading, token: Token) -> bool:
    """Whether the noun stands for a person: by word, by pronoun, by name, or as "a 7-year-old"."""
    if token.lower_ in counted_words().people or token.lower_ in (
        "he",
        "she",
        "they",
        "him",
        "her",
        "himself",
        "herself",
        "who",
        "nobody",
        "none",
        "one",
        "old",
        "nurse",
        "deputy",
        "sergeant",
        "teacher",
        "friend",
        "cousin",
        "nephew",
        "niece",
        "uncle",
        "aunt",
        "grandmother",
        "grandfather",
        "girlfriend",
        "boyfriend",
        "male",
        "female",
        "sibling",
        "siblings",
        "brothers",
        "sisters",
        "parents",
        "clerk",
        "guard",
        "neighbor",
        "neighbour",
        "homeowner",
        "motorist",
        "cyclist",
        "rider",
        "intruder",
        "robber",
        "assailant",
        "owner",
        "marine",
        "veteran",
        "player",
        "rapper",
        "guest",
        "guests",
        "shooter",
    ):
        return True
    if token.ent_type_ == "PERSON":
        return True
    name = reading.name_at(token.idx, token.idx + len(token)) if token.pos_ == "PROPN" else None
    if name is not None and reading.name(name).kind == "person":
        return True
    return token.like_num and token.dep_ in ("nsubj", "nsubjpass", "dobj", "nummod", "ROOT", "appos", "pobj", "conj")


def _who(reading: Reading, token: Token) -> str:
    """A key for a named victim: the surname; "" for one who is only described."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("PERSON", "") or token.lower_ in counted_words().people:
        return ""
    return token.lower_.removesuffix("'s").removesuffix("’s")


def _is_unreal(words: _Words, trigger: Token) -> bool:
    """Whether the clause is negated, supposed, attempted or feared."""
    marks = {c.lower_ for c in trigger.children if c.dep_ in ("aux", "neg", "mark", "advmod", "amod", "compound")}
    if trigger.dep_ in ("xcomp", "acl") and any(c.lower_ == "to" for c in trigger.lefts):
        marks.add("attempt")
    if (
        trigger.tag_ == "VB"
        and trigger.pos_ == "VERB"
        and not any(c.lower_ in ("did", "do", "does") for c in trigger.lefts)
    ):
        return True
    if trigger.i and trigger.nbor(-1).lower_ in words.unreal:
        marks.add(trigger.nbor(-1).lower_)
    return bool(marks & words.unreal)


def _is_elsewhere(words: _Words, trigger: Token) -> bool:
    """Whether the sentence speaks of other times and places: statistics, earlier cases."""
    sentence = trigger.sent.text.lower()
    return any(sign in sentence for sign in words.elsewhere)


@dataclass(frozen=True, slots=True)
class Count:
    """A report's count of victims, and whether it is told as a number or only gathered from victims told one by one."""

    value: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many a report tells killed and injured; None where it does not say."""

    killed: Count | None
    injured: Count | None


def tally(reading: Reading) -> Tally:
    """The report's victims, from plain counts and from those told one by one."""
    told = [c for c in find_casualties(reading) if not c.elsewhere]
    surnames = _surnames(reading)
    killed = _settle([c for c in told if c.slot == "killed"], surnames, set())
    dead = {surnames.get(c.who, c.who) for c in told if c.slot == "killed" and c.who}
    hurt = [c for c in told if c.slot == "injured"]
    injured = _settle([c for c in hurt if not _is_hit(c)], surnames, dead)
    if injured is None or not injured.plain:
        hit = _settle([c for c in hurt if _is_hit(c)], surnames, dead)
        if hit is not None and hit.plain:
            injured = Count(max(0, hit.value - (killed.value if killed else 0)), True)
        elif injured is None and hit is not None and killed is None:
            injured = hit
    return Tally(killed, injured)


def _is_hit(casualty: Casualty) -> bool:
    """Whether the victim is only said to be shot or struck, which those who died also were."""
    return casualty.trigger.lemma_.lower() in _words().struck


def _surnames(reading: Reading) -> dict[str, str]:
    """Each part of a person's full name → its last part, so that a first name used alone is no second victim."""
    parts: dict[str, str] = {}
    for name in reading.doc.ents:
        if name.label_ == "PERSON" and len(name) > 1:
            words = [t.lower_ for t in name if t.is_alpha]
            for word in words[:-1]:
                parts.setdefault(word, words[-1])
    return parts


def _settle(told: list[Casualty], surnames: dict[str, str], others: set[str]) -> Count | None:
    """One count from many tellings: the first plain one; else as many as one clause or the names tell apart."""
    if not told:
        return None
    plain = [c for c in told if c.plain and c.count is not None]
    named = {surnames.get(c.who, c.who) for c in told if c.who and not c.who.startswith("self:")} - others
    by_clause = Counter(c.trigger.i for c in told if c.count == 1)
    alone = max([len(named), *by_clause.values()], default=0)
    selves = any(c.who.startswith("self:") for c in told)
    if plain:
        first = plain[0]
        by_killer = first.victim.dep_ == "dobj" and first.slot == "killed"
        return Count((first.count or 0) + int(selves and by_killer), True)
    if alone and selves and any(c.count == 1 and not c.who.startswith("self:") for c in told):
        alone = max(alone, 2)
    return Count(alone, False) if alone else None
