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
    own_subject,
    passive,
    prepositional,
    undergoer,
)
from parley.annotate.events.lexicon import Kind, Pattern, load
from parley.annotate.events.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_SENTENCE = 250
"""In tokens: beyond it the parse is one bush, and looking through its branches for each of them is quadratic."""
COMPLEMENTS = ("xcomp", "ccomp")
WHEN = frozenset(["time", "way", "reason", "moment", "place", "day", "year", "week", "night"])
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
    if pos in ("NOUN", "PROPN"):
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
        "of": any(p == "of" and _is(tests.get("of"), n, scene) for p, n in preps),
        "for": any(p == "for" and _is(tests.get("for"), n, scene) for p, n in preps),
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
    if tests.get("passive") and not is_passive:
        return False
    target = undergoer(verb) or _relativised(verb)
    if target is not None and target.dep_ == "dobj" and target.lower_ in RELATIVES and verb.dep_ == "relcl":
        target = verb.head  # "the people whom the boats landed"
    if tests.get("bare") and children(verb, "dobj"):
        return False
    if "obj" in tests and not (target is not None and _is(tests["obj"], target, scene)):
        return False
    if "obj_mod" in tests and not (target is not None and _any(tests["obj_mod"], modifiers(target))):
        return False
    if _any(tests.get("no_obj"), {target.lemma_.lower()} if target is not None else set()):
        return False
    if "subj" in tests:
        source = target if tests.get("passive") else doer(verb)
        if source is None and is_passive and "obj" in tests and not tests.get("done"):
            pass  # "was hit in a raid": the doer goes unsaid
        elif source is None or not _is(tests["subj"], source, scene) or _is(tests.get("no_subj"), source, scene):
            return False
    if "prt" in tests and not _any(tests["prt"], {c.lower_ for c in children(verb, "prt", "advmod", "prep")}):
        return False
    preps = prepositional(verb)
    if "prep" in tests and not _any(tests["prep"], {p for p, _ in preps} | {c.lower_ for c in children(verb, "prep")}):
        return False
    if _any(tests.get("no_prep"), {p for p, _ in preps}):
        return False
    if tests.get("timed") and not _timed(verb):
        return False
    if tests.get("to_party") and not any(p in ("with", "to") and _speaks_to(n, scene) for p, n in preps):
        return False
    if "with" in tests:
        near = {n.lemma_.lower() for _, n in preps} | {
            c.lemma_.lower() for c in children(verb, "advmod", "acomp", "xcomp")
        }
        near |= {m for _, n in preps for m in (c.lemma_.lower() for c in n.lefts)}
        if not (_any(tests["with"], near) or any(_is(tests["with"], n, scene) for _, n in preps if p_ok(n))):
            return False
    if "no_with" in tests and _any(tests["no_with"], {n.lemma_.lower() for _, n in preps}):
        return False
    if tests.get("no_by") and agent(verb) is not None:
        return False
    if "oprd" in tests and not any(_is(tests["oprd"], c, scene) for c in _predicates(verb)):
        return False
    if "complement" in tests:
        wanted = tests["complement"]
        given = children(verb, *COMPLEMENTS)
        if not given or not (
            isinstance(wanted, frozenset) and ("@any" in wanted or any(c.lemma_ in wanted for c in given))
        ):
            return False
    return not (tests.get("bare_complement") and children(verb, "prep", "oprd", "xcomp", "ccomp"))


def _relativised(verb: Token) -> Token | None:
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


def _predicates(verb: Token) -> list[Token]:
    """What the verb makes of its object: complements, and what stands beside a day ("declared Monday a day of …")."""
    beside = [noun for day in children(verb, "npadvmod") for noun in children(day, "appos")]
    return children(verb, "oprd", "attr", "dobj", "appos") + beside


def _timed(verb: Token) -> bool:
    """Whether the verb's clause says when."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod", "prep") and any(
            t.ent_type_ in ("DATE", "TIME") for t in (child, *child.children)
        ):
            return True
    return False


def p_ok(noun: Token) -> bool:
    """Whether a prepositional object is a noun at all."""
    return noun.pos_ in ("NOUN", "PROPN", "PRON")


def _speaks_to(noun: Token, scene: Scene) -> bool:
    """Whether one may be called up: a person, party or leader, not the press or a crowd."""
    words = {noun.lemma_.lower(), *(c.lemma_.lower() for c in noun.lefts)}
    classes = load().classes
    if words & {w.lower() for w in classes["press"]}:
        return False
    return scene.kind(noun) in ("person", "place", "group") or noun.lemma_.lower() in classes["delegates"]


def _is(test: frozenset[str] | bool | None, noun: Token, scene: Scene) -> bool:
    """Whether a noun is one of the lemmas or special classes of a test."""
    if not isinstance(test, frozenset):
        return False
    lemma = noun.lemma_.lower()
    if "@any" in test or lemma in test or noun.lower_ in test:
        return True
    if noun.pos_ == "NUM" and "hostage" in test:
        return True  # "the six were let go": people told of before
    specials = [w for w in test if w[0] == "@"]
    if not specials:
        return _counted(test, noun)
    for special in specials:
        if special == "@pronoun" and noun.pos_ == "PRON":
            return True
        if special == "@number" and noun.pos_ == "NUM":
            return True
        if special == "@called" and _called(noun, scene):
            return True
        if special in ("@person", "@leader") and (
            scene.kind(noun) == "person"
            or noun.lower_ in ("he", "she", "him", "her")
            or lemma in load().classes["delegates"]
        ):
            return True
        if special == "@party" and (scene.kind(noun) is not None or noun.lower_ in ("he", "she", "they", "we", "it")):
            return True
        if special == "@placename" and (scene.kind(noun) == "place" or lemma in load().classes["place_word"]):
            return True
        if special == "@name" and noun.pos_ == "PROPN":
            return True
        force = lemma in load().classes["force_word"] or noun.pos_ == "PRON"
        if special == "@force" and (force or scene.kind(noun) is not None):
            return True
        if special == "@target" and lemma in load().classes["target"]:
            return True
        court = noun.pos_ == "PROPN" and "ourt" in noun.text
        if special == "@court" and (court or lemma in load().classes["court_word"]):
            return True
    return _counted(test, noun)


def _called(noun: Token, scene: Scene) -> bool:
    """Whether the noun is a name with an article, as ships have it, and no known place or body ("the Aurora")."""
    if noun.pos_ != "PROPN" or scene.kind(noun) in ("place", "organisation", "group"):
        return False
    return any(c.dep_ == "det" and c.lower_ == "the" for c in noun.lefts)


def _counted(test: frozenset[str], noun: Token) -> bool:
    """Whether what the noun counts or names is in the test ("dozens of prisoners", "the ferry Aurora")."""
    if any(c.dep_ == "compound" and c.lemma_.lower() in test for c in noun.lefts):
        return noun.pos_ == "PROPN" or noun.text[:1].isupper()
    return any(p == "of" and (n.lemma_.lower() in test or n.lower_ in test) for p, n in prepositional(noun))
