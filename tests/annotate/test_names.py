"""The names stage: offsets, hostile text, speed of its parts. What it finds is in the traps."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.annotate.annotator import Annotator
from parley.annotate.names import country_of, find, own_words, party_of, resolve
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.lexicons import adjectives, gazette, peoples, read, role_classes
from parley.annotate.reading import Reading
from parley.evaluate.names import b_cubed, mean
from parley.model.findings import Piece, StatementFinding
from parley.model.passages import Span
from parley.model.reports import Reader, Report
from parley.model.times import Published


@cache
def annotator() -> Annotator:
    return Annotator()


def reading_of(text: str) -> Reading | None:
    report = Report(
        "r", "-", "", None, None, None, (), "en", Published(), text, (Span(0, len(text)),), Reader("test", "1")
    )
    return next(iter(annotator().readings([report])), None)


def test_mentions_are_passages_of_the_text() -> None:
    text = (
        "Norway's defence minister, Siri Aune, flew to Lima. She met Peru’s president there, the Foreign Ministry said."
    )
    reading = reading_of(text)
    assert reading is not None
    find(reading)
    assert all(text[m.start : m.end] == m.exact for n in reading.names for m in n.mentions)
    assert len({n.id for n in reading.names}) == len(reading.names)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Aa .,’“”\n'\"-—()Mr12é§中", max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    reading = reading_of(text)
    if reading is not None:
        find(reading)
        for start in range(0, len(text), 7):
            resolve(reading, start, min(len(text), start + 5))
            party_of(reading, start, min(len(text), start + 5))
        assert all(text[m.start : m.end] == m.exact for n in reading.names for m in n.mentions)


def test_a_later_stage_may_ask_first() -> None:
    reading = reading_of("Police said the bridge was closed.")
    assert reading is not None
    assert resolve(reading, 0, 6)[1] == "Police"
    assert [n.name for n in reading.names] == ["Police"]


def test_asking_twice_names_once() -> None:
    reading = reading_of("Two officials said so. Two officials denied it.")
    assert reading is not None
    assert resolve(reading, 0, 13)[0] == resolve(reading, 23, 36)[0]


def test_names_made_by_asking_are_listed_once() -> None:
    reading = reading_of("A Kenyan official and two nurses spoke. Lima agreed.")
    assert reading is not None
    find(reading)
    party_of(reading, 0, 17)
    resolve(reading, 22, 32)
    party_of(reading, 0, 17)
    ids = [n.id for n in reading.names]
    assert len(ids) == len(set(ids))
    assert reading.cast is not None
    assert ids == list(reading.cast.entries)


def test_an_adjective_leads_to_its_country() -> None:
    reading = reading_of("Peruvian soldiers crossed the river.")
    assert reading is not None
    local = country_of(reading, "Peruvian")
    assert local is not None
    assert reading.name(local).mentions == ()
    assert country_of(reading, "wooden") is None


def test_i_in_quoted_words_is_the_speaker() -> None:
    text = "“I built my boat alone,” Maren Oldt said. I was there."
    reading = reading_of(text)
    assert reading is not None
    find(reading)
    local = resolve(reading, text.index("Maren"), text.index(" said"))[0]
    piece = Piece(1, text.index(",”"), True)
    reading.statements.append(
        StatementFinding("direct", "said", (piece.span,), ((piece,),), None, None, local, "Maren Oldt")
    )
    own_words(reading)
    assert local is not None
    assert [m.exact for m in reading.name(local).mentions if m.kind == "pronoun"] == ["I", "my"]


@pytest.mark.parametrize(("form", "country"), [("Izmir", "TR"), ("Kiev", "UA"), ("Odessa", "UA"), ("Lima", "PE")])
def test_cities_by_any_common_spelling(form: str, country: str) -> None:
    city = find_city(form)
    assert city is not None
    assert city.country == country


def test_no_city_of_an_odd_name() -> None:
    assert find_city("Smith") is None or find_city("Smith").population > 0  # type: ignore[union-attr]
    assert find_city("") is None


def test_lexicons_agree_with_each_other() -> None:
    codes = set(read("countries"))
    assert set(adjectives().values()) - {"EU"} <= codes
    assert set(peoples().values()) <= codes
    assert {r.get("country") for r in read("regions")["region"]} - {None} <= codes
    assert {b.get("country") for b in read("bodies")["body"]} - {None} <= codes
    assert all(noun == noun.lower() for noun in role_classes())
    assert all(forms == sorted(forms, key=lambda p: (-len(p[0]), p[0])) for forms in gazette().by_first.values())


def test_b_cubed_of_known_clusters() -> None:
    # Bagga and Baldwin's measure: a perfect answer, all in one, all alone.
    assert mean(b_cubed("aabb", [1, 1, 2, 2])) == (1.0, 1.0, 1.0)
    assert mean(b_cubed("aabb", [1, 1, 1, 1]))[:2] == (0.5, 1.0)
    assert mean(b_cubed("aabb", [None, None, None, None]))[:2] == (1.0, 0.5)


def test_a_country_that_only_the_report_has_is_a_party() -> None:
    reading = reading_of("Ostravia's foreign minister, Lena Brandt, met Ostravian President Karl Adler in Ostravia.")
    assert reading is not None
    find(reading)
    country = country_of(reading, "Ostravian")
    assert country is not None
    for name in ("Lena Brandt", "Karl Adler"):
        at = reading.text.index(name)
        assert party_of(reading, at, at + len(name)) == country
