"""How an event stands, as the language around its trigger says.

The trigger's governors are walked upwards: each may want, plan, settle, put off, deny … what it governs, and verbs
add tense, modality and negation (after the factuality values of FactBank, Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.disowned import disowned
from parley.annotate.events.frames import timed
from parley.annotate.events.governors import ascend, phrase
from parley.annotate.events.lexicon import StatusWords, status_words
from parley.annotate.events.meaning import default, fit
from parley.annotate.events.mood import mood
from parley.annotate.events.triggers import Trigger, modifiers
from parley.annotate.events.weighing import joined
from parley.model.findings import Status

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Standing:
    """An event's status, and the word that gives it: the verb or noun whose clause or phrase tells the event.

    `status` is None where the language says that it is no event: negated, conditional, hypothetical.
    """

    status: Status | None
    carrier: Token
    explicit: bool
    denial: Token | None = None
    """The verb that denies the event, where one does ("denied that it had …")."""


def stand(trigger: Trigger) -> Standing:
    """The standing of the trigger's event."""
    words = status_words()
    token = trigger.token
    found, carrier = _walk(trigger, words)
    if found is not None and found not in ("proposed", "scheduled") and (above := disowned(token)) is not None:
        if any(c.dep_ == "neg" for c in above.children):
            return Standing(None, carrier, True)  # "did not deny that" tells nothing
        return Standing("denied", carrier, True, above)
    undone = _undone(token, words) if not trigger.verb and found not in ("proposed", "denied") else None
    if undone is not None:
        return Standing(fit(undone[0], trigger, words), undone[1], True)
    if found is None:
        return Standing(None, carrier, True)
    if found == "" and trigger.verb and _aimed(token, trigger, words):
        return Standing(None, carrier, True)
    if found in ("", "happened") and trigger.verb and _is_habit(token, trigger, words):
        return Standing(None, carrier, True)
    if trigger.status is not None and found in ("", "happened"):
        found = trigger.status
    if found == "":
        return Standing(default(trigger), carrier, False)
    status = fit(found, trigger, words)
    offered = trigger.status == "proposed"  # "offered her resignation": the wording itself says so
    if status == "proposed" and not offered and trigger.kind.name not in words.wanted:
        return Standing(None, token, True)
    return Standing(status, carrier, True)


def _undone(noun: Token, words: StatusWords) -> tuple[str, Token] | None:
    """What became of a plan told in the first half of a sentence ("was due on Friday but has been put off"), its verb.

    What is moved to a day is put off too ("was moved to June 3").
    """
    at = noun
    while at.dep_ == "pobj" and at.head.lower_ == "of":
        at = at.head.head
    verb = at.head
    if at.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    for turn in children(verb, "conj"):
        said = words.governor.get(phrase(turn)) or words.governor.get(turn.lemma_.lower())
        passive = turn.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in turn.children)
        own = children(turn, "nsubj", "nsubjpass")
        if passive and not own and said in ("postponed", "cancelled") and mood(turn, words) == "happened":
            return said, verb
    if verb.lemma_ in words.sets["shifting"] and at.dep_ == "nsubjpass" and mood(verb, words) == "happened":
        to = next((c for c in children(verb, "prep") if c.lower_ in ("to", "until", "till")), None)
        if to is not None and any(n.ent_type_ == "DATE" for n in children(to, "pobj")):
            return "postponed", verb
    return None


def _aimed(verb: Token, trigger: Trigger, words: StatusWords) -> bool:
    """Whether an infinitive tells an aim of which nobody says that it was reached ("a bill to sanction the bank")."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in children(verb, "aux")):
        return False
    if verb.head.lemma_ in words.implicative:
        return False
    # One who travels "to meet" somebody meets him.
    return not (trigger.kind.mutual and verb.dep_ in ("advcl", "xcomp") and verb.head.tag_ in ("VBD", "VBN"))


def _is_habit(verb: Token, trigger: Trigger, words: StatusWords) -> bool:
    """Whether a clause tells what is so or is done, not what was: "all whom we arrest", "jailing them is no answer"."""
    if verb.tag_ == "VBG":
        return verb.dep_ == "csubj" and verb.head.tag_ in ("VBZ", "VBP", "MD", "VB")
    if verb.dep_ not in ("relcl", "ccomp", "csubj") or timed(verb):
        return False
    if verb.lemma_ in words.sets["lasting_verbs"] or trigger.kind.name == "charge":
        return False
    helpers = {c.lower_ for c in children(verb, "aux", "auxpass")}
    if verb.tag_ == "VBN":
        return bool(helpers & {"is", "are"}) and not helpers & {"has", "have", "had", "been", "being"}
    return verb.tag_ in ("VBZ", "VBP") and not helpers


def _walk(trigger: Trigger, words: StatusWords) -> tuple[str | None, Token]:
    """(what the language says, "" for nothing, None for no event; the word that carries it)."""
    token = trigger.token
    said = ""
    if trigger.verb:
        told = mood(token, words)
        if told is None or told:
            return (None if _unfounded(token) else told), token
    else:
        if any(c.dep_ == "det" and c.lower_ in words.determiners for c in token.lefts):
            return None, token
        said = _modified(token, words)
        lost = _after_since(token)
        if lost is not None:
            governed = words.governor.get(phrase(lost)) or words.governor.get(lost.lemma_.lower())
            if governed and governed != "none":
                return joined(governed, mood(lost, words), trigger, words), lost
    return ascend(token, token, said, trigger, words)


def _after(noun: Token) -> Span:
    """The words that hang on the noun after it."""
    return noun.doc[noun.i + 1 : noun.right_edge.i + 1]


def _after_since(noun: Token) -> Token | None:
    """The noun's verb that the parse gives to a date ("the vote planned since May has been put off")."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    for token in _after(noun):
        if (
            token.dep_ == "advcl"
            and any(c.dep_ == "mark" and c.lower_ == "since" for c in token.lefts)
            and any(c.dep_ in ("nsubj", "nsubjpass") and c.ent_type_ == "DATE" for c in token.lefts)
        ):
            return token
    return None


def _unfounded(verb: Token) -> bool:
    """Whether the clause hangs on what there is not ("no sign that they met")."""
    noun = verb.head
    return verb.dep_ in ("acl", "ccomp", "relcl") and any(c.dep_ == "det" and c.lower_ == "no" for c in noun.lefts)


def _modified(noun: Token, words: StatusWords) -> str:
    """What the noun's modifiers say."""
    mods = modifiers(noun)
    if any(t.dep_ == "relcl" and t.lemma_ in words.sets["begun"] and t.tag_ in ("VBZ", "VBP") for t in _after(noun)):
        return "scheduled"  # "a walkout that starts on Monday"
    if any(m.endswith(("backed", "proposed", "brokered")) for m in mods):
        return "proposed"
    return next((words.modifier[m] for m in sorted(mods) if m in words.modifier), "")
