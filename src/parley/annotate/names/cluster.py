"""Marks → entries: which passages of one report name the same."""

from __future__ import annotations

from collections import defaultdict

from parley.annotate.names import lexicons
from parley.annotate.names.cast import Cast, Entry, Mark, View
from parley.annotate.names.gazetteer import find_city
from parley.annotate.names.kin import is_relative, is_titled
from parley.text.companies import short_form
from parley.text.names import alike, fold, is_short_for, least_alike, plain, tokens

SIDES = frozenset(("Upper", "Lower", "Northern", "Southern", "Eastern", "Western", "Inner", "Outer", "Greater"))
"""Words before a place's name that no person is called by."""

WHERE = frozenset(("in", "at", "near", "outside", "around", "across", "into", "off"))
"""Words before a place that hardly stand before a company."""

CROWD = 1500
"""Names from which a text is no report but an archive, whose abbreviations are not compared with all of them."""
SAME_SPELLING = 0.93
"""Least similarity at which two spellings in one report are one surname: transliterations, not other people."""


def cluster(view: View, marks: list[Mark]) -> Cast:
    """The cast of the report: full names of people first, then what leans on them."""
    cast = Cast(view)
    _mend_kinds(view, marks)
    homes: dict[int, Entry] = {}
    people = _People(cast, marks)
    for n, mark in enumerate(marks):
        if mark.kind == "person" and mark.end - mark.start > 1:
            homes[n] = people.full(mark)
    for n, mark in enumerate(marks):
        if mark.kind == "person" and n not in homes:
            homes[n] = people.bare(mark)
    others = _Others(cast)
    order = sorted(
        (n for n in range(len(marks)) if n not in homes), key=lambda n: (marks[n].end - marks[n].start < 2, n)
    )
    for n in order:
        homes[n] = others.place(marks[n])
    for n, mark in enumerate(marks):
        entry = homes[n]
        cast.marks.append((mark, entry.id))
        for token in range(mark.start, mark.end):
            cast.at[token] = entry.id
        entry.mentions.append((view.starts[mark.start], view.end(mark.end - 1), "name"))
        if mark.stem < mark.end:
            entry.mentions.append((view.starts[mark.start], view.end(mark.stem - 1), "name"))
        _nest(cast, mark)
    return cast


def _mend_kinds(view: View, marks: list[Mark]) -> None:
    """Give the kinds that the parse wavers on: a company called by its first word, a town named by its side."""
    companies: dict[str, set[str]] = defaultdict(set)
    people: set[str] = set()
    for mark in marks:
        words = view.words[mark.start : mark.end]
        if mark.kind == "person" and len(words) == 2 and words[0] in SIDES and mark.honorific is None:
            mark.kind = "place"
        elif mark.kind == "person" and len(words) > 1:
            people.update(plain(word) for word in words)
        elif mark.kind == "organisation" and mark.known is None:
            name = view.text(mark.start, mark.stem)
            companies[short_form(name) or ""].add(plain(name))
    for mark in marks:
        if mark.end - mark.start == 1 and mark.known is None and _is_family(view, mark, people):
            mark.kind = "group"
    _know_capitals(view, marks)
    lone = [m for m in marks if m.end - m.start == 1 and m.kind in ("person", "place") and m.known is None]
    places = {plain(view.words[m.start]) for m in lone if m.start and view.words[m.start - 1].lower() in WHERE}
    for mark in lone:
        bare = plain(view.words[mark.start])
        one = len(companies.get(bare, ())) == 1 and bare not in people | places and mark.honorific is None
        if one and find_city(view.words[mark.start]) is None:
            mark.kind = "organisation"


def _is_family(view: View, mark: Mark, people: set[str]) -> bool:
    """Whether a surname in the plural means several of a family: "the Varleys", where somebody is called Varley."""
    word = plain(view.words[mark.start])
    if not word.endswith("s") or word in people or mark.honorific is not None:
        return False
    if mark.kind != "person" and (not mark.start or view.words[mark.start - 1].lower() != "the"):
        return False
    return word[:-1] in people or (word.endswith("es") and word[:-2] in people)


def _know_capitals(view: View, marks: list[Mark]) -> None:
    """Let a place in capitals ("LIMA" of a dateline) be the one that the report writes plainly elsewhere."""
    loud = [m for m in marks if m.kind == "place" and m.known is None and view.text(m.start, m.end).isupper()]
    if loud:
        known = {plain(view.text(m.start, m.stem)): m.known for m in marks if m.kind == "place" and m.known is not None}
        for mark in loud:
            mark.known = known.get(plain(view.text(mark.start, mark.stem)))


