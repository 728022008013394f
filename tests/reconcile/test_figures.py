"""Figures of one thing, joined; figures of two things, kept apart."""

from __future__ import annotations

from functools import cache

import pytest

from parley.annotate.annotator import Annotator
from parley.model.items import Figure, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.draft import Draft, begin
from parley.reconcile.figures import Comparison, conversion_faults, join
from parley.settings import DEFAULT_PIPELINE


@cache
def annotator() -> Annotator:
    return Annotator(DEFAULT_PIPELINE)


def drafted(*texts: str) -> Draft:
    reports = [
        Report(f"r{n}", "x", "", None, None, None, (), "en", Published(), t, (Span(0, len(t)),), Reader("test", "1"))
        for n, t in enumerate(texts)
    ]
    findings = {r.id: f for r, f in zip(reports, annotator().annotate_many(reports), strict=True)}
    draft = begin(Story("s", "", tuple(findings), None, None), reports, findings)
    join(draft)
    return draft


def of_value(draft: Draft, value: float) -> list[Figure]:
    return [f for f in draft.figures if f.value == value]


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("A blast in Orvik killed nine people.", "The Orvik blast left nine civilians dead.", 9),
        ("Both will free 250 prisoners of war.", "They agreed to exchange 250 captives each.", 250),
        ("Some 600 tons of diesel were moved.", "The crew moved 600 tons of diesel at night.", 600),
        ("The ministry listed 20 vessels.", "Sanctions now cover 20 ships.", 20),
        ("Envoys want a 40-day cease-fire.", "Mediators proposed a 40-day truce.", 40),
        ("The talks lasted one hour and 50 minutes.", "The nearly two-hour negotiations ended.", 110),
    ],
)
def test_one_thing_in_other_words_is_one_figure(one: str, other: str, value: float) -> None:
    figures = of_value(drafted(one, other), value)
    assert len(figures) == 1
    assert figures[0].support.reports == 2


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("The blast killed nine people.", "The blast wounded nine people.", 9),
        ("They downed 35 Ruthenian drones.", "They downed 35 Galdian drones.", 35),
        ("He was held for six months.", "The bridge was closed for six months.", 6),
        ("They sent 314 captives home.", "They launched 314 missiles.", 314),
    ],
)
def test_two_things_of_one_value_are_two_figures(one: str, other: str, value: float) -> None:
    assert len(of_value(drafted(one, other), value)) == 2


def test_whole_and_share_stay_apart() -> None:
    draft = drafted("They swapped 314 captives, 157 each.", "In all 314 captives came home.")
    assert len(of_value(draft, 314)) == 1
    assert len(of_value(draft, 157)) == 1


def test_the_order_of_reports_changes_nothing() -> None:
    texts = (
        "Nine people were killed in Orvik.",
        "The blast in Orvik killed nine villagers.",
        "Orvik: 30 houses burnt.",
    )
    draft = drafted(*texts)
    mirrored = begin(draft.story, tuple(reversed(draft.reports)), draft.findings)
    join(mirrored)
    assert mirrored.figures == draft.figures


def test_every_finding_leads_to_its_item_and_every_item_has_a_witness() -> None:
    draft = drafted("Some 40 boats sank and 12 men drowned.", "About 40 boats sank.")
    ids = {f.id for f in draft.figures}
    assert len(ids) == len(draft.figures)
    assert all(f.witnesses for f in draft.figures)
    for report in draft.reports:
        for index in range(len(draft.findings[report.id].figures)):
            assert draft.figure_of[report.id, index] in ids


