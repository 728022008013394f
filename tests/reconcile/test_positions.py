"""Joining positions: what is one position in several reports, and what stays apart."""

from __future__ import annotations

from dataclasses import replace

from parley.model.findings import EventFinding, Findings, NameFinding, Party, PositionFinding, Stance, TimeFinding
from parley.model.items import Name, Position, Story
from parley.model.passages import Span
from parley.model.times import Published, Time
from parley.reconcile.draft import Draft, begin
from parley.reconcile.positions import join
from parley.text.issues import Lens, understand
from tests.reconcile.drafting import report

CODES: dict[Stance, str] = {
    "demands": "REQUEST", "offers": "AGREE", "agrees": "AGREE", "rejects": "REJECT",
    "supports": "SUPPORT", "threatens": "THREATEN", "withholds": "REJECT", "accuses": "ACCUSE",
}  # fmt: skip


def told(party: str, stance: Stance, text: str, issue: str, time: int | None = None) -> PositionFinding:
    """A position told by a whole text."""
    source = Party(party, 0, 1)
    return PositionFinding(0, len(text), text, stance, CODES[stance], source, None, issue, None, time)


def named(n: NameFinding) -> Name:
    return Name(f"n-{n.id}", n.kind, n.name, tuple(f"n-{m}" for m in n.members), (), (), ())


def drafted(*reports: tuple[str, list[PositionFinding]], names: dict[str, NameFinding] | None = None) -> Draft:
    """A draft of reports r1, r2 … each with its text and positions; names stand for themselves."""
    known = {key: NameFinding(key, "place", key.title(), ()) for key in ("peru", "chile")} | (names or {})
    listed, findings = [], {}
    for number, (text, positions) in enumerate(reports, 1):
        key = f"r{number}"
        listed.append(report(key, text))
        day = Time(f"2031-03-0{number}", f"2031-03-0{number}", "day", None, "", False, "")
        times = (TimeFinding(0, 1, text[:1], "DATE", "", day),)
        findings[key] = Findings(key, "1", Published(), times, tuple(known.values()), positions=tuple(positions))
    draft = begin(Story("s1", "", tuple(findings), None, None), listed, findings)
    draft.names = [
        Name(f"n-{n.id}", n.kind, n.name, tuple(f"n-{m}" for m in n.members), (), (), ()) for n in known.values()
    ]
    draft.name_of = {(r.id, n): f"n-{n}" for r in listed for n in known}
    join(draft)
    return draft


def shapes(positions: list[Position]) -> list[tuple[str, str, int]]:
    return sorted((p.party, p.stance, len(p.witnesses)) for p in positions)


A, B = "Peru called for a full and unconditional ceasefire.", "Peru wants a complete, unconditional truce."


def test_the_same_demand_in_two_reports_is_one() -> None:
    draft = drafted(
        (A, [told("peru", "demands", A, "full and unconditional ceasefire")]),
        (B, [told("peru", "demands", B, "complete, unconditional truce")]),
    )
    assert shapes(draft.positions) == [("n-peru", "demands", 2)]
    assert set(draft.position_of) == {("r1", 0), ("r2", 0)}
    assert draft.positions[0].support.reports == 2


def test_another_length_of_truce_is_another_demand() -> None:
    draft = drafted(
        (A, [told("peru", "demands", A, "full and unconditional ceasefire")]),
        (B, [told("peru", "demands", B, "30-day ceasefire")]),
    )
    assert len(draft.positions) == 2


def test_two_parties_stay_apart() -> None:
    draft = drafted((A, [told("peru", "demands", A, "a ceasefire"), told("chile", "demands", A, "a ceasefire")]))
    assert [p.party for p in draft.positions] == ["n-chile", "n-peru"]
    assert len({p.id for p in draft.positions}) == 2


def test_a_changed_stance_stays_two_positions_with_their_times() -> None:
    draft = drafted(
        (A, [told("peru", "rejects", A, "the border accord", 0)]),
        (B, [told("peru", "agrees", B, "the border accord", 0)]),
    )
    dated = {p.stance: p.time.earliest if p.time else None for p in draft.positions}
    assert dated == {"rejects": "2031-03-01", "agrees": "2031-03-02"}


def test_of_two_stances_that_go_together_the_weaker_is_kept() -> None:
    draft = drafted(
        (A, [told("peru", "rejects", A, "the border accord")]), (B, [told("peru", "withholds", B, "the border accord")])
    )
    assert shapes(draft.positions) == [("n-peru", "withholds", 2)]


