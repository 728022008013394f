"""What negation, tense and the thing at issue make of a stance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import Mood, below, is_infinitive
from parley.annotate.positions.grammar import mood as mood_of
from parley.annotate.positions.match import Fit
from parley.model.findings import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

MUST = frozenset({"must", "should", "ought"})
TAKEN = frozenset(
    {"bribe", "kickback", "gift", "cash", "donation", "award", "prize", "medal", "trophy", "tip", "job", "post", "role"}
)
HURTS = frozenset({"sanction", "tariff", "retaliation", "pressure", "lawsuit"})


def turn(filled: Fit, mood: Mood) -> tuple[Stance, str] | None:
    """Stance and PLOVER root as the sentence puts it; None where it tells no stance.

    "has not agreed" and "has yet to agree" withhold, "will not agree" rejects, "does not support" rejects;
    "did not rule out" tells no stance: leaving a thing open is neither wanting nor refusing it.
    What is merely supposed ("if it agrees", "might accept") is nobody's stance.
    """
    frame = filled.frame
    stance, code = frame.stance, frame.code
    if stance != "demands" and any(c.dep_ == "aux" and c.lower_ in MUST for c in filled.predicate.lefts):
        return None  # "they must accept" is asked of them
    if filled.predicate.lemma_ == "plead" and any(c.lower_ in ("guilty", "innocent") for c in filled.predicate.rights):
        return None
    if mood.supposed or (stance == "agrees" and _is_aim(filled.predicate)):
        return None
    if stance == "offers" and filled.issue is not None and filled.issue.lemma_.lower() in load().classes["remarks"]:
        return None  # "offered a comment"
    if stance == "agrees" and _is_descriptive(filled.predicate):
        return None
    if stance == "agrees" and filled.predicate.lemma_ == "accept" and _is_taking(filled.issue):
        return None
    if _is_silent(filled):
        return None if mood.negated else ("withholds", "REJECT")
    if stance == "agrees" and filled.clause is not None and _is_opinion(filled.clause):
        return None
    if mood.pending:
        return ("withholds", "REJECT") if stance in ("agrees", "supports", "offers", "rejects", "demands") else None
    if mood.negated:
        if stance == "agrees":
            refused = mood.future or filled.predicate.lemma_ in ("accept", "allow", "permit", "let", "approve")
            return ("rejects", "REJECT") if refused else ("withholds", "REJECT")
        if stance == "offers":
            return ("rejects", "REJECT") if filled.predicate.pos_ == "ADJ" else None
        return ("rejects", "REJECT") if stance == "supports" else None
    if filled.predicate.lemma_ == "have":
        # Only the lack of it is a stance: "has no intention of joining" refuses, "has plans to" is a plan.
        lacking = filled.noun is not None and any(c.lower_ == "no" for c in filled.noun.children)
        return ("rejects", "REJECT") if lacking else None
    if stance == "offers" and filled.predicate.pos_ != "VERB" and _is_denied(filled.clause):
        return "rejects", "REJECT"
    if stance == "offers" and _is_kept_away(filled.clause):
        return "rejects", "REJECT"
    if stance == "offers" and _is_hostile(filled):
        return "threatens", "THREATEN"
    if stance == "offers" and filled.issue is not None and filled.issue.lemma_.lower() in load().classes["stand"]:
        return "supports", "SUPPORT"
    if stance == "threatens" and filled.predicate.lemma_ == "warn" and not _is_threat(filled):
        return None
    if stance == "threatens" and filled.issue is not None and _goes_on(filled.issue):
        return None
    if mood.future and filled.noun is not None and filled.noun.lemma_ == "motion":
        return "threatens", "THREATEN"
    if stance == "accuses" and mood.future and filled.predicate.lemma_ in load().classes["boycott"]:
        return "threatens", code
    if stance == "accuses" and _is_project(filled):
        return "rejects", code
    return stance, code


def _is_project(filled: Fit) -> bool:
    """Whether what is criticised is a plan or an offer: who runs it down does not want it."""
    blamed = filled.target if filled.target is not None else filled.issue
    return blamed is not None and blamed.lemma_.lower() in load().classes["projects"]


def _is_descriptive(verb: Token) -> bool:
    """ "Is letting oil through" charges rather than agrees; "resolutions adopted by the council" says which ones."""
    if verb.lemma_ in ("allow", "let", "permit"):
        return verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.lefts)
    return verb.lemma_ == "adopt" and verb.dep_ == "acl"


def _is_opinion(clause: Token) -> bool:
    """Whether what is agreed is how things are ("agreed that it was a mistake"), and not what shall be done."""
    if is_infinitive(clause) or clause.tag_ in ("VB", "VBG") or any(c.tag_ == "MD" for c in clause.lefts):
        return False
    return clause.pos_ == "AUX" or any(c.tag_ in ("VBZ", "VBD", "VBP") for c in (clause, *clause.lefts))


def _is_denied(clause: Token | None) -> bool:
    """Whether an infinitive is negated ("determined not to sign")."""
    return clause is not None and any(c.dep_ == "neg" for c in clause.lefts)


def _is_kept_away(clause: Token | None) -> bool:
    """Whether a party promises not to come, sit or talk: it refuses."""
    if clause is None or not _is_denied(clause):
        return False
    classes = load().classes
    return clause.lemma_ in classes["attend"] or clause.lemma_ in ("sit", "meet", "negotiate", "talk", "cooperate")


def _is_taking(thing: Token | None) -> bool:
    """Whether what is accepted is money or a gift ("accepted bribes"): it is taken, and nobody agrees to anything."""
    if thing is None:
        return False
    if thing.lemma_.lower() in TAKEN:
        return True
    return thing.ent_type_ == "MONEY" and not any(c.dep_ == "prep" for c in thing.rights)


def _is_aim(verb: Token) -> bool:
    """Whether the verb is what something is done for ("met to sign the deal"): nobody has agreed yet."""
    return verb.pos_ == "VERB" and verb.dep_ in ("advcl", "acl", "relcl") and is_infinitive(verb)


def _is_silent(filled: Fit) -> bool:
    """Whether somebody only would not talk ("declined to comment"): an answer is withheld, nothing is refused."""
    issue = filled.issue
    if issue is None or filled.frame.stance not in ("rejects", "withholds"):
        return False
    return issue.lemma_.lower() in load().classes["silent"]


def _is_hostile(filled: Fit) -> bool:
    """Whether what is announced would hurt ("willing to levy sanctions") and not undo a hurt ("to lift them")."""
    classes = load().classes
    if filled.issue is None:
        return False
    lemmas = [t.lemma_.lower() for t in below(filled.issue) if t.i >= filled.issue.left_edge.i]
    if any(word in classes["softening"] for word in lemmas):
        return False
    if filled.issue.pos_ == "VERB":
        doing = [t.lemma_.lower() for t in below(filled.issue) if t.pos_ == "VERB"]
        if any(word in classes["fight"] for word in doing):
            return True
    return any(t.lemma_.lower() in HURTS and _is_done(t) for t in below(filled.issue))


def _goes_on(deed: Token) -> bool:
    """ "Vowed to fight on": he does not give up, and strikes nobody."""
    return deed.pos_ == "VERB" and any(c.lower_ == "on" and c.n_rights == 0 for c in deed.rights)


def _is_done(noun: Token) -> bool:
    """Whether the noun is what a verb does or does it with ("levy sanctions"), not what another noun is about."""
    return noun.dep_ == "ROOT" or (
        noun.head.pos_ in ("VERB", "ADP", "AUX") and (noun.head.pos_ != "ADP" or noun.head.head.pos_ in ("VERB", "AUX"))
    )


def _is_threat(filled: Fit) -> bool:
    """Whether a warning says what the one who warns will do, and does not only foresee or report something."""
    clause = filled.clause
    if clause is None or any(p.kind == "clause" and p.mark == "to" for p in filled.frame.parts):
        return True
    about = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")), None)
    return mood_of(clause).future and about is not None and about.dep_ != "csubj" and about.tag_ != "VBG"
