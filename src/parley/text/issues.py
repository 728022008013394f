"""What is at issue: comparing the phrases in which reports name one thing that parties want or refuse."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from parley.errors import SettingError

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*")
SPAN_OF_TIME = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[-\s](minute|hour|day|week|month|year)s?\b", re.I
)
LEAVING_OFFICE = re.compile(
    r"(?:to )?(?:quit|go|leave office|(?:step|stand) (?:down|aside)|resign)(?: now| at once)?", re.I
)
"""To go, where that is all that is asked of somebody."""
DENIAL = frozenset({"no", "not", "never", "without", "nor"})
BEYOND = re.compile(
    r",|\b(?:for|from|with|that|which|who|to|in|on|at|by|after|over|against|under|before|until|if|as|and|through)\b"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|must|can|could|may|might|do|does|did)\b"
)
MOST_IN_CORE = 4
ROOT = 5
"""Letters of a name by which a country and its people or adjective meet: "Korea", "Koreans"."""
ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "als",
    "al",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "ly",
    "y",
    "e",
)
ALIKE = 0.62
"""From this likeness on two phrases name one issue (fitted on pairs of phrases that reports of one story used)."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A phrase reduced to what it is about.

    `words` are stems of content words, one for each meaning; `names` the stems written with a capital (weaker, since
    "sanctions on Moscow" and "sanctions on Russia" are one issue); `spans` the lengths of time named ("30 day"),
    which must agree. `core` are the content words of the phrase's head and what stands before it, where those are two
    or more: "security guarantees" in "security guarantees from allies". It is `silent` if the issue is a comment.
    """

    words: frozenset[str]
    names: frozenset[str]
    spans: frozenset[str]
    denied: bool = False
    core: frozenset[str] = frozenset()
    silent: bool = False


def understand(phrase: str) -> Issue:
    """What a phrase is about."""
    meanings, empty = _meanings()
    spans = frozenset(f"{m[1].lower()} {m[2].lower()}" for m in SPAN_OF_TIME.finditer(phrase))
    words: set[str] = set()
    names: set[str] = set()
    if LEAVING_OFFICE.fullmatch(phrase.strip()):
        phrase = "resign"
    rest = SPAN_OF_TIME.sub(" ", phrase).replace("cease-fire", "ceasefire").replace("Cease-fire", "ceasefire")
    for match in WORD.finditer(rest):
        word = match[0]
        lower = re.sub(r"['’]s$", "", word.lower())
        if lower in empty or lower in DENIAL:
            continue
        if word[0].isdigit():
            words.add(lower.replace(",", ""))
        elif word[0].isupper():
            names.add(stem(lower)[:ROOT])
        else:
            words.add(_meaning(lower, meanings))
    if "prisoner" in words:
        words.discard("fight")  # "prisoners of war" are prisoners
    denied = any(m[0].lower() in DENIAL for m in WORD.finditer(phrase))
    silent = phrase.lower().startswith("comment")
    return Issue(frozenset(words), frozenset(names), spans, denied, _core(rest, meanings, empty), silent)


def _meaning(word: str, meanings: Mapping[str, str]) -> str:
    reduced = stem(word)
    return meanings.get(word) or meanings.get(reduced) or reduced


def _core(phrase: str, meanings: Mapping[str, str], empty: frozenset[str]) -> frozenset[str]:
    """The meanings of the words before the first preposition or clause, where these are two or more and no clause."""
    told = BEYOND.split(phrase, maxsplit=1)[0]
    words = [w.lower() for w in WORD.findall(told) if not w[0].isupper()]
    telling = [w for w in words if w not in empty]
    if len(telling) < 2 or len(telling) > MOST_IN_CORE or FINITE.search(told):
        return frozenset()
    return frozenset(_meaning(w, meanings) for w in telling)


def stem(word: str) -> str:
    """The word without its ending, roughly: enough that "withdrawal" and "withdraw" meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(one: Issue, other: Issue) -> float:
    """How much two phrases are about the same, 0 to 1; 0 where the lengths of time they name differ."""
    if one.spans != other.spans or one.denied != other.denied:
        return 0.0
    shared = _weight(one.words & other.words, one.names & other.names) + len(one.spans)
    first = _weight(one.words, one.names) + len(one.spans)
    second = _weight(other.words, other.names) + len(other.spans)
    if not shared or not (one.words & other.words):
        return 0.0
    least = min(first, second)
    # One short word alone ("deal" in "a deal on fishing rights") is too little to carry a join by containment.
    contained = shared / least if least >= 2 or max(first, second) <= 2.5 else shared / (least + 1)
    return 0.5 * (2 * shared / (first + second)) + 0.5 * contained


def says_nothing(phrase: str, answers: bool) -> bool:
    """Whether a phrase names nothing that parties could want or refuse.

    A courtesy never does ("condolences"); a bare "plan" or "changes" does where it `answers` another's ("rejected the
    plan"), and does not where it is all that is asked or offered.
    """
    courtesies, vague, qualities = _idle()
    words = [m[0].lower() for m in WORD.finditer(phrase)]
    _, empty = _meanings()
    telling = [w for w in words if w not in empty and w not in qualities]
    if telling and all(w in courtesies for w in telling):
        return True
    return not answers and "do" not in words and all(w in vague for w in telling)


