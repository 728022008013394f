"""The store: reports, their findings and the items concluded from them, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy import Connection, Engine, delete, insert, select, update

from parley.errors import NotFound
from parley.model.findings import Findings
from parley.model.items import (
    Aside,
    Disagreement,
    Event,
    Figure,
    Lineage,
    Name,
    Position,
    Record,
    Statement,
    Story,
    StoryItems,
)
from parley.model.reports import Report
from parley.record import schema
from parley.record.codec import decode, encode
from parley.record.faults import told
from parley.record.renames import renamed
from parley.record.versions import Kept, holder, is_version, next_number, put_aside, take_back, taken_by

KINDS: dict[str, type] = {
    "report": Report,
    "name": Name,
    "statement": Statement,
    "event": Event,
    "figure": Figure,
    "position": Position,
    "disagreement": Disagreement,
    "lineage": Lineage,
}
"""Kinds of rows in `items`. A story's own view of its reports (with narrowed dates) is kept there too, without text."""

CURRENT = schema.reports.c.id.not_in(select(schema.set_aside.c.report))
"""Reports that were not set aside."""

SHORTEST = 4
"""Characters of an id from which on it is looked up by its beginning."""


class Store:
    """An open record. Use as a context manager; every write is one transaction, so a stop leaves a good store."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told(self.place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with told(self.place), self._engine.connect() as connection:
            yield connection

    # reports and findings

    def keep(self, report: Report) -> Kept:
        """Keep a report and say what became of it; one that was there already goes under the least path given."""
        with self._write() as connection:
            _take_turns(connection)
            before = holder(connection, report)
            row = connection.execute(
                select(schema.reports.c.file, schema.reports.c.data).where(schema.reports.c.id == report.id)
            ).first()
            if row is None:
                connection.execute(
                    insert(schema.reports).values(
                        id=report.id,
                        file=report.file,
                        original=report.original,
                        data=encode(replace(report, raw=None, number=0)),
                        raw=report.raw,
                        number=next_number(),
                    )
                )
                if before is None or not is_version(before, report):
                    return Kept("new", before.id if before else None)
                put_aside(connection, before.id, by=report.id)
                return Kept("version", before.id)
            out, by = taken_by(connection, report.id)
            if out and by is None:
                return Kept("removed")
            if out and before is not None and row.file == report.file:
                connection.execute(delete(schema.set_aside).where(schema.set_aside.c.report == report.id))
                put_aside(connection, before.id, by=report.id)
                return Kept("back", before.id)
            if report.file < row.file:
                kept = replace(decode(Report, row.data), file=report.file)
                connection.execute(
                    update(schema.reports)
                    .where(schema.reports.c.id == report.id)
                    .values(file=kept.file, data=encode(kept))
                )
            return Kept("known")

    def report(self, named: str, *, aside: bool = False) -> str:
        """The id of the report that a person names: by its number in the brief, its path, or (the beginning of) its id.

        Looked for among the reports of the record, or among those set aside. Raises NotFound where there is no such
        one, or several.
        """
        told = [a.report for a in self.aside()] if aside else list(self.reports())
        exact = [r.id for r in told if named in (r.id, r.file) or (named.strip("[]") == str(r.number) and not aside)]
        found = exact or [r.id for r in told if len(named) >= SHORTEST and r.id.startswith(named)]
        if len(found) == 1:
            return found[0]
        where = "was set aside" if aside else "is in this record"
        raise NotFound(
            f"{len(found) or 'no'} report{'s' if found else ''} of that name {where}",
            resource=named,
            advice="name it by its id" if found else "`parley show` lists them, with number, path and id",
        )

    def remove(self, reports: Sequence[str]) -> None:
        """Take reports out of the record. They are set aside, not deleted: `undo` brings them back."""
        with self._write() as connection:
            for one in reports:
                put_aside(connection, one, by=None)

    def undo(self, report: str | None = None) -> Aside:
        """Bring back the report that was set aside last, or the given one, and say what had become of it.

        Raises NotFound where nothing was set aside.
        """
        found = [a for a in reversed(self.aside()) if report in (None, a.report.id)]
        if not found:
            what = "was not set aside" if report else "no report of this record was set aside: nothing to undo"
            raise NotFound(what, resource=report or self.place, advice="see `parley show --all`")
        with self._write() as connection:
            take_back(connection, found[0].report.id)
        return found[0]

    def aside(self) -> tuple[Aside, ...]:
        """The reports that were set aside, in that order."""
        aside, told = schema.set_aside, schema.reports
        wanted = select(aside.c.taken_by, told.c.data, told.c.number).join(told, told.c.id == aside.c.report)
        with self._read() as connection:
            rows = connection.execute(wanted.order_by(aside.c.ordinal)).all()
        return tuple(Aside(_numbered(row.data, row.number), row.taken_by) for row in rows)

    def keep_findings(self, found: Iterable[Findings]) -> None:
        """Keep findings; those of the same report by another annotator version are replaced."""
        with self._write() as connection:
            for one in found:
                connection.execute(delete(schema.findings).where(schema.findings.c.report == one.report))
                connection.execute(
                    insert(schema.findings).values(report=one.report, annotator=one.annotator, data=encode(one))
                )

    def unread(self, annotator: str) -> list[str]:
        """Ids of the reports that have no findings of this annotator version, in order of id."""
        done = select(schema.findings.c.report).where(schema.findings.c.annotator == annotator)
        with self._read() as connection:
            rows = connection.execute(
                select(schema.reports.c.id)
                .where(schema.reports.c.id.not_in(done), CURRENT)
                .order_by(schema.reports.c.id)
            )
            return [row.id for row in rows]

    def reports(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """The reports as read, in order of id; all that were not set aside, or those with the given ids."""
        wanted = select(schema.reports.c.data, schema.reports.c.number).order_by(schema.reports.c.id)
        with self._read() as connection:
            if ids is None:
                for row in connection.execute(wanted.where(CURRENT)):
                    yield _numbered(row.data, row.number)
            else:
                for one in sorted(ids):
                    for row in connection.execute(wanted.where(schema.reports.c.id == one)):
                        yield _numbered(row.data, row.number)

    def findings(self) -> dict[str, Findings]:
        """All findings, by report id."""
        with self._read() as connection:
            rows = connection.execute(select(schema.findings.c.data).order_by(schema.findings.c.report))
            found = [decode(Findings, row.data) for row in rows]
        return {one.report: one for one in found}

    def lens(self) -> str | None:
        """The TOML text of the lens through which this record's positions are seen; None for none."""
        with self._read() as connection:
            found = connection.execute(select(schema.about.c.value).where(schema.about.c.key == "lens")).scalar()
            return found or None

    def keep_lens(self, text: str) -> None:
        """See positions through this lens from now on; an empty text for none."""
        with self._write() as connection:
            connection.execute(delete(schema.about).where(schema.about.c.key == "lens"))
            connection.execute(insert(schema.about).values(key="lens", value=text))

    # stories and items

    def fingerprints(self) -> dict[str, str]:
        """Of each story, what its items were made from."""
        with self._read() as connection:
            rows = connection.execute(select(schema.stories.c.id, schema.stories.c.fingerprint))
            return {row.id: row.fingerprint for row in rows}

    def replace_stories(self, fresh: Sequence[tuple[StoryItems, str]], current: Iterable[str]) -> None:
        """Keep the fresh stories (with fingerprints), drop those not in `current`, and note ids that changed."""
        keep = set(current)
        with self._write() as connection:
            old_ids = [row.id for row in connection.execute(select(schema.stories.c.id))]
            gone = sorted(i for i in old_ids if i not in keep or any(i == s.story.id for s, _ in fresh))
            before = [self._story(connection, one) for one in gone]
            for one in gone:
                connection.execute(delete(schema.items).where(schema.items.c.story == one))
                connection.execute(delete(schema.stories).where(schema.stories.c.id == one))
            for story, fingerprint in fresh:
                connection.execute(
                    insert(schema.stories).values(id=story.story.id, fingerprint=fingerprint, data=encode(story.story))
                )
                rows = list(_rows(story))
                if rows:
                    connection.execute(insert(schema.items), rows)
            for old, new in renamed(before, [s for s, _ in fresh]).items():
                connection.execute(update(schema.renames).where(schema.renames.c.new == old).values(new=new))
                connection.execute(delete(schema.renames).where(schema.renames.c.old.in_((old, new))))
                connection.execute(insert(schema.renames).values(old=old, new=new))

    def _story(self, connection: Connection, story: str) -> StoryItems:
        data = connection.execute(select(schema.stories.c.data).where(schema.stories.c.id == story)).scalar_one()
        rows = connection.execute(
            select(schema.items.c.kind, schema.items.c.data)
            .where(schema.items.c.story == story)
            .order_by(schema.items.c.kind, schema.items.c.ordinal)
        ).all()
        told_items: dict[str, list[object]] = {kind: [] for kind in KINDS}
        for row in rows:
            told_items[row.kind].append(decode(KINDS[row.kind], row.data))
        texts = {
            row.id: _numbered(row.data, row.number)
            for row in connection.execute(
                select(schema.reports.c.id, schema.reports.c.data, schema.reports.c.number).where(
                    schema.reports.c.id.in_([r.id for r in told_items["report"]])  # type: ignore[attr-defined]
                )
            )
        }
        narrowed = [
            replace(r, text=kept.text, file=kept.file, number=kept.number)  # type: ignore[type-var]
            for r in told_items["report"]
            for kept in [texts[r.id]]  # type: ignore[attr-defined]
        ]
        return StoryItems(
            decode(Story, data),
            tuple(narrowed),  # type: ignore[arg-type]
            *(tuple(told_items[kind]) for kind in KINDS if kind != "report"),  # type: ignore[arg-type]
        )

    def record(self) -> Record:
        """The whole record: stories by their first day, then by id."""
        with self._read() as connection:
            ids = [row.id for row in connection.execute(select(schema.stories.c.id))]
            stories = [self._story(connection, one) for one in ids]
        stories.sort(key=lambda s: (s.story.earliest or "9999", s.story.id))
        narrowed = {r.id: r for s in stories for r in s.reports}
        everything = tuple(narrowed.get(r.id, r) for r in self.reports())
        return Record(tuple(sorted(everything, key=lambda r: (r.file, r.id))), tuple(stories), self.aside())

    def current_id(self, item: str) -> str:
        """The id that an item has now: of its id, of one it had before, or of an unambiguous beginning of either.

        Beginnings are looked up from four characters on. Raises NotFound for an id that never was, and where several
        items' ids begin so.
        """
        places = (schema.items.c.id, schema.stories.c.id, schema.reports.c.id)
        with self._read() as connection:
            new = connection.execute(select(schema.renames.c.new).where(schema.renames.c.old == item)).scalar()
            wanted = new or item
            if any(connection.execute(select(c).where(c == wanted)).first() for c in places):
                return str(wanted)
            found: set[str] = set()
            if len(item) >= SHORTEST:
                begins = (select(c).where(c.startswith(item, autoescape=True)) for c in places)
                found.update(str(one) for query in begins for one in connection.execute(query).scalars())
                before = select(schema.renames.c.new).where(schema.renames.c.old.startswith(item, autoescape=True))
                moved = sorted(set(connection.execute(before).scalars()))
                found.update(
                    m for m in moved if any(connection.execute(select(c).where(c == m)).first() for c in places)
                )
        if len(found) > 1:
            raise NotFound(f"{len(found)} ids begin with {item!r}", advice=f"write more of it: {min(found)} …")
        if not found:
            raise NotFound(
                f"nothing in this record has the id {item!r}", resource=self.place, advice="see `parley show`"
            )
        return found.pop()


def _numbered(data: str, number: int) -> Report:
    return replace(decode(Report, data), number=number)


def _take_turns(connection: Connection) -> None:
    """Let one command after the other number its reports (SQLite has one writer at a time anyway)."""
    key = schema.about.c.key == "format"
    connection.execute(select(schema.about.c.value).where(key).with_for_update())


def _rows(story: StoryItems) -> Iterator[dict[str, object]]:
    kept: dict[str, Sequence[object]] = {
        "report": [replace(r, text="", number=0) for r in story.reports],
        "name": story.names,
        "statement": story.statements,
        "event": story.events,
        "figure": story.figures,
        "position": story.positions,
        "disagreement": story.disagreements,
        "lineage": story.lineage,
    }
    for kind, rows in kept.items():
        for ordinal, item in enumerate(rows):
            name = getattr(item, "id", None) or getattr(item, "report", "")
            yield {
                "story": story.story.id,
                "kind": kind,
                "ordinal": ordinal,
                "id": name,
                "data": encode(item),
            }
