"""One utterance, all its versions. Everybody here is invented."""

from __future__ import annotations

import time

from parley.model.items import Statement
from parley.reconcile import lineage, statements
from parley.reconcile.draft import Draft
from tests.reconcile.drafting import Told, draft_of, report

MINISTER = "Orla Venn"
LONG = "The dredging will start on Tuesday, the channel will be deep enough by June, and no ferry will be turned away."


def collate(draft: Draft) -> list[Statement]:
    utterances = statements.align(draft)
    lineage.trace(draft, utterances)
    statements.collate(draft, utterances)
    return draft.statements


def fidelity(item: Statement) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for version in item.witnesses:
        told.setdefault(version.witness.report, set()).add(version.fidelity)
    return told


def quote(key: str, words: str, speaker: str | None = MINISTER, **more: str) -> tuple[object, list[Told]]:
    text = f"On the quay, “{words}” said {speaker or 'somebody'}."
    return report(key, text), [Told(speaker, [f"“{words}”"], **more)]  # type: ignore[arg-type]


def dated(key: str, day: str, words: str) -> tuple[object, list[Told]]:
    return report(key, f"“{words},” said {MINISTER}.", day=day), [Told(MINISTER, [f"“{words},”"])]


def test_versions_of_one_sentence_are_one_statement_judged_by_the_best_supported_wording() -> None:
    draft = draft_of(
        quote("a", LONG),
        quote("b", LONG.upper()),
        quote("c", "the channel will be deep enough by June"),
        quote("d", "The dredging will begin on Tuesday, and no ferry will be turned away."),
    )
    (item,) = collate(draft)
    assert item.reading == LONG
    assert fidelity(item) == {"a": {"same"}, "b": {"typography"}, "c": {"cut"}, "d": {"altered"}}
    assert item.support.reports == 4


def test_two_sentences_of_one_speaker_on_one_subject_stay_apart() -> None:
    draft = draft_of(
        quote("a", "The channel will be deep enough by June."),
        quote("b", "The channel has cost the town twelve million so far."),
    )
    assert len(collate(draft)) == 2


def test_yes_and_no_never_meet() -> None:
    draft = draft_of(quote("a", "We accept the pilots' offer."), quote("b", "We reject the pilots' offer."))
    assert len(collate(draft)) == 2


def test_other_speakers_keep_short_words_apart() -> None:
    draft = draft_of(quote("a", "The harbor stays shut."), quote("b", "The harbor stays shut.", speaker="Ivo Brandt"))
    assert len(collate(draft)) == 2


def test_a_body_meets_who_speaks_for_it() -> None:
    draft = draft_of(
        quote("a", "did not agree with the pilots", speaker="Orla Venn"),
        quote("b", "do not agree with pilots", speaker="a spokeswoman for the Harbor Board"),
        roles={"Orla Venn": ("Harbor Board spokeswoman",)},
    )
    (item,) = collate(draft)
    assert len(item.witnesses) == 2


def test_a_sentence_broken_in_two_by_one_report_is_joined_to_the_whole() -> None:
    first, second = "The dredging will start on Tuesday", "the channel will be deep enough by June."
    text = f"“{first},” said Orla Venn. “And {second}” she added."
    parted = report("b", text)
    draft = draft_of(
        quote("a", f"{first}, and {second}"),
        (parted, [Told(MINISTER, [f"“{first}”"]), Told(MINISTER, [f"“{second}”"])]),
    )
    (item,) = collate(draft)
    assert [v.witness.report for v in item.witnesses] == ["a", "b", "b"]
    assert {v.fidelity for v in item.witnesses} == {"same", "cut"}


def test_what_one_quotes_another_may_tell_in_its_own_words() -> None:
    text = "Venn promised that dredging of the channel would start on Tuesday."
    draft = draft_of(
        quote("a", "Dredging of the channel starts on Tuesday."),
        (report("b", text), [Told(MINISTER, ["dredging of the channel would start on Tuesday"])]),
    )
    (item,) = collate(draft)
    assert item.kind == "direct"
    assert fidelity(item) == {"a": {"same"}, "b": {"paraphrase"}}


def test_two_words_quoted_alike_join_two_tellings() -> None:
    one = "it was “not decent” that the board had pressed the pilots to sign the harbor contract"
    two = "it was “not decent” of the board to have publicly asked for a harbor deal from pilots"
    parts = [["it was", "“not decent”", "that the board had pressed the pilots to sign the harbor contract"]]
    parts += [["it was", "“not decent”", "of the board to have publicly asked for a harbor deal from pilots"]]
    draft = draft_of(
        (report("a", f"Venn said {one}."), [Told(MINISTER, parts[0])]),
        (report("b", f"To Venn {two}."), [Told(MINISTER, parts[1])]),
    )
    (item,) = collate(draft)
    assert item.kind == "mixed"
    assert fidelity(item) == {"a": {"cut", "paraphrase"}, "b": {"cut", "paraphrase"}} or item.support.reports == 2


