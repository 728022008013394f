"""Which words of a report tell an event, and of which kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.annotate.events.arguments import (
    RELATIVES,
    agent,
    children,
    doer,
    governing_verb,
    passive,
    prepositional,
    undergoer,
)
from parley.annotate.events.classes import belongs, speaks_to
from parley.annotate.events.frames import near_words, predicates, relativised, timed
from parley.annotate.events.lexicon import Kind, Pattern, load
from parley.annotate.events.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_SENTENCE = 250
"""In tokens: beyond it the parse is one bush, and looking through its branches for each of them is quadratic."""
COMPLEMENTS = ("xcomp", "ccomp")
NOUN_TESTS = ("mod", "prep", "of", "for", "gov", "poss")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event: `verb` where it does so as a verb."""

    token: Token
    kind: Kind
    verb: bool
    status: str | None = None


def find_triggers(scene: Scene) -> Iterator[Trigger]:
    """Every trigger of the report, in order; none in what is no sentence but a list or a flood of words."""
    told: set[str] = set()
    for sentence in scene.reading.doc.sents:
        if len(sentence) <= LONGEST_SENTENCE:
            for token in sentence:
                found = _trigger(token, scene, told)
                if found is not None:
                    told.add(found.kind.name)
                    yield found


def _trigger(token: Token, scene: Scene, told: set[str]) -> Trigger | None:
    """What the token tells, the kinds `told` so far being known."""
    pos = token.pos_
    if pos in ("NOUN", "PROPN") and (pos == "NOUN" or token.ent_type_ != "DATE"):
        # (a name in a date is a month: "in March")
        lemma, nouns = token.lemma_.lower(), load().nouns
        patterns = nouns.get(_joined(token, lemma)) or nouns.get(lemma)
        if patterns and (token.dep_ != "compound" or token.head.pos_ in ("NOUN", "PROPN")):
            found = next((p for p in patterns if _noun_holds(p, token, scene, p.kind.name in told)), None)
            return Trigger(token, found.kind, False, found.status) if found is not None else None
    elif pos == "VERB":
        lemma, verbs = token.lemma_.lower(), load().verbs
        patterns = verbs.get(_joined(token, lemma)) or verbs.get(lemma) or verbs.get(_whole(token, lemma))
        if patterns and token.dep_ not in ("amod", "compound"):
            found = next((p for p in patterns if _verb_holds(p, token, scene)), None)
            return Trigger(token, found.kind, True, found.status) if found is not None else None
    return None


def _joined(token: Token, lemma: str) -> str:
    """The lemma with what a hyphen joins to it ("cease-fire" is three tokens)."""
    if token.i >= 2 and token.nbor(-1).lower_ == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{lemma}"
    return lemma


def _whole(verb: Token, lemma: str) -> str:
    """The lemma with the mute e that the pipeline's lemmas drop from rare participles ("fined" is to "fine")."""
    return f"{lemma}e" if verb.lower_ == f"{lemma}ed" else lemma


def modifiers(noun: Token) -> set[str]:
    """Lemmas of the words that stand before a noun and narrow it, those before hyphens among them."""
    found: set[str] = set()
    if noun.dep_ == "compound":
        # "the prisoner exchange deal": the parse hangs both on the last noun.
        found.update(c.lemma_.lower() for c in noun.head.lefts if c.i < noun.i and c.dep_ in ("compound", "amod"))
    for child in noun.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "poss", "advmod", "npadvmod"):
            found.add(child.lemma_.lower())
            found.add(child.lower_)
            for inner in child.lefts:
                if inner.dep_ in ("compound", "amod", "npadvmod", "nummod", "nmod", "conj"):
                    found.add(inner.lemma_.lower())
            found.update(c.lemma_.lower() for c in child.rights if c.dep_ in ("conj", "prep", "pobj"))
    return found


