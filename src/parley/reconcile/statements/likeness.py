"""Whether two renderings tell one sentence of one utterance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

from parley.reconcile.statements.renderings import Key, Rendering
from parley.reconcile.statements.speakers import Meeting, Speakers
from parley.text.intervals import agree
from parley.text.polarity import same_polarity
from parley.text.synonyms import content_meanings, meaning
from parley.text.weights import Overlap, Weights, overlap
from parley.text.words import Word, is_negative, stem

# Shares of the shorter rendering; `CONTENT` is weighted by how rare its words are in the story. Set on hand-read
# stories so that two sentences of one speaker on one subject stay apart.
QUOTED_CONTENT, QUOTED_ORDER = 0.62, 0.58
SHORT_CONTENT, SHORT_ORDER = 0.6, 0.75
LONG_QUOTATION, LONG_ORDER = 8, 0.85
ANEW, LATER, MORE = timedelta(days=2), timedelta(days=7), 1.5
"""How much later a report must appear, and how much more it must quote, to tell of words said once more."""

VERBATIM = 4
"""Words from which a quotation of one speaker that two reports give alike is one, though none carries content."""
OPEN_QUOTATION = 5
"""Words of a quotation from which a speaker who is only concluded, or unknown, does not keep two versions apart."""

TOLD_CONTENT: dict[Meeting, float] = {"same": 0.5, "related": 0.6, "open": 0.75, "other": 2.0}
TOLD_BOTH: dict[Meeting, float] = {"same": 0.25, "related": 0.35, "open": 0.5, "other": 2.0}
FRAGMENT_CONTENT, FRAGMENT_BOTH = 0.4, 0.2
LEAST_CONTENT = FRAGMENT_CONTENT
MANY_STEMS, MANY_LESS = 7, 0.12
"""From so many shared stems on, the longer telling may say that much more besides."""

"""What is asked of two tellings that quote the same few words ("not fair") of one speaker."""

REWORDED_CONTENT, REWORDED_BOTH, REWORDED_ORDER, REWORDED_LENGTH = 0.62, 0.45, 0.5, 0.5
"""What two quotations of one speaker must share once synonyms are made one, and how alike they must be in length."""

FRAME_WORDS, FRAME_ORDER, FRAME_CONTENT = 7, 0.7, 0.4
"""Where so many words of the longer stand in the other, in order, that only one or two were exchanged."""

FRAGMENTS_WORDS, FRAGMENTS_ORDER, FRAGMENTS_BOTH = 4, 0.75, 0.9
"""What two quoted parts of sentences must share, which say less than whole ones."""

RETOLD_STEMS, RETOLD_CONTENT, RETOLD_BOTH, RETOLD_ALL = 3, 0.6, 0.35, 0.95
"""The same of two tellings without quotation marks, and how many meanings they share at least."""

BESIDE_ORDER, BESIDE_LENGTH, BESIDE_CONTENT = 0.5, 0.6, 0.6
BESIDE = 0.1
"""What sentences beside two that are versions of one must share, and the likeness of those that do."""

BARE_STEMS, BARE_WORDS, BARE_BOTH = 2, 6, 0.6
"""How little a bare noun phrase ("the tax bill") says, of which much is told, and what it must share with another."""

CLAUSE = re.compile(
    r"(?:is|are|was|were|been?|am|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|who|that|to|"
    r"not|never)"
)
"""Words that make a clause of a few words."""

ROUNDED_FROM, ROUNDED = 2200, 0.03
"""Figures above any year of the news that lie so near each other may be one, once rounded."""

RELATED_CONTENT = 0.75
"""What a body's telling must share with that of its spokesman, or of the state it belongs to, in synonyms."""

TOLD_THROUGH = 0.95
"""What a statement told through another speaker (A says that B said) must share with B's own words."""


