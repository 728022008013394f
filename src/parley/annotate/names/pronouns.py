"""Third-person pronouns: whom they mean, by gender, recency and rank in the sentence.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), with the weights of news English:
a subject outranks other parts, a name in someone's quoted words is no antecedent for the narrator's pronoun, someone
who is quoted does not call himself he, and where two antecedents are about as good, none is taken.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry, View

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
LESSER = frozenset(("poss", "compound", "pobj", "appos", "nmod"))
REACH = 4
"""The narrator's sentences back within which an antecedent is sought."""
MARGIN = 5
"""How much better than the next the best antecedent must be."""
FARTHEST = 400
"""Mentions of people back beyond which nobody is looked for."""
EARLY = 4
"""Mentions of people up to which a report is still at its beginning."""
SENTENCE = 20
"""What each sentence between costs."""
SUBJECT = 24
MAIN = 12
"""What it adds to be the subject of the whole sentence rather than of a clause in it."""
PARAGRAPH = 16
"""What it costs to be named in another paragraph only."""
UNLIKE = 20
"""What it costs to have a given name that is likely of the other gender, where nothing else tells."""
NO_WOMAN = 56
"""What it costs "she" to mean a name that tells nothing, where a woman is named in the sentence or the one before."""
SPEAKER = 40
"""What it costs inside a quotation to be its likely speaker."""

Trail = list[tuple[int, str, int]]
"""Mentions of people: token, entry, head token; in order."""


def find_pronouns(cast: Cast) -> None:
    """Resolve each he and she of the report, from left to right, so that pronouns hand their referent on."""
    view = cast.view
    trail: Trail = sorted(
        (m.start, local, view.head_of(m.start, m.end))
        for m, local in cast.marks
        if cast.entries[local].kind == "person"
    )
    if not trail:
        return
    told, paragraphs = narrated(view), _paragraphs(view)
    for at, word in enumerate(view.words):
        gender = SINGULAR.get(word.lower())
        if gender is None:
            continue
        local = _antecedent(cast, trail, told, paragraphs, at, gender)
        cast.pronouns[at] = local
        if local is not None:
            entry = cast.entries[local]
            if not view.quoted[at]:
                entry.gender = entry.gender or gender
            entry.mentions.append((view.starts[at], view.end(at), "pronoun"))
            insort(trail, (at, local, at))


def narrated(view: View) -> list[int]:
    """For each sentence, how many sentences up to it hold words of the narrator: quoted ones put nothing between."""
    own: dict[int, bool] = {}
    for at, sentence in enumerate(view.sentence):
        if view.pos[at] in ("VERB", "AUX", "NOUN", "PROPN", "PRON") and not view.quoted[at]:
            own[sentence] = True
    counts, count = [], 0
    for sentence in range(view.sentence[-1] + 1 if view.sentence else 0):
        count += own.get(sentence, False)
        counts.append(count)
    return counts


def _antecedent(cast: Cast, trail: Trail, told: list[int], paragraphs: list[int], at: int, gender: str) -> str | None:
    view = cast.view
    here = view.sentence[at]
    scores: dict[str, int] = {}
    women: set[str] = set()
    index = bisect_left(trail, (at, "", 0))
    for start, local, head in reversed(trail[max(0, index - 60) : index]):
        entry = cast.entries[local]
        there = view.sentence[start]
        distance = told[here] - told[there] if not view.quoted[at] else min(here - there, told[here] - told[there] + 1)
        if distance > REACH:
            break
        if not fits(entry, gender) or (view.quoted[start] and not view.quoted[at]) or _barred(view, head, at):
            continue
        if view.deps[head] == "appos" and view.deps[view.heads[head]] in SUBJECTS:
            head = view.heads[head]  # "His lawyer, Ada Moss, said …": she is the subject
        score = 100 - SENTENCE * distance + min(4, len(entry.mentions))
        if view.deps[head] in SUBJECTS:
            score += MAIN if distance and view.deps[view.heads[head]] == "ROOT" else 0
            score += SUBJECT if not view.quoted[at] or view.quoted[start] else SUBJECT - SPEAKER
            # Same function in the sentence before: "Rossi met Bianchi. He …"
            score += 6 if view.deps[at] in SUBJECTS else 0
        elif view.deps[head] in LESSER:
            score -= 8
        if not distance:
            # Within a sentence the nearer clause's subject is meant: "Weber found that Rossi had misled his voters".
            score -= min(12, (at - start) // 3)
        if paragraphs[start] != paragraphs[at]:
            score -= PARAGRAPH
        if entry.gender is None:
            score -= 8 if sounds(entry.name) in (None, gender) else UNLIKE
        scores[local] = max(scores.get(local, 0), score)
        if gender == "f" and entry.gender == gender and distance <= 1:
            women.add(local)
    if women:
        for local in scores.keys() - women:
            entry = cast.entries[local]
            if entry.gender is None and sounds(entry.name) != gender:
                scores[local] -= NO_WOMAN
    if not scores:
        return _only(cast, trail[max(0, index - FARTHEST) : index], at, gender)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _paragraphs(view: View) -> list[int]:
    """For each token, in which paragraph it stands."""
    found, count, end = [], 0, 0
    for at, start in enumerate(view.starts):
        count += "\n" in view.source[end:start] or (at > 0 and "\n" in view.words[at - 1])
        found.append(count)
        end = view.end(at)
    return found


@cache
def sounds(name: str) -> str | None:
    """The gender that a given name's ending makes likely ("Danuta", "Rosalía"), in most languages of Europe."""
    first = name.split()[0].lower() if " " in name else ""
    return "f" if len(first) > 3 and first[-1] in "aá" and first.capitalize() not in lexicons.given_names() else None


def fits(entry: Entry, gender: str) -> bool:
    """Whether nothing speaks against the entry being meant by a pronoun of this gender."""
    return entry.gender is None or entry.gender == gender


def _barred(view: View, head: int, at: int) -> bool:
    """Whether grammar forbids it: an object pronoun is not its own verb's subject ("Weber met him")."""
    if view.words[at].lower() not in ("him", "her") or view.deps[at] not in ("dobj", "pobj", "dative"):
        return False
    verb = view.heads[at]
    while view.pos[verb] == "ADP" and view.heads[verb] != verb:
        verb = view.heads[verb]
    return view.deps[head] in SUBJECTS and view.heads[head] == verb


def _only(cast: Cast, trail: Trail, at: int, gender: str) -> str | None:
    """Farther back, the only person of that gender named so far; before any, the only one in the headline."""
    seen: list[str] = []
    for start, local, _ in trail:
        if cast.view.quoted[start] and not cast.view.quoted[at]:
            continue
        if cast.entries[local].gender == gender and local not in seen:
            seen.append(local)
    if not seen and len(trail) < EARLY:
        seen = [e.id for e in cast.persons() if fits(e, gender) and e.name.split()[-1] in cast.view.headline]
    return seen[0] if len(seen) == 1 else None
