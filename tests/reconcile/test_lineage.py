"""Who copied whom. Towns, people and sentences are invented."""

from __future__ import annotations

import pytest

from parley.model.items import Form, Lineage
from parley.reconcile import lineage, statements
from parley.reconcile.draft import Draft
from parley.reconcile.lineage.agencies import find_credits
from parley.reconcile.lineage.copies import in_sequence
from tests.reconcile.drafting import Told, draft_of, report

BODY = """The town council of Marrow voted on Monday to close the old ferry landing before winter storms arrive.
Engineers had warned in August that seven of its twelve oak piles were rotten below the waterline.
A contractor from Lusk will drive steel piles in spring and rebuild the ramp over the following summer.
Fishermen fear that the detour through Penn Sound will cost each boat two hours of daylight every trip.
The mayor's office promised fuel vouchers for forty boats until the landing opens to traffic again.
Last year the crossing carried nearly ninety thousand passengers between Marrow and the outer islands.
"""
REWORDED = """On Monday the Marrow town council decided to shut the old ferry landing ahead of winter storms.
Engineers warned back in August: seven of twelve oak piles were rotten under the waterline.
In spring a Lusk contractor drives steel piles, then rebuilds the ramp during the next summer.
Fishermen worry the Penn Sound detour costs every boat two hours of daylight a trip.
Fuel vouchers for forty boats were promised by the mayor's office until the landing reopens for traffic.
The crossing carried almost ninety thousand passengers last year between the outer islands and Marrow.
"""
OTHER = """Islanders woke on Tuesday to the news that their only crossing would stop running for a whole year.
Shopkeepers in the upper town expect to lose a third of their trade while the quay is rebuilt.
The cost of the works, put at four million crowns, will be met by the province and a levy on tickets.
Opposition members walked out of the chamber and called the haste with which it was done an insult.
School classes will be taught on the islands themselves, the education board said in a letter to parents.
"""


def trace(draft: Draft) -> list[Lineage]:
    lineage.trace(draft, statements.align(draft))
    return draft.lineage


def test_a_copy_is_found_and_counts_as_one_origin() -> None:
    draft = draft_of(
        (report("a", BODY, day="2031-10-07"), []),
        (report("b", BODY.replace("nearly", "almost"), day="2031-10-08"), []),
        (report("c", OTHER), []),
    )
    (link,) = trace(draft)
    assert (link.report, link.source, link.kind) == ("b", "a", "copy")
    assert link.share > 0.9
    assert all(mine.report == "b" and theirs.report == "a" for mine, theirs in link.passages)
    assert draft.origin_of == {"a": "a", "b": "a", "c": "c"}
    assert draft.support(["a", "b", "c"]).origins == 2


def test_the_same_sentences_reworded_in_order_are_a_rewrite() -> None:
    draft = draft_of((report("a", BODY, day="2031-10-07"), []), (report("b", REWORDED, day="2031-10-08"), []))
    (link,) = trace(draft)
    assert (link.report, link.source, link.kind) == ("b", "a", "rewrite")


def test_two_reports_of_one_event_are_independent() -> None:
    assert trace(draft_of((report("a", BODY), []), (report("b", OTHER), []))) == []


def test_one_long_quotation_in_two_reports_is_not_copying() -> None:
    words = "We have carried islanders for a hundred and ten years, and we will carry them again when the piles are in."
    told = [Told("Orla Venn", [f"“{words}”"])]
    draft = draft_of((report("a", BODY + f"“{words}”\n"), told), (report("b", OTHER + f"“{words}”\n"), told))
    (link,) = trace(draft)
    assert link.kind == "shared quotations"
    assert draft.origin_of == {"a": "a", "b": "b"}


QUOTES = [
    ("The landing will be closed before the storms arrive.", "The landing will be shut before the storms arrive."),
    ("Nobody will be left behind on the islands.", "Nobody is being left behind on the islands."),
    ("We owe the fishermen an honest answer.", "We owe the fishermen the honest answer."),
    ("The province pays for most of the steel.", "The province is paying for most of the steel."),
]


