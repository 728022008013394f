"""Which candidates of the time grammar are meant as times: not "may" the verb, "the Sunday Times", "a second term"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.annotate.times.tense import lexicon
from parley.text.times import Expression
from parley.text.times.nodes import (
    Clock,
    Decade,
    Duration,
    Edge,
    Half,
    Month,
    Offset,
    Part,
    Quarter,
    Reference,
    Repeated,
    Season,
    Stretch,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TIME_WORDS = frozenset(
    ("in", "since", "of", "by", "from", "until", "till", "before", "after", "during", "through", "throughout", "early",
     "late", "mid", "around", "circa", "and", "to", "between", "for", "on", "last", "this", "next", "every", "each",
     "that", "or", "back", "about", "over", "starting", "beginning", "ending", "ended", "through", "as", "than")
)  # fmt: skip
_NAMES = frozenset(("ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "LAW"))
_NOT_YEARS = frozenset("$£€¥#")


def is_time(expression: Expression, phrase: Span, as_written: str) -> bool:
    """Whether the words are meant as a time where they stand; `phrase` are their tokens."""
    node, first, last = expression.node, phrase[0], phrase[-1]
    before = first.nbor(-1) if first.i > 0 else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if _in_name(phrase):
        return False
    match node:
        case Reference():
            return as_written.lower() in lexicon()["references"] and _is_reference(first, as_written)
        case Year(year=int()) if len(phrase) == 1 and as_written.isdigit():
            return _is_year(int(as_written), first, before, after)
        case Month(year=None, which=""):
            return _is_month(phrase, first, before)
        case Season(year=None, which=""):
            return _is_season(phrase, first, last, before, after)
        case Duration():
            return _is_length(phrase, first, before, after)
        case Part(of=None):
            return _is_part(first, last, before, as_written)
        case Weekday():
            return last.pos_ != "VERB" and not (len(as_written) <= 4 and as_written.islower())
        case Clock(of=None, zone=None, hour=hour):
            return not (as_written.isdigit() or (after is not None and after.lower_ in ("percent", "%"))) and hour <= 24
        case Repeated():
            paper = first.ent_type_ in _NAMES or first.tag_ in ("NN", "NNP")
            return not (as_written.lower() in ("daily", "weekly", "monthly", "quarterly") and paper)
        case Quarter(number=0, offset=None):
            return after is None or after.lower_ not in ("of", "century", "mile", "final", "finals")
        case Quarter(year=None) | Half(year=None):
            return after is None or after.lower_ not in ("finals", "final", "back", "goal", "points")
        case Edge() | Offset() | Stretch() | Decade() | Weekend():
            return True
        case _:
            return True


def _in_name(phrase: Span) -> bool:
    """Whether the words are part of a longer proper name ("Sunday Times", "May Company")."""
    first, last = phrase[0], phrase[-1]
    if first.ent_type_ not in _NAMES or len(phrase) > 3:
        return False
    left = first.i > 0 and first.ent_iob_ == "I" and first.nbor(-1).pos_ == "PROPN"
    right = last.i + 1 < len(last.doc) and last.nbor(1).ent_iob_ == "I" and last.nbor(1).pos_ == "PROPN"
    return left or right


def _is_reference(first: Token, as_written: str) -> bool:
    # "Now, ..." at the start only calls for attention; "Now that" gives a reason.
    opens = first.is_sent_start and first.i + 1 < len(first.doc) and first.nbor(1).lower_ in (",", "that")
    return as_written.lower() != "now" or not (opens or first.dep_ == "intj")


def _is_year(value: int, first: Token, before: Token | None, after: Token | None) -> bool:
    if not 1500 <= value <= 2150:
        return False
    if (
        before is not None
        and (
            before.text in _NOT_YEARS
            or before.lower_
            in (
                "no.",
                "flight",
                "room",
                "hwy",
                "route",
                "about",
                "nearly",
                "almost",
                "than",
                "least",
                "over",
                "some",
                "only",
            )
        )
        and first.ent_type_ != "DATE"
    ):
        return False
    if after is not None and (
        after.text == "%"
        or after.lower_
        in ("percent", "people", "dollars", "miles", "feet", "km", "meters", "soldiers", "troops", "points")
    ):
        return False
    if first.ent_type_ in ("MONEY", "QUANTITY", "PERCENT"):
        return False
    if first.ent_type_ == "CARDINAL" or (
        first.dep_ == "nummod" and first.head.tag_ == "NNS" and first.head.i > first.i
    ):
        return before is not None and before.lower_ in ("in", "since", "during", "by", "until") and first.dep_ == "pobj"
    return (
        before is None
        or before.lower_ in _TIME_WORDS
        or before.is_punct
        or first.ent_type_ in ("DATE", "EVENT", "")
        or before.pos_ in ("VERB", "DET", "PRON", "PART")
    )


def _is_month(phrase: Span, first: Token, before: Token | None) -> bool:
    name = phrase[-1] if not phrase[-1].is_punct else phrase[0]
    if name.lower_ not in ("may", "march", "august", "april", "june"):
        return name.ent_type_ not in ("PERSON",) or (before is not None and before.lower_ in _TIME_WORDS)
    if name.tag_.startswith(("V", "MD")):
        return False
    if name.ent_type_ == "PERSON" or name.pos_ not in ("PROPN", "NOUN"):
        return before is not None and before.lower_ in ("in", "since", "until", "by", "during", "last", "next", "this")
    return name.ent_type_ == "DATE" or (before is not None and before.lower_ in _TIME_WORDS)


def _is_season(phrase: Span, first: Token, last: Token, before: Token | None, after: Token | None) -> bool:
    if not last.tag_.startswith("NN") or (after is not None and after.lower_ == "of"):
        return False
    if last.text[0].isupper() and last.i > last.sent.start and after is not None and after.text[:1].isupper():
        return False
    if len(phrase) > 1:
        return last.lower_ != "fall" or last.dep_ in ("pobj", "npadvmod")
    return before is not None and before.lower_ in (
        "in",
        "by",
        "until",
        "since",
        "during",
        "early",
        "late",
        "before",
        "after",
    )


def _is_length(phrase: Span, first: Token, before: Token | None, after: Token | None) -> bool:
    low = phrase[-1].lower_
    if low.startswith("quarter") or low.endswith("quarters"):
        # A quarter is a share more often than a length: "a quarter of", "three-quarters".
        lone = len(phrase) > 1 and phrase[-2].lower_ in ("a", "one", "-")
        return not (lone or "-" in low or (after is not None and after.lower_ in ("of", "mile", "point")))
    if low == "year" and first.lower_ == "the":
        led = before is not None and before.lower_ in ("for", "in", "during", "over", "of", "through")
        return led and (
            after is None or after.lower_ not in ("of", "that", "when", "ago", "before", "after", "'s", "’s")
        )
    if len(phrase) == 1 and low in ("days", "weeks", "months", "years", "decades", "centuries"):
        return before is not None and before.lower_ in ("for", "in", "within", "over", "after", "of", "or", "and")
    if after is not None:
        follows = after.lower_
        if follows in ("old", "olds", "-old") or (
            follows in ("-", "–") and after.i + 1 < len(after.doc) and after.nbor(1).lower_ in ("old", "olds")
        ):
            return False
        if follows == "of" and after.i + 1 < len(after.doc) and after.nbor(1).lower_ == "age":
            return False
    if low in ("second", "seconds", "min", "sec") and first.lower_ in ("a", "the", "one"):
        return (
            low == "second"
            and phrase[-1].pos_ == "NOUN"
            and (after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ"))
        )
    return True


def _is_part(first: Token, last: Token, before: Token | None, as_written: str) -> bool:
    if first.lower_ in ("mid", "early", "late", "later", "earlier"):
        return last.pos_ in ("NOUN", "PROPN")
    if first.lower_ == "the":
        return before is not None and before.lower_ in ("in", "during", "on", "through", "throughout", "for", "of")
    return (
        before is not None
        and before.lower_ in ("at", "by", "before", "until", "after", "around")
        and as_written.islower()
    )
