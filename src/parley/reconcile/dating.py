"""Narrowing the reports' dates by each other, and anchoring their times anew.

The reports of one story appear within days of each other, so where one is dated, the weekdays and days of the month
that another names place it too. A stated date is never contradicted; each pass uses only what the passes before it
fixed, so the order of the reports plays no part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.model.findings import Findings
from parley.model.reports import Report
from parley.model.times import Published
from parley.reconcile.draft import Draft
from parley.text.shingles import meeting_pairs, shingle
from parley.text.times import read
from parley.text.times.anchoring import place_all
from parley.text.times.calendar import valid
from parley.text.times.dating import Clues, Days, clues_of, days_for, relaxed, runs
from parley.text.times.distances import Distances
from parley.text.times.nodes import Day

# Days around the dated reports in which an undated one of the same story is looked for; and how narrow an inferred
# date must be to lead others.
REACH, NARROW = 10, 7
# Days by which stretches must differ in their mean distance from the dated reports, for the nearer one to be the one.
APART = 3
# A report that names no day of the month is placed only where this share of the story is dated: a story may run for
# months, and one dated report does not tell how long.
LEAD_WEEKDAY, LEAD_ANY = 1 / 3, 1 / 2
# A stated date so many days after most other reports of the story may be that of a crawl.
LATE = 8
_SAID = re.compile(
    r"(?:\b(?:said|says|wrote|told|announced|posted|tweeted|added|declared|post|statement|interview)\b[^.;,\n]{0,40})$",
    re.IGNORECASE,
)
_SAYING = re.compile(r"^\s+(?:[A-Z]\w+ )?(?:post|statement|tweet|interview|announcement|speech)\b")


def narrow(draft: Draft) -> None:
    """Fill `draft.published` and re-anchor the times in `draft.findings`."""
    published = {r.id: draft.findings[r.id].published for r in draft.reports}
    fixed = {i: days for i, p in published.items() if (days := _days(p)) and (p.basis == "stated" or _is_narrow(days))}
    clues = {r.id: _clues(r, draft.findings[r.id]) for r in draft.reports if r.id not in fixed}
    years = _years(draft)
    bounded = {i: _with_years(c, years) for i, c in clues.items()}
    alone = {i: days for i, c in sorted(bounded.items()) if c is not clues[i] and (days := _own(c))}
    clues = bounded
    for i, days in alone.items():
        published[i] = _inferred(days, clues[i])
    fixed |= alone
    if clues and not fixed:
        window = _common_window(clues)
        if window:
            # Nothing is dated alone: only what names a day itself is placed by what all have in common.
            fixed, clues = {"": window}, {i: c for i, c in clues.items() if _names_a_day(c)}
    if clues and fixed:
        links = _links(draft.reports)
        for wanted, share in ((_names_a_day, 0.0), (_names_a_weekday, LEAD_WEEKDAY), (_any, LEAD_ANY)):
            if len(fixed) < share * len(draft.reports):
                break
            around = _Around(fixed)
            found = {
                i: days
                for i, c in sorted(clues.items())
                if i not in fixed and wanted(c) and (days := _place(c, around, links.get(i, {})))
            }
            for i, days in found.items():
                published[i] = _inferred(days, clues[i])
            fixed |= {i: days for i, days in found.items() if _is_narrow(days)}
    stated = sorted(d[1] for p in published.values() if p.basis == "stated" and (d := _days(p)))
    for report in draft.reports:
        draft.published[report.id] = published[report.id]
        anchor = _late(published[report.id], draft.findings[report.id], stated)
        if anchor is not None:
            draft.published[report.id], published_anchor = anchor
        else:
            published_anchor = published[report.id]
        _anchor(draft, report.id, published_anchor)


def _anchor(draft: Draft, report: str, published: Published) -> None:
    findings = draft.findings[report]
    if published != findings.published:
        times = tuple(place_all(findings.times, published))
        draft.findings[report] = replace(findings, times=times, published=draft.published[report])


def _days(published: Published) -> Days | None:
    if not published.earliest or not published.latest or published.basis == "unknown":
        return None
    return date.fromisoformat(published.earliest[:10]), date.fromisoformat(published.latest[:10])


def _is_narrow(days: Days) -> bool:
    return (days[1] - days[0]).days <= NARROW


def _clues(report: Report, findings: Findings) -> Clues:
    """The report's clues, recovered from its findings: times, dates of statements, what was inferred alone."""
    made = {s.made for s in findings.statements if s.made is not None}
    news = {n for n in range(len(findings.times)) if n in made or _is_said(report.text, findings, n)}
    clues = clues_of(findings.times, (n for n in news if _is_bare_day(findings.times[n].exact)))
    alone = _days(findings.published)
    return clues.within(alone[0], alone[1], "") if alone else clues


