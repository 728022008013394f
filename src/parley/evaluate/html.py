"""How much of the article is taken from an HTML page, and how much else.

Measured as Scrapinghub's article extraction benchmark does (2020): precision and recall of the shingles of
four words, each the mean over the pages, and their harmonic mean. Gold: ``ground-truth.json``, a page's id to
its ``articleBody``, beside ``pages/<id>.html.gz``.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from parley.annotate.annotator import Annotator
from parley.errors import ReadError
from parley.evaluate.table import Row
from parley.read.decoding import decode
from parley.read.pages import parse, read_page

WORD = re.compile(r"\w+")
WIDTH = 4


def evaluate(folder: Path, annotator: Annotator | None = None) -> list[Row]:
    """Precision, recall and F1 of four-word shingles of the body, over the pages of `folder`."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "pages" / f"{key}.html.gz").read_bytes()) for key in sorted(gold)}
    wanted = {key: shingles(gold[key]["articleBody"]) for key in pages}
    ours = _measure(pages, wanted, _body)
    simple = _measure(pages, wanted, paragraphs)
    names = ("precision", "recall", "F1")
    return [
        Row(f"html body {name}", a, b, f"{len(pages)} pages") for name, a, b in zip(names, ours, simple, strict=True)
    ]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in `text`, with how often each comes; a shorter text is one run."""
    words = WORD.findall(text or "")
    if not words:
        return Counter()
    return Counter(tuple(words[n : n + WIDTH]) for n in range(max(1, len(words) - WIDTH + 1)))


def paragraphs(data: bytes) -> str:
    """The simple method: the text of all ``p`` elements of the page."""
    tree = parse(decode(data, "page").text)
    if tree is None:
        return ""
    return "\n".join(" ".join("".join(p.itertext()).split()) for p in tree.iter("p"))


def _body(data: bytes) -> str:
    try:
        report = read_page(decode(data, "page"), "page", "")
    except ReadError:
        return ""
    return "\n".join(span.of(report.text) for span in report.body)


def _measure(
    pages: dict[str, bytes], wanted: dict[str, Counter[tuple[str, ...]]], extract: Callable[[bytes], str]
) -> tuple[float, float, float]:
    """Mean precision, mean recall and their harmonic mean. A page that gives nothing has precision 1 only if
    none was wanted.
    """
    precisions, recalls = [], []
    for key, data in pages.items():
        got = shingles(extract(data))
        shared = sum((got & wanted[key]).values())
        precisions.append(shared / got.total() if got else float(not wanted[key]))
        recalls.append(shared / wanted[key].total() if wanted[key] else 1.0)
    precision, recall = sum(precisions) / len(pages), sum(recalls) / len(pages)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
