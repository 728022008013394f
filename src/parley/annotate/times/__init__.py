"""The times stage: time expressions after TIMEX3, with what they lean on, and which of them dates a clause."""

from parley.annotate.times.clauses import time_for
from parley.annotate.times.finding import find, place

__all__ = ["find", "place", "time_for"]
