"""Quotations and their cues: before, after or between them, or none where the speaker in force goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.statements.clauses import SUBJECTS
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.lexicon import Cues
from parley.annotate.statements.outlets import lists
from parley.annotate.statements.page import Page
from parley.annotate.statements.sources import phrase, source_of, subject_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = frozenset({"cc", "advmod", "punct", "intj", "mark"})
_HEADLINES = frozenset({"headline", "report", "statement", "caption", "banner", "sign", "letter"})
_SMALL = frozenset({"the", "of", "and", "a", "an", "in", "on", "to", "for", "with", "at"})
_LONGEST_TITLE = 6
_REACH = 40
"""How many tokens from a quotation its cue is looked for."""


def attribute_quotations(page: Page, cues: Cues) -> tuple[list[Attribution], list[int]]:
    """The quotations with a cue of their own; and those without one that fill their sentences, by index.

    Quotations inside a sentence that tells more ("called it “a gift” to …") are left to the verbs' frames.
    """
    found: list[Attribution] = []
    running: list[int] = []
    last: Attribution | None = None
    for index in range(len(page.quotations)):
        if _is_title(page, index):
            continue
        low, high = page.quoted[index]
        first, final = page.sentence[low], page.sentence[max(low, high - 1)]
        before = (page.sentences[first][0], low)
        after = _after(page, index, high, page.sentences[final][1])
        if _begins_anew(page, index, after):
            after = (high, high)
        if last is not None and _goes_on(page, last, index):
            last.content.append((low, high))
            last.quotes.append(index)
            continue
        last = _with_cue(page, cues, index, before, after)
        if last is not None:
            found.append(last)
        elif _is_clean(page, before) and not page.words(after):
            running.append(index)
    return found, running


def _is_title(page: Page, index: int) -> bool:
    """Whether it is what a show, book or film is called: “Good Harvest”, in "told the “Good Harvest” programme"."""
    low, high = page.quoted[index]
    words = [t for t in page.tokens[low:high] if not t.is_punct and not t.is_space and t.text not in ("&", "+")]
    if not 1 <= len(words) <= _LONGEST_TITLE or not words[0].text[0].isupper():
        return False
    if any(t.text[0].islower() and t.lower_ not in _SMALL for t in words):
        return False
    before = page.tokens[low - 1].lower_ if low else ""
    behind = page.tokens[high].lower_ if high < len(page.tokens) else ""
    return behind in lists()["titles"] or before in ("'s", "’s", "on", "told") or before in lists()["titles"]


def _after(page: Page, index: int, start: int, end: int) -> Range:
    if index + 1 < len(page.quoted):
        end = min(end, page.quoted[index + 1][0])
    return start, max(start, end)


def _goes_on(page: Page, last: Attribution, index: int) -> bool:
    """Whether the cue of the quotation before stands between the two: "…," she said, "…"."""
    low = page.quoted[index][0]
    previous = page.quoted[last.quotes[-1]]
    cue = last.anchor.i
    if last.quotes[-1] != index - 1 or not previous[1] <= cue < low:
        return False
    if page.sentence[low] != page.sentence[cue] or low - cue > _REACH:
        return False
    between = page.tokens[cue + 1 : low]
    inner, before = page.quotations[index].inner, page.quotations[last.quotes[-1]].inner
    if page.text[inner.start].islower() and page.text[before.start : before.end].rstrip()[-1:] == ",":
        return len(between) < _REACH  # the sentence goes on, whatever is told of the speaker between
    return not any(t.pos_ == "VERB" and t.dep_ not in ("amod", "compound") for t in between) and len(between) < 25


def _with_cue(page: Page, cues: Cues, index: int, before: Range, after: Range) -> Attribution | None:
    low, high = page.quoted[index]
    verb = None
    clean = _is_clean(page, before)
    if clean and _ends_speech(page, index, high):
        verb = _first_cue(page, cues, after)
    if verb is None and not clean:
        verb = _leading_cue(page, cues, before)
        if verb is None:
            return _headed(page, index, before)
        if page.words((verb.i + 1, low)) == 0 and low == verb.i + 1 and _runs_into(page, after):
            return None
    if verb is None and clean:
        verb = _announced(page, cues, low)
    if verb is None:
        return _signed(page, index, after) if clean else None
    source, subject = source_of(verb, "quote")
    if source is None and verb.pos_ == "NOUN" and verb.left_edge.i < verb.i:
        source, subject = (verb.left_edge.i, verb.i), verb.doc[verb.i - 1]  # "as the harbour radio reports"
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and after[0] < verb.head.i < verb.i:
        source, subject = (after[0], verb.i), verb.head
    if source is None and verb.dep_ == "amod" and verb.head.i > verb.i:
        source, subject = (verb.i + 1, verb.head.i + 1), verb.head
    if source is not None and subject is not None and _inside(page, index, subject):
        source, subject = _nearest_noun(verb, after)
    return Attribution("quote", verb, [(low, high)], verb_group(verb), source, subject, [index])


def _is_clean(page: Page, before: Range) -> bool:
    """Whether nothing that matters stands before the quotation in its sentence."""
    if before[1] - before[0] > _REACH:
        return False
    tokens = [t for t in page.tokens[before[0] : before[1]] if not t.is_space and not t.is_punct]
    return len(tokens) <= 2 and all(t.pos_ in ("CCONJ", "ADV", "INTJ", "SCONJ") for t in tokens)


def _ends_speech(page: Page, index: int, high: int) -> bool:
    """Whether the quotation ends as speech does before its cue: with a comma or a stop, or a comma right behind it."""
    inner = page.quotations[index].inner
    tail = page.text[inner.start : inner.end].rstrip(" \u00a0*_’'")[-1:]
    following = page.tokens[high].text if high < len(page.tokens) else ""
    return tail in ",.?!…—–-:;" or following in (",", "—", "–", "-")


def _begins_anew(page: Page, index: int, after: Range) -> bool:
    """Whether a sentence of its own stands behind a quotation that ends with a stop: “….” She added that …"""
    inner = page.quotations[index].inner
    if page.text[inner.start : inner.end].rstrip(" \u00a0*_’'")[-1:] not in (".", "?", "!"):
        return False
    words = [t for t in page.tokens[after[0] : min(after[1], after[0] + _REACH)] if not t.is_space and not t.is_punct]
    if not words or not words[0].text[0].isupper():
        return False
    verb = next((at for at, t in enumerate(words) if t.pos_ == "VERB"), None)
    told = words[verb + 1 : verb + 2] if verb is not None else []
    return any(t.lower_ == "that" and t.dep_ == "mark" for t in told)


def _first_cue(page: Page, cues: Cues, after: Range) -> Token | None:
    """The cue behind a quotation; failing that, one that the parse takes for a participle ("the old man asked")."""
    participle: Token | None = None
    for token in page.tokens[after[0] : min(after[1], after[0] + _REACH)]:
        if token.text == ";" or (token.lower_ in ("but", "although", "while") and token.i > after[0] + 1):
            break
        lemma = token.lemma_.lower()
        if page.words((after[0], token.i)) == 0 and token.tag_ in ("VBN", "VBD") and lemma in cues.quoting:
            return _saying_of(token)  # right behind the marks it is the cue, whatever the parse makes of it
        verbal = token.pos_ in ("VERB", "AUX", "NOUN", "PROPN")
        if verbal and _is_cue(token, cues) and not _is_relative(token):
            return _saying_of(token)
        if token.tag_ == "VBN" and token.dep_ == "acl" and lemma in cues.parenthetical:
            participle = participle or token
    return participle


def _saying_of(token: Token) -> Token:
    """The "saying" of "was quoted as saying", whose subject is the one quoted; else the cue itself."""
    if token.lemma_ in ("quote", "cite"):
        for child in token.children:
            if child.lower_ == "as":
                return next((c for c in child.children if c.tag_ == "VBG"), token)
    return token


def _is_relative(token: Token) -> bool:
    return token.dep_ == "relcl" and any(c.tag_ in ("WP", "WDT") for c in token.children)


def _is_cue(token: Token, cues: Cues) -> bool:
    if token.pos_ in ("NOUN", "PROPN"):
        return token.lower_ in ("says", "said", "tweets", "writes") and token.dep_ not in ("compound", "pobj")
    if token.dep_ in ("aux", "auxpass"):
        return False
    if (
        token.tag_ == "VBN"
        and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
        and token.dep_ in ("acl", "amod")
    ):
        return False
    return token.lemma_.lower() in cues.quoting


def _leading_cue(page: Page, cues: Cues, before: Range) -> Token | None:
    """The cue that leads up to a quotation: "told reporters, “…", "wrote: “…", "said “…"."""
    start, end = before
    tokens = [t for t in page.tokens[max(start, end - _REACH) : end] if not t.is_space and page.quotation[t.i] < 0]
    if not tokens:
        return None
    last = tokens[-1]
    led: Token | None = None
    if last.text in (",", ":", "—", "–", "-"):
        for token in reversed(tokens):
            reports = token.lower_ in ("reports", "notes", "says") and any(t.lower_ == "as" for t in tokens[:3])
            if token.pos_ == "VERB" or token.lemma_ in ("go", "be") or reports:
                if token.dep_ in ("amod", "relcl", "acl") and token.tag_ in ("VBN", "VBG") and last.text == ",":
                    continue
                if reports or _is_cue(token, cues):
                    return token
                if last.text == ",":
                    return None
                led = led or (token if subject_of(token) is not None and token.tag_ in ("VBD", "VBZ") else None)
        return led if _is_full(page, end) else None
    for token in reversed(tokens[-5:]):
        if token.pos_ == "VERB":
            return token if _is_cue(token, cues) and not _has_clause(token, end) else None
        if token.pos_ not in ("ADV", "PROPN", "NOUN", "PRON", "NUM", "ADP"):
            return None
    return None


def _runs_into(page: Page, after: Range) -> bool:
    """Whether the sentence goes on with the quotation as a part of it: said “real progress” was made."""
    tokens = [t for t in page.tokens[after[0] : after[1]] if not t.is_space]
    return len(tokens) > 1 and not tokens[0].is_punct and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens[:6])


def _is_full(page: Page, low: int) -> bool:
    """Whether the quotation that begins here, behind a colon, is speech and no title: some words, with a verb."""
    index = page.quotation[low] if low < len(page.quotation) else -1
    if index < 0:
        return False
    tokens = page.tokens[slice(*page.quoted[index])]
    return page.words(page.quoted[index]) >= 4 and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB") for t in tokens)


def _announced(page: Page, cues: Cues, low: int) -> Token | None:
    """The cue of a paragraph that ends with a colon and leaves its quotation to the next."""
    start = page.sentences[page.sentence[low]][0]
    if start == 0 or page.paragraph[start - 1] == page.paragraph[low]:
        return None
    begin, end = page.sentences[page.sentence[start - 1]]
    while end > begin and page.tokens[end - 1].is_space:
        end -= 1
    return _leading_cue(page, cues, (begin, end)) if page.tokens[end - 1].text == ":" else None


def _headed(page: Page, index: int, before: Range) -> Attribution | None:
    """A name and a colon before a quotation: "Ames: “We are done.”"."""
    start, end = max(before[0], before[1] - _REACH), before[1]
    tokens = [t for t in page.tokens[start:end] if not t.is_space]
    if len(tokens) < 2 or tokens[-1].text != ":" or page.quotation[tokens[-2].i] >= 0:
        return None
    name = [tokens[-2]]
    while name[0].i > start and page.tokens[name[0].i - 1].pos_ in ("PROPN", "CCONJ") and len(name) < 8:
        name.insert(0, page.tokens[name[0].i - 1])
    while name and name[0].pos_ != "PROPN" and name[0].lemma_.lower() not in _HEADLINES:
        name.pop(0)
    if not name and len(tokens) <= 5 and before[0] == start and all(t.text[0].isupper() for t in tokens[:-1]):
        name = tokens[:-1]  # a head line, in which taggers lose their way
    if not name:
        return None
    colon = tokens[-1]
    article = name[0].i > start and page.tokens[name[0].i - 1].lower_ in ("the", "its", "their")
    source = (name[0].i - article, name[-1].i + 1)
    return Attribution("quote", colon, [page.quoted[index]], (colon.i, colon.i + 1), source, name[-1], [index])


def _signed(page: Page, index: int, after: Range) -> Attribution | None:
    """A quotation that stands alone, signed in the line below: "- Ada Moss"."""
    if page.words(after) or after[1] >= len(page.tokens):
        return None
    start, end = page.sentences[page.sentence[after[1]]]
    while start < end and page.tokens[start].is_space:
        start += 1
    if start >= end or page.tokens[start].text not in ("-", "–", "—", "--"):
        return None
    words = [t for t in page.tokens[start + 1 : end] if not t.is_space and not t.is_punct]
    if not words or len(words) > 8 or words[0].pos_ != "PROPN" or any(t.pos_ == "VERB" for t in words):
        return None
    source = (words[0].i, words[-1].i + 1)
    return Attribution("quote", page.tokens[start], [page.quoted[index]], (start, start + 1), source, words[0], [index])


def _has_clause(verb: Token, end: int) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") and c.left_edge.i < end and c.i != verb.i for c in verb.children)


def _inside(page: Page, index: int, token: Token) -> bool:
    return page.quotation[token.i] == index


def _nearest_noun(verb: Token, after: Range) -> tuple[Range | None, Token | None]:
    """The noun beside the cue, where the parse gave it a subject out of the quotation."""
    doc = verb.doc
    for at in (*range(verb.i - 1, after[0] - 1, -1), *range(verb.i + 1, min(after[1], verb.i + 8))):
        token = doc[at]
        behind = token.i > verb.i and token.dep_ in ("dobj", "attr", "appos")
        named = token.pos_ in ("PROPN", "PRON") or (token.pos_ == "NOUN" and (token.dep_ in SUBJECTS or behind))
        if named and token.dep_ not in ("npadvmod", "compound", "dative"):
            start, end = phrase(token)
            return (max(start, after[0]), end), token
        if token.is_punct and at > verb.i:
            break
    return None, None
