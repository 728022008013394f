"""The roles that people have in a report: titles, appositions, and for whom these let one speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry, Mark, Office, View

TITLE_WORDS = 9
APPOSITION_WORDS = 18
LINKS = frozenset(["of", "and", "for", "to", "&", "the", "'s", "’s", "-", "at", "in", "on"])
CHAMBERS = frozenset(("senate", "house", "parliament", "congress", "assembly", "commons", "lords", "legislature"))
SENT = frozenset(("ambassador", "envoy", "emissary", "consul", "delegate", "representative", "commissioner"))
DELEGATED = re.compile(r"special|trade|permanent|high|diplomatic|senior|chief|official|'s|’s|\b(?:of|for|to)\b")
COMMANDS = frozenset(("general", "admiral", "commander", "colonel", "chief of staff", "brigadier", "marshal"))


def find_roles(cast: Cast) -> None:
    """Give each person the offices that stand beside its mentions, then say for whom it speaks."""
    by_start = {mark.start: mark for mark, _ in cast.marks}
    for mark, local in cast.marks:
        entry = cast.entries[local]
        if entry.kind != "person":
            continue
        for _, _, office in office_phrases(cast, mark, by_start):
            if office not in entry.offices:
                entry.offices.append(office)
    people = [entry for entry in cast.entries.values() if entry.kind == "person"]
    for entry in people:
        entry.offices = [_with_country(entry, office) for office in entry.offices]
        _say_whose(cast, entry)
    for entry in people:
        _follow_patron(cast, entry)
    cast.holders = [entry for entry in people if entry.offices]


def office_phrases(cast: Cast, mark: Mark, by_start: dict[int, Mark]) -> Iterator[tuple[int, int, Office]]:
    """The offices told beside a person's name, each with its tokens [start, end)."""
    for start, end in _phrases(cast, mark, by_start):
        office = read_office(cast, start, end)
        if office is not None:
            yield start, end, office


def _phrases(cast: Cast, mark: Mark, by_start: dict[int, Mark]) -> list[tuple[int, int]]:
    """The passages beside a person's name that tell an office: title before, apposition before or after."""
    found = []
    view = cast.view
    lead = _title_start(cast, mark)
    if lead < mark.start:
        found.append((lead, mark.start))
        mark.lead = lead
    words = view.words
    if mark.end < len(words) and words[mark.end] in ("of", "from") and found:
        nxt = by_start.get(mark.end + 1)
        if nxt is not None and nxt.known is not None:
            found[-1] = (found[-1][0], nxt.end)
    head = view.head_of(mark.start, mark.end)
    for token in view.doc[head].children:
        if token.dep_ == "appos" and token.i >= mark.end:
            found.append(_within(token.left_edge.i, token.right_edge.i + 1, mark))
    if view.deps[head] == "appos" and view.heads[head] < mark.start:
        outer = view.doc[view.heads[head]]
        found.append((outer.left_edge.i, min(mark.start, outer.left_edge.i + APPOSITION_WORDS)))
    if mark.start > 2 and words[mark.start - 1] == "," and (start := _phrase_before(view, mark.start - 1)) is not None:
        found.append((start, mark.start - 1))
    if mark.end + 2 < len(words) and words[mark.end] == ",":
        end = mark.end + 1
        while (
            end < len(words)
            and end - mark.end < APPOSITION_WORDS
            and words[end] not in (",", ".", ";", "—", "“", '"')
            and view.pos[end] not in ("VERB", "AUX")
        ):
            end += 1
        if _says_next(view, end):
            return found
        if (
            view.words[mark.end + 1].lower() in lexicons.role_words() | {"the", "a", "an"} | lexicons.modifiers()
            or view.words[mark.end + 1] in view.adjectives
            or mark.end + 1 in by_start
        ):
            found.append((mark.end + 1, end))
    return found


def _says_next(view: View, at: int) -> bool:
    """Whether a finite verb follows, so that who does it is no apposition: "… jail Lund, a court spokeswoman said"."""
    return at < len(view.words) and view.doc[at].tag_ in ("VBD", "VBZ", "VBP") and view.deps[at] != "amod"


