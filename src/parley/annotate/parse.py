"""Sentence starts, set before the parser sees a text: no parse runs over a paragraph, heading or quotation's edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from parley.text.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "parley_sentences"


@Language.component(NAME)
def set_sentence_starts(doc: Doc) -> Doc:
    """Mark the tokens that begin a sentence; the parser may neither add to them nor take from them."""
    starts = iter(split_sentences(doc.text))
    upcoming = next(starts, None)
    for token in doc:
        begins = upcoming is not None and token.idx + len(token) > upcoming.start and not token.is_space
        token.is_sent_start = begins or token.i == 0
        while begins and upcoming is not None and token.idx + len(token) > upcoming.start:
            upcoming = next(starts, None)
    return doc


def add_sentences(nlp: Language) -> None:
    """Put the sentence starts before the pipeline's parser (a pipeline without one gets them last)."""
    if NAME not in nlp.pipe_names:
        nlp.add_pipe(NAME, before="parser" if "parser" in nlp.pipe_names else None)
