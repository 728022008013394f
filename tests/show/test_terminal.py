"""The brief in the terminal: a table that is mostly empty is told line by line."""

from __future__ import annotations

import io

from rich.console import Console

from parley.show.brief.model import Brief, Line, Section, Table
from parley.show.brief.terminal import render


def printed(*rows: tuple[tuple[Line, ...], ...]) -> str:
    table = Table(("issue", "Norway", "Carvenia"), rows)
    out = io.StringIO()
    brief = Brief("s1", "Talks", "", (Section("wants", "Who wants what", table=table),))
    render(brief, Console(file=out, width=100, highlight=False))
    return out.getvalue()


def test_a_sparse_table_is_told_line_by_line() -> None:
    told = printed(((Line("truce"),), (Line("demands"),), ()), ((Line("toll"),), (), (Line("rejects"),)))
    assert "• truce" in told
    assert "– Norway: demands" in told
    assert "– Carvenia: rejects" in told


def test_a_full_table_is_drawn() -> None:
    told = printed(((Line("truce"),), (Line("demands"),), (Line("rejects"),)))
    assert "•" not in told
    assert "issue" in told
