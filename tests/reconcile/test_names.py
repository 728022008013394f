"""Joining names across reports: what is one, what stays apart, what is doubtful."""

from __future__ import annotations

import random
from functools import cache

from parley.annotate.annotator import Annotator
from parley.model.items import Name, Story
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published
from parley.reconcile.draft import Draft, begin
from parley.reconcile.names import join


@cache
def annotator() -> Annotator:
    return Annotator()


def joined(*texts: str, order: int | None = None) -> Draft:
    reports = [
        Report(
            f"r{n}", f"{n}.txt", str(n), None, None, None, (), "en", Published(), text, (Span(0, len(text)),),
            Reader("test", "1"),
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    findings = {r.id: annotator().annotate(r) for r in reports}
    if order is not None:
        random.Random(order).shuffle(reports)
    draft = begin(Story("s", "", tuple(r.id for r in reports), None, None), reports, findings)
    join(draft)
    return draft


def named(draft: Draft, form: str) -> list[Name]:
    return [n for n in draft.names if any(f.text == form for f in n.forms)]


def one(draft: Draft, *forms: str) -> Name:
    found = [named(draft, form) for form in forms]
    assert all(found), forms
    assert len({n.id for names in found for n in names}) == 1, found
    return found[0][0]


def test_transliterations_are_one_and_sure() -> None:
    draft = joined("Envoy Sergei Kovalsky landed on Monday.", "Envoy Sergey Kovalskyy spoke. Kovalskyy left at noon.")
    name = one(draft, "Sergei Kovalsky", "Sergey Kovalskyy", "Kovalskyy")
    assert not any(f.doubtful for f in name.forms)


def test_surname_alone_joins_the_full_name_of_another_report() -> None:
    draft = joined("President Marak flew home. Marak was tired.", "Kenyan President Josef Marak flew home.")
    assert one(draft, "Marak", "Josef Marak").name == "Josef Marak"


def test_shared_given_names_join_nobody() -> None:
    draft = joined("Vladimir Korda signed for the bank.", "Vladimir Melnik signed for the mill.")
    assert named(draft, "Vladimir Korda")[0].id != named(draft, "Vladimir Melnik")[0].id


def test_a_garbled_given_name_joins_by_role_and_is_doubtful() -> None:
    draft = joined(
        "Kenyan President Josif Marak spoke to reporters in Nairobi.",
        "Kenyan President Jorge Marak spoke to reporters in Nairobi.",
        "Kenyan President Josif Marak opened the dam.",
    )
    name = one(draft, "Josif Marak", "Jorge Marak")
    assert [f.doubtful for f in name.forms if f.text == "Jorge Marak"] == [True]
    assert name.because


def test_a_garbled_place_joins_by_its_passage_and_is_doubtful() -> None:
    told = "The landslide near {} buried twelve houses on Sunday and cut the coastal railway, rescuers said."
    draft = joined(told.format("Puno"), told.format("Punna") + " Crews dug through the night.")
    name = one(draft, "Puno", "Punna")
    assert {f.text: f.doubtful for f in name.forms} == {"Puno": False, "Punna": True}


def test_countries_and_capitals_are_joined_by_gazetteer() -> None:
    draft = joined("Troops left Kiev. The U.S. agreed.", "Troops left Kyiv. The United States agreed.")
    assert one(draft, "Kiev", "Kyiv").kind == "place"
    assert one(draft, "U.S.", "United States").kind == "place"


def test_a_courtesy_title_is_a_form_too() -> None:
    draft = joined("Mr. Oldt thanked the crew.", "Maren Oldt thanked the crew.")
    assert one(draft, "Mr. Oldt", "Oldt", "Maren Oldt")


def test_a_ministry_without_its_country_is_the_only_one() -> None:
    draft = joined("The Chilean Health Ministry told of ten cases.", "The Health Ministry told of ten cases.")
    one(draft, "Chilean Health Ministry", "Health Ministry")


def test_two_ministries_leave_a_bare_one_alone() -> None:
    draft = joined(
        "The Chilean Health Ministry told of ten cases.",
        "The Kenyan Health Ministry told of six cases.",
        "The Health Ministry told of cases.",
    )
    assert len({n.id for form in ("Chilean Health Ministry", "Health Ministry") for n in named(draft, form)}) == 2


def test_every_local_name_has_its_item_and_ids_are_unique() -> None:
    draft = joined("Kenyan President Josef Marak met Ana Lind in Lima.", "Marak met Lind. Officials in Lima agreed.")
    ids = {n.id for n in draft.names}
    assert len(ids) == len(draft.names)
    assert set(draft.name_of.values()) == ids
    assert set(draft.name_of) == {(r, n.id) for r, f in draft.findings.items() for n in f.names}
    assert all(set(n.members) <= ids for n in draft.names)


def test_order_of_reports_does_not_matter() -> None:
    texts = (
        "Kenyan President Josef Marak met Ana Lind in Lima.", "Marak met Lind. Officials in Lima agreed.",
        "Mr Marak flew home to Nairobi.", "Joseph Marak spoke to Reuters.",
    )  # fmt: skip
    first = joined(*texts).names
    assert all(joined(*texts, order=seed).names == first for seed in range(3))


def test_arabic_names_are_one_with_the_article_and_without() -> None:
    draft = joined(
        "Minister Nasr Eldin Harouni spoke in Rabat. Mr Harouni left at noon.",
        "Minister Nasreddin Al-Harouni spoke in Rabat.",
    )
    assert one(draft, "Nasr Eldin Harouni", "Nasreddin Al-Harouni")


def test_names_of_the_same_consonants_elsewhere_are_two() -> None:
    draft = joined("Carlo Fernandez sold the yard.", "Carla Fernandez bought a yard.")
    assert named(draft, "Carlo Fernandez")[0].id != named(draft, "Carla Fernandez")[0].id


def test_a_name_without_its_last_part_joins_doubtfully() -> None:
    draft = joined("Governor Osman Tarig Nur reopened the road.", "The governor, Osman Tarig, reopened the road.")
    name = one(draft, "Osman Tarig Nur", "Osman Tarig")
    assert any("without its last part" in reason for reason in name.because)


def test_the_department_that_the_lexicon_has_is_the_one_without_its_country() -> None:
    draft = joined("The DOJ sued the firm.", "The Justice Department sued the firm.")
    assert one(draft, "DOJ", "Justice Department")


def test_initials_in_another_report_join_the_one_body_that_has_them_doubtfully() -> None:
    draft = joined("The NFB sued the city on Monday.", "The National Federation of Bakers sued the city on Monday.")
    name = one(draft, "NFB", "National Federation of Bakers")
    assert any("initials" in reason for reason in name.because)
