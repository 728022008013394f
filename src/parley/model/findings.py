"""Findings: facts about one report, with no other report in sight (design decision 1).

Findings point at each other by position: `time` is an index into `Findings.times`, `statement` into
`Findings.statements`, `event` into `Findings.events`; names are pointed at by their local id. So when a story narrows
a report's date, only `Findings.times` is re-anchored and everything that hangs on it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.model.passages import Span
from parley.model.times import Published, Time

NameKind = Literal["person", "organisation", "place", "group", "other"]
MentionKind = Literal["name", "pronoun", "role"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal["said", "thought"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "future", "none"]
Bound = Literal["exact", "about", "more than", "at least", "up to", "less than", "range"]
Status = Literal[
    "proposed", "scheduled", "under way", "happened", "held", "agreed", "declared", "postponed", "cancelled",
    "denied", "carried out", "lapsed", "broken",
]  # fmt: skip
Stance = Literal["demands", "offers", "agrees", "rejects", "supports", "threatens", "withholds", "accuses"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a name is meant: by a form of it, by a pronoun, or by a role ("the Ukrainian leader")."""

    start: int
    end: int
    exact: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class NameFinding:
    """One person, organisation, place or group of the report.

    `name` is the fullest form in this report. `roles` are as written ("Kremlin spokesman"). `key` names a gazetteer
    entry where there is one (``country/RU``, ``city/745044`` after GeoNames); `country` is the ISO 3166-1 code of the
    country that a place lies in or a person or body belongs to. `speaks_for` is the local id of the party for which
    the name speaks or acts by its role; `members` those of a group. A name may have no mention: a government that is
    only named through its capital or its minister.
    """

    id: str
    kind: NameKind
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    key: str | None = None
    country: str | None = None
    speaks_for: str | None = None
    members: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class TimeFinding:
    """A time expression after TIMEX3 (ISO-TimeML), resolved from the report alone and re-resolvable with a new anchor.

    `time` is None for durations, sets, and what cannot be placed. `direction` is what tense and modality say of the
    side on which a weekday or bare month lies. `anchor` says what a relative expression leans on: the publication
    date, another time of the report (`focus`, an index), or nothing. `zone` is the clock (IANA) on which a time of day
    without a zone of its own is read.
    """

    start: int
    end: int
    exact: str
    type: TimexType
    value: str
    time: Time | None = None
    direction: Direction = "none"
    anchor: Literal["published", "focus", "none"] = "none"
    focus: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class StatementFinding:
    """An attribution: someone's utterance as this report gives it (after the PolNeAR guidelines).

    `content` are its spans, quotation marks left out; `units` the same cut into sentences, each unit one or more
    pieces where a cue parts them, each piece with whether it stands inside quotation marks. `utterance` numbers the
    longer utterance in this report that the statement belongs to (same speaker, same occasion, running on). `inside`
    is the index of the statement that tells this one (A says that B said). `made` is an index into the times.
    """

    kind: StatementKind
    act: Act
    content: tuple[Span, ...]
    units: tuple[tuple[Piece, ...], ...]
    source: Span | None
    cue: Span | None
    speaker: str | None
    speaker_text: str
    made: int | None = None
    channel: str | None = None
    carried_by: tuple[str, ...] = ()
    utterance: int | None = None
    inside: int | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A part of a statement's sentence that runs on unbroken."""

    start: int
    end: int
    quoted: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Party:
    """Who does or wants something, or to whom: the passage, and the local name id it was resolved to."""

    name: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Participant:
    """A name that takes part in an event, by its role there ("source", "target", "party", "victim", "host" …)."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """A count or measure: the shortest phrase with number and what is counted, and the number alone (`number`).

    `value` is a number or a (low, high) range in `unit`. `of` says what is counted, in the report's words; `head` is
    the noun among them that is counted or measured, where one is said. `event` and `statement` are indices of the
    event whose slot it fills and of the statement inside which it stands.
    """

    start: int
    end: int
    exact: str
    number: Span
    value: float | tuple[float, float]
    bound: Bound
    unit: str | None
    per: str | None
    of: str
    event: int | None = None
    statement: int | None = None
    according_to: tuple[str, ...] = ()
    head: str = ""


How = Literal["same day", "before", "after", "since", "carried", "mention", "news", "standing"]


@dataclass(frozen=True, slots=True)
class InferredTime:
    """How an event whose telling names no time is dated with doubt, kept open so that a narrowed date re-resolves it.

    `how` says what ties it to the time with index `time`: told as on the same day, within a day before or after it,
    some time since it, in a sentence that carries on the one it dates, or by another mention of the event. Without
    an index the day of the report counts: told as its news, or as how things stood when it was written.
    """

    how: How
    time: int | None = None


@dataclass(frozen=True, slots=True)
class EventFinding:
    """An event as this report tells it: the shortest clause that does (start, end), and the words that name it.

    `trigger` are those words. `code` is a PLOVER root. `definite` is true where the wording takes the event as known
    ("the talks"). `terms` are spans of what a proposal or agreement says. `time`, `expires` are indices into the times;
    `inferred` is only given where `time` is not.
    """

    start: int
    end: int
    exact: str
    trigger: Span
    lemma: str
    type: str
    code: str | None
    status: Status
    background: bool
    definite: bool = False
    source: Party | None = None
    target: Party | None = None
    participants: tuple[Participant, ...] = ()
    time: int | None = None
    place: str | None = None
    terms: tuple[Span, ...] = ()
    condition: Span | None = None
    expires: int | None = None
    statement: int | None = None
    according_to: tuple[str, ...] = ()
    refers_to: int | None = None
    inferred: InferredTime | None = None


@dataclass(frozen=True, slots=True)
class PositionFinding:
    """A party's stance on an issue, toward whom and on what condition."""

    start: int
    end: int
    exact: str
    stance: Stance
    code: str
    source: Party
    target: Party | None
    issue: str
    condition: str | None = None
    time: int | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one report. `report` is its id, `annotator` the version that found it."""

    report: str
    annotator: str
    published: Published
    times: tuple[TimeFinding, ...] = ()
    names: tuple[NameFinding, ...] = ()
    statements: tuple[StatementFinding, ...] = ()
    figures: tuple[FigureFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    positions: tuple[PositionFinding, ...] = ()
    sentences: tuple[Span, ...] = ()
