"""Time expressions of English news after TIMEX3 (TimeML 1.2.1, ISO 24617-1), found by a grammar and placed."""

from parley.text.times.grammar import Expression, read, scan
from parley.text.times.nodes import Node, base_of
from parley.text.times.resolve import Anchor, Meaning, interpret, resolve, type_of

__all__ = ["Anchor", "Expression", "Meaning", "Node", "base_of", "interpret", "read", "resolve", "scan", "type_of"]
