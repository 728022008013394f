"""Government bodies by their pattern: "the Russian Defense Ministry", "Ministry of Health", "Ukraine's air force"."""

from __future__ import annotations

from functools import cache

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Mark, View
from parley.annotate.names.lexicons import Known, Words

POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@cache
def _fields() -> dict[Words, str]:
    """Words of a ministry's field, lower case → the field."""
    return {
        tuple(form.replace(",", " ,").split()): field
        for field, forms in lexicons.read("ministries")["fields"].items()
        for form in forms
    }


@cache
def field_words() -> frozenset[str]:
    """The fields of ministries as they stand before "minister", lower case."""
    return frozenset(form for forms in lexicons.read("ministries")["fields"].values() for form in forms)


@cache
def _services() -> dict[Words, str]:
    forms = {lexicons.split(form): form for form in lexicons.read("ministries")["services"]["names"]}
    return dict(sorted(forms.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _acting() -> frozenset[str]:
    return frozenset(lexicons.read("ministries")["services"]["acting"])


def government_bodies(view: View) -> list[Mark]:
    """Marks for ministries and services, from the country's adjective or name to the last word of the body."""
    low = [w.lower() for w in view.words]
    found: list[Mark] = []
    for at, word in enumerate(low):
        if word in ("ministry", "department"):
            mark = _ministry(view, low, at)
            if mark is not None:
                found.append(mark)
    firsts = {form[0] for form in _services()}
    for at, word in enumerate(low):
        if word in firsts:
            mark = _service(view, low, at)
            if mark is not None and not any(m.start < mark.end and mark.start < m.end for m in found):
                found.append(mark)
    return sorted(found, key=lambda m: m.start)


def _ministry(view: View, low: list[str], at: int) -> Mark | None:
    fields = _fields()
    if at + 2 < len(low) and low[at + 1] in ("of", "for"):
        shift = 3 if low[at + 2] == "the" else 2
        for length in (5, 4, 3, 2, 1):
            field = fields.get(tuple(low[at + shift : at + shift + length]))
            if field is not None and view.words[at][:1].isupper():
                end = at + shift + length
                code, start = owner(view, at)
                if code is None and end + 1 < len(low) and low[end] == "of":
                    hit = lexicons.gazette().match(view.words, end + 1)
                    if hit and hit[1].country and hit[1].key.startswith("country/"):
                        code, end = hit[1].country, end + 1 + hit[0]
                    elif view.words[end + 1] in view.nations:
                        code, end = view.nations[view.words[end + 1]], end + 2
                if code is None and end < len(low) and view.words[end][:1].isupper() and view.pos[end] == "PROPN":
                    return None  # "Department of Law Enforcement": its name goes on
                return _mark(view, start, end, field, code, low[at])
        return None
    for length in (4, 3, 2, 1):
        if at - length < 0:
            continue
        field = fields.get(tuple(low[at - length : at]))
        if field is not None:
            code, start = owner(view, at - length)
            if code is None and not view.words[at][:1].isupper() and low[at] == "department":
                return None
            return _mark(view, start, at + 1, field, code, low[at])
    return None


def _service(view: View, low: list[str], at: int) -> Mark | None:
    for form, name in _services().items():
        if tuple(low[at : at + len(form)]) == form:
            code, start = owner(view, at)
            if code is None:
                return None
            end = at + len(form)
            key = f"body/{code}/{name.replace('’', chr(39)).replace(' ', '-')}"
            full = f"{lexicons.country_name(code)}'s {name}"
            acting = name in _acting()
            return Mark(start, end, "organisation", Known(full, "organisation", key, code, acting=acting))
    return None


def _mark(view: View, start: int, end: int, field: str, code: str | None, head: str) -> Mark:
    key = f"body/{code or '?'}/{field}-ministry"
    known = Known(view.text(start, end), "organisation", key, code, acting=field in _acting(), generic=code is None)
    return Mark(start, end, "organisation", known)


def owner(view: View, at: int) -> tuple[str | None, int]:
    """The country whose adjective or possessive stands before a token, and where the phrase begins."""
    words = view.words
    if at and words[at - 1] in POSSESSIVES:
        for start in range(max(0, at - 6), at - 1):
            hit = lexicons.gazette().match(words, start)
            if hit and start + hit[0] == at - 1 and hit[1].country and hit[1].key.startswith(("country/", "seat/")):
                return hit[1].country, start
        if at > 1 and words[at - 2] in view.nations:
            return view.nations[words[at - 2]], at - 2
        return None, at
    if at > 1 and f"{words[at - 2]} {words[at - 1]}" in view.adjectives:
        return view.adjectives[f"{words[at - 2]} {words[at - 1]}"], at - 2
    if at and words[at - 1] in view.adjectives:
        return view.adjectives[words[at - 1]], at - 1
    if at and words[at - 1] in view.nations:
        return view.nations[words[at - 1]], at - 1
    if at > 1 and words[at - 2 : at] == ["United", "States"]:
        return "US", at - 2
    return None, at
