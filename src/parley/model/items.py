"""Items: conclusions about a story, each standing on witnesses. The shapes follow the exported record, ``parley/1``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.findings import Act, Bound, NameKind, Stance, StatementKind, Status
from parley.model.passages import Span, Witness
from parley.model.reports import Report
from parley.model.times import Time

Fidelity = Literal["same", "typography", "cut", "altered", "paraphrase"]
ItemKind = Literal["name", "statement", "event", "figure", "position", "disagreement", "story"]
DisagreementKind = Literal["conflict", "parties", "update", "rounding", "scope", "wording"]
LineageKind = Literal["copy", "rewrite", "same agency", "shared quotations"]


@dataclass(frozen=True, slots=True)
class Support:
    """How many reports tell an item, and from how many independent origins they come."""

    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as written, the reports that use it, and whether joining it is doubtful."""

    text: str
    reports: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or group across reports. `because` says why doubtful forms were joined."""

    id: str
    kind: NameKind
    name: str
    members: tuple[str, ...]
    forms: tuple[Form, ...]
    roles: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a version and the reading: words `before` (of the reading), `after` (of the version)."""

    before: str
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Version:
    """One report's rendering of a statement: its passage and its fidelity to the reading (or the original)."""

    witness: Witness
    cue: Span | None
    source: Span | None
    fidelity: Fidelity
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an utterance, with all its versions. `of` is the longer utterance's first statement's id."""

    id: str
    story: str
    speaker: str | None
    speaker_text: str
    kind: StatementKind
    act: Act
    made: Time | None
    channel: str | None
    carried_by: tuple[str, ...]
    of: str | None
    reading: str
    original: str | None
    witnesses: tuple[Version, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Role:
    """A name's part in an event."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of an event's history: the status, the day from which it is told (ISO), and the passage."""

    status: Status
    as_of: str | None
    witness: Witness


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, proposed or agreed; one item across reports, with a history of statuses."""

    id: str
    story: str
    type: str
    code: str | None
    background: bool
    status: Status
    time: Time | None
    place: str | None
    participants: tuple[Role, ...]
    terms: tuple[str, ...]
    condition: str | None
    expires: Time | None
    according_to: tuple[str, ...]
    summary: str
    history: tuple[Turn, ...]
    witnesses: tuple[Witness, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, across reports. `value` is one number or a (low, high) range, in `unit`."""

    id: str
    story: str
    value: float | tuple[float, float]
    bound: Bound
    unit: str | None
    per: str | None
    of: str
    event: str | None
    statement: str | None
    according_to: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on an issue. A joint position is one a party."""

    id: str
    story: str
    party: str
    stance: Stance
    code: str | None
    issue: str
    toward: str | None
    condition: str | None
    time: Time | None
    statement: str | None
    witnesses: tuple[Witness, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class About:
    """The item that a disagreement is about."""

    kind: ItemKind
    id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of a disagreement: a value, and the reports and parties that give it."""

    value: str
    reports: tuple[str, ...]
    parties: tuple[str, ...]
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that cannot all be true, or that only look so (`update`, `rounding`, `scope`)."""

    id: str
    story: str
    about: About
    attribute: str
    kind: DisagreementKind
    because: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """That one report draws on another, or (`source` None) on one that is not here; `share` of its words, 0 to 1."""

    report: str
    source: str | None
    kind: LineageKind
    share: float
    because: str
    passages: tuple[tuple[Witness, Witness], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one developing story, and the days it covers."""

    id: str
    title: str
    reports: tuple[str, ...]
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class StoryItems:
    """All the items of one story. `reports` are its reports with the publication dates that the story narrowed."""

    story: Story
    reports: tuple[Report, ...]
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    positions: tuple[Position, ...]
    disagreements: tuple[Disagreement, ...]
    lineage: tuple[Lineage, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A report that was set aside: for a newer version of it (`by`, its id), or by a person (None)."""

    report: Report
    by: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record: every report and every story's items, as exported, and the reports that were set aside."""

    reports: tuple[Report, ...]
    stories: tuple[StoryItems, ...]
    aside: tuple[Aside, ...] = ()
