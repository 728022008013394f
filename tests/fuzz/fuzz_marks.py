"""Fuzz marks, paragraphs and sentences: by hand, for long; ``python -m tests.fuzz.fuzz_marks`` (needs atheris)."""

from __future__ import annotations

import sys

from parley.text.marks import find_quotations, paragraphs
from parley.text.sentences import split_sentences


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
        check(atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(2000))

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
