"""For which body those speak whose office stands beside a noun or pronoun for it: "union president", "its leader".

The body is looked for once all names, roles and pronouns are found, since "the union" may be named anywhere before.
"""

from __future__ import annotations

from dataclasses import replace

from parley.annotate.names.cast import Cast
from parley.annotate.names.describe import body_beside
from parley.annotate.names.resolve import resolve_phrase
from parley.annotate.names.roles import office_phrases, party_of_office

SPEAKING = frozenset(("voice", "chief"))
"""Classes of offices in which one speaks for the whole body."""


def find_affiliations(cast: Cast) -> None:
    """Say for which body people speak whose office tells it only by a noun or pronoun."""
    by_start = {mark.start: mark for mark, _ in cast.marks}
    for mark, local in list(cast.marks):
        entry = cast.entries[local]
        if entry.kind != "person" or entry.speaks_for is not None:
            continue
        for start, end, office in office_phrases(cast, mark, by_start):
            if office.past or office.country or office.body or office.patron or not office.classes & SPEAKING:
                continue
            its = next((at for at in range(start, end) if cast.view.words[at].lower() == "its"), None)
            body = body_beside(cast, start, end, office) if its is None else resolve_phrase(cast, its, its + 1)
            if body is None or body == entry.id or cast.entries[body].kind not in ("organisation", "group"):
                continue
            party = party_of_office(cast, replace(office, body=body)) or body
            entry.speaks_for = party
            entry.because = f"{entry.name} speaks for {cast.entries[party].name} as {office.text}"
            break
