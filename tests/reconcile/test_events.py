"""Events across reports: what is one event, what is not, and how its status goes on."""

from __future__ import annotations

from functools import cache
from itertools import permutations

from parley.annotate.annotator import Annotator
from parley.model.items import Event, Story, StoryItems
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile import reconcile


@cache
def annotator() -> Annotator:
    return Annotator()


def story(*told: tuple[str, str], order: tuple[int, ...] | None = None) -> StoryItems:
    """The items of reports given as (day, text)."""
    reports = [
        Report(
            f"r{number}", f"{number}.txt", str(number), None, None, None, (), "en",
            Published(day, day, "stated", "given"), text, (Span(0, len(text)),), Reader("test", "1"),
        )
        for number, (day, text) in enumerate(told, 1)
    ]  # fmt: skip
    if order is not None:
        reports = [reports[i] for i in order]
    findings = {r.id: annotator().annotate(r) for r in reports}
    return reconcile(Story("s1", "", tuple(sorted(findings)), None, None), reports, findings)


def one(items: StoryItems, kind: str) -> Event:
    (event,) = [e for e in items.events if e.type == kind]
    return event


ANNOUNCED = ("2024-04-06", "French President Luc Martin will speak by phone with Emre Kaya on Monday.")
ALSO = ("2024-04-07", "Luc Martin is scheduled to hold a phone call with Emre Kaya on Monday, his office said.")
HELD = ("2024-04-09", "Luc Martin spoke by phone with Emre Kaya on Monday.")


def test_announced_and_held_is_one_event_with_a_history() -> None:
    call = one(story(ANNOUNCED, ALSO, HELD), "call")
    assert call.status == "held"
    assert [(t.status, t.as_of) for t in call.history] == [
        ("scheduled", "2024-04-06"), ("scheduled", "2024-04-07"), ("held", "2024-04-09"),
    ]  # fmt: skip
    assert call.time is not None
    assert call.time.earliest == "2024-04-08"
    assert call.support.reports == 3


def test_the_order_of_reports_does_not_matter() -> None:
    told = (ANNOUNCED, ALSO, HELD)
    expected = story(*told).events
    for order in permutations(range(3)):
        assert story(*told, order=order).events == expected


def test_different_calls_stay_apart() -> None:
    items = story(HELD, ("2024-04-09", "Luc Martin spoke by phone with Pavel Horak on Monday."))
    assert len([e for e in items.events if e.type == "call"]) == 2


def test_an_exchange_agreed_and_carried_out_is_one() -> None:
    items = story(
        ("2024-04-06", "Eritrea and Djibouti agreed on Friday to exchange 40 prisoners of war each."),
        ("2024-04-13", "Eritrea and Djibouti exchanged 40 prisoners of war each on Friday."),
    )
    swap = one(items, "exchange")
    assert [t.status for t in swap.history] == ["agreed", "happened"]
    assert swap.status == "carried out"


def test_rounds_of_talks_on_other_days_stay_apart() -> None:
    items = story(
        ("2024-04-03", "Sudan and Ethiopia held talks in Nairobi on April 2."),
        ("2024-04-12", "Sudan and Ethiopia held talks in Nairobi on April 11."),
    )
    assert len([e for e in items.events if e.type == "talks"]) == 2


def test_a_capital_stands_for_its_country() -> None:
    items = story(
        ("2024-04-09", "Officials from Serbia and Croatia held talks in Geneva on Monday."),
        ("2024-04-09", "Belgrade and Zagreb held talks in Geneva on Monday."),
    )
    talks = one(items, "talks")
    names = {n.id: n.name for n in items.names}
    assert talks.place is not None
    assert names[talks.place] == "Geneva"


def test_a_bare_mention_joins_the_event_of_its_report() -> None:
    items = story(("2024-04-09", "Nora Lim met Paul Ortega in Lyon on Monday. The meeting lasted an hour."))
    assert len(one(items, "meeting").witnesses) == 2


def test_witnesses_are_passages_of_the_reports() -> None:
    items = story(ANNOUNCED, ALSO, HELD)
    texts = {r.id: r.text for r in items.reports}
    for event in items.events:
        assert list(event.witnesses) == sorted(event.witnesses)
        for witness in [*event.witnesses, *(t.witness for t in event.history)]:
            assert texts[witness.report][witness.start : witness.end] == witness.exact


def test_summary_is_one_plain_line() -> None:
    call = one(story(ANNOUNCED, HELD), "call")
    assert call.summary.startswith("Call between ")
    assert call.summary.endswith("8 April 2024")
    assert "\n" not in call.summary


def test_a_line_says_what_was_done() -> None:
    items = story(
        (
            "2024-04-09",
            "The ministry suspended the licence of Nordbank on Monday. Police questioned Jan Berg on Monday. "
            "Jan Berg was taken to hospital in Accra on Monday. The funeral of Anna Lund was held in Accra on Monday.",
        )
    )
    lines = {e.type: e.summary for e in items.events}
    assert lines["licence"].startswith("Suspension of a licence")
    assert lines["questioning"].startswith("Questioning of Jan Berg")
    assert lines["hospital"].startswith("Hospital treatment of Jan Berg")
    assert lines["ceremony"].startswith("Funeral")


