"""A report seen by its tokens: which name, time and statement each passage belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parley.annotate import names
from parley.annotate.names import lexicons
from parley.annotate.names.gazetteer import find_city
from parley.annotate.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

SEPARATOR = re.compile(r",|\band\b|\bor\b|\bwith\b|\bto\b|;", re.I)
# "LISBON, Portugal (Newswire) — ": where the reporter was, no part of what is told (AP Stylebook, datelines).
DATELINE = re.compile(
    r"^\s{0,9}[A-Z][A-Z .'’-]{2,30}(?:,[^—–\n]{1,30})?(?: ?\([^)\n]{1,30}\))?(?: ?(?:—|–|--) ?|: )", re.M
)
HEAD = 1500
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PARTY_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(slots=True)
class Scene:
    """Look-ups over one reading, built once for its events."""

    reading: Reading
    kinds: dict[str, str] = field(default_factory=dict)
    described: frozenset[str] = frozenset()
    dateline: tuple[int, int] = (0, 0)
    _starts: list[int] = field(default_factory=list)
    _mentions: list[tuple[int, int, str, str]] = field(default_factory=list)
    _contents: list[tuple[int, int, int]] = field(default_factory=list)
    _quoted: list[tuple[int, int]] = field(default_factory=list)
    _peoples: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, reading: Reading) -> Scene:
        """The scene of a reading whose names, times and statements are found."""
        scene = cls(reading)
        scene.kinds = {n.id: n.kind for n in reading.names}
        scene.described = frozenset(n.id for n in reading.names if n.because == "described, not named")
        line = DATELINE.search(reading.text, 0, HEAD)
        scene.dateline = line.span() if line is not None else (0, 0)
        scene._mentions = sorted((m.start, m.end, n.id, m.kind) for n in reading.names for m in n.mentions)
        scene._starts = [m[0] for m in scene._mentions]
        scene._contents = sorted((s.start, s.end, i) for i, f in enumerate(reading.statements) for s in f.content)
        adjectives = reading.cast.view.adjectives if reading.cast is not None else lexicons.adjectives()
        scene._peoples = [
            (t.idx, t.idx + len(t), adjectives[t.text])
            for t in reading.doc
            if t.pos_ != "VERB" and t.text in adjectives
        ]
        scene._quoted = [(q.inner.start, q.inner.end) for q in reading.quotations]
        return scene

    def names_in(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """(local id, start, end) of the names meant inside the passage, outermost only, in order."""
        index = bisect_right(self._starts, start - 1)
        found: list[tuple[str, int, int]] = []
        reach = start
        while index < len(self._mentions) and self._mentions[index][0] < end:
            group = [self._mentions[index]]
            while index + 1 < len(self._mentions) and self._mentions[index + 1][0] == group[0][0]:
                index += 1
                group.append(self._mentions[index])
            m_start, m_end, name, _ = max(group, key=lambda m: m[1])
            if (name in self.described and m_end <= end) or self.dateline[0] <= m_start < self.dateline[1]:
                index += 1
                continue
            if m_start >= reach and m_end <= end:
                found.append((name, m_start, m_end))
                reach = m_end
            index += 1
        for p_start, p_end, code in self._peoples[bisect_right(self._peoples, (start, 0, "")) :]:
            if p_start >= end:
                break
            if p_end <= end and not any(s <= p_start < e for _, s, e in found):
                country = self.country(code)
                if country is not None and all(n != country for n, _, _ in found):
                    found.append((country, p_start, p_end))
        return self._without_qualifiers(sorted(found, key=lambda n: n[1]))

    def is_people(self, start: int, end: int) -> bool:
        """Whether the words are the adjective of a country ("Kenyan")."""
        index = bisect_right(self._peoples, (start, 0, ""))
        return index < len(self._peoples) and self._peoples[index][:2] == (start, end)

    def dateline_place(self) -> str | None:
        """The local id of the place that the report is written from by its dateline ("LISBON, Portugal — ")."""
        start, end = self.dateline
        index = bisect_right(self._starts, start - 1)
        while index < len(self._mentions) and self._mentions[index][0] < end:
            name = self._mentions[index][2]
            if self.kinds.get(name) == "place" or find_city(self.reading.name(name).name.title()):
                return name
            index += 1
        # In capitals the place may be no name to the parse, but be named again below.
        written = self.reading.text[start:end].split(",")[0].strip(" —–-:\n").casefold()
        same = (n.id for n in self.reading.names if n.kind == "place" and n.name.casefold() == written)
        return next(same, None)

    def sentences_after_dateline(self) -> Iterator[Phrase]:
        """The sentences of the body from that of the dateline on."""
        return (s for s in self.reading.sentences() if s.end_char > self.dateline[1])

    def _without_qualifiers(self, found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        """Without the country of a person's office ("the French minister Paul Roy", "Queen Ana of Ruritania")."""
        kept: list[tuple[str, int, int]] = []
        for index, one in enumerate(found):
            if self.kinds.get(one[0]) != "person":
                following = found[index + 1] if index + 1 < len(found) else None
                if following is not None and self.kinds.get(following[0]) == "person":
                    between = self.reading.text[one[2] : following[1]]
                    if not SEPARATOR.search(between):
                        continue
                before = found[index - 1] if index else None
                if before is not None and self.kinds.get(before[0]) == "person":
                    link = self.reading.text[before[2] : one[1]].strip()
                    if link in ("of", "of the"):
                        continue
            kept.append(one)
        return kept

    def country(self, code: str) -> str | None:
        """The name of a country that is only told by its adjective; made where the report does not name it."""
        cast = self.reading.cast
        if cast is None:
            return None
        entry = cast.country(code)
        if entry.id not in self.kinds:
            self.kinds[entry.id] = entry.kind
            self.reading.names.append(entry.finding(self.reading.text))
        return str(entry.id)

    def meant(self, start: int, end: int) -> str | None:
        """Whom a pronoun or a role means ("he", "the two sides", "the minister"), where that is a party to anything."""
        name, _ = names.resolve(self.reading, start, end)
        if name is None:
            return None
        if name not in self.kinds:
            self.kinds = {n.id: n.kind for n in self.reading.names}
        return name if self.kinds.get(name) not in (None, "other") else None

    def name_of(self, token: Token) -> str | None:
        """The local id of the name that the token is part of."""
        return self.reading.name_at(token.idx, token.idx + len(token))

    def kind(self, token: Token) -> str | None:
        """The kind of name the token is part of ("person", "place" …); by the parse's label where no name was found."""
        name = self.name_of(token)
        if name is not None:
            return self.kinds.get(name)
        label = token.ent_type_
        if label == "PERSON":
            return "person"
        if label in PLACE_LABELS:
            return "place"
        return "organisation" if label == "ORG" else "group" if label == "NORP" else None

    def statement_at(self, start: int) -> int | None:
        """The index of the innermost statement whose content holds the offset."""
        index = bisect_right(self._contents, (start, 1 << 60, 0))
        best: tuple[int, int] | None = None
        for s, e, i in self._contents[max(0, index - 12) : index]:
            if s <= start < e and (best is None or e - s < best[0]):
                best = (e - s, i)
        return best[1] if best else None

    def speaker_at(self, token: Token) -> str | None:
        """Who says the words that the token stands in."""
        statement = self.statement_at(token.idx)
        return None if statement is None else self.reading.statements[statement].speaker

    def in_quotes(self, start: int) -> bool:
        """Whether the offset stands inside quotation marks."""
        index = bisect_right(self._quoted, (start, 1 << 60))
        return any(s <= start < e for s, e in self._quoted[max(0, index - 3) : index])
