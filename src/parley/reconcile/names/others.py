"""Joining places, bodies and groups across reports: by gazetteer key, by form, by abbreviation."""

from __future__ import annotations

import re
from collections import defaultdict

from parley.reconcile.draft import Draft
from parley.reconcile.names.clusters import Clusters, Node, Place
from parley.text.companies import short_form
from parley.text.names import initials, plain

BRITISH = {
    "center": "centre", "defense": "defence", "labor": "labour", "harbor": "harbour", "theater": "theatre",
    "organization": "organisation", "program": "programme",
}  # fmt: skip
WHERE = re.compile(r"\b(?:in|at|near|outside|around|across|into|off)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a place and hardly before a company."""

DEPARTMENT = "-department-of-"
"""In the key of a body that the lexicon has by name: the department of a field."""
FIELDS = {"the-treasury": "finance", "defense": "defence", "state": "foreign"}
"""Fields of departments that ministries call otherwise."""
LETTERS = 7
"""Letters from which two names that differ only in blanks, hyphens and digits are taken for one."""


def join_keys(clusters: Clusters) -> None:
    """Names with one key in a gazetteer or lexicon are one."""
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in _in_order(clusters):
        if node.finding.key and "/?/" not in node.finding.key:
            by_key[node.finding.key].append(node)
    for block in by_key.values():
        _join_all(clusters, [n.place for n in block])


def join_forms(clusters: Clusters) -> None:
    """Names that are written alike are one, of one kind first, then across kinds where the parse wavered."""
    for same_kind in (True, False):
        by_form: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in _in_order(clusters):
            if node.finding.kind == "person" and same_kind:
                continue
            for form in sorted({bare(f) for f in node.forms}):
                if len(form) > 1:
                    by_form[node.finding.kind if same_kind else "", form].append(node)
        for _, block in sorted(by_form.items()):
            _join_all(clusters, [n.place for n in block])


def join_writings(clusters: Clusters) -> None:
    """Names written together or apart are one: "Al-Jazeera" and "Al Jazeera"; without its number, doubtfully."""
    by_letters: dict[str, list[Node]] = defaultdict(list)
    for node in _in_order(clusters):
        letters = "".join(c for c in plain(node.finding.name) if c.isalpha())
        if node.forms and len(letters) >= LETTERS and not node.finding.roles:
            by_letters[letters].append(node)
    for _, block in sorted(by_letters.items()):
        numbers = sorted({_digits(node) for node in block} - {""})
        for number in numbers or [""]:
            _join_all(clusters, [n.place for n in block if _digits(n) == number])
        if len(numbers) != 1:
            continue
        first = next(n for n in block if _digits(n))
        for node in block:
            apart = not _digits(node) and clusters.root(node.place) != clusters.root(first.place)
            if apart and clusters.join(first.place, node.place):
                node.doubtful = f"“{node.finding.name}” is “{first.finding.name}” without its number"


def join_initials(clusters: Clusters) -> None:
    """A body's initials in one report are the one body of the story that has them, doubtfully."""
    short: dict[str, list[Node]] = defaultdict(list)
    long: dict[str, list[Node]] = defaultdict(list)
    for node in _in_order(clusters):
        if node.finding.kind == "organisation" and node.finding.key is None and node.forms:
            letters = node.finding.name.replace(".", "")
            if node.finding.name.isupper() and 2 < len(letters) < LETTERS and letters.isalpha():
                short[letters].append(node)
            elif len(node.words) > 2:
                long[initials(node.finding.name)].append(node)
    for letters, nodes in sorted(short.items()):
        roots = {clusters.root(node.place) for node in long.get(letters, ())}
        for node in nodes if len(roots) == 1 else ():
            full = long[letters][0]
            if clusters.root(node.place) != clusters.root(full.place) and clusters.join(full.place, node.place):
                node.doubtful = f"“{node.finding.name}” has the initials of “{full.finding.name}”"


def join_companies(draft: Draft, clusters: Clusters) -> None:
    """A company's first word alone is the company, where no other of the story has the word in its name."""
    bearers: dict[str, set[Place]] = defaultdict(set)
    long: dict[str, list[Node]] = defaultdict(list)
    short: dict[str, list[Node]] = defaultdict(list)
    for node in _in_order(clusters):
        if not node.forms:
            continue
        form = short_form(node.finding.name) if node.finding.kind == "organisation" else None
        if form:
            long[form].append(node)
        elif (
            len(node.words) == 1 and node.finding.key is None and not node.finding.roles and not _is_where(draft, node)
        ):
            short[plain(node.finding.name)].append(node)
        else:
            for word in node.words:
                bearers[plain(word)].add(node.place)
    for form, nodes in sorted(long.items()):
        roots = {clusters.root(node.place) for node in nodes}
        if len(roots) == 1 and not bearers[form]:
            for node in short[form]:
                if clusters.join(nodes[0].place, node.place) and node.finding.kind == "person":
                    node.doubtful = f"“{node.finding.name}” is taken for “{nodes[0].finding.name}”"


def _is_where(draft: Draft, node: Node) -> bool:
    """Whether something is said to be in or near what is named."""
    text = draft.report(node.place[0]).text
    return any(WHERE.search(text, max(0, m.start - 12), m.start) for m in node.finding.mentions if m.kind == "name")


def _digits(node: Node) -> str:
    return "".join(c for c in node.finding.name if c.isdigit())


def join_bodies_without_country(clusters: Clusters) -> None:
    """A "foreign ministry" without its country is the story's only one, where there is only one."""
    fields: dict[str, set[Place]] = defaultdict(set)
    loose: dict[str, list[Node]] = defaultdict(list)
    for node in _in_order(clusters):
        key = node.finding.key or ""
        if key.startswith("body/") and key.count("/") == 2:
            field = key.rsplit("/", 1)[1]
            if "/?/" in key:
                loose[field].append(node)
            else:
                fields[field].add(clusters.root(node.place))
        elif DEPARTMENT in key:
            field = key.partition(DEPARTMENT)[2]
            fields[f"{FIELDS.get(field, field)}-ministry"].add(clusters.root(node.place))
    for field, nodes in sorted(loose.items()):
        owners = sorted(fields.get(field, set()))
        for node in nodes:
            target = owners[0] if len(owners) == 1 else nodes[0].place if not owners else None
            if target is not None:
                clusters.join(target, node.place)


def join_groups(clusters: Clusters) -> None:
    """Groups with the same members are one, and so are groups described in the same words."""
    by_members: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for node in _in_order(clusters):
        finding = node.finding
        if finding.members:
            roots = sorted("\0".join(clusters.root((node.place[0], m))) for m in finding.members)
            by_members[tuple(roots)].append(node.place)
        elif node.described and finding.kind in ("group", "organisation", "place"):
            by_members["", finding.kind, plain(finding.name).removeprefix("other ")].append(node.place)
    for _, places in sorted(by_members.items()):
        _join_all(clusters, places)


def bare(form: str) -> str:
    """A form for comparison: plain, in British spelling, without the article."""
    words = plain(form).removeprefix("the ").split()
    return " ".join(BRITISH.get(word, word) for word in words)


def _in_order(clusters: Clusters) -> list[Node]:
    return [clusters.nodes[place] for place in sorted(clusters.nodes)]


def _join_all(clusters: Clusters, places: list[Place]) -> None:
    for place in places[1:]:
        clusters.join(places[0], place)
