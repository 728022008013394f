"""Clusters of tellings: what joins, what stays apart, and how long it takes."""

from __future__ import annotations

import time

from parley.model.findings import Status
from parley.model.times import Time
from parley.reconcile.events.chains import Chain
from parley.reconcile.events.clusters import cluster


def telling(
    report: str,
    kind: str,
    family: str,
    *,
    at: int = 0,
    day: str = "",
    town: str = "",
    status: Status = "happened",
    **more: set[str],
) -> Chain:
    """What one report tells; `day` may be a stretch ("2024-04-01/2024-04-07")."""
    first, _, last = day.partition("/")
    chain = Chain(
        report, [at], [kind], status, background=False, bare=False, definite=False, family=family, start=at,
        told_on="2024-04-10",
    )  # fmt: skip
    if day:
        chain.times = [Time(first, last or first, "day", None, day, False, "")]
    chain.places = chain.towns = {town} if town else set()
    for name, values in more.items():
        setattr(chain, name, set(values))
    return chain


def groups(*chains: Chain) -> list[set[str]]:
    """The reports of each event."""
    return [{c.report for c in members} for members in cluster(list(chains))]


def test_a_blow_told_by_its_week_and_by_its_day_is_one() -> None:
    one = telling("r1", "attack", "force", day="2024-04-04", town="Malakal", words={"bomb", "gate", "kill"})
    other = telling("r2", "strike", "force", day="2024-04-01/2024-04-07", town="Malakal", words={"bomb", "suicid"})
    assert groups(one, other) == [{"r1", "r2"}]


def test_the_same_attacker_alone_makes_no_two_blows_one() -> None:
    one = telling("r1", "strike", "force", parties={"TD"}, words={"launch", "dron"})
    other = telling("r2", "strike", "force", parties={"TD"}, words={"hit", "depot", "night"})
    assert groups(one, other) == [{"r1"}, {"r2"}]


def test_blows_in_two_towns_on_one_day_are_two() -> None:
    one = telling("r1", "strike", "force", day="2024-04-04", town="Malakal", parties={"TD"}, words={"depot"})
    other = telling("r2", "strike", "force", day="2024-04-04", town="Abeche", parties={"TD"}, words={"depot"})
    assert groups(one, other) == [{"r1"}, {"r2"}]


def test_one_wreck_off_an_island_and_in_a_strait() -> None:
    one = telling("r1", "accident", "mishap", day="2024-04-04", town="Orsk", words={"ferry", "sank"}, lemmas={"sink"})
    other = telling("r2", "accident", "mishap", day="2024-04-04", town="Vale Strait", words={"ferry", "capsiz"})
    assert groups(one, other) == [{"r1", "r2"}]


def test_a_day_apart_of_the_same_person_is_one_arrest() -> None:
    one = telling("r1", "arrest", "custody", day="2024-04-04", people={"n1"}, targets={"n1"}, parties={"n1"})
    other = telling("r2", "arrest", "custody", day="2024-04-05", people={"n1"}, targets={"n1"}, parties={"n1"})
    third = telling("r3", "arrest", "custody", day="2024-04-05", people={"n2"}, targets={"n2"}, parties={"n2"})
    assert groups(one, other, third) == [{"r1", "r2"}, {"r3"}]


def test_a_number_of_rounds_is_not_one_of_them() -> None:
    one = telling("r1", "talks", "contact", day="2024-04-04", town="Nairobi", status="held", parties={"TD", "SD"})
    several = telling("r2", "talks", "contact", status="held", parties={"TD", "SD"})
    several.numbers = {"round": {"3"}}
    assert groups(one, several) == [{"r1"}, {"r2"}]


def seconds(count: int) -> float:
    """The least time of two that clustering takes, with four tellings by each of so many reports."""
    chains = []
    for n in range(count):
        report = f"r{n:05d}"
        day = f"2024-{1 + n % 12:02d}-{1 + n % 28:02d}"
        words = {f"w{n % 50}", f"v{n % 7}", "dron"}
        chains += [
            telling(report, "strike", "force", at=1, day=day, town=f"t{n % 90}", parties={"TD"}, words=words),
            telling(report, "meeting", "contact", at=2, day=day, people={f"n{n % 40}", "n0"}, words=words),
            telling(report, "arrest", "custody", at=3, people={f"n{n % 200}"}, targets={f"n{n % 200}"}, words=words),
            telling(report, "sanctions", "sanctions", at=4, parties={"TD", f"p{n % 9}"}, words=words),
        ]
    taken = []
    for _ in range(2):
        began = time.process_time()
        cluster(chains)
        taken.append(time.process_time() - began)
    return min(taken)


def test_time_grows_with_the_number_of_reports_not_its_square() -> None:
    few, many = seconds(60), seconds(480)
    assert many < 24 * few


def test_bodies_found_are_one_find_where_number_and_words_allow() -> None:
    one = telling("r1", "discovery", "discovery", day="2024-04-04", words={"bodi", "civilian"})
    other = telling("r2", "discovery", "discovery", day="2024-04-01/2024-04-30", words={"grave", "civilian"})
    knife = telling("r3", "discovery", "discovery", day="2024-04-04", words={"knife"})
    assert groups(one, other, knife) == [{"r1", "r2"}, {"r3"}]


def test_rounds_are_told_apart_and_together_by_their_number() -> None:
    sides = {"TD", "SD"}
    second = telling("r1", "talks", "contact", day="2024-04-04", status="held", parties=sides, rounds={"second"})
    again = telling("r2", "talks", "contact", status="held", parties=sides, rounds={"second"})
    third = telling("r3", "talks", "contact", status="held", parties=sides, rounds={"third"})
    assert groups(second, again, third) == [{"r1", "r2"}, {"r3"}]
