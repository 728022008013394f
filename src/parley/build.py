"""The only module that wires the stages: bytes → reports → findings → items → record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from parley.annotate import Annotator
from parley.errors import ParleyError, ReadError, StoreError
from parley.model.findings import Findings
from parley.model.items import Record, Story, StoryItems
from parley.model.reports import Report
from parley.read import Skipped, read_original, read_paths
from parley.reconcile import group, reconcile
from parley.record import Changes, Kept, Store, compare
from parley.rules import rules_of
from parley.run import default_jobs, map_reports, map_stories
from parley.settings import Settings
from parley.text.issues import Lens, read_lens

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much is done, and how much there is (0 where nobody knows)."""

BATCH = 16


def annotate(reports: Iterable[Report], settings: Settings, jobs: int = 1) -> Generator[Findings, None, None]:
    """The findings of each report, in order, without a store. Closing it stops the processes at work."""
    return map_reports(partial(_worker, settings.pipeline), reports, jobs)


@dataclass(slots=True)
class Intake:
    """What came of reading: new reports, new versions of reports, those there already, and what could not be read."""

    new: int = 0
    versions: int = 0
    known: int = 0
    faults: list[ParleyError] = field(default_factory=list)


def take_in(
    store: Store,
    paths: Sequence[str],
    originals: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    tell: Callable[[str], None] = lambda message: None,
    progress: Progress | None = None,
) -> Intake:
    """Read reports into the store; what cannot be read is told and kept in `faults`, the rest goes on."""
    intake = Intake()
    for done, one in enumerate(_read(paths, originals, stdin), 1):
        (progress or _silent)("taking in", done, 0)
        if isinstance(one, Report):
            kept = store.keep(one)
            fresh = kept.outcome in ("new", "version")
            intake.new += kept.outcome == "new"
            intake.versions += kept.outcome in ("version", "back")
            intake.known += kept.outcome in ("known", "removed")
            for note in one.notes if fresh else ():
                tell(f"{one.file}: {note}")
            _tell_versions(one, kept, tell)
            if fresh and one.original and not one.speaker:
                tell(f"{one.file}: no speaker is given: it is kept as an original, but its words are nobody's")
        elif isinstance(one, Skipped):
            tell(f"skipped {one.file}: {one.reason}")
        else:
            intake.faults.append(one)
            tell(f"parley: {one}")
    return intake


def _tell_versions(report: Report, kept: Kept, tell: Callable[[str], None]) -> None:
    if kept.outcome == "version":
        tell(f"{report.file}: a new version of {kept.other}, which is set aside; `parley undo {kept.other}` keeps both")
    elif kept.outcome == "back":
        tell(f"{report.file}: back to the version {report.id}; {kept.other} is set aside")
    elif kept.outcome == "removed":
        tell(f"{report.file}: was removed from this record and stays out; `parley undo {report.id}` brings it back")
    elif kept.outcome == "new" and kept.other:
        tell(f"{report.file}: another report ({kept.other}) was added from this path before; both are kept")


def _read(
    paths: Sequence[str], originals: Sequence[str], stdin: BinaryIO | None
) -> Iterator[Report | ParleyError | Skipped]:
    for path in originals:
        try:
            yield from read_original(path)
        except ReadError as fault:
            yield fault
    yield from read_paths(paths, stdin=stdin)


def update(store: Store, settings: Settings, jobs: int | None = None, progress: Progress | None = None) -> Changes:
    """Bring the record up to its reports: annotate those not yet read by this version, redo the stories they touch.

    Findings are kept as they come, items in one transaction: a stop in between loses nothing, the next update goes on.
    """
    before = store.record()
    _read_unread(store, settings, jobs, progress or _silent)
    redo_stories(store, jobs or 1, progress or _silent)
    return compare(before, store.record())


def _read_unread(store: Store, settings: Settings, jobs: int | None, progress: Progress) -> None:
    annotator = Annotator.version_of(settings.pipeline)
    unread = store.unread(annotator)
    jobs = jobs or default_jobs(len(unread))
    batch: list[Findings] = []
    if not unread:
        return
    progress("reading", 0, len(unread))
    with closing(annotate(store.reports(unread), settings, jobs)) as findings:
        for done, found in enumerate(findings, 1):
            batch.append(found)
            if len(batch) == BATCH or done == len(unread):
                store.keep_findings(batch)
                batch.clear()
            progress("reading", done, len(unread))


def redo_stories(store: Store, jobs: int = 1, progress: Progress | None = None) -> None:
    """Group the reports anew and reconcile the stories whose reports or findings changed."""
    findings = store.findings()
    reports = {r.id: r for r in store.reports() if r.id in findings}
    lens = store.lens()
    stories = {_fingerprint(s, findings, lens): s for s in group(list(reports.values()), findings)}
    known = set(store.fingerprints().values())
    stale = [(f, s) for f, s in stories.items() if f not in known]
    seen = read_lens(lens) if lens else None
    work = [(s, [reports[r] for r in s.reports], {r: findings[r] for r in s.reports}, seen) for _, s in stale]
    fresh: list[tuple[StoryItems, str]] = []
    for (fingerprint, _), items in zip(stale, map_stories(_reconcile, work, jobs), strict=True):
        fresh.append((items, fingerprint))
        if progress:
            progress("comparing", len(fresh), len(stale))
    store.replace_stories(fresh, current=[s.id for s in stories.values()])


def current_record(store: Store, tell: Callable[[str], None] = lambda message: None) -> Record:
    """The record, its stories finished where an update was stopped between reading and comparing.

    Reports that were kept but not read are told and left to the next update. Raises StoreError where stories must be
    finished and the store cannot be written.
    """
    told = store.record()
    in_stories = {r for s in told.stories for r in s.story.reports}
    kept = {r.id for r in told.reports}
    if in_stories == kept:
        return told
    read = kept & set(store.findings())
    if read != kept:
        unread = f"{len(kept - read)} of {len(kept)} reports are"
        tell(f"{unread} kept but not read yet; the same `parley add` goes on from there")
    if in_stories == read:
        return told
    tell("finishing an `add` that was stopped")
    try:
        redo_stories(store)
    except StoreError as fault:
        raise StoreError(
            "an `add` was stopped before its stories were made, and this record cannot be written",
            resource=store.place,
            advice="make it writable, or copy it, and run the same `parley add` again",
        ) from fault
    return store.record()


def _fingerprint(story: Story, findings: dict[str, Findings], lens: str | None) -> str:
    made_from = (f"{r} {findings[r].annotator}" for r in sorted(story.reports))
    parts = [rules_of("reconcile", "text"), lens or "", *made_from]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _worker(pipeline: str) -> Callable[[Iterable[Report]], Iterator[Findings]]:
    return Annotator(pipeline).annotate_many


def _reconcile(work: tuple[Story, list[Report], dict[str, Findings], Lens | None]) -> StoryItems:
    return reconcile(*work)


def _silent(stage: str, done: int, of: int) -> None:
    """Tell nobody."""
