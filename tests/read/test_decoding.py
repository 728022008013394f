"""Encodings: whatever a newsroom's tools write comes out as the same words."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import ReadError
from parley.read.decoding import declared_encoding, decode

WORDS = "“The café at Ørsund stays shut,” said Zoë Brûlé — for 3 weeks.\r\nNo date was given.\n"
LATIN = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["C"]), min_size=20, max_size=200
)


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_same_words_in_every_encoding(bom: bytes, encoding: str) -> None:
    assert decode(bom + WORDS.encode(encoding), "f").text == WORDS


def test_windows_1252_is_read_and_said() -> None:
    text = WORDS.replace("Ø", "O")
    decoded = decode(text.encode("cp1252"), "f")
    assert decoded.text == text
    assert decoded.notes == ("read as cp1252",)


@given(LATIN.filter(str.strip), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_round_trip(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f").text == text


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=8).filter(str.strip))
def test_utf16_without_mark_round_trip(text: str) -> None:
    assert decode(text.encode("utf-16-le"), "f").text == text


def test_line_ends_stay() -> None:
    text = "One.\rTwo.\r\nThree.\nFour.\u2028Five."
    assert decode(text.encode(), "f").text == text


def test_nul_becomes_a_replacement_and_is_said() -> None:
    decoded = decode(b"The ferry\0 sailed. It came back.", "f")
    assert decoded.text == "The ferry\ufffd sailed. It came back."
    assert "U+0000" in decoded.notes[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 stuff", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02\x03" * 500, "binary"),
        ("Паром ушёл в понедельник утром".encode("koi8-r") * 9, "wrong encoding"),
        (b"\xff\xfe\x00\xd8\x00\xd8x", "wrong encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        decode(data, "ferry.txt")
    assert caught.value.resource == "ferry.txt"
    assert caught.value.advice


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    try:
        text = decode(data, "f").text
    except ReadError:
        return
    assert "\0" not in text
    assert text.strip()


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><head><meta charset="koi8-r"></head><p>Паром ушёл.</p>'.encode("koi8-r")
    assert declared_encoding(page) == "koi8-r"
    assert "Паром ушёл" in decode(page, "f", declared=declared_encoding(page)).text


@pytest.mark.parametrize("name", [b"rot13", b"idna", b"nonsense-9", b"hex"])
def test_no_page_declares_what_is_no_encoding(name: bytes) -> None:
    assert declared_encoding(b"<meta charset=" + name + b">") is None
