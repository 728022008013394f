"""Reworded sentences known again, and kept apart where they differ. Everybody here is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.model.items import Statement
from parley.model.passages import Span
from parley.reconcile import lineage, statements
from parley.reconcile.draft import Draft
from tests.reconcile.drafting import Told, draft_of, report
from tests.reconcile.test_statements import collate, fidelity, quote

SPEAKER = "Orla Venn"


def indirect(key: str, words: str, speaker: str = SPEAKER) -> tuple[object, list[Told]]:
    return report(key, f"{speaker} said that {words}."), [Told(speaker, [words])]  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("true", "reworded"),
    [
        ("Those who died were mending their nets.", "The deceased were repairing their nets."),
        ("We take no bribe, and none has been taken.", "We do not take a bribe and no bribe was taken."),
        ("I will resign when the last boat is home.", "I'll quit when the final boat is at home."),
    ],
)
def test_a_quotation_in_synonyms_is_an_altered_version(true: str, reworded: str) -> None:
    (item,) = collate(draft_of(quote("a", true), quote("b", reworded), quote("c", true)))
    assert item.reading == true
    assert fidelity(item)["b"] == {"altered"}


@pytest.mark.parametrize(("killed", "items"), [("5,000", 1), ("6,000", 2)])
def test_a_rounder_figure_is_the_same_sentence_and_another_figure_is_not(killed: str, items: int) -> None:
    one = "The frost has killed 4,950 hives, ruined our blossom and emptied the valley."
    other = f"The frost has emptied the valley, ruined our blossom and killed {killed} hives."
    assert len(collate(draft_of(quote("a", one), quote("b", other)))) == items


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We bought nine boats for the rescue service.", "We purchased six boats for the rescue service in May."),
        ("We have begun to pay the fishermen.", "We have not begun to pay the fishermen."),
        ("The town will buy the ferry.", "The ferry brought doctors to town."),
    ],
)
def test_other_numbers_a_no_or_another_sense_keep_sentences_apart(one: str, other: str) -> None:
    assert len(collate(draft_of(quote("a", one), quote("b", other)))) == 2


def test_synonyms_join_nothing_across_speakers() -> None:
    told = quote("b", "The deceased were repairing their nets.", speaker="Ivo Brandt")
    assert len(collate(draft_of(quote("a", "Those who died were mending their nets."), told))) == 2


def test_a_fragment_in_synonyms_is_altered() -> None:
    first = "She called it “a surrender with a smile” on the quay."
    second = "For her it was “a capitulation with a smile”."
    draft = draft_of(
        (report("a", first), [Told(SPEAKER, ["called it", "“a surrender with a smile”"])]),
        (report("b", second), [Told(SPEAKER, ["it was", "“a capitulation with a smile”"])]),
    )
    (item,) = collate(draft)
    assert "altered" in fidelity(item)["a"] | fidelity(item)["b"]


def _two_sentences(key: str, first: str, second: str) -> tuple[object, list[Told]]:
    text = f"“{first} {second}” said {SPEAKER}."
    return report(key, text), [Told(SPEAKER, [f"“{w}”"], utterance=0) for w in (first, second)]


SECOND = "Our thoughts are with the crew of the old ferry and with nobody else today."


def test_a_sentence_beside_one_that_matches_needs_only_a_synonym() -> None:
    draft = draft_of(_two_sentences("a", "We are speechless.", SECOND), _two_sentences("b", "We are stunned.", SECOND))
    assert len(collate(draft)) == 2
    alone = draft_of(quote("a", "We are speechless."), quote("b", "We are stunned."))
    assert len(collate(alone)) == 2


def test_a_frame_alone_joins_no_neighbours() -> None:
    draft = draft_of(
        _two_sentences("a", "We reject his plans.", SECOND), _two_sentences("b", "We reject his visits.", SECOND)
    )
    assert len(collate(draft)) == 3


def test_a_sentence_beside_one_that_matches_may_be_another() -> None:
    draft = draft_of(
        _two_sentences("a", "We are speechless.", SECOND), _two_sentences("b", "The board will meet at noon.", SECOND)
    )
    assert len(collate(draft)) == 3


def test_indirect_tellings_meet_in_synonyms() -> None:
    draft = draft_of(
        indirect("a", "her fighters had attacked a munition depot on the quay"),
        indirect("b", "her rebels hit a weapons depot at the quay"),
    )
    assert len(collate(draft)) == 1


def test_a_denial_is_not_what_is_denied() -> None:
    text = f"{SPEAKER} denied that any siren was heard in the harbor."
    told = (report("a", text), [Told(SPEAKER, ["any siren was heard in the harbor"])])
    draft = draft_of(told, quote("b", "A siren was heard in the harbor all night."))
    (finding,) = draft.findings["a"].statements
    start = text.index("denied")
    cued = replace(draft.findings["a"], statements=(replace(finding, cue=Span(start, start + 6)),))
    assert len(collate(draft)) == 1
    again = draft_of(told, quote("b", "A siren was heard in the harbor all night."))
    again.findings["a"] = cued
    assert len(collate(again)) == 2


def _cued(words: str, day: str | None = "2031-10-07", verb: str = "said", before: str = "") -> Draft:
    text = f"{before}“{words},” {SPEAKER} {verb}."
    draft = draft_of((report("a", text, day=day), [Told(SPEAKER, [f"“{words}”"])]))
    (finding,) = draft.findings["a"].statements
    start = text.rindex(verb)
    cue = Span(start + len(verb) - len(verb.split()[-1]), start + len(verb))
    draft.findings["a"] = replace(draft.findings["a"], statements=(replace(finding, cue=cue),))
    return draft


def _made(draft: Draft) -> Statement:
    (item,) = collate(draft)
    return item


def test_news_without_a_day_is_of_the_day_or_the_one_before() -> None:
    made = _made(_cued("The quay is safe")).made
    assert made is not None
    assert (made.earliest, made.latest, made.precision, made.guess) == ("2031-10-06", "2031-10-07", "day", True)


@pytest.mark.parametrize("verb", ["had said", "has often said", "once said"])
def test_what_was_said_before_is_not_dated_by_the_report(verb: str) -> None:
    assert _made(_cued("The quay is safe", verb=verb)).made is None


def test_without_a_date_of_the_report_nothing_is_guessed() -> None:
    assert _made(_cued("The quay is safe", day=None)).made is None


def test_an_older_day_named_before_it_leaves_the_day_open() -> None:
    draft = _cued("The quay is safe", before="The piles broke on September 2. ")
    (span,) = draft.findings["a"].sentences
    found = draft_of((report("x", "x"), [Told(SPEAKER, ["x"], day="2031-09-02")])).findings["x"].times[0]
    start = draft.report("a").text.index("September")
    times = (replace(found, start=start, end=start + 11),)
    cut = (Span(0, start + 12), Span(start + 13, span.end))
    draft.findings["a"] = replace(draft.findings["a"], times=times, sentences=cut)
    assert _made(draft).made is None


def test_a_pronoun_is_no_speaker() -> None:
    text = "He said that the quay was safe."
    draft = draft_of((report("a", text), [Told(None, ["the quay was safe"], speaker_text="He")]))
    (item,) = collate(draft)
    assert (item.speaker, item.speaker_text) == (None, "")
    draft = draft_of((report("a", text), [Told(None, ["the quay was safe"], speaker_text="Those on the quay")]))
    assert collate(draft)[0].speaker_text == "Those on the quay"


STORY = [
    ("Nine boats sank in the harbor of Marrow on Tuesday when the old quay broke.", None),
    ("The quay was built eighty years ago and repaired in August by a firm from Lusk.", None),
    ("Divers searched the water for six hours and found two dead fishermen.", None),
    ("“Those who died were mending their nets,” Orla Venn said.", "Those who died were mending their nets"),
    ("“We are heartbroken for their families,” Orla Venn said.", "We are heartbroken for their families"),
    ("Police arrested the head of the harbor company on Wednesday morning.", None),
]
REWRITE = [
    ("Nine vessels sank in Marrow harbor Tuesday as the old quay broke.", None),
    ("The quay, constructed eighty years ago, was fixed in August by a company of Lusk.", None),
    ("For six hours divers looked in the water and discovered two deceased fishermen.", None),
    ("“The dead were repairing their nets,” told Orla Venn.", "The dead were repairing their nets"),
    ("“We're devastated for their relatives,” told Orla Venn.", "We're devastated for their relatives"),
    ("The chief of the harbor firm was arrested by police Wednesday morning.", None),
]
OTHER = [
    ("Fishermen in Marrow had asked for a new quay since the spring flood of last year.", None),
    ("“Those who died were mending their nets,” Orla Venn said.", "Those who died were mending their nets"),
    ("Ministers will debate the cost of harbors along the whole coast next week.", None),
    ("“We are heartbroken for their families,” Orla Venn said.", "We are heartbroken for their families"),
    ("A school near the water stayed shut, and the market moved to the upper town.", None),
]


def _report(key: str, lines: list[tuple[str, str | None]]) -> tuple[object, list[Told]]:
    text = "\n".join(line for line, _ in lines)
    return report(key, text), [Told(SPEAKER, [f"“{q}”"]) for _, q in lines if q]


def _rewrites(*told: tuple[object, list[Told]]) -> list[tuple[str, str | None]]:
    draft = draft_of(*told)  # type: ignore[arg-type]
    lineage.trace(draft, statements.align(draft))
    return [(link.report, link.source) for link in draft.lineage if link.kind == "rewrite"]


def test_a_rewrite_is_led_to_the_report_that_it_follows() -> None:
    assert _rewrites(_report("a", REWRITE), _report("b", STORY), _report("c", OTHER)) == [("a", "b")]


def test_reports_that_quote_one_press_conference_are_no_rewrites() -> None:
    assert _rewrites(_report("b", STORY), _report("c", OTHER)) == []


def test_the_rewrite_alone_does_not_speak_against_its_source() -> None:
    assert ("b", "a") not in _rewrites(_report("a", REWRITE), _report("b", STORY))