class Likeness:
    """Compares renderings of one story."""

    def __init__(self, renderings: Sequence[Rendering], speakers: Speakers) -> None:
        self._weights = Weights.of(r.stems for r in renderings)
        self._meant = Weights.of(r.meanings for r in renderings)
        self._speakers = speakers
        self._meanings: dict[Key, tuple[list[str], list[str]]] = {}

    @property
    def weights(self) -> Weights:
        """How much each stem says in this story."""
        return self._weights

    def score(self, a: Rendering, b: Rendering) -> float:
        """From 0 (not the same sentence) to 1; anything above 0 is a join that words and occasion bear out."""
        if a.original and b.original:
            return 0.0
        meeting = self._speakers.meet(a, b)
        if nested(a, b):
            return 1.0 if meeting in ("same", "open") else 0.0
        if _said_anew(a, b):
            return 0.0
        worded = self._worded(a, b, meeting)
        if worded > 0 or meeting not in ("same", "related") or a.report == b.report or not _times_meet(a, b):
            return worded
        if a.quoted and b.quoted:
            return self._reworded(a, b) if meeting == "same" else 0.0
        return self._retold(a, b, RETOLD_CONTENT if meeting == "same" else RELATED_CONTENT)

    def beside(self, a: Rendering, b: Rendering) -> float:
        """Likeness of two quotations that stand beside versions of one sentence: one synonym in a frame is enough.

        A frame alone is not: speakers repeat it ("We want …. We want …."), and each report picks its own.
        """
        if a.report == b.report or not (a.whole and b.whole) or self._speakers.meet(a, b) != "same":
            return 0.0
        one, other = ([w.form for w in r.inner if not w.is_gap] for r in (a, b))
        least, most = sorted((len(one), len(other)))
        if least < 3 or least < BESIDE_LENGTH * most or not _same_sense(a, b):
            return 0.0
        content = overlap(a.meanings, b.meanings, self._meant)
        return BESIDE if in_order(one, other) >= BESIDE_ORDER * most and content.both >= BESIDE_CONTENT else 0.0

    def _reworded(self, a: Rendering, b: Rendering) -> float:
        """Likeness of two quotations of one speaker by what their words mean, or by all but a word or two of them."""
        whole = a.whole and b.whole
        (one, left), (other, right) = self._quoted_meanings(a), self._quoted_meanings(b)
        content = overlap(left, right, self._meant)
        least, most = sorted((len(one), len(other)))
        if len(content.stems) < 2 or least < REWORDED_LENGTH * most or not _same_sense(a, b):
            return 0.0
        order = in_order(one, other)
        if least >= FRAME_WORDS and order >= FRAME_ORDER * most and content.least >= FRAME_CONTENT and whole:
            return (content.least + content.both) / 2
        if not whole:
            alike = content.both >= FRAGMENTS_BOTH and least >= FRAGMENTS_WORDS and order >= FRAGMENTS_ORDER * most
            return content.both if alike else 0.0
        if content.least < REWORDED_CONTENT or content.both < REWORDED_BOTH or order < REWORDED_ORDER * least:
            return 0.0
        return (content.least + content.both) / 2

    def _quoted_meanings(self, rendering: Rendering) -> tuple[list[str], list[str]]:
        """All the quoted words by their meaning, in order, and those that carry content."""
        if rendering.key not in self._meanings:
            words = [w for w in rendering.inner if not w.is_gap]
            self._meanings[rendering.key] = ([meaning(w.form) for w in words], content_meanings(words))
        return self._meanings[rendering.key]

    def _retold(self, a: Rendering, b: Rendering, needed: float) -> float:
        """Likeness of two tellings without quotation marks, of one speaker, by what their words mean."""
        if a.quoted or b.quoted or a.hearsay or b.hearsay:
            return 0.0
        numbers = _numbers(a.words) ^ _numbers(b.words)
        left, right = ([m for m in r.meanings if m not in numbers] for r in (a, b))
        content = overlap(left, right, self._meant)
        least = 2 if content.both >= RETOLD_ALL else RETOLD_STEMS
        if len(content.stems) < least or (a.name_stems | b.name_stems).issuperset(content.stems):
            return 0.0
        if (
            content.least < RETOLD_CONTENT
            or content.both < RETOLD_BOTH
            or not (_same_polarity(a, b) and _numbers_meet(a, b))
        ):
            return 0.0
        return min(0.99, (content.least + content.both) / 2)

    def _worded(self, a: Rendering, b: Rendering, meeting: Meeting) -> float:
        told = overlap(a.stems, b.stems, self._weights)
        spoken = overlap(a.quoted_stems, b.quoted_stems, self._weights) if a.quoted and b.quoted else None
        if meeting == "same" and a.whole and b.whole and _verbatim(a, b) and _times_meet(a, b):
            return 1.0
        if max(told.least, spoken.least if spoken else 0.0) < LEAST_CONTENT:
            return 0.0
        certain = _beyond_doubt(a, b, OPEN_QUOTATION if meeting == "open" else LONG_QUOTATION)
        if not certain and (meeting == "other" or not _times_meet(a, b)):
            return 0.0
        quoted = _quoted(a, b, spoken) if spoken and (certain or meeting in ("same", "related")) else 0.0
        return max(quoted, _told(a, b, meeting, told))


def _said_anew(a: Rendering, b: Rendering) -> bool:
    """Whether the later report tells that the words were said again: it says so, or quotes more of them as its news.

    A speaker repeats himself; days later, an older utterance is told as one, or in the words that were told then; what
    is told to the report's own outlet was said to it.
    """
    if a.days is None or b.days is None or not (a.quoted and b.quoted):
        return False
    first, last = (a, b) if a.days <= b.days else (b, a)
    apart = date.fromisoformat(last.days[0]) - date.fromisoformat(first.days[1]) if first.days and last.days else None
    if apart is None or apart < ANEW:
        return False
    if first.again != last.again:
        return True
    more = len(_forms(last)) >= MORE * len(_forms(first)) and last.made is None
    return (apart >= LATER or last.asked) and more and first.whole and last.whole


def _verbatim(a: Rendering, b: Rendering) -> bool:
    """Whether both quote the same words, enough of them that one does not say them every day."""
    one = _forms(a)
    return len(one) >= VERBATIM and one == _forms(b)


