"""Quotation marks: paired, nested, broken, open over paragraphs, garbled; never past the text, never slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.text.marks import find_quotations, paragraphs

MARKS = "\"'“”‘’„‚«»‹›「」`´＂''``"
HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(MARKS + " \n\t.,!?…—-abcs'Ж中אب\u200b\u200f\u202e\u2060\ufeff\u00ad\u0301\U0001f600\u2028\r"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)


def inside(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text) if q.level == 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We sail at dawn,” she said.", ["We sail at dawn,"]),
        ('"We sail at dawn," she said. "All of us."', ["We sail at dawn,", "All of us."]),
        ("«Nous partons», dit-elle. « Tous »", ["Nous partons", " Tous "]),
        ("„Wir gehen“, sagte er. „Jetzt“", ["Wir gehen", "Jetzt"]),
        ("»Wir gehen«, sagte er.", ["Wir gehen"]),
        ("''We sail,'' she said.", ["We sail,"]),
        ("``We sail,'' she said.", ["We sail,"]),
        ("'We sail at dawn,' said the mate.", ["We sail at dawn,"]),
        ("‘The crew’s boat is the owners’ boat,’ he said.", ["The crew’s boat is the owners’ boat,"]),
        ("The owners' boats and the crew's in the '90s weren't theirs.", []),
        ("Rock 'n' roll, 'em all, he's 6' tall.", []),
        ('It was 12" long and 5" wide.', []),
        ("He said it was“closed”already.", ["closed"]),
        ("”Closed”, he said.", ["Closed"]),
        ("“Closed“, he said.", ["Closed"]),
        ("*“Bold words,”* he said.", ["Bold words,"]),
    ],
)
def test_marks_of_many_kinds(text: str, found: list[str]) -> None:
    assert inside(text) == found


def test_nested_marks_have_levels() -> None:
    text = "“He told me ‘the “old” pier’ was shut,” she said."
    levels = [(q.level, text[q.inner.start : q.inner.end]) for q in find_quotations(text)]
    assert levels == [(0, "He told me ‘the “old” pier’ was shut,"), (1, "the “old” pier"), (2, "old")]


def test_words_between_two_quotations_are_outside() -> None:
    text = "“The road is shut,” he added. Marsh, for her part, was calm. “It will open,” she said."
    assert inside(text) == ["The road is shut,", "It will open,"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“First we dig.\n\n“Then we pour.\n\n“Then we wait,” Odell said.\n\nNobody spoke."
    (quotation,) = find_quotations(text)
    assert [text[p.start : p.end] for p in quotation.parts] == ["First we dig.", "Then we pour.", "Then we wait,"]
    assert quotation.closed


def test_a_quotation_over_paragraphs_may_hold_others() -> None:
    text = '"The “old” rule stands.\n\n"The new one “may” not," Odell said.'
    (first, *rest) = [q for q in find_quotations(text) if q.level == 0]
    assert first.closed
    assert len(first.parts) == 2
    assert rest == []


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "He said: “We are done.\nThe bridge opened in May."
    (quotation,) = find_quotations(text)
    assert text[quotation.inner.start : quotation.inner.end] == "We are done."
    assert not quotation.closed


def test_a_stray_line_end_does_not_break_a_quotation() -> None:
    text = "“We looked for them in barns and\nsheds all night,” said Okoro.\n\nIt rained."
    (quotation,) = find_quotations(text)
    assert quotation.closed
    assert len(quotation.parts) == 2


def test_a_garbled_mark_invents_nothing() -> None:
    text = "The mill said that “the town “vital part” in the plan has shown a “vital part” and will stay, it is told."
    assert inside(text) == ["vital part", "vital part"]


def test_a_closing_mark_alone_opens_nothing() -> None:
    assert inside("We are done,” he said. The bridge is open.") == []


def test_wrapped_text_has_paragraphs_at_empty_lines_only() -> None:
    line = "The council of the harbour town met on the day after the storm and said that\n"
    text = line * 7 + "\n" + line * 2
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize(
    "text",
    ['"' * 100_000, "“" * 100_000, "“‘" * 50_000 + "’”" * 50_000, "“«" * 50_000 + "»" * 50_000, " “a" * 50_000,
     "'s" * 100_000, " 'a" * 60_000, "“a\n" * 50_000, "\u200b" * 100_000 + '"', '"\n\n' * 50_000],
    ids=range(10),
)  # fmt: skip
def test_time_is_linear(text: str) -> None:
    began = time.process_time()
    find_quotations(text)
    assert time.process_time() - began < 8


@settings(deadline=None)
@given(HOSTILE)
def test_quotations_nest_and_stay_inside_the_text(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.outer.start < q.inner.start <= q.inner.end <= q.outer.end <= len(text)
        assert q.closed == (q.outer.end > q.inner.end)
        assert q.parts[0].start == q.inner.start
        assert q.parts[-1].end == q.inner.end
        assert all(a.end <= b.start for a, b in zip(q.parts, q.parts[1:], strict=False))
    for a in found:
        for b in found:
            apart = a.outer.end <= b.outer.start or b.outer.end <= a.outer.start
            assert apart or a.outer.holds(b.outer) or b.outer.holds(a.outer)
    assert list(found) == sorted(found, key=lambda q: (q.outer.start, -q.outer.end))
    assert find_quotations(text) == found


@settings(deadline=None)
@given(HOSTILE)
def test_paragraphs_hold_every_visible_character(text: str) -> None:
    parts = paragraphs(text)
    kept = "".join(text[p.start : p.end] for p in parts)
    assert "".join(kept.split()) == "".join(text.split())
