"""Victim counts of shootings told by several local reports, against the Gun Violence Archive's final counts.

Each report is tallied by itself (`tallies.tally`). Across an incident's reports the number most of them give stands,
the latest where they tie, since counts grow; victims told one by one stand only where no report gives a number.
"Stated" takes only incidents in which a report tells of killed people; "given" also reads incidents in which reports
tell of wounded people and never of a death as nobody killed. The simple method searches "(number) … killed|dead|died"
in the same texts and takes the last.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from parley.annotate.annotator import Annotator
from parley.annotate.figures.tallies import Count, Tally, tally
from parley.evaluate.figures import report_of
from parley.evaluate.table import Row


def evaluate(folder: Path, annotator: Annotator, every: int = 1) -> list[Row]:
    """How often a killed and injured count is given, and right where given; `every` takes each nth incident only."""
    incidents = _lines(folder / "incidents.jsonl")[::every]
    texts = _texts(folder / "reports.jsonl", {str(i["incident_uri"]) for i in incidents})
    tallies = _tallies(annotator, texts)
    rows: list[Row] = []
    for slot in ("killed", "injured"):
        gold = {str(i["incident_uri"]): int(i[f"num_{slot}"]) for i in incidents}
        simple = {k: settle([by_pattern(t, slot) for t in texts.get(k, ())]) for k in gold}
        stated = {k: settle_counts([getattr(t, slot) for t in tallies.get(k, ())]) for k in gold}
        rows += _rows(f"{slot}, stated", gold, stated, simple)
        if slot == "killed":
            given = {k: v if v is not None else _none_killed(tallies.get(k, ())) for k, v in stated.items()}
            rows += _rows("killed, given", gold, given, simple)
    return rows


def settle(counts: Iterable[int | None]) -> int | None:
    """One count from the reports in order of date: the commonest, the latest of those that tie."""
    told = [c for c in counts if c is not None]
    votes = Counter(told)
    return max(reversed(told), key=lambda c: votes[c]) if told else None


def settle_counts(counts: Sequence[Count | None]) -> int | None:
    """One count from the reports' tallies: from those told as numbers, where there are any."""
    told = [c for c in counts if c is not None]
    return settle([c.value for c in told if c.plain] or [c.value for c in told])


def _none_killed(tallies: Sequence[Tally]) -> int | None:
    return 0 if any(t.injured and t.injured.value for t in tallies) else None


def _rows(name: str, gold: dict[str, int], ours: dict[str, int | None], simple: dict[str, int | None]) -> list[Row]:
    rows = []
    for measure, rate in (("share with a count", _share), ("right where given", _right)):
        rows.append(Row(f"{name}: {measure}", rate(gold, ours), rate(gold, simple), f"{len(gold)} incidents"))
    return rows


def _share(gold: dict[str, int], found: dict[str, int | None]) -> float:
    return sum(found[k] is not None for k in gold) / max(1, len(gold))


def _right(gold: dict[str, int], found: dict[str, int | None]) -> float:
    given = [k for k in gold if found[k] is not None]
    return sum(found[k] == gold[k] for k in given) / max(1, len(given))


def _tallies(annotator: Annotator, texts: dict[str, list[str]]) -> dict[str, list[Tally]]:
    reports = [report_of(f"{k} {n}", text) for k in texts for n, text in enumerate(texts[k])]
    out: dict[str, list[Tally]] = defaultdict(list)
    for reading in annotator.readings(reports):
        out[reading.report.id.split()[0]].append(tally(reading))
    return out


def _texts(path: Path, wanted: set[str]) -> dict[str, list[str]]:
    """Headline and text of each incident's reports, by date."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in _lines(path):
        if line["incident"] in wanted:
            found[line["incident"]].append((line["dct"], f"{line['title']}.\n\n{line['content']}"))
    return {k: [text for _, text in sorted(v)] for k, v in sorted(found.items())}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


_WORTH = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_SAID = {
    "killed": re.compile(rf"\b(\d+|{'|'.join(_WORTH)})\s(?:\w+\s){{0,3}}?(?:killed|dead|died)\b", re.IGNORECASE),
    "injured": re.compile(rf"\b(\d+|{'|'.join(_WORTH)})\s(?:\w+\s){{0,3}}?(?:injured|wounded|hurt)\b", re.IGNORECASE),
}


def by_pattern(text: str, slot: str) -> int | None:
    """The simple method's count for one report."""
    found = _SAID[slot].findall(text)
    return (_WORTH.get(found[-1].lower()) or int(found[-1])) if found else None
