"""Joining name forms across reports, each join with its reason (design decision 6)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from parley.model.items import Form, Name
from parley.reconcile.draft import Draft
from parley.reconcile.names.clusters import Clusters, Node, Place, node_of, written
from parley.reconcile.names.described import join_bodies, join_described
from parley.reconcile.names.garbled import join_garbled
from parley.reconcile.names.misspelt import join_misspelt
from parley.reconcile.names.others import (
    join_bodies_without_country,
    join_companies,
    join_forms,
    join_groups,
    join_initials,
    join_keys,
    join_writings,
)
from parley.reconcile.names.parts import join_parts
from parley.reconcile.names.people import join_bare, join_full

__all__ = ["join"]

TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|(?<!Vice )President|Prof|Sen|Rep|Gov|Gen)\.?\s$")


def join(draft: Draft) -> None:
    """Fill `draft.names` and `draft.name_of`."""
    nodes = {
        (report.id, finding.id): node_of(report.id, finding)
        for report in draft.reports
        for finding in draft.findings[report.id].names
    }
    clusters = Clusters(nodes)
    join_keys(clusters)
    join_full(clusters)
    join_misspelt(clusters)
    join_parts(clusters)
    join_bare(clusters)
    join_forms(clusters)
    join_writings(clusters)
    join_initials(clusters)
    join_companies(draft, clusters)
    join_bodies_without_country(clusters)
    join_garbled(draft, clusters)
    join_described(clusters)
    join_bodies(clusters)
    join_groups(clusters)
    _give(draft, clusters)


def _give(draft: Draft, clusters: Clusters) -> None:
    """Turn clusters into names, in the order of their least mention."""
    listed = sorted((_least(members), members) for members in clusters.members().values())
    for (report, start, _), members in listed:
        local = draft.ids.give("name", report, start)
        for node in members:
            draft.name_of[node.place] = local
    for _, members in listed:
        draft.names.append(_name(draft, members))


def _least(members: list[Node]) -> tuple[str, int, str]:
    """Where a name first stands: report, start of the first mention, and the local id to break ties."""
    return min((n.place[0], min((m.start for m in n.finding.mentions), default=0), n.place[1]) for n in members)


def _name(draft: Draft, members: list[Node]) -> Name:
    doubts = [n.doubtful for n in members if n.doubtful]
    sure = [n for n in members if not n.doubtful] or members
    forms = _forms(draft, members)
    reasons = list(dict.fromkeys(doubts))
    if not forms:
        reasons += list(dict.fromkeys(n.finding.because for n in members if n.finding.because))
    roles = Counter(role for n in members for role in n.finding.roles)
    return Name(
        id=draft.name_of[members[0].place],
        kind=Counter(n.finding.kind for n in sorted(sure, key=lambda n: (n.finding.key is None, n.place))).most_common(
            1
        )[0][0]
        if not any(n.finding.key for n in sure)
        else next(n.finding.kind for n in sure if n.finding.key),
        name=_best_name(sure),
        members=tuple(dict.fromkeys(draft.name_of[n.place[0], m] for n in members for m in n.finding.members)),
        forms=forms,
        roles=tuple(role for role, _ in sorted(roles.items(), key=lambda pair: (-pair[1], pair[0]))),
        because=tuple(reasons),
    )


def _best_name(members: list[Node]) -> str:
    """The fullest well-attested form: a lexicon's name, else most words among those that most reports give."""
    for node in members:
        if node.finding.key:
            return node.finding.name
    counts: Counter[str] = Counter(n.finding.name for n in members)
    fullest = max(min(len(name.split()), 2) for name in counts)
    return min(
        (name for name in counts if min(len(name.split()), 2) == fullest),
        key=lambda name: (-counts[name], -len(name), name),
    )


def _forms(draft: Draft, members: list[Node]) -> tuple[Form, ...]:
    """The forms as written, with the reports that write them so; a form is doubtful where no sure member has it."""
    where: dict[str, list[Place]] = defaultdict(list)
    sure: set[str] = set()
    for node in members:
        text = draft.report(node.place[0]).text
        for mention in node.finding.mentions:
            if mention.kind != "name":
                continue
            form = written(mention.exact)
            titled = TITLE.search(text[max(0, mention.start - 12) : mention.start])
            for written_form in (form, titled.group().strip() + " " + form if titled else form):
                if node.place not in where[written_form]:
                    where[written_form].append(node.place)
                if not node.doubtful:
                    sure.add(written_form)
    return tuple(
        Form(form, tuple(sorted({place[0] for place in places})), form not in sure)
        for form, places in sorted(where.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        if form
    )
