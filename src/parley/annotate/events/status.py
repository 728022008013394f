"""How an event stands, as the language around its trigger says.

The trigger's governors are walked upwards: each may want, plan, settle, put off, deny … what it governs, and verbs
add tense, modality and negation (after the factuality values of FactBank, Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import children
from parley.annotate.events.disowned import disowned
from parley.annotate.events.lexicon import StatusWords, status_words
from parley.annotate.events.triggers import Trigger, modifiers
from parley.model.findings import Status

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SETTLED = frozenset({"agreement", "exchange", "deal"})
ADJUNCTS = frozenset(
    [
        "during",
        "after",
        "following",
        "before",
        "since",
        "at",
        "amid",
        "despite",
        "until",
        "by",
        "through",
        "throughout",
        "given",
        "per",
        "via",
        "from",
        "in",
        "over",
        "ahead",
        "under",
        "near",
        "outside",
        "between",
        "behind",
        "because",
        "as",
        "like",
        "than",
        "unlike",
        "alongside",
        "within",
        "upon",
    ]
)
LASTING = frozenset(["inquiry", "labour", "strike"])
POSSIBLE = frozenset(["possible", "conceivable", "thinkable", "likely", "impossible", "unlikely"])
# What courts and counts bring is announced as it comes.
ANNOUNCED = frozenset(["court", "vote", "election", "inquiry"])
# What is opened goes on from there.
BEGUN = frozenset(["open", "launch", "begin", "start", "reopen"])
# With a present tense these look ahead to what may never come ("until they sign").
UNREACHED = frozenset(["until", "till", "once", "when", "before", "as"])
IDIOMS = frozenset(["go", "be", "come", "remain", "stay"])
SPEECH = frozenset(
    [
        "say",
        "tell",
        "add",
        "announce",
        "state",
        "write",
        "confirm",
        "report",
        "claim",
        "note",
        "believe",
        "reveal",
        "indicate",
        "post",
        "promise",
    ]
)


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
    if found is None:
        return Standing(None, carrier, True)
    if found == "" and trigger.verb and _aimed(token, trigger, words):
        return Standing(None, carrier, True)
    if trigger.status is not None and found in ("", "happened"):
        found = trigger.status
    if found == "":
        return Standing(_default(trigger), carrier, False)
    status = _fit(found, trigger, words)
    if status == "proposed" and trigger.kind.name not in words.wanted:
        return Standing(None, token, True)
    return Standing(status, carrier, True)


def _aimed(verb: Token, trigger: Trigger, words: StatusWords) -> bool:
    """Whether an infinitive tells an aim of which nobody says that it was reached ("a bill to sanction the bank")."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in children(verb, "aux")):
        return False
    if verb.head.lemma_ in words.implicative:
        return False
    # One who travels "to meet" somebody meets him.
    return not (trigger.kind.mutual and verb.dep_ in ("advcl", "xcomp") and verb.head.tag_ in ("VBD", "VBN"))


def _default(trigger: Trigger) -> Status | None:
    if trigger.kind.held:
        return "held"
    if trigger.kind.name == "ceasefire":
        return "proposed"
    if (
        trigger.kind.name == "agreement"
        and not trigger.verb
        and trigger.token.lemma_ in ("plan", "proposal", "memorandum", "initiative")
    ):
        return "proposed"
    return "agreed" if trigger.kind.name == "agreement" else "happened"


def _fit(found: str, trigger: Trigger, words: StatusWords) -> Status:
    """The status that what was found means for this kind of event."""
    kind = trigger.kind
    if (
        found in ("happened", "declared")
        and kind.family in LASTING
        and BEGUN
        & {
            trigger.token.lemma_,
            trigger.token.head.lemma_,
        }
    ):
        return "under way"
    if found == "happened":
        default = _default(trigger)
        return default if default is not None and kind.name != "ceasefire" else "happened"
    if found == "declared" and kind.name not in ("ceasefire", "sanctions", "disaster"):
        if kind.name == "agreement":
            return "agreed"
        return "scheduled" if kind.held else "happened"
    if found == "agreed" and kind.name not in (
        "agreement",
        "exchange",
        "release",
        "ceasefire",
        "withdrawal",
        "deal",
    ):
        return "scheduled" if kind.held else "agreed"
    if found in ("broken", "lapsed") and kind.name not in ("ceasefire", "agreement"):
        default = _default(trigger)
        return default if default is not None else "happened"
    if found == "carried out" and kind.name not in ("exchange", "agreement", "withdrawal", "release"):
        default = _default(trigger)
        return default if default is not None else "happened"
    return found  # type: ignore[return-value]


