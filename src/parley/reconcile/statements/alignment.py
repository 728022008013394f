"""Alignment: which renderings of a story are versions of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from parley.reconcile.draft import Draft
from parley.reconcile.statements.likeness import Likeness, in_order, nested
from parley.reconcile.statements.originals import of_original
from parley.reconcile.statements.renderings import Rendering, of_report
from parley.reconcile.statements.speakers import Speakers
from parley.text.polarity import same_polarity
from parley.text.shingles import meeting_pairs, shingle
from parley.text.weights import Weights
from parley.text.words import stem

_KEYS = 8
"""Rarest stems of a rendering by which it is looked up; more make no better candidates, only more of them."""
_FEW = 2
_MEANT = 12
"""Meanings of a quotation by whose pairs it is looked up, so that one reworded throughout is found."""
_HELD = 0.6
_NEXT = 120
"""Code points between two quoted sentences that stand side by side: room for a cue."""
_CROWD = 50
_REPEATED = 0.9
_ROOM = 1.3


@dataclass(frozen=True, slots=True)
class Utterance:
    """All renderings of one sentence, in order of report and place."""

    renderings: tuple[Rendering, ...]

    @property
    def reports(self) -> set[str]:
        return {r.report for r in self.renderings}


def align(draft: Draft) -> list[Utterance]:
    """The story's utterances, in order of their least witness."""
    return align_renderings(gather(draft), Speakers(draft.names))


def gather(draft: Draft) -> list[Rendering]:
    """Every rendering of the story, in order of report, statement and unit; an original's sentences among them."""
    return [
        rendering
        for report in draft.reports
        for rendering in (of_original(draft, report) if report.original else of_report(draft, report))
    ]


def align_renderings(renderings: Sequence[Rendering], speakers: Speakers) -> list[Utterance]:
    """Renderings grouped into utterances: best pairs first, no join that two sentences of one report forbid."""
    likeness = Likeness(renderings, speakers)
    scores = {
        pair: score
        for pair in candidates(renderings, likeness.weights)
        if (score := likeness.score(renderings[pair[0]], renderings[pair[1]])) > 0
    }
    home = list(range(len(renderings)))
    members = {at: [at] for at in home}

    def join(pairs: Mapping[tuple[int, int], float]) -> None:
        for (a, b), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
            one, other = sorted((home[a], home[b]))
            if one != other and _may_join(renderings, members[one], members[other], scores):
                for at in members[other]:
                    home[at] = one
                members[one] += members.pop(other)

    join(scores)
    beside = {
        pair: score
        for pair in neighbours(renderings, list(members.values()))
        if pair not in scores and (score := likeness.beside(renderings[pair[0]], renderings[pair[1]])) > 0
    }
    scores |= beside
    join(beside)
    groups = [tuple(renderings[at] for at in sorted(group)) for group in members.values()]
    ordered = sorted(groups, key=lambda g: min((r.report, r.start) for r in g))
    return [Utterance(tuple(sorted(g, key=lambda r: (r.report, r.start, r.key)))) for g in ordered]


def candidates(renderings: Sequence[Rendering], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of renderings worth comparing: they share rare stems, or a run of words inside quotation marks.

    Each rendering is indexed by pairs of its rarest stems and by runs of three words, and keys that many have are
    passed over, so the work grows nearly in line with the number of renderings.
    """
    keys = {at: list(_keys(rendering, weights)) for at, rendering in enumerate(renderings)}
    for pair, _ in meeting_pairs(keys):
        yield pair


def _keys(rendering: Rendering, weights: Weights) -> Iterator[tuple[str, ...]]:
    rarest = weights.rarest(rendering.stems, _KEYS)
    if len(rarest) <= _FEW:
        yield from ((one,) for one in rarest)
    for at, one in enumerate(rarest):
        for other in rarest[at + 1 :]:
            yield tuple(sorted((one, other)))
    if rendering.quoted:
        yield from shingle([stem(w.form) for w in rendering.inner if not w.is_gap], 3)
    if rendering.whole or not rendering.quoted:
        meant = sorted(set(rendering.meanings))[:_MEANT]
        yield from (("~", one, other) for at, one in enumerate(meant) for other in meant[at + 1 :])


def neighbours(renderings: Sequence[Rendering], groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of quoted sentences that stand next to versions of one sentence, both before it or both after it."""
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    quoting = sorted((at for at, r in enumerate(renderings) if r.whole), key=lambda at: renderings[at].place)
    for one, other in pairwise(quoting):
        left, right = renderings[one], renderings[other]
        if left.report == right.report and right.start - left.clauses[-1].end <= _NEXT:
            after[one], before[other] = other, one
    found: dict[tuple[int, int], None] = {}
    for group in groups:
        for beside in (after, before):
            stand = sorted({beside[at] for at in group if at in beside} - set(group))
            pairs = combinations(stand, 2) if len(stand) <= _CROWD else pairwise(stand)
            found |= dict.fromkeys(pairs)
    yield from sorted(found)


def _may_join(
    renderings: Sequence[Rendering], left: Sequence[int], right: Sequence[int], scores: dict[tuple[int, int], float]
) -> bool:
    """Whether no two members contradict each other.

    Two sentences of one report join only if one repeats the other, or if a third version holds both, as where one
    report breaks in two what another gives in one.
    """
    both = (*left, *right)

    def alike(a: int, b: int) -> bool:
        return (min(a, b), max(a, b)) in scores

    for a, b in product(left, right):
        one, other = renderings[a], renderings[b]
        if one.report != other.report or nested(one, other):
            continue
        if one.whole and other.whole:
            if _repeats(one, other) or any(_parted(renderings[c], one, other) for c in both if c not in (a, b)):
                continue
        elif alike(a, b) or any(alike(a, c) and alike(b, c) for c in both if renderings[c].report != one.report):
            continue
        return False
    return True


def _repeats(one: Rendering, other: Rendering) -> bool:
    """Whether one quotation says the other again, whole or in part, and does not turn it."""
    left, right = _forms(one), _forms(other)
    least = min(len(left), len(right))
    return in_order(left, right) >= _REPEATED * least and same_polarity(one.words, other.words)


def _parted(whole: Rendering, one: Rendering, other: Rendering) -> bool:
    """Whether the whole holds both, side by side, and one of them goes on from the other: no sentence by itself."""
    if not any(r.quoted_text[:1].islower() for r in (one, other)):
        return False
    room = len(_forms(one)) + len(_forms(other)) <= _ROOM * len(_forms(whole))
    return room and _holds(whole, one) and _holds(whole, other)


def _holds(whole: Rendering, part: Rendering) -> bool:
    """Whether most of the part's words stand in the whole, in their order."""
    forms = _forms(part)
    return in_order(forms, _forms(whole)) >= _HELD * len(forms)


def _forms(rendering: Rendering) -> list[str]:
    return [stem(w.form) for w in (rendering.inner or rendering.words) if not w.is_gap]