def _quoting(key: str, words: list[str]) -> tuple[object, list[Told]]:
    text = "\n".join(f"“{w}” said Orla Venn." for w in words)
    return report(key, text), [Told("Orla Venn", [f"“{w}”"]) for w in words]


def test_a_report_that_rewords_every_shared_quotation_rewrites_an_unseen_source() -> None:
    true, reworded = [t for t, _ in QUOTES], [r for _, r in QUOTES]
    draft = draft_of(_quoting("a", reworded), _quoting("b", true), _quoting("c", true[:2]))  # type: ignore[arg-type]
    link = next(link for link in trace(draft) if link.kind == "rewrite")
    assert (link.report, link.source) == ("a", None)
    assert "4 of 4" in link.because


def test_two_translators_do_not_make_a_rewrite() -> None:
    draft = draft_of(_quoting("a", [r for _, r in QUOTES[:3]]), _quoting("b", [t for t, _ in QUOTES[:3]]))  # type: ignore[arg-type]
    assert not [link for link in trace(draft) if link.kind == "rewrite"]


def test_garbled_names_tell_which_of_two_is_the_rewrite() -> None:
    draft = draft_of(_quoting("a", [r for _, r in QUOTES]), _quoting("b", [t for t, _ in QUOTES]))  # type: ignore[arg-type]
    name = draft.names[0]
    draft.names[0] = type(name)(
        name.id, name.kind, name.name, (), (*name.forms, Form("Olra Van", ("a",), True)), (), ("aligned",)
    )
    rewrites = [link for link in trace(draft) if link.kind == "rewrite"]
    assert "Olra Van" in next(link for link in rewrites if link.report == "a").because


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("MARROW (AP) — The council voted on Monday.", "Associated Press"),
        ("MARROW, Oct 6 (Reuters) - The council voted on Monday.", "Reuters"),
        ("The council voted.\n(Reporting by Ann Oro in Marrow; Editing by Lee Park)", "Reuters"),
        ("Ann Oro with Lee Park in Marrow AFP\nThe council voted.", "Agence France-Presse"),
        ("The council voted.\nCopyright 2031 The Associated Press. All rights reserved.", "Associated Press"),
        ("The council voted.\n© 2031 Agence France-Presse", "Agence France-Presse"),
        ("The council voted.\nOriginally published on\ndoc.afp.com", "Agence France-Presse"),
        ("By Ann Oro, Associated Press\nThe council voted.", "Associated Press"),
    ],
)
def test_an_agencys_copy_is_known_by_its_credit(text: str, agency: str) -> None:
    assert list(find_credits(report("a", text))) == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "An official told Reuters on Monday that the landing would close.",
        "The landing in March. Ann Oro/AFP via Getty Images",
        "The Associated Press contributed to this report.",
        "Photo: AP",
        "The landing, according to an AFP photographer.",
        "(FILE) The mayor in May (AP Photo/Ann Oro)",
    ],
)
def test_a_mention_or_a_photograph_is_no_credit(text: str) -> None:
    assert find_credits(report("a", text)) == {}


def test_two_reports_of_one_agency_are_one_origin() -> None:
    draft = draft_of(
        (report("a", "MARROW (AP) — " + BODY, day="2031-10-07"), []),
        (report("b", "MARROW (AP) — " + OTHER, day="2031-10-08"), []),
    )
    (link,) = trace(draft)
    assert (link.report, link.source, link.kind) == ("b", "a", "same agency")
    assert draft.origin_of["b"] == "a"


def test_the_longest_rising_chain_is_kept() -> None:
    assert in_sequence([(0, 3), (1, 0), (2, 1), (3, 2), (4, 0)]) == [(1, 0), (2, 1), (3, 2)]
    assert in_sequence([]) == []
