"""What a speaker says must be done, and what a party says it will or will not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.draft import Draft
from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import below, following, is_asked, is_passive, mood, subject
from parley.annotate.positions.parties import FIRST_PERSON, RANKS, Voice, Voices, is_actor
from parley.annotate.positions.wording import condition, extent
from parley.annotate.positions.words import lemmas
from parley.model.findings import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

MUST = frozenset({"must", "should", "ought", "better"})
WILL = frozenset({"will", "wo", "would", "’ll", "'ll", "shall"})
THINKING = frozenset(
    {"understand", "realise", "realize", "remember", "know", "note", "see", "hear", "hope", "wonder", "think", "expect"}
)
UNTRUE = lemmas("nonexistent baseless groundless unfounded false untrue")
UNMEANT = lemmas(
    "expect receive win lose find reach suffer meet say play mention specify suffice exist work like care matter "
    "succeed finish believe feel hope plan intend appear last count belong live face enjoy score learn remain own "
    "experience hesitate fail detect observe notice anticipate discuss respond reply comment require fall rise grow"
)
ASKED = frozenset({"how", "why", "what", "which", "whom", "where", "when"})
WAYS = frozenset({"way", "solution", "answer", "option", "path", "key"})
NOBODY = frozenset({"you", "it", "there", "what", "this", "that", "who", "which"})
TELLING = lemmas(
    "say comment discuss confirm disclose reveal specify elaborate speculate answer explain tell announce decide"
)
FORCES = lemmas("unit patrol battalion troop soldier force warship jet drone police settler")
IDLE = lemmas("be have do happen become seem get go know think see need want understand realise realize remember note")


def obligation(verb: Token, voices: Voices) -> Draft | None:
    """ "X must do this", "X would have to", "more pressure is needed": a demand of whoever says so."""
    wish = _wish(verb)
    if wish is None:
        return None
    clause, about = wish
    source = voices.teller(verb)
    if source is None or about is None or about.lower_ in FIRST_PERSON | NOBODY or _is_opinion(verb, about):
        return None
    if mood(verb).supposed or clause.lemma_ in THINKING:
        return None
    target = about if verb.lemma_ != "need" or clause != verb else None
    return Draft(verb, source, "demands", "REQUEST", clause if clause != verb or target else about, target)


def _wish(verb: Token) -> tuple[Token, Token | None] | None:
    """The clause that says what ought to be, and its subject."""
    about = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux" or _is_better(c, verb)}
    if about is None or any(c.dep_ == "aux" and c.i < about.i for c in verb.children):
        return None  # "should he refuse, …" is a condition
    if auxiliaries & MUST and not any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux"):
        return verb, about
    if verb.lemma_ == "be" and about.lemma_ in WAYS:
        # "the only way to end this is a meeting": the meeting is wanted.
        alone = any(c.lower_ in ("only", "best", "right") for c in about.children)
        named = next((c for c in verb.rights if c.dep_ == "attr"), None)
        return (named, about) if alone and named is not None else None
    if verb.lemma_ in ("have", "need") and "do" not in auxiliaries:
        inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
        foreseen = "will" in auxiliaries or "’ll" in auxiliaries or "'ll" in auxiliaries
        if inner is not None and not foreseen and (verb.lemma_ == "need" or "would" in auxiliaries):
            return inner, about
    if verb.lemma_ == "need" and about.dep_ == "nsubjpass":
        return verb, about
    return None


def _is_opinion(verb: Token, about: Token) -> bool:
    """What is asked, told of something else, or says only how a thing ought to be: a demand on nobody."""
    if (
        verb.dep_ in ("acl", "relcl")
        or is_asked(verb)
        or any(c.lower_ in ASKED and c.i < verb.i for c in verb.children)
        or (verb.left_edge.lower_ in ASKED and verb.left_edge.i < about.i)
    ):
        return True  # "the idea that they should pay" is rejected as often as held
    described = verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.rights)
    if described and any(c.lower_ in ("a", "an") for c in about.lefts):
        return True  # "a minister should be a servant": a maxim
    return described and about.pos_ != "PROPN" and not is_actor(about) and about.lemma_.lower() not in WAYS


def _is_better(word: Token, verb: Token) -> bool:
    """The "better" of "they (had) better leave"."""
    return word.lower_ == "better" and word.i < verb.i and verb.tag_ in ("VB", "VBP")


def intention(verb: Token, voices: Voices) -> Draft | None:
    """ "X will not lift the ban" refuses; "X will release the prisoners" offers, where others gain by it."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    if not any(a in WILL for a in auxiliaries) or "have" in auxiliaries or verb.lemma_ in IDLE:
        return None
    how = mood(verb)
    doer = subject(verb)
    if how.supposed or doer is None or not (doer.pos_ in ("PROPN", "PRON") or is_actor(doer)):
        return None
    if is_asked(verb) or (verb.dep_ == "ccomp" and mood(verb.head).supposed):
        return None  # "is expected to announce that he will not run"
    if verb.dep_ == "acl":
        return None  # "his promise that they will pay" is his
    voice = voices.at(verb.idx)
    if voice is not None and not _speaks_of_self(voice, doer, voices):
        return None  # what one party says another will do is a forecast, nobody's position
    if how.negated:
        silent = verb.lemma_ in TELLING
        return Draft(verb, doer, "withholds" if silent else "rejects", "REJECT", verb, None)
    if is_passive(verb):
        return None
    deed = verb
    if verb.lemma_ in ("continue", "keep", "start", "begin"):
        deed = next((c for c in verb.children if c.dep_ == "xcomp"), verb)
    if any(c.dep_ == "dobj" or c.lower_ == "with" for c in verb.rights if c.i < deed.i):
        return None  # "will continue on Monday with the talks to help …": what for, no deed of its own
    classes = load().classes
    done = next((c.lemma_.lower() for c in deed.children if c.dep_ == "dobj"), "")
    if deed.lemma_ in classes["boycott"] or (
        done in classes["restrictions"] | {"motion"} and deed.lemma_ not in classes["softening"]
    ):
        return Draft(verb, doer, "threatens", "THREATEN", deed, None)
    if deed.lemma_ in classes["sever"] and condition(verb, None) is not None:
        return Draft(verb, doer, "threatens", "THREATEN", deed, None)
    if deed.lemma_ in classes["attend"] or (deed.lemma_ == "take" and done == "part"):
        return Draft(verb, doer, "agrees", "AGREE", deed, None)
    if deed.lemma_ in classes["cooperate"]:
        return Draft(verb, doer, "agrees" if _is_settled(verb) else "offers", "AGREE", deed, None)
    return None


