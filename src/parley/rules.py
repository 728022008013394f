"""Which rules made something: a digest of the code and lexicons of the rooms concerned."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parent


@cache
def rules_of(*rooms: str) -> str:
    """Twelve hexadecimal digits that change whenever a rule or lexicon entry of the rooms does.

    What is stored under it is made anew by itself when the rules change, without anybody having to raise a number.
    """
    digest = hashlib.sha256()
    for room in sorted(rooms):
        for file in sorted((HOUSE / room).rglob("*")):
            if file.suffix in (".py", ".toml", ".json", ".gz", ".txt", ".tsv", ".bin"):
                digest.update(file.relative_to(HOUSE).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
