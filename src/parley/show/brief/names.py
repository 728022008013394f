"""How the brief calls people, parties and reports, and numbers its references."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from parley.model.items import Event, Name, StoryItems
from parley.model.passages import Witness
from parley.model.reports import Report
from parley.show.brief.model import Ref

MOST = 4
"""Names in a sentence before it says "and others"."""

ARTICLE = re.compile(
    r"(?:United (?:States|Kingdom|Nations|Arab)|European (?:Union|Commission|Parliament)|Netherlands|Philippines|"
    r"Kremlin|White House|Pentagon|Vatican|Red Cross|UN|U\.N\.|EU|U\.S\.|US|UK|(?:Ministry|Department|Bank|House) of)\b"
)
"""Names that stand with "the" in a sentence."""


DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,40}?|(?=[^(]{3,40}\()[A-Z][\w .,'’-]{2,40}?)"
    r"(?P<rest>(?:, ?[A-Z][\w .]{1,30})?(?: ?\([^()]{2,30}\)))? ?[–—-]+ "
)


class Desk:
    """What the sections of one story's brief share: report numbers and name look-up."""

    def __init__(self, items: StoryItems) -> None:
        self.items = items
        self.reports = sorted(items.reports, key=lambda r: (r.number, r.file, r.id))
        self.texts = {r.id: r.text for r in self.reports}
        self.number = {r.id: r.number or n for n, r in enumerate(self.reports, 1)}
        self._names = {n.id: n for n in items.names}
        self.rewritten = {x.report for x in items.lineage if x.kind in ("copy", "rewrite")}
        self.statements = {s.id: s for s in items.statements}
        self._spoken: dict[str, list[tuple[int, int, int, str, str]]] = defaultdict(list)
        for s in items.statements:
            for w in (v.witness for v in s.witnesses):
                speaker = self.name(s.speaker) or s.speaker_text
                self._spoken[w.report].append((w.start, w.end, w.end - w.start, s.id, speaker))

    def name(self, name: str | None) -> str:
        """The name of a name id, empty for none."""
        found = self._names.get(name) if name else None
        return found.name if found else ""

    def named(self, many: Iterable[str | None]) -> list[str]:
        """The names, each once."""
        return list(dict.fromkeys(filter(None, map(self.name, many))))

    def names(self, many: Iterable[str | None]) -> str:
        """The names, joined as in a sentence, each once."""
        return join(self.named(many))

    def refs(self, witnesses: Iterable[Witness]) -> tuple[Ref, ...]:
        """One reference a report, its first passage, in order of the reports' numbers."""
        first: dict[str, Witness] = {}
        for w in sorted(witnesses):
            first.setdefault(w.report, w)
        return tuple(sorted((Ref(self.number[r], w) for r, w in first.items()), key=lambda ref: ref.number))

    def teller(self, passage: Witness) -> str:
        """Whose words the passage stands in, in its own report; empty where the report tells it itself."""
        around = [
            (span, key, speaker)
            for start, end, span, key, speaker in self._spoken.get(passage.report, ())
            if min(end, passage.end) - max(start, passage.start) > (passage.end - passage.start) / 2
        ]
        return min(around)[2] if around else ""

    def parties(self, event: Event) -> list[str]:
        """Who takes part, as a person would say it: one name a side, without the source that only told of it.

        Two people who speak or meet are enough without their countries; two countries that hold talks are enough
        without the people and capitals that stand for them; a spokesman speaks for somebody else.
        """
        found = [self._names[r.name] for r in event.participants if r.name in self._names]
        taking_part = list(dict.fromkeys(found))
        people = [n for n in taking_part if n.kind == "person" and not _speaks_for_others(n)]
        lands = [n for n in taking_part if n.name in _lands()]
        capitals = _lands()
        told = [n for n in taking_part if n.name[:1].isupper() and not _speaks_for_others(n)]
        if event.type in ("call", "meeting", "summit") and len(people) >= 2:
            told = [n for n in told if n.kind != "place"]
        elif len(lands) >= 2:
            told = [
                n
                for n in told
                if n.kind != "person" and capitals.get(n.name, n.name) not in {x.name for x in told} - {n.name}
            ]
        names = list(dict.fromkeys(n.name for n in (told or taking_part)))
        return [n for n in names if not any(n.startswith((f"{whole}’s ", f"{whole}'s ")) for whole in names)]


def join(names: list[str], most: int = MOST) -> str:
    """Names as in a sentence: A, the United States and C."""
    told = [f"the {n}" if ARTICLE.match(n) else n for n in names[:most]]
    told += ["others"] if len(names) > most else []
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def inflect(stance: str, party: str) -> str:
    """The stance as it stands after several ("allies demand") or one ("Norway demands")."""
    return stance.removesuffix("s") if party[:1].islower() and party.rstrip().endswith("s") else stance


def _speaks_for_others(name: Name) -> bool:
    return name.kind == "person" and any("spokes" in role.lower() for role in name.roles)


@cache
def _lands() -> dict[str, str]:
    """Countries and the seats of their governments, each with the country's usual name."""
    source = resources.files("parley.annotate.lexicon").joinpath("countries.toml").read_text("utf-8")
    countries = tomllib.loads(source).values()
    return {form: c["names"][0] for c in countries if c["names"] for form in (*c["names"], *c["seats"])}


def label(report: Report) -> str:
    """A report's short name: its outlet and title, or its file."""
    title = headline(report.title or "")
    if report.outlet and title:
        return f"{report.outlet}: {title}"
    return title or report.outlet or PurePosixPath(report.file).name


def headline(title: str, places: Collection[str] = ()) -> str:
    """A title without the dateline before it: "VIENNA (Wire) — Talks end" → "Talks end".

    A bare place in capitals counts as one where it is among the `places` (in lower case) of the story.
    """
    found = DATELINE.match(title)
    if found is None or len(title[found.end() :].split()) < 2:
        return title
    if found["rest"] or found["place"].strip(" ,").casefold() in places:
        told = title[found.end() :]
        return told[:1].upper() + told[1:]
    return title


def shorten(text: str, most: int = 120) -> str:
    """The text on one line, cut at a word where it is long."""
    told = " ".join(text.split())
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
