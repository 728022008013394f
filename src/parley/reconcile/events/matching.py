"""Whether two chains tell one event: what speaks against it, and how much speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from parley.model.times import Time
from parley.reconcile.events.chains import Chain
from parley.reconcile.events.counts import PEOPLE, TERM, sort_of
from parley.reconcile.events.families import DATED, MOVABLE, PERSONAL, SETTLED_FIRST, SINGULAR
from parley.text.intervals import agree, bounds, days_of

DONE = frozenset({"held", "happened", "carried out", "under way", "lapsed", "broken"})
OPEN = frozenset({"proposed"})
SET = frozenset({"scheduled", "postponed"})
NAMED = frozenset(["mishap", "disaster"])
COUNTED = frozenset(["release", "custody", "rescue", "discovery"])
NARROW_DAYS = 3
SMALL = 20
ALIKE = 0.6
DAY_LONG = 10
CLOCKS_APART = timedelta(hours=3)
ONCE = frozenset(["custody", "abduction", "resignation", "ruling", "sentence", "appeal"])
MANY_A_DAY = frozenset(["explosion", "fire"])
ROUNDED = 100
STALE_DAYS = 14
NEWS = frozenset(["contact", "force"])
PUT_OFF_DAYS = 31
LATE_DAYS = 14
LASTING = frozenset(["mourning"])
LASTS = timedelta(days=7)


def conflict(a: Chain, b: Chain) -> bool:
    """Whether something that both say cannot be true of one event."""
    if (
        _said(a)
        and _said(b)
        and not any(speaks(a, b) for speaks in (_times_agree, _settled_then_done, _put_off, _a_day_off, _days_on_end))
    ):
        return True
    apart = (
        _one_and_several,
        _direct_or_not,
        _other_parties,
        _call_and_meeting,
        _wish_and_deed,
        _next_and_last,
        _leaders_and_sides,
    )
    if a.mutual and b.mutual and any(speaks(a, b) for speaks in apart):
        return True
    if a.rounds and b.rounds and a.rounds.isdisjoint(b.rounds):
        return True
    if _placed_apart(a, b):
        # One report may have the town of a meeting wrong: same country, same parties and the same day outweigh it.
        alike = len(a.parties) > 1 and a.parties == b.parties and bool(a.lands & b.lands)
        if not (a.mutual and alike and not (a.times and b.times and not same_days(a, b))):
            return True
    if a.family == "force" and not same_days(a, b) and _counted_apart(a, b, lambda noun: noun != PEOPLE):
        return True
    return a.family not in SINGULAR and _counted_apart(a, b, _measures)


def _counted_apart(a: Chain, b: Chain, counts: Callable[[str], bool]) -> bool:
    """Whether the two give other numbers of one thing that `counts`."""
    return any(a.numbers[n].isdisjoint(b.numbers[n]) for n in a.numbers.keys() & b.numbers.keys() if counts(n))


def _placed_apart(a: Chain, b: Chain) -> bool:
    if a.family not in DATED or not (a.places and b.places) or a.places & b.places or _one_inside(a, b):
        return False
    # A ship sinks off an island and in a strait: of one accident on one day several places are true.
    return not (a.family == "mishap" and same_days(a, b) and {*a.types, *b.types}.isdisjoint(MANY_A_DAY))


def _said(chain: Chain) -> bool:
    """Whether the telling gives a time that is no guess."""
    return any(not t.guess for t in chain.times)


def share_time(a: Chain, b: Chain) -> bool:
    """Whether both give a time, and where one is a guess the two agree."""
    return bool(a.times and b.times) and (_said(a) == _said(b) or _times_agree(a, b))


def _times_agree(a: Chain, b: Chain) -> bool:
    return any(agree(x, y) or _clocks_near(x, y) for x in a.times for y in b.times)


def _clocks_near(a: Time, b: Time) -> bool:
    """Whether both are by the clock and a few hours apart: reports that part on the hour, not on the event."""
    if len(a.earliest) == DAY_LONG or len(b.earliest) == DAY_LONG:
        return False
    (first, last), (begin, end) = bounds(a), bounds(b)
    return max(begin - last, first - end) <= CLOCKS_APART


def _a_day_off(a: Chain, b: Chain) -> bool:
    """Whether two tell of the same people what happens to one but once, on days next to each other."""
    if a.family not in ONCE or not a.people & b.people:
        return False
    return any(
        max(first - end, begin - last) <= timedelta(days=1)
        for first, last in map(days_of, a.times)
        for begin, end in map(days_of, b.times)
    )


def _days_on_end(a: Chain, b: Chain) -> bool:
    """Whether both tell of what goes on for days, which one report dates by its first day and one by its last."""
    if a.family not in LASTING:
        return False
    return any(
        max(first - end, begin - last) < LASTS
        for first, last in map(days_of, a.times)
        for begin, end in map(days_of, b.times)
    )


def _wish_and_deed(a: Chain, b: Chain) -> bool:
    """Whether one is only wanted and the other took place, and neither day nor people say that they are one."""
    if (a.status in OPEN) == (b.status in OPEN) or not (a.status in DONE or b.status in DONE):
        return False
    return not (same_days(a, b) or len(a.people & b.people) > 1)


def _next_and_last(a: Chain, b: Chain) -> bool:
    """Whether one is a round to come and the other one that was, with neither day, place nor people in common."""
    if a.family != "contact" or {a.status == "scheduled", b.status == "scheduled"} != {True, False}:
        return False
    if not (a.status in DONE or b.status in DONE):
        return False
    announced, held = (a, b) if a.status == "scheduled" else (b, a)
    if (
        announced.told_on
        and announced.told_on < held.told_on
        and (a.people & b.people or len(a.parties & b.parties) > 1)
    ):
        return False  # what one report announces, a later one tells as held
    return not (same_days(a, b) or len(a.people & b.people) > 1 or a.places & b.places)


def _call_and_meeting(a: Chain, b: Chain) -> bool:
    """Whether one is a call and the other none, unless both name two people and are as fixed as each other."""
    if a.family != "contact" or ("call" in a.types) == ("call" in b.types):
        return False
    return len(a.people & b.people) < 2 or (a.status in OPEN) != (b.status in OPEN)


def _one_and_several(a: Chain, b: Chain) -> bool:
    """Whether one tells of a number of rounds, and the other of a single one by its day."""
    if a.family != "contact":
        return False
    several = [any(n.isdigit() and int(n) > 1 for n in c.numbers.get("round", ())) for c in (a, b)]
    return several[0] != several[1] and bool((b if several[0] else a).times)


def _direct_or_not(a: Chain, b: Chain) -> bool:
    """Whether one tells of direct talks, and the other of indirect ones."""
    return ("direct" in a.words and "indirect" in b.words) or ("indirect" in a.words and "direct" in b.words)


def _leaders_and_sides(a: Chain, b: Chain) -> bool:
    """Whether one is a meeting of two people by name and the other of sides, and neither day nor place is shared."""
    if a.family != "contact" or (len(a.people) > 1) == (len(b.people) > 1) or a.people & b.people:
        return False
    return not (same_days(a, b) or a.places & b.places)


def same_days(a: Chain, b: Chain) -> bool:
    """Whether both tell a time of at most a few days, and the two agree."""
    return any(_width(t) <= NARROW_DAYS and agree(t, u) for t in a.times for u in b.times)


def _settled_then_done(a: Chain, b: Chain) -> bool:
    """Whether one tells the day on which the thing was settled, and the other the later day on which it was done."""
    first, later = (a, b) if a.status == "agreed" else (b, a)
    if first.status != "agreed" or later.status not in DONE | {"scheduled"} or a.family not in SETTLED_FIRST:
        return False
    return max(t.earliest[:10] for t in first.times) <= min(t.latest[:10] for t in later.times)


def _put_off(a: Chain, b: Chain) -> bool:
    """Whether one was set for a day and took place, or was set anew, some days later: so many people say that."""
    if a.family not in MOVABLE or a.family != b.family:
        return False
    first, later = sorted((a, b), key=lambda c: (c.status in DONE, c.status == "postponed"))
    if first.status not in SET or later.status not in DONE | SET or first.status == later.status == "scheduled":
        return False
    days = [days_of(t)[0] for t in later.times]
    gap = (max(days) - min(days_of(t)[0] for t in first.times)).days
    counted = any(a.numbers[n] & b.numbers[n] for n in a.numbers.keys() & b.numbers.keys())
    if not (a.people & b.people or counted or (len(a.words & b.words) > 1 and gap <= LATE_DAYS)):
        return False
    # The past tense of "was put off until Saturday" hides on which side the new day lies.
    return (-7 if "postponed" in (first.status, later.status) else 0) <= gap <= PUT_OFF_DAYS


def _measures(noun: str) -> bool:
    return noun in (TERM, "point", "round")


def _other_parties(a: Chain, b: Chain) -> bool:
    """Whether each side has a party that the other's full cast leaves out."""
    if a.people and b.people:
        if a.people.isdisjoint(b.people):
            return True
        if len(a.people) > 1 and len(b.people) > 1 and len(a.people & b.people) < 2:
            return True
    if a.parties and b.parties:
        if a.parties.isdisjoint(b.parties):
            return True
        if a.parties - b.parties and b.parties - a.parties:
            return True
        one_sided = (len(a.people) > 1) != (len(b.people) > 1)
        if one_sided and not a.people & b.people and min(len(a.parties), len(b.parties)) > 1:
            return (a.status in OPEN) != (b.status in OPEN)
    return False


