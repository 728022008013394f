"""All attributions of a page: those of quotations, verbs, nouns and "according to", brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from parley.annotate.statements.clauses import SUBJECTS, verb_candidates
from parley.annotate.statements.draft import Attribution, Range
from parley.annotate.statements.lexicon import Cues
from parley.annotate.statements.nouns import according_candidates, noun_candidates
from parley.annotate.statements.outlets import lists, platform_in
from parley.annotate.statements.page import Page
from parley.annotate.statements.quotes import attribute_quotations
from parley.annotate.statements.sources import source_of, verb_group
from parley.annotate.statements.unmarked import unmarked

_RANK = {
    "quote": 0,
    "clause": 1,
    "clause-before": 2,
    "raise": 2,
    "inf": 3,
    "passive-inf": 3,
    "ger": 4,
    "pred": 4,
    "count": 5,
}

_PLACES = frozenset({"interview", "statement", "speech", "tweet", "post", "conference", "briefing", "address"})
_TOLD = frozenset({"tell", "inform", "assure", "remind"})
_LONGEST_GLOSS = 45
_MEMORY = 30
"""How many attributions back or ahead the speaker in force is looked for."""


def attributions(page: Page, cues: Cues) -> list[Attribution]:
    """Every attribution, in order of its first content."""
    quoted, running = attribute_quotations(page, cues)
    taken = {a.anchor.i for a in quoted}
    best: dict[int, Attribution] = {}
    for candidate in _candidates(page):
        at = candidate.anchor.i
        if at in taken or page.quotation[at] >= 0 or not _allows(page, cues, candidate):
            continue
        known = best.get(at)
        if known is not None and known.frame == candidate.frame == "clause":
            known.content.extend(candidate.content)
        if known is None or _rank(candidate) < _rank(known):
            best[at] = candidate
    for candidate in (*_parentheticals(page, cues, taken | best.keys()), *unmarked(page, taken | best.keys())):
        best[candidate.anchor.i] = candidate
    told = [a for a in best.values() if not _is_empty(a, cues) and _fit(page, a)]
    _part(told)
    owned = {index: a for a in quoted for index in a.quotes}
    for attribution in told:
        _take_quotations(page, attribution, owned)
    found = sorted((*quoted, *told), key=lambda a: (min(a.content), a.anchor.i))
    _run_on(page, found, running)
    return found


def _allows(page: Page, cues: Cues, candidate: Attribution) -> bool:
    """Whether the lexicon lets the word tell this; more verbs tell an object in quotation marks than a bare one."""
    lemma = candidate.anchor.lemma_.lower()
    if page.is_endless(candidate.anchor.i):
        return False
    if cues.allows(candidate.frame, lemma):
        return True
    start = candidate.content[0][0]
    quoted = candidate.frame == "obj" and page.quotation[start] >= 0 and page.words(candidate.content[0]) >= 2
    return quoted and cues.allows("obj quoted", lemma)


def _part(told: list[Attribution]) -> None:
    """Take a cue that stands beside another, and what follows it, out of the other's content."""
    by_anchor = {a.anchor.i: a for a in told}
    for attribution in told:
        host = by_anchor.get(attribution.host) if attribution.host is not None else None
        if host is None or attribution.cue is None:
            continue
        cut = attribution.cue[0]
        while cut > host.anchor.i and (attribution.anchor.doc[cut - 1].dep_ in ("cc", "advmod", "punct")):
            cut -= 1
        kept = [(start, min(end, cut)) for start, end in host.content if start < cut]
        host.content = kept or host.content


def _is_empty(attribution: Attribution, cues: Cues) -> bool:
    """Whether the cue only names who is cited, or tells that nothing was said ("declined to comment")."""
    lemma = attribution.anchor.lemma_.lower()
    if lemma in ("cite", "quote") and attribution.frame.startswith("obj"):
        head = attribution.anchor.doc[attribution.content[0][0] : attribution.content[0][1]].root
        return head.ent_type_ == "PERSON" or head.lemma_.lower() in cues.people
    if attribution.frame == "pred" and attribution.anchor.tag_ == "VBN" and attribution.anchor.dep_ in ("acl", "amod"):
        return True  # "a town called Hull": a name, not what anyone calls it
    return lemma == "comment" and attribution.frame == "on" and attribution.anchor.tag_ == "VB"


