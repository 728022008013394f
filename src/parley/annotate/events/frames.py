"""What stands around a verb beyond its plain object: relative heads, predicates, the words of its phrases, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.events.arguments import RELATIVES, children, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

WHEN = frozenset(["time", "way", "reason", "moment", "place", "day", "year", "week", "night"])


def timed(verb: Token) -> bool:
    """Whether the verb's clause says when."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod", "prep") and any(
            t.ent_type_ in ("DATE", "TIME") for t in (child, *child.children)
        ):
            return True
    return False


def relativised(verb: Token) -> Token | None:
    """The noun that a relative clause without pronoun or object has for its object ("the papers they handed in")."""
    own = own_subject(verb)
    if verb.dep_ != "relcl" or own is None or own.lower_ in RELATIVES or own.dep_ != "nsubj":
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp", "xcomp", "attr") or child.tag_ in ("WRB", "WP", "WDT"):
            return None
        if child.dep_ == "prep" and not any(c.dep_ in ("pobj", "pcomp", "prep") for c in child.children):
            return None  # "the house he lived in"
    return None if verb.head.ent_type_ in ("DATE", "TIME") or verb.head.lemma_ in WHEN else verb.head


def near_words(verb: Token, preps: list[tuple[str, Token]]) -> set[str]:
    """The words of the verb's phrases, those among them that the parse takes for verbs ("for questioning")."""
    near = {n.lemma_.lower() for _, n in preps} | {c.lemma_.lower() for c in children(verb, "advmod", "acomp", "xcomp")}
    near |= {m for _, n in preps for m in (c.lemma_.lower() for c in n.lefts)}
    near |= {c.lower_ for prep in children(verb, "prep") for c in children(prep, "pcomp")}
    # "went missing", "held them hostage"
    bare = (c for c in children(verb, "advcl") if not children(c, "mark", "aux", "nsubj", "advmod", "dobj"))
    return near | {c.lower_ for c in bare if c.tag_ in ("VB", "VBP", "VBG")}


def predicates(verb: Token) -> list[Token]:
    """What the verb makes of its object: complements, and what stands beside a day ("declared Monday a day of …")."""
    beside = [noun for day in children(verb, "npadvmod") for noun in children(day, "appos")]
    return children(verb, "oprd", "attr", "dobj", "appos") + beside