def test_versions_are_judged_against_an_original() -> None:
    post = report("o", "The tolls were raised twice.\nNobody asked the pilots!", original=True, speaker=MINISTER)
    draft = draft_of(quote("a", "The tolls was raised twice"), quote("b", "NOBODY ASKED THE PILOTS!"), (post, []))
    items = {item.reading: item for item in collate(draft)}
    assert set(items) == {"The tolls were raised twice.", "Nobody asked the pilots!"}
    assert all(item.original == "o" for item in items.values())
    assert fidelity(items["The tolls were raised twice."])["a"] == {"altered"}
    assert fidelity(items["Nobody asked the pilots!"])["b"] == {"typography"}
    second = items["Nobody asked the pilots!"]
    assert second.of == items["The tolls were raised twice."].id


def test_day_and_channel_are_the_best_known() -> None:
    draft = draft_of(
        quote("a", LONG, channel="a post"), quote("b", LONG, channel="a post on Brava Social", day="2031-03-04")
    )
    (item,) = collate(draft)
    assert item.channel == "a post on Brava Social"
    assert item.made is not None
    assert item.made.earliest == "2031-03-04"


def test_days_that_differ_keep_short_utterances_apart() -> None:
    words = "The pilots will come back."
    draft = draft_of(quote("a", words, day="2031-03-04"), quote("b", words, day="2031-05-09"))
    assert len(collate(draft)) == 2


def test_sentences_of_one_utterance_hang_together() -> None:
    text = "“The tide is out. Nobody can sail before noon,” said Orla Venn."
    told = [
        Told(MINISTER, ["“The tide is out.”"], utterance=1),
        Told(MINISTER, ["“Nobody can sail before noon,”"], utterance=1),
    ]
    first, second = collate(draft_of((report("a", text), told)))
    assert first.of is None
    assert second.of == first.id


def test_what_is_told_twice_of_the_same_words_is_witnessed_once() -> None:
    text = "Venn said the mayor hopes that the toll will be halved by spring."
    told = [
        Told(MINISTER, ["the toll will be halved by spring"]),
        Told(None, ["toll will be halved by spring"], speaker_text="it"),
    ]
    (item,) = collate(draft_of((report("a", text), told)))
    assert [v.witness.exact for v in item.witnesses] == ["the toll will be halved by spring"]


def test_the_record_does_not_depend_on_the_order_of_reports() -> None:
    told = [quote("a", LONG), quote("b", LONG.upper()), quote("c", "no ferry will be turned away")]
    assert collate(draft_of(*told)) == collate(draft_of(*told[::-1]))


def test_every_unit_leads_to_its_statement() -> None:
    draft = draft_of(quote("a", LONG), quote("b", "no ferry will be turned away"))
    (item,) = collate(draft)
    assert draft.statement_of == {("a", 0, 0): item.id, ("b", 0, 0): item.id}


def test_day_and_channel_of_one_sentence_serve_the_rest_of_the_utterance() -> None:
    text = "“The tide is out today. Nobody can sail before noon,” said Orla Venn."
    told = [
        Told(MINISTER, ["“The tide is out today.”"], utterance=1, day="2031-03-04", channel="a radio interview"),
        Told(MINISTER, ["“Nobody can sail before noon,”"], utterance=1),
    ]
    _, second = collate(draft_of((report("a", text), told)))
    assert second.channel == "a radio interview"
    assert second.made is not None
    assert second.made.guess


def test_what_was_found_inside_an_original_leads_to_its_sentence() -> None:
    post = report("o", "The tolls were raised twice.\nNobody asked the pilots!", original=True, speaker=MINISTER)
    draft = draft_of((post, [Told(None, ["Nobody asked the pilots"])]))
    items = {item.reading: item.id for item in collate(draft)}
    assert draft.statement_of["o", 0, 0] == items["Nobody asked the pilots!"]


def test_a_marked_clause_keeps_its_outer_marks() -> None:
    text = "Venn called the toll on island freight “a plain theft”, and left."
    told = [Told(MINISTER, ["the toll on island freight", "“a plain theft”"])]
    (item,) = collate(draft_of((report("a", text), told)))
    assert {v.witness.exact for v in item.witnesses} == {"the toll on island freight “a plain theft”", "a plain theft"}
    assert all(text[v.witness.start : v.witness.end] == v.witness.exact for v in item.witnesses)


def test_hostile_statements_are_collated_in_time() -> None:
    started = time.perf_counter()
    noise = [quote(key, "never again " * 4_000 + key * 30) for key in ("a", "b", "c", "d")]
    marks = [(report("e", "“" * 5_000 + "tide"), [Told(None, ["tide"])])]
    collate(draft_of(*noise, *marks))
    assert time.perf_counter() - started < 10


def test_a_telling_of_few_words_still_has_its_witness() -> None:
    text = "Venn promised more (she was asked) of it."
    (item,) = collate(draft_of((report("a", text), [Told(MINISTER, ["more", "of it"])])))
    assert [v.witness.exact for v in item.witnesses] == ["of it"]