def _noun_holds(pattern: Pattern, noun: Token, scene: Scene, told: bool) -> bool:
    """Whether the noun tells the pattern's kind; where that was `told` before, "the call" takes it up without more."""
    tests = pattern.tests
    if tests.get("plural") and noun.tag_ not in ("NNS", "NNPS"):
        return False
    mods = modifiers(noun)
    if _any(tests.get("no_mod"), mods):
        return False
    preps = [(p, n) for p, n in prepositional(noun)]
    if _any(tests.get("no_prep"), {p for p, _ in preps}):
        return False
    verb = governing_verb(noun)
    governor = {verb.lemma_.lower()} if verb is not None else set()
    governor |= {c.lemma_.lower() for c in noun.children if c.dep_ in ("acl", "relcl")}
    if _any(tests.get("no_gov"), governor):
        return False
    if not any(k in tests for k in NOUN_TESTS):
        return True
    asked = {
        "mod": _any(tests.get("mod"), mods) or _special_modifier(tests.get("mod"), noun, scene),
        "prep": _any(tests.get("prep"), {p for p, _ in preps}),
        "of": any(p == "of" and belongs(tests.get("of"), n, scene) for p, n in preps),
        "for": any(p == "for" and belongs(tests.get("for"), n, scene) for p, n in preps),
        "gov": _any(tests.get("gov"), governor),
        "poss": bool(tests.get("poss") and (children(noun, "poss") or any(c.ent_type_ == "DATE" for c in noun.lefts))),
    }
    needed = tests.get("need")
    if isinstance(needed, frozenset):
        return all(asked[k] for k in needed)
    known = told and any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.lefts) and not preps
    return known or any(asked.values())


def _special_modifier(test: frozenset[str] | bool | None, noun: Token, scene: Scene) -> bool:
    if not isinstance(test, frozenset) or not test & {"@place", "@placename", "@name"}:
        return False
    return any(
        c.dep_ in ("compound", "poss", "nmod") and c.pos_ == "PROPN" and scene.kind(c) in ("place", None)
        for c in noun.lefts
    )


def _any(test: frozenset[str] | bool | None, words: set[str]) -> bool:
    return isinstance(test, frozenset) and not test.isdisjoint(words)


def _verb_holds(pattern: Pattern, verb: Token, scene: Scene) -> bool:
    tests = pattern.tests
    is_passive = passive(verb)
    if (tests.get("passive") and not is_passive) or (tests.get("active") and is_passive):
        return False
    target = undergoer(verb) or relativised(verb)
    if target is not None and target.dep_ == "dobj" and target.lower_ in RELATIVES and verb.dep_ == "relcl":
        target = verb.head  # "the people whom the boats landed"
    if tests.get("bare") and children(verb, "dobj"):
        return False
    if "obj" in tests and not (target is not None and belongs(tests["obj"], target, scene)):
        return False
    if "obj_mod" in tests and not (target is not None and _any(tests["obj_mod"], modifiers(target))):
        return False
    if _any(tests.get("no_obj"), {target.lemma_.lower()} if target is not None else set()):
        return False
    if "subj" in tests:
        source = target if tests.get("passive") else doer(verb)
        if source is None and is_passive and tests.get("bare") and verb.dep_ == "acl" and verb.head.dep_ == "ROOT":
            source = verb.head  # a verb without object has no such participle: "the bus overturned" misread
        if source is None and is_passive and "obj" in tests and not tests.get("done"):
            pass  # "was hit in a raid": the doer goes unsaid
        elif (
            source is None or not belongs(tests["subj"], source, scene) or belongs(tests.get("no_subj"), source, scene)
        ):
            return False
    if "prt" in tests and not _any(tests["prt"], {c.lower_ for c in children(verb, "prt", "advmod", "prep")}):
        return False
    preps = prepositional(verb)
    if "prep" in tests and not _any(tests["prep"], {p for p, _ in preps} | {c.lower_ for c in children(verb, "prep")}):
        return False
    if _any(tests.get("no_prep"), {p for p, _ in preps}):
        return False
    if tests.get("timed") and not timed(verb):
        return False
    if tests.get("to_party") and not any(p in ("with", "to") and speaks_to(n, scene) for p, n in preps):
        return False
    if "with" in tests and not (
        _any(tests["with"], near_words(verb, preps))
        or any(belongs(tests["with"], n, scene) for _, n in preps if n.pos_ in ("NOUN", "PROPN", "PRON"))
    ):
        return False
    if "no_with" in tests and _any(tests["no_with"], {n.lemma_.lower() for _, n in preps}):
        return False
    if tests.get("no_by") and agent(verb) is not None:
        return False
    if "oprd" in tests and not any(belongs(tests["oprd"], c, scene) for c in predicates(verb)):
        return False
    if "complement" in tests:
        wanted = tests["complement"]
        given = children(verb, *COMPLEMENTS)
        if not given or not (
            isinstance(wanted, frozenset) and ("@any" in wanted or any(c.lemma_ in wanted for c in given))
        ):
            return False
    return not (tests.get("bare_complement") and children(verb, "prep", "oprd", "xcomp", "ccomp"))
