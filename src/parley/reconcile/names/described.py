"""Those whom one report only describes and another names: "the union president", "the company", "the government"."""

from __future__ import annotations

from collections import defaultdict

from parley.reconcile.names.clusters import Clusters, Place
from parley.text.names import plain

SOLE = frozenset(
    ("president", "chancellor", "mayor", "governor", "archbishop", "patriarch", "pope", "emir", "king", "queen")
)
"""Offices that a story has one of, by their noun alone."""
OFFICES = SOLE | frozenset(
    (
        "minister", "premier", "chairman", "chairwoman", "chair", "executive", "secretary", "secretary-general",
        "chief", "director", "bishop", "general", "speaker", "commissioner", "ambassador", "prosecutor", "judge",
    )
)  # fmt: skip
"""Offices that a story has one of where a word before tells of what: "foreign minister", "lead prosecutor"."""
PAST = ("former", "ex-", "then-", "late ", "deputy", "vice", "senior", "local", "acting")


def join_described(clusters: Clusters) -> None:
    """Join a sole office that a report gives no name with the one person of the story who holds it."""
    holders: dict[str, set[Place]] = defaultdict(set)
    for node in (clusters.nodes[p] for p in sorted(clusters.nodes)):
        if node.finding.kind == "person" and not node.described:
            for role in node.finding.roles:
                holders[_office(role)].add(node.place)
    for node in (clusters.nodes[p] for p in sorted(clusters.nodes)):
        office = _office(node.finding.name)
        if not (node.described and node.finding.kind == "person" and _sole(office)):
            continue
        roots = {clusters.root(place) for place in holders.get(office, ())}
        if len(roots) == 1:
            (root,) = roots
            clusters.join_described(node.place, root)
            node.doubtful = f"“{node.finding.name}”: only {clusters.nodes[root].finding.name} holds that office here"


def join_bodies(clusters: Clusters) -> None:
    """Join a body that a report only describes with the one body of the story that others describe so.

    "The company" is the only one that any report calls a company; "the drivers' union" is the train drivers' union.
    """
    called: dict[str, set[Place]] = defaultdict(set)
    ending: dict[str, set[Place]] = defaultdict(set)
    bodies = [n for n in (clusters.nodes[p] for p in sorted(clusters.nodes)) if n.finding.kind == "organisation"]
    for node in bodies:
        words = plain(node.finding.name).split()
        for mention in node.finding.mentions:
            if mention.kind == "role":
                called[plain(mention.exact).split()[-1]].add(node.place)
        for at in range(1, len(words) if node.finding.key is None else 0):
            ending[" ".join(words[at:])].add(node.place)
    for node in bodies:
        if not node.described or node.finding.speaks_for:
            continue
        form = _office(node.finding.name)
        fitting = {*ending.get(form, ()), *called.get(form, ())} - {node.place}
        roots = {clusters.root(place) for place in fitting} - {clusters.root(node.place)}
        if len(roots) == 1:
            (root,) = roots
            clusters.join_described(node.place, root)
            node.doubtful = f"“{node.finding.name}”: only {clusters.nodes[root].finding.name} is called so here"


def _office(role: str) -> str:
    return plain(role).removeprefix("the ").strip(" ,")


def _sole(office: str) -> bool:
    words = office.split()
    if not words or office.startswith(PAST):
        return False
    if "'s" in words[0] and len(words) == 2 and not words[1].endswith("s"):
        return True  # "Ramos's lawyer": whose it is makes it one person
    return words[-1] in SOLE or (words[-1] in OFFICES and len(words) > 1)
