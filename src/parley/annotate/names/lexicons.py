"""The lexicons of names and roles, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.model.findings import NameKind

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that a lexicon knows: its full name, kind, key, country, and how it stands for others.

    `seat` marks a place that stands for the country's government; `acting` a body that acts for its country as such;
    `carrier` a news agency, outlet or platform; `guarded` a form that is more often something else.
    """

    name: str
    kind: NameKind
    key: str
    country: str | None = None
    seat: bool = False
    acting: bool = False
    carrier: str | None = None
    guarded: bool = False
    generic: bool = False


@cache
def read(lexicon: str) -> dict[str, Any]:
    """A lexicon as data."""
    return tomllib.loads(files("parley.annotate.lexicon").joinpath(f"{lexicon}.toml").read_text("utf-8"))


def split(form: str) -> Words:
    """A form cut as the parse's tokenizer cuts it: possessives and hyphens apart, abbreviations whole."""
    words: list[str] = []
    for word in form.split():
        for mark in ("'s", "’s", "'", "’"):
            if word.endswith(mark) and len(word) > len(mark):
                words += [word[: -len(mark)], mark]
                break
        else:
            if word.endswith(","):
                words += [word[:-1], ","]
            elif "/" in word:
                left, right = word.split("/", 1)
                words += [left, "/", right]
            elif "-" in word and word[-1] != "-":
                parts = word.split("-")
                for n, part in enumerate(parts):
                    words += [part] if n == 0 else ["-", part]
            else:
                words.append(word)
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Gazette:
    """All lexicon forms by their first word, longest first, with what they name."""

    by_first: dict[str, list[tuple[Words, Known]]]

    def match(self, words: list[str], at: int) -> tuple[int, Known] | None:
        """The longest form that begins at this token: its length in tokens, and what it names."""
        for form, known in self.by_first.get(words[at], ()):
            if tuple(words[at : at + len(form)]) == form:
                return len(form), known
        return None


@cache
def gazette() -> Gazette:
    """Countries, their seats, regions, bodies, agencies, outlets and platforms as one table of forms."""
    forms: dict[Words, Known] = {}
    for form, known in _entries():
        forms.setdefault(split(form), known)
    by_first: dict[str, list[tuple[Words, Known]]] = {}
    for words, known in forms.items():
        by_first.setdefault(words[0], []).append((words, known))
    for listed in by_first.values():
        listed.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return Gazette(by_first)


def _entries() -> list[tuple[str, Known]]:
    out: list[tuple[str, Known]] = []
    for code, country in read("countries").items():
        listed = country["names"] or country["also"]
        for form in (*country["names"], *country.get("also", ())):
            sure = form in country["names"]
            out.append((form, Known(listed[0], "place", f"country/{code}", code, guarded=not sure)))
        for seat in country["seats"]:
            name = country["seats"][0] if seat in ("Kiev", "Peking", "Teheran") else seat
            out.append(
                (
                    seat,
                    Known(
                        _seat(code, seat, name),
                        "place",
                        f"seat/{code}/{_slug(_seat(code, seat, name))}",
                        code,
                        seat=True,
                    ),
                )
            )
    for region in read("regions")["region"]:
        known = Known(region["name"], "place", f"region/{_slug(region['name'])}", region.get("country"))
        out += [(form, known) for form in (region["name"], *region.get("alike", ()))]
    for body in read("bodies")["body"]:
        country = body.get("country")
        known = Known(
            body["name"],
            "organisation",
            f"body/{_slug(body['name'])}",
            country,
            acting=body.get("acts_for", False),
        )
        out += [(form, known) for form in (body["name"], *body.get("alike", ()))]
    agencies = read("agencies")
    guarded = set(agencies["guarded"])
    for carrier in ("agency", "outlet", "platform"):
        for row in agencies[carrier]:
            for form in row:
                known = Known(
                    row[0],
                    "organisation",
                    f"{carrier}/{_slug(row[0])}",
                    carrier=carrier,
                    guarded=form in guarded,
                )
                out.append((form, known))
    out.append(("X", Known("X", "organisation", "platform/x", carrier="platform", guarded=True)))
    return out


