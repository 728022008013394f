"""Victims told without a numeral: "a man was killed", "a 7-year-old has died", "no one was hurt", "the death of …".

A clause tells a casualty where a person is the object of killing or wounding, the subject of dying, or said to be dead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.figures.befalling import is_elsewhere, is_fatal, is_unreal, victim_of
from parley.annotate.figures.casualty_words import Slot, Words, words_of_casualties
from parley.annotate.figures.clauses import conjoined, few, subject_of
from parley.annotate.figures.persons import count_of, is_person, who_is, whole_number
from parley.annotate.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def find_casualties(reading: Reading) -> Iterator[Casualty]:
    """Every telling of people killed or injured, in order of position."""
    words = words_of_casualties()
    for token in reading.doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            yield from _verb(reading, words, token, lemma)
        elif token.lower_ in words.adjectives:
            yield from _adjective(reading, words, token)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in words.nouns:
            yield from _noun(reading, words, token, words.nouns[lemma])


def _verb(reading: Reading, words: Words, verb: Token, lemma: str) -> Iterator[Casualty]:
    slot: Slot | None = words.verbs.get(lemma)
    if lemma in words.dying:
        victim = subject_of(verb)
        if victim is not None:
            yield from _told(reading, words, "killed", victim, verb)
        return
    if slot is None and lemma in words.struck:
        slot = "killed" if is_fatal(words, verb) else "injured" if lemma in ("shoot", "stab", "hit", "strike") else None
    if slot is None:
        if (
            lemma in ("claim", "take", "lose")
            and (life := next((c for c in few(verb.rights) if c.lower_ in ("life", "lives")), None)) is not None
        ):
            victim = (
                subject_of(verb)
                if lemma == "lose"
                else next((p for c in few(life.rights) if c.lower_ == "of" for p in few(c.rights)), life)
            )
            if victim is not None:
                yield from _told(reading, words, "killed", victim, verb)
        return
    victim = victim_of(verb)
    if victim is not None:
        yield from _told(reading, words, slot, victim, verb)


def _adjective(reading: Reading, words: Words, word: Token) -> Iterator[Casualty]:
    """ "Two dead", "left one woman dead", "was pronounced dead", "three others injured"."""
    slot = words.adjectives[word.lower_]
    head = word.head
    victim: Token | None = None
    if word.dep_ == "amod" and head.i > word.i and head.pos_ in ("NOUN", "PROPN"):
        victim = head
    elif word.dep_ in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advmod") and head.pos_ in ("VERB", "AUX"):
        victim = next((c for c in few(head.rights) if c.dep_ in ("dobj", "nsubj") and c.i < word.i), None) or next(
            (c for c in few(word.lefts) if c.dep_ == "nsubj"), None
        )
        if victim is None or not is_person(reading, victim):
            victim = subject_of(head)
    else:
        victim = next((c for c in few(word.lefts) if c.dep_ in ("nsubj", "nummod", "nsubjpass", "npadvmod")), None)
        if victim is None and word.i and (word.nbor(-1).like_num or is_person(reading, word.nbor(-1))):
            victim = word.nbor(-1)
    if victim is not None:
        yield from _told(reading, words, slot, victim, word)


def _noun(reading: Reading, words: Words, noun: Token, slot: Slot) -> Iterator[Casualty]:
    """ "The death of a nurse", "her son's death", "a double homicide", "two deaths"."""
    multiple = next((words.multiples[c.lower_] for c in few(noun.lefts) if c.lower_ in words.multiples), None)
    if multiple is not None:
        yield Casualty(slot, multiple, "", True, False, noun, noun, is_elsewhere(words, reading.text, noun))
        return
    number = next((c for c in few(noun.lefts) if c.dep_ == "nummod"), None)
    if noun.lemma_.lower() == "death" and number is not None and (count := whole_number(number)) is not None:
        yield Casualty(slot, count, "", True, False, noun, noun, is_elsewhere(words, reading.text, noun))
        return
    for child in few(noun.children):
        victim = (
            next((p for p in few(child.rights) if p.dep_ == "pobj"), None)
            if child.lower_ == "of"
            else child
            if child.dep_ == "poss"
            else None
        )
        if victim is not None and not (child.dep_ == "poss" and noun.lemma_.lower() != "death"):
            yield from _told(reading, words, slot, victim, noun)


def _told(reading: Reading, words: Words, slot: Slot, victim: Token, trigger: Token) -> Iterator[Casualty]:
    """The victims named by one noun phrase, its conjuncts one by one."""
    if is_unreal(words, trigger):
        return
    elsewhere = is_elsewhere(words, reading.text, trigger)
    for one in (victim, *conjoined(victim)):
        if victim.i < one.i and one.i > trigger.i > victim.i:
            continue
        count, plain = count_of(one)
        person = is_person(reading, one)
        if not person and not (plain and (one.like_num or count == 0)):
            continue
        if one.lower_ in ("himself", "herself", "myself"):
            subject = subject_of(trigger)
            yield Casualty(
                slot, 1, f"self:{subject.lower_ if subject is not None else ''}", False, True, one, trigger, elsewhere
            )
            continue
        definite = one.pos_ == "PRON" or any(
            c.lower_ in ("the", "this", "that", "his", "her", "their") for c in few(one.lefts)
        )
        yield Casualty(slot, count, who_is(reading, one), plain, definite, one, trigger, elsewhere)
