"""Running the command in this process, as a shell would: arguments and standard input in, bytes and a code out."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock


@dataclass(frozen=True)
class Done:
    """What a command wrote, and its exit code."""

    returncode: int
    stdout: bytes
    stderr: bytes


class _Stream(io.TextIOWrapper):
    """A standard stream over bytes that stays readable when whoever wrote to it lets go of it."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8", write_through=True)

    def written(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> Done:
    """Run ``parley`` with these arguments."""
    from parley.show.cli import main

    out, err = _Stream(), _Stream()
    code: object = 0
    with (
        mock.patch.object(sys, "argv", ["parley", *arguments]),
        mock.patch.object(sys, "stdin", _Stream(stdin)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(cwd) if cwd else contextlib.nullcontext(),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code
    return Done(code if isinstance(code, int) else 0 if code is None else 1, out.written(), err.written())
