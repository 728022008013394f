"""A record beside its gold: the record's reports under their gold names."""

from __future__ import annotations

from typing import Any

from parley.evaluate.matching import Passage
from parley.model.items import Record
from parley.model.passages import Witness


class Story:
    """A record and its gold, the record's reports under their gold names."""

    def __init__(self, record: Record, gold: dict[str, Any]) -> None:
        self.record, self.gold = record, gold
        described = gold.get("reports") or {}
        self.published: dict[str, Any] = (
            {i: r["published"] for i, r in described.items()} if described else gold["published"]
        )
        self.known: dict[str, str] = {}
        for report in record.reports:
            name = report.file.split("/")[-1]
            for i in self.published:
                if name == described[i]["file"].split("/")[-1] if described else name.startswith(i):
                    self.known[report.id] = i
        self.forms = {n.id: [n.name, *(f.text for f in n.forms)] for s in record.stories for n in s.names}

    def names(self, name: str | None, otherwise: str = "") -> list[str]:
        """All forms of a name of the record, or what was written instead of one."""
        return self.forms.get(name or "") or ([otherwise] if otherwise else [])

    def passage(self, witness: Witness) -> Passage | None:
        """The witness under its report's gold name; None where the gold does not have the report."""
        report = self.known.get(witness.report)
        return None if report is None else Passage(report, witness.exact)

    def items(self, kind: str) -> list[Any]:
        """All items of a kind."""
        return [item for story in self.record.stories for item in getattr(story, kind)]
