"""What a speaker asserts that amounts to a stance: "there will be no deal", "war is no answer", "that is a lie"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.draft import Draft
from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import is_asked, mood, subject
from parley.annotate.positions.parties import FIRST_PERSON, Voices, is_actor
from parley.annotate.positions.wording import clean, condition, extent
from parley.annotate.positions.words import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

WAYS = lemmas("way solution answer option path alternative remedy")
LIES = lemmas(
    "lie nonsense rubbish fabrication fiction slander smear fake hoax invention falsehood fantasy myth calumny libel"
)
WILL = frozenset({"will", "would", "’ll", "'ll", "wo", "shall", "can"})
NONE = frozenset({"no", "not", "n't", "n’t", "never"})


def assertion(verb: Token, voices: Voices) -> Draft | None:
    """The stance of whoever makes the assertion; None where it is none, or nobody says it."""
    draft = None
    if verb.lemma_ == "be":
        draft = _nothing_there(verb, voices) or _no_way(verb, voices) or _lie(verb, voices) or _cleft(verb, voices)
    elif verb.lemma_ == "need":
        draft = _we_need(verb, voices)
    elif verb.tag_ == "MD":
        return _would_not(verb)
    return None if draft is None or is_asked(verb) else draft


def _nothing_there(verb: Token, voices: Voices) -> Draft | None:
    """ "There will be no talks until …" refuses them; "… if this goes on" threatens with their end."""
    there = any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.lefts)
    thing = next((c for c in verb.rights if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
    future = any(c.dep_ == "aux" and c.lower_ in WILL for c in verb.lefts)
    source = voices.teller(verb) if there and future and thing is not None else None
    if thing is None or source is None or not (_denies(verb) or any(c.lower_ == "no" for c in thing.lefts)):
        return None
    held = condition(verb, thing)
    if held is None:
        return None
    threat = any(c.lower_ == "if" for c in held.children) or _warns(verb)
    if threat:
        return Draft(verb, source, "threatens", "THREATEN", thing, None)
    return Draft(verb, source, "rejects", "REJECT", thing, None)


def _warns(verb: Token) -> bool:
    return verb.dep_ in ("ccomp", "acl") and verb.head.lemma_ in ("warn", "warning", "threaten")


def _no_way(verb: Token, voices: Voices) -> Draft | None:
    """ "War cannot be the answer", "partition is not an option": the subject is refused."""
    way = next((c for c in verb.rights if c.dep_ == "attr"), None)
    about = next((c for c in verb.lefts if c.dep_ in ("nsubj", "csubj")), None)
    if way is None or about is None or about.pos_ == "PRON" or way.lemma_.lower() not in WAYS:
        return None
    if not _denies(verb) and not any(c.lower_ == "no" for c in way.lefts):
        return None
    source = voices.teller(verb)
    return None if source is None else Draft(verb, source, "rejects", "REJECT", about, None, [way])


def _lie(verb: Token, voices: Voices) -> Draft | None:
    """ "That is a lie": what was said before is denied."""
    lie = next((c for c in verb.rights if c.dep_ == "attr"), None)
    about = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if lie is None or about is None or lie.lemma_.lower() not in LIES or _denies(verb) or mood(verb).supposed:
        return None
    source = voices.teller(verb)
    return None if source is None else Draft(verb, source, "rejects", "REJECT", about, None, [lie])


def _cleft(verb: Token, voices: Voices) -> Draft | None:
    """ "It was the rebels who broke the truce", said by the other side: an accusation of those."""
    it = next((c for c in verb.lefts if c.dep_ in ("nsubj", "expl") and c.lower_ == "it"), None)
    doer = next((c for c in verb.rights if c.dep_ == "attr"), None)
    if it is None or doer is None or _denies(verb) or mood(verb).supposed:
        return None
    deed = next((c for c in (*doer.rights, *verb.rights) if c.dep_ == "relcl"), None)
    if deed is None or deed.lemma_.lower() in load().classes["cooperate"] or deed.lemma_ in ("be", "have"):
        return None
    if not any(c.lower_ == "who" and c.dep_ == "nsubj" for c in deed.lefts) or deed.tag_ not in ("VBD", "VBN"):
        return None
    if not (doer.pos_ == "PROPN" or doer.ent_type_ == "NORP" or is_actor(doer)) or doer.lower_ in FIRST_PERSON:
        return None
    voice = voices.at(verb.idx)
    source = voices.teller(verb)
    if source is None or source == doer or (voice is not None and voices.owns(voice, doer)):
        return None
    said = clean(deed.doc[deed.i : extent(deed)[1] + 1].text)
    return Draft(verb, source, "accuses", "ACCUSE", deed, doer, meant=said)


def _we_need(verb: Token, voices: Voices) -> Draft | None:
    """ "We need a safe bridge": a demand of whoever speaks for the many."""
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    if doer is None or doer.lower_ != "we" or doer.lower_ not in FIRST_PERSON or thing is None or _denies(verb):
        return None
    if mood(verb).supposed or verb.dep_ in ("relcl", "acl", "advcl"):
        return None
    voice = voices.at(verb.idx)
    return None if voice is None else Draft(verb, doer, "demands", "REQUEST", thing, None)


def _would_not(modal: Token) -> Draft | None:
    """ "She said she would not": what was just demanded is refused."""
    if modal.lemma_.lower() not in ("will", "would") or modal.dep_ not in ("ccomp", "ROOT", "conj"):
        return None
    if not _denies(modal) or any(c.pos_ in ("VERB", "AUX") for c in modal.rights):
        return None
    doer = subject(modal)
    return None if doer is None else Draft(modal, doer, "rejects", "REJECT", modal, None)


def _denies(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in NONE for c in verb.children)