def _nest(cast: Cast, mark: Mark) -> None:
    """The country that owns a body is named too: "Ukraine" in "Ukraine's air force"."""
    view = cast.view
    if mark.known is None or mark.kind != "organisation" or mark.end - mark.start < 3:
        return
    hit = lexicons.gazette().match(view.words, mark.start)
    if hit and hit[1].kind == "place" and view.words[mark.start + hit[0]] in ("'s", "’s", "'", "’"):
        entry = _Others(cast).known(hit[1])
        entry.mentions.append((view.starts[mark.start], view.end(mark.start + hit[0] - 1), "name"))


class _People:
    """People, joined by surname and given name."""

    def __init__(self, cast: Cast, marks: list[Mark]) -> None:
        self.cast = cast
        self.alone = {cast.view.words[m.start] for m in marks if m.kind == "person" and m.end - m.start == 1}
        self.kin: set[str] = set()
        self.by_last: dict[str, list[Entry]] = defaultdict(list)
        self.by_first: dict[str, list[Entry]] = defaultdict(list)
        self.words: dict[str, tuple[str, ...]] = {}

    def full(self, mark: Mark) -> Entry:
        """The entry of a name of several words."""
        text = self.cast.view.text(mark.start, mark.end)
        words = tokens(text)
        if not words:
            return self._new(mark, text, (plain(text),))
        entry = self._full(mark, text, words)
        if is_relative(self.cast.view, mark):
            self.kin.add(entry.id)
        return entry

    def _full(self, mark: Mark, text: str, words: tuple[str, ...]) -> Entry:
        for entry in self.by_last.get(fold(words[-1]), []):
            if least_alike(words, self.words[entry.id]) >= 0.9 and _gender_fits(entry, mark):
                return self._hold(entry, mark, text)
        for entry in self.by_last.get(fold(words[-2]) if len(words) > 1 else "", []):
            # "Leo XIV", "Martin Luther King Jr": a numeral or suffix after the surname.
            if words[-1] in ("jr", "sr", "ii", "iii", "iv") and least_alike(words[:-1], self.words[entry.id]) >= 0.9:
                return self._hold(entry, mark, text)
        ending = [e for e in self.by_last.get(fold(_last(words)), []) if _ends_alike(self.words[e.id], words)]
        if len(ending) == 1 and _gender_fits(ending[0], mark):
            return self._hold(ending[0], mark, text)  # "Vega Ruiz" and "Ana Vega Ruiz"
        return self._new(mark, text, words)

    def bare(self, mark: Mark) -> Entry:
        """The entry of a name of one word: a surname, or a given name that only one bears."""
        text = self.cast.view.text(mark.start, mark.end)
        words = tokens(text) or (plain(text),)
        held = [e for e in self.by_last.get(fold(words[0]), []) if _gender_fits(e, mark)]
        first = [e for e in self.by_first.get(words[0], []) if _gender_fits(e, mark)]
        if len(first) == 1 and all(e.name.split()[0] in self.alone for e in held):
            held = first  # whom the report calls by the first name as it does the one whose last name it is
        if held and is_titled(self.cast.view, mark):
            held = [e for e in held if e.id not in self.kin]
            if not held:
                return self._new(mark, text, words)  # "President Vega" is not his daughter
        if not held and len(words[0]) > 4:
            held = [
                e for last, listed in self.by_last.items() for e in listed
                if last[:1] == fold(words[0])[:1] and _gender_fits(e, mark)
                and alike(self.words[e.id][-1], words[0]) >= SAME_SPELLING
            ]  # fmt: skip
        if not held:
            return self._new(mark, text, words)
        return self._hold(self._nearest(held, mark), mark, text)

    def _nearest(self, held: list[Entry], mark: Mark) -> Entry:
        at = self.cast.view.starts[mark.start]
        return min(
            held,
            key=lambda e: (
                min((at - s if s <= at else 10**6 + s - at) for s, _, _ in e.mentions) if e.mentions else 10**7
            ),
        )

    def _new(self, mark: Mark, text: str, words: tuple[str, ...]) -> Entry:
        entry = self.cast.add("person", text)
        entry.gender = (
            mark.honorific or lexicons.given_names().get(text.split()[0]) if len(words) > 1 else mark.honorific
        )
        self.words[entry.id] = words
        self.by_last[fold(_last(words))].append(entry)
        if len(words) > 1:
            self.by_first[words[0]].append(entry)
        entry.mentions.append((self.cast.view.starts[mark.start], self.cast.view.end(mark.end - 1), "name"))
        return entry

    def _hold(self, entry: Entry, mark: Mark, text: str) -> Entry:
        if mark.honorific and entry.gender is None:
            entry.gender = mark.honorific
        if len(tokens(text)) > len(self.words[entry.id]):
            entry.name = text
            self.words[entry.id] = tokens(text)
        entry.mentions.append((self.cast.view.starts[mark.start], self.cast.view.end(mark.end - 1), "name"))
        return entry