def _is_bare_day(exact: str) -> bool:
    node = read(exact)
    return isinstance(node, Day) and node.year is None


def _is_said(text: str, findings: Findings, index: int) -> bool:
    time = findings.times[index]
    if time.type != "DATE" or not _is_bare_day(time.exact):
        return False
    return bool(
        _SAID.search(text[max(0, time.start - 60) : time.start]) or _SAYING.match(text[time.end : time.end + 40])
    )


def _names_a_day(clues: Clues) -> bool:
    return bool(clues.news or clues.pairs)


def _names_a_weekday(clues: Clues) -> bool:
    return bool(clues.behind_days)


def _any(clues: Clues) -> bool:
    return True


class _Around:
    """The dated reports' days, and how far a run of days lies from them all."""

    def __init__(self, fixed: Mapping[str, Days]) -> None:
        self.fixed = fixed
        self.first = min(days[0] for days in fixed.values())
        self.last = max(days[1] for days in fixed.values())
        self.all = Distances((days, 1) for days in fixed.values())

    def distances(self, shares: Mapping[str, int]) -> Distances:
        """Those to the reports that this one shares words with, each as often as it does; to all where it has none."""
        near = [(self.fixed[i], n) for i, n in shares.items() if n and i in self.fixed]
        return Distances(near) if near else self.all


def _place(clues: Clues, around: _Around, shares: Mapping[str, int]) -> Days | None:
    """The days on which a report appeared, near those of the dated reports that it shares most words with."""
    reach = timedelta(days=REACH if clues.news or clues.pairs or clues.behind_days else 3)
    bounded = clues.within(around.first - reach, around.last + reach, "")
    fresh, *rest = ([*runs(days_for(c))] for c in relaxed(bounded))
    plain = _nearest(next((found for found in rest if found), []), around, shares)
    told = _nearest(fresh, around, shares) if clues.news else None
    if told is None or plain is None:
        return told or plain
    # What was said on a day of the month need not be new: it tells the day only where all else allows it.
    inside = plain[0] <= told[0] and told[1] <= plain[1]
    return told if inside else (min(told[0], plain[0]), max(told[1], plain[1]))


def _nearest(found: list[Days], around: _Around, shares: Mapping[str, int]) -> Days | None:
    """The stretch of days nearest the dated reports; from the first to the last of those about as near."""
    if not found:
        return None
    distances = around.distances(shares)
    costs = [(distances.to(run), run) for run in found]
    weight = sum(n for i, n in shares.items() if i in around.fixed) or len(around.fixed)
    least = min(cost for cost, _ in costs)
    best = [run for cost, run in costs if cost <= least + APART * weight]
    return best[0][0], best[-1][1]


def _inferred(days: Days, clues: Clues) -> Published:
    because = "the other reports of the story, and the days that this one names"
    reasons = "; ".join((*clues.why, because))
    return Published(days[0].isoformat(), days[1].isoformat(), "inferred", reasons)


def _years(draft: Draft) -> dict[tuple[int, int], int]:
    """The year of each day that some report of the story dates in full, where they agree on one."""
    found: dict[tuple[int, int], set[int]] = {}
    for findings in draft.findings.values():
        for time in findings.times:
            node = read(time.exact) if time.anchor == "none" and time.type == "DATE" else None
            if isinstance(node, Day) and node.year is not None and node.year.year and time.direction != "future":
                found.setdefault((node.month, node.day), set()).add(node.year.year)
    return {day: min(years) for day, years in found.items() if len(years) == 1}


