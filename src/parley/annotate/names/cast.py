"""The cast of a report: who and what it names, while the names stage and later stages ask about them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.annotate.names import lexicons
from parley.annotate.names.lexicons import Known, country_name
from parley.model.findings import Mention, MentionKind, NameFinding, NameKind
from parley.text.names import without_possessive

if TYPE_CHECKING:
    from spacy.tokens import Doc


NEAR = 60
"""Marks back that may still be referred to: a few paragraphs of news."""


@dataclass(slots=True)
class View:
    """The parse as plain lists, one value a token: reading them is many times faster than asking the parse.

    `quoted` says which tokens stand inside quotation marks, `headline` are the words of the title, and `titled` are
    surnames that stand after a title anywhere in the report, captions and headings outside the body included.
    `adjectives` and `nations` lead from a country's adjective, and from the names of countries that only this report
    has, to the country's code.
    """

    doc: Doc
    source: str
    words: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    ents: list[str]
    starts: list[int]
    sentence: list[int]
    quoted: list[bool]
    titled: frozenset[str] = frozenset()
    adjectives: Mapping[str, str] = field(default_factory=lexicons.adjectives)
    nations: Mapping[str, str] = field(default_factory=dict)
    headline: frozenset[str] = frozenset()

    def token_at(self, offset: int) -> int:
        """The token that holds, or else precedes, the offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def end(self, token: int) -> int:
        """The offset after a token."""
        return self.starts[token] + len(self.words[token])

    def text(self, start: int, end: int) -> str:
        """The words of tokens [start, end) as written, white space run together."""
        text = self.source[self.starts[start] : self.end(end - 1)]
        return " ".join(text.split())

    def head_of(self, start: int, end: int) -> int:
        """The token of [start, end) whose head lies outside: the head of the phrase."""
        for at in range(start, end):
            head = self.heads[at]
            if (head < start or head >= end or head == at) and self.pos[at] not in ("PUNCT", "SPACE"):
                return at
        return end - 1


@dataclass(slots=True)
class Mark:
    """A passage that names something: tokens [start, end), kind, and what a lexicon knows of it.

    `honorific` is the gender that a courtesy title tells; `lead` the first token of the title that stands before it.
    """

    start: int
    end: int
    kind: NameKind
    known: Known | None = None
    honorific: str | None = None
    lead: int = -1
    base: int = -1

    @property
    def stem(self) -> int:
        """The end of the name proper: "Sumy" of "Sumy region"."""
        return self.base if self.base >= 0 else self.end


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role: the noun ("foreign minister"), as written, its classes, and of what country, body or person."""

    noun: str
    text: str
    classes: frozenset[str]
    country: str | None
    body: str | None
    patron: str | None = None

    @property
    def past(self) -> bool:
        """Whether it is no longer held."""
        before = self.text.lower().partition(self.noun.split()[0])[0].split()
        return any(w.startswith(("former", "ex-", "then-")) or w in ("late", "ousted", "onetime") for w in before)


@dataclass(slots=True)
class Entry:
    """One name of the cast, open to change until the findings are made."""

    id: str
    kind: NameKind
    name: str
    key: str | None = None
    country: str | None = None
    gender: str | None = None
    known: Known | None = None
    mentions: list[tuple[int, int, MentionKind]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    speaks_for: str | None = None
    members: tuple[str, ...] = ()
    because: str = ""
    noun: str = ""

    def finding(self, text: str) -> NameFinding:
        """The entry as a finding; mentions by offset."""
        roles: list[str] = []
        for office in self.offices:
            if office.text not in roles:
                roles.append(office.text)
        mentions = tuple(Mention(s, e, text[s:e], kind) for s, e, kind in sorted(set(self.mentions)))
        return NameFinding(
            id=self.id, kind=self.kind, name=self.name, mentions=mentions, roles=tuple(roles), key=self.key,
            country=self.country, speaks_for=self.speaks_for, members=self.members, because=self.because,
        )  # fmt: skip


@dataclass(slots=True)
class Cast:
    """All entries of a report, and which entry each token belongs to."""

    view: View
    entries: dict[str, Entry] = field(default_factory=dict)
    at: dict[int, str] = field(default_factory=dict)
    marks: list[tuple[Mark, str]] = field(default_factory=list)
    pronouns: dict[int, str | None] = field(default_factory=dict)
    described: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    holders: list[Entry] = field(default_factory=list)

    def add(self, kind: NameKind, name: str) -> Entry:
        """A new entry."""
        entry = Entry(f"n{len(self.entries) + 1}", kind, without_possessive(name))
        self.entries[entry.id] = entry
        return entry

    def by_key(self, key: str) -> Entry | None:
        """The entry with this lexicon key."""
        local = self.keys.get(key)
        return self.entries[local] if local is not None else None

    def give_key(self, entry: Entry, key: str, country: str | None) -> None:
        """Say which gazetteer or lexicon entry this is, and in which country."""
        entry.key, entry.country = key, country
        self.keys.setdefault(key, entry.id)

    def marks_before(self, at: int) -> list[tuple[Mark, str]]:
        """The marks nearest before a token, from the left, no more than matter for what it refers to."""
        end = bisect_left(self.marks, at, key=lambda pair: pair[0].start)
        return self.marks[max(0, end - NEAR) : end]

    def country(self, code: str) -> Entry:
        """The entry of a country, made without mentions where the report names only its capital or officials."""
        key = "body/european-union" if code == "EU" else f"country/{code}"
        found = self.by_key(key)
        if found is None:
            name = country_name(code)
            found = self.add("organisation" if code == "EU" else "place", name)
            self.give_key(found, key, code)
            found.because = f"{name} is named here only through its seat, its officials or its adjective"
        return found

    def persons(self) -> Iterator[Entry]:
        """The people, in order of first mention."""
        return (e for e in self.entries.values() if e.kind == "person")