def test_two_words_that_the_reading_does_not_have_are_no_alteration() -> None:
    text = "Venn called the levy “a farce” and “a burden on every island trader”."
    told = [Told(MINISTER, ["the levy", "“a farce”", "and", "“a burden on every island trader”"])]
    draft = draft_of(quote("a", "The levy is a burden on every island trader."), (report("b", text), told))
    (item,) = collate(draft)
    assert fidelity(item)["b"] == {"cut"}


def test_two_sentences_of_one_report_that_turn_each_other_stay_apart() -> None:
    text = (
        "“I am not going to say that I am going to sell it. I am not saying that I am not going to sell it,” said Venn."
    )
    first, second = (
        "I am not going to say that I am going to sell it.",
        "I am not saying that I am not going to sell it,",
    )
    told = [Told(MINISTER, [f"“{first}”"], utterance=1), Told(MINISTER, [f"“{second}”"], utterance=1)]
    draft = draft_of((report("a", text), told), (report("b", text), told))
    items = collate(draft)
    assert [len(item.witnesses) for item in items] == [2, 2]
    assert all(fidelity(item) == {"a": {"same"}, "b": {"same"}} for item in items)


def test_a_name_alone_joins_nothing() -> None:
    text = "Venn backed Mayor Idris Brandt."
    told = [Told(MINISTER, ["Mayor Idris Brandt"])]
    draft = draft_of(quote("a", "Mayor Idris Brandt will never be our candidate."), (report("b", text), told))
    assert len(collate(draft)) == 2


def test_the_words_of_an_origin_count_though_its_rewrite_changes_them() -> None:
    first, changed, third = (
        "The ferries will stop at midnight until the pier is safe",
        "The boats will halt at midnight until the pier is secure",
        "The ferries are going to stop at midnight until the quay is safe",
    )
    draft = draft_of(
        dated("a", "2029-05-01", first), dated("b", "2029-05-02", changed), dated("c", "2029-05-03", third)
    )
    utterances = statements.align(draft)
    draft.origin_of["b"] = "a"
    statements.collate(draft, utterances)
    (item,) = draft.statements
    assert item.reading == first
    assert fidelity(item)["a"] == {"same"}


def test_where_no_wording_is_borne_out_the_first_told_leads() -> None:
    early, late = "Our boats were sound, our crew was awake", "Our boats were all sound, our crews were awake"
    (item,) = collate(draft_of(dated("b", "2029-05-01", early), dated("a", "2029-05-02", late)))
    assert item.reading == early
    assert fidelity(item) == {"a": {"altered"}, "b": {"same"}}


def test_two_sentences_that_a_report_runs_into_one_stay_two() -> None:
    text = "“They stole my garden,” said Orla Venn. “The council should give it back.”"
    parted = report("b", text)
    draft = draft_of(
        quote("a", "They stole my garden and the council should give it back."),
        (parted, [Told(MINISTER, ["“They stole my garden,”"]), Told(MINISTER, ["“The council should give it back.”"])]),
    )
    assert len(collate(draft)) == 2


def test_words_repeated_days_later_are_another_utterance() -> None:
    words = "I did not sell a single plank of that pier to anybody"
    again = report("b", f"“{words},” she repeated in a letter.", day="2029-05-20")
    later = report("c", f"“{words},” she said.", day="2029-05-20")
    told = [Told(MINISTER, [f"“{words},”"], cue="repeated")]
    assert len(collate(draft_of(dated("a", "2029-05-01", words), (again, told)))) == 2
    assert len(collate(draft_of(dated("a", "2029-05-01", words), (later, [Told(MINISTER, [f"“{words},”"])])))) == 1


def test_more_words_of_a_later_day_are_said_anew() -> None:
    short = "The best bargains are struck at the quay"
    more = f"{short}, and this one was struck in a very small boat"
    assert len(collate(draft_of(dated("a", "2029-05-01", short), dated("b", "2029-05-12", more)))) == 2
    assert len(collate(draft_of(dated("a", "2029-05-01", short), dated("b", "2029-05-02", more)))) == 1


def test_more_words_told_to_a_report_s_own_outlet_are_said_anew() -> None:
    short, more = "The mast came down", "The mast came down, and she went on steering"
    phoned = report("b", f"“{more},” {MINISTER} said by phone.", day="2029-05-04")
    plain = report("c", f"“{more},” said {MINISTER}.", day="2029-05-04")
    words = [f"“{more},”"]
    told = dated("a", "2029-05-01", short)
    assert len(collate(draft_of(told, (phoned, [Told(MINISTER, words, channel="phone")])))) == 2
    assert len(collate(draft_of(told, (plain, [Told(MINISTER, words)])))) == 1


def test_a_bare_noun_phrase_joins_nothing_that_is_told_of_it() -> None:
    long = "he repeatedly made misleading remarks about his harbour service in a meeting"
    draft = draft_of(
        (report("a", f"Venn said {long}."), [Told(MINISTER, [long])]),
        (report("b", "Venn discussed his harbour service."), [Told(MINISTER, ["his harbour service"])]),
    )
    assert len(collate(draft)) == 2