def _with_years(clues: Clues, years: Mapping[tuple[int, int], int]) -> Clues:
    """The clues, bounded by days that this report tells without their year and another of the story with it."""
    for month, day in sorted(clues.past | clues.news):
        year = years.get((month, day))
        told = valid(year, month, day) if year else None
        if told and not (clues.upper and clues.upper < told) and not (clues.lower and (clues.lower - told).days > 365):
            clues = clues.within(told, told + timedelta(days=330), f"{told} in another report of the story")
    return clues


def _own(clues: Clues) -> Days | None:
    """A narrow date from the report's own clues, its years now known; None where they leave more open."""
    found = runs(days_for(clues)) if _names_a_day(clues) else []
    return found[0] if len(found) == 1 and _is_narrow(found[0]) else None


def _common_window(clues: Mapping[str, Clues]) -> Days | None:
    """Where no report is dated alone: the one stretch of days that fits all that name a day, the bounds shared."""
    lower = max((c.lower for c in clues.values() if c.lower), default=None)
    upper = min((c.upper for c in clues.values() if c.upper), default=None)
    if lower is None or upper is None or upper < lower:
        return None
    slack = timedelta(days=REACH)
    window: list[Days] | None = None
    named = 0
    for _, each in sorted(clues.items()):
        if not _names_a_day(each):
            continue
        own = [(a - slack, b + slack) for a, b in runs(days_for(each.within(lower, upper, "")), 7)]
        if own:
            named += 1
            window = own if window is None else [
                (max(a[0], b[0]), min(a[1], b[1])) for a in window for b in own if max(a[0], b[0]) <= min(a[1], b[1])
            ]  # fmt: skip
    if not window or named < 2 or len(window) != 1 or (window[0][1] - window[0][0]).days > 6 * REACH:
        return None
    return window[0][0] + slack, max(window[0][1] - slack, window[0][0] + slack)


def _links(reports: tuple[Report, ...]) -> dict[str, Counter[str]]:
    """How many runs of six words each two reports share."""
    keys = {
        n: shingle(re.findall(r"\w+", " ".join(r.text[s.start : s.end] for s in r.body).lower()), 6)
        for n, r in enumerate(reports)
    }
    links: dict[str, Counter[str]] = {}
    for (one, other), shared in meeting_pairs(keys, 12):
        links.setdefault(reports[one].id, Counter())[reports[other].id] = shared
        links.setdefault(reports[other].id, Counter())[reports[one].id] = shared
    return links


def _late(mine: Published, findings: Findings, stated: Sequence[date]) -> tuple[Published, Published] | None:
    """A stated date that comes long after all others and after all that the text tells: perhaps the day of a crawl.

    The stated date stays the later bound; the newest full date of the text becomes the earlier. The times are anchored
    to the days between that and the newest other report. `stated` are the last stated days of all reports, in order.
    """
    own = _days(mine)
    others = len(stated) - 1
    if mine.basis != "stated" or own is None or others < 2:
        return None
    middle = stated[others // 2 + (bisect_left(stated, own[1]) <= others // 2)]
    if (own[0] - middle).days < LATE:
        return None
    told = [
        date.fromisoformat(t.time.latest[:10])
        for t in findings.times
        if t.anchor == "none" and t.time is not None and t.time.precision in ("day", "hour", "minute")
    ]
    told = [d for d in told if d <= own[0]]
    if not told or not -3 <= (max(told) - middle).days <= 1:
        return None
    first = max(told)
    near = max(first, middle)
    because = f"stated {own[1]}, but its newest date is {first}, and half the other reports are of {middle} or before"
    return (
        Published(first.isoformat(), mine.latest, "stated", because),
        Published(first.isoformat(), near.isoformat(), "inferred", because),
    )