def _last(words: tuple[str, ...]) -> str:
    """The surname: the last word that is no suffix or numeral."""
    return words[-2] if words[-1] in ("jr", "sr", "ii", "iii", "iv", "xiv", "xvi") and len(words) > 1 else words[-1]


def _ends_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of two names of several words is the end of the other."""
    short, long = sorted((a, b), key=len)
    return len(short) > 1 and long[-len(short) :] == short


def _gender_fits(entry: Entry, mark: Mark) -> bool:
    return mark.honorific is None or entry.gender is None or mark.honorific == entry.gender


class _Others:
    """Places and bodies, joined by lexicon key, form, abbreviation or first word."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.by_form: dict[tuple[str, str], Entry] = {}

    def place(self, mark: Mark) -> Entry:
        """The entry of a place, organisation or group."""
        if mark.known is not None:
            return self.known(mark.known)
        text = self.cast.view.text(mark.start, mark.stem)
        bare = plain(text).removeprefix("the ")
        outlet = self._outlet(mark, bare)
        if outlet is not None:
            return outlet
        held = self.by_form.get((mark.kind, bare))
        if held is not None:
            return held
        crowd = self.cast.entries.values() if len(self.cast.entries) < CROWD else ()
        for entry in crowd if mark.kind == "organisation" else ():
            if entry.kind == mark.kind and entry.known is None and _same_body(entry.name, text, bare, mark):
                self.by_form[mark.kind, bare] = entry
                if len(text) > len(entry.name) and mark.kind == "organisation":
                    entry.name = text
                return entry
        called = self._called(mark, bare)
        if called is not None:
            return called
        entry = self.by_form[mark.kind, bare] = self.cast.add(mark.kind, text)
        if mark.kind == "place":
            city = find_city(text.title() if text.isupper() and len(text) > 3 else text)
            if city is not None:
                self.cast.give_key(entry, f"city/{city.id}", city.country)
        return entry

    def _called(self, mark: Mark, bare: str) -> Entry | None:
        """The one body whose name ends in the noun by which it is called again: "the Board", "the Front"."""
        before = self.cast.view.words[mark.start - 1].lower() if mark.start else ""
        if mark.kind != "organisation" or before != "the" or bare not in self._nouns():
            return None
        held = [e for (kind, form), e in self.by_form.items() if kind == mark.kind and form.endswith(" " + bare)]
        return held[0] if len({e.id for e in held}) == 1 else None

    @staticmethod
    def _nouns() -> frozenset[str]:
        return lexicons.body_nouns()[1] | lexicons.part("bodies")

    def _outlet(self, mark: Mark, bare: str) -> Entry | None:
        """The outlet that the report names in full before it says "The Times"."""
        view = self.cast.view
        if mark.kind != "organisation" or " " in bare or not mark.start or view.words[mark.start - 1] != "The":
            return None
        for entry in self.cast.entries.values():
            if entry.known is not None and entry.known.carrier == "outlet" and plain(entry.name).endswith(" " + bare):
                mark.start -= 1
                return entry
        return None

    def known(self, known: lexicons.Known) -> Entry:
        """The entry of what a lexicon knows; a bare "foreign ministry" is the one named with its country."""
        key = known.key
        if known.generic:
            field = key.rsplit("/", 1)[1]
            same = [
                e
                for e in self.cast.entries.values()
                if e.key and e.key.startswith("body/") and e.key.endswith("/" + field)
            ]
            if len(same) >= 1:
                return same[-1]
        entry = self.cast.by_key(key)
        if entry is None:
            kind = known.kind
            if known.seat and find_city(known.name) is None and known.name not in ("Jerusalem",):
                kind = "organisation"
            entry = self.cast.add(kind, known.name)
            self.cast.give_key(entry, key, known.country)
            entry.known = known
        entry.because = "" if entry.because.endswith("or its adjective") else entry.because
        if (known.seat or known.acting) and known.country and entry.speaks_for is None:
            entry.speaks_for = self.cast.country(known.country).id
            entry.because = f"{entry.name} stands for {self.cast.entries[entry.speaks_for].name}"
        return entry


def _same_body(held: str, text: str, bare: str, mark: Mark) -> bool:
    other = plain(held).removeprefix("the ")
    if other == bare:
        return True
    if mark.kind != "organisation":
        return False
    if is_short_for(text, held) or is_short_for(held, text):
        return True
    # "Barclays" after "Barclays Bank": the first word alone, where it is a name and long enough to be one.
    short, long = sorted((bare, other), key=len)
    return (
        len(short) > 4
        and " " not in short
        and long.startswith(short + " ")
        and short not in {a.lower() for a in lexicons.adjectives()}
        and find_city(short.title()) is None
    )