def _seat(code: str, form: str, name: str) -> str:
    # Spellings of one city: "Washington, D.C." and "Washington DC" are Washington.
    if form.startswith("Washington"):
        return "Washington"
    if form in ("No 10", "No. 10", "Number 10"):
        return "Downing Street"
    return name


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name.casefold())


@cache
def adjectives() -> dict[str, str]:
    """Demonym adjective → country code: the last word of it, or both joined by a blank ("South Korean")."""
    table: dict[str, str] = {"U.S.": "US", "US": "US", "UK": "GB", "U.K.": "GB", "EU": "EU", "Vatican": "VA"}
    for code, country in read("countries").items():
        for adjective in country["adjectives"]:
            table[adjective] = code
    return table


@cache
def region_adjectives() -> dict[str, str]:
    """Adjective → name of the region or bloc ("European" → Europe)."""
    return {a: r["name"] for r in read("regions")["region"] for a in r.get("adjectives", ())}


@cache
def peoples() -> dict[str, str]:
    """Nouns for a people ("Ukrainians", "Poles") → country code."""
    table: dict[str, str] = {}
    for code, country in read("countries").items():
        for adjective in country["adjectives"]:
            if adjective[-1] not in "hs" and not adjective.endswith("ese"):
                table[adjective + "s"] = code
        for noun in country.get("people", ()):
            table[noun] = code
    return table


@cache
def country_name(code: str) -> str:
    """The name of a country by its code."""
    if code == "EU":
        return "European Union"
    if code.startswith("~"):
        return code[1:]
    country = read("countries")[code]
    return str((country["names"] or country["also"])[0])


@cache
def honorifics() -> dict[str, str]:
    """Courtesy titles → the gender they tell ("m", "f", or "n" for none)."""
    return {word: gender for gender, words in read("titles")["honorifics"].items() for word in words}


@cache
def prefixes() -> frozenset[str]:
    """Abbreviated titles that stand only before names."""
    return frozenset(read("titles")["prefixes"]["words"])


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand inside a title."""
    return frozenset(read("titles")["modifiers"]["words"])


@cache
def role_classes() -> dict[str, frozenset[str]]:
    """Role noun (lower case, singular) → the classes it belongs to."""
    table: dict[str, set[str]] = {}
    for name, nouns in read("roles")["classes"].items():
        for noun in nouns:
            table.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in table.items()}


@cache
def role_words() -> frozenset[str]:
    """The last words of all role nouns, lower case."""
    return frozenset(noun.split()[-1] for noun in role_classes())


@cache
def role_gender() -> dict[str, str]:
    """Role noun → the gender it tells."""
    return {noun: gender for gender, nouns in read("roles")["gender"].items() for noun in nouns}


@cache
def given_names() -> dict[str, str]:
    """Given name → gender."""
    table = dict.fromkeys(read("given")["m"], "m")
    for name in read("given")["f"]:
        if name in table:
            del table[name]
        else:
            table[name] = "f"
    return table


@cache
def bare(name: str) -> frozenset[str]:
    """Offices, presidents or vice presidents whom news names without their country."""
    return frozenset(read("titles")["bare"][name])


@cache
def part(name: str) -> frozenset[str]:
    """A list of the words that names are made of or stand beside."""
    return frozenset(read("parts")[name])


@cache
def nouns(name: str) -> frozenset[str]:
    """A list of nouns for bodies by what they do ("outlets", "companies"), or for parties in twos ("pairs")."""
    return frozenset(read("roles")["bodies"][name])


@cache
def body_nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Nouns for the sides of a country, for organisations, and for bodies of people that speak without a name."""
    bodies = read("roles")["bodies"]
    return frozenset(bodies["side"]), frozenset(bodies["organisation"]), frozenset(bodies["collective"])