def alike(one: Issue, other: Issue) -> bool:
    """Whether two phrases name one issue."""
    if one == other or likeness(one, other) >= ALIKE or (one.silent and other.silent):
        return True
    same_core = bool(one.core) and one.core == other.core
    return same_core and one.spans == other.spans and one.denied == other.denied


def _weight(words: frozenset[str], names: frozenset[str]) -> float:
    return len(words) + 0.5 * len(names)


@cache
def _meanings() -> tuple[Mapping[str, str], frozenset[str]]:
    raw = _raw()
    meanings: dict[str, str] = {}
    for row in raw["same"]:
        for word in row:
            meanings.setdefault(word, row[0])
            meanings.setdefault(stem(word), row[0])
    return meanings, frozenset(raw["empty"])


def hurts(phrase: str) -> bool:
    """Whether a phrase names something done to somebody's harm: sanctions, a strike, to sue."""
    words = [m[0].lower() for m in WORD.finditer(phrase)]
    meant = understand(phrase).words
    return bool(meant & blows()) or any(w in _hostile() or stem(w) in _hostile() for w in words)


@cache
def blows() -> frozenset[str]:
    """The meanings of nouns for what parties do to each other's harm."""
    meanings, _ = _meanings()
    return frozenset(_meaning(word, meanings) for word in _raw()["blows"])


def sanctions(issue: Issue) -> bool:
    """Whether an issue is about sanctions, by that or another name: a freeze of assets, a ban of visas."""
    meanings, _ = _meanings()
    return bool(issue.words & {_meaning(word, meanings) for word in _raw()["sanctioning"]})


@cache
def _hostile() -> frozenset[str]:
    listed = _raw()["hostile"]
    return frozenset(listed) | frozenset(stem(word) for word in listed)


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((resources.files("parley.text") / "issues.toml").read_text("utf-8"))


@cache
def _idle() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    raw = _raw()
    return frozenset(raw["courtesies"]), frozenset(raw["vague"]), frozenset(raw["qualities"])


LENS_TABLES = ("issue", "party")
LENS_KEYS = ("name", "also")
LENS_ADVICE = "write [[issue]] and [[party]] tables with name and also"


@dataclass(frozen=True, slots=True)
class Lens:
    """How a desk names the issues and parties that it follows.

    `issues` gives each name the phrases that mean it; `parties` each party's name the other names under which it goes.
    """

    issues: Mapping[str, tuple[Issue, ...]]
    parties: Mapping[str, str]

    def issue(self, phrase: str) -> str | None:
        """The desk's name for the issue that the phrase names; None where it has none."""
        meant = understand(phrase)
        told = meant.words | meant.names
        for name, patterns in self.issues.items():
            if any((wanted := p.words | p.names) and wanted <= told and p.spans == meant.spans for p in patterns):
                return name
        return None

    def party(self, name: str) -> str:
        """The desk's name for the party; the name itself where the desk has none."""
        return self.parties.get(name.casefold(), name)


def read_lens(text: str, resource: str = "lens") -> Lens:
    """The lens in TOML text of ``[[issue]]`` and ``[[party]]`` tables, each with ``name`` and ``also`` (phrases).

    Raises SettingError, naming `resource`, where the text cannot be read as one or has a table or key of another name.
    """
    try:
        raw = tomllib.loads(text)
        _refuse_unknown(raw, resource)
        issues = {
            row["name"]: tuple(understand(_lower(p)) for p in (row["name"], *row.get("also", ())))
            for row in raw.get("issue", ())
        }
        parties = {
            alias.casefold(): row["name"]
            for row in raw.get("party", ())
            for alias in (row["name"], *row.get("also", ()))
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise SettingError(
            f"is not a lens: {fault}",
            resource=resource,
            advice=LENS_ADVICE,
        ) from fault
    return Lens(issues, parties)


def _refuse_unknown(raw: Mapping[str, Any], resource: str) -> None:
    strange = [f"[[{table}]]" for table in raw if table not in LENS_TABLES]
    for table in LENS_TABLES:
        for row in raw.get(table, ()):
            strange += [f"{key!r} in [[{table}]]" for key in row if key not in LENS_KEYS]
            also = row.get("also", [])
            if not isinstance(also, list) or not all(isinstance(one, str) for one in (row["name"], *also)):
                raise TypeError(f"in [[{table}]], name must be a string and also a list of strings")
    if strange:
        raise SettingError(
            f"is not a lens: it has {', '.join(dict.fromkeys(strange))}", resource=resource, advice=LENS_ADVICE
        )


def _lower(title: str) -> str:
    """A heading as it would stand inside a sentence: "Pay rise" as "pay rise", "NATO" as it is."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