def _one_inside(a: Chain, b: Chain) -> bool:
    """Whether one side names only the country in which the other's place lies."""
    return bool(a.lands & b.lands) and not (a.towns and b.towns)


def weigh(a: Chain, b: Chain) -> float:
    """How much speaks for one event; 0 where nothing does."""
    people, parties = len(a.people & b.people), len(a.parties & b.parties)
    score = (0.0, 1.6, 4.0)[min(people, 2)] + 1.2 * min(max(parties - people, 0), 2)
    if share_time(a, b):
        narrow = a.family in SINGULAR and min(map(_width, a.times + b.times)) <= NARROW_DAYS
        score += 1.5 if narrow or _both_narrow(a, b) else 0.5
    if a.places & b.places:
        # That both were somewhere in one country says little of blows, of which a war has many.
        score += 1.5 if a.family != "force" or a.towns & b.towns else 1.0
    elif a.lands & b.lands:
        score += 0.5
    shared = [n for n in a.numbers.keys() & b.numbers.keys() if a.numbers[n] & b.numbers[n]]
    if not shared and _large(a) & _large(b):
        score += 1.0  # "250 missiles" and "250 rockets"
    score += 1.5 * min(len(shared), 2) + 1.0 * (TERM in shared and a.family == "ceasefire")
    common = len(a.words & b.words)
    score += 2.5 * (2 * common / (len(a.words) + len(b.words))) if common else 0.0
    if set(a.types) & set(b.types):
        score += 0.7
    if (a.status in OPEN) != (b.status in OPEN) and (a.status in DONE or b.status in DONE):
        score -= 2.0
    if a.family == "contact" and max(parties, people) == 1 and max(len(a.parties), len(b.parties)) == 1:
        score -= 0.0 if same_days(a, b) or a.places & b.places else 1.0  # with whom, neither says
    if a.family == "contact" and "next" in a.ordinals | b.ordinals and not same_days(a, b):
        score += 1.2 if "next" in a.ordinals & b.ordinals else -0.7
    score += 1.2 * bool(a.rounds & b.rounds) + 1.2 * bool(a.hours & b.hours)
    if _long_past(a, b) or _long_past(b, a):
        score -= 1.5
    if a.background != b.background and not same_days(a, b):
        score -= 1.0
    return score