def _phrase_before(view: View, comma: int) -> int | None:
    """Where the noun phrase begins that ends at a comma before a name ("a spokesman for the ministry, Ivan Orlov")."""
    for at in range(comma - 1, max(-1, comma - 15), -1):
        if view.sentence[at] != view.sentence[comma] or view.pos[at] in ("VERB", "AUX", "PUNCT"):
            return None
        article = view.words[at].lower() in ("a", "an", "the")
        if article and view.words[at - 1].lower() not in ("of", "for", "at", "in", "to", "from", "with"):
            heads = {w.lower() for w in view.words[at + 1 : at + 5]}
            return at if heads & lexicons.role_words() else None
    return None


def _within(start: int, end: int, mark: Mark) -> tuple[int, int]:
    if start < mark.end:
        start = mark.end
    return start, min(end, start + APPOSITION_WORDS)


def _title_start(cast: Cast, mark: Mark) -> int:
    """Where the title before a name begins; the name's start where none stands there."""
    view = cast.view
    words, at = view.words, mark.start
    if at and words[at - 1] == "," and at > 1 and words[at - 2].lower() in lexicons.role_words():
        at -= 1
    first = at
    while at > 0 and first - at < TITLE_WORDS:
        word = words[at - 1]
        low = word.lower()
        held = cast.at.get(at - 1)
        if held is not None and cast.entries[held].kind == "person" and words[at] not in ("'s", "’s"):
            break
        if (
            low in lexicons.role_words() or low in lexicons.modifiers() or word in view.adjectives
            or word in lexicons.region_adjectives() or word in lexicons.prefixes() or word in lexicons.honorifics()
            or low.startswith(("then-", "ex-", "vice-"))
        ):  # fmt: skip
            at -= 1
        elif (
            (word in ("'s", "’s", "-", "of", "&", "and", "for") and at > 1 and at < first)
            or (word[:1].isupper() and view.pos[at - 1] == "PROPN" and at < first)
            or (low in ("ministry", "department", "council", "party", "union", "group", "company") and at < first)
        ):
            at -= 1
        else:
            break
    while at < first and words[at] in ("'s", "’s", "-", "of", "&", "and", "for"):
        at += 1
    if not any(w.lower() in lexicons.role_words() or w in lexicons.prefixes() for w in words[at:first]):
        return mark.start
    return at


def read_office(cast: Cast, start: int, end: int) -> Office | None:
    """The office told by tokens [start, end): its noun, classes, and the country or body it is of; None if none is."""
    view = cast.view
    noun, at = _role_noun(view, start, end)
    if noun is None:
        return None
    for told in range(at + 1, end):
        if view.pos[told] == "VERB":  # "the mediator named by the minister": of nobody that stands after it
            end = told
            break
    classes = lexicons.role_classes().get(noun, frozenset())
    text = view.text(start, end).strip(" ,")
    country: str | None = None
    body: str | None = None
    patron: str | None = None
    t = start
    if noun.split()[-1] in SENT:
        # "Ambassador to Peru": of Peru he is not.
        end = next((at for at in range(start, end) if view.words[at].lower() == "to"), end)
    while t < end:
        local = cast.at.get(t)
        if local is not None:
            other = cast.entries[local]
            if other.kind == "organisation" and body is None and (other.known is None or not other.known.carrier):
                body = local
            if other.kind == "person" and patron is None:
                patron = local
            if other.country and country is None and other.kind != "person":
                country = other.country
            if other.kind == "place" and other.country is None and body is None:
                body = local
        elif country is None:
            country = _adjective(view, t)
        t += 1
    first = text.split(" ", 1)
    if first[0].lower() in ("the", "a", "an", "his", "her", "their") and len(first) > 1:
        text = first[1]
    return Office(noun, text, classes, country, body, patron)


def _adjective(view: View, at: int) -> str | None:
    if at + 1 < len(view.words):
        pair = view.adjectives.get(f"{view.words[at]} {view.words[at + 1]}")
        if pair:
            return pair
    return view.adjectives.get(view.words[at])