DERAILED = ("2024-04-09", "A tram jumped the rails near Orsk Bridge on Monday, police said. Two people were killed.")
OFF_TRACK = ("2024-04-09", "A crowded tram came off the tracks near Orsk Bridge on Monday morning.")
LATER = ("2024-04-16", "A worn wheel caused the derailment that killed two people near Orsk Bridge last week.")


def test_one_accident_in_three_wordings() -> None:
    accident = one(story(DERAILED, OFF_TRACK, LATER), "accident")
    assert {w.report for w in accident.witnesses} == {"r1", "r2", "r3"}
    assert accident.time is not None
    assert (accident.time.earliest, accident.time.latest) == ("2024-04-08", "2024-04-08")
    assert accident.summary == "Derailment at Orsk Bridge, 8 April 2024"


def test_put_off_and_then_done_is_one_release() -> None:
    items = story(
        ("2024-04-08", "Four miners who were abducted in Ghana in March will be released on Thursday, Togo said."),
        ("2024-04-11", "The release of four miners abducted in Ghana was put off until Saturday, their union said."),
        ("2024-04-13", "Four miners were freed in Ghana on Saturday, their union said."),
    )
    release = one(items, "release")
    assert [t.status for t in release.history] == ["scheduled", "postponed", "happened"]
    assert release.time is not None
    assert release.time.earliest == "2024-04-13"
    assert release.summary.startswith("Release of four miners")


def test_a_second_walkout_is_another() -> None:
    items = story(
        ("2024-04-09", "Nurses began a 24-hour strike at Vale Hospital on Tuesday."),
        ("2024-04-11", "A second walkout, which the union had planned for Friday, has been called off."),
    )
    walkouts = [e for e in items.events if e.type == "walkout"]
    assert sorted(e.status for e in walkouts) == ["cancelled", "under way"]


def test_other_numbers_of_people_part_two_releases() -> None:
    items = story(
        ("2024-04-09", "Six sailors were freed in Ghana on Monday."),
        ("2024-04-09", "Ghana released 14 prisoners on Monday."),
    )
    assert len([e for e in items.events if e.type == "release"]) == 2


def joined(items: StoryItems, kind: str) -> list[set[str]]:
    """The reports of each event of a type."""
    return sorted(({w.report for w in e.witnesses} for e in items.events if e.type == kind), key=sorted)


def test_a_truce_of_a_month_and_of_thirty_days_is_one_proposal() -> None:
    items = story(
        ("2024-04-06", "Envoys proposed a 30-day truce between Chad and Sudan."),
        ("2024-04-06", "Sudan is weighing a one-month ceasefire that envoys have proposed."),
        ("2024-04-06", "Envoys of the league had earlier proposed a three-day ceasefire in Sudan."),
    )
    assert joined(items, "ceasefire") == [{"r1", "r2"}, {"r3"}]


def test_so_many_each_are_twice_as_many_in_all() -> None:
    items = story(
        ("2024-04-06", "Eritrea and Djibouti agreed on Friday to exchange 40 prisoners each."),
        ("2024-04-13", "Eritrea and Djibouti exchanged 80 prisoners on Friday."),
    )
    assert one(items, "exchange").status == "carried out"


def test_a_naming_of_what_was_agreed_does_not_carry_it_out() -> None:
    items = story(
        ("2024-04-06", "Eritrea and Djibouti agreed on Friday to exchange 40 prisoners. Aides welcomed the exchange."),
    )
    assert one(items, "exchange").status == "agreed"


def test_a_body_and_its_council_are_one_party() -> None:
    items = story(
        ("2024-04-09", "The Andean Union imposed sanctions on Norland in March."),
        ("2024-04-09", "The Andean Union Council imposed sanctions on Norland in March."),
    )
    assert joined(items, "sanctions") == [{"r1", "r2"}]


def test_a_seized_ship_is_one_and_two_seized_ships_are_others() -> None:
    items = story(
        ("2024-04-09", "Greek police seized the tanker Aurora in the port of Patras on March 24."),
        ("2024-04-09", "The tanker Aurora was seized by Greece in late March, an official said."),
        ("2024-04-09", "Greece has seized two ferries over unpaid debts."),
    )
    assert {"r1", "r2"} in joined(items, "seizure")
    assert {"r3"} in joined(items, "seizure")


def test_the_day_counts_more_than_the_month() -> None:
    items = story(
        ("2024-04-29", "Chad and Sudan held talks in Nairobi in April."),
        ("2024-04-29", "Chad and Sudan held talks in Nairobi this month, their first."),
        ("2024-04-29", "Chad and Sudan held talks in Nairobi on April 21."),
    )
    talks = one(items, "talks")
    assert talks.time is not None
    assert (talks.time.earliest, talks.time.latest) == ("2024-04-21", "2024-04-21")


def test_a_report_of_an_earlier_day_only_announces() -> None:
    items = story(
        ("2024-04-06", "Chad and Sudan hold talks in Nairobi on April 9."),
        ("2024-04-10", "Chad and Sudan held talks in Nairobi on April 9."),
    )
    assert [t.status for t in one(items, "talks").history] == ["scheduled", "held"]


