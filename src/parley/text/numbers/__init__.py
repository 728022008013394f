"""Numbers in running English: what is written, and the value or range that it means."""

from parley.text.numbers.bounds import Cue, cue_after, cue_before
from parley.text.numbers.grammar import find_numbers
from parley.text.numbers.spelling import group_digits, spell
from parley.text.numbers.tokens import Number

__all__ = ["Cue", "Number", "cue_after", "cue_before", "find_numbers", "group_digits", "spell"]
