"""One report → its findings, with no other report in sight."""

from parley.annotate.annotator import Annotator

__all__ = ["Annotator"]
