"""Whether two renderings may have one speaker: the same name, a body and who speaks for it, or nobody known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from parley.model.items import Name
from parley.reconcile.statements.renderings import Rendering
from parley.text.names import least_alike, tokens, without_honorific
from parley.text.words import is_collective, is_content, is_pronoun, split_words, stem

Meeting = Literal["same", "related", "open", "other"]
"""One speaker; a body and its spokesman, or a part of it; unknown on one side; two speakers."""

_ONE_NAME = 0.9


class Speakers:
    """The story's speakers, compared by name, by role, and by the words the reports use for them."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: Mapping[str, Name] = {name.id: name for name in names}
        self._described: dict[tuple[str | None, str], tuple[frozenset[str], frozenset[str]]] = {}

    def meet(self, a: Rendering, b: Rendering) -> Meeting:
        """How the speakers of two renderings stand to each other."""
        if a.speaker is not None and a.speaker == b.speaker:
            return "same"
        if _unknown(a) or _unknown(b):
            return "open"
        if self._one_name(a, b):
            return "same"
        (body_a, all_a), (body_b, all_b) = self._describe(a), self._describe(b)
        if not body_a or not body_b:  # only "officials", only "a spokesman": anybody's
            return "open"
        if body_a == body_b:
            return "same"
        if body_a <= all_b or body_b <= all_a:
            return "related"
        return "open" if is_pronoun(a.speaker_text) or is_pronoun(b.speaker_text) else "other"

    def _one_name(self, a: Rendering, b: Rendering) -> bool:
        one, other = self._texts(a)[0], self._texts(b)[0]
        left, right = tokens(without_honorific(one)), tokens(without_honorific(other))
        return one[:1].isupper() and other[:1].isupper() and least_alike(left, right) >= _ONE_NAME

    def _texts(self, rendering: Rendering) -> list[str]:
        name = self._names.get(rendering.speaker or "")
        if name is None:
            return [rendering.speaker_text]
        return [name.name, *name.roles, *(f.text for f in name.forms), rendering.speaker_text]

    def _describe(self, rendering: Rendering) -> tuple[frozenset[str], frozenset[str]]:
        """The stems that name the speaker, and those of all that is said of him, collectives left out."""
        key = (rendering.speaker, rendering.speaker_text)
        if key not in self._described:
            texts = self._texts(rendering)
            self._described[key] = (_stems(texts[:1]), _stems(texts))
        return self._described[key]


def _unknown(rendering: Rendering) -> bool:
    if rendering.speaker is not None:
        return False
    return not split_words(rendering.speaker_text) or is_pronoun(rendering.speaker_text)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(
        stem(w.form)
        for text in texts
        for w in split_words(text[:200])
        if is_content(w.form) and not is_collective(w.form)
    )
