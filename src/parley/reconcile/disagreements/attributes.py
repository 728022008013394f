"""What a thing or person has but one of, told two ways: the flag a ship flies, the age of a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.model.findings import NameFinding
from parley.model.items import About
from parley.model.passages import Span, Witness
from parley.reconcile.disagreements.raised import Raised, reading
from parley.reconcile.disagreements.vocabulary import pattern
from parley.reconcile.draft import Draft

NAME = r"[A-Z][\w’'&.-]{0,30}(?:\s(?:No\.\s?\d+|[A-Z0-9][\w’'&-]{0,30})){0,3}"
STOPS = (
    "and|or|but|the|an?|that|which|who|in|on|at|of|to|by|from|under|with|for|near|was|is|are|were|has|had|when|after|"
    "last|next|this|not|named|whose|his|her|their|said|killed|shot|died"
)
PLAIN = rf"(?!(?:{STOPS})\b)[a-z-]{{1,30}}"
REGISTERED = (
    rf"(?P<land>{NAME})[-‑](?:flagged|registered),?\s(?:{PLAIN}\s){{0,3}}(?P<thing>{NAME})",
    rf"(?P<thing>{NAME}),?\s(?:(?:is|was)\s)?(?:an?\s|the\s)(?P<land>{NAME})[-‑](?:flagged|registered)\s[a-z]",
    rf"(?P<thing>{NAME})(?:,[^,.;]{{1,60}},)?\s(?:(?:is|was|are|were)\s)?(?:registered|flagged)\s(?:in|to|under)\s"
    rf"(?:the\s)?(?P<land>{NAME})",
    rf"(?P<thing>{NAME}),?\s(?:[a-z]+\s){{0,3}}(?:fl(?:ies|ying|ew)|sail(?:s|ing|ed)\sunder)\s(?:the|a)\s"
    rf"(?:flag\sof\s(?:the\s)?(?P<land>{NAME})|(?P<adjective>{NAME})\sflag)",
)
FLAGS = tuple(re.compile(words) for words in REGISTERED)
AGED_BEHIND = re.compile(r",?\s\(?(?:who\sis\s|aged?\s)?(?P<age>\d{1,3})(?:\syears\sold)?(?=[,.;)—–])(?!,\d|\.\d)")
AGED_BEFORE = re.compile(rf"(?P<age>\d{{1,3}})[-‑]year[-‑]old\s(?:{PLAIN}\s){{0,3}}\Z")
REACH = 48
OLDEST = 110
BIRTHDAY = 14
"""Days within which all reports must have appeared for one year in a person's age to be at odds."""


@dataclass(frozen=True, slots=True)
class Fact:
    """That a report says of a thing that its attribute has a value; `value` compares, `written` is shown."""

    thing: str
    value: str
    written: str
    witness: Witness


def find_attributes(draft: Draft) -> list[Raised]:
    """Flags and ages of which reports, or sources within one, give two values."""
    raised: list[Raised] = []
    for attribute, facts in (("flag", list(_flags(draft))), ("age", list(_ages(draft)))):
        by_thing: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            by_thing[fact.thing].append(fact)
        for thing, told in sorted(by_thing.items()):
            values: dict[str, list[Fact]] = defaultdict(list)
            for fact in told:
                values[fact.value].append(fact)
            about = _about(draft, thing) if len(values) == 2 else None
            if about is not None and (attribute == "flag" or _at_once(draft, list(values.values()))):
                raised.append(_raise(about, attribute, list(values.values())))
    return raised


def _flags(draft: Draft) -> Iterator[Fact]:
    """Ships and aircraft and the land where they are registered; nothing that is told of another time."""
    lands = {
        m.exact.lower(): n
        for r in draft.reports
        for n in draft.findings[r.id].names
        if (n.key or "").startswith("country/")
        for m in n.mentions
        if m.kind == "name"
    }
    for report in draft.reports:
        if "flag" not in report.text and "registered" not in report.text:
            continue
        for sentence in draft.findings[report.id].sentences:
            for words in FLAGS:
                for found in words.finditer(report.text, sentence.start, sentence.end):
                    written = _bare(found.group("land") or found.groupdict().get("adjective") or "")
                    land: NameFinding | None = lands.get(written.lower())
                    past = pattern("past").search(report.text, found.start(), sentence.end)
                    if land is None or past is not None:
                        continue
                    witness = draft.witness(report.id, found.start(), found.end())
                    yield Fact(_bare(found.group("thing")).lower(), land.key or "", land.name, witness)


def _bare(name: str) -> str:
    """The name without an article before it, or a mark behind."""
    return re.sub(r"\A(?:The|A|An)\s", "", name).rstrip(".'’")


def _ages(draft: Draft) -> Iterator[Fact]:
    """Persons and how old they are said to be."""
    for report in draft.reports:
        text = report.text
        for name in draft.findings[report.id].names:
            item = draft.name_of.get((report.id, name.id))
            if name.kind != "person" or item is None:
                continue
            for mention in name.mentions:
                if mention.kind != "name":
                    continue
                behind = AGED_BEHIND.match(text, mention.end)
                before = AGED_BEFORE.search(text, max(0, mention.start - REACH), mention.start)
                found = behind or before
                if found is None or not 0 < int(found.group("age")) <= OLDEST:
                    continue
                span = Span(min(mention.start, found.start()), max(mention.end, found.end()))
                witness = draft.witness(report.id, span.start, span.end)
                if "\n" not in witness.exact:
                    yield Fact(item, str(int(found.group("age"))), found.group("age"), witness)


def _at_once(draft: Draft, sides: list[list[Fact]]) -> bool:
    """Whether ages cannot be those of one person: no report gives both, and no birthday may lie between them."""
    reports = [{f.witness.report for f in side} for side in sides]
    if reports[0] & reports[1]:
        return False
    if abs(int(sides[0][0].value) - int(sides[1][0].value)) > 1:
        return True
    days = [
        date.fromisoformat(p.earliest[:10])
        for r in sorted(reports[0] | reports[1])
        if (p := draft.published.get(r)) is not None and p.earliest
    ]
    return len(days) == len(reports[0] | reports[1]) and (max(days) - min(days)).days <= BIRTHDAY


def _about(draft: Draft, thing: str) -> About | None:
    """The name that the facts are of."""
    for name in draft.names:
        if name.id == thing or any(form.text.lower() == thing for form in name.forms):
            return About("name", name.id)
    return None


def _raise(about: About, attribute: str, sides: list[list[Fact]]) -> Raised:
    sides = sorted(sides, key=lambda s: (-len({f.witness.report for f in s}), min(f.witness for f in s)))
    told = " and ".join(side[0].written for side in sides)
    return Raised(
        about,
        attribute,
        "conflict",
        f"one {attribute} is told as {told}",
        tuple(reading(side[0].written, [f.witness for f in side]) for side in sides),
    )
