"""Who a phrase means: a name, the antecedent of a pronoun, the holder of a role, or someone described but not named."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry, Office
from parley.annotate.names.pronouns import fits
from parley.annotate.names.roles import party_of_office, read_office
from parley.model.findings import NameKind

FIRST = frozenset(["i", "me", "my", "we", "us", "our", "mine", "ours", "myself", "ourselves"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
WHO = frozenset(["who", "whom", "that", "which", "whose"])
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your"]
)
EMPTY = frozenset(
    ["there", "this", "that", "these", "those", "what", "one", "ones", "something", "anything", "nothing"]
)
PAIR = frozenset(
    [
        "sides",
        "countries",
        "parties",
        "nations",
        "governments",
        "delegations",
        "leaders",
        "presidents",
        "capitals",
        "teams",
        "states",
        "neighbours",
        "neighbors",
        "rivals",
    ]
)
OUTLETS = frozenset(
    [
        "newspaper",
        "paper",
        "daily",
        "outlet",
        "magazine",
        "broadcaster",
        "channel",
        "network",
        "website",
        "publication",
        "site",
    ]
)
COMPANIES = frozenset(
    [
        "company",
        "firm",
        "airline",
        "retailer",
        "manufacturer",
        "automaker",
        "carmaker",
        "operator",
        "startup",
        "bank",
        "chain",
        "group",
    ]
)
REACH = 3


def resolve_phrase(cast: Cast, start: int, end: int) -> str | None:
    """The entry that tokens [start, end) mean, made where they describe someone whom the report does not name."""
    view = cast.view
    while start < end and view.pos[start] in ("PUNCT", "SPACE", "ADP", "CCONJ"):
        start += 1
    while end > start and (view.pos[end - 1] in ("PUNCT", "SPACE") or view.words[end - 1] in ("'s", "’s")):
        end -= 1
    if start >= end:
        return None
    head = view.head_of(start, end)
    joint = _joint(cast, start, end, head)
    if joint is not None:
        return joint
    return _single(cast, start, end, head)


def _single(cast: Cast, start: int, end: int, head: int) -> str | None:
    view = cast.view
    if head in cast.at and view.words[head].lower() not in WHO:
        return cast.at[head]
    low = view.words[head].lower()
    if view.pos[head] == "PRON" or low in FIRST | NEUTER | PLURAL | WHO:
        return _pronoun(cast, head, low)
    named = _apposed(cast, start, end, head)
    if named is not None:
        return named
    if view.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "VERB"):
        return None
    holder = _role_holder(cast, start, end, head)
    if holder is not None:
        return holder
    return _describe(cast, start, end, head)


def _joint(cast: Cast, start: int, end: int, head: int) -> str | None:
    """A group for "X and Y" where both are names, or one is a name and the other is described."""
    view = cast.view
    parts = [head]
    at = head
    while True:
        nxt = [t.i for t in view.doc[at].children if t.dep_ == "conj" and start <= t.i < end]
        if not nxt:
            break
        at = nxt[0]
        parts.append(at)
    if len(parts) < 2:
        return None
    members = [local for part in parts if (local := cast.at.get(part)) is not None]
    members = list(dict.fromkeys(members))
    if len(members) < 2:
        return members[0] if len(members) == 1 and len(parts) == 1 else None
    if len(members) < len(parts):
        return None
    return group_of(cast, members).id


def group_of(cast: Cast, members: list[str]) -> Entry:
    """The group of these members, one a report."""
    names = sorted(members, key=lambda m: int(m[1:]))
    key = "&" + "&".join(names)
    if key in cast.described:
        return cast.entries[cast.described[key]]
    listed = [cast.entries[m].name for m in names]
    entry = cast.add("group", ", ".join(listed[:-1]) + " and " + listed[-1])
    entry.members = tuple(names)
    entry.because = "named together"
    cast.described[key] = entry.id
    return entry


def _pronoun(cast: Cast, at: int, low: str) -> str | None:
    view = cast.view
    if at in cast.pronouns:
        return cast.pronouns[at]
    if low in WHO and view.heads[at] != at:
        verb = at
        for _ in range(6):
            if view.deps[verb] in ("relcl", "acl"):
                noun = view.heads[verb]
                token = view.doc[noun]
                return _single(cast, token.left_edge.i, noun + 1, noun) if noun < at else None
            if view.heads[verb] == verb:
                break
            verb = view.heads[verb]
        return None
    if low in NEUTER:
        if view.deps[at] in ("nsubj", "expl") and view.doc[view.heads[at]].lemma_ == "be":
            return None
        return _last_subject(cast, at, ("organisation",), singular=True)
    if low in PLURAL:
        return _last_subject(cast, at, ("group",), singular=False)
    return None


def _last_subject(cast: Cast, at: int, kinds: tuple[NameKind, ...], singular: bool) -> str | None:
    """The body that was last a subject in this sentence or the one before, unless two compete."""
    view = cast.view
    here = view.sentence[at]
    found: list[str] = []
    for mark, local in reversed(cast.marks):
        if mark.start >= at:
            continue
        if here - view.sentence[mark.start] > 1:
            break
        entry = cast.entries[local]
        if entry.kind not in kinds and not (
            singular and entry.kind == "place" and (entry.key or "").startswith(("country/", "seat/"))
        ):
            continue
        if view.quoted[mark.start] and not view.quoted[at]:
            continue
        if view.deps[view.head_of(mark.start, mark.end)] in ("nsubj", "nsubjpass") and local not in found:
            found.append(local)
    return found[0] if found else None


def _apposed(cast: Cast, start: int, end: int, head: int) -> str | None:
    """The name beside a role noun: "the minister, Ana Reyes", "spokesman Ivan Orlov"."""
    view = cast.view
    for token in view.doc[head].children:
        if (
            token.dep_ == "appos"
            and token.i in cast.at
            and cast.entries[cast.at[token.i]].kind in ("person", "organisation")
        ):
            return cast.at[token.i]
    if view.words[head].lower() not in lexicons.role_words():
        return None
    for at in range(head + 2, end):
        # "a spokesman for the ministry, Ivan Orlov": the name closes the phrase after a comma.
        if view.words[at - 1] == "," and at in cast.at and cast.entries[cast.at[at]].kind == "person":
            closes = at
            while closes < end and cast.at.get(closes) == cast.at[at]:
                closes += 1
            if closes >= end or view.words[closes] == ",":
                return cast.at[at]
    nxt = head + 1
    if nxt < end and view.words[nxt] == ",":
        nxt += 1
    if nxt < end and nxt in cast.at and cast.entries[cast.at[nxt]].kind == "person":
        return cast.at[nxt]
    if view.heads[head] in cast.at and view.deps[head] in ("compound", "nmod") and start <= view.heads[head] < end:
        return cast.at[view.heads[head]]
    return None


def _role_holder(cast: Cast, start: int, end: int, head: int) -> str | None:
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
        definite = view.words[start] in lexicons.adjectives() or start in cast.at
    if low in lexicons.role_words():
        office = read_office(cast, start, end)
        if office is not None and (definite or start == head):
            return _holder(cast, office, head)
    if definite and low in lexicons.body_nouns()[1]:
        return _body(cast, start, head, low)
    return None


def _holder(cast: Cast, office: Office, at: int) -> str | None:
    rank = _ranks(office.noun)
    fitting = []
    for entry in cast.persons():
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
        return _latest(cast, [e.id for e in fitting], at)
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


def _ranks(noun: str) -> frozenset[str]:
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


def _latest(cast: Cast, locals_: list[str], at: int) -> str | None:
    view = cast.view
    here = view.sentence[at]
    offset = view.starts[at]
    best: tuple[int, str] | None = None
    for local in locals_:
        before = [s for s, _, _ in cast.entries[local].mentions if s < offset]
        if before and (best is None or max(before) > best[0]):
            best = (max(before), local)
    if best is None or here - view.sentence[view.token_at(best[0])] > REACH * 3:
        return None
    return best[1]


def _body(cast: Cast, start: int, head: int, low: str) -> str | None:
    """The body of the report whose name ends or is headed by this noun, the last one mentioned before."""
    view = cast.view
    country = next(
        (lexicons.adjectives()[view.words[t]] for t in range(start, head) if view.words[t] in lexicons.adjectives()),
        None,
    )
    inner = [view.words[t].lower() for t in range(start + 1, head)]
    if inner and country is None:
        return None
    fitting = [
        e.id for e in cast.entries.values()
        if e.kind == "organisation" and e.mentions and low in e.name.lower().split() and (country is None or e.country == country)
    ]  # fmt: skip
    if fitting:
        return _latest(cast, fitting, head)
    return _latest(cast, [e.id for e in cast.entries.values() if e.mentions and _is_a(e, low)], head)


def _is_a(entry: Entry, noun: str) -> bool:
    """Whether an organisation is of the kind that the noun says, though its name does not."""
    if entry.kind != "organisation":
        return False
    carrier = entry.known.carrier if entry.known else None
    if noun in OUTLETS:
        return carrier == "outlet"
    if noun == "agency":
        return carrier == "agency" or bool(entry.country)
    if noun in COMPANIES:
        return carrier is None and entry.key is None
    if noun in ("department", "administration", "authority", "government"):
        return bool(entry.country) and entry.known is not None
    return noun == "platform" and carrier == "platform"


def _describe(cast: Cast, start: int, end: int, head: int) -> str | None:
    """An entry for a speaker who is described but not named: "a senior official", "residents"."""
    view = cast.view
    low = view.words[head].lower()
    if low in EMPTY:
        return None
    first = start
    while first < head and view.words[first].lower() in DETERMINERS:
        first += 1
    last = _tail(cast, head, end)
    text = view.text(first, last).strip(" ,")
    if not any(c.isalpha() for c in text):
        return None
    pair = _pair(cast, start, head)
    if pair is not None:
        return pair
    key = text.lower()
    if view.words[start].lower() in ("the", "this", "that") and first == head:
        same = [
            k for k in cast.described if (not k.startswith("&") and k.split(" (")[0].split()[-1:] == [low]) or k == low
        ]
        if same:
            return cast.described[same[-1]]
    if key in cast.described:
        return cast.described[key]
    plural = view.tags[head] in ("NNS", "NNPS") or low in lexicons.body_nouns()[2]
    kind: NameKind = "group" if plural else "organisation" if low in lexicons.body_nouns()[1] else "person"
    if not plural and kind == "person" and low not in lexicons.role_words() and view.pos[head] == "NOUN":
        kind = "other"
    entry = cast.add(kind, text)
    entry.noun = low
    entry.because = "described, not named"
    office = read_office(cast, first, last) if low in lexicons.role_words() else None
    if office is not None:
        entry.country = office.country
        party = party_of_office(cast, office)
        entry.gender = lexicons.role_gender().get(office.noun)
    else:
        party = None
    entry.speaks_for = party or _side(cast, first, head, low)
    cast.described[key] = entry.id
    return entry.id


def _tail(cast: Cast, head: int, end: int) -> int:
    """Where the description ends: before a relative clause, apposition or other clause."""
    view = cast.view
    at = head + 1
    while at < end:
        if (
            (view.pos[at] in ("PUNCT", "SPACE") and view.words[at] not in ("-", "’", "'"))
            or view.words[at].lower() in WHO
            or view.pos[at] in ("VERB", "AUX", "ADJ", "PRON", "ADV")
        ):
            break
        at += 1
    while at > head + 1 and view.pos[at - 1] in ("ADP", "DET", "CCONJ"):
        at -= 1
    return at


def _side(cast: Cast, first: int, head: int, low: str) -> str | None:
    """The country or party for whose side the phrase stands: "Moscow's team", "the Russian delegation"."""
    if low not in lexicons.body_nouns()[0]:
        return None
    view = cast.view
    for at in range(first, head):
        if at in cast.at:
            return follow(cast, cast.at[at])
        pair = lexicons.adjectives().get(f"{view.words[at]} {view.words[at + 1]}") or lexicons.adjectives().get(
            view.words[at]
        )
        if pair:
            return cast.country(pair).id
    return None


def _pair(cast: Cast, start: int, head: int) -> str | None:
    """The two parties meant by "the two sides", "both countries": those last named side by side."""
    view = cast.view
    words = [w.lower() for w in view.words[start:head]]
    if view.words[head].lower() not in PAIR or not ("two" in words or "both" in words) or len(words) > 3:
        return None
    codes = _last_coordinated(cast, head)
    if codes is None:
        return None
    return group_of(cast, [cast.country(c).id for c in codes]).id


def _last_coordinated(cast: Cast, at: int) -> tuple[str, str] | None:
    """The two countries last coordinated before a token: "Russia and Ukraine", "between Kyiv and Moscow", "Russian and Ukrainian"."""
    view = cast.view
    for middle in range(min(at, len(view.words) - 2), 0, -1):
        if view.words[middle] not in ("and", "-", "–", ","):
            continue
        left, right = _country_at(cast, middle - 1), _country_at(cast, middle + 1)
        if left and right and left != right and (view.words[middle] != "," or view.words[middle + 1] != "and"):
            return left, right
    return None


def _country_at(cast: Cast, at: int) -> str | None:
    if at in cast.at:
        entry = cast.entries[cast.at[at]]
        return entry.country if (entry.key or "").startswith(("country/", "seat/")) else None
    return lexicons.adjectives().get(cast.view.words[at])


def follow(cast: Cast, local: str) -> str:
    """The party that a name speaks or acts for, followed up to the one that speaks for itself."""
    for _ in range(4):
        nxt = cast.entries[local].speaks_for
        if nxt is None or nxt == local:
            return local
        local = nxt
    return local
