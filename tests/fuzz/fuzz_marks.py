"""Fuzz marks, paragraphs and sentences: by hand, for long; ``python -m tests.fuzz.fuzz_marks`` (needs atheris)."""

from __future__ import annotations

import sys

from parley.text.marks import find_quotations, paragraphs
from parley.text.sentences import split_sentences

PIECES = (
    *"“”‘’\"'«»„‚‹›`´()[]{}…—-.,:;?! \n\t",
    "\n\n", "...", "''", "``", "a", "He said", "it's", "’s", "U.S.", "Mr.", "10 a.m. ", "שלום", "الدعوة", "слово",
    "日本", "「", "」", "\u200b", "\u200d", "\u200e", "\u202e", "\u2066", "\ufeff", "\u0301", "\u00a0", "\x00", "🚢",
)  # fmt: skip
"""What quotations are made of, and what breaks them."""


def check(text: str) -> None:
    """Break no offset and lose no character, whatever the text."""
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.outer.start < q.inner.start <= q.inner.end <= q.outer.end <= len(text)
    for spans in (paragraphs(text), split_sentences(text, found)):
        kept = "".join(text[s.start : s.end] for s in spans)
        assert "".join(kept.split()) == "".join(text.split())


def main() -> None:
    """Run until stopped or broken."""
    import atheris  # type: ignore[import-not-found, unused-ignore]

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        if source.ConsumeBool():
            check(source.ConsumeUnicodeNoSurrogates(2000))
        else:
            check("".join(PIECES[byte % len(PIECES)] for byte in source.ConsumeBytes(400)))

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
