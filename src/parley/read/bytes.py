"""The bytes of a file, or one clear error."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from parley.errors import ReadError
from parley.read.decoding import LIMIT_BYTES


def read_bytes(path: str) -> bytes:
    """All bytes of the file at `path`. Raises ReadError where it is gone, closed to us, no file, or too large."""
    with open_file(path) as file:
        data = file.read(LIMIT_BYTES + 1)
    if len(data) > LIMIT_BYTES:
        raise too_large(path)
    return data


@contextmanager
def open_file(path: str) -> Iterator[BinaryIO]:
    """The file at `path`, open for reading. Raises ReadError where that is impossible, then or while it is read."""
    try:
        with open(path, "rb", opener=_open) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ReadError("not a file", resource=path, advice="give a file or a folder; - reads standard input")
            yield file
    except FileNotFoundError as fault:
        raise ReadError("no such file", resource=path, advice="check the path") from fault
    except PermissionError as fault:
        raise ReadError("may not be read", resource=path, advice="allow reading it (chmod +r)") from fault
    except IsADirectoryError as fault:
        raise ReadError("is a folder", resource=path, advice="give a file") from fault
    except OSError as fault:
        raise ReadError(f"cannot be read: {fault.strerror}", resource=path, advice="check the path") from fault


def too_large(path: str) -> ReadError:
    """The error for a file that no report is as large as."""
    return ReadError(
        f"larger than {LIMIT_BYTES // 1_000_000} MB",
        resource=path,
        advice="cut the file into one report each",
    )


def _open(path: str, flags: int) -> int:
    # Without O_NONBLOCK opening a named pipe would wait for a writer that may never come.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
