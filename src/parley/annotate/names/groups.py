"""Groups: names that act together, and the two parties that "both sides" means."""

from __future__ import annotations

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry


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


def pair(cast: Cast, start: int, head: int) -> str | None:
    """The two parties meant by "the two sides", "both countries": those last named side by side."""
    view = cast.view
    words = [w.lower() for w in view.words[start:head]]
    if (
        view.words[head].lower() not in lexicons.nouns("pairs")
        or not ("two" in words or "both" in words)
        or len(words) > 3
    ):
        return None
    codes = _last_coordinated(cast, head)
    if codes is None:
        return None
    return group_of(cast, [cast.country(c).id for c in codes]).id


def _last_coordinated(cast: Cast, at: int) -> tuple[str, str] | None:
    """The two countries last named side by side before a token, by name, capital or adjective."""
    view = cast.view
    for middle in range(min(at, len(view.words) - 2), 0, -1):
        if view.words[middle] not in ("and", "-", "–", ","):
            continue
        left, right = country_at(cast, middle - 1), country_at(cast, middle + 1)
        if left and right and left != right and (view.words[middle] != "," or view.words[middle + 1] != "and"):
            return left, right
    return None


def country_at(cast: Cast, at: int) -> str | None:
    if at in cast.at:
        entry = cast.entries[cast.at[at]]
        return entry.country if (entry.key or "").startswith(("country/", "seat/")) else None
    return cast.view.adjectives.get(cast.view.words[at])