def _candidates(page: Page) -> Iterator[Attribution]:
    yield from verb_candidates(page.tokens)
    yield from noun_candidates(page.tokens)
    yield from according_candidates(page)


def _rank(attribution: Attribution) -> int:
    frame = attribution.frame
    if frame in _RANK:
        return _RANK[frame]
    if frame.endswith("+inf"):
        return 3
    if "+" in frame:
        return 5
    return 7 if frame == "obj" else 6


def _parentheticals(page: Page, cues: Cues, taken: set[int]) -> Iterator[Attribution]:
    """Cues to which the parse gives no complement: "The plan, she said, will fail", "…, as she said"."""
    for token in page.tokens:
        if token.pos_ != "VERB" or token.i in taken or token.lemma_.lower() not in cues.parenthetical:
            continue
        if page.quotation[token.i] >= 0 or not any(c.dep_ in SUBJECTS for c in token.children):
            continue
        if page.is_endless(token.i):
            continue
        start, end = page.sentences[page.sentence[token.i]]
        children = list(token.children)
        as_mark = any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" for c in children)
        own = [
            c
            for c in children
            if c.dep_ in (*SUBJECTS, "aux", "neg", "prt", "advmod", "mark", "dobj", "npadvmod", "prep")
        ]
        low = min([token.i, *(c.left_edge.i for c in own if c.i < token.i or c.dep_ in SUBJECTS)])
        high = max([token.i + 1, *(c.right_edge.i + 1 for c in own if c.i > token.i)])
        told = token.lemma_ in _TOLD  # "…, the minister told parliament"
        if any(c.dep_ == "dobj" for c in children) and not told and not (as_mark and token.dep_ == "advcl"):
            continue
        while high < end and page.tokens[high].is_space:
            high += 1
        closes = high >= end or page.tokens[high].is_punct
        if as_mark and low == start and closes and page.words((high + 1, end)) > 2:
            source, subject = source_of(token, "clause")
            yield Attribution("parenthetical", token, [(high + 1, end)], verb_group(token), source, subject)
            continue
        opens = low > start and page.tokens[low - 1].text in (",", "—", "–", "-")
        if not opens or not closes:
            continue
        rest = (
            (high + 1, end)
            if high < end and page.tokens[high].text == "," and page.words((high + 1, end)) > 1
            else None
        )
        if page.words((start, low)) < (1 if rest else 2):
            continue
        source, subject = source_of(token, "clause")
        content: list[Range] = [(start, low), *([rest] if rest else [])]
        yield Attribution("parenthetical", token, content, verb_group(token), source, subject)


def _fit(page: Page, attribution: Attribution) -> bool:
    """Keep a content clear of its own cue and source, and drop what is left with no word."""
    kept: list[Range] = []
    cue = attribution.cue or (attribution.anchor.i, attribution.anchor.i + 1)
    for start, end in attribution.content:
        if start <= cue[0] < end:
            cut = _cue_clause_start(attribution, cue)
            kept.append((start, max(start, cut)))
            kept.append((cue[1], end)) if page.words((cue[1], end)) > 3 and cut < cue[0] - 4 else None
        else:
            kept.append((start, end))
    if attribution.frame == "clause" and kept:
        kept[-1] = (kept[-1][0], _before_gloss(page, kept[-1]))
    if attribution.anchor.lemma_ in lists()["judging"] and kept and attribution.frame != "clause":
        kept[-1] = (kept[-1][0], _before_day(page, kept[-1]))
    if attribution.frame in ("obj", "obj+on", "obj+in") and kept:
        kept[-1] = (kept[-1][0], _before_channel(page, kept[-1]))
    attribution.content = [part for part in kept if part[1] > part[0] and page.words(part)]
    return bool(attribution.content)


def _before_gloss(page: Page, part: Range) -> int:
    """Where what is told ends before the writer's gloss on its last word: ", which …", "— a demand long refused"."""
    start, end = part
    for token in page.tokens[max(start + 4, end - _LONGEST_GLOSS) : end]:
        first = token.left_edge.i
        if token.dep_ not in ("relcl", "appos") or token.right_edge.i < end - 2 or first <= start + 4:
            continue
        relative = token.dep_ == "relcl" and page.tokens[first].tag_ in ("WDT", "WP", "WP$", "WRB", "IN")
        set_off = page.tokens[first - 1].text in (",", "—", "–", "--") and (relative or token.dep_ == "appos")
        if set_off and all(page.quotation[i] < 0 for i in range(first, end)):
            return first - 1
    return end