def test_an_earthquake_is_no_storm() -> None:
    items = story(
        ("2024-04-09", "An earthquake struck Orsk Island on Monday and killed 1,419 people."),
        ("2024-04-09", "The earthquake on Orsk Island killed more than 1,400 people."),
        ("2024-04-09", "A hurricane struck Orsk Island on Tuesday."),
    )
    disasters = joined(items, "disaster")
    assert {"r1", "r2"} in disasters
    assert {"r3"} in disasters


def test_the_dead_belong_to_what_killed_them_in_the_same_breath() -> None:
    items = story(("2024-04-09", "Six people were killed when shells struck a market in Malakal on Monday."))
    assert len([e for e in items.events if e.type in ("strike", "casualties", "attack")]) == 1


def test_hours_of_one_day_part_reports_not_the_event() -> None:
    items = story(
        ("2024-04-09", "The ferry Orla capsized at 9 p.m. on Monday off Patras."),
        ("2024-04-09", "The ferry Orla capsized at 10 p.m. on Monday off Patras."),
    )
    assert joined(items, "accident") == [{"r1", "r2"}]


def test_two_strikes_on_two_days_stay_apart() -> None:
    items = story(
        ("2024-04-09", "Drones struck a depot in Malakal on Monday, killing six people."),
        ("2024-04-12", "Drones struck a depot in Malakal on Thursday, killing six people."),
    )
    assert joined(items, "strike") == [{"r1"}, {"r2"}]


def test_the_next_round_is_not_the_last() -> None:
    items = story(
        ("2024-04-09", "Chad and Sudan held talks in Nairobi on Monday. The next round of talks will be held soon."),
        ("2024-04-09", "Talks between Chad and Sudan in Nairobi ended on Monday. The next talks are planned for May."),
    )
    assert sorted({e.status for e in items.events if e.type == "talks"}) == ["held", "scheduled"]


def test_calls_with_two_people_stay_two() -> None:
    items = story(
        (
            "2024-04-09",
            "Luc Martin spoke by phone with Emre Kaya on Monday. He spoke by phone with Pavel Horak on Tuesday.",
        ),
        ("2024-04-10", "Luc Martin called Pavel Horak on Tuesday."),
    )
    days = sorted(e.time.earliest for e in items.events if e.type == "call" and e.time is not None)
    assert days == ["2024-04-08", "2024-04-09"]


def day_of(event: Event) -> str | None:
    return event.time.earliest if event.time is not None and event.time.earliest == event.time.latest else None


SET_FOR = ("2031-03-10", "The funeral of Mayor Ivo Brandt will be held in Lund on Friday.")
MOVED = ("2031-03-12", "The funeral of Mayor Ivo Brandt was postponed until Sunday, the town of Lund said.")
BURIED = ("2031-03-17", "The funeral of Mayor Ivo Brandt was held in Lund on Sunday.")


def test_what_was_put_off_has_the_day_last_told() -> None:
    (moved,) = story(SET_FOR, MOVED).events
    assert moved.status == "postponed"
    assert day_of(moved) == "2031-03-16"
    assert [t.status for t in moved.history] == ["scheduled", "postponed"]


def test_what_took_place_has_its_day_not_the_day_announced() -> None:
    (buried,) = story(SET_FOR, MOVED, BURIED).events
    assert buried.status in ("held", "happened")
    assert day_of(buried) == "2031-03-16"


def test_the_day_given_up_is_not_that_of_what_took_place() -> None:
    told = (
        ("2031-03-10", "The sentencing of Ivo Brandt in Lund, due on Thursday, has been postponed."),
        ("2031-03-20", "Ivo Brandt was sentenced to five years in prison in Lund."),
    )
    assert all(day_of(e) != "2031-03-13" for e in story(*told).events if e.status == "happened")


def test_an_hour_alone_takes_the_day_that_another_report_tells() -> None:
    told = (
        ("2031-03-16", "The ferry Astrid sailed from Malmo at 7:35 p.m. and sank."),
        ("2031-03-14", "The ferry Astrid sailed from Malmo at 7:35 p.m. on Thursday."),
    )
    departure = one(story(*told), "departure")
    assert departure.support.reports == 2
    assert day_of(departure) == "2031-03-13"


def test_an_hour_alone_is_not_of_the_day_of_the_report() -> None:
    told = ("2031-03-16", "The union blames the port. The ferry Astrid sailed from Malmo at 7:35 p.m.")
    departure = one(story(told), "departure")
    assert departure.time is None or day_of(departure) != "2031-03-16"


def test_mourning_of_some_days_is_one_and_stays_declared() -> None:
    told = (
        ("2031-03-14", "President Anna Sorel declared three days of mourning starting Saturday."),
        (
            "2031-03-17",
            "Flags flew low on the last day of the mourning declared by President Anna Sorel, which ends on Monday.",
        ),
    )
    assert {e.status for e in story(*told).events if e.type == "mourning"} == {"declared"}
