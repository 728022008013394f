"""Third-person pronouns: whom they mean, by gender, recency and rank in the sentence.

After Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), with the weights of news English:
a subject outranks other parts, a name in someone's quoted words is no antecedent for the narrator's pronoun, and where
two antecedents are about as good, none is taken.
"""

from __future__ import annotations

from bisect import bisect_left

from parley.annotate.names.cast import Cast, Entry

SINGULAR = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
REACH = 4
"""Sentences back within which an antecedent is sought."""
MARGIN = 6
"""How much better than the next the best antecedent must be."""

Trail = list[tuple[int, str, int]]


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
    for at, word in enumerate(view.words):
        gender = SINGULAR.get(word.lower())
        if gender is None:
            continue
        local = _antecedent(cast, trail, at, gender)
        cast.pronouns[at] = local
        if local is not None:
            entry = cast.entries[local]
            entry.gender = entry.gender or gender
            entry.mentions.append((view.starts[at], view.end(at), "pronoun"))
            cast.at[at] = local
            trail.insert(bisect_left(trail, (at, local, at)), (at, local, at))


def _antecedent(cast: Cast, trail: Trail, at: int, gender: str) -> str | None:
    view = cast.view
    here = view.sentence[at]
    scores: dict[str, int] = {}
    index = bisect_left(trail, (at, "", 0))
    for start, local, head in reversed(trail[max(0, index - 60) : index]):
        entry = cast.entries[local]
        distance = here - view.sentence[start]
        if distance > REACH:
            break
        if (
            not fits(entry, gender)
            or (view.quoted[start]
            and not view.quoted[at])
            or _barred(cast, head, at, distance)
        ):
            continue
        score = 100 - 18 * distance
        if view.deps[head] in SUBJECTS:
            score += 24 if distance else 20
        elif view.deps[head] in ("poss", "compound", "pobj", "appos"):
            score -= 8
        if entry.gender is None:
            score -= 8
        score += min(8, len(entry.mentions))
        # Same function in the sentence before: "Rossi met Bianchi. He …"
        if view.deps[at] in SUBJECTS and view.deps[head] in SUBJECTS:
            score += 6
        scores[local] = max(scores.get(local, 0), score)
    if not scores:
        return _only(cast, trail[:index], at, gender)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def fits(entry: Entry, gender: str) -> bool:
    """Whether nothing speaks against the entry being meant by a pronoun of this gender."""
    return entry.gender is None or entry.gender == gender


def _barred(cast: Cast, head: int, at: int, distance: int) -> bool:
    """Whether grammar forbids it: an object pronoun is not its own verb's subject ("Weber met him")."""
    view = cast.view
    if (
        distance
        or view.words[at].lower() not in ("him", "her")
        or view.deps[at] not in ("dobj", "pobj", "dative")
    ):
        return False
    verb = view.heads[at]
    while view.pos[verb] == "ADP" and view.heads[verb] != verb:
        verb = view.heads[verb]
    return view.deps[head] in SUBJECTS and view.heads[head] == verb


def _only(cast: Cast, trail: Trail, at: int, gender: str) -> str | None:
    """Farther back, the antecedent is taken only where a single person of that gender was named before."""
    seen: list[str] = []
    for start, local, _ in trail:
        if cast.view.quoted[start] and not cast.view.quoted[at]:
            continue
        entry = cast.entries[local]
        if entry.gender == gender and local not in seen:
            seen.append(local)
    return seen[0] if len(seen) == 1 else None