def _before_day(page: Page, part: Range) -> int:
    """Where what is judged ends before the day on which it was: "criticised the plan on Friday"."""
    start, end = part
    while end > start and (page.tokens[end - 1].is_punct or page.tokens[end - 1].is_space):
        end -= 1
    at = end - 1
    while at > start and page.tokens[at].ent_type_ in ("DATE", "TIME"):
        at -= 1
    if at < end - 1 and page.tokens[at].lower_ == "on" and page.quotation[at] < 0 and at > start:
        return at
    return part[1]


def _before_channel(page: Page, part: Range) -> int:
    """Where an object ends before the words that tell where it was said: "the plan on his Telegram channel"."""
    for token in page.tokens[part[0] + 1 : part[1]]:
        if (
            token.lower_ in ("on", "via", "in", "at", "during")
            and token.dep_ == "prep"
            and token.right_edge.i == part[1] - 1
        ):
            tokens = list(page.tokens[token.i : part[1]])
            if platform_in(page, tokens) or any(t.lemma_.lower() in _PLACES and t.head.i == token.i for t in tokens):
                return token.i
    return part[1]


def _cue_clause_start(attribution: Attribution, cue: Range) -> int:
    source = attribution.source
    return min(cue[0], source[0]) if source is not None and source[0] < cue[0] else cue[0]


def _take_quotations(page: Page, attribution: Attribution, owned: dict[int, Attribution]) -> None:
    """Let a content that begins or ends inside quotation marks hold the whole quotation."""
    for place, (start, end) in enumerate(attribution.content):
        low, high = start, end
        for index in sorted({page.quotation[t] for t in range(start, end)} - {-1}):
            if index in owned:
                continue
            first, last = page.quoted[index]
            if not first <= attribution.anchor.i < last:
                low, high = min(low, first) if first > attribution.anchor.i or start > first else low, max(high, last)
                attribution.quotes.append(index)
        index = page.quotation[high] if high < len(page.quotation) else -1
        if index >= 0 and index not in owned and page.quoted[index][0] == high and attribution.anchor.i < low:
            high = page.quoted[index][1]
            attribution.quotes.append(index)
        attribution.content[place] = (low, high)


def _run_on(page: Page, found: list[Attribution], running: list[int]) -> None:
    """Give quotations that fill their sentences to the speaker in force: here, a paragraph before, or after."""
    held = {index for a in found for index in a.quotes}
    ordered = sorted((a for a in found if _speaks(a)), key=lambda a: a.anchor.i)
    places = [a.anchor.i for a in ordered]
    for index in running:
        if index in held:
            continue
        low = page.quoted[index][0]
        owner = _in_force(page, ordered, bisect_left(places, low), low)
        if owner is not None:
            owner.content.append(page.quoted[index])
            owner.quotes.append(index)


def _in_force(page: Page, ordered: list[Attribution], at: int, low: int) -> Attribution | None:
    """Who speaks at a token: `ordered` are those who speak, by their cues, `at` of them before it."""
    paragraph = page.paragraph[low]
    before = ordered[max(0, at - _MEMORY) : at]
    latest = max(before, key=_end) if before else None
    if latest is not None:
        last = page.paragraph[max(_end(latest) - 1, latest.anchor.i)]
        if last == paragraph or (last == paragraph - 1 and latest.quotes):
            return latest
    nearest = next((a for a in ordered[at : at + _MEMORY] if a.frame == "quote"), None)
    if nearest is not None and page.paragraph[min(nearest.content)[0]] - paragraph <= 1:
        return nearest
    if latest is not None and page.paragraph[latest.anchor.i] >= paragraph - 1:
        return latest
    return None


def _end(attribution: Attribution) -> int:
    return attribution.content[-1][1]


def _speaks(attribution: Attribution) -> bool:
    anchor = attribution.anchor
    if anchor.dep_ == "xcomp" and anchor.head.lemma_ in ("refuse", "decline", "fail", "want", "need"):
        return False
    return attribution.frame in ("quote", "clause", "clause-before", "parenthetical", "raise", "pred", "obj+as")