def _quoted(a: Rendering, b: Rendering, content: Overlap) -> float:
    """Likeness of two quotations, by their words in order."""
    fewest = min(len(set(a.quoted_stems)), len(set(b.quoted_stems)))
    needed = (QUOTED_CONTENT, QUOTED_ORDER) if fewest >= 3 else (SHORT_CONTENT, SHORT_ORDER)
    if fewest < 1 or content.least < needed[0]:
        return 0.0
    one, other = _forms(a), _forms(b)
    least = min(len(one), len(other))
    order = in_order(one, other) / least
    if least < 3 or order < needed[1]:
        return 0.0
    if not same_polarity(a.inner, b.inner) and not (least >= LONG_QUOTATION and order >= LONG_ORDER):
        return 0.0
    return min(1.0, (content.least + order) / 2)


def _told(a: Rendering, b: Rendering, meeting: Meeting, content: Overlap) -> float:
    """Likeness of two tellings of which one at least is not, or not wholly, in the speaker's words."""
    if a.whole and b.whole:
        return 0.0
    least, both = TOLD_CONTENT[meeting], TOLD_BOTH[meeting]
    if meeting == "same" and _share_fragment(a, b):
        least, both = FRAGMENT_CONTENT, FRAGMENT_BOTH
    elif not (a.quoted and b.quoted) and (_is_bare(a) or _is_bare(b)):
        both = max(both, BARE_BOTH)
    if len(content.stems) >= MANY_STEMS:
        both -= MANY_LESS
    named = a.name_stems | b.name_stems
    if len(content.stems) < 2 or named.issuperset(content.stems):
        return 0.0
    if content.least < least or content.both < both:
        return 0.0
    if a.hearsay != b.hearsay and content.least < TOLD_THROUGH:
        return 0.0
    return min(0.99, (content.least + content.both) / 2) if _same_polarity(a, b) else 0.0


def _is_bare(rendering: Rendering) -> bool:
    """Whether the telling is no more than a noun phrase: "his military service"."""
    few = len(set(rendering.stems)) <= BARE_STEMS and len(rendering.words) <= BARE_WORDS
    return few and not any(CLAUSE.fullmatch(w.form) for w in rendering.words)


def nested(a: Rendering, b: Rendering) -> bool:
    """Whether both are tellings of the same words of one report, the one as part of the other."""
    return a.report == b.report and any(one.meets(other) for one in a.clauses for other in b.clauses)


def in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words of the shorter stand in the longer, in the same order."""
    if len(a) * len(b) > 250_000:
        return len(set(a) & set(b))
    return sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def _times_meet(a: Rendering, b: Rendering) -> bool:
    """Whether both can have been said at one time; a time concluded with doubt stands in no one's way."""
    if a.made is None or b.made is None or a.made.guess or b.made.guess:
        return True
    return agree(a.made, b.made)


def _same_sense(a: Rendering, b: Rendering) -> bool:
    """Whether neither denies what the other says, and no number of one contradicts the other's."""
    noes = [sum(is_negative(w.form) for w in r.words) + r.denied for r in (a, b)]
    return noes[0] % 2 == noes[1] % 2 and _same_polarity(a, b) and _numbers_meet(a, b)


def _same_polarity(a: Rendering, b: Rendering) -> bool:
    """Whether both say yes, or both no: what is denied is said with a no."""
    return same_polarity(a.words, b.words) == (a.denied == b.denied)


def _numbers_meet(a: Rendering, b: Rendering) -> bool:
    """Whether the numbers of one stand in the other too, or a rounder figure does for them."""
    one, other = sorted((_numbers(a.words), _numbers(b.words)), key=len)
    return all(n in other or any(_round_for(n, m) for m in other) for n in one)


def _round_for(one: str, other: str) -> bool:
    try:
        least, most = sorted((float(one), float(other)))
    except ValueError:  # "10:30"
        return False
    return least >= ROUNDED_FROM and most - least <= ROUNDED * most


def _numbers(words: Sequence[Word]) -> set[str]:
    return {w.form for w in words if w.form[0].isdigit()}


def _forms(rendering: Rendering) -> list[str]:
    return [stem(w.form) for w in rendering.inner if not w.is_gap]


def _beyond_doubt(a: Rendering, b: Rendering, enough: int) -> bool:
    """Whether both quote, and the shorter quotation stands in the longer nearly word for word and is long enough."""
    if not (a.quoted and b.quoted):
        return False
    one, other = _forms(a), _forms(b)
    least = min(len(one), len(other))
    return least >= enough and in_order(one, other) >= LONG_ORDER * least


def _share_fragment(a: Rendering, b: Rendering) -> bool:
    """Whether both put the same two words or more, one of content, in quotation marks."""
    one, other = [w.form for w in a.inner], [w.form for w in b.inner]
    if len(one) > len(other):
        one, other = other, one
    if not 2 <= len(one) <= LONG_QUOTATION or not (a.quoted_stems and b.quoted_stems):
        return False
    return any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))