def _long_past(fresh: Chain, dated: Chain) -> bool:
    """Whether one tells as news, without a day or place in common, what the other dates weeks before that report."""
    if fresh.family not in NEWS or fresh.times or fresh.background or fresh.places & dated.places:
        return False
    if not dated.times or not fresh.told_on:
        return False
    last = max(days_of(t)[1] for t in dated.times)
    return (date.fromisoformat(fresh.told_on) - last).days > STALE_DAYS


def distinct(a: Chain, b: Chain) -> bool:
    """Whether two tellings of what there is mostly one of are of two: other people, other numbers of them."""
    if a.ordinals != b.ordinals:
        return True
    if a.family == "disaster":
        sorts = [{s for lemma in c.lemmas if (s := sort_of(lemma))} for c in (a, b)]
        return bool(sorts[0] and sorts[1]) and sorts[0].isdisjoint(sorts[1])
    if a.family in PERSONAL and _other_people(a, b):
        return True
    known = a.definite or b.definite
    if a.family in PERSONAL and not known and a.parties and b.parties and a.parties.isdisjoint(b.parties):
        return True
    if a.family in COUNTED:
        counts = [{n for values in c.numbers.values() for n in values} for c in (a, b)]
        if counts[0] and counts[1] and counts[0].isdisjoint(counts[1]):
            return True
    if a.family == "discovery" and a.words.isdisjoint(b.words):
        return True
    if a.family == "release":
        return bool(a.parties and b.parties and a.parties.isdisjoint(b.parties))
    if a.family == "custody":
        return _one_and_many(a, b) or _other_targets(a, b)
    return False