def test_a_group_holds_a_position_for_each_member() -> None:
    both = NameFinding("both", "group", "Peru and Chile", (), members=("peru", "chile"))
    draft = drafted((A, [told("both", "agrees", A, "exchange of prisoners")]), names={"both": both})
    assert shapes(draft.positions) == [("n-chile", "agrees", 1), ("n-peru", "agrees", 1)]


def test_a_person_speaks_for_the_party_that_another_report_gives() -> None:
    envoy = NameFinding("envoy", "person", "Ana Ruiz", (), speaks_for="peru")
    draft = drafted((A, [told("envoy", "demands", A, "a ceasefire")]), names={"envoy": envoy})
    assert shapes(draft.positions) == [("n-peru", "demands", 1)]


def test_a_position_of_nobody_is_left_out() -> None:
    nobody = replace(told("peru", "demands", A, "a ceasefire"), source=Party(None, 0, 1))
    assert not drafted((A, [nobody])).positions


def test_an_announcement_that_is_an_event_is_not_told_twice() -> None:
    text = "Peru will hold talks with Chile."
    draft = drafted((text, [told("peru", "offers", text, "hold talks with Chile")]))
    assert len(draft.positions) == 1
    event = EventFinding(0, len(text), text, Span(15, 20), "talk", "talks", "CONSULT", "scheduled", False)
    again = begin(draft.story, draft.reports, {"r1": replace(draft.findings["r1"], events=(event,))})
    again.names, again.name_of = draft.names, draft.name_of
    join(again)
    assert not again.positions


def test_the_order_of_reports_does_not_matter() -> None:
    pairs = [("r1", A, "full and unconditional ceasefire"), ("r2", B, "complete, unconditional truce")]
    first = drafted(*((text, [told("peru", "demands", text, issue)]) for _, text, issue in pairs))
    again = begin(first.story, list(reversed(first.reports)), first.findings)
    again.names, again.name_of = first.names, first.name_of
    join(again)
    assert again.positions == first.positions


def test_a_lens_joins_what_a_desk_calls_one_thing() -> None:
    draft = drafted(
        (A, [told("peru", "demands", A, "a toll on the canal")]), (B, [told("peru", "demands", B, "passage dues")])
    )
    assert len(draft.positions) == 2
    draft.positions.clear()
    draft.position_of.clear()
    join(draft, Lens({"Canal toll": (understand("toll canal"), understand("passage dues"))}, {}))
    assert [(p.issue, len(p.witnesses)) for p in draft.positions] == [("Canal toll", 2)]


def test_an_issue_told_in_one_word_joins_the_one_position_that_has_it() -> None:
    one, other = (
        "Peru demanded the suspension.",
        "Peru demanded that all flights over the lake be stopped until spring.",
    )
    third = "Peru demanded that the fees of the harbour be stopped."
    long = told("peru", "demands", other, "all flights over the lake be stopped until spring")
    draft = drafted((one, [told("peru", "demands", one, "suspension")]), (other, [long]))
    assert shapes(draft.positions) == [("n-peru", "demands", 2)]
    fees = told("peru", "demands", third, "fees of the harbour be stopped")
    draft = drafted((one, [told("peru", "demands", one, "suspension")]), (other, [long]), (third, [fees]))
    assert len(draft.positions) == 3


def test_denials_of_one_charge_in_other_words_are_one() -> None:
    one, other = "Peru denied making illegal shipments.", "Peru denied the sale of coal."
    wage = "Peru denied late payment of wages."
    sales = told("peru", "rejects", other, "sale of coal")
    draft = drafted((one, [told("peru", "rejects", one, "making illegal shipments")]), (other, [sales]))
    assert shapes(draft.positions) == [("n-peru", "rejects", 2)]
    draft = drafted((wage, [told("peru", "rejects", wage, "late payment of wages")]), (other, [sales]))
    assert len(draft.positions) == 2


def test_a_freeze_of_assets_is_a_sanction() -> None:
    one, other = "Peru threatened to freeze assets.", "Peru has threatened sanctions."
    draft = drafted(
        (one, [told("peru", "threatens", one, "freeze assets")]),
        (other, [told("peru", "threatens", other, "sanctions")]),
    )
    assert shapes(draft.positions) == [("n-peru", "threatens", 2)]