def _walk(trigger: Trigger, words: StatusWords) -> tuple[str | None, Token]:
    """(what the language says, "" for nothing, None for no event; the word that carries it)."""
    token = trigger.token
    said = ""
    if trigger.verb:
        mood = _mood(token, words)
        if mood is None or mood:
            return (None if _unfounded(token) else mood), token
    else:
        if any(c.dep_ == "det" and c.lower_ in words.determiners for c in token.lefts):
            return None, token
        said = _modified(token, words)
        lost = _after_since(token)
        if lost is not None:
            governed = words.governor.get(_phrase(lost, token)) or words.governor.get(lost.lemma_.lower())
            if governed and governed != "none":
                return _joined(governed, _mood(lost, words), trigger), lost
    return _ascend(token, token, said, trigger, words)


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
    if any(t.dep_ == "relcl" and t.lemma_ in BEGUN and t.tag_ in ("VBZ", "VBP") for t in _after(noun)):
        return "scheduled"  # "a walkout that starts on Monday"
    if any(m.endswith(("backed", "proposed", "brokered")) for m in mods):
        return "proposed"
    return next((words.modifier[m] for m in sorted(mods) if m in words.modifier), "")


def _ascend(token: Token, carrier: Token, said: str, trigger: Trigger, words: StatusWords) -> tuple[str | None, Token]:
    """Follow the governors of an infinitive or a noun until one of them, or a finite verb, says how it stands."""
    node, direct = token, True
    for _ in range(6):
        head, label = node.head, node.dep_
        if head is node:
            return said, carrier
        if label in ("conj", "appos", "compound", "nmod", "amod", "poss"):
            if label == "conj" and node.pos_ == "VERB" and any(c.dep_ in ("nsubj", "aux") for c in node.children):
                return said, carrier
            if label in ("compound", "conj") and head.lemma_.lower() in words.carrier:
                carrier = head
            governed = words.governor.get(head.lemma_.lower()) if label in ("compound", "nmod", "poss") else None
            if governed == "none":
                return None, carrier
            if governed:
                said, carrier = _merge(governed, said), head
            node = head
            continue
        if label == "advcl":
            return (None if _mark(node) in words.marks else said), carrier
        if label == "pobj" or label == "pcomp":
            preposition, head = head, head.head
            if head is preposition or (preposition.lower_ in ADJUNCTS and not _idiom(node, preposition, head)):
                return said, carrier
            if _idiom(node, preposition, head):
                direct, carrier = True, head
                mood = _mood(head, words)
                return (None if mood is None else _merge(mood, said)), carrier
            governed = words.governor.get(f"{head.lemma_.lower()} {preposition.lower_}")
            if head.pos_ == "ADJ":
                governed = words.adjective.get(head.lemma_.lower())
            if head.pos_ in ("VERB", "AUX", "ADJ"):
                if governed is None and preposition.lower_ in ("to", "on", "for", "of") and not _filled(head):
                    governed = words.governor.get(head.lemma_.lower())
                if governed is None:
                    return said, carrier
            else:
                governed = governed or words.governor.get(head.lemma_.lower())
                if head.lemma_.lower() in words.carrier and head.lemma_.lower() not in ("day",):
                    carrier = head
            direct = False
        elif label in (
            "dobj",
            "nsubj",
            "nsubjpass",
            "attr",
            "oprd",
            "xcomp",
            "ccomp",
            "acl",
            "relcl",
            "dative",
        ):
            if label == "relcl":
                return said, carrier
            if head.pos_ == "ADJ":
                governed = words.adjective.get(head.lemma_.lower())
            else:
                governed = words.governor.get(_phrase(head, node)) or words.governor.get(head.lemma_.lower())
            if label == "xcomp" and head.lemma_ == "have":
                governed = "proposed"  # "we have to talk"
            if label == "nsubj" and head.lemma_ == "be":
                likely = next((c.lemma_.lower() for c in children(head, "acomp")), "")
                if likely in POSSIBLE:
                    chance = words.adjective.get(likely, "proposed")
                    return (None if chance == "none" else chance), head
                ahead = _ahead(head, words)
                if ahead is not None:
                    return ahead
            if label == "nsubj" and governed not in ("lapsed", "under way", "scheduled"):
                governed = None
            if label == "ccomp" and governed in ("scheduled", "declared", "under way"):
                governed = None
            if governed is None and label == "ccomp":
                return said, carrier
            if label == "acl" and governed is None:
                governed = "proposed" if node.tag_ == "VB" else None
            if head.pos_ == "NOUN" and head.lemma_.lower() in words.carrier:
                carrier = head
        else:
            return said, carrier
        if governed == "none":
            return None, carrier
        if head.pos_ not in ("VERB", "AUX", "ADJ"):
            if governed:
                said, carrier = _merge(governed, said), head
                if governed in ("agreed", "proposed") and label in ("acl", "pcomp"):
                    return _uplift(head, said, words), carrier
            node = head
            continue
        verb = head if head.pos_ != "ADJ" else head.head
        mood = _mood(verb, words) if verb.pos_ in ("VERB", "AUX") else ""
        if mood is None and governed not in ("proposed", "denied"):
            return None, carrier
        if governed:
            if governed == "proposed" and said in ("agreed", "carried out", "declared"):
                return said, carrier
            return _joined(governed, mood, trigger), verb
        as_subject = label in ("nsubj", "nsubjpass") and head.lemma_.lower() in words.subject
        if direct and (as_subject or head.lemma_.lower() in words.light):
            carrier = head
        if label == "dobj" and head.lemma_.lower() in words.attitudes:
            return said, carrier  # "confirmed the call" says that somebody spoke, not that it was held
        if mood:
            return _merge(mood, said), carrier
        node = head
    return said, carrier


