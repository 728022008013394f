"""A story's reports, events, figures, positions, disagreements, names and lineage against gold."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

from parley.evaluate.compared import Story
from parley.evaluate.matching import Passage, as_range, cover, date_right, dice, near, one_to_one, same_name, words
from parley.evaluate.table import Row
from parley.model.items import Event, Figure, Position

TOOK_PLACE = {"held", "happened", "carried out"}
COPIES = {"copy", "rewrite", "same agency"}


def measure(story: Story) -> list[Row]:
    """The rows of all measures but the statements'."""
    parts = (_reports, _events, _figures, _positions, _disagreements, _names, _lineage)
    return [row for part in parts for row in part(story)]


def _rate(name: str, hit: int, of: int) -> Row:
    return Row(name, hit / of if of else float("nan"), None, f"{hit} of {of}")


def _gold(witness: dict[str, Any]) -> Passage:
    return Passage(witness["report"], witness["text"])


def _reports(story: Story) -> list[Row]:
    by_gold = {story.known[r.id]: r for r in story.record.reports if r.id in story.known}
    dated = {i: v for i, v in story.published.items() if v}
    right = sum(date_right(v, by_gold[i].published, slack=3) for i, v in dated.items() if i in by_gold)
    inside = {i: " ".join(" ".join(words(s.of(r.text))) for s in r.body) for i, r in by_gold.items()}
    out = sum(" ".join(words(f["text"])) not in inside.get(f["report"], "") for f in story.gold["furniture"])
    kinds = ("statements", "events", "figures", "positions")
    told = [w for kind in kinds for g in story.gold.get(kind) or [] for w in g["witnesses"]]
    kept = sum(cover(w["text"], inside.get(w["report"], "")) >= 0.9 for w in told)
    return [
        _rate("publication date right", right, len(dated)),
        _rate("furniture left out", out, len(story.gold["furniture"])),
        _rate("body kept", kept, len(told)),
    ]


def _events(story: Story) -> list[Row]:
    gold, items = story.gold["events"], {e.id: e for e in story.items("events")}
    told = [(e.id, p) for e in items.values() for w in e.witnesses if (p := story.passage(w)) is not None]
    scored: list[tuple[float, str, str]] = []
    met: dict[tuple[str, str], int] = {}
    for g in gold:
        best: dict[str, dict[int, float]] = {}
        for n, w in enumerate(g["witnesses"]):
            for event, passage in told:
                if near(_gold(w), passage):
                    likeness = dice(w["text"], passage.text)
                    of_event = best.setdefault(event, {})
                    of_event[n] = max(of_event.get(n, 0.0), likeness)
        for event, by_witness in best.items():
            met[g["id"], event] = len(by_witness)
            scored.append((len(by_witness) + sum(by_witness.values()) / 100, g["id"], event))
    matched = dict(one_to_one(scored))
    pairs = [(g, items[matched[g["id"]]]) for g in gold if g["id"] in matched]
    dated = [(g, e) for g, e in pairs if g.get("time") and all(g["time"])]
    placed = [(g, e) for g, e in pairs if g.get("place")]
    joined = sum(met[g["id"], e.id] - 1 for g, e in pairs)
    steps, right_steps = _history(story, pairs)
    return [
        _rate("events found", len(pairs), len(gold)),
        _rate("event status right", sum(_same_state(e.status, g["status"]) for g, e in pairs), len(pairs)),
        _rate("event status by report right", right_steps, steps),
        _rate("event date right", sum(date_right(g["time"], e.time, slack=1) for g, e in dated), len(dated)),
        _rate("event place right", sum(same_name(g["place"], story.names(e.place)) for g, e in placed), len(placed)),
        _rate("event witnesses joined", joined, sum(len(g["witnesses"]) - 1 for g, _ in pairs)),
        Row("events for each in the gold", round(len({e for e, _ in told}) / max(1, len(gold)), 2)),
    ]


def _same_state(one: str, other: str) -> bool:
    return one == other or {one, other} <= TOOK_PLACE


def _history(story: Story, pairs: list[tuple[dict[str, Any], Event]]) -> tuple[int, int]:
    of = right = 0
    for g, event in pairs:
        told = {(story.known.get(t.witness.report), t.status) for t in event.history}
        for report, state in (g.get("status_by_report") or {}).items():
            if " " not in state:
                of += 1
                right += any(r == report and _same_state(st, state) for r, st in told)
    return of, right


