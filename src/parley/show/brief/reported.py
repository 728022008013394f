"""Indirect speech as the report has it: a denial must not read like a confession, nor a refusal like a promise."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parley.model.items import Statement, Version
from parley.model.passages import Span
from parley.show.brief.clauses import FINITE

PLAIN = re.compile(
    r"(?:(?:has|have|had|also|later|then|earlier|to) )*(?:sa(?:y|ys|id|ying)|tell|tells|told|telling|add(?:s|ed|ing)?|"
    r"according to|stat(?:e|es|ed|ing)|wr(?:ite|ites|ote|itten|iting)|as (?:told|saying))",
    re.I,
)
"""Verbs that say no more than that somebody spoke."""
HEDGED = re.compile(r"(?:\b(?:not|never|nor|no|hardly|reportedly|allegedly|supposedly|apparently)\b|n['’]t\b)", re.I)
BROKEN = re.compile(r"[,;:.!?()\[\]{}\n“”\"«»–—]")
"""Between a source and its verb these open an aside, which would be told as theirs."""
SUPPOSED = re.compile(r"\b(?:if|unless|whether|until)\s+(?:[Tt]he\s+)?$", re.I)
NEAR, ASIDE = 40, 80
"""Letters between a source and its verb, and between the verb and what was said, that are still told whole."""


def reported(statement: Statement, texts: Mapping[str, str]) -> str:
    """What was said, with the report's own verb unless it is a plain one: "denied that it had …", "to stay" → "declined
    to stay". `texts` gives each report's text by its id."""
    version = next((v for v in statement.witnesses if v.cue and v.witness.exact == statement.reading), None)
    version = version or next((v for v in statement.witnesses if v.cue), None)
    reading = " ".join(statement.reading.split())
    text = texts.get(version.witness.report, "") if version else ""
    if statement.kind != "indirect" or version is None or version.cue is None or not text:
        return reading
    return _with_cue(version, version.cue, text, reading)


def is_fragment(statement: Statement) -> bool:
    """Whether the words say nothing by themselves: one or two, none of them a verb ("the offer", "this")."""
    words = statement.reading.split()
    return len(words) < 3 and words[:1] != ["to"] and not FINITE.search(statement.reading)


def _with_cue(version: Version, cue: Span, text: str, reading: str) -> str:
    source, said = version.source, version.witness.span
    verb = " ".join(cue.of(text).split())
    before = text[source.end : cue.start] if source and source.end <= cue.start else ""
    hedged = bool(HEDGED.search(verb) or (len(before) <= ASIDE and HEDGED.search(before)))
    supposed = SUPPOSED.search(text[max(0, source.start - 20) : source.start]) if source else None
    if PLAIN.fullmatch(verb) and not hedged and not supposed:
        return reading
    if cue.end > said.start:
        return f"({verb}) {reading}"
    between = text[cue.end : said.start]
    link = between if len(between) <= ASIDE else " … "
    start = text[source.end : cue.start] if source and len(before) <= NEAR and not BROKEN.search(before) else ""
    told = f"{start}{cue.of(text)}{link}{said.of(text)}"
    if supposed and source and source.end <= cue.start:
        told = f"{supposed[0]}{source.of(text)}{text[source.end : cue.start]}{cue.of(text)}{link}{said.of(text)}"
    return " ".join(told.split())
