"""Bytes → text: which encoding, told by a fixed order of tests, so that the same bytes always give the same
text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from parley.errors import ReadError

LIMIT = 1_000_000
"""The most code points a report may have. A longer file is not one report but a collection, and is
refused.
"""

LIMIT_BYTES = 64_000_000
"""The most bytes of a page that are taken in at all; a page's mark-up may be many times its text."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
)
"""How common binary files begin (documents, pictures, archives, programs)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was in, and what had to be mended."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})"
    rb"|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
WRITTEN = ("iso8859", "cp", "koi8", "gb", "big5", "euc", "shift_jis", "mac-", "tis", "utf-16")
"""How the names of encodings begin in which pages are written (Python has others, that are none: hex,
idna).
"""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page declares in its first kilobytes (HTML standard, 13.2.3.2), if Python has
    it.
    """
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, UnicodeError):
        return None
    return name if name.startswith(WRITTEN) else None


def decode(data: bytes, file: str, *, declared: str | None = None) -> Decoded:
    """The text of `data`: by its byte order mark, else the first of these that fits.

    In this order: strict UTF-8, UTF-16, the encoding `declared`, Windows-1252. The mark is left out; U+0000
    is read as U+FFFD; line ends stay as they are. Raises ReadError for what is empty, binary or in none of
    these.
    """
    if not data.strip():
        raise ReadError("the file is empty", resource=file, advice="nothing to read; leave it out")
    if data.startswith(MAGIC):
        raise ReadError("not text but a binary file", resource=file, advice="save it as plain text, Markdown or HTML")
    text, encoding = _decode(data, file, declared)
    notes: tuple[str, ...] = () if encoding == "utf-8" else (f"read as {encoding}",)
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "\ufffd")
        notes += (f"{nuls} × U+0000 read as U+FFFD",)
    if not text.strip():
        raise ReadError("the file is empty", resource=file, advice="nothing to read; leave it out")
    return Decoded(text, encoding, notes)


def _decode(data: bytes, file: str, declared: str | None) -> tuple[str, str]:
    wrong = ReadError(
        "wrong encoding: neither UTF-8 nor UTF-16 nor Windows-1252",
        resource=file,
        advice="save it as UTF-8",
    )
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), encoding
            except UnicodeDecodeError as fault:
                raise wrong from fault
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        wide = _utf16(data) if "\0" in text else None
        if wide:
            return wide
        if _binary(text):
            raise ReadError("not text but a binary file", resource=file, advice="save it as plain text or HTML")
        return text, "utf-8"
    wide = _utf16(data)
    if wide:
        return wide
    if declared and 0 not in data:
        try:
            return data.decode(declared), declared
        except (UnicodeError, LookupError):
            pass
    if data.count(0) > len(data) // 1000:
        raise ReadError("not text but a binary file", resource=file, advice="save it as plain text or HTML")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise wrong from fault
    if _binary(text) or _garbled(text):
        raise wrong
    return text, "cp1252"


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without its mark: mostly Latin text has a NUL in every second byte, all on one side."""
    sample = data[: 4096 - 4096 % 2]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.4 * half and others < 0.05 * half:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if _binary(text) else (text, encoding)
    return None


def _binary(text: str) -> bool:
    """Whether control characters make up more than a hundredth of the text's beginning, which no written text
    has.
    """
    sample = text[:20_000]
    control = len(CONTROL.findall(sample)) + max(0, sample.count("\0") - 20)
    return control * 100 > len(sample)


def _garbled(text: str) -> bool:
    """Whether single-byte text has more accents and signs than letters and spaces of plain Latin: another
    code page.
    """
    sample = text[:20_000]
    high = sum(c > "\x7f" for c in sample)
    return high * 4 > len(sample)