def _is_settled(verb: Token) -> bool:
    """ "Under the deal X will release …": agreed, and no longer only offered."""
    under = next((c for c in verb.lefts if c.dep_ == "prep" and c.lower_ == "under"), None)
    deals = load().classes["deals"]
    return under is not None and any(c.lemma_.lower() in deals or c.lower_ == "terms" for c in under.children)


def untold(verb: Token) -> Draft | None:
    """ "X has not said whether it will sign", "has yet to confirm": an answer is withheld."""
    if verb.lemma_ not in TELLING or verb.tag_ != "VBN":
        return None
    how = mood(verb)
    doer = subject(verb)
    if not how.negated or how.future or how.supposed or doer is None:
        return None
    asked = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and _asks(c)), None)
    return None if asked is None else Draft(verb, doer, "withholds", "REJECT", asked, None)


def _asks(clause: Token) -> bool:
    return any(c.lower_ in ASKED | {"whether", "if", "who"} for c in clause.lefts)


def _speaks_of_self(voice: Voice, doer: Token, voices: Voices) -> bool:
    """Whether the speaker, the speaker's party or "his country" is the one of whom it is said."""
    if doer.lower_ in FIRST_PERSON | {"it", "he", "she", "they"}:
        return True
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children) or voices.owns(voice, doer):
        return True
    # "Members will not drive", says the union.
    return doer.lower_ in RANKS and doer.n_lefts == 0 and voices.leads(voice)


def demand_by_refusal(verb: Token) -> Draft | None:
    """ "X will not sign without guarantees" demands the guarantees."""
    if not any(c.dep_ == "neg" for c in verb.children):
        return None
    how = mood(verb)
    if not (how.negated and how.future) or how.supposed:
        return None
    hosts = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    without = next((c for h in hosts for c in h.rights if c.dep_ == "prep" and c.lower_ == "without"), None)
    wanted = next((c for c in without.children if c.dep_ == "pobj"), None) if without is not None else None
    doer = subject(verb)
    if wanted is None or doer is None:
        return None
    return Draft(verb, doer, "demands", "REQUEST", wanted, None, [verb])


def charge(verb: Token, voices: Voices) -> Draft | None:
    """What a speaker says of another: "X said Y had violated the truce", "X said that it was unfair to …"."""
    classes = load().classes
    if is_asked(verb):
        return None
    judged = verb.lemma_ == "be" and next((c for c in verb.children if c.dep_ == "acomp"), None)
    if judged:
        return _verdict(verb, judged, voices)
    fired = verb.lemma_ == "open" and any(c.dep_ == "dobj" and c.lower_ == "fire" for c in verb.rights)
    wronged = fired or verb.lemma_.lower() in classes["wrongs"]
    if not wronged or verb.dep_ in (
        "pcomp",
        "xcomp",
        "amod",
        "acl",
        "compound",
    ):
        return None
    how = mood(verb)
    doer = subject(verb)
    if verb.lemma_ == "hold" and not any(c.lower_ in ("up", "back", "hostage", "captive") for c in verb.rights):
        return None
    if (
        how.negated
        or how.supposed
        or how.future
        or doer is None
        or not (doer.pos_ == "PROPN" or (_is_side(doer) and any(_is_certain(c) for c in doer.lefts)))
    ):
        return None
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children):
        return None  # "its forces": the speaker's own
    voice = voices.at(verb.idx)
    source = voices.teller(verb)
    if source is None or source == doer or (voice is not None and voices.owns(voice, doer)):
        return None
    return Draft(verb, source, "accuses", "ACCUSE", verb, doer)


