"""One event as the record keeps it, from the chains that tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from parley.model.findings import EventFinding, Status
from parley.model.items import Event, Name, Role, Turn
from parley.model.passages import Witness
from parley.model.times import Time
from parley.reconcile.draft import Draft
from parley.reconcile.events.chains import RANK, Chain
from parley.reconcile.events.families import HELD, MOVABLE, PLAIN, family_of
from parley.reconcile.events.mentions import family_in, status_in
from parley.reconcile.events.summary import summarise
from parley.reconcile.events.when import day_told, inferred_time, told_time
from parley.text.intervals import agree, days_of

SET_FOR_A_DAY = HELD | {"sentence", "walkout", "release", "exchange"}
DECLARED = frozenset(["mourning"])
TOOK_PLACE = ("held", "happened", "carried out")
UNTIL = re.compile(r"\b(?:until|till|to|for)\s+(?:at least\s+)?(?:the\s+)?$", re.I)
BY = re.compile(r"\b(?:by|before|until|no later than|not later than|within)\s+(?:the\s+)?$", re.I)
Told = list[tuple[str, EventFinding]]
Dated = list[tuple[str, EventFinding, Time]]


def compose(draft: Draft, chains: list[Chain], names: Mapping[str, Name]) -> Event:
    """The item; `names` are the story's, by id.

    Its witnesses are in order of report and offset; its type is what most mentions call it.
    """
    told: Told = [(c.report, draft.findings[c.report].events[i]) for c in chains for i in c.indices]
    witnesses = sorted({draft.witness(r, e.start, e.end) for r, e in told})
    least = witnesses[0]
    kind = _type(told)
    time = _time(draft, told)
    history = _history(draft, chains, time)
    status = _final(history, kind)
    place = _place(draft, told)
    roles = _participants(draft, told, place)
    summary = summarise(names, kind, roles, place, time, [e for _, e in told])
    return Event(
        id=draft.ids.give("event", least.report, least.start),
        story=draft.story.id,
        type=kind,
        code=Counter(e.code for _, e in told if e.code).most_common(1)[0][0] if any(e.code for _, e in told) else None,
        background=all(c.background for c in chains),
        status=status,
        time=time,
        place=place,
        participants=roles,
        terms=_terms(draft, told),
        condition=next((e.condition.of(draft.report(r).text) for r, e in told if e.condition), None),
        expires=next((t for r, e in told if (t := draft.time(r, e.expires)) is not None), None),
        according_to=_sources(draft, told),
        summary=summary,
        history=history,
        witnesses=tuple(witnesses),
        support=draft.support({c.report for c in chains}),
    )


def _type(told: Told) -> str:
    """What most mentions call it, those that tell it in full counted twice; the first of equals."""
    votes: Counter[str] = Counter()
    settled = any(family_in(e) != family_of(e.type) for _, e in told)
    for _, event in told:
        # An agreement on an exchange is told as the exchange, where anything else tells that.
        if event.type != "casualties" and not (settled and event.type == "agreement"):
            votes[PLAIN.get(event.type, event.type)] += 1 if event.definite else 2
    if not votes:
        return "agreement" if settled else "casualties"
    return votes.most_common(1)[0][0]


def _history(draft: Draft, chains: list[Chain], time: Time | None) -> tuple[Turn, ...]:
    """One turn a report: its last word on how the event stands, in order of the reports' dates.

    What takes place on a day that `time` tells is still to come for a report of an earlier day, however it puts it.
    """
    best: dict[str, tuple[Status, Witness]] = {}
    for chain in chains:
        for index in chain.indices:
            event = draft.findings[chain.report].events[index]
            status, known = status_in(draft.findings[chain.report], index), best.get(chain.report)
            if (
                event.type in SET_FOR_A_DAY
                and status in ("held", "happened", "under way")
                and _ahead(draft, chain.report, event, time)
            ):
                status = "scheduled"
            if known is None or RANK[status] > RANK[known[0]]:
                best[chain.report] = (status, draft.witness(chain.report, event.start, event.end))
    turns = [
        Turn(status, draft.published[report].earliest if report in draft.published else None, witness)
        for report, (status, witness) in best.items()
    ]
    return tuple(sorted(turns, key=lambda t: (t.as_of or "", RANK[t.status], t.witness)))


def _ahead(draft: Draft, report: str, event: EventFinding, time: Time | None) -> bool:
    published = draft.published.get(report)
    if time is None or time.guess or published is None or not published.latest or event.background:
        return False
    own = day_told(draft, report, event)
    return published.latest[:10] < days_of(time)[0].isoformat() and (own is None or own.guess or agree(own, time))


def _final(history: tuple[Turn, ...], kind: str) -> Status:
    """The state that the reports lead to: what was done stays done, and among plans the later word counts."""
    status = max(history, key=lambda t: (RANK[t.status], t.as_of or "")).status
    if kind in DECLARED and any(t.status == "declared" for t in history):
        return "declared"
    if status in ("held", "happened"):
        if kind in ("exchange", "release") and any(t.status == "agreed" for t in history):
            return "carried out"
        return "held" if kind in HELD else "happened"
    return status


def _time(draft: Draft, told: Told) -> Time | None:
    """The narrowest time that most independent origins agree on."""
    dated = [(r, e, t) for r, e in told if (t := told_time(draft, r, e)) is not None]
    if not dated:
        # What is only concluded counts where no report tells it.
        dated = [(r, e, t) for r, e in told if (t := inferred_time(draft, r, e)) is not None]
    # The day on which an exchange was agreed is not the day of the exchange, once that is known.
    settled = [one for one in dated if one[1].status not in ("agreed", "proposed")]
    done = _latest(draft, settled, told) if settled else dated
    if not done:
        done = [(r, e, t) for r, e in told if e.status in TOOK_PLACE and (t := inferred_time(draft, r, e)) is not None]
    given = [(draft.origin_of.get(r, r), t) for r, _, t in done]
    origins: dict[Time, set[str]] = {}
    for origin, time in given:
        origins.setdefault(time, set()).add(origin)
    said = [t for t in origins if not t.guess] or list(origins)
    # What is said of the month or the week gives way to the day of it that another says.
    finest = [t for t in said if not any(_within(other, t) for other in said)]

    def rank(time: Time) -> tuple[int, int, bool, str, str]:
        support = len({o for other, tellers in origins.items() if agree(time, other) for o in tellers})
        first, last = days_of(time)
        return (-support, (last - first).days, len(time.earliest) == 10, time.earliest, time.as_written)

    return min(finest, key=rank, default=None)


def _latest(draft: Draft, dated: Dated, told: Told) -> Dated:
    """Of the tellings with a time those that still count: as what took place, else as it was last announced.

    The day for which something was set is not its day once it was put off, or took place on another; a day within a
    stretch told as past ("over the weekend") makes that finer, unless it was but the last day on which it might be.
    """
    took = [one for one in dated if one[1].status in (*TOOK_PLACE, "under way") and not _is_early(draft, one)]
    if took:
        return [
            one
            for one in dated
            if one in took
            or (any(_within(one[2], t[2]) for t in took) and not _is_deadline(draft, one))
            or not (family_of(one[1].type) in MOVABLE or any(one[0] == t[0] for t in took) or _is_early(draft, one))
        ]
    happened = any(e.status in TOOK_PLACE and not e.background for _, e in told)
    kept = [one for one in dated if not _is_given_up(draft, one)]
    if happened or kept:
        dated = kept  # the day on which it was not
    put_off = [one for one in dated if one[1].status == "postponed"]
    days = {one[0]: _day_of(draft, one[0]) for one in dated}
    if not dated or not all(days.values()) or not (put_off or any(e.status == "postponed" for _, e in told)):
        return dated
    if put_off and family_of(dated[0][1].type) in MOVABLE:
        dated = [one for one in dated if one in put_off or any(_within(one[2], p[2]) for p in put_off)]
    newest = max(days[one[0]] for one in dated)
    return [one for one in dated if days[one[0]] == newest]


def _is_early(draft: Draft, one: tuple[str, EventFinding, Time]) -> bool:
    """Whether the report appeared before the day that it tells: then it announces, however it puts it."""
    published = draft.published.get(one[0])
    return bool(published and published.latest) and published.latest[:10] < days_of(one[2])[0].isoformat()  # type: ignore[index, union-attr]


def _is_given_up(draft: Draft, one: tuple[str, EventFinding, Time]) -> bool:
    """Whether it was put off from that day, and not to it ("put off until May 3")."""
    report, event, _ = one
    if event.status != "postponed" or event.time is None:
        return False
    time = draft.findings[report].times[event.time]
    ranged = time.time is not None and time.time.earliest != time.time.latest
    before = draft.report(report).text[max(0, time.start - 20) : time.start]
    return not ranged and UNTIL.search(before) is None


def _is_deadline(draft: Draft, one: tuple[str, EventFinding, Time]) -> bool:
    """Whether the time is the last at which it may be: "by February 25"."""
    report, event, _ = one
    if event.time is None:
        return False
    start = draft.findings[report].times[event.time].start
    return BY.search(draft.report(report).text[max(0, start - 20) : start]) is not None


def _day_of(draft: Draft, report: str) -> str:
    published = draft.published.get(report)
    return (published.latest or "")[:10] if published is not None else ""


def _within(inner: Time, outer: Time) -> bool:
    """Whether the days of `inner` are some of those of `outer`, and not all of them."""
    (first, last), (begin, end) = days_of(inner), days_of(outer)
    return begin <= first and last <= end and (last - first) < (end - begin)


def _place(draft: Draft, told: Told) -> str | None:
    """The place that most independent origins give, a town before the country around it."""
    votes: dict[str, set[str]] = {}
    lands: dict[str, str | None] = {}
    wide: dict[str, bool] = {}
    for report, event in told:
        if event.place is None:
            continue
        finding = next((n for n in draft.findings[report].names if n.id == event.place), None)
        name = draft.name_of.get((report, event.place))
        if finding is None or name is None:
            continue
        votes.setdefault(name, set()).add(draft.origin_of.get(report, report))
        lands[name] = finding.country
        wide[name] = (finding.key or "").startswith("country/")
    if not votes:
        return None
    towns = [n for n in votes if not wide[n]]
    for town in towns:
        for name in votes:
            if wide[name] and lands[name] and lands[name] == lands[town] and len(towns) == 1:
                votes[town] |= votes[name]
    return min(votes, key=lambda n: (-len(votes[n]), wide[n], n))


def _participants(draft: Draft, told: Told, place: str | None) -> tuple[Role, ...]:
    """Who takes part, in order of how many mentions say so."""
    votes: Counter[str] = Counter()
    roles: dict[str, Counter[str]] = {}
    for report, event in told:
        for participant in event.participants:
            name = draft.name_of.get((report, participant.name))
            if name is not None and name != place:
                votes[name] += 1
                roles.setdefault(name, Counter())[participant.role] += 1
    return tuple(Role(n, roles[n].most_common(1)[0][0]) for n, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])))


def _terms(draft: Draft, told: Told) -> tuple[str, ...]:
    found = [span.of(draft.report(r).text) for r, e in told for span in e.terms]
    kept: list[str] = []
    for term in sorted(dict.fromkeys(found), key=lambda t: (-len(t), t)):
        if not any(term.lower() in k.lower() for k in kept):
            kept.append(term)
    return tuple(kept[:6])


def _sources(draft: Draft, told: Told) -> tuple[str, ...]:
    named = [draft.name_of.get((r, s)) for r, e in told for s in e.according_to]
    return tuple(sorted({n for n in named if n is not None}))