def test_values_that_differ_can_still_be_of_the_same_thing() -> None:
    draft = drafted(
        "The bus attack near Orvik market on Saturday killed nine civilians, the governor said.",
        "Saturday's bus attack near Orvik market killed 11 civilians, doctors said.",
        "A storm in Haldane killed 11 cattle.",
    )
    nine = of_value(draft, 9)[0]
    elevens = of_value(draft, 11)
    compared = Comparison(draft)
    assert [compared.same_thing(nine, f) for f in elevens if "civilians" in f.of] == [True]
    assert not any(compared.same_thing(nine, f) for f in elevens if "cattle" in f.of)


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("Four miners died in the Haldane shaft.", "The collapse killed four people.", 4),
        ("At least two people were killed when the ferry sank.", "Two persons perished as the ferry went down.", 2),
        ("About 140 passengers were on the ferry.", "Around 140 travelers had boarded it.", 140),
        ("Six of the injured were in intensive care.", "Six of the wounded needed intensive care.", 6),
        ("The clinic said 700 people had queued.", "The clinic counted 700 persons in the queue.", 700),
        ("He denied taking it: the €37 million was a gift.", "Auditors say the mayor moved €37 million abroad.", 37e6),
        ("Hana Brandt promised to settle it in 48 hours.", "Hana Brandt calls the 48-hour deadline a joke.", 48),
        ("Prosecutors had demanded nine years.", "The lead prosecutor asked for a prison sentence of nine years.", 9),
        ("The court gave Ames seven years.", "Ames was handed a prison term of seven years on Friday.", 7),
        ("Norway pledged 3 million dollars.", "Norway raised its pledge to 4 million dollars from 3 million.", 3e6),
        ("The trawler went down within 25 minutes.", "The vessel sank inside 25 minutes.", 25),
        ("The opening was postponed for six days.", "The session began on Friday, six days late.", 6),
        ("The clerk faces a 45-day suspension.", "Orla Denn was suspended for 45 days.", 45),
        ("He rang the harbour 14 times.", "A record shows calls on 14 occasions.", 14),
        (
            "Nearly 70 professors signed the Orvik letter.",
            "The Orvik letter bears nearly 70 faculty members' names.",
            70,
        ),
        ("Eleven of the 17 divers were Danes.", "Eleven of the 17 Aug. 4 divers came from Denmark.", 11),
        ("The list has 140 pages of e-mails.", "The 140 pages of emails fill one list.", 140),
        (
            "Norr asked for 60 tonnes of grain a day; Galdia offered 35.",
            "Galdia raised its offer of grain to 35 tonnes a day.",
            35,
        ),
        ("Nine of them were in critical condition.", "Doctors pulled out 80 people. Nine of those are critical.", 9),
    ],
)
def test_synonyms_and_one_event_join(first: str, second: str, value: float) -> None:
    assert len(of_value(drafted(first, second), value)) == 1


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        (
            "Norr may import 300,000 tons of grain per year.",
            "For three months Norr may import 300,000 tons of grain.",
            3e5,
        ),
        ("The army holds 35 percent of Norr.", "The army held 35 percent of Norr by then.", 35),
        ("The two sides swapped 65 captives each.", "The chief wants 65 fighters released.", 65),
        ("Prosecutors demanded seven years in prison.", "The judge jailed Ames for seven years.", 7),
        ("Prosecutors sought a prison term of 25 years.", "Ames got a prison term of 25 years from the court.", 25),
        ("The gang demanded 45,000 euros for Denn.", "The family paid 45,000 euros for Denn.", 45e3),
        (
            "The clash in Orvik killed 12 people on Monday.",
            "A team of 12 observers will look into the clash in Orvik, where people were killed on Monday.",
            12,
        ),
        ("In Orvik seven of the wounded died in hospital.", "In Orvik seven bodies were found in a hospital.", 7),
    ],
)
def test_like_numbers_of_different_things_stay_apart(first: str, second: str, value: float) -> None:
    assert len(of_value(drafted(first, second), value)) == 2


def test_numbers_of_a_swap_told_the_other_way_round_stay_apart() -> None:
    draft = drafted(
        "Galdia will hand over 34 prisoners to Ruthenia at the bridge in Orvik, and Ruthenia gives 51.",
        "At the bridge in Orvik Galdia gets 34 prisoners from Ruthenia.",
        "Galdia holds 34 prisoners from Ruthenia.",
    )
    told = {f.support.reports for f in of_value(draft, 34)}
    assert told == {1, 2}


def test_what_sets_one_telling_apart_sets_its_group_apart() -> None:
    draft = drafted(
        "They downed 35 Ruthenian drones over Orvik.",
        "They downed 35 drones over Orvik.",
        "They downed 35 Galdian drones over Orvik.",
    )
    assert len(of_value(draft, 35)) == 2


def test_a_sum_rounded_to_one_digit_is_not_any_near_it() -> None:
    draft = drafted("The couple gave nearly $15 million to charity.", "The couple gave nearly $20 million to charity.")
    assert len(draft.figures) == 2


def test_who_is_given_is_not_measured_in_what_is_given() -> None:
    draft = drafted("The town gave 20 kilos of rice to 15.")
    assert [(f.value, f.unit) for f in draft.figures] == [(20, "kg"), (15, None)]


def test_near_values_told_in_one_breath_are_two_figures() -> None:
    draft = drafted("Vacancies rose to 9.2 million.", "Vacancies rose to 9.21 million, from 9.19 million in April.")
    assert draft.figure_of["r1", 0] != draft.figure_of["r1", 1]


def test_a_rounded_count_is_not_another_exact_one() -> None:
    draft = drafted("The crash in Orvik injured 37 people.", "Some 40 people were injured in the Orvik crash.")
    assert len(of_value(draft, 37)) == len(of_value(draft, 40)) == 1


def test_conversions_that_do_not_come_out_are_told() -> None:
    draft = drafted("The bus was doing 60 mph (97 km/h).", "The wall is 20 metres (95 feet) high.")
    faults = list(conversion_faults(draft))
    assert [(f.given, round(f.due), f.unit) for f in faults] == [(95, 66, "feet")]