def _is_side(doer: Token) -> bool:
    return is_actor(doer) or doer.lemma_.lower() in FORCES or doer.lower_ in RANKS


def _is_certain(word: Token) -> bool:
    """Whether the word before a noun says which ones are meant: "the rebels", "Peruvian troops"."""
    return word.dep_ in ("det", "poss") or (word.dep_ == "amod" and word.ent_type_ == "NORP")


def _verdict(verb: Token, judged: Token, voices: Voices) -> Draft | None:
    """A speaker calls something wrong: accusing, where a clause says what; rejecting, where a claim is called false."""
    denied = any(c.dep_ == "neg" for c in (*verb.children, *judged.children))
    if not (judged.lower_ == "fair" and denied) and (judged.lower_ not in load().classes["unfair"] or denied):
        return None
    source = voices.teller(verb)
    about = next((c for c in verb.children if c.dep_ in ("nsubj", "csubj")), None)
    clause = next(
        (c for c in (*verb.children, *judged.children) if c.dep_ in ("ccomp", "xcomp", "advcl", "csubj")), None
    )
    issue = clause if clause is not None else about
    if about is not None and (about.lower_ in FIRST_PERSON or (issue == clause and about.pos_ != "PRON")):
        issue = None if about.lower_ in FIRST_PERSON else about
    if source is None or issue is None or issue.lower_ in NOBODY or mood(verb).supposed:
        return None
    stance: tuple[Stance, str] = ("accuses", "ACCUSE")
    if judged.lower_ in UNTRUE or judged.lower_ in ("unacceptable", "intolerable"):
        stance = ("rejects", "REJECT")
    return Draft(verb, source, *stance, issue, None, [judged])


def denial(verb: Token, voices: Voices) -> Draft | None:
    """ "Norland said it was not hiding anything", "did not fire first": the speaker's party denies a deed."""
    did = any(c.dep_ == "aux" and c.lemma_ == "do" for c in verb.lefts)
    if not (did or verb.tag_ in ("VBG", "VBN")) or not any(c.dep_ == "neg" for c in verb.children):
        return None
    voice = voices.at(verb.idx)
    how = mood(verb)
    if voice is None or not how.negated or how.future or how.supposed or how.pending or verb.lemma_ in IDLE:
        return None
    doer = subject(verb)
    if doer is None or doer.pos_ != "PROPN" or not voices.owns(voice, doer):
        return None
    if did and (doer.ent_type_ == "PERSON" or verb.lemma_ in UNMEANT or is_asked(verb)):
        return None  # what somebody did not get or expect is no deed denied
    return Draft(verb, doer, "rejects", "REJECT", verb, None)


def prolong(drafts: list[Draft]) -> list[Draft]:
    """Demands that run on: bare verbs in a row after the first ("… adopt this, ensure that, and pay").

    They share the first one's modal or verb of wishing, which a parser often loses over a long enumeration.
    """
    runs: dict[int, Draft] = {}
    for draft in drafts:
        if draft.stance != "demands" or draft.issue is None or draft.issue.pos_ not in ("VERB", "AUX"):
            continue
        first, last = extent(draft.issue)
        inside = {t.i for t in below(draft.issue)} | set(range(first, last + 1))
        for token in following(max(draft.predicate.i, draft.issue.i), draft.predicate):
            if _runs_on(token, inside):
                runs[token.i] = Draft(token, draft.source, "demands", "REQUEST", token, draft.target)
    kept = [d for d in drafts if d.predicate.i not in runs]
    return sorted([*kept, *runs.values()], key=lambda d: d.predicate.i)


def _runs_on(token: Token, inside: set[int]) -> bool:
    """A base form without subject or auxiliary of its own, after a comma or "and", outside the first clause."""
    if token.pos_ != "VERB" or token.tag_ not in ("VB", "VBP") or token.i in inside:
        return False
    if any(c.dep_ in ("aux", "nsubj", "nsubjpass") and not c.i > token.i for c in token.children):
        return False
    at = token.i
    while at > 0 and token.doc[at - 1].pos_ == "ADV":
        at -= 1
    return token.doc[at - 1].lower_ in (",", "and", ";")
