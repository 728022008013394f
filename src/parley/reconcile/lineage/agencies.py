"""Reports that carry one agency's copy, by the credits printed in byline, dateline, sign-off and copyright line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from urllib.parse import urlsplit

from parley.model.items import Lineage
from parley.model.reports import Report
from parley.reconcile.draft import Draft
from parley.reconcile.lineage.sentences import Bodies, alike_passages, common_share

_MOST_PAIRS = 12
_LONGEST_LINE = 300
_NO_CREDIT = re.compile(
    r"(?i)\b(?:photo\w*|image\w*|picture\w*|getty|file|via|courtesy|video|graphic\w*|map|contribut\w+|poll|told|said|"
    r"says|according|subscribe|follow|newsletter|more from|related)\b|/"
)
_LOWER = r"(?:and|with|in|at|of|for|the|de|da|von|van|al|el|bin|by)"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency, its own domains, and what its credits look like."""

    name: str
    domains: tuple[str, ...]
    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    rights: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]


@cache
def _agencies() -> tuple[Agency, ...]:
    data = tomllib.loads(Path(__file__).with_name("agencies.toml").read_text(encoding="utf-8"))
    return tuple(_agency(entry) for entry in data["agency"])


def _agency(entry: dict[str, object]) -> Agency:
    names, domains, signs = (_strings(entry.get(key)) for key in ("names", "domains", "signs"))
    any_name = "(?:" + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) + ")"
    sites = "|".join(re.escape(d) for d in domains) or r"(?!)"
    person = rf"(?:[A-Z][\w'’.\-]*|{_LOWER})"
    return Agency(
        name=str(entry["name"]),
        domains=domains,
        dateline=re.compile(rf"^[^\n(]{{0,60}}\({any_name}\)\s*(?:[-–—:]|$)"),
        byline=re.compile(
            rf"^(?:(?:By|Source:?|From)\s+(?:{person},?\s+){{0,10}}{any_name}|(?:{person},?\s+){{2,10}}{any_name}"
            rf"|(?:By\s+)?(?:{person},?\s+){{1,6}}[|,–—-]\s*{any_name})\.?$"
        ),
        rights=re.compile(
            rf"(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©()cC\d,–-]{{0,20}}(?:[Bb]y\s+)?(?:[Tt]he\s+)?{any_name}\b"
            rf"|(?i:originally published (?:on|by|in|at)\s[^\n]{{0,30}}(?:{sites}|\b{any_name}\b)))"
        ),
        signs=tuple(re.compile(s) for s in signs),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def find_credits(report: Report) -> dict[str, str]:
    """The agencies whose copy the report carries, each with the words that say so."""
    found: dict[str, str] = {}
    lines = [line.strip() for line in report.text.split("\n")]
    short = [line for line in lines if 0 < len(line) <= _LONGEST_LINE]
    opened = [line[:_LONGEST_LINE] for line in lines if line]
    pairs = [f"{a} {b}" for a, b in pairwise(short) if a.lower().startswith("originally published")]
    site = urlsplit(report.url or "").hostname or ""
    for agency in _agencies():
        because = _credit(agency, report, site, short, opened, pairs)
        if because is not None:
            found[agency.name] = because
    return found


def _credit(
    agency: Agency, report: Report, site: str, short: list[str], opened: list[str], pairs: list[str]
) -> str | None:
    outlet = (report.outlet or "").lower().removeprefix("www.")
    if any(site == d or site.endswith("." + d) or outlet == d for d in agency.domains):
        return f"published by {agency.name}"
    for author in report.authors:
        if agency.byline.match(f"By {author}"):
            return author
    for line in opened:
        if match := agency.dateline.match(line):
            return match.group()
    for line in (*short, *pairs):
        if match := agency.rights.search(line):
            return match.group()
        if len(line) <= 100 and agency.byline.match(line) and not _NO_CREDIT.search(line):
            return line
        if any(sign.match(line) for sign in agency.signs):
            return line
    return None


def same_agency(draft: Draft, bodies: Bodies) -> Iterator[Lineage]:
    """Pairs of reports that carry one agency's copy, the later one first."""
    carried: dict[str, list[tuple[str, str]]] = {}
    for report in draft.reports:
        if not report.original:
            for agency, words in find_credits(report).items():
                carried.setdefault(agency, []).append((report.id, words))
    for agency, told in sorted(carried.items()):
        pairs = combinations(told, 2) if len(told) <= _MOST_PAIRS else ((told[0], other) for other in told[1:])
        for (one, _), (other, _) in pairs:
            source, later = sorted((one, other), key=lambda r: (_day(draft, r), r))
            printed = dict(told)
            yield Lineage(
                report=later,
                source=source,
                kind="same agency",
                share=common_share(bodies, later, source),
                because=f"both carry copy of {agency}: “{printed[source]}”, “{printed[later]}”",
                passages=alike_passages(draft, bodies, later, source),
            )


def _day(draft: Draft, report: str) -> str:
    published = draft.published.get(report)
    return (published.earliest if published and published.earliest else "9999")[:10]
