"""Whether two renderings tell one sentence of one utterance."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from parley.reconcile.statements.renderings import Rendering
from parley.text.intervals import agree
from parley.text.polarity import same_polarity
from parley.text.weights import Weights, overlap
from parley.text.words import stem

# Shares of the shorter rendering, weighted by how rare its words are in the story. Set on hand-read stories.
QUOTED_CONTENT = 0.6
QUOTED_ORDER = 0.5
SHORT_ORDER = 0.75
TOLD_CONTENT = 0.5
TOLD_BOTH = 0.3
UNSURE_CONTENT = 0.85
LONG_QUOTATION = 8


def in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words of the shorter stand in the longer, in the same order."""
    if len(a) * len(b) > 250_000:
        return len(set(a) & set(b))
    return sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def likeness(a: Rendering, b: Rendering, weights: Weights) -> float:
    """From 0 (not the same utterance) to 1; anything above 0 is a join that the words and the occasion bear out."""
    if not may_meet(a, b):
        return 0.0
    score = max(_quoted(a, b, weights), _told(a, b, weights))
    known = a.speaker is not None and a.speaker == b.speaker
    if score and not known:
        return score * 0.9 if _beyond_doubt(a, b) else 0.0
    return score


def may_meet(a: Rendering, b: Rendering) -> bool:
    """Whether speaker, time and manner leave room for one utterance."""
    if a.original and b.original:
        return False
    if a.made is not None and b.made is not None and not (a.made.guess or b.made.guess):
        return agree(a.made, b.made) or _beyond_doubt(a, b)
    return True


def _forms(rendering: Rendering) -> list[str]:
    return [stem(w.form) for w in rendering.inner if not w.is_gap]


def _beyond_doubt(a: Rendering, b: Rendering) -> bool:
    """Whether both quote, and the shorter quotation stands in the longer nearly word for word and is long enough."""
    if not (a.quoted and b.quoted):
        return False
    one, other = _forms(a), _forms(b)
    least = min(len(one), len(other))
    return least >= LONG_QUOTATION and in_order(one, other) >= UNSURE_CONTENT * least


def _quoted(a: Rendering, b: Rendering, weights: Weights) -> float:
    """Likeness of two quotations, by their words in order."""
    if not (a.quoted and b.quoted):
        return 0.0
    one, other = _forms(a), _forms(b)
    least = min(len(one), len(other))
    order = in_order(one, other) / least if least else 0.0
    content = overlap(a.quoted_stems, b.quoted_stems, weights)
    fewest = min(len(set(a.quoted_stems)), len(set(b.quoted_stems)))
    if not same_polarity(a.inner, b.inner) and not (least >= LONG_QUOTATION and order >= UNSURE_CONTENT):
        return 0.0
    if fewest >= 3:
        alike = content.least >= QUOTED_CONTENT and order >= QUOTED_ORDER
    elif fewest >= 1 and least >= 3:
        alike = content.least > QUOTED_CONTENT and order >= SHORT_ORDER
    else:
        alike = False
    return min(1.0, (content.least + order) / 2) if alike else 0.0


def _told(a: Rendering, b: Rendering, weights: Weights) -> float:
    """Likeness of two tellings of which one at least is not, or not wholly, in the speaker's words."""
    if a.whole and b.whole:
        return 0.0
    content = overlap(a.stems, b.stems, weights)
    if len(content.stems) < 2 or content.least < TOLD_CONTENT or content.both < TOLD_BOTH:
        return 0.0
    if not same_polarity(a.words, b.words):
        return 0.0
    return min(0.99, (content.least + content.both) / 2)
