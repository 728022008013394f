"""What is stored is made anew when the rules change."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley import rules


def test_a_changed_rule_or_entry_changes_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "HOUSE", tmp_path)
    (tmp_path / "room").mkdir()
    seen = set()
    for name, content in (("a.py", "x = 1"), ("a.py", "x = 2"), ("words.toml", "a = 1"), ("b.py", "x = 2")):
        (tmp_path / "room" / name).write_text(content)
        rules.rules_of.cache_clear()
        seen.add(rules.rules_of("room"))
    (tmp_path / "room" / "notes.md").write_text("no rule")
    rules.rules_of.cache_clear()
    seen.add(rules.rules_of("room"))
    assert len(seen) == 4
    rules.rules_of.cache_clear()
