"""Reports that share quotations and nothing else: they quote one speaker, they do not copy each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.model.items import Lineage
from parley.model.passages import Witness
from parley.reconcile.draft import Draft
from parley.reconcile.statements import Utterance
from parley.reconcile.statements.renderings import Rendering

LONG = 8
"""Words from which a shared quotation looks like copying to a search for shared runs."""

_MOST_REPORTS = 20


def shared_quotations(draft: Draft, utterances: Sequence[Utterance]) -> Iterator[Lineage]:
    """Pairs of reports that quote one sentence of eight words or more; `share` is of the first's quoted words."""
    quoted: dict[str, int] = {}
    shared: dict[tuple[str, str], list[tuple[Rendering, Rendering]]] = {}
    for utterance in utterances:
        first: dict[str, Rendering] = {}
        for rendering in utterance.renderings:
            if rendering.quoted and not rendering.original:
                quoted[rendering.report] = quoted.get(rendering.report, 0) + len(rendering.inner)
                if len(rendering.inner) >= LONG:
                    first.setdefault(rendering.report, rendering)
        for one, other in combinations(sorted(first)[:_MOST_REPORTS], 2):
            shared.setdefault((one, other), []).append((first[other], first[one]))
    for (one, other), pairs in sorted(shared.items()):
        share = sum(len(r.inner) for r, _ in pairs) / max(1, quoted[other])
        count = len(pairs)
        because = f"both quote {'one sentence' if count == 1 else f'the same {count} sentences'}"
        passages = tuple((_passage(draft, a), _passage(draft, b)) for a, b in pairs[:3])
        yield Lineage(other, one, "shared quotations", round(min(1.0, share), 3), because, passages)


def _passage(draft: Draft, rendering: Rendering) -> Witness:
    return draft.witness(rendering.report, rendering.quoted[0].start, rendering.quoted[-1].end)
