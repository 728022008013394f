"""Who holds a role: the one person or body of the report that "the Ukrainian leader" or "the ministry" can mean."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry, Office
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.pronouns import fits
from parley.annotate.names.roles import read_office

REACH = 9
"""Sentences back from which "the minister" alone may still mean the last one named."""
OUTLETS = frozenset(("watch", "wire", "desk", "times", "post", "herald", "tribune", "gazette", "news", "radio", "tv"))
"""Last words of the names of outlets."""
GOVERNMENT = frozenset(("department", "administration", "authority", "government"))


def role_holder(cast: Cast, start: int, end: int, head: int) -> str | None:
    """The one person or body of the report that "the Ukrainian leader" or "the ministry" can mean."""
    view = cast.view
    first = view.words[start].lower()
    low = view.words[head].lower()
    if view.tags[head] in ("NNS", "NNPS") or first in (
        "a",
        "an",
        "one",
        "another",
        "some",
        "any",
        "no",
        "two",
        "several",
    ):
        return None
    definite = first in ("the", "this", "that", "its", "their", "his", "her") or view.words[start][:1].isupper()
    if not definite and start != head:
        definite = view.words[start] in view.adjectives or start in cast.at
    if low in lexicons.role_words():
        office = read_office(cast, start, end)
        if office is not None and (definite or start == head):
            return _holder(cast, office, head)
    if definite and low in lexicons.body_nouns()[1]:
        return body_called(cast, start, head, low)
    return None


def _holder(cast: Cast, office: Office, at: int) -> str | None:
    rank = ranks(office.noun)
    fitting = []
    for entry in cast.holders:
        if not any(_office_fits(cast, entry, held, office, rank) for held in entry.offices):
            continue
        gender = lexicons.role_gender().get(office.noun)
        if gender and not fits(entry, gender):
            continue
        fitting.append(entry)
    if len(fitting) == 1:
        return fitting[0].id
    if not fitting:
        return None
    if office.country is None and office.body is None:
        return latest(cast, [e.id for e in fitting], at)
    exact = [e for e in fitting if any(h.noun == office.noun and h.country == office.country for h in e.offices)]
    return exact[0].id if len(exact) == 1 else None


def _office_fits(cast: Cast, entry: Entry, held: Office, asked: Office, rank: frozenset[str]) -> bool:
    if held.noun not in rank and held.noun.split()[-1] != asked.noun:
        return False
    if held.text.lower().startswith(("former", "ex-")) != asked.text.lower().startswith(("former", "ex-")):
        return False
    country = held.country or entry.country
    if asked.country is not None and country != asked.country:
        return False
    return asked.body is None or held.body == asked.body or asked.country is not None


def ranks(noun: str) -> frozenset[str]:
    """The nouns that one may stand for: a president or prime minister is a leader."""
    if noun in ("leader", "head of state", "ruler", "strongman"):
        return (
            lexicons.read("roles")["classes"]["head"].__class__ is list
            and frozenset(lexicons.read("roles")["classes"]["head"])
        ) or frozenset()
    if noun in ("spokesman", "spokeswoman", "spokesperson"):
        return frozenset(lexicons.read("roles")["classes"]["voice"])
    if noun in ("lawyer", "attorney", "solicitor", "barrister"):
        return frozenset(lexicons.read("roles")["classes"]["counsel"])
    return frozenset((noun,))


def latest(cast: Cast, locals_: list[str], at: int) -> str | None:
    view = cast.view
    here = view.sentence[at]
    offset = view.starts[at]
    best: tuple[int, str] | None = None
    for local in locals_:
        before = [s for s, _, _ in cast.entries[local].mentions if s < offset]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), local)
    if best is None or here - view.sentence[view.token_at(best[0])] > REACH:
        return None
    return best[1]


def body_called(cast: Cast, start: int, head: int, low: str) -> str | None:
    """The body of the report whose name ends or is headed by this noun, the last one mentioned before."""
    view = cast.view
    country = next(
        (view.adjectives[view.words[t]] for t in range(start, head) if view.words[t] in view.adjectives),
        None,
    )
    inner = [view.words[t].lower() for t in range(start + 1, head)]
    if inner and country is None:
        return None
    fitting = [
        e.id for e in cast.entries.values()
        if e.kind == "organisation" and e.mentions and low in e.name.lower().split()
        and (country is None or e.country == country)
    ]  # fmt: skip
    if fitting:
        return latest(cast, fitting, head)
    return latest(cast, [e.id for e in cast.entries.values() if e.mentions and _is_a(e, low)], head)


def _could_be_company(entry: Entry) -> bool:
    """Whether the name may be a company's: no city's, no outlet's, none that ends in the noun of another body."""
    last = entry.name.split()[-1].lower()
    others = lexicons.body_nouns()[1] - lexicons.nouns("companies")
    return last not in others and last not in OUTLETS and find_city(entry.name) is None


def _is_a(entry: Entry, noun: str) -> bool:
    """Whether an organisation is of the kind that the noun says, though its name does not."""
    if entry.kind != "organisation":
        return False
    carrier = entry.known.carrier if entry.known else None
    if noun in lexicons.nouns("outlets"):
        return carrier == "outlet"
    if noun == "agency":
        return carrier == "agency" or bool(entry.country)
    if noun in lexicons.nouns("companies"):
        return carrier is None and entry.key is None and _could_be_company(entry)
    if noun in GOVERNMENT:
        return bool(entry.country) and entry.known is not None
    return noun == "platform" and carrier == "platform"