def _role_noun(view: View, start: int, end: int) -> tuple[str | None, int]:
    """The noun of the office in a phrase: the last role noun before any "of", "for" or comma."""
    classes, best = lexicons.role_classes(), (None, start)
    result: tuple[str | None, int] = best
    for at in range(start, end):
        low = view.words[at].lower()
        if result[0] is not None and (
            low in (",", "of", "for", "who", "in", "at", "to", "whose", "and") or view.pos[at] == "VERB"
        ):
            three = " ".join(w.lower() for w in view.words[at - 1 : at + 2])
            if three in classes:
                return three, at - 1
            break
        if low in lexicons.role_words():
            pair = f"{view.words[at - 1].lower()} {low}" if at > start else low
            single = low if low in classes else None
            if pair in classes:
                result = (pair, at)
            elif single:
                result = (single, at)
        elif (low.startswith(("vice-", "co-"))) and low in classes:
            result = (low, at)
    return result


def _with_country(entry: Entry, office: Office) -> Office:
    """The office with its country where news leaves that out: "Secretary of State Ana Reyes" is the United States'."""
    if office.country is not None or office.body is not None or entry.country not in (None, "US"):
        return office
    text, surname = office.text.lower(), entry.name.split()[-1]
    bare = any(title in text for title in lexicons.bare("offices"))
    president = office.noun == "president" and surname in lexicons.bare("presidents")
    vice = office.noun in ("vice president", "vice-president") and surname in lexicons.bare("vice")
    return replace(office, country="US") if bare or president or vice else office


def _follow_patron(cast: Cast, entry: Entry) -> None:
    """Someone's aide, envoy or spokesman speaks for the same party; someone's lawyer for that person."""
    for office in entry.offices:
        patron = cast.entries.get(office.patron or "")
        if entry.speaks_for is not None or patron is None or patron is entry or office.past:
            continue
        if "counsel" in office.classes:
            entry.speaks_for = patron.id
        elif office.classes & {"envoy", "voice"}:
            entry.speaks_for = patron.speaks_for or patron.id
            entry.country = entry.country or patron.country
        if entry.speaks_for is not None:
            entry.because = f"{entry.name} speaks for {cast.entries[entry.speaks_for].name} as {office.text}"


def _say_whose(cast: Cast, entry: Entry) -> None:
    """Set the entry's country, gender, and the party it speaks or acts for, with the reason."""
    for office in entry.offices:
        gender = lexicons.role_gender().get(office.noun)
        if gender and entry.gender is None:
            entry.gender = gender
        if office.country and entry.country is None:
            entry.country = office.country
    if entry.speaks_for is None:
        for office in entry.offices:
            party = party_of_office(cast, office)
            if party is not None and party != entry.id and not office.past:
                entry.speaks_for = party
                entry.because = f"{entry.name} speaks for {cast.entries[party].name} as {office.text}"
                return


def party_of_office(cast: Cast, office: Office) -> str | None:
    """The party that an office speaks or acts for: its country, or the body it is of; None if it speaks for none."""
    if "local" in office.classes or (office.noun == "representative" and not DELEGATED.search(office.text.lower())):
        return None  # "U.S. Representative": who sits in a parliament speaks for himself
    body = cast.entries.get(office.body) if office.body else None
    if body is not None and body.known is not None and (body.known.acting or body.known.seat):
        return cast.country(body.known.country).id if body.known.country else body.id
    if body is not None and "chief" in office.classes and set(body.name.lower().split()) & CHAMBERS:
        return None  # a party's leader in a chamber speaks for neither the chamber nor the country
    if body is not None and body.kind == "organisation" and _speaks_for_body(office, body):
        return body.id
    if office.country and (office.classes & {"head", "envoy", "voice"} or office.noun in COMMANDS):
        return cast.country(office.country).id
    if "counsel" in office.classes and body is not None:
        return body.id
    return None


def _speaks_for_body(office: Office, body: Entry) -> bool:
    """Whether the office lets one speak for the body, as its spokesman or head does."""
    if office.classes & {"voice", "chief"}:
        return True
    if not office.classes & {"envoy", "head"} or office.noun in ("ambassador", "mediator"):
        return False  # an ambassador to a body is not its own
    return office.country is None or (office.country == body.country and office.classes & {"envoy"} != set())