def _other_people(a: Chain, b: Chain) -> bool:
    """Whether it is of other people: of those whom it befalls, where both say whom; a judge may be named but once."""
    if a.targets and b.targets:
        return a.targets.isdisjoint(b.targets)
    if (a.targets or b.targets) and (a.definite or b.definite):
        return False
    return bool(a.people and b.people) and a.people.isdisjoint(b.people)


def _other_targets(a: Chain, b: Chain) -> bool:
    """Whether both say by name whom or what it befell, and not the same; or neither, and of other countries."""
    if a.targets and b.targets:
        return a.targets.isdisjoint(b.targets)
    return not (a.targets or b.targets) and bool(a.flags and b.flags) and a.flags.isdisjoint(b.flags)


def _one_and_many(a: Chain, b: Chain) -> bool:
    """Whether one tells of two or more taken, and the other of one by name."""
    one, many = (a, b) if b.numbers else (b, a)
    named = one.targets | one.flags
    return bool(many.numbers) and not one.numbers and bool(named) and named.isdisjoint(many.targets | many.flags)


def _large(chain: Chain) -> set[str]:
    """The numbers that hardly come up twice by chance, large ones to two digits: some say 1,419 and some 1,400."""
    told = {n for values in chain.numbers.values() for n in values}
    whole = {n for n in told if n.isdigit() and int(n) > SMALL}
    return {n if len(n) < len(str(ROUNDED)) else str(round(int(n), 2 - len(n))) for n in whole} | {
        n for n in told if "." in n
    }


def anchored(a: Chain, b: Chain) -> bool:
    """Whether, besides like words, a time, place, party or number is shared, or one takes the thing as known."""
    told = any(a.numbers[n] & b.numbers[n] for n in a.numbers.keys() & b.numbers.keys()) or _large(a) & _large(b)
    if a.people & b.people or a.places & b.places or a.rounds & b.rounds or told:
        return True
    if a.family == "force":
        # One side strikes many blows: that it strikes, or in which month, tells none from another.
        alike = 2 * len(a.words & b.words) > ALIKE * (len(a.words) + len(b.words))
        return bool(a.targets & b.targets) or alike or (share_time(a, b) and _both_narrow(a, b))
    known = a.family in NAMED and (a.definite or b.definite) and bool(a.lemmas & b.lemmas)
    return bool(a.parties & b.parties) or share_time(a, b) or known


def _both_narrow(a: Chain, b: Chain) -> bool:
    return all(min(map(_width, c.times)) <= NARROW_DAYS for c in (a, b))


def _width(time: Time) -> int:
    first, last = days_of(time)
    return (last - first).days if isinstance(first, date) else 0