def _ahead(be: Token, words: StatusWords) -> tuple[str | None, Token] | None:
    """What "are due to resume", "are set to open", "are to begin" say, and the infinitive that carries it."""
    for adjective in children(be, "acomp"):
        governed = words.adjective.get(adjective.lemma_.lower())
        deed = next(iter(children(adjective, "xcomp")), None)
        if governed is not None and deed is not None:
            return (None if governed == "none" or any(c.dep_ == "neg" for c in be.children) else governed), deed
    deed = next((c for c in children(be, "xcomp") if any(a.tag_ == "TO" for a in c.lefts)), None)
    if deed is None or children(be, "attr", "acomp"):
        return None
    return (None if any(c.dep_ == "neg" for c in be.children) else "scheduled"), deed


def _idiom(noun: Token, preposition: Token, verb: Token) -> bool:
    """Whether verb and bare noun are one expression: "go on strike", "stand trial", "come under attack"."""
    bare = not any(c.dep_ in ("det", "poss") for c in noun.lefts)
    return bare and preposition.lower_ in ("on", "under", "in") and verb.lemma_ in IDIOMS


def _filled(verb: Token) -> bool:
    """Whether the verb has an object already, so that a preposition after it leads elsewhere."""
    return any(c.dep_ == "dobj" for c in verb.children)


def _merge(new: str, said: str) -> str:
    """What two words say together: a wish or plan outweighs a mere tense, what is nearer outweighs what is farther."""
    if not said or said == "happened":
        return new
    if new == "happened" or said in ("proposed", "agreed"):
        return said
    return said if said != "under way" else new


def _uplift(noun: Token, said: str, words: StatusWords) -> str | None:
    """A settled thing that is itself only wanted or missing ("failed to reach an agreement to …")."""
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
        governed = words.governor.get(verb.lemma_.lower())
        mood = _mood(verb, words)
        if mood is None or governed == "none":
            return None if said == "agreed" else said
        if said == "agreed" and mood in ("scheduled", "proposed"):
            return "proposed"
    return said


def _joined(governed: str, mood: str | None, trigger: Trigger) -> str:
    """The status of what a verb governs, by the verb's own tense: what will be agreed is not agreed."""
    if mood in ("scheduled", "proposed") and governed in ("agreed", "carried out", "declared", "cancelled"):
        told = governed == "declared" and mood == "scheduled" and trigger.kind.family in ANNOUNCED
        return "scheduled" if governed == "carried out" or told else "proposed"
    if governed == "under way":
        if mood == "scheduled":
            return "scheduled"
        if mood == "proposed":
            return "proposed"
        if mood == "happened" and trigger.kind.held:
            return "happened"
    return governed


def _phrase(head: Token, node: Token) -> str:
    """The governor's lemma with its particle ("call off", "rule out")."""
    particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), "")
    return f"{head.lemma_.lower()} {particle}"


def _mood(verb: Token, words: StatusWords) -> str | None:
    """What tense, modality and negation say: "" nothing, None that there is no event, else a status."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marks & words.marks:
        return None
    ahead = marks & UNREACHED or any(c.lower_ in UNREACHED for c in children(verb, "advmod"))
    if ahead and verb.tag_ in ("VB", "VBP", "VBZ"):
        return None
    aux = [c.lower_ for c in children(verb, "aux", "auxpass")]
    if verb.dep_ == "conj" and not aux and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VB", "VBN"):
        aux = [c.lower_ for c in children(verb.head, "aux", "auxpass")]
    if negated:
        return None
    if "be" in aux and verb.dep_ == "ccomp" and not any(c.tag_ in ("MD", "TO") for c in children(verb, "aux")):
        return "proposed"  # the mandative subjunctive: "asked that talks be held"
    if "will" in aux or "shall" in aux or "’ll" in aux or "'ll" in aux:
        return "scheduled"
    if "would" in aux or "’d" in aux:
        if "have" in aux or any(c.dep_ == "advcl" and _mark(c) in words.marks for c in verb.children):
            return None
        reported = verb.dep_ in ("ccomp", "conj", "advcl", "relcl") and _speech_above(verb)
        return "scheduled" if reported else "proposed"
    if not words.modals.isdisjoint(aux):
        return None if "have" in aux else "proposed"
    if verb.tag_ in ("VBD", "VBN") or "have" in aux or "has" in aux or "had" in aux:
        return "happened" if verb.tag_ != "VBG" else "under way"
    if verb.tag_ == "VBG" and any(a in ("is", "are", "am", "’s", "'s", "’re", "'re") for a in aux):
        return "under way"
    return ""


def _mark(verb: Token) -> str:
    return next((c.lower_ for c in verb.children if c.dep_ == "mark"), "")


def _speech_above(verb: Token) -> bool:
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_ in SPEECH and at.tag_ in ("VBD", "VBN", "VBG"):
            return True
    return False
