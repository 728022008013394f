"""What annotating costs beside the bare parse, how memory behaves, and what a second process gives.

    python bench/annotate.py [--reports N] [--from FILE ...]

Prints ratios taken in one run: the cost of all stages over the cost of the spaCy pipeline alone on the same bodies (in
alternating slices, so that a machine that slows down slows both), peak memory after a tenth and after all of the
reports, and the time of one process over that of two. The reports are those of the example story, over and over, or
those of the named files.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy

from parley.annotate import Annotator
from parley.annotate.reading import body_text
from parley.build import annotate
from parley.model.reports import Report
from parley.read import read_paths
from parley.settings import from_environment

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "brava-talks"
SLICE = 50


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reports", type=int, default=1000)
    ask.add_argument("--from", dest="files", nargs="+", default=[str(EXAMPLE)])
    asked = ask.parse_args()
    reports = [r for r in read_paths(asked.files) if isinstance(r, Report) and r.language in (None, "en")]
    many = list(itertools.islice(_again(reports), asked.reports))
    words = sum(len(body_text(r).split()) for r in many)
    print(f"{len(many)} reports, {words} words")
    _cost(many)
    _jobs(many)


def _again(reports: list[Report]) -> Iterator[Report]:
    for turn in itertools.count():
        for report in reports:
            yield replace(report, id=f"{report.id}-{turn}")


def _cost(reports: list[Report]) -> None:
    annotator = Annotator(from_environment().pipeline)
    pipeline = spacy.load(from_environment().pipeline)
    for _ in annotator.annotate_many(reports[:8]):
        pass
    bare = ours = 0.0
    early = 0
    for start in range(0, len(reports), SLICE):
        part = reports[start : start + SLICE]
        begin = time.process_time()
        for _ in pipeline.pipe((body_text(r) for r in part), batch_size=16):
            pass
        middle = time.process_time()
        for _ in annotator.annotate_many(part):
            pass
        bare, ours = bare + middle - begin, ours + time.process_time() - middle
        if start + SLICE >= len(reports) // 10 and not early:
            early = _peak()
    print(f"annotate over the bare pipeline: {ours / bare:.2f} times")
    print(f"peak memory: {early} MB after a tenth, {_peak()} MB after all")


def _jobs(reports: list[Report]) -> None:
    took = {}
    for jobs in (1, 2):
        begin = time.perf_counter()
        for _ in annotate(reports, from_environment(), jobs):
            pass
        took[jobs] = time.perf_counter() - begin
    print(f"one process over two: {took[1] / took[2]:.2f} times")


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