def _figures(story: Story) -> list[Row]:
    gold = story.gold["figures"]
    told: list[tuple[Figure, Passage]] = [
        (f, p) for f in story.items("figures") for w in f.witnesses if (p := story.passage(w)) is not None
    ]
    wanted = [(g, w) for g in gold for w in g["witnesses"]]
    scored = []
    for m, (g, w) in enumerate(wanted):
        low, high = as_range(g["value"])
        for n, (figure, passage) in enumerate(told):
            a, b = as_range(figure.value)
            meets = a <= high * 1.001 and b >= low * 0.999 and b - a <= 2 * (high - low) + 0.5 * abs(high)
            if meets and near(_gold(w), passage, 0.4):
                scored.append((dice(w["text"], passage.text), m, n))
    where = [(*wanted[m], told[n][0].id) for m, n in one_to_one(scored)]
    across = [(a, b) for a, b in combinations(where, 2) if a[1]["report"] != b[1]["report"]]
    same = [(a, b) for a, b in across if a[0]["id"] == b[0]["id"]]
    return [
        _rate("figures found", len(where), len(wanted)),
        _rate("figures joined across reports", sum(a[2] == b[2] for a, b in same), len(same)),
        Row("figures joined wrongly", sum(a[2] == b[2] and a[0]["id"] != b[0]["id"] for a, b in across)),
        Row("figures for each in the gold", round(len(told) / max(1, len(wanted)), 2)),
    ]


def _positions(story: Story) -> list[Row]:
    gold = story.gold.get("positions") or []
    if not gold:
        return []
    told: list[tuple[Position, Passage]] = [
        (p, x) for p in story.items("positions") for w in p.witnesses if (x := story.passage(w)) is not None
    ]
    scored = []
    for g in gold:
        for n, (item, passage) in enumerate(told):
            if any(near(_gold(w), passage) for w in g["witnesses"]):
                like = max(dice(w["text"], passage.text) for w in g["witnesses"] if w["report"] == passage.report)
                scored.append((2 * _party(story, g, item) + 2 * (item.stance == g["stance"]) + like, g["id"], n))
    matched = dict(one_to_one(scored))
    pairs = [(g, told[matched[g["id"]]][0]) for g in gold if g["id"] in matched]
    return [
        _rate("positions found", len(pairs), len(gold)),
        _rate("position party right", sum(_party(story, g, p) for g, p in pairs), len(pairs)),
        _rate("position stance right", sum(p.stance == g["stance"] for g, p in pairs), len(pairs)),
        Row("positions for each in the gold", round(len({p.id for p, _ in told}) / len(gold), 2)),
    ]


def _party(story: Story, gold: dict[str, Any], item: Position) -> bool:
    return any(same_name(one, story.names(item.party)) for one in gold["party"].split(" and "))


def _disagreements(story: Story) -> list[Row]:
    gold = story.gold["disagreements"]
    scored, met = [], set()
    found = story.items("disagreements")
    for d in found:
        told = [p for r in d.readings for w in r.witnesses if (p := story.passage(w)) is not None]
        for g in gold:
            n = sum(any(near(_gold(w), p, 0.4) for p in told) for w in g["witnesses"])
            if n:
                met.add(d.id)
                scored.append((n / len(g["witnesses"]), g["id"], d.id))
    hit = {a for a, _ in one_to_one(scored)}
    hard = [g for g in gold if not (g.get("soft") or g.get("update"))]
    false = sum(d.kind in ("conflict", "parties") and d.id not in met for d in found)
    return [
        _rate("disagreements found", sum(g["id"] in hit for g in hard), len(hard)),
        Row("disagreements not in gold", false, None, f"of {len(found)}"),
    ]


def _names(story: Story) -> list[Row]:
    clusters = [(n.id, {" ".join(words(f.text)) for f in n.forms}) for n in story.items("names")]

    def home(form: str) -> set[str]:
        return {i for i, forms in clusters if " ".join(words(form)) in forms}

    pairs = [p for g in story.gold["names"] for p in combinations(g["variants"], 2)]
    apart = story.gold.get("apart", [])
    return [
        _rate("name forms joined", sum(bool(home(a) & home(b)) for a, b in pairs), len(pairs)),
        Row("names joined wrongly", sum(bool(home(a) & home(b)) for a, b in apart), None, f"of {len(apart)}"),
    ]


def _lineage(story: Story) -> list[Row]:
    want = {frozenset(x for x in p[:2] if x) for p in story.gold.get("lineage", []) if p[2] in COPIES}
    got = Counter(
        frozenset(x for x in (story.known.get(e.report), story.known.get(e.source or "")) if x)
        for e in story.items("lineage")
        if e.kind in COPIES and e.report in story.known
    )
    return [
        _rate("copying found", len(want & set(got)), len(want)),
        Row("copying invented", len(set(got) - want)),
    ]
