"""What negation, tense and the thing at issue make of a stance."""

from __future__ import annotations

from parley.annotate.positions.frames import load
from parley.annotate.positions.grammar import Mood
from parley.annotate.positions.match import Fit
from parley.model.findings import Stance


def turn(filled: Fit, mood: Mood) -> tuple[Stance, str] | None:
    """Stance and PLOVER root as the sentence puts it; None where it tells no stance.

    "has not agreed" and "has yet to agree" withhold, "will not agree" rejects, "does not support" rejects;
    "did not rule out" tells no stance: leaving a thing open is neither wanting nor refusing it.
    What is merely supposed ("if it agrees", "might accept") is nobody's stance.
    """
    frame = filled.frame
    stance, code = frame.stance, frame.code
    if mood.supposed or _is_silent(filled):
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
    if stance == "offers" and _is_hostile(filled):
        return "threatens", "THREATEN"
    return stance, code


def _is_silent(filled: Fit) -> bool:
    """Whether somebody only would not talk ("declined to comment"), which is no stance on anything."""
    issue = filled.issue
    if issue is None or filled.frame.stance not in ("rejects", "withholds"):
        return False
    return issue.lemma_.lower() in load().classes["silent"]


def _is_hostile(filled: Fit) -> bool:
    """Whether what is announced would hurt ("willing to levy sanctions") and not undo a hurt ("to lift them")."""
    classes = load().classes
    if filled.issue is None:
        return False
    lemmas = [t.lemma_.lower() for t in filled.issue.subtree if t.i >= filled.issue.left_edge.i]
    if any(word in classes["softening"] for word in lemmas):
        return False
    if filled.issue.pos_ == "VERB":
        doing = [t.lemma_.lower() for t in filled.issue.subtree if t.pos_ == "VERB"]
        if any(word in classes["fight"] for word in doing):
            return True
    return any(word in ("sanction", "tariff", "retaliation", "pressure", "lawsuit", "force", "war") for word in lemmas)
