"""A title for a story: the headline of its most central report, or its main names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from parley.model.findings import Findings
from parley.model.reports import Report
from parley.reconcile.stories.vectors import Vector, likeness, rarity

SITE = re.compile(r"\s+(?:\||[-–—])\s+[^|]{2,40}$")
LONGEST = 160
LURES = re.compile(
    r"[!?“”‘\"…]|(?<!\w)'|\.\.\.|\b[A-Z]{5,}\b|^(?:Watch|Live|Video|Opinion|Explain\w+|Analysis|Why|How|What)\b|: All\b"
)
"""Quotations, questions, shouts and the labels of other kinds than news: a headline that does not plainly tell."""


def title_of(reports: Sequence[Report], vectors: Mapping[str, Vector], findings: Mapping[str, Findings]) -> str:
    """The plainest and most central headline; without any headline, main names and words of the story."""
    ranked = sorted(
        (r for r in reports if r.title and not r.original),
        key=lambda r: (
            bool(LURES.search(headline(r.title or ""))),
            -sum(likeness(vectors[r.id], vectors[o.id]) for o in reports[:200]),
            r.id,
        ),
    )
    return headline(ranked[0].title or "") if ranked else _composed(reports, vectors, findings)


def headline(title: str) -> str:
    """A headline without the names of site and section that pages put behind it."""
    text = " ".join(title.split())
    while (cut := SITE.sub("", text)) != text and len(cut) > 20:
        text = cut
    return text[:LONGEST]


def _composed(reports: Sequence[Report], vectors: Mapping[str, Vector], findings: Mapping[str, Findings]) -> str:
    names: Counter[str] = Counter()
    for report in reports:
        for name in findings[report.id].names:
            told = sum(m.kind == "name" for m in name.mentions)
            if (
                told
                and name.kind in ("person", "organisation", "place")
                and not (name.key or "").startswith(("outlet", "agency", "platform"))
            ):
                names[name.name] += min(told, 5) + 3
    main = [name for name, _ in sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))[:3]]
    named = {word.lower() for name in names for word in name.split()}
    words: Counter[str] = Counter()
    for report in reports:
        for word, weight in vectors[report.id].items():
            if word not in named and rarity(word) < 6:
                words[word] += round(weight * 1000)
    topics = [word for word, _ in sorted(words.items(), key=lambda pair: (-pair[1], pair[0]))[:2]]
    return ": ".join(part for part in (", ".join(main), ", ".join(topics)) if part)
