"""What is worded like a position and is none: the habits of people in general, what is one's own defended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.positions.draft import Draft
from parley.annotate.positions.parties import OWN
from parley.annotate.positions.words import lemmas
from parley.model.findings import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

HABITUAL = lemmas("typically usually generally normally routinely commonly traditionally sometimes")
SOME = lemmas("many some few most others several those anyone anybody everyone everybody")
INDEFINITE = lemmas("a an any every each no another")
SPEECH = lemmas(
    "claim comment remark criticism statement word tweet speech view assertion accusation allegation characterization "
    "characterisation description joke question choice record conduct behavior behaviour performance use"
)
HOME = lemmas(
    "country nation people homeland border freedom citizen liberty family child land territory soil city home border "
    "border himself itself themselves americans sovereignty title position"
)
UPHOLD = lemmas("defend uphold embrace respect protect")


def is_trivial(draft: Draft) -> bool:
    """Whether a draft tells what people do in general, or that somebody defends what is his own."""
    return _is_habit(draft) or _is_own_defence(draft)


def _is_habit(draft: Draft) -> bool:
    """ "Doctors usually recommend", "a state that does not recognise", "companies that refuse": no party to a story."""
    verb = draft.predicate
    if any(c.lower_ in HABITUAL for c in verb.children):
        return True
    source = draft.source
    if isinstance(source, Party):
        return False
    if source.lower_ in SOME and not any(c.lower_ == "of" for c in source.rights):
        return True
    if source.pos_ not in ("NOUN", "PROPN") or source.ent_type_ not in ("", "NORP"):
        return False
    if verb.dep_ == "acl" and source.tag_ == "NNS" and source.n_lefts == 0 and source.ent_type_ == "":
        return True  # "militiamen backed by soldiers" says which ones
    opening = [c for c in source.lefts if c.dep_ in ("det", "poss", "nummod", "amod", "compound", "nmod")]
    if source.tag_ in ("NNS", "NNPS"):
        loose = not any(c.dep_ in ("det", "poss", "nummod") or c.pos_ == "PROPN" or c.ent_type_ for c in opening)
    else:
        loose = any(c.lower_ in INDEFINITE for c in opening)
    return loose and source.dep_ != "appos" and _within(verb, source)


def _within(verb: Token, noun: Token) -> bool:
    """Whether the verb stands in a relative clause or participle that says which ones are meant."""
    at = verb
    for _ in range(4):
        if at.dep_ in ("relcl", "acl"):
            return at.head == noun
        if at.dep_ not in ("conj", "xcomp", "acomp", "ccomp"):
            return False
        at = at.head
    return False


def _is_own_defence(draft: Draft) -> bool:
    """ "Defended his remarks", "to defend our country"."""
    verb = draft.predicate
    issue = draft.issue
    if issue is not None and issue.pos_ == "VERB":
        verb = issue
        issue = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if draft.stance != "supports" or issue is None or verb.lemma_ not in UPHOLD:
        return False
    if issue.lemma_.lower() in HOME or issue.lower_ in HOME:
        return True
    own = any(c.dep_ == "poss" and c.lower_ in OWN for c in issue.children)
    return own and (issue.lemma_.lower() in SPEECH or issue.n_rights == 0)
